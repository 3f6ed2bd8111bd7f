"""CSV: UTF-8 with and without a byte order mark, UTF-16, Windows-1256; comma, semicolon, tab, bar.

Spreadsheet programs run a cell that starts with `=`, `+`, `-` or `@` as a formula. Careful exports (and our
own files of rejected rows) therefore put an apostrophe before it, which is removed here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import FileFault, refusal
from desktop_app.intake.formats.columns import known_columns
from desktop_app.intake.formats.faults import TableFault, UnreadableRow
from desktop_app.intake.formats.tabular import (
    TableFormat,
    TabularFile,
    TabularRow,
    column_names,
    without_empty_tail,
)
from desktop_app.intake.formats.text_files import CELL_LIMIT, checked_encoding, opened_text

DELIMITERS: Final = (",", ";", "\t", "|")
#: Number of characters from which the delimiter is guessed.
_SAMPLE: Final = 64 * 1024
_PIECE: Final = 1 << 20
_SAMPLE_RECORDS: Final = 20
#: The rows of a file of at most so many bytes are counted; of a larger one, its lines.
_COUNTED: Final = 8 << 20
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_GUARDED: Final = re.compile(r"^( *)'('*[=+\-@\t\r])")

# The default limit of 131,072 characters is too small for a text of 1 MB. A quote that is never closed makes a cell
# of the rest of the file.
csv.field_size_limit(CELL_LIMIT)


def open_delimited(path: Path) -> TabularFile:
    """Opens the CSV at `path`. Raises `BadFileError`."""
    encoding = checked_encoding(path, TableFault.NOT_A_TEXT_TABLE)
    with opened_text(path, encoding, "") as file:
        sample = file.read(_SAMPLE)
        blank, ends, last = not sample.strip(), sample.count("\n"), sample[-1:]
        while piece := file.read(_PIECE):
            blank = blank and not piece.strip()
            ends, last = ends + piece.count("\n"), piece[-1]
    if blank:
        raise refusal(path.name, FileFault.EMPTY_FILE)
    delimiter, header_row, header = _sniff(sample)
    rows = max(0, ends - header_row + (last != "\n"))
    columns = column_names(path.name, without_empty_tail(header))
    table = TabularFile(path, TableFormat.CSV, encoding, delimiter, columns, header_row, rows)
    if path.stat().st_size > _COUNTED:
        return table
    # A cell of several lines makes a row of several lines.
    return replace(table, rows=sum(1 for _ in read_delimited(table)), counted=True)


def read_delimited(table: TabularFile) -> Iterator[TabularRow]:
    """Yields the rows of a CSV."""
    with opened_text(table.path, table.encoding, "") as file:
        lines = _Lines(file)
        number = 0
        width = len(table.columns)
        records = csv.reader(lines, delimiter=table.delimiter)
        while True:
            lines.begin_record()
            try:
                record = next(records, None)
            except csv.Error:
                number += 1
                if lines.are_several:
                    # A quote has made one cell of the lines that follow.
                    yield TabularRow(number, {}, UnreadableRow.UNCLOSED_QUOTE)
                    return
                yield TabularRow(number, {}, UnreadableRow.TOO_MUCH_TEXT)
                continue
            except UnicodeDecodeError as error:
                raise refusal(table.path.name, FileFault.UNDECODABLE) from error
            if record is None:
                return
            number += 1
            if number <= table.header_row or not any(cell.strip() for cell in record):
                continue
            record = list(map(unguarded, without_empty_tail(record)))
            cells = dict(zip(table.columns, record, strict=False))
            fault = _fault(record, width, lines, table.delimiter)
            yield TabularRow(number, cells, fault, tuple(record[width:]))


def unguarded(cell: str) -> str:
    """Removes the apostrophe that protects the cell from being run as a formula."""
    return _GUARDED.sub(r"\1\2", cell, count=1)


def _fault(record: list[str], width: int, lines: _Lines, delimiter: str) -> str:
    # Only an unclosed quote reaches the end of the file with line breaks inside a cell.
    if lines.at_end and any("\n" in cell or "\r" in cell for cell in record) and lines.unclosed(delimiter):
        return UnreadableRow.UNCLOSED_QUOTE
    if len(record) > width:
        return UnreadableRow.MORE_CELLS_THAN_COLUMNS
    return ""


class _Lines:
    """The lines of a file; keeps those of the current record."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._record: list[str] = []
        self._next: str | None = next(lines, None)

    @property
    def at_end(self) -> bool:
        return self._next is None

    @property
    def are_several(self) -> bool:
        """Whether the record has more than one line."""
        return len(self._record) > 1

    def begin_record(self) -> None:
        self._record.clear()

    def unclosed(self, delimiter: str) -> bool:
        """Whether the last record has an unclosed quote."""
        try:
            for _ in csv.reader(self._record, delimiter=delimiter, strict=True):
                pass
        except csv.Error as error:
            return "unexpected end of data" in str(error)
        return False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._next is None:
            raise StopIteration
        line, self._next = self._next, next(self._lines, None)
        self._record.append(line)
        return line


def _sniff(sample: str) -> tuple[str, int, list[str]]:
    """Returns delimiter, row number of the header, and header.

    Chooses the delimiter that gives the most known column names, otherwise the one with the most uniform
    records.
    """
    separator = _SEPARATOR_LINE.match(sample)
    candidates = (separator.group(1),) if separator else DELIMITERS
    first = 1 if separator else 0
    best: tuple[tuple[int, bool, int], str, int, list[str]] | None = None
    for delimiter in candidates:
        records = _records(sample, delimiter)
        row = next(
            (n for n, record in enumerate(records) if n >= first and any(map(str.strip, record))), None
        )
        if row is None:
            continue
        widths = [len(record) for record in records[row:] if any(map(str.strip, record))]
        even = widths.count(widths[0]) * 10 >= len(widths) * 9
        score = (known_columns(records[row]), even and widths[0] > 1, widths[0])
        if best is None or score > best[0]:
            best = (score, delimiter, row + 1, records[row])
    if best is None:
        return DELIMITERS[0], 1, []
    return best[1:]


def _records(sample: str, delimiter: str) -> list[list[str]]:
    found: list[list[str]] = []
    lines = sample.splitlines(keepends=True)
    try:
        for record in csv.reader(lines, delimiter=delimiter):
            found.append(record)
            if len(found) >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        return found
    return found
