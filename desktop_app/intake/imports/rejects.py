"""Writes rejected rows in the format of their file, so that they can be corrected and imported again.

The files are edited in spreadsheet programs, so no cell may be run as a formula. In CSV an apostrophe
precedes `=`, `+`, `-`, `@`, tab and CR, and reading removes it again; in XLSX every cell is text. Rows of
other formats go to additional files with their own suffix.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Final

from desktop_app.intake.formats.tabular import ODD_BYTES, TableFormat, TabularFile, TabularRow
from desktop_app.whole_file import write_whole
from desktop_app.workbook import Sheet, write_workbook

_RUNNABLE: Final = re.compile(r"^( *)('*[=+\-@\t\r])")
_MEDIA: Final = {
    TableFormat.CSV: ".csv",
    TableFormat.XLSX: ".xlsx",
    TableFormat.JSON_LINES: ".jsonl",
    TableFormat.MAIL: ".mbox",
}
#: The suffixes of written files.
SUFFIXES: Final = tuple(_MEDIA.values())


class RejectedRows:
    """Collects rejected rows of one or several files and writes them."""

    def __init__(self) -> None:
        self._rows: dict[TableFormat, list[tuple[TabularFile, TabularRow]]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def add(self, table: TabularFile, row: TabularRow) -> None:
        """Adds one row."""
        self._rows.setdefault(table.format, []).append((table, row))

    def suffix(self) -> str:
        """The suffix of the file for these rows; that of CSV while there are none."""
        return _MEDIA[next(iter(self._rows), TableFormat.CSV)]

    def write(self, path: Path) -> tuple[Path, ...]:
        """Writes the rows to `path` and returns the created files; none without rows.

        The suffix is that of the format of the rows, whatever `path` has. Raises OSError.
        """
        made: list[Path] = []
        for format_, rows in self._rows.items():
            same = format_ is TableFormat.CSV and path.suffix.lower() in {".csv", ".tsv", ".txt"}
            target = path if same or not path.suffix else path.with_suffix(_MEDIA[format_])
            write_whole(target, _WRITERS[format_](rows))
            made.append(target)
        return tuple(made)


def guarded(cell: str) -> str:
    """Adds an apostrophe to a cell that a spreadsheet program would run as a formula."""
    return _RUNNABLE.sub(r"\1'\2", cell, count=1)


def _csv(rows: list[tuple[TabularFile, TabularRow]]) -> bytes:
    first = rows[0][0]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=first.delimiter, lineterminator="\r\n")
    columns = _columns(rows)
    writer.writerow(map(guarded, columns))
    for _, row in rows:
        cells = [row.cells.get(column, "") for column in columns]
        writer.writerow(map(guarded, (*cells, *row.beyond)))
    try:
        return text.getvalue().encode(first.encoding, ODD_BYTES)
    except UnicodeEncodeError:
        return text.getvalue().encode("utf-8-sig")


def _json_lines(rows: list[tuple[TabularFile, TabularRow]]) -> bytes:
    lines = [row.line or json.dumps(row.cells, ensure_ascii=False) for _, row in rows]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", ODD_BYTES)


def _workbook(rows: list[tuple[TabularFile, TabularRow]]) -> bytes:
    columns = _columns(rows)
    cells = ((*(row.cells.get(column, "") for column in columns), *row.beyond) for _, row in rows)
    target = io.BytesIO()
    write_workbook([Sheet("", cells, columns)], target)
    return target.getvalue()


def _mails(rows: list[tuple[TabularFile, TabularRow]]) -> bytes:
    from desktop_app.intake.formats.mailbox import as_mbox, raw_mail  # noqa: PLC0415

    return as_mbox(raw_mail(table.path, row.line) for table, row in rows)


_WRITERS: Final = {
    TableFormat.CSV: _csv,
    TableFormat.XLSX: _workbook,
    TableFormat.JSON_LINES: _json_lines,
    TableFormat.MAIL: _mails,
}


def _columns(rows: list[tuple[TabularFile, TabularRow]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for table, _ in rows:
        found.update(dict.fromkeys(table.columns))
    return tuple(found)
