"""A table and its rows, the same for each file format: cells are text by column name.

Rows are numbered as the file's own program shows them: the header of a CSV or XLSX is row 1; a CSV record with line
breaks inside quotes counts as one row; in JSON Lines, the line. `table_formats` chooses the reader of a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import MEGABYTE, check_size, refusal
from desktop_app.intake.formats.faults import TableFault

#: Bytes of a CSV or JSON Lines file: some 150,000 petitions. More is split by who exports it.
TEXT_TABLE_LIMIT: Final = 100 * MEGABYTE
#: Bytes of a packed workbook.
WORKBOOK_LIMIT: Final = 50 * MEGABYTE


class TableFormat(StrEnum):
    """How a table is written."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON_LINES = "jsonl"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class TabularFile:
    """A file that was found to be a table.

    `encoding`: "utf-8", "utf-8-sig", "utf-16" or "windows-1256", empty for XLSX. `delimiter`: of a CSV, else
    empty. `columns`: the names in its header; of JSON Lines, the keys of its first rows. `header_row`: the
    number of the header's row, 0 for JSON Lines. `rows`: how many rows there are, an estimate.
    """

    path: Path
    format: TableFormat
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    header_row: int
    rows: int


@dataclass(frozen=True, slots=True)
class TabularRow:
    """One row: its number and its cells by column.

    `fault`: an `UnreadableRow` where it could not be taken apart, else empty. `beyond`: the cells behind the
    last column of such a row. `line`: the line of a JSON Lines file as it is, where a mail stands in its file, else
    empty.
    """

    number: int
    cells: dict[str, str]
    fault: str = ""
    beyond: tuple[str, ...] = ()
    line: str = ""


def unique_names(header: list[str]) -> tuple[str, ...]:
    """Column names that can be told apart: an empty one is called by its place, a repeated one numbered."""
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
    """The cells up to the last one that holds something."""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def check_table_size(path: Path, limit: int) -> None:
    """Refuses what is missing, empty or above `limit` bytes."""
    if path.is_file() and path.stat().st_size > limit:
        raise refusal(path.name, TableFault.TABLE_TOO_LARGE, limit=limit // MEGABYTE)
    check_size(path, limit)
