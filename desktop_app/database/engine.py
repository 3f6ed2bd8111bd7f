"""The connection: engine, sessions, the server's clock, and which trouble is whose.

A service opens `reading()` or `writing()`, does one thing and leaves; nothing stays open while a person
thinks. Trouble with the database itself leaves here as an `AppError`; anything else is a bug and passes.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, exc, make_url, select, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop_app.clock import Clock
from desktop_app.database.address import driver_arguments, place_of, tls_mode
from desktop_app.errors import (
    ConflictError,
    DatabaseAwayError,
    NetworkShareError,
    NotPermittedError,
    SignInError,
)

#: The first SQLite versions in which two connections cannot lose a commit to the WAL-reset bug.
_FIXED_SQLITE: Final = ((3, 44, 6, 3, 45, 0), (3, 50, 7, 3, 51, 0), (3, 51, 3, 9, 0, 0))
_LOCKED: Final = ("database is locked", "unable to open database file", "disk I/O error", "readonly database")
#: PostgreSQL's SQLSTATE of a missing right, which our guards raise too.
_NOT_PERMITTED: Final = "42501"
#: What SQLite says of a file that is something else, or was damaged.
_NO_DATABASE: Final = ("file is not a database", "database disk image is malformed")


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info[:3]) -> bool:
    """Whether this SQLite keeps every commit in WAL mode with more than one connection."""
    return any(first[:3] <= version < first[3:] for first in _FIXED_SQLITE)


def sqlite_url(path: Path) -> str:
    """The URL of a database file."""
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


class Database:
    """One shared database, SQLite or PostgreSQL. Thread safe; sessions are not."""

    def __init__(self, url: str, *, clock: Clock | None = None, pool_size: int = 1) -> None:
        self.url = make_url(url)
        if self.url.drivername == "postgresql":
            self.url = self.url.set(drivername="postgresql+psycopg")
        self._clock = clock
        if self.is_sqlite:
            _refuse_network_share(self.url.database or "")
            self.engine = _sqlite_engine(self.url)
        else:
            self.engine = _postgresql_engine(self.url, pool_size)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def place(self) -> str:
        """Where the database is, for a person to read: a path, or host and name; never a password."""
        if self.is_sqlite:
            return self.url.database or ""
        return place_of(self.url)

    def signed_in_as(self, username: str, password: str) -> Database:
        """The same PostgreSQL database by the role `username`. Raises `SignInError` (reasons `wrong`, `disabled`),
        `DatabaseAwayError`."""
        theirs = Database(
            self.url.set(username=username, password=password).render_as_string(hide_password=False),
            clock=self._clock,
        )
        try:
            with theirs.engine.connect():
                return theirs
        except exc.OperationalError as error:
            theirs.close()
            raise _not_reached(self.place, error) from error

    def answers(self) -> bool:
        """Whether a PostgreSQL server takes connections at all; nobody signs in for that."""
        from psycopg import conninfo, pq  # noqa: PLC0415 - only a department's PC needs the driver

        parameters = driver_arguments(self.url)
        # Nobody's name is asked for.
        told = {name: value for name, value in parameters.items() if name not in {"user", "password"}}
        asked = conninfo.make_conninfo("", **told, connect_timeout=5)
        return pq.PGconn.ping(asked.encode()) == pq.Ping.OK

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for looking; what it would change is never written."""
        with _expected_trouble(self.place), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are committed together at the end, or not at all.

        On SQLite it takes the write lock at once: a lock that is asked for later fails whatever the timeout.
        """
        engine = self.engine.execution_options(writes=True) if self.is_sqlite else self.engine
        with (
            _expected_trouble(self.place),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def now(self, session: Session) -> datetime:
        """The moment by the database server's clock (on SQLite the PC's), or by the clock given."""
        if self._clock is not None:
            return self._clock.now()
        if self.is_sqlite:
            return datetime.now(UTC)
        moment: datetime = session.execute(select(text("clock_timestamp()"))).scalar_one()
        return moment.astimezone(UTC)

    def close(self) -> None:
        """Gives every connection back."""
        self.engine.dispose()


def _refused_login(said: str) -> str:
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


def _not_reached(place: str, error: exc.OperationalError) -> SignInError | DatabaseAwayError:
    refusal = _refused_login(str(error.orig))
    return SignInError(reason=refusal) if refusal else DatabaseAwayError(where=place)


@contextmanager
def _expected_trouble(place: str) -> Iterator[None]:
    try:
        yield
    except StaleDataError as error:
        raise ConflictError(item="item") from error
    except exc.OperationalError as error:
        if isinstance(error.orig, sqlite3.Error) and not str(error.orig).startswith(_LOCKED):
            raise
        raise _not_reached(place, error) from error
    except exc.InterfaceError as error:
        raise DatabaseAwayError(where=place) from error
    except exc.ProgrammingError as error:
        if getattr(error.orig, "sqlstate", None) != _NOT_PERMITTED:
            raise
        raise NotPermittedError(act="database", who_may="") from error
    except exc.DatabaseError as error:
        if not str(error.orig).startswith(_NO_DATABASE):
            raise
        raise DatabaseAwayError(where=place) from error


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": 5.0}, hide_parameters=True)
    journal = "WAL" if wal_is_safe() else "DELETE"

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql_engine(url: URL, pool_size: int) -> Engine:
    settings = "-c statement_timeout=15s -c lock_timeout=4s -c idle_in_transaction_session_timeout=60s"
    arguments: dict[str, object] = {
        "connect_timeout": 5, "keepalives": 1, "keepalives_idle": 10, "keepalives_interval": 3, "options": settings,
        "sslmode": tls_mode(url),
    }  # fmt: skip
    return create_engine(
        url,
        connect_args=arguments,
        pool_size=pool_size,
        max_overflow=1,
        pool_pre_ping=True,
        pool_recycle=1800,
        hide_parameters=True,
    )


def _refuse_network_share(path: str) -> None:
    if path.startswith(("\\\\", "//")):
        raise NetworkShareError(where=path)
    if sys.platform == "win32":
        drive_type: Callable[[str], int] = __import__("ctypes").windll.kernel32.GetDriveTypeW
        if drive_type(str(Path(path).resolve().anchor)) == 4:
            raise NetworkShareError(where=path)
