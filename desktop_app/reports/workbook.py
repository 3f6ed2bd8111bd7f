"""A spreadsheet (XLSX) that opens from the right: sheets of plain cells, text never taken for a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop_app.reports.cells import Cell

#: Excel cuts names of sheets here, and refuses these characters in them.
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
#: What a cell of a workbook can hold.
_LONGEST_TEXT: Final = 32_767
_CUT: Final = " …"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under an optional header, which stays in sight; `widths` of columns in characters."""

    name: str
    rows: Iterable[Sequence[Cell | date]]
    header: Sequence[str] = ()
    widths: Sequence[float] = field(default_factory=tuple)
    wrapped: bool = False


def write_workbook(sheets: Iterable[Sheet], target: Path | BinaryIO, *, marking: str = "") -> None:
    """Writes the sheets in order; text longer than a cell holds ends with «…». `marking` stands in the first row of
    each, and above every page that is printed of it. Raises OSError."""
    from openpyxl import Workbook  # noqa: PLC0415 - 0.1 s that only spreadsheets need
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    try:
        for sheet in sheets:
            made = book.create_sheet(sheet.name.translate(_NOT_IN_NAMES)[:_LONGEST_NAME])
            made.sheet_view.rightToLeft = True
            for place, width in enumerate(sheet.widths, start=1):
                made.column_dimensions[get_column_letter(place)].width = width
            if sheet.header:
                # Before the first row, or it is left out.
                made.freeze_panes = "A3" if marking else "A2"
            if marking:
                # An ampersand begins a code there.
                made.oddHeader.center.text = marking.replace("&", "&&")
                made.append([_cell(made, marking, bold=True)])
            if sheet.header:
                made.append([_cell(made, value, bold=True) for value in sheet.header])
            for row in sheet.rows:
                made.append([_cell(made, value, wrapped=sheet.wrapped) for value in row])
    except BaseException:
        # What was begun writes into files of its own, which only their end gives back.
        for begun in book.worksheets:
            begun.close()
        raise
    book.save(target)


def _cell(sheet: Any, value: Cell | date, *, bold: bool = False, wrapped: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    if isinstance(value, str):
        words = str(ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)).encode("utf-8", "replace").decode("utf-8")
        value = words if len(words) <= _LONGEST_TEXT else words[: _LONGEST_TEXT - len(_CUT)] + _CUT
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        # openpyxl takes a leading "=" for a formula unless it is told that the cell is text.
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    if wrapped:
        cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2)
    return cell
