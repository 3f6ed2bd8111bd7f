"""The folder that messages are handed on in: known again by its mark, its files made visible by a rename.

A batch's files are written whole under hidden names first. Once the database knows that all of them are there, each
is renamed; whoever goes on behind a crash sees by the hidden name whether that was done, also where the gateway has
taken the file away since.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from desktop_app.errors import NotWrittenError
from desktop_app.whole_file import make_new, write_whole

_MARK: Final = ".mosharekat-outbox"


def mark_of(folder: Path) -> str:
    """The mark of a folder; empty where it has none, or is away."""
    try:
        return (folder / _MARK).read_text(encoding="ascii").strip()[:32]
    except (OSError, ValueError):
        return ""


def marked(folder: Path) -> str:
    """The mark of a folder that messages are handed on in; a new one gets its own. Raises `NotWrittenError`."""
    try:
        if not folder.is_dir():
            raise FileNotFoundError(2, "no folder", str(folder))
        with suppress(FileExistsError):
            make_new(folder / _MARK, lambda aside: aside.write_text(token_hex(16), encoding="ascii"))
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
            write_whole(_hidden(folder, name), content)
        except OSError as error:
            raise NotWrittenError.because(str(folder / name), error) from error


def hand_on(folder: Path, names: Sequence[str]) -> None:
    """Gives those that still bear a hidden name their own. Raises `NotWrittenError`."""
    for name in names:
        try:
            _hidden(folder, name).replace(folder / name)
        except FileNotFoundError:
            # It was handed on before.
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
