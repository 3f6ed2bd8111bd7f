"""Imports satisfaction marks of petitioners from a file, in two steps: `plan` and `run`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import islice
from typing import Final, Protocol

from desktop_app.errors import InvalidValueError
from desktop_app.intake.formats.cells import Cells, RowFault
from desktop_app.intake.formats.columns import REQUIRED_OF_SATISFACTION, SATISFACTION_FIELDS
from desktop_app.intake.formats.names import satisfaction_of
from desktop_app.intake.formats.registry import read_rows
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.importing import CHUNK, Importer, ImportPlan, ImportResult, plan_table
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.petitions.desk.satisfaction import (
    LONGEST_WORDS,
    Satisfaction,
    SatisfactionScore,
    ScoreStatus,
    standing_of,
)
from desktop_app.petitions.registration.codes import read_tracking_code
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor

#: Reasons for rejecting a mark, by the state of its petition: keys of `wording.row_faults`.
_REASONS: Final = {
    ScoreStatus.UNKNOWN: "no_such_petition",
    ScoreStatus.OPEN: "not_closed_yet",
    ScoreStatus.OTHER: "marked_otherwise",
}


class SatisfactionServices(Protocol):
    """The services that the import needs."""

    @property
    def satisfaction(self) -> Satisfaction: ...


plan: Final = partial(plan_table, fields=SATISFACTION_FIELDS, required=REQUIRED_OF_SATISFACTION)


def holds_marks(plan: ImportPlan) -> bool:
    """Whether a plan was made by `plan` of this module."""
    return plan.fields == SATISFACTION_FIELDS


class SatisfactionRows:
    """Converts rows with one mapping, and checks them against the current petitions."""

    def __init__(
        self, file: str, mapping: Mapping[str, str], marks: Mapping[str, tuple[bool, int | None]]
    ) -> None:
        self._file, self._mapping, self._marks = file, mapping, marks
        self._marks_of_file: dict[str, int] = {}

    def __call__(self, row: TabularRow) -> SatisfactionScore | RowFault:
        """Returns the mark in `row`, or its faults; a different second mark for the same petition is a fault."""
        cells = Cells(self._file, row, self._mapping)
        if not row.fault:
            code = cells.checked("tracking_code", read_tracking_code)
            if not cells.raw("tracking_code").strip():
                cells.refuse("tracking_code", "empty")
            found = cells.named("satisfaction", satisfaction_of, required=True)
            made = SatisfactionScore(
                code or "", found or 0, cells.body("text", LONGEST_WORDS, required=False).strip()
            )
            if code and found:
                status = standing_of(made, self._marks)
                if status in _REASONS:
                    cells.refuse("tracking_code", _REASONS[status], code)
                elif self._marks_of_file.setdefault(code, found) != found:
                    cells.refuse("tracking_code", "marked_otherwise", code)
        return cells.fault() or made


def first_rows(
    services: SatisfactionServices, actor: Actor, plan: ImportPlan, mapping: Mapping[str, str]
) -> SatisfactionRows:
    """Returns a reader for the first rows of a plan, for a preview."""
    marks = services.satisfaction.marks(actor, _codes(plan.first_rows, mapping))
    return SatisfactionRows(str(plan.path), mapping, marks)


def run(
    services: SatisfactionServices,
    actor: Actor,
    plan: ImportPlan,
    mapping: Mapping[str, str] | None = None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    rejects: RejectedRows | None = None,
) -> ImportResult:
    """Imports the marks of a planned file; existing marks are counted and not stored again.

    Raises `BadFileError`, `NotPermittedError`, `ConflictError`, `DatabaseAwayError`.
    """
    chosen = plan.mapping if mapping is None else mapping
    marks: dict[str, tuple[bool, int | None]] = {}
    rows = read_rows(plan.table, progress) if not plan.missing(chosen) else iter(())
    while chunk := tuple(islice(rows, CHUNK)):
        marks |= services.satisfaction.marks(actor, _codes(chunk, chosen))
    read_row = SatisfactionRows(str(plan.path), chosen, marks)
    seen: set[str] = set()

    def store(scores: list[SatisfactionScore]) -> int:
        if not dry_run:
            return services.satisfaction.take_in(actor, scores)
        new = {mark.tracking_code for mark in scores if standing_of(mark, marks) is ScoreStatus.WAITS} - seen
        seen.update(new)
        return len(new)

    return Importer(
        plan, chosen, read_row, store, _text_of, progress or SilentProgress(), rejects, dry_run
    ).run()


def _codes(rows: tuple[TabularRow, ...], mapping: Mapping[str, str]) -> list[str]:
    found = []
    for row in rows:
        try:
            found.append(read_tracking_code(row.cells.get(mapping.get("tracking_code", ""), "")))
        except InvalidValueError:
            continue
    return found


def _text_of(mark: SatisfactionScore) -> str:
    return mark.text
