"""What a spreadsheet consists of: sheets with columns, forms of numbers and charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

#: The types of a cell besides dates and times.
Cell = str | int | float | None
Row = Sequence[Cell | date]


class NumberForm(Enum):
    """How the numbers of a column are shown; the value is Excel's format."""

    COUNT = "#,##0"
    #: Without thousands, for numbers that name something.
    NUMBER = "0"
    #: One decimal, for days.
    DECIMAL = "0.0"
    SHARE = "0%"
    #: With its sign.
    CHANGE = "+#,##0;-#,##0;0"
    GROWTH = "+0%;-0%;0%"


@dataclass(frozen=True, slots=True)
class SheetChart:
    """A native chart below the rows, with the first column as its categories.

    `bars` are columns of the sheet, from 0; `target` is one that is drawn as a dashed line over them.
    """

    title: str
    bars: tuple[int, ...]
    target: int | None = None
    form: NumberForm = NumberForm.COUNT


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows below an optional header, which is frozen and repeated on each printed page.

    `widths` of columns are in characters. `title` and `notes` are lines above the header. `totals` is a last row, no
    part of the filter. `printed` is the number of leading columns that are printed; None for all of them.
    Aware datetimes are written in Tehran time. Rows beyond the limit of a sheet continue on another one.
    """

    name: str
    rows: Iterable[Row]
    header: Sequence[str] = ()
    widths: Sequence[float] = field(default_factory=tuple)
    wrapped: bool = False
    title: str = ""
    notes: Sequence[str] = ()
    forms: Sequence[NumberForm | None] = ()
    totals: Row | None = None
    printed: int | None = None
    charts: Sequence[SheetChart] = ()
