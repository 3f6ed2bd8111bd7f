"""A spreadsheet (XLSX) that opens from the right: sheets of plain cells, text never taken for a formula.

Written row by row, so that a million rows take no more memory than one. Days and moments are dates for the
spreadsheet program, numbers are numbers; whatever is a code is to come as text.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop_app.clock import TEHRAN
from desktop_app.wording import digits

#: What a cell may hold besides a day or a moment.
Cell = str | int | float | None

#: Excel cuts names of sheets here, and refuses these characters in them.
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
#: What a cell of a workbook can hold, and a sheet.
_LONGEST_TEXT: Final = 32_767
#: Rows of one sheet, as the format limits them.
MOST_ROWS: Final = 1_048_576
_CUT: Final = " …"
#: No character of XML, whatever the program reads it with.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DAY: Final = "yyyy-mm-dd"
_MOMENT: Final = "yyyy-mm-dd hh:mm"
_RIGHT_TO_LEFT: Final = 2
_A4: Final = 9


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under an optional header, which stays in sight; `widths` of columns in characters. Aware moments are
    written in Tehran's time. What is more than a sheet holds goes on in another one."""

    name: str
    rows: Iterable[Sequence[Cell | date]]
    header: Sequence[str] = ()
    widths: Sequence[float] = field(default_factory=tuple)
    wrapped: bool = False


def write_workbook(
    sheets: Iterable[Sheet], target: Path | BinaryIO, *, marking: str = "", made_at: datetime | None = None
) -> None:
    """Writes the sheets in order; text longer than a cell holds ends with «…». `marking` stands in the first row of
    each, and above every page that is printed of it; `made_at` stands in the file. Raises OSError."""
    import xlsxwriter  # noqa: PLC0415 - what only spreadsheets need
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    # What is written aside meanwhile goes with the folder, whatever happens.
    with tempfile.TemporaryDirectory(prefix="mosharekat-", ignore_cleanup_errors=True) as aside:
        book = xlsxwriter.Workbook(
            target if not isinstance(target, Path) else str(target),
            {
                "constant_memory": True,
                "tmpdir": aside,
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
            told = error.args[0] if error.args else error
            raise (told if isinstance(told, OSError) else OSError(str(told))) from error
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()


class _Writing:
    """The writing of one workbook."""

    def __init__(self, book: Any, marking: str) -> None:
        self._book = book
        self._marking = marking
        self._bold = book.add_format({"bold": True, "reading_order": _RIGHT_TO_LEFT})
        self._plain = book.add_format({"reading_order": _RIGHT_TO_LEFT})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top", "reading_order": _RIGHT_TO_LEFT})
        self._day = book.add_format({"num_format": _DAY, "align": "right"})
        self._moment = book.add_format({"num_format": _MOMENT, "align": "right"})

    def add(self, sheet: Sheet) -> None:
        """Writes a sheet, and as many more as its rows want."""
        rows = iter(sheet.rows)
        self._one(sheet, rows)
        for first in rows:
            self._one(sheet, chain((first,), rows))

    def _one(self, sheet: Sheet, rows: Iterator[Sequence[Cell | date]]) -> None:
        page = self._book.add_worksheet(self._free(sheet.name.translate(_NOT_IN_NAMES)))
        page.right_to_left()
        page.set_paper(_A4)
        if len(sheet.header) > 5:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        for place, width in enumerate(sheet.widths):
            page.set_column(place, place, width)
        line = 0
        if self._marking:
            # An ampersand begins a code there.
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

    def _free(self, name: str) -> str:
        """The name, with a number where it is taken or empty: a workbook wants different ones."""
        taken = {page.get_name().casefold() for page in self._book.worksheets()}
        wanted, number = name.strip()[:_LONGEST_NAME] or digits(len(taken) + 1), 2
        while wanted.casefold() in taken:
            tail = f" {digits(number)}"
            wanted, number = name[: _LONGEST_NAME - len(tail)] + tail, number + 1
        return wanted


def _written(value: str) -> str:
    words = _ILLEGAL.sub("\ufffd", value).encode("utf-8", "replace").decode("utf-8")
    return words if len(words) <= _LONGEST_TEXT else words[: _LONGEST_TEXT - len(_CUT)] + _CUT
