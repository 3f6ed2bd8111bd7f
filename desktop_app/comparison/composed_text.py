"""A reviewer's choices between two revisions, and the text that is built by them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desktop_app.comparison.result import Range
from desktop_app.documents.document import DocumentPart


class ProvisionOrigin(StrEnum):
    """The text from which a provision is taken."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Wording:
    """Replaces code points `[start, end)` of one text, if the choices take that range. An empty range is a place
    where words are inserted."""

    origin: ProvisionOrigin
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """A reviewer's choices.

    `old` are indices of entries to take from OLD. Other entries of the same group follow them, because a group is
    one change. All other entries are taken from NEW.
    """

    old: frozenset[int] = frozenset()
    wordings: tuple[Wording, ...] = ()


class CopiedRun(NamedTuple):
    """Code points `[start, end)` of one text, copied to `place` of the composed text."""

    origin: ProvisionOrigin
    start: int
    end: int
    place: int


@dataclass(frozen=True, slots=True)
class Composed:
    """The composed text, with the range of each replacement in it.

    A range is None if the replaced text was not taken, or if another replacement had already changed it.
    """

    text: str
    wordings: tuple[Range | None, ...] = ()
    #: The chosen parts beside the text, with the places of their references in it.
    parts: tuple[DocumentPart, ...] = ()
    #: The runs that were copied from one of the two texts, in the order of `text`.
    runs: tuple[CopiedRun, ...] = ()

    def source(self, offset: int) -> tuple[ProvisionOrigin | None, int]:
        """Returns where the character at an offset of `text` was copied from.

        Characters that are in neither text have no origin, and the number of characters since the last copied one.
        """
        at = bisect_right(self.runs, offset, key=lambda run: run.place) - 1
        if at < 0:
            return None, offset
        run = self.runs[at]
        since = offset - run.place
        length = run.end - run.start
        return (run.origin, run.start + since) if since < length else (None, run.end + since - length)
