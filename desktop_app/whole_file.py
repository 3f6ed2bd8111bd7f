"""Writing a file whole or not at all: beside it first, then in its place.

A plain `open("w")` on a full disk leaves nothing of the old file and half of the new one.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Replaces the file at `path` by `data`. Raises OSError; what was there before is then untouched."""
    make_whole(path, lambda aside: aside.write_bytes(data))


def make_whole(path: Path, make: Callable[[Path], object]) -> None:
    """As `write_whole`, for what writes into a file by itself: `make` gets the path to write to."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    os.close(handle)
    aside = Path(name)
    try:
        make(aside)
        _flush(aside)
        aside.chmod(0o666 & ~_umask())
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def _flush(path: Path) -> None:
    """Has the disk hold the words before the name points to them."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _umask() -> int:
    """The permissions that new files are not given: a temporary file is its owner's alone."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
