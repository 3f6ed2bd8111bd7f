"""A list as a table: the types of its columns, and writing it to a file.

A day has two columns: in the calendar of the office for reading, and as a date for calculations. Codes stay
text, to keep leading zeros. The number of rows is not limited.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import Final

from desktop_app.clock import TEHRAN
from desktop_app.errors import CancelledError
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.progress import Progress
from desktop_app.reports.cells import harmless
from desktop_app.reports.numbers import gregorian_title
from desktop_app.wording.labels import label
from desktop_app.workbook import Cell, Sheet, write_workbook

#: Datetimes are timezone-aware, dates are days in Tehran; None for unknown.
Value = str | int | float | date | datetime | None
XLSX: Final = ".xlsx"
CSV: Final = ".csv"
_REPORT_EVERY: Final = 200
_WIDTH: Final = 12.0


class ColumnKind(Enum):
    """The type of the values of a column."""

    WORDS = auto()
    #: An identifier, always written as text.
    CODE = auto()
    NUMBER = auto()
    DAY = auto()
    MOMENT = auto()


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list; `width` in characters."""

    title: str
    kind: ColumnKind = ColumnKind.WORDS
    width: float = _WIDTH


@dataclass(frozen=True, slots=True)
class ListTable:
    """A list to export.

    `key` identifies it in the audit log (`written_list` of the labels), and names its sheet where `title` is
    empty. `rows` is iterated once; `total` is the expected number of rows, for progress.
    """

    key: str
    columns: tuple[ListColumn, ...]
    rows: Iterable[Sequence[Value]]
    total: int
    title: str = ""


def write_list(table: ListTable, target: Path, suffix: str, progress: Progress) -> int:
    """Writes the list to `target` in the format of `suffix` and returns the number of rows.

    Raises OSError, `CancelledError`.
    """
    counted = _Counted(table, progress)
    if suffix == XLSX:
        columns = [column for column in table.columns for column in _as_written(column)]
        header = [column.title for column in columns]
        widths = [column.width for column in columns]
        rows = (_real(table.columns, row) for row in counted)
        name = table.title or label("written_list", table.key)
        write_workbook([Sheet(name, rows, header, widths)], target)
    else:
        with target.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as stream:
            lines = csv.writer(stream)
            lines.writerow(column.title for made in table.columns for column in _as_written(made))
            lines.writerows(_plain(table.columns, row) for row in counted)
    return counted.done


class _Counted:
    """Iterates over the rows of a list, counting them and checking for cancellation."""

    def __init__(self, table: ListTable, progress: Progress) -> None:
        self.done = 0
        self._table, self._progress = table, progress

    def __iter__(self) -> Iterator[Sequence[Value]]:
        for row in self._table.rows:
            yield row
            self.done += 1
            if self.done % _REPORT_EVERY == 0:
                self._progress.report(min(self.done, self._table.total), self._table.total)
                if self._progress.cancelled():
                    raise CancelledError(done=0)
        if self._progress.cancelled():
            raise CancelledError(done=0)


def _as_written(column: ListColumn) -> tuple[ListColumn, ...]:
    if column.kind not in (ColumnKind.DAY, ColumnKind.MOMENT):
        return (column,)
    name = gregorian_title(column.title)
    wider = 17.0 if column.kind is ColumnKind.MOMENT else _WIDTH
    return ListColumn(column.title, column.kind, wider), ListColumn(name, column.kind, wider)


def _jalali(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{short_date(tehran_day(value))} {clock_time(value)}"
    return short_date(value) if isinstance(value, date) else ""


def _real(columns: Sequence[ListColumn], row: Sequence[Value]) -> list[Cell | date]:
    cells: list[Cell | date] = []
    for column, value in zip(columns, row, strict=True):
        if column.kind in (ColumnKind.DAY, ColumnKind.MOMENT):
            cells += [_jalali(value), value]
        else:
            cells.append(value)
    return cells


def _plain(columns: Sequence[ListColumn], row: Sequence[Value]) -> list[Cell]:
    cells: list[Cell] = []
    for column, value in zip(columns, row, strict=True):
        if isinstance(value, datetime):
            cells += [_jalali(value), value.astimezone(TEHRAN).strftime("%Y-%m-%d %H:%M")]
        elif isinstance(value, date):
            cells += [_jalali(value), value.isoformat()]
        elif column.kind in (ColumnKind.DAY, ColumnKind.MOMENT):
            cells += ["", ""]
        else:
            cells.append(harmless(value))
    return cells
