"""Translates errors of the database drivers into expected errors of the program; any other error is a bug."""

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
    DatabaseFileError,
    DatabaseFullError,
    NotPermittedError,
    RuleError,
    SignInError,
    TooSlowError,
)

_LOCKED: Final = ("database is locked", "unable to open database file", "disk I/O error")
#: SQLite's errors for a file that is not a database, or a damaged one.
_NO_DATABASE: Final = ("file is not a database", "database disk image is malformed")
_FULL: Final = "database or disk is full"
#: The functions in which PostgreSQL extends a file. Only ENOSPC has its own SQLSTATE. They report an exhausted
#: quota (EDQUOT) and a file at its size limit (EFBIG) as internal errors.
_GROWING: Final = ("mdextend", "mdzeroextend")
#: SQLite itself has already waited five seconds for the lock.
_FILE_PATIENCE: Final = 6.0
#: Serialization failure and deadlock: the transaction may well pass when it is repeated.
_COLLISIONS: Final = ("40001", "40P01")
#: Two transactions numbered an event after the same last one of an item: the second one may be repeated.
_NUMBERING: Final = "uq_event_item_type_item_id_sequence"
#: The server does not accept writes: a standby, or a primary that became one.
_READ_ONLY: Final = "25006"


@contextmanager
def expected_trouble(place: str) -> Iterator[None]:
    """Raises errors of the database drivers as `AppError`, which names `place`."""
    try:
        yield
    except StaleDataError as error:
        raise ConflictError(item="item") from error
    except exc.TimeoutError as error:
        # Both connections of this client have been in use for too long.
        raise BusyError(where=place) from error
    except exc.DBAPIError as error:
        trouble = as_expected(error, place)
        if trouble is None:
            raise
        raise trouble from error


def as_expected(error: exc.DBAPIError, place: str) -> AppError | None:
    """Returns the expected error for a driver's error; None for a bug.

    `again` is set if certainly nothing was written and the same work may pass when it is repeated.
    """
    message = str(error.orig)
    if message.startswith(MARK):
        return RuleError(rule=message.removeprefix(MARK).split("\n")[0].strip())
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(message, error.orig, place)
    state = sql_state(error)
    known: dict[str, AppError] = {
        # A person who has waited that long does not wait again, and the server is not burdened twice.
        "57014": TooSlowError(where=place),
        "55P03": BusyError(where=place),
        "53100": DatabaseFullError(where=place),
        # A missing right, or a refusal by one of our own triggers.
        "42501": NotPermittedError(act="database", who_may=""),
    }
    if state in known:
        return known[state]
    if state == "XX000" and _source_function(error) in _GROWING:
        return DatabaseFullError(where=place)
    refusal = refused_login(str(error.orig)) if state is None else ""
    if refusal:
        return SignInError(reason=refusal)
    trouble: AppError
    if state in _COLLISIONS or _constraint(error) == _NUMBERING:
        trouble = BusyError(where=place)
    elif isinstance(error, exc.OperationalError | exc.InterfaceError) or state == _READ_ONLY:
        trouble = DatabaseAwayError(where=place)
    else:
        return None
    trouble.again = True
    return trouble


def refused_login(message: str) -> str:
    """Returns why the server refused the login (a reason of `SignInError`); empty if it was not reachable at all.

    A refused login has no SQLSTATE.
    """
    if "is not permitted to log in" in message:
        return "disabled"
    refused = (
        "password authentication failed",
        "does not exist",
        "no password supplied",
        "permission denied for database",
    )
    return "wrong" if any(words in message for words in refused) else ""


def sql_state(error: exc.DBAPIError) -> str | None:
    """Returns the SQLSTATE of a PostgreSQL error, five characters; None if the server did not answer."""
    state = getattr(error.orig, "sqlstate", None)
    return str(state) if state else None


def _source_function(error: exc.DBAPIError) -> str:
    """Returns the server function that raised the error, which does not depend on the server's language."""
    return _diagnostic(error, "source_function")


def _constraint(error: exc.DBAPIError) -> str:
    """Returns the name of the violated constraint; empty where the error is about none."""
    return _diagnostic(error, "constraint_name")


def _diagnostic(error: exc.DBAPIError, name: str) -> str:
    return getattr(getattr(error.orig, "diag", None), name, None) or ""


def is_outcome_unknown(error: exc.DBAPIError) -> bool:
    """Whether a failed COMMIT may have been done: its answer was lost, or the server went down during it."""
    if isinstance(error.orig, sqlite3.Error):
        return str(error.orig).startswith("disk I/O error")
    state = sql_state(error)
    return error.connection_invalidated or state is None or state.startswith(("08", "57P"))


def _of_sqlite(message: str, error: sqlite3.Error, place: str) -> AppError | None:
    if message.startswith(_FULL):
        return DatabaseFullError(where=place)
    if message.startswith(_NO_DATABASE):
        return DatabaseFileError(reason="damaged", where=place, detail=message)
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_READONLY"):
        # The file was deleted, or another one was put in its place.
        reason = "moved" if name == "SQLITE_READONLY_DBMOVED" else "read_only"
        return DatabaseFileError(reason=reason, where=place, detail=message)
    if isinstance(error, sqlite3.OperationalError) and message.startswith(_LOCKED):
        trouble = DatabaseAwayError(where=place)
        trouble.again = message.startswith("database is locked")
        trouble.patience = _FILE_PATIENCE
        return trouble
    return None
