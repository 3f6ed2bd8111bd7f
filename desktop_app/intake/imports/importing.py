"""The common part of importing petitions and comments: plan, chunks, result.

A chunk is one transaction. After a cancellation or a lost connection, the finished chunks are kept, and
importing the same file again adds the missing rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, Generic, TypeVar

from desktop_app.documents.faults import refusal
from desktop_app.errors import AppError, CancelledError
from desktop_app.intake.formats.cells import RowFault, oddities
from desktop_app.intake.formats.columns import match, missing
from desktop_app.intake.formats.faults import TableFault
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.formats.sms import PartedMessages
from desktop_app.intake.formats.tabular import TableFormat, TabularFile, TabularRow
from desktop_app.intake.imports.changed_rows import ChangedRow
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.progress import Progress, SilentProgress

T = TypeVar("T")

#: Number of rows per transaction.
CHUNK: Final = 500
_FIRST_ROWS: Final = 20


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A file before its import, for review by a person.

    `mapping` maps field to column, as suggested by the names; `first_rows` are for a preview.
    """

    table: TabularFile
    fields: tuple[str, ...]
    required: tuple[str, ...]
    mapping: dict[str, str]
    first_rows: tuple[TabularRow, ...]

    @property
    def path(self) -> Path:
        return self.table.path

    @property
    def format(self) -> TableFormat:
        return self.table.format

    @property
    def encoding(self) -> str:
        return self.table.encoding

    @property
    def delimiter(self) -> str:
        return self.table.delimiter

    @property
    def columns(self) -> tuple[str, ...]:
        return self.table.columns

    def missing(self, mapping: Mapping[str, str] | None = None) -> tuple[str, ...]:
        """Returns the required fields without a column in `mapping` (or in the suggested mapping)."""
        return missing(self.mapping if mapping is None else mapping, self.required)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The result of an import.

    `read` is `created` + `already_present` + the numbers of `changed` and `rejected` rows (one entry per row). With
    `cancelled`, the import stopped after a chunk, and the counts are those of finished chunks. `notices` counts
    rows with control characters (`controls`) or markup (`markup`), which were kept, joined parts of text messages
    (`joined`), and petitions that became notices without a reply (`without_reply`). Its other keys are those of
    `wording.row_faults`. Joined parts count as one row.
    """

    read: int
    created: int
    already_present: int
    rejected: tuple[RowFault, ...]
    cancelled: bool = False
    notices: Mapping[str, int] = field(default_factory=dict)
    #: Rows that were imported with a warning.
    pointed_out: tuple[RowFault, ...] = ()
    #: Known rows that came with other words: a person chooses what becomes of them.
    changed: tuple[ChangedRow, ...] = ()


def plan_table(path: Path, fields: tuple[str, ...], required: tuple[str, ...]) -> ImportPlan:
    """Opens a file and suggests a mapping. Raises `BadFileError`."""
    table = open_table(path)
    first = tuple(islice(read_rows(table), _FIRST_ROWS))
    if not first:
        raise refusal(path.name, TableFault.NO_ROWS)
    return ImportPlan(table, fields, required, match(table.columns, fields), first)


@dataclass
class Importer(Generic[T]):
    """Reads a planned file row by row and stores it chunk by chunk.

    `read_row` converts a row to an item or a fault; `store` stores items in one transaction and returns the
    number of new ones; `text_of` returns the text of the citizen in an item.
    """

    plan: ImportPlan
    mapping: Mapping[str, str]
    read_row: Callable[[TabularRow], T | RowFault]
    store: Callable[[list[T]], int]
    text_of: Callable[[T], str]
    progress: Progress = field(default_factory=SilentProgress)
    rejects: RejectedRows | None = None
    #: Whether `store` only counts.
    dry_run: bool = False

    def run(self) -> ImportResult:
        """Runs the import.

        Raises `BadFileError`, `DatabaseAwayError` and other errors of storing. An error after the first chunk has the
        number of rows that were stored as the parameter `saved`.
        """
        if self.plan.missing(self.mapping):
            fields = ",".join(self.plan.missing(self.mapping))
            raise refusal(self.plan.path.name, TableFault.MISSING_COLUMNS, fields=fields)
        messages = PartedMessages(self.plan.columns, self.mapping)
        rows = messages.rows(read_rows(self.plan.table, self.progress))
        faults: list[RowFault] = []
        notices: Counter[str] = Counter()
        read = created = 0
        try:
            while chunk := list(islice(rows, CHUNK)):
                if self.progress.cancelled():
                    raise CancelledError
                items = self._items(chunk, faults)
                created += self.store(items)
                read += len(chunk)
                for item in items:
                    notices.update(oddities(self.text_of(item)))
                self.progress.report(read, max(read, self.plan.table.rows))
        except CancelledError:
            return self._result(read, created, faults, notices, cancelled=True)
        except AppError as error:
            error.after(0 if self.dry_run else created)
            raise
        notices.update(messages.counts)
        self.progress.report(read, read)
        return self._result(read, created, faults, notices, cancelled=False)

    def _items(self, chunk: list[TabularRow], faults: list[RowFault]) -> list[T]:
        items: list[T] = []
        for row in chunk:
            found = self.read_row(row)
            if isinstance(found, RowFault):
                faults.append(found)
                if self.rejects is not None:
                    self.rejects.add(self.plan.table, row)
            else:
                items.append(found)
        return items

    def _result(
        self, read: int, created: int, faults: list[RowFault], notices: Counter[str], *, cancelled: bool
    ) -> ImportResult:
        present = read - created - len(faults)
        return ImportResult(read, created, present, tuple(faults), cancelled, dict(notices))
