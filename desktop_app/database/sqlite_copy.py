"""A copy of an SQLite file that is right while others write: SQLite's own online back-up, checked.

Copying the file would miss what still stands in its write-ahead log, or catch half of a commit.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from desktop_app.database.driver_trouble import sqlite_trouble
from desktop_app.errors import AppError, BackupError, CancelledError, DatabaseAwayError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.whole_file import make_new

#: Pages that are copied between two reports of progress.
PAGES_AT_ONCE: Final = 1024
#: A writer makes the copy begin again; after so many beginnings writers wait instead.
_MOST_BEGINNINGS: Final = 3
#: Seconds without a page copied, behind somebody's lock.
PATIENCE: Final = 15.0
#: Instructions of SQLite's machine between two looks at whether to stop.
_STEPS: Final = 200_000


def copy_online(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Copies the database at `source` into the new file `target`, whole and checked or not at all.

    Raises FileExistsError, OSError, `BackupError` (the source is damaged), `CancelledError`,
    `DatabaseAwayError`, `NotWrittenError`.
    """
    make_new(target, lambda aside: _copy(source, aside, target, progress or SilentProgress()))


def _copy(source: Path, aside: Path, target: Path, progress: Progress) -> None:
    try:
        with closing(_opened(source)) as original:
            _copy_pages(original, source, aside, progress)
        with closing(sqlite3.connect(aside)) as copy:
            # One file, whatever the original's journal is: nothing of a copy may lie beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
            if not is_sound(copy, progress):
                raise BackupError(reason="source_damaged", name=str(source))
    except sqlite3.Error as error:
        expected = _trouble(error, source, target)
        if expected is None:
            raise
        raise expected from error


def _copy_pages(original: sqlite3.Connection, source: Path, aside: Path, progress: Progress) -> None:
    """Steps, so that it can be watched and stopped. In WAL mode a snapshot is held and writers go on; without
    a log a writer makes it begin again, until writers have to wait."""
    logged = original.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    for beginning in range(_MOST_BEGINNINGS + 1):
        held = logged or beginning == _MOST_BEGINNINGS
        if held:
            original.execute("BEGIN")
            original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        watch = _Watch(source, progress, held=held)
        with closing(sqlite3.connect(aside)) as copy, suppress(_BegunAgainError):
            original.backup(copy, pages=PAGES_AT_ONCE, progress=watch, sleep=0.05)
            return


class _BegunAgainError(Exception):
    """Somebody wrote, and the copy would begin again."""


class _Watch:
    """Called behind each step: tells how far it is, hears that it should stop, gives up behind a lock."""

    def __init__(self, source: Path, progress: Progress, *, held: bool) -> None:
        self._source, self._progress, self._held = source, progress, held
        self._left = -1
        self._last = time.monotonic()

    def __call__(self, _status: int, left: int, total: int) -> None:
        if self._progress.cancelled():
            raise CancelledError()
        if left != self._left:
            if not self._held and 0 <= self._left < left:
                raise _BegunAgainError
            self._left, self._last = left, time.monotonic()
        elif time.monotonic() - self._last > PATIENCE:
            raise DatabaseAwayError(where=str(self._source))
        self._progress.report(total - left, total)


def is_sound(connection: sqlite3.Connection, progress: Progress) -> bool:
    """Whether SQLite finds no damage in the file."""
    with stoppable(connection, progress):
        return str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0]) == "ok"


@contextmanager
def stoppable(connection: sqlite3.Connection, progress: Progress) -> Iterator[None]:
    """One long statement that ends with `CancelledError` when the person asks to stop."""
    cancelled: Callable[[], bool] = progress.cancelled
    connection.set_progress_handler(cancelled, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            raise CancelledError() from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _opened(path: Path) -> sqlite3.Connection:
    """The file as it is: it is not made, and its journal mode stays."""
    return sqlite3.connect(file_uri(path, "mode=rw"), uri=True, isolation_level=None, timeout=5.0)


def file_uri(path: Path, how: str) -> str:
    """A file as SQLite's URIs name it; on a network share too, whose server must not stand as the authority."""
    posix = path.resolve().as_posix()
    return f"file://{quote(posix if posix.startswith('/') else f'/{posix}', safe='/:')}?{how}"


def _trouble(error: sqlite3.Error, source: Path, target: Path) -> AppError | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return BackupError(reason="source_damaged", name=str(source))
    written = name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR"))
    return sqlite_trouble(error, str(target if written else source))
