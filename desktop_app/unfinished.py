"""Unsaved text that the user typed, stored on this PC so that an outage, a crash or a power cut loses none of it.

Each open window has a small SQLite file, locked while the window is open. Only the user of this PC can read its
folder. So two windows of one user never overwrite each other. A file whose lock is free belongs to a closed
window. The next window of the same user on the same database takes over its texts. No text is ever written to a
log.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from desktop_app.clock import file_clock
from desktop_app.errors import NotWrittenError

FOLDER: Final = "unfinished"
#: Age in seconds below which an empty file may belong to a window that is just opening.
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
    """Identifies the form field in which a text was typed.

    `item_type` is that of the audit log; `item_id` is 0 for an item that is not created yet.
    """

    item_type: str
    item_id: int
    field: str


@dataclass(frozen=True, slots=True)
class RecoveredDraft:
    """An unsaved text. `name` is the title of the item on screen, `at` the time by the clock of this PC.

    `way` has further ids by which a screen finds the item, if the id of the item is not enough.
    """

    key: Key
    text: str
    name: str
    at: datetime
    way: tuple[int, ...] = ()


class UnfinishedTexts:
    """The file of one window of `account` on `database`. Use it from one thread at a time."""

    def __init__(self, folder: Path, database: str, account: str) -> None:
        self._folder = folder
        self._owner = hashlib.sha256(f"{database}\n{account}".encode()).hexdigest()[:20]
        self._path = folder / f"{self._owner}-{uuid4().hex[:12]}.db"
        self._file: sqlite3.Connection | None = None

    def open(self) -> tuple[RecoveredDraft, ...]:
        """Takes over the texts of closed windows and returns all texts, newest first.

        If two windows have different texts for the same field, the newer one is taken. The older one stays in its
        file for the next call. Raises `NotWrittenError`.
        """
        try:
            self._file = self._make()
            closed = [path for path in self._folder.glob(f"{self._owner}-*.db") if path != self._path]
            for path in sorted(closed, key=_changed_at, reverse=True):
                self._take_over(path)
            return tuple(sorted(_read(self._file), key=lambda draft: draft.at, reverse=True))
        except (OSError, sqlite3.Error) as error:
            raise NotWrittenError.because(str(self._folder), error) from error

    def write(self, changes: Mapping[Key, RecoveredDraft | None]) -> None:
        """Stores texts, and deletes those that are None, in one transaction. Raises `NotWrittenError`."""
        try:
            if self._file is None:
                self._file = self._make()
            _write(self._file, changes)
        except (OSError, sqlite3.Error) as error:
            raise NotWrittenError.because(str(self._folder), error) from error

    def close(self) -> None:
        """Closes the file, and deletes it if it is empty."""
        if self._file is None:
            return
        empty = False
        with closing(self._file) as file, suppress(sqlite3.Error):
            empty = not _read(file)
            file.execute("PRAGMA journal_mode = DELETE")
        if empty:
            _remove(self._path)
        self._file = None

    def _make(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # A file created by SQLite itself would be readable by everybody.
        os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        # Another window that is just opening may be testing the lock of this file.
        file = _open(self._path, timeout=2)
        try:
            file.execute(_TABLE)
            file.execute("COMMIT")
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _take_over(self, path: Path) -> None:
        assert self._file is not None
        try:
            with closing(_open(path)) as other_file:
                other_file.execute(_TABLE)
                ours = {draft.key: draft.text for draft in _read(self._file)}
                moved = [
                    draft for draft in _read(other_file) if ours.get(draft.key, draft.text) == draft.text
                ]
                _write(self._file, {draft.key: draft for draft in moved})
                other_file.execute("COMMIT")
                # A crash between the two commits leaves a text in both files. The next takeover merges them.
                _write(other_file, {draft.key: None for draft in moved})
                empty = not _read(other_file)
        except sqlite3.OperationalError:
            # The window of this file is still open.
            return
        except sqlite3.DatabaseError as error:
            # The file is damaged. Keep it for manual recovery.
            _log.warning("unfinished texts not readable: %s", type(error).__name__)
            return
        # A new, empty file may belong to a window that is just opening.
        if empty and (moved or file_clock() - _changed_at(path) > _NEW):
            _remove(path)


def _open(path: Path, *, timeout: float = 0) -> sqlite3.Connection:
    """Opens the file in an exclusive transaction. The connection keeps the lock until it is closed.

    Raises `sqlite3.OperationalError` if another window holds the lock for longer than `timeout` seconds.
    """
    file = sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)
    try:
        file.execute("PRAGMA locking_mode = EXCLUSIVE")
        file.execute("PRAGMA synchronous = FULL")
        # Saved or discarded text must not remain on the disk, not even in the journal.
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
        for key, draft in changes.items():
            where = (key.item_type, key.item_id, key.field)
            if draft is None:
                file.execute(
                    "DELETE FROM unfinished WHERE item_type = ? AND item_id = ? AND field = ?", where
                )
            else:
                file.execute(
                    f"INSERT OR REPLACE INTO unfinished ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (*where, draft.name, " ".join(map(str, draft.way)), draft.text, draft.at.isoformat()),
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
    """Deletes a file. On Windows another window may have it open; the next takeover then deletes it."""
    for ending in ("", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
