"""Temporary files and folders that say in their names which process made them.

Whoever makes one first removes those of processes that were killed, in the same folder. Only what this user owns
and a process of this machine surely left behind is removed.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app import held_files
from desktop_app.processes import MARK, is_dead, own_mark

#: What an interrupted SQLite leaves beside a file.
SIDE_FILES: Final = ("-journal", "-wal", "-shm")
_SUFFIX: Final = ".part"
#: Of the random part of a name, as `tempfile` has them.
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789_"
#: Seconds between two looks into a folder: a round may write thousands of files into it.
_EVERY: Final = 10.0
_looked_at: Final[dict[Path, float]] = {}


@contextmanager
def scratch_folder(folder: Path | None = None, prefix: str = "mosharekat-") -> Iterator[Path]:
    """Creates a folder that only this user can read, below `folder` or the system's temporary one, and deletes it at
    the end. On Windows a file that another program has open stays until the next time.
    """
    made = new_folder(folder or Path(tempfile.gettempdir()), prefix)
    try:
        yield made
    finally:
        delete(made)


@contextmanager
def scratch_file(path: Path) -> Iterator[Path]:
    """Creates a private file beside `path`, and deletes it at the end unless it was renamed."""
    _sweep(path.parent)
    handle, name = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.name[:40]}.{own_mark()}.", suffix=_SUFFIX
    )
    os.close(handle)
    made = Path(name)
    try:
        yield made
    finally:
        for ending in ("", *SIDE_FILES):
            with suppress(OSError):
                held_files.remove(made.with_name(made.name + ending))


def new_folder(folder: Path, prefix: str, suffix: str = _SUFFIX) -> Path:
    """Creates a private folder, which stays until `delete`.

    A suffix of one's own keeps it from being removed by others: see `abandoned`.
    """
    if suffix == _SUFFIX:
        _sweep(folder)
    return Path(tempfile.mkdtemp(dir=folder, prefix=f"{prefix}{own_mark()}.", suffix=suffix))


def new_shared_folder(folder: Path, prefix: str, suffix: str) -> Path:
    """Creates a folder as `new_folder` does, whose content will be moved to where others read it.

    On Windows that content keeps the rights of the folder in which it was made. `mkdtemp` would make that folder
    the owner's alone (since Python 3.12.4); this one has the rights of `folder`. Elsewhere it is private.
    """
    import secrets  # noqa: PLC0415 - brings OpenSSL along, which no start needs

    mode = 0o777 if sys.platform == "win32" else 0o700
    while True:
        unguessable = "".join(secrets.choice(_LETTERS) for _ in range(8))
        made = folder / f"{prefix}{own_mark()}.{unguessable}{suffix}"
        try:
            made.mkdir(mode)
        except FileExistsError:
            continue
        return made


def abandoned(folder: Path, suffix: str = _SUFFIX) -> list[Path]:
    """Returns the files and folders of this suffix in `folder` whose processes were killed."""
    named = re.compile(rf".*?({MARK})\.[a-z0-9_]{{8}}{re.escape(suffix)}({'|'.join(SIDE_FILES)})?")
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = named.fullmatch(entry.name)
            if name is not None and is_dead(name[1]) and _is_ours(entry):
                found.append(Path(entry.path))
    return found


def delete(path: Path) -> None:
    """Deletes a file or a folder with everything in it, as far as the system lets us."""
    if path.is_symlink() or not path.is_dir():
        with suppress(OSError):
            held_files.remove(path)
        return
    if sys.platform == "win32":
        # Windows does not delete read-only files.
        for inner in path.rglob("*"):
            with suppress(OSError):
                inner.chmod(stat.S_IRWXU)
    shutil.rmtree(path, ignore_errors=True)


def _sweep(folder: Path) -> None:
    now = time.monotonic()
    if now - _looked_at.get(folder, -_EVERY) < _EVERY:
        return
    _looked_at[folder] = now
    for path in abandoned(folder):
        delete(path)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    if sys.platform == "win32":
        return True
    with suppress(OSError):
        return entry.stat(follow_symlinks=False).st_uid == os.geteuid()
    return False
