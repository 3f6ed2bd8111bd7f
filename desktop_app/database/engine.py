"""The connection: engine, sessions, the server's clock.

A service opens `reading()` or `writing()`, does one thing and leaves; nothing stays open while a person
thinks. Trouble with the database itself leaves here as an `AppError`; anything else is a bug and passes.
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

from desktop_app.clock import Clock
from desktop_app.database import collation, operations
from desktop_app.database.address import place_of
from desktop_app.database.chain import canonical_json
from desktop_app.database.chain_guard import register_functions
from desktop_app.database.operations import Operation
from desktop_app.database.trouble import expected_trouble, is_outcome_unknown, told_as
from desktop_app.errors import AppError, NetworkShareError, OutcomeUnknownError

if TYPE_CHECKING:
    from desktop_app.database.pulse import LivingConnection

_log = logging.getLogger(__name__)
T = TypeVar("T")
#: The first SQLite versions in which two connections cannot lose a commit to the WAL-reset bug.
_FIXED_SQLITE: Final = ((3, 44, 6, 3, 45, 0), (3, 50, 7, 3, 51, 0), (3, 51, 3, 9, 0, 0))
#: How long a client asks for the outcome of a COMMIT whose answer was lost, in seconds.
ASKS_FOR: Final = 25.0
#: So long a moment that the server told is counted on from, in seconds; so far may the PC's clocks differ meanwhile.
_COUNTS_ON: Final = 60.0
_SLACK: Final = 0.5
_CLOCK: Final = select(text("clock_timestamp()"))
#: How often a client takes old operations away, in seconds.
_PRUNES_EVERY: Final = 3600.0


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info[:3]) -> bool:
    """Whether this SQLite keeps every commit in WAL mode with more than one connection."""
    return any(first[:3] <= version < first[3:] for first in _FIXED_SQLITE)


def sqlite_url(path: Path) -> str:
    """The URL of a database file."""
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


class Database:
    """One shared database, SQLite or PostgreSQL. Thread safe; sessions are not."""

    def __init__(self, url: str, *, clock: Clock | None = None, pool_size: int = 1) -> None:
        #: Names this client to the server and in `operation`.
        self.client = f"mosharekat {uuid4().hex[:12]}"
        self.clock = clock
        self._pruned = float("-inf")
        #: What the server's clock said last, and the PC's two clocks then.
        self._told: tuple[datetime, float, float] | None = None
        #: The passwords of this connection's role, of which one is in force; several only while it is changed.
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
        # psycopg forgets every statement that it has prepared at a ROLLBACK, and the server every plan: what only
        # looks ends with a COMMIT, and the server refuses whatever it would write.
        self._reader = (
            self.engine if self.is_sqlite else self.engine.execution_options(postgresql_readonly=True)
        )

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def place(self) -> str:
        """Where the database is, for a person to read: a path, or servers and name; never a password."""
        if self.is_sqlite:
            return self.url.database or ""
        return place_of(self.url)

    def answers(self) -> bool:
        """Whether a PostgreSQL server of this database answers at all; nobody signs in for that."""
        from desktop_app.database import postgresql  # noqa: PLC0415

        return postgresql.answers(self.engine, self.url)

    def signed_in_as(self, username: str, password: str) -> Database:
        """The same PostgreSQL database by the role `username`. Raises `SignInError` (reasons `wrong`, `disabled`),
        `DatabaseAwayError`."""
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
        """Around a change of the password of the role that these connections sign in as: those made later use the
        new one. Of another role, and on SQLite, there is nothing to do."""
        if self.is_sqlite or self.url.username != username:
            yield
            return
        before = self._passwords
        # Until the answer is there nobody knows which of them the server has.
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
    def reading(self) -> Iterator[Session]:
        """A session for looking; what it would change is never written, and PostgreSQL refuses it."""
        with expected_trouble(self.place), Session(self._reader, expire_on_commit=False) as session:
            yield session
            if not self.is_sqlite:
                session.expunge_all()
                # What was read is read, also where the connection breaks now.
                with contextlib.suppress(exc.DBAPIError):
                    session.commit()

    @contextmanager
    def rehearsing(self) -> Iterator[Session]:
        """A session for finding out what an act would do: it is done as ever, and thrown away."""
        with expected_trouble(self.place), Session(self.engine, expire_on_commit=False) as session:
            yield session
            session.rollback()

    def read_aside(
        self, work: Callable[[Session, datetime | None], T], *, until: datetime | None = None
    ) -> T:
        """Does a heavy piece of reading where it keeps nobody waiting: `work(session, as of when)` on a standby,
        where the address names several servers and one of them is a standby that knows everything before `until`;
        else `work(session, None)` where everybody reads. The moment is by the clock of the server that writes."""
        if self._standby is not None:
            from desktop_app.database.postgresql import standby_moment  # noqa: PLC0415

            try:
                with expected_trouble(self.place), Session(self._standby, expire_on_commit=False) as session:
                    as_of = standby_moment(session)
                    if as_of is not None and (until is None or as_of >= until):
                        return work(session, as_of)
            except AppError as error:
                # None there, gone, or it broke off to keep up: the other one knows as well.
                _log.info("reading on a standby: %s", error.code)
        with self.reading() as session:
            return work(session, None)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are committed together at the end, or not at all; one that leaves without an
        exception was committed, also where the answer to its COMMIT was lost. `operations.once` does it again
        where it was not.

        On SQLite it takes the write lock at once: a lock that is asked for later fails whatever the timeout.
        Raises `OutcomeUnknownError` where the server does not come back to say what became of a COMMIT.
        """
        engine = self.engine.execution_options(writes=True) if self.is_sqlite else self.engine
        with expected_trouble(self.place), Session(engine, expire_on_commit=False) as session:
            session.begin()
            yield session
            self._commit(session)

    @contextmanager
    def touching(self) -> Iterator[Session]:
        """A session for what may be lost or done twice without harm (who is where): no operation id."""
        engine = self.engine.execution_options(writes=True) if self.is_sqlite else self.engine
        with (
            expected_trouble(self.place),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def take_time(self, session: Session, seconds: int) -> None:
        """Lets the statements of a transaction take so long: many rows are changed, and somebody waits for it.
        Neither the server nor the watch over a hanging one breaks them off before."""
        if not self.is_sqlite:
            session.execute(text(f"SET LOCAL statement_timeout = '{int(seconds)}s'"))
            _living_connection(session).take_time(seconds)

    def _commit(self, session: Session) -> None:
        living = None if self.is_sqlite else _living_connection(session)
        operation = operations.enter(session, self.client, living.info.backend_pid if living else None)
        if time.monotonic() - self._pruned > _PRUNES_EVERY:
            self._pruned = time.monotonic()
            operations.prune(session, datetime.now(UTC) - operations.KEPT)
        # Whatever can fail fails here; behind it there is nothing but the COMMIT.
        session.flush()
        try:
            session.commit()
        except exc.DBAPIError as error:
            if not is_outcome_unknown(error):
                raise
            if self._was_done(operation):
                return
            told = told_as(error, self.place)
            if told is None:
                raise
            told.again = True
            raise told from error
        if living is not None and living.unconfirmed and not self._was_done(operation):
            raise OutcomeUnknownError(where=self.place)

    def _was_done(self, operation: Operation) -> bool:
        """What became of a COMMIT whose answer was lost; asks until the server is back."""
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
        """A connection to PostgreSQL for listening, outside of the pool. Raises `psycopg.Error`."""
        from desktop_app.database import postgresql  # noqa: PLC0415

        return postgresql.connect_apart(self.engine, self.url, self.client)

    def now(self, session: Session) -> datetime:
        """The moment by the database server's clock (on SQLite the PC's), or by the clock given."""
        if self.clock is not None:
            return self.clock.now()
        if self.is_sqlite:
            return datetime.now(UTC)
        moment: datetime = session.execute(_CLOCK).scalar_one()
        return moment.astimezone(UTC)

    def about_now(self, session: Session) -> datetime:
        """The same for what is only looked at: the server is asked once a minute, and the PC counts on from there.
        Where its two ways of counting differ, it slept or somebody set its clock: the server is asked again."""
        if self.clock is not None or self.is_sqlite:
            return self.now(session)
        if self._told is not None:
            moment, wall, steady = self._told
            passed = time.monotonic() - steady
            if passed < _COUNTS_ON and abs(time.time() - wall - passed) < _SLACK:
                return moment + timedelta(seconds=passed)
        moment = self.now(session)
        self._told = moment, time.time(), time.monotonic()
        return moment

    def close(self) -> None:
        """Gives every connection back."""
        self.engine.dispose()
        self._spare.dispose()
        if self._standby is not None:
            self._standby.dispose()


def take_time_on(connection: Connection) -> None:
    """Lets the statements of a transaction of PostgreSQL take as long as they take."""
    living: LivingConnection | Any = connection.connection.dbapi_connection
    living.take_time(float("inf"))


def _living_connection(session: Session) -> LivingConnection:
    raw: Any = session.connection().connection.dbapi_connection
    connection: LivingConnection = raw
    return connection


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
        for pragma in (f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _make_private(path: str | None) -> None:
    """What SQLite makes by itself every user of the PC may read: a new file belongs to its maker alone, and so do the
    logs beside it. One that is there keeps the rights that somebody gave it."""
    if path and path != ":memory:" and not path.startswith("file:"):
        # Where it cannot be made, connecting says why.
        with contextlib.suppress(OSError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _refuse_network_share(path: str) -> None:
    if on_network_share(path):
        raise NetworkShareError(where=path)


def on_network_share(path: str) -> bool:
    """Whether a file lies where SQLite's locks do not hold."""
    if path.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        drive_type: Callable[[str], int] = __import__("ctypes").windll.kernel32.GetDriveTypeW
        return drive_type(str(Path(path).resolve().anchor)) == 4
    return False
