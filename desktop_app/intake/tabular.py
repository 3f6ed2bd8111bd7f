"""Rows out of CSV, XLSX, JSON Lines and mail files, as text by column name.

`open_table` makes every check of the file as a whole, so that a bad file is refused before anything is
written; `read_rows` then streams. Rows are numbered as the file's own program shows them: the header of a CSV
or XLSX is row 1; a CSV record with line breaks inside quotes counts as one row; in JSON Lines, the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import MEGABYTE, FileFault, check_size, refusal
from desktop_app.intake.table_faults import TableFault

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


_FORMATS: Final = {
    ".csv": TableFormat.CSV, ".tsv": TableFormat.CSV, ".txt": TableFormat.CSV,
    ".xlsx": TableFormat.XLSX, ".xlsm": TableFormat.XLSX,
    ".jsonl": TableFormat.JSON_LINES, ".ndjson": TableFormat.JSON_LINES, ".json": TableFormat.JSON_LINES,
    ".eml": TableFormat.MAIL, ".mbox": TableFormat.MAIL,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
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
class TableRow:
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


def open_table(path: Path) -> Table:
    """Looks at a file and tells what table it is. Raises `BadFileError` (reasons of `FileFault`, `TableFault`)."""
    format_ = check_table(path)
    if format_ is TableFormat.XLSX:
        from desktop_app.intake.workbook import open_workbook  # noqa: PLC0415 - brings calamine along

        return open_workbook(path)
    if format_ is TableFormat.JSON_LINES:
        from desktop_app.intake.json_lines import open_json_lines  # noqa: PLC0415

        return open_json_lines(path)
    if format_ is TableFormat.MAIL:
        from desktop_app.intake.mailbox import open_mailbox  # noqa: PLC0415 - brings the mail package and lxml along

        return open_mailbox(path)
    from desktop_app.intake.delimited import open_delimited  # noqa: PLC0415

    return open_delimited(path)


def read_rows(table: Table) -> Iterator[TableRow]:
    """The rows behind the header, one after the other; rows without any text are left out."""
    if table.format is TableFormat.XLSX:
        from desktop_app.intake.workbook import read_workbook  # noqa: PLC0415

        return read_workbook(table)
    if table.format is TableFormat.JSON_LINES:
        from desktop_app.intake.json_lines import read_json_lines  # noqa: PLC0415

        return read_json_lines(table)
    if table.format is TableFormat.MAIL:
        from desktop_app.intake.mailbox import read_mailbox  # noqa: PLC0415

        return read_mailbox(table)
    from desktop_app.intake.delimited import read_delimited  # noqa: PLC0415

    return read_delimited(table)


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


def check_table(path: Path) -> TableFormat:
    """The format that a file's name promises; refuses what is too large or no table before a byte of it is read.
    Raises `BadFileError`."""
    suffix = path.suffix.lower()
    if suffix in _FORMATS:
        limit = WORKBOOK_LIMIT if _FORMATS[suffix] is TableFormat.XLSX else TEXT_TABLE_LIMIT
        check_table_size(path, limit)
        return _FORMATS[suffix]
    check_table_size(path, TEXT_TABLE_LIMIT)
    raise refusal(path.name, FileFault.LEGACY_XLS if suffix == ".xls" else TableFault.UNKNOWN_TABLE)


def check_table_size(path: Path, limit: int) -> None:
    """Refuses what is missing, empty or above `limit` bytes."""
    if path.is_file() and path.stat().st_size > limit:
        raise refusal(path.name, TableFault.TABLE_TOO_LARGE, limit=limit // MEGABYTE)
    check_size(path, limit)
