"""A table of the monthly report: title, columns and rows, for paper, window, spreadsheet and text. Pure.

Values are exact. The `ValueFormat` of a column writes them for readers, and for the cell of a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from desktop_app.persian.dates import day_and_month, plain_date
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.reports.numbers import change_words, days, growth_words, number, percent
from desktop_app.wording import translate
from desktop_app.workbook import Cell, NumberForm


class ValueFormat(NamedTuple):
    """How the values of a column are written; `form` and `width` (in characters) are those of a spreadsheet."""

    words: Callable[[Any], str]
    cell: Callable[[Any], Cell | date]
    form: NumberForm | None = None
    width: float = 12.0


def day_words(day: date | None) -> str:
    return day_and_month(day) if day is not None else "—"


def _jalali(day: date | None) -> str:
    """A Jalali day in Latin digits, which sorts; empty where there is none."""
    return plain_date(day) if day is not None else ""


def _exact(value: Any) -> Any:
    return value


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


TEXT: Final = ValueFormat(str, str, width=26.0)
#: Of a draft or an action, whose name is long.
TITLE: Final = ValueFormat(str, str, width=50.0)
#: Of somebody who may be missing.
NAME: Final = ValueFormat(lambda name: name or "—", str, width=24.0)
COUNT: Final = ValueFormat(number, _exact, NumberForm.COUNT)
DAYS: Final = ValueFormat(days, _exact, NumberForm.DECIMAL, 14.0)
SHARE: Final = ValueFormat(
    lambda share: "—" if share is None else percent(share), _rounded, NumberForm.SHARE, 9.0
)
CHANGE: Final = ValueFormat(
    lambda change: "—" if change is None else change_words(change), _exact, NumberForm.CHANGE
)
#: A relative change, 0.5 for half as many again.
GROWTH: Final = ValueFormat(growth_words, _rounded, NumberForm.GROWTH)
DAY: Final = ValueFormat(day_words, _jalali)
#: A day as the date of a spreadsheet, in its own calendar.
REAL_DAY: Final = ValueFormat(day_words, _exact)
TIME: Final[ValueFormat] = ValueFormat(lambda time: time.title, lambda time: time.title, width=26.0)
TIME_CODE: Final[ValueFormat] = ValueFormat(lambda time: time.code, lambda time: time.code, width=14.0)
CODE: Final = ValueFormat(shown_code, str, width=18.0)


class ReportColumn(NamedTuple):
    """A column; `exact`: only a spreadsheet has it."""

    title: str
    form: ValueFormat
    exact: bool = False


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A table under its title. Rows, and the totals, have a value for each column."""

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    totals: tuple[Any, ...] | None = None
    #: What readers are told before the table, and instead of it.
    sentence: str = ""
    nothing: str = ""

    @property
    def titles(self) -> list[str]:
        """Of the columns that readers see."""
        return [column.title for column in self.columns if not column.exact]

    def words(self, row: Sequence[Any]) -> list[str]:
        """A row, or the totals, for readers; empty where there is no value."""
        return [
            str(value) if form is None else form.words(value)
            for form, value in self._formed(row, exact=False)
        ]

    def cells(self, row: Sequence[Any]) -> list[Cell | date]:
        """A row, or the totals, for a spreadsheet."""
        return [
            value or None if form is None else form.cell(value)
            for form, value in self._formed(row, exact=True)
        ]

    def _formed(self, row: Sequence[Any], *, exact: bool) -> Iterator[tuple[ValueFormat | None, Any]]:
        """Yields each value with its format; the name of the totals, and what has no value, have none."""
        for place, (column, value) in enumerate(zip(self.columns, row, strict=True)):
            if exact or not column.exact:
                plain = value is BLANK or (place == 0 and row is self.totals)
                yield None if plain else column.form, "" if value is BLANK else value


#: Stands in totals for a column that cannot be added up.
BLANK: Final = object()


def all_name() -> str:
    """The name of a row of totals."""
    return translate("Monthly report", "In all")


def total_of(columns: Sequence[ReportColumn], rows: Sequence[Sequence[Any]], name: str) -> tuple[Any, ...]:
    """Returns the totals of counted columns under a name; the others stay blank."""
    sums = (
        sum(row[place] for row in rows) if column.form is COUNT else BLANK
        for place, column in enumerate(columns)
        if place
    )
    return (name, *sums)


def received_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Received"), COUNT)


def resolved_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Resolved"), COUNT)


def days_columns() -> tuple[ReportColumn, ReportColumn]:
    """Median and 90th percentile."""
    return (
        ReportColumn(translate("Monthly report", "Half within (days)"), DAYS),
        ReportColumn(translate("Monthly report", "Nine tenths within (days)"), DAYS),
    )
