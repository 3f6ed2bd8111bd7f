"""The database connection: engine, sessions, the server's clock.

A service opens `reading()` or `writing()`, does one thing and leaves; no transaction stays open while a person
thinks. Errors of the database itself leave here as `AppError`; any other exception is a bug and passes.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event, exc, make_url, select, text
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from desktop_app.clock import Clock, pc_clock
from desktop_app.database import collation, operations
from desktop_app.database.address import place_of
from desktop_app.database.chain import canonical_json
from desktop_app.database.chain_guard import register_functions
from desktop_app.database.clock_watch import ClockReading, ClockWatch
from desktop_app.database.operations import Operation
from desktop_app.database.trouble import as_expected, expected_trouble, is_outcome_unknown
from desktop_app.errors import AppError, BusyError, NetworkShareError, OutcomeUnknownError

if TYPE_CHECKING:
    from desktop_app.database.pulse import LivingConnection

_log = logging.getLogger(__name__)
T = TypeVar("T")
#: The ranges of SQLite versions without the WAL-reset bug, which could lose a commit of two connections.
_FIXED_SQLITE: Final = ((3, 44, 6, 3, 45, 0), (3, 50, 7, 3, 51, 0), (3, 51, 3, 9, 0, 0))
#: How long a client asks for the outcome of a COMMIT whose answer was lost, in seconds.
ASKS_FOR: Final = 25.0
#: How long the PC counts on from the server's time, and how far its clocks may differ meanwhile, both in seconds.
_COUNTS_ON: Final = 60.0
_CLOCK: Final = select(text("clock_timestamp()"))
#: How often a client deletes old operations, in seconds.
_PRUNES_EVERY: Final = 3600.0


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info[:3]) -> bool:
    """Whether this SQLite keeps every commit in WAL mode with more than one connection."""
    return any(first[:3] <= version < first[3:] for first in _FIXED_SQLITE)


def sqlite_url(path: Path) -> str:
    """Returns the URL of a database file."""
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


class Database:
    """One shared database, SQLite or PostgreSQL. Thread safe; sessions are not."""

    def __init__(self, url: str, *, clock: Clock | None = None, pool_size: int = 1) -> None:
        #: Identifies this client to the server and in `operation`.
        self.client = f"mosharekat {uuid4().hex[:12]}"
        self.clock = clock
        #: Asked on SQLite only.
        self.clock_watch = ClockWatch(self.clock_reading())
        self._pruned = float("-inf")
        #: The last time read from the server, and the PC's steady clock at that moment.
        self._server_time: tuple[datetime, float] | None = None
        #: The candidate passwords of this connection's role: more than one only while it is being changed.
        self._passwords: tuple[str | None, ...] = ()
        if url.startswith("sqlite"):
            self.url = make_url(url)
            _refuse_network_share(self.url.database or "")
            self.engine = _sqlite_engine(self.url)
            self._spare = self.engine
            self._standby: Engine | None = None
        else:
            from desktop_app.database import postgresql  # noqa: PLC0415 - 0.1 s that SQLite does not need

            self.url = postgresql.normal_url(make_url(postgresql.several_hosts(url)))
            self._passwords = (self.url.password,)
            self.engine = postgresql.make_engine(self.url, self.client, pool_size, self._tried_passwords)
            self._spare = postgresql.make_spare_engine(self.url, self.client, self._tried_passwords)
            self._standby = postgresql.make_standby_engine(self.url, self.client, self._tried_passwords)
        # psycopg forgets all its prepared statements at a ROLLBACK, and the server all plans. So a reading session
        # ends with a COMMIT, in a transaction in which the server refuses writes.
        self._reader = (
            self.engine if self.is_sqlite else self.engine.execution_options(postgresql_readonly=True)
        )
        #: Whether a connection is closed when it is given back.
        self.closed = False
        for engine in self._engines():
            event.listen(engine, "checkin", self._close_if_closed)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def place(self) -> str:
        """The location of the database for display: a path, or servers and name; never a password."""
        if self.is_sqlite:
            return self.url.database or ""
        return place_of(self.url)

    def answers(self) -> bool:
        """Whether a PostgreSQL server of this database answers at all; needs no login."""
        from desktop_app.database import postgresql  # noqa: PLC0415

        return postgresql.answers(self.engine, self.url)

    def signed_in_as(self, username: str, password: str) -> Database:
        """Returns the same PostgreSQL database with the role `username`. Raises `SignInError` (reasons `wrong`,
        `disabled`), `DatabaseAwayError`.
        """
        theirs = Database(
            self.url.set(username=username, password=password).render_as_string(hide_password=False),
            clock=self.clock,
        )
        try:
            with expected_trouble(self.place), theirs.engine.connect():
                return theirs
        except Exception:
            theirs.close()
            raise

    @contextmanager
    def changing_password(self, username: str, password: str) -> Iterator[None]:
        """Wraps a change of the password of this connection's role; later connections use the new one.

        Does nothing for another role, and on SQLite.
        """
        if self.is_sqlite or self.url.username != username:
            yield
            return
        before = self._passwords
        # Until the server answers, either password may be the valid one.
        self._passwords = (*before, password)
        try:
            yield
        except OutcomeUnknownError:
            raise
        except Exception:
            self._passwords = before
            raise
        self._passwords = (password,)
        self.url = self.url.set(password=password)

    def _tried_passwords(self) -> tuple[str | None, ...]:
        return self._passwords

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        """Raises errors of the drivers as expected ones; who waited in vain has sessions ended that block others."""
        try:
            with expected_trouble(self.place):
                yield
        except BusyError:
            if not self.is_sqlite:
                with contextlib.suppress(exc.DBAPIError), self._spare.connect() as connection:
                    connection.exec_driver_sql("SELECT app.end_blocking_sessions()")
                    connection.commit()
            raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Opens a session for reading; changes are never written, and PostgreSQL refuses them."""
        with self._trouble(), Session(self._reader, expire_on_commit=False) as session:
            yield session
            if not self.is_sqlite:
                session.expunge_all()
                # The rows are already read, even if the connection breaks now.
                with contextlib.suppress(exc.DBAPIError):
                    session.commit()

    @contextmanager
    def rehearsing(self) -> Iterator[Session]:
        """Opens a session that finds out what an act would do: it runs as usual and is rolled back."""
        with self._trouble(), Session(self._writer(), expire_on_commit=False) as session:
            yield session
            session.rollback()

    def read_aside(
        self, work: Callable[[Session, datetime | None], T], *, until: datetime | None = None
    ) -> T:
        """Runs a heavy read where it delays nobody: `work(session, as of when)` on a standby.

        A standby is used if the address names several servers and one of them has replayed everything before
        `until`. Otherwise `work(session, None)` runs on the primary. Times are by the primary's clock.
        """
        if self._standby is not None:
            from desktop_app.database.postgresql import standby_moment  # noqa: PLC0415

            try:
                with expected_trouble(self.place), Session(self._standby, expire_on_commit=False) as session:
                    as_of = standby_moment(session)
                    if as_of is not None and (until is None or as_of >= until):
                        return work(session, as_of)
            except AppError as error:
                # No standby, or it is down, or it cancelled the query to keep up: the primary answers as well.
                _log.info("reading on a standby: %s", error.code)
        with self.reading() as session:
            return work(session, None)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Opens a session whose changes are committed together at the end, or not at all.

        If the block leaves without an exception, its changes were committed, even if the answer to the COMMIT was
        lost. If they were not, `operations.once` repeats the work.

        Raises `OutcomeUnknownError` if the server does not come back to report the outcome of a COMMIT.
        """
        engine = self._writer()
        with self._trouble(), Session(engine, expire_on_commit=False) as session:
            session.begin()
            yield session
            self._commit(session)

    @contextmanager
    def touching(self) -> Iterator[Session]:
        """Opens a session for writes that may be lost or repeated without harm (presence): no operation id."""
        engine = self._writer()
        with (
            self._trouble(),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def _writer(self) -> Engine:
        """Returns the engine whose first statement takes the write lock on SQLite: upgrading a lock later fails."""
        return self.engine.execution_options(writes=True) if self.is_sqlite else self.engine

    @contextmanager
    def single_statement(self) -> Iterator[Connection]:
        """Opens a PostgreSQL connection that commits each statement at once, for writes as in `touching`."""
        committing = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        with expected_trouble(self.place), committing.connect() as connection:
            yield connection

    def take_time(self, session: Session, seconds: int) -> None:
        """Allows the statements of a transaction to run for so many seconds, for a long change that a person waits
        for.

        Neither the server nor the watchdog for a hanging server ends them before.
        """
        if not self.is_sqlite:
            session.execute(text(f"SET LOCAL statement_timeout = '{int(seconds)}s'"))
            _living_connection(session).take_time(seconds)

    def _commit(self, session: Session) -> None:
        living = None if self.is_sqlite else _living_connection(session)
        operation = operations.enter(session, self.client, living.info.backend_pid if living else None)
        if time.monotonic() - self._pruned > _PRUNES_EVERY:
            self._pruned = time.monotonic()
            operations.prune(session, pc_clock().now() - operations.KEPT)
        # Every other error is raised by this flush; only the COMMIT itself follows.
        session.flush()
        try:
            session.commit()
        except exc.DBAPIError as error:
            if not is_outcome_unknown(error):
                raise
            if self._was_done(operation):
                return
            trouble = as_expected(error, self.place)
            if trouble is None:
                raise
            trouble.again = True
            raise trouble from error
        if living is not None and living.unconfirmed and not self._was_done(operation):
            raise OutcomeUnknownError(where=self.place)

    def _was_done(self, operation: Operation) -> bool:
        """Finds out whether a COMMIT whose answer was lost was done; asks until the server is back."""
        _log.warning("the answer to a COMMIT was lost: asking for operation %s", operation.id)
        engine = self._spare.execution_options(writes=True) if self.is_sqlite else self._spare
        deadline = time.monotonic() + ASKS_FOR
        while True:
            try:
                with engine.connect() as connection:
                    done = operations.was_done(connection, operation)
                    if not done:
                        connection.rollback()
                        return False
                    raw: Any = connection.connection.dbapi_connection
                    connection.commit()
                    if self.is_sqlite or not raw.unconfirmed:
                        return True
            except exc.DBAPIError as error:
                _log.info("operation %s: %s", operation.id, type(error.orig).__name__)
            if time.monotonic() > deadline:
                raise OutcomeUnknownError(where=self.place)
            time.sleep(0.2)

    def connect_apart(self) -> LivingConnection:
        """Returns a connection to PostgreSQL for listening, outside of the pool. Raises `psycopg.Error`."""
        from desktop_app.database import postgresql  # noqa: PLC0415

        return postgresql.connect_apart(self.engine, self.url, self.client)

    def now(self, session: Session) -> datetime:
        """Returns the time by the database server's clock (on SQLite the PC's), or by the given clock."""
        if self.clock is not None:
            return self.clock.now()
        if self.is_sqlite:
            return pc_clock().now()
        moment: datetime = session.execute(_CLOCK).scalar_one()
        return moment.astimezone(UTC)

    def clock_reading(self) -> ClockReading:
        """Returns the PC's clocks, or the given one."""
        clock = self.clock or pc_clock()
        return ClockReading(clock.now(), clock.steady())

    def about_now(self, session: Session) -> datetime:
        """Returns the time for display: the server is asked once a minute, and the PC's steady clock counts on from
        there, also while the PC sleeps or somebody sets its clock.
        """
        if self.clock is not None or self.is_sqlite:
            return self.now(session)
        if self._server_time is not None:
            moment, steady = self._server_time
            passed = pc_clock().steady() - steady
            if passed < _COUNTS_ON:
                return moment + timedelta(seconds=passed)
        moment = self.now(session)
        self._server_time = moment, pc_clock().steady()
        return moment

    def close(self) -> None:
        """Closes all connections. One that another thread uses, or opens later, is closed when it gives it back."""
        self.closed = True
        for engine in self._engines():
            engine.dispose()

    def _engines(self) -> set[Engine]:
        return {engine for engine in (self.engine, self._spare, self._standby) if engine is not None}

    def _close_if_closed(self, _connection: Any, record: ConnectionPoolEntry) -> None:
        if self.closed:
            record.invalidate()


