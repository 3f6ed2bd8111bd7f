"""Writes spreadsheets (XLSX) with right-to-left sheets. Text is never interpreted as a formula.

Rows are written one by one, so memory use does not grow with their number. Dates, times and numbers become typed
cells; the form of a column says how its numbers are shown. The caller passes codes as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache
from itertools import chain, islice
from math import ceil
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop_app.clock import TEHRAN
from desktop_app.scratch import scratch_folder
from desktop_app.wording import digits
from desktop_app.workbook.charts import chart_of
from desktop_app.workbook.formats import LINE, CellFormats, ColumnFormats
from desktop_app.workbook.model import Cell, Row, Sheet

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
_A4: Final = 9
#: Characters of the widths of columns that fit on A4 upright at full size.
_UPRIGHT: Final = 95.0
_WIDTH: Final = 12.0
_HEAD: Final = "#EFEDE8"
#: In points.
_LINE_HEIGHT: Final = 15.0
#: Excel refuses more than 255 characters in a footer.
_MOST_FOOTER: Final = 200


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
        self._formats = CellFormats(book)

    def add(self, sheet: Sheet) -> None:
        """Writes a sheet, and further ones if its rows exceed the limit."""
        rows = iter(sheet.rows)
        self._one(sheet, rows)
        for first in rows:
            self._one(sheet, chain((first,), rows))

    def _one(self, sheet: Sheet, rows: Iterator[Row]) -> None:
        page = self._book.add_worksheet(self._unique_name(sheet.name.translate(_NOT_IN_NAMES)))
        line = self._above(page, sheet)
        _set_page(page, sheet, self._marking)
        if sheet.header:
            widths = _widths(sheet)
            if any(len(title) > width for title, width in zip(sheet.header, widths, strict=False)):
                page.set_row(line, 2 * _LINE_HEIGHT)
            titles = self._formats.column(bold=True, text_wrap=True, bg_color=_HEAD, bottom=1)
            for place, title in enumerate(sheet.header):
                _write(page, line, place, title, titles)
            line += 1
            page.freeze_panes(line, 0)
            page.repeat_rows(line - 1)
        top, room = line, MOST_ROWS - line - (sheet.totals is not None)
        look: dict[str, Any] = {"bottom": 1, "bottom_color": LINE} if sheet.header else {}
        column = self._columns(sheet, **look)
        for row in islice(rows, room):
            _write_row(page, line, row, column)
            line += 1
        if sheet.header and line > top:
            page.autofilter(top - 1, 0, line - 1, len(sheet.header) - 1)
        last = line
        if sheet.totals is not None:
            column = self._columns(sheet, bold=True, top=1, bg_color=_HEAD)
            _write_row(page, line, sheet.totals, column)
            line += 1
        if sheet.printed is not None:
            page.print_area(0, 0, max(line - 1, 0), sheet.printed - 1)
        for place, chart in enumerate(sheet.charts if last > top else ()):
            drawn = chart_of(self._book, self._formats, page.get_name(), chart, (top, last - 1))
            page.insert_chart(line + 1 + 16 * place, 0, drawn)

    def _above(self, page: Any, sheet: Sheet) -> int:
        """Writes what stands above the header, and returns the next line."""
        line, widths = 0, _widths(sheet)
        quiet: dict[str, Any] = {"font_color": "#5C5850"}
        heads: list[tuple[str, dict[str, Any]]] = [
            (self._marking, {"bold": True}),
            (sheet.title, {"bold": True, "font_size": 14}),
            *((note, quiet) for note in sheet.notes),
        ]
        for words, look in heads:
            if not words:
                continue
            room = sum(widths[: sheet.printed])
            # A title may run over the edge of a narrow table.
            if len(words) > room and len(widths) > 1 and "bold" not in look:
                # Excel does not fit the height of merged cells.
                page.set_row(line, _LINE_HEIGHT * ceil(len(words) / room))
                merged = self._formats.words(text_wrap=True, **look)
                page.merge_range(line, 0, line, len(widths[: sheet.printed]) - 1, "", merged)
                page.write_string(line, 0, _written(words), merged)
            else:
                _write(page, line, 0, words, self._formats.column(**look))
            line += 1
        # An empty row keeps the table apart: Excel takes neighbouring cells for a part of it.
        return line + 1 if line and (sheet.title or sheet.notes) else line

    def _columns(self, sheet: Sheet, **look: Any) -> Callable[[int], ColumnFormats]:
        """Returns the formats of a column by its place, in rows of one look."""

        @cache
        def column(place: int) -> ColumnFormats:
            # What is not printed does not make a row higher.
            wrapped = sheet.wrapped and (sheet.printed is None or place < sheet.printed)
            form = sheet.forms[place] if place < len(sheet.forms) else None
            return self._formats.column(form, **look, text_wrap=wrapped)

        return column

    def _unique_name(self, name: str) -> str:
        """Returns the name, with a number appended if it is empty or taken. Names must be unique in a workbook."""
        taken = {page.get_name().casefold() for page in self._book.worksheets()}
        wanted, number = name.strip()[:_MAX_NAME] or digits(len(taken) + 1), 2
        while wanted.casefold() in taken:
            tail = f" {digits(number)}"
            wanted, number = name[: _MAX_NAME - len(tail)] + tail, number + 1
        return wanted


def _write_row(page: Any, line: int, row: Row, column: Callable[[int], ColumnFormats]) -> None:
    for place, value in enumerate(row):
        _write(page, line, place, value, column(place))


def _write(page: Any, line: int, place: int, value: Cell | date, column: ColumnFormats) -> None:
    if isinstance(value, str):
        page.write_string(line, place, _written(value), column.words)
    elif isinstance(value, datetime):
        local = value.astimezone(TEHRAN).replace(tzinfo=None)
        page.write_datetime(line, place, local, column.moment)
    elif isinstance(value, date):
        page.write_datetime(line, place, value, column.day)
    elif value is not None:
        page.write_number(line, place, value, column.number)
    elif column.ruled:
        page.write_blank(line, place, None, column.words)


def _widths(sheet: Sheet) -> list[float]:
    return [*sheet.widths, *(_WIDTH for _ in sheet.header[len(sheet.widths) :])]


def _set_page(page: Any, sheet: Sheet, marking: str) -> None:
    """Sets direction, widths and paper: A4, lengthwise where the printed columns need it."""
    page.right_to_left()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    widths = _widths(sheet)
    if sum(widths[: sheet.printed]) > _UPRIGHT:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    for place, width in enumerate(widths):
        page.set_column(place, place, width)
    # In the header and footer of a page, an ampersand starts a control code.
    # Only digits: the footer has no direction of its own.
    page.set_footer(f"&R{(sheet.title or sheet.name).replace('&', '&&')[:_MOST_FOOTER]}&L&P/&N")
    if marking:
        page.set_header("&C" + marking.replace("&", "&&"))


def _written(value: str) -> str:
    words = _ILLEGAL.sub("\ufffd", value).encode("utf-8", "replace").decode("utf-8")
    return words if len(words) <= _MAX_TEXT else words[: _MAX_TEXT - len(_CUT)] + _CUT
