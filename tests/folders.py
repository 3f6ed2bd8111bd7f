"""Folders of a test process for its databases: in memory if there is enough, deleted with the process."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

#: Where Linux keeps files in memory. A Windows Python under wine sees it as well, but not the processes of Linux.
_MEMORY: Final = Path("/dev/shm") if sys.platform == "linux" else None
#: The maximum space of the databases of all workers, in bytes.
_ROOM: Final = 3 << 30
#: A folder of `own_folder`, with the process that created it.
_OWN: Final = re.compile(r"mosharekat-[a-z]+-(\d+)-\w+")


def in_memory() -> Path | None:
    """Returns a folder in memory with enough space, if there is one.

    A test's database is a thousand files, created and deleted again, and ext4 searches all recently freed inodes
    before it allocates one. The workers themselves need as much memory again.
    """
    if _MEMORY is None or not _MEMORY.is_dir() or not os.access(_MEMORY, os.W_OK):
        return None
    enough = shutil.disk_usage(_MEMORY).free > _ROOM and psutil.virtual_memory().available > 2 * _ROOM
    return _MEMORY if enough else None


def own_folder(what: str, within: Path | None = None) -> Path:
    """Creates a folder of this process for `what`, a word of small letters."""
    return Path(tempfile.mkdtemp(prefix=f"mosharekat-{what}-{os.getpid()}-", dir=within))


@contextmanager
def folder_in_memory(what: str) -> Iterator[Path]:
    """Yields a folder for `what`, a word of small letters; in memory if there is enough space."""
    folder = own_folder(what, in_memory())
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def delete_abandoned(within: Path | None = _MEMORY) -> None:
    """Deletes the folders of processes that were killed: what is in memory stays there until the next boot.

    A PostgreSQL server in such a folder ends within a minute of losing its files.
    """
    for folder in within.glob("mosharekat-*") if within is not None else ():
        found = _OWN.fullmatch(folder.name)
        if found is not None and not psutil.pid_exists(int(found[1])):
            shutil.rmtree(folder, ignore_errors=True)
