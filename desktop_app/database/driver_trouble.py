"""What the drivers themselves raise, below SQLAlchemy, as expected trouble."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError

from desktop_app.errors import AppError, DatabaseAwayError, NotWrittenError, TransferError


@contextmanager
def driver_trouble(place: str) -> Iterator[None]:
    """As `Database` does for SQLAlchemy: what the drivers raise becomes expected trouble."""
    try:
        yield
    except (sqlite3.Error, psycopg.Error, DBAPIError) as error:
        expected = _meant(error.orig if isinstance(error, DBAPIError) else error, place)
        if expected is None:
            raise
        raise expected from error


def _meant(error: BaseException | None, place: str) -> AppError | None:
    if isinstance(error, sqlite3.Error):
        return sqlite_trouble(error, place)
    if isinstance(error, psycopg.errors.DiskFull | psycopg.errors.IoError):
        return NotWrittenError(name=place)
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return DatabaseAwayError(where=place)
    return None


def sqlite_trouble(error: sqlite3.Error, place: str) -> AppError | None:
    """What an error of SQLite means for a person; None where it is a bug."""
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
