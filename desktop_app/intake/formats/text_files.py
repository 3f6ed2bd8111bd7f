"""Text files of tables, read piece by piece: what is large is never in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Final

from desktop_app.documents.faults import (
    EMPTY_ZIP_MAGIC,
    ZIP_MAGIC,
    FileFault,
    check_size,
    foreign_fault,
    refusal,
    text_encoding,
)
from desktop_app.errors import BadFileError
from desktop_app.intake.formats.tabular import ODD_BYTES, TEXT_TABLE_LIMIT

_PIECE: Final = 1 << 20
#: Maximum length of a line, in bytes: a text of a million Persian letters, with whatever stands beside it.
LINE_LIMIT: Final = 8_000_000
#: Maximum length of a cell, in characters.
CELL_LIMIT: Final = 2_000_000


def checked_encoding(path: Path, no_text: str) -> str:
    """Returns the encoding of a text file. Raises `BadFileError`, with `no_text` for binary data."""
    check_size(path, TEXT_TABLE_LIMIT)
    try:
        beginning = next(_pieces(path), b"")
        fault: str | None = foreign_fault(beginning, legacy=FileFault.LEGACY_XLS)
        if fault is None and beginning.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
            fault = no_text
        if fault is not None:
            raise refusal(path.name, fault)
        encoding = text_encoding(partial(_pieces, path), name=path.name, rows=True)[0]
        _must_have_lines(path)
    except OSError as error:
        raise refusal(path.name, FileFault.UNREADABLE) from error
    except BadFileError as error:
        if error.parameters["reason"] == FileFault.NOT_TEXT:
            raise refusal(path.name, no_text) from error
        raise
    return encoding


def opened_text(path: Path, encoding: str, newline: str) -> IO[str]:
    """Opens a text file whose encoding was checked. Raises `BadFileError`."""
    try:
        return path.open(encoding=encoding, errors=ODD_BYTES, newline=newline)
    except OSError as error:
        raise refusal(path.name, FileFault.UNREADABLE) from error


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _must_have_lines(path: Path) -> None:
    """Refuses a text with a line so long that reading it would take much memory."""
    since = 0
    for piece in _pieces(path):
        # In UTF-16 these bytes may be others than line ends: then a longer line is let through.
        last = max(piece.rfind(b"\n"), piece.rfind(b"\r"))
        since = since + len(piece) if last < 0 else len(piece) - last
        if since > LINE_LIMIT:
            raise refusal(path.name, FileFault.TOO_MUCH_TEXT, limit=LINE_LIMIT)
