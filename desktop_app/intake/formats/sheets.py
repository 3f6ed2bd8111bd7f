"""XLSX, seen from the program: the process for foreign files opens a workbook and sends its rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.documents.faults import check_size, refusal
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import READER, Batch
from desktop_app.intake.formats.faults import UnreadableRow
from desktop_app.intake.formats.tabular import (
    WORKBOOK_LIMIT,
    TableFormat,
    TabularFile,
    TabularRow,
    column_names,
    without_empty_tail,
)
from desktop_app.progress import Progress


def open_workbook(path: Path, progress: Progress | None = None) -> TabularFile:
    """Opens the workbook at `path`. Raises `BadFileError`, `CancelledError`."""
    with READER.batch() as batch:
        told = _Workbook(batch, path, progress).asked(None)
    header = without_empty_tail(_cells(path, told.get("header")))
    number, rows = told.get("header_row"), told.get("rows")
    if not (isinstance(number, int) and isinstance(rows, int)):
        raise refusal(path.name, ReaderFault.READER_CRASHED)
    return TabularFile(path, TableFormat.XLSX, "", "", column_names(path.name, header), number, rows)


def read_workbook(table: TabularFile, progress: Progress | None = None) -> Iterator[TabularRow]:
    """Yields the rows after the header. Raises `BadFileError`, `CancelledError`."""
    path, width = table.path, len(table.columns)
    with READER.batch() as batch:
        workbook = _Workbook(batch, path, progress)
        count, told = 0, workbook.asked(0)
        while rows := told.get("rows"):
            found = [_numbered(path, row) for row in _list(path, rows)]
            count += len(found)
            # The process reads on meanwhile.
            workbook.ask_ahead(count)
            for number, cells in found:
                fault = UnreadableRow.MORE_CELLS_THAN_COLUMNS if len(cells) > width else ""
                yield TabularRow(
                    number, dict(zip(table.columns, cells, strict=False)), fault, tuple(cells[width:])
                )
            told = workbook.answer(count)


class _Workbook:
    """Questions about one workbook. The process keeps the last one, and is given it again if it is another."""

    def __init__(self, batch: Batch, path: Path, progress: Progress | None) -> None:
        check_size(path, WORKBOOK_LIMIT)
        status = path.stat()
        self._batch, self._path, self._progress = batch, path, progress
        self._key = f"{path} {status.st_mtime_ns} {status.st_size}"

    def asked(self, after: int | None) -> dict[str, Any]:
        """Returns the answer: for the rows after some, or for the header."""
        self.ask_ahead(after)
        return self.answer(after)

    def ask_ahead(self, after: int | None) -> None:
        self._batch.post("workbook", self._path.name, b"", key=self._key, after=after)

    def answer(self, after: int | None) -> dict[str, Any]:
        told = self._batch.answer(self._progress).words
        if "unknown" not in told:
            return told
        name = self._path.name
        return self._batch.ask("workbook", name, self._path, self._progress, key=self._key, after=after).words


def _list(path: Path, told: object) -> list[Any]:
    if not isinstance(told, list):
        raise refusal(path.name, ReaderFault.READER_CRASHED)
    return told


def _cells(path: Path, told: object) -> list[str]:
    cells = _list(path, told)
    if not all(isinstance(cell, str) for cell in cells):
        raise refusal(path.name, ReaderFault.READER_CRASHED)
    return cells


def _numbered(path: Path, row: object) -> tuple[int, list[str]]:
    match row:
        case [int(number), cells]:
            return number, _cells(path, cells)
        case _:
            raise refusal(path.name, ReaderFault.READER_CRASHED)
