"""The frozen summing-up as the outcome page and the messages to commenters read it. Pure.

This is their one place of reading its content. Keys that it does not know are ignored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.instruments.consultation.publication import PublishedProvision
from desktop_app.instruments.consultation.summing_up import SummedUp
from desktop_app.persian.text import fold
from desktop_app.reports.summing_up.matrix import AnsweredComment, Matrix, ProvisionOutcome, read_matrix

#: The name of the outcome page in a package.
OUTCOME_PAGE: Final = "outcome.html"
#: The fragment of the part with comments on the whole text, and of those that could not be placed.
_WHOLE: Final = "whole"


@dataclass(frozen=True, slots=True)
class FrozenOutcome:
    """A frozen summing-up. `content` are its answers as they were frozen, in the order of `matrix.answers`.

    `anchors` are the fragments of the parts of the matrix on the outcome page.
    """

    report: SummedUp
    matrix: Matrix
    content: tuple[Mapping[str, Any], ...]
    anchors: tuple[str, ...]

    def answers(self) -> list[tuple[AnsweredComment, str]]:
        """Returns each answer with the anchor of its part."""
        parts = zip(self.matrix.parts, self.anchors, strict=True)
        return [(answer, anchor) for part, anchor in parts for answer in part.answers]

    def change_of(self, provision: str) -> ProvisionOutcome | None:
        """Returns the change by the name by which a comment has it as its carrier."""
        listed = (one for part in self.matrix.parts for one in part.changes)
        found = (one.change for one in (*listed, *self.matrix.changes))
        return next((one for one in found if one.provision == provision), None)


def read_frozen(report: SummedUp, provisions: Sequence[PublishedProvision]) -> FrozenOutcome:
    """Reads a frozen summing-up; `provisions` are those of the text that was before the public."""
    matrix = read_matrix(report.content)
    content = tuple(answer for part in report.content["provisions"] for answer in part["comments"])
    known: dict[str, str] = {}
    for one in provisions:
        if one.name:
            known.setdefault(fold(one.name), one.anchor)
    anchors = []
    for number, part in enumerate(matrix.parts, 1):
        anchor = known.pop(fold(part.label), "") if part.label else _WHOLE if part.known else ""
        anchors.append(anchor or f"part-{number}")
    return FrozenOutcome(report, matrix, content, tuple(anchors))
