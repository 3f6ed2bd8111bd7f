"""Writes spreadsheets (XLSX) with right-to-left sheets of plain cells. Text is never interpreted as a formula.

Rows are written one by one, so memory use does not grow with their number. Dates, times and numbers become typed
cells. The caller passes codes as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop_app.clock import TEHRAN
from desktop_app.scratch import scratch_folder
from desktop_app.wording import digits

#: The types of a cell besides dates and times.
Cell = str | int | float | None

#: Excel's limit for the name of a sheet, and the characters that it refuses there.
_MAX_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
#: Excel's limit for the text of a cell.
_MAX_TEXT: Final = 32_767
#: Excel's limit for the rows of a sheet.
MOST_ROWS: Final = 1_048_576
_CUT: Final = " …"
#: Characters that are illegal in XML.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DAY: Final = "yyyy-mm-dd"
_MOMENT: Final = "yyyy-mm-dd hh:mm"
_RIGHT_TO_LEFT: Final = 2
_A4: Final = 9


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows below an optional header, which is frozen. `widths` of columns are in characters.

    Aware datetimes are written in Tehran time. Rows beyond the limit of a sheet continue on another one.
    """

    name: str
    rows: Iterable[Sequence[Cell | date]]
    header: Sequence[str] = ()
    widths: Sequence[float] = field(default_factory=tuple)
    wrapped: bool = False


def write_workbook(
    sheets: Iterable[Sheet], target: Path | BinaryIO, *, marking: str = "", made_at: datetime | None = None
) -> None:
    """Writes the sheets in order. Text longer than a cell can hold is cut and ends with «…».

    `marking` is written in the first row of each sheet and in the header of each printed page. `made_at` is
    stored as the creation time. Raises OSError.
    """
    import xlsxwriter  # noqa: PLC0415 - what only spreadsheets need
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    # The temporary files are deleted with the folder, also after an error.
    with scratch_folder() as temporary:
        book = xlsxwriter.Workbook(
            target if not isinstance(target, Path) else str(target),
            {
                "constant_memory": True,
                "tmpdir": str(temporary),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        if made_at is not None:
            book.set_properties({"created": made_at.astimezone(TEHRAN).replace(tzinfo=None)})
        try:
            writing = _Writing(book, marking)
            for sheet in sheets:
                writing.add(sheet)
            book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else error
            raise (cause if isinstance(cause, OSError) else OSError(str(cause))) from error
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()


class _Writing:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, marking: str) -> None:
        self._book = book
        self._marking = marking
        self._bold = book.add_format({"bold": True, "reading_order": _RIGHT_TO_LEFT})
        self._plain = book.add_format({"reading_order": _RIGHT_TO_LEFT})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top", "reading_order": _RIGHT_TO_LEFT})
        self._day = book.add_format({"num_format": _DAY, "align": "right"})
        self._moment = book.add_format({"num_format": _MOMENT, "align": "right"})

    def add(self, sheet: Sheet) -> None:
        """Writes a sheet, and further ones if its rows exceed the limit."""
        rows = iter(sheet.rows)
        self._one(sheet, rows)
        for first in rows:
            self._one(sheet, chain((first,), rows))

    def _one(self, sheet: Sheet, rows: Iterator[Sequence[Cell | date]]) -> None:
        page = self._book.add_worksheet(self._unique_name(sheet.name.translate(_NOT_IN_NAMES)))
        page.right_to_left()
        page.set_paper(_A4)
        if len(sheet.header) > 5:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        for place, width in enumerate(sheet.widths):
            page.set_column(place, place, width)
        line = 0
        if self._marking:
            # In a page header, an ampersand starts a control code.
            page.set_header("&C" + self._marking.replace("&", "&&"))
            self._cell(page, line, 0, self._marking, self._bold)
            line += 1
        if sheet.header:
            for place, title in enumerate(sheet.header):
                self._cell(page, line, place, title, self._bold)
            line += 1
            page.freeze_panes(line, 0)
            page.repeat_rows(line - 1)
        top, words = line, self._wrapped if sheet.wrapped else self._plain
        for row in islice(rows, MOST_ROWS - line):
            for place, value in enumerate(row):
                self._cell(page, line, place, value, words)
            line += 1
        if sheet.header and line > top:
            page.autofilter(top - 1, 0, line - 1, len(sheet.header) - 1)

    def _cell(self, page: Any, line: int, place: int, value: Cell | date, words: Any) -> None:
        if value is None:
            return
        if isinstance(value, str):
            page.write_string(line, place, _written(value), words)
        elif isinstance(value, datetime):
            page.write_datetime(line, place, value.astimezone(TEHRAN).replace(tzinfo=None), self._moment)
        elif isinstance(value, date):
            page.write_datetime(line, place, value, self._day)
        else:
            page.write_number(line, place, value)

    def _unique_name(self, name: str) -> str:
        """Returns the name, with a number appended if it is empty or taken. Names must be unique in a workbook."""
        taken = {page.get_name().casefold() for page in self._book.worksheets()}
        wanted, number = name.strip()[:_MAX_NAME] or digits(len(taken) + 1), 2
        while wanted.casefold() in taken:
            tail = f" {digits(number)}"
            wanted, number = name[: _MAX_NAME - len(tail)] + tail, number + 1
        return wanted


def _written(value: str) -> str:
    words = _ILLEGAL.sub("\ufffd", value).encode("utf-8", "replace").decode("utf-8")
    return words if len(words) <= _MAX_TEXT else words[: _MAX_TEXT - len(_CUT)] + _CUT
