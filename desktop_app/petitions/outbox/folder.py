"""The folder into which messages are written: identified by a mark file; files become visible by a rename.

A batch's files are first written completely under hidden names. Once the database records that all of them exist,
each is renamed. After a crash the hidden name shows whether a file was renamed, even if the gateway has taken it
since.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from desktop_app import held_files
from desktop_app.errors import NotWrittenError
from desktop_app.whole_file import make_new, write_whole
from desktop_app.win32 import set_hidden

_MARK: Final = ".mosharekat-outbox"


def mark_of(folder: Path) -> str:
    """Returns the mark of a folder; empty if it has none, or is unavailable."""
    try:
        return (folder / _MARK).read_text(encoding="ascii").strip()[:32]
    except (OSError, ValueError):
        return ""


def marked(folder: Path) -> str:
    """Returns the mark of a folder; creates one in a new folder. Raises `NotWrittenError`."""
    try:
        if not folder.is_dir():
            raise FileNotFoundError(2, "no folder", str(folder))
        with suppress(FileExistsError):
            # Other accounts write into the same folder, and read its mark.
            make_new(
                folder / _MARK,
                lambda temporary: temporary.write_text(token_hex(16), encoding="ascii"),
                private=False,
            )
            set_hidden(folder / _MARK, True)
    except OSError as error:
        raise NotWrittenError.because(str(folder), error) from error
    found = mark_of(folder)
    if not found:
        raise NotWrittenError(name=str(folder / _MARK))
    return found


def lay_ready(folder: Path, names: Sequence[str], contents: Sequence[bytes]) -> None:
    """Writes the files under hidden names. Raises `NotWrittenError`."""
    for name, content in zip(names, contents, strict=True):
        try:
            write_whole(_hidden(folder, name), content, private=True)
            # A dot hides nothing on Windows.
            set_hidden(_hidden(folder, name), True)
        except OSError as error:
            raise NotWrittenError.because(str(folder / name), error) from error


def hand_on(folder: Path, names: Sequence[str]) -> None:
    """Renames files that still have a hidden name. Raises `NotWrittenError`."""
    for name in names:
        try:
            # The attribute would go along with the file.
            set_hidden(_hidden(folder, name), False)
            held_files.replace(_hidden(folder, name), folder / name)
        except FileNotFoundError:
            # It was renamed before.
            continue
        except OSError as error:
            raise NotWrittenError.because(str(folder / name), error) from error
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _hidden(folder: Path, name: str) -> Path:
    return folder / f".{name}.ready"
