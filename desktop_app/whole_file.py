"""Writing a file whole or not at all: beside it first, then in its place.

A plain `open("w")` on a full disk leaves nothing of the old file and half of the new one.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Replaces the file at `path` by `data`. Raises OSError; what was there before is then untouched."""
    make_whole(path, lambda aside: aside.write_bytes(data))


def make_whole(path: Path, make: Callable[[Path], object]) -> None:
    """As `write_whole`, for what writes into a file by itself: `make` gets the path to write to."""
    with _aside(path) as aside:
        make(aside)
        _flush(aside)
        aside.chmod(0o666 & ~_umask())
        aside.replace(path)


def make_new(path: Path, make: Callable[[Path], object]) -> None:
    """As `make_whole`, for a file that must not be there yet and that only its owner may read.

    Raises FileExistsError, and leaves what is there, also where it came while the new one was made.
    """
    if os.path.lexists(path):
        raise FileExistsError(str(path))
    with _aside(path) as aside:
        make(aside)
        _flush(aside)
        if sys.platform == "win32":
            # Renaming refuses an existing name there.
            aside.rename(path)
            return
        try:
            os.link(aside, path)
        except FileExistsError:
            raise
        except OSError:
            # A file system without hard links.
            if os.path.lexists(path):
                raise FileExistsError(str(path)) from None
            aside.rename(path)
        _flush_folder(path.parent)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A new file beside `path`, gone at the end unless it took the other's place."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
    finally:
        # Where the new file is a database, a break leaves its journal beside it.
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                aside.with_name(aside.name + ending).unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Has the disk hold the new name too."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _flush(path: Path) -> None:
    """Has the disk hold the words before the name points to them."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _umask() -> int:
    """The permissions that new files are not given: a temporary file is its owner's alone."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
