"""A list as a table: the types of its columns, and writing it to a file.

A day has two columns: in the calendar of the office for reading, and as a date for calculations; some
have a third one with the Jalali month, for pivot tables. Codes stay text, to keep leading zeros. The number of rows
is not limited.

A workbook begins with the columns that are printed, on A4 lengthwise where they need it. The others follow them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import Final

from desktop_app.errors import CancelledError
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.progress import Progress
from desktop_app.reports.cells import csv_cell
from desktop_app.reports.numbers import gregorian_title
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.workbook import Cell, NumberForm, Sheet, write_workbook

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
    """A column of a list; `width` in characters. `month`: a day has a column with its month as well.

    `name` is what `ListPaper` calls it.
    """

    title: str
    kind: ColumnKind = ColumnKind.WORDS
    width: float = _WIDTH
    printed: bool = True
    month: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class ListPaper:
    """How a list is printed: `scope` in words, and the names of its columns; None for the usual ones."""

    scope: str = ""
    columns: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class ListTable:
    """A list to export.

    `key` identifies it in the audit log (`written_list` of the labels), and is its title where `title` is
    empty. `rows` is iterated once; `total` is the expected number of rows, for progress.
    """

    key: str
    columns: tuple[ListColumn, ...]
    rows: Iterable[Sequence[Value]]
    total: int
    title: str = ""
    paper: ListPaper = ListPaper()


def write_list(table: ListTable, target: Path, suffix: str, progress: Progress, made_at: datetime) -> int:
    """Writes the list to `target` in the format of `suffix` and returns the number of rows.

    Raises OSError, `CancelledError`.
    """
    counted = _Counted(table, progress)
    columns = [made for place, column in enumerate(table.columns) for made in _as_written(place, column)]
    if suffix == XLSX:
        write_workbook([_sheet(table, columns, counted, made_at)], target, made_at=made_at)
    else:
        with target.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as stream:
            lines = csv.writer(stream)
            lines.writerow(column.title for column in columns)
            lines.writerows(
                [csv_cell(column.value(row[column.place])) for column in columns] for row in counted
            )
    return counted.done


def _sheet(
    table: ListTable, columns: Sequence[_WrittenColumn], rows: Iterable[Sequence[Value]], made_at: datetime
) -> Sheet:
    """The printed columns come first."""
    wanted = table.paper.columns
    chosen = [one for one in columns if one.readable and _is_printed(table.columns[one.place], wanted)]
    printed = chosen or [one for one in columns if one.readable]
    ordered = [*printed, *(one for one in columns if one not in printed)]
    name = table.title or label("written_list", table.key)
    as_of = fill(translate("List file", "Written on {moment}"), moment=_jalali(made_at))
    return Sheet(
        name,
        ([one.value(row[one.place]) for one in ordered] for row in rows),
        [one.title for one in ordered],
        [one.width for one in ordered],
        wrapped=True,
        forms=[
            NumberForm.NUMBER if table.columns[one.place].kind is ColumnKind.NUMBER else None
            for one in ordered
        ],
        title=name,
        notes=[note for note in (table.paper.scope, as_of) if note],
        printed=len(printed),
    )


def _is_printed(column: ListColumn, wanted: Collection[str] | None) -> bool:
    return column.printed if wanted is None else column.name in wanted


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


@dataclass(frozen=True, slots=True)
class _WrittenColumn:
    """A column of the file: the place of its values in a row, and what it makes of them."""

    place: int
    title: str
    width: float
    value: Callable[[Value], Cell | date]
    readable: bool = True


def _as_written(place: int, column: ListColumn) -> Iterator[_WrittenColumn]:
    if column.kind not in (ColumnKind.DAY, ColumnKind.MOMENT):
        yield _WrittenColumn(place, column.title, column.width, _exact)
        return
    wider = 17.0 if column.kind is ColumnKind.MOMENT else _WIDTH
    yield _WrittenColumn(place, column.title, wider, _jalali)
    yield _WrittenColumn(place, gregorian_title(column.title), wider, _exact, readable=False)
    if column.month:
        title = fill(translate("List file", "{name} (month)"), name=column.title)
        yield _WrittenColumn(place, title, _WIDTH, _month, readable=False)


def _exact(value: Value) -> Cell | date:
    return value


def _jalali(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{short_date(tehran_day(value))} {clock_time(value)}"
    return short_date(value) if isinstance(value, date) else ""


def _month(value: Value) -> str:
    """The Jalali month, which sorts: «۱۴۰۵/۰۸»."""
    day = tehran_day(value) if isinstance(value, datetime) else value
    return short_date(day)[:7] if isinstance(day, date) else ""
