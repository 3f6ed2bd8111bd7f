"""Texts that were typed and not yet saved, kept on this PC: an outage, a crash or a power cut takes none of them.

One small SQLite file for each open window, in a folder that only the user of this PC may read, under the lock of
SQLite for as long as the window lives. So two windows of one person never write over each other, and a file whose
lock is free belongs to a window that is gone: the next window of the same person on the same database takes its
texts over. Nothing of them ever goes into a log.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from desktop_app.errors import NotWrittenError

FOLDER: Final = "unfinished"
#: For so long, in seconds, an empty file may be one that is being made.
_NEW: Final = 60.0
_log: Final = logging.getLogger(__name__)
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS unfinished (item_type TEXT NOT NULL, item_id INTEGER NOT NULL, field TEXT NOT NULL,"
    " name TEXT NOT NULL, way TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,"
    " PRIMARY KEY (item_type, item_id, field))"
)
_COLUMNS: Final = "item_type, item_id, field, name, way, text, at"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Where a text was typed: the item (`item_type` as in the history, `item_id` 0 for one that is not there yet) and
    the field of its form."""

    item_type: str
    item_id: int
    field: str


@dataclass(frozen=True, slots=True)
class RecoveredDraft:
    """A text as it was typed. `name`: what the item is called on the screen; `at`: when, by the clock of this PC;
    `way`: the numbers by which a screen finds the item, where its own is not enough."""

    key: Key
    text: str
    name: str
    at: datetime
    way: tuple[int, ...] = ()


class UnfinishedTexts:
    """The file of one window of `account` on `database`. Used by one thread at a time."""

    def __init__(self, folder: Path, database: str, account: str) -> None:
        self._folder = folder
        self._owner = hashlib.sha256(f"{database}\n{account}".encode()).hexdigest()[:20]
        self._path = folder / f"{self._owner}-{uuid4().hex[:12]}.db"
        self._file: sqlite3.Connection | None = None

    def open(self) -> tuple[RecoveredDraft, ...]:
        """Takes over the texts of windows that are gone, the newest first, and returns them.

        Where two of them hold something else for the same field, the newer one is taken; the older one stays in its
        file for the next time. Raises `NotWrittenError`.
        """
        try:
            self._file = self._make()
            gone = [path for path in self._folder.glob(f"{self._owner}-*.db") if path != self._path]
            for path in sorted(gone, key=_changed_at, reverse=True):
                self._take_over(path)
            return tuple(sorted(_read(self._file), key=lambda kept: kept.at, reverse=True))
        except (OSError, sqlite3.Error) as error:
            raise NotWrittenError.because(str(self._folder), error) from error

    def write(self, changes: Mapping[Key, RecoveredDraft | None]) -> None:
        """Keeps texts, and forgets those that are None; all of it or nothing. Raises `NotWrittenError`."""
        try:
            if self._file is None:
                self._file = self._make()
            _write(self._file, changes)
        except (OSError, sqlite3.Error) as error:
            raise NotWrittenError.because(str(self._folder), error) from error

    def close(self) -> None:
        """Lets the file go; an empty one is taken away."""
        if self._file is None:
            return
        with suppress(sqlite3.Error):
            empty = not _read(self._file)
            self._file.execute("PRAGMA journal_mode = DELETE")
            self._file.close()
            if empty:
                _remove(self._path)
        self._file = None

    def _make(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # What SQLite makes by itself anybody may read.
        os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        # Another window that opens just now may be looking whether this one is alive.
        file = _open(self._path, patience=2)
        file.execute(_TABLE)
        file.execute("COMMIT")
        return file

    def _take_over(self, path: Path) -> None:
        assert self._file is not None
        try:
            with closing(_open(path)) as theirs:
                theirs.execute(_TABLE)
                ours = {kept.key: kept.text for kept in _read(self._file)}
                taken = [kept for kept in _read(theirs) if ours.get(kept.key, kept.text) == kept.text]
                _write(self._file, {kept.key: kept for kept in taken})
                theirs.execute("COMMIT")
                # A window that ends between the two leaves a text in both files: it is one again next time.
                _write(theirs, {kept.key: None for kept in taken})
                empty = not _read(theirs)
        except sqlite3.OperationalError:
            # Its window is open.
            return
        except sqlite3.DatabaseError as error:
            # Not readable: left where it is, for somebody who can make something of it.
            _log.warning("unfinished texts not readable: %s", type(error).__name__)
            return
        # An empty one that is new may belong to a window that opens just now.
        if empty and (taken or time.time() - _changed_at(path) > _NEW):
            _remove(path)


def _open(path: Path, *, patience: float = 0) -> sqlite3.Connection:
    """The file in a transaction that nobody shares; its lock stays with the connection. Raises
    `sqlite3.OperationalError` where another window has it for longer than `patience` seconds."""
    file = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        file.execute("PRAGMA locking_mode = EXCLUSIVE")
        file.execute("PRAGMA synchronous = FULL")
        # What was saved or thrown away is not to be found on the disk any more, in the journal neither.
        file.execute("PRAGMA secure_delete = ON")
        file.execute("PRAGMA journal_mode = TRUNCATE")
        file.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        file.close()
        raise
    return file


def _write(file: sqlite3.Connection, changes: Mapping[Key, RecoveredDraft | None]) -> None:
    file.execute("BEGIN IMMEDIATE")
    try:
        for key, kept in changes.items():
            where = (key.item_type, key.item_id, key.field)
            if kept is None:
                file.execute(
                    "DELETE FROM unfinished WHERE item_type = ? AND item_id = ? AND field = ?", where
                )
            else:
                file.execute(
                    f"INSERT OR REPLACE INTO unfinished ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (*where, kept.name, " ".join(map(str, kept.way)), kept.text, kept.at.isoformat()),
                )
        file.execute("COMMIT")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            file.execute("ROLLBACK")
        raise


def _read(file: sqlite3.Connection) -> list[RecoveredDraft]:
    rows: Iterable[tuple[str, int, str, str, str, str, str]] = file.execute(
        f"SELECT {_COLUMNS} FROM unfinished"
    )
    return [
        RecoveredDraft(
            Key(item_type, item_id, field),
            text,
            name,
            datetime.fromisoformat(at),
            tuple(int(number) for number in way.split()),
        )
        for item_type, item_id, field, name, way, text, at in rows
    ]


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _remove(path: Path) -> None:
    """Takes a file away; on Windows another window may be looking at it just now, and then it is taken next time."""
    for ending in ("", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
