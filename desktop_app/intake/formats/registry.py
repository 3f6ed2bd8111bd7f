"""Selects the reader of a file of rows: CSV, XLSX, JSON Lines or mail.

`open_table` checks the file as a whole, so that a bad file is refused before anything is written. `read_rows` then
streams its rows. Workbooks and mails are parsed in the process for foreign files, text in this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import FileFault, refusal
from desktop_app.intake.formats.faults import TableFault
from desktop_app.intake.formats.tabular import (
    TEXT_TABLE_LIMIT,
    WORKBOOK_LIMIT,
    TableFormat,
    TabularFile,
    TabularRow,
    check_table_size,
)
from desktop_app.progress import Progress

_FORMATS: Final = {
    ".csv": TableFormat.CSV, ".tsv": TableFormat.CSV, ".txt": TableFormat.CSV,
    ".xlsx": TableFormat.XLSX, ".xlsm": TableFormat.XLSX,
    ".jsonl": TableFormat.JSON_LINES, ".ndjson": TableFormat.JSON_LINES, ".json": TableFormat.JSON_LINES,
    ".eml": TableFormat.MAIL, ".mbox": TableFormat.MAIL,
}  # fmt: skip


def open_table(path: Path, progress: Progress | None = None) -> TabularFile:
    """Opens a file as a table. Raises `BadFileError` (reasons of `FileFault`, `TableFault`), `CancelledError`."""
    format_ = check_table(path)
    if format_ is TableFormat.XLSX:
        from desktop_app.intake.formats.sheets import open_workbook  # noqa: PLC0415

        return open_workbook(path, progress)
    if format_ is TableFormat.JSON_LINES:
        from desktop_app.intake.formats.json_lines import open_json_lines  # noqa: PLC0415

        return open_json_lines(path)
    if format_ is TableFormat.MAIL:
        from desktop_app.intake.formats.mailbox import open_mailbox  # noqa: PLC0415 - brings the mail package along

        return open_mailbox(path)
    from desktop_app.intake.formats.delimited import open_delimited  # noqa: PLC0415

    return open_delimited(path)


def read_rows(table: TabularFile, progress: Progress | None = None) -> Iterator[TabularRow]:
    """Yields the rows after the header one by one; omits rows without text.

    Raises `BadFileError` and, where `progress` is cancelled meanwhile, `CancelledError`.
    """
    if table.format is TableFormat.XLSX:
        from desktop_app.intake.formats.sheets import read_workbook  # noqa: PLC0415

        return read_workbook(table, progress)
    if table.format is TableFormat.JSON_LINES:
        from desktop_app.intake.formats.json_lines import read_json_lines  # noqa: PLC0415

        return read_json_lines(table)
    if table.format is TableFormat.MAIL:
        from desktop_app.intake.formats.mailbox import read_mailbox  # noqa: PLC0415

        return read_mailbox(table, progress)
    from desktop_app.intake.formats.delimited import read_delimited  # noqa: PLC0415

    return read_delimited(table)


def check_table(path: Path) -> TableFormat:
    """Returns the format for the suffix of a file; refuses files that are too large or no table without reading them.

    Raises `BadFileError`.
    """
    suffix = path.suffix.lower()
    if suffix in _FORMATS:
        limit = WORKBOOK_LIMIT if _FORMATS[suffix] is TableFormat.XLSX else TEXT_TABLE_LIMIT
        check_table_size(path, limit)
        return _FORMATS[suffix]
    check_table_size(path, TEXT_TABLE_LIMIT)
    raise refusal(path.name, FileFault.LEGACY_XLS if suffix == ".xls" else TableFault.UNKNOWN_TABLE)
