"""Imports subjects of petitions (services, instruments, news items) from a file into the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from desktop_app.intake.formats.cells import Cells, RowFault
from desktop_app.intake.formats.columns import REQUIRED_OF_SUBJECTS, SUBJECT_FIELDS
from desktop_app.intake.formats.names import subject_kind_of
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.importing import Importer, ImportPlan, plan_table
from desktop_app.office.services import (
    LONGEST_CODE,
    LONGEST_NAME,
    Catalogue,
    ListTaken,
    NewSubject,
    SubjectKind,
    is_code,
)
from desktop_app.persian.digits import latin_digits
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor


class CatalogueServices(Protocol):
    """The services that the import needs."""

    @property
    def catalogue(self) -> Catalogue: ...


@dataclass(frozen=True, slots=True)
class ListImported:
    """The result of an import: imported and rejected rows."""

    taken: ListTaken
    rejected: tuple[RowFault, ...]


plan: Final = partial(plan_table, fields=SUBJECT_FIELDS, required=REQUIRED_OF_SUBJECTS)


def run(
    services: CatalogueServices,
    actor: Actor,
    plan: ImportPlan,
    kind: SubjectKind,
    mapping: Mapping[str, str] | None = None,
    *,
    progress: Progress | None = None,
) -> ListImported:
    """Imports the list in one transaction; `kind` is the default of rows without one.

    Raises `BadFileError`, `NotPermittedError`, `ConflictError` for a title with two numbers.
    """
    chosen = plan.mapping if mapping is None else mapping
    found: list[NewSubject] = []

    def read_row(row: TabularRow) -> NewSubject | RowFault:
        cells = Cells(str(plan.path), row, chosen)
        title, reference, named = "", "", None
        if not row.fault:
            title = cells.line("title", LONGEST_NAME)
            if not title:
                cells.refuse("title", "empty")
            reference = latin_digits(cells.line("reference", LONGEST_CODE)).replace(" ", "")
            if reference and not is_code(reference):
                cells.refuse("reference", "code_form", reference)
            named = cells.named("subject_kind", subject_kind_of)
        return cells.fault() or NewSubject(named or kind, title, reference)

    def keep(rows: list[NewSubject]) -> int:
        found.extend(rows)
        return 0

    importer = Importer(plan, chosen, read_row, keep, _text_of, progress or SilentProgress())
    result = importer.run()
    taken = ListTaken(0, 0, 0) if result.cancelled else services.catalogue.take_in(actor, found)
    return ListImported(taken, result.rejected)


def _text_of(subject: NewSubject) -> str:
    return subject.name
