"""XLSX: the first non-empty sheet, with typed cells converted to text.

A small workbook can require more memory than available. So uncompressed sizes are checked first, then the
extent of the cells, because the reader allocates a full rectangle per sheet.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from desktop_app.documents.faults import (
    PACKAGE_LIMIT,
    FileFault,
    check_size,
    open_package,
    read_bytes,
    refusal,
)
from desktop_app.intake.formats.faults import TableFault, UnreadableRow
from desktop_app.intake.formats.tabular import (
    WORKBOOK_LIMIT,
    TableFormat,
    TabularFile,
    TabularRow,
    column_names,
    without_empty_tail,
)

Cell = int | float | str | bool | time | date | datetime | timedelta
#: Maximum number of cells in the rectangle of a sheet: a million rows of eight columns.
CELL_LIMIT: Final = 8_000_000

#: The position of a cell with content; cells with only a format (`<c … />`) are not allocated.
_PLACE: Final = re.compile(rb"""\sr\s*=\s*["']\$?([A-Za-z]{1,7})\$?([0-9]{1,9})["'][^<>]*(?<!/)>""")
_ODD_PLACE: Final = re.compile(rb"""<(?:\w+:)?c\s[^<>]*\br\s*=\s*["'][^"'<>]*&""")


def open_workbook(path: Path) -> TabularFile:
    """Opens the workbook at `path`. Raises `BadFileError`."""
    sheet = _sheet(path)
    for number, cells in _numbered(sheet):
        if any(cell.strip() for cell in cells):
            columns = column_names(path.name, without_empty_tail(cells))
            last = sheet.end[0] + 1 if sheet.end else number
            return TabularFile(path, TableFormat.XLSX, "", "", columns, number, last - number)
    raise refusal(path.name, TableFault.NO_ROWS)


def read_workbook(table: TabularFile) -> Iterator[TabularRow]:
    """Yields the rows after the header."""
    width = len(table.columns)
    sheet = _sheet(table.path)
    for number, cells in _numbered(sheet):
        if number <= table.header_row or not any(cell.strip() for cell in cells):
            continue
        filled = without_empty_tail(cells)
        fault = UnreadableRow.MORE_CELLS_THAN_COLUMNS if len(filled) > width else ""
        yield TabularRow(number, dict(zip(table.columns, filled, strict=False)), fault, tuple(filled[width:]))
    # The sheet can be large and is not needed any more.
    _loaded.cache_clear()


def _sheet(path: Path) -> CalamineSheet:
    """Returns the first visible sheet with content."""
    check_size(path, WORKBOOK_LIMIT)
    status = path.stat()
    return _loaded(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _loaded(path: Path, changed: int, size: int) -> CalamineSheet:
    """Returns the sheet of a file as of `changed`, cached because planning and reading follow each other."""
    del changed, size
    data = read_bytes(path, WORKBOOK_LIMIT)
    with open_package(path.name, data, kind="xlsx", markup_limit=PACKAGE_LIMIT) as package:
        if not any(name.startswith("xl/") for name in package.namelist()):
            raise refusal(path.name, FileFault.NOT_AN_XLSX)
        _check_spread(path.name, package)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for place, sheet in enumerate(book.sheets_metadata):
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                found = book.get_sheet_by_index(place)
                if found.start is not None:
                    return found
    except CalamineError as error:
        raise refusal(path.name, FileFault.BROKEN) from error
    raise refusal(path.name, TableFault.NO_ROWS)


def _numbered(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    # Include empty rows above the first one with content, so that the numbers are correct.
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield number, [_text(cell) for cell in row]


def _check_spread(name: str, package: zipfile.ZipFile) -> None:
    for member in package.infolist():
        markup = package.read(member)
        if _ODD_PLACE.search(markup):
            raise refusal(name, FileFault.UNSAFE_MARKUP)
        columns = rows = 0
        for letters, digits in _PLACE.findall(markup):
            columns = max(columns, _column(letters))
            rows = max(rows, int(digits))
        if columns * rows > CELL_LIMIT:
            raise refusal(name, TableFault.TOO_MANY_CELLS)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)
