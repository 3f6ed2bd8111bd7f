"""Files that were opened from the database: copies in a folder of this PC's user alone, read-only, and soon gone.

Each program has a folder of its own under a lock, so that one that begins takes away what another one left by a
crash, and nothing of one that runs. A copy that another program still holds open on Windows stays until then.
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

#: The folder's name below the data folder.
FOLDER: Final = "opened"
_LOCK: Final = ".lock"


class OpenedFiles:
    """Copies below `folder`, each in a folder of its own whose name nobody guesses; without `folder` among the
    temporary files."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._mine: Path | None = None
        self._lock: sqlite3.Connection | None = None

    def put(self, name: str, content: bytes) -> Path:
        """A read-only copy called `name` (one that leads nowhere: `documents.media.safe_name`). Raises
        `NotWrittenError`."""
        try:
            place = self._own() / secrets.token_hex(4)
            place.mkdir(mode=0o700)
            path = place / name
            with path.open("xb") as file:
                file.write(content)
            os.chmod(path, stat.S_IRUSR)
        except (OSError, sqlite3.Error) as error:
            raise NotWrittenError.because(name, error) from error
        return path

    def clean(self) -> None:
        """Takes away this program's copies, and those of programs that are gone."""
        if self._lock is not None:
            self._lock.close()
        self._lock = self._mine = None
        with contextlib.suppress(OSError):
            for place in list(self._folder.iterdir()) if self._folder is not None else ():
                if place.is_dir() and _is_left(place):
                    _take_away(place)

    def _own(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="mosharekat-"))
        if self._mine is None or not self._mine.exists():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # A folder that was there before may have been made by a careless hand.
            os.chmod(self._folder, stat.S_IRWXU)
            mine = self._folder / secrets.token_hex(8)
            mine.mkdir(mode=0o700)
            self._lock = _locked(mine)
            self._mine = mine
        return self._mine


def _locked(place: Path) -> sqlite3.Connection:
    """The lock of a folder, the same on every system; raises `sqlite3.OperationalError` where a program has it."""
    lock = sqlite3.connect(place / _LOCK, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("PRAGMA locking_mode = EXCLUSIVE")
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock


def _is_left(place: Path) -> bool:
    try:
        _locked(place).close()
    except sqlite3.Error:
        return False
    return True


def _take_away(place: Path) -> None:
    for path in place.rglob("*"):
        with contextlib.suppress(OSError):
            # Windows takes nothing away that is read-only.
            os.chmod(path, stat.S_IRWXU)
    shutil.rmtree(place, ignore_errors=True)
