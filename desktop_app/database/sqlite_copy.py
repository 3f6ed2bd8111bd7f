"""A consistent copy of an SQLite file while others write: SQLite's online backup, with a check.

Copying the file itself would miss its write-ahead log, or catch half of a commit.
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
#: A write restarts the copy; after so many restarts writers have to wait.
_MOST_BEGINNINGS: Final = 3
#: Seconds without a copied page, behind another connection's lock.
PATIENCE: Final = 15.0
#: Virtual machine instructions of SQLite between two checks for cancellation.
_STEPS: Final = 200_000


def copy_online(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Copies the database at `source` into the new file `target`, complete and checked or not at all.

    Raises FileExistsError, OSError, `BackupError` (the source is damaged), `CancelledError`, `DatabaseAwayError`,
    `NotWrittenError`.
    """
    make_new(target, lambda temporary: _copy(source, temporary, target, progress or SilentProgress()))


def _copy(source: Path, temporary: Path, target: Path, progress: Progress) -> None:
    try:
        with closing(_opened(source)) as original:
            _copy_pages(original, source, temporary, progress)
        with closing(sqlite3.connect(temporary)) as copy:
            # One file, whatever the original's journal mode: a copy must not need a second file.
            copy.execute("PRAGMA journal_mode=DELETE")
            if not is_sound(copy, progress):
                raise BackupError(reason="source_damaged", name=str(source))
    except sqlite3.Error as error:
        expected = _trouble(error, source, target)
        if expected is None:
            raise
        raise expected from error


def _copy_pages(original: sqlite3.Connection, source: Path, temporary: Path, progress: Progress) -> None:
    """Copies in steps, so that progress can be reported and the copy cancelled.

    In WAL mode it holds a snapshot and writers continue. Otherwise a write restarts it, until writers have to wait.
    """
    logged = original.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    for beginning in range(_MOST_BEGINNINGS + 1):
        held = logged or beginning == _MOST_BEGINNINGS
        if held:
            original.execute("BEGIN")
            original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        watch = _Watch(source, progress, held=held)
        with closing(sqlite3.connect(temporary)) as copy, suppress(_BegunAgainError):
            original.backup(copy, pages=PAGES_AT_ONCE, progress=watch, sleep=0.05)
            return


class _BegunAgainError(Exception):
    """Another connection wrote, which would restart the copy."""


class _Watch:
    """Called after each step: reports progress, checks for cancellation, gives up behind a lock."""

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
    """Makes one long statement end with `CancelledError` when the person cancels."""
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
    """Opens the existing file; neither creates it nor changes its journal mode."""
    return sqlite3.connect(file_uri(path, "mode=rw"), uri=True, isolation_level=None, timeout=5.0)


def file_uri(path: Path, how: str) -> str:
    """Returns SQLite's URI of a file; the server of a network share must not become the URI's authority."""
    posix = path.resolve().as_posix()
    return f"file://{quote(posix if posix.startswith('/') else f'/{posix}', safe='/:')}?{how}"


def _trouble(error: sqlite3.Error, source: Path, target: Path) -> AppError | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return BackupError(reason="source_damaged", name=str(source))
    written = name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR"))
    return sqlite_trouble(error, str(target if written else source))
