"""Which trouble is whose: what a driver raises, told as expected trouble of the program; what is left is a bug."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import exc
from sqlalchemy.orm.exc import StaleDataError

from desktop_app.database.statute_guard import MARK
from desktop_app.errors import (
    AppError,
    BusyError,
    ConflictError,
    DatabaseAwayError,
    DatabaseFullError,
    NotPermittedError,
    RuleError,
    SignInError,
    TooSlowError,
)

_LOCKED: Final = ("database is locked", "unable to open database file", "disk I/O error", "readonly database")
#: What SQLite says of a file that is something else, or was damaged.
_NO_DATABASE: Final = ("file is not a database", "database disk image is malformed")
_FULL: Final = "database or disk is full"
#: Where PostgreSQL makes a file larger. Only ENOSPC has an SQLSTATE of its own: a used-up quota (EDQUOT) and a file
#: that may not grow (EFBIG) come as internal errors from there.
_GROWING: Final = ("mdextend", "mdzeroextend")
#: SQLite itself has waited for the lock for five seconds already.
_FILE_PATIENCE: Final = 6.0
#: A transaction that PostgreSQL broke off because of another one: done again, it may well pass.
_COLLISIONS: Final = ("40001", "40P01")
#: The server writes no more: a standby, or a primary that was made one.
_READ_ONLY: Final = "25006"


@contextmanager
def expected_trouble(place: str) -> Iterator[None]:
    """Raises what the database's drivers raise as an `AppError`; `place` is named in it."""
    try:
        yield
    except StaleDataError as error:
        raise ConflictError(item="item") from error
    except exc.TimeoutError as error:
        # Both connections of this client are in use, for longer than anybody waits.
        raise BusyError(where=place) from error
    except exc.DBAPIError as error:
        told = told_as(error, place)
        if told is None:
            raise
        raise told from error


def told_as(error: exc.DBAPIError, place: str) -> AppError | None:
    """The expected trouble that `error` is; None for a bug. `again` is set where nothing was written for sure and
    the same work may pass when it is done again."""
    said = str(error.orig)
    if said.startswith(MARK):
        return RuleError(rule=said.removeprefix(MARK).split("\n")[0].strip())
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(said, error.orig, place)
    state = sql_state(error)
    known: dict[str, AppError] = {
        # The person who waited that long is not made to wait as long again, nor the server burdened twice.
        "57014": TooSlowError(where=place),
        "55P03": BusyError(where=place),
        "53100": DatabaseFullError(where=place),
        # For want of a right, or by one of our own guards.
        "42501": NotPermittedError(act="database", who_may=""),
    }
    if state in known:
        return known[state]
    if state == "XX000" and _source_function(error) in _GROWING:
        return DatabaseFullError(where=place)
    refusal = refused_login(str(error.orig)) if state is None else ""
    if refusal:
        return SignInError(reason=refusal)
    told: AppError
    if state in _COLLISIONS:
        told = BusyError(where=place)
    elif isinstance(error, exc.OperationalError | exc.InterfaceError) or state == _READ_ONLY:
        told = DatabaseAwayError(where=place)
    else:
        return None
    told.again = True
    return told


def refused_login(said: str) -> str:
    """Why the server let nobody in; empty where it was not there at all. A login that is refused has no SQLSTATE."""
    if "is not permitted to log in" in said:
        return "disabled"
    refused = (
        "password authentication failed",
        "does not exist",
        "no password supplied",
        "permission denied for database",
    )
    return "wrong" if any(words in said for words in refused) else ""


def sql_state(error: exc.DBAPIError) -> str | None:
    """The five characters by which PostgreSQL names an error; None where the server said nothing."""
    state = getattr(error.orig, "sqlstate", None)
    return str(state) if state else None


def _source_function(error: exc.DBAPIError) -> str | None:
    """The function of the server that raised the error: the same in whatever language it speaks."""
    diagnostic = getattr(error.orig, "diag", None)
    name = getattr(diagnostic, "source_function", None)
    return str(name) if name else None


def is_outcome_unknown(error: exc.DBAPIError) -> bool:
    """Whether a COMMIT that ended so may have been done: the answer was lost, or the server went down over it."""
    if isinstance(error.orig, sqlite3.Error):
        return str(error.orig).startswith("disk I/O error")
    state = sql_state(error)
    return error.connection_invalidated or state is None or state.startswith(("08", "57P"))


def _of_sqlite(message: str, error: sqlite3.Error, place: str) -> AppError | None:
    if message.startswith(_FULL):
        return DatabaseFullError(where=place)
    if message.startswith(_NO_DATABASE):
        return DatabaseAwayError(where=place)
    if isinstance(error, sqlite3.OperationalError) and message.startswith(_LOCKED):
        told = DatabaseAwayError(where=place)
        told.again = message.startswith("database is locked")
        told.patience = _FILE_PATIENCE
        return told
    return None
