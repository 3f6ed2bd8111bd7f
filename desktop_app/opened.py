"""Temporary read-only copies of files from the database, in a folder that only the user of this PC can read.

Each process has its own folder, protected by a lock. A starting process deletes the folders that crashed
processes left behind, but never that of a running one. On Windows, a copy that another program has open is
deleted later.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sqlite3
import stat
import tempfile
from pathlib import Path
from typing import Final

from desktop_app.errors import NotWrittenError

#: The name of the folder inside the data folder.
FOLDER: Final = "opened"
_LOCK: Final = ".lock"


class OpenedFiles:
    """Creates the copies, each in its own folder with a random name.

    They are created below `folder`, or in a temporary folder if it is None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._session_folder: Path | None = None
        self._lock: sqlite3.Connection | None = None

    def put(self, name: str, content: bytes) -> Path:
        """Writes a read-only copy of `content` named `name`, and returns its path.

        `name` must be a plain file name without a path (`documents.media.safe_name`). Raises `NotWrittenError`.
        """
        try:
            place = self._own_folder() / secrets.token_hex(4)
            place.mkdir(mode=0o700)
            path = place / name
            with path.open("xb") as file:
                file.write(content)
            os.chmod(path, stat.S_IRUSR)
        except (OSError, sqlite3.Error) as error:
            raise NotWrittenError.because(name, error) from error
        return path

    def clean(self) -> None:
        """Deletes the copies of this process, and those of processes that no longer run."""
        if self._lock is not None:
            self._lock.close()
        self._lock = self._session_folder = None
        with contextlib.suppress(OSError):
            for place in list(self._folder.iterdir()) if self._folder is not None else ():
                if place.is_dir() and _is_abandoned(place):
                    _delete(place)

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="mosharekat-"))
        if self._session_folder is None or not self._session_folder.exists():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # A folder that already existed may have wider permissions.
            os.chmod(self._folder, stat.S_IRWXU)
            created = self._folder / secrets.token_hex(8)
            created.mkdir(mode=0o700)
            self._lock = _locked(created)
            self._session_folder = created
        return self._session_folder


def _locked(place: Path) -> sqlite3.Connection:
    """Locks a folder in the same way on every system. Raises `sqlite3.OperationalError` if another process holds
    it."""
    lock = sqlite3.connect(place / _LOCK, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("PRAGMA locking_mode = EXCLUSIVE")
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock


def _is_abandoned(place: Path) -> bool:
    try:
        _locked(place).close()
    except sqlite3.Error:
        return False
    return True


def _delete(place: Path) -> None:
    for path in place.rglob("*"):
        with contextlib.suppress(OSError):
            # Windows does not delete read-only files.
            os.chmod(path, stat.S_IRWXU)
    shutil.rmtree(place, ignore_errors=True)
