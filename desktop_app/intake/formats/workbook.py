"""XLSX: the first non-empty sheet, with typed cells converted to text. Runs in the process for foreign files.

A small workbook can require more memory than available. So uncompressed sizes are checked first, then the
extent of the cells, because the reader allocates a full rectangle per sheet.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from desktop_app.documents.faults import PACKAGE_LIMIT, FileFault, open_package, refusal
from desktop_app.documents.lines import TEXT_LIMIT
from desktop_app.intake.formats.faults import TableFault
from desktop_app.intake.formats.tabular import without_empty_tail

Cell = int | float | str | bool | time | date | datetime | timedelta
#: Maximum number of cells in the rectangle of a sheet: a million rows of eight columns.
CELL_LIMIT: Final = 8_000_000
#: Limits of a batch of rows: their number, and the characters of their cells.
_MOST_ROWS: Final = 500
_MOST_TEXT: Final = 500_000
#: Maximum number of characters in a row.
_ROW_LIMIT: Final = TEXT_LIMIT // 4
#: Number of unpacked bytes that are looked at together, and the largest tag.
_PIECE: Final = 4 * 1024 * 1024
_LONGEST_TAG: Final = 1024 * 1024

#: The position of a cell with content; cells with only a format (`<c … />`) are not allocated.
_PLACE: Final = re.compile(rb"""\sr\s*=\s*["']\$?([A-Za-z]{1,7})\$?([0-9]{1,9})["'][^<>]*(?<!/)>""")
_ODD_PLACE: Final = re.compile(rb"""<(?:\w+:)?c\s[^<>]*\br\s*=\s*["'][^"'<>]*&""")

NumberedRow = tuple[int, list[str]]


class OpenWorkbook:
    """The sheet of one workbook. Raises `BadFileError`."""

    def __init__(self, data: bytes) -> None:
        self._sheet = _loaded(data)
        self.header_row, self.header = next(
            (found for found in _numbered(self._sheet) if any(cell.strip() for cell in found[1])), (0, [])
        )
        if not self.header_row:
            raise refusal("", TableFault.NO_ROWS)
        last = self._sheet.end[0] + 1 if self._sheet.end else self.header_row
        #: An estimated number of rows.
        self.rows = last - self.header_row
        self._at, self._left = 0, self._filled()

    def after(self, count: int) -> list[NumberedRow]:
        """Returns some of the rows after the header and `count` further ones; none at the end."""
        if count != self._at:
            self._at, self._left = 0, self._filled()
        found: list[NumberedRow] = []
        size = 0
        for row in self._left:
            self._at += 1
            if self._at <= count:
                continue
            found.append(row)
            long = sum(map(len, row[1]))
            if long > _ROW_LIMIT:
                raise refusal("", FileFault.TOO_MUCH_TEXT, limit=_ROW_LIMIT)
            size += long
            if len(found) >= _MOST_ROWS or size >= _MOST_TEXT:
                break
        return found

    def _filled(self) -> Iterator[NumberedRow]:
        for number, cells in _numbered(self._sheet):
            if number > self.header_row and (filled := without_empty_tail(cells)):
                yield number, filled


def _loaded(data: bytes) -> CalamineSheet:
    """Returns the first visible sheet with content."""
    with open_package("", data, kind="xlsx", markup_limit=PACKAGE_LIMIT) as package:
        if not any(name.startswith("xl/") for name in package.namelist()):
            raise refusal("", FileFault.NOT_AN_XLSX)
        _check_spread(package)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for place, sheet in enumerate(book.sheets_metadata):
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                found = book.get_sheet_by_index(place)
                if found.start is not None:
                    return found
    except CalamineError as error:
        raise refusal("", FileFault.BROKEN) from error
    raise refusal("", TableFault.NO_ROWS)


def _numbered(sheet: CalamineSheet) -> Iterator[NumberedRow]:
    # Include empty rows above the first one with content, so that the numbers are correct.
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield number, [_text(cell) for cell in row]


def _check_spread(package: zipfile.ZipFile) -> None:
    for member in package.infolist():
        columns = rows = 0
        for markup in _tags(package, member):
            if _ODD_PLACE.search(markup):
                raise refusal("", FileFault.UNSAFE_MARKUP)
            for letters, digits in _PLACE.findall(markup):
                columns = max(columns, _column(letters))
                rows = max(rows, int(digits))
            if columns * rows > CELL_LIMIT:
                raise refusal("", TableFault.TOO_MANY_CELLS)


def _tags(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yields the unpacked member in pieces that end before a tag."""
    left = b""
    try:
        with package.open(member) as file:
            while piece := file.read(_PIECE):
                left += piece
                end = max(0, left.rfind(b"<"))
                if len(left) - end > _LONGEST_TAG:
                    if b">" not in left[end:] and member.filename.lower().endswith(".xml"):
                        raise refusal("", FileFault.UNSAFE_MARKUP)
                    end = len(left)
                yield left[:end]
                left = left[end:]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise refusal("", FileFault.BROKEN) from error
    yield left


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
