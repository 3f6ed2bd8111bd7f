"""A table and its rows, independent of the file format: cells are text by column name.

Rows are numbered as in the usual program for the file: the header of a CSV or XLSX is row 1; a CSV record
with line breaks inside quotes is one row; in JSON Lines, a row is a line. `registry` selects the reader of a
file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import MEGABYTE, check_size, refusal
from desktop_app.intake.formats.faults import TableFault

#: Maximum size of a CSV or JSON Lines file in bytes, about 150,000 petitions. Larger exports must be split.
TEXT_TABLE_LIMIT: Final = 100 * MEGABYTE
#: More columns are no table of an office.
MOST_COLUMNS: Final = 1_000
#: How single bytes that are not UTF-8 are read: as lone surrogates, with which a row is refused.
ODD_BYTES: Final = "surrogateescape"
#: Maximum size of a compressed workbook in bytes.
WORKBOOK_LIMIT: Final = 50 * MEGABYTE


class TableFormat(StrEnum):
    """The format of a table."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON_LINES = "jsonl"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class TabularFile:
    """A file that contains a table.

    `encoding` is "utf-8", "utf-8-sig", "utf-16" or "windows-1256", empty for XLSX. `delimiter` is set for a
    CSV. `columns` are the names in the header; for JSON Lines, the keys of the first rows. `header_row` is
    the row number of the header, 0 for JSON Lines. `rows` is the number of rows, an estimate unless it is `counted`.
    """

    path: Path
    format: TableFormat
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    header_row: int
    rows: int
    counted: bool = False


@dataclass(frozen=True, slots=True)
class TabularRow:
    """One row: its number, and its cells by column.

    `fault` is an `UnreadableRow` where it could not be split, otherwise empty. `beyond` has the cells after
    the last column of such a row. `line` is the unchanged line of a JSON Lines file or the byte range of a
    mail, otherwise empty.
    """

    number: int
    cells: dict[str, str]
    fault: str = ""
    beyond: tuple[str, ...] = ()
    line: str = ""


def column_names(file: str, header: list[str]) -> tuple[str, ...]:
    """Makes column names unique: an empty one becomes its position, a repeated one is numbered.

    Raises `BadFileError` for too many.
    """
    if len(header) > MOST_COLUMNS:
        raise refusal(file, TableFault.TOO_MANY_COLUMNS, limit=MOST_COLUMNS)
    found: dict[str, None] = {}
    for place, cell in enumerate(header, start=1):
        name = " ".join(cell.split())[:80] or f"#{place}"
        again = 2
        while name in found:
            name = f"{name.removesuffix(f' ({again - 1})')} ({again})"
            again += 1
        found[name] = None
    return tuple(found)


def without_empty_tail(cells: list[str]) -> list[str]:
    """Returns the cells up to the last non-empty one."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def check_table_size(path: Path, limit: int) -> None:
    """Refuses files that are missing, empty or larger than `limit` bytes."""
    if path.is_file() and path.stat().st_size > limit:
        raise refusal(path.name, TableFault.TABLE_TOO_LARGE, limit=limit // MEGABYTE)
    check_size(path, limit)