def take_time_on(connection: Connection) -> None:
    """Lets the statements of a PostgreSQL transaction run without a time limit."""
    living: LivingConnection | Any = connection.connection.dbapi_connection
    living.take_time(float("inf"))


def _living_connection(session: Session) -> LivingConnection:
    raw: Any = session.connection().connection.dbapi_connection
    connection: LivingConnection = raw
    return connection


#: Deleted and masked content is overwritten; the SQLite of Python for Windows does not do so by itself.
_PRAGMAS: Final = ("synchronous=FULL", "foreign_keys=ON", "cache_size=-65536", "secure_delete=ON")


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url, connect_args={"timeout": 5.0}, hide_parameters=True, json_serializer=canonical_json
    )
    journal = "WAL" if wal_is_safe() else "DELETE"

    @event.listens_for(engine, "do_connect")
    def _connecting(*_about: Any) -> None:
        _make_private(url.database)

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        register_functions(connection)
        collation.register_functions(connection)
        try:
            for pragma in (*_PRAGMAS, f"journal_mode={journal}"):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            # The pool does not close a connection whose listener failed.
            connection.close()
            raise

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _make_private(path: str | None) -> None:
    """Creates a missing database file that only its owner can access; its logs inherit the mode.

    SQLite itself would create it readable for every user of the PC. An existing file keeps its mode.
    """
    if path and path != ":memory:" and not path.startswith("file:"):
        # If it cannot be created, connecting reports why.
        with contextlib.suppress(OSError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _refuse_network_share(path: str) -> None:
    if on_network_share(path):
        raise NetworkShareError(where=path)


def on_network_share(path: str) -> bool:
    """Whether a file is on a network share, where SQLite's locks do not work."""
    if path.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        drive_type: Callable[[str], int] = __import__("ctypes").windll.kernel32.GetDriveTypeW
        # If Windows cannot follow the path, connecting reports why.
        with contextlib.suppress(OSError):
            return drive_type(str(Path(path).resolve().anchor)) == 4
    return False
