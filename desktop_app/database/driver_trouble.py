"""Translates errors of the drivers themselves, below SQLAlchemy, into expected errors of the program."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from desktop_app.errors import AppError, DatabaseAwayError, NotWrittenError, TransferError


@contextmanager
def driver_trouble(place: str) -> Iterator[None]:
    """Raises errors of the drivers as `AppError`, as `Database` does for those of SQLAlchemy."""
    try:
        yield
    except Exception as error:
        expected = _meant(error.orig if isinstance(error, DBAPIError) else error, place)
        if expected is None:
            raise
        raise expected from error


def _meant(error: BaseException | None, place: str) -> AppError | None:
    if isinstance(error, sqlite3.Error):
        return sqlite_trouble(error, place)
    if "psycopg" not in sys.modules:
        return None
    import psycopg  # noqa: PLC0415 - 8 MB that SQLite does not need

    if isinstance(error, psycopg.errors.DiskFull | psycopg.errors.IoError):
        return NotWrittenError(name=place)
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return DatabaseAwayError(where=place)
    return None


def sqlite_trouble(error: sqlite3.Error, place: str) -> AppError | None:
    """Returns the expected error for an error of SQLite; None for a bug."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_FULL" or name.startswith(("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC")):
        return NotWrittenError(name=place)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "UTF-8" in str(error):
        return TransferError(reason="damaged", where=place, table="")
    if name.startswith(
        ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_READONLY")
    ):
        return DatabaseAwayError(where=place)
    return None
