"""Carrying a whole database into another one, on either engine, and proving that nothing was lost.

Everything happens in one transaction of the target: the tables are made by our own migrations at the revision
of the source, filled row by row, read back and compared with what was read; only then are they brought up to
date, indexed and committed. A break at any point, also of the power, leaves the target as empty as it was.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, Final, Protocol

import psycopg
from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.orm import Session

from desktop_app.database import chain_guard, schema
from desktop_app.database.audit import record_event
from desktop_app.database.chain import MASKED
from desktop_app.database.chain_guard import OUT_OF_SEQUENCE
from desktop_app.database.driver_trouble import driver_trouble
from desktop_app.database.engine import Database, take_time_on
from desktop_app.database.health import Problem, problems_in
from desktop_app.database.last_backup import LAST_BACKUP
from desktop_app.database.rights import require_owner
from desktop_app.database.rows import CopySide, DamagedRowError, Row, side_of
from desktop_app.database.shapes import DERIVED, Shape, quoted, shapes_of
from desktop_app.database.verification import Break, first_break, verify
from desktop_app.errors import (
    CancelledError,
    NotPreparedError,
    NotWrittenError,
    TransferError,
)
from desktop_app.progress import Progress, SilentProgress

#: So many breaks stand in the event by which a broken history was accepted.
_TOLD_BREAKS: Final = 100
#: Tables that only use fills: without a row in them a prepared database is still empty.
_FILLED_BY_USE: Final = ("person", "petitioner", "petition", "instrument", "public_comment", "event")


@dataclass(frozen=True, slots=True)
class Program:
    """What this room does not know of the rooms above it: the models' tables, and how search is filled."""

    metadata: Callable[[], MetaData]
    reindex: Callable[[Session], int]


@dataclass(frozen=True, slots=True)
class TableCopied:
    """A table that is the same on both sides. `sha256` is taken over all its rows in the order of the key."""

    table: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Transferred:
    """What was carried over; `problems` are those that the data had before."""

    revision: str
    tables: tuple[TableCopied, ...]
    problems: tuple[Problem, ...]
    #: Where the history did not hold, and was taken over as it stood because somebody said so.
    breaks: tuple[Break, ...] = ()

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)


class Source(Protocol):
    """Where rows come from: a database, a back-up file."""

    @property
    def place(self) -> str: ...

    @property
    def revision(self) -> str: ...

    def side(self, shapes: Sequence[Shape], progress: Progress) -> CopySide:
        """The rows, for tables of these shapes. Raises `TransferError` where the source has others."""
        ...


@dataclass(frozen=True)
class DatabaseSource:
    """A database that stands still for the time of a transaction."""

    place: str
    revision: str
    connection: Connection

    def side(self, shapes: Sequence[Shape], progress: Progress) -> CopySide:
        del progress
        tables = {shape.table for shape in shapes}
        found = {shape.table: set(shape.names) for shape in shapes_of(self.connection, tables)}
        for shape in shapes:
            if found.get(shape.table) != set(shape.names):
                raise TransferError(reason="shape", where=self.place, table=shape.table)
        return side_of(self.connection)


@contextmanager
def standing_still(database: Database) -> Iterator[DatabaseSource]:
    """The database as it is at this moment, whatever others write meanwhile. (Where SQLite has no write-ahead
    log they wait.) Raises `NotPreparedError`, and as `schema.require_known`."""
    revision = schema.check(database)
    if revision is None:
        raise NotPreparedError(where=database.place)
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    engine = database.engine if database.is_sqlite else database.engine.execution_options(**options)
    with driver_trouble(database.place), engine.connect() as connection, connection.begin():
        _take_time(connection)
        yield DatabaseSource(database.place, revision, connection)


def transfer(
    source: Source,
    target: Database,
    program: Program,
    progress: Progress | None = None,
    *,
    broken_chain_accepted_by: str = "",
) -> Transferred:
    """Carries everything of `source` into `target`, which has to be empty, and proves it.

    A history whose chain is broken is refused, unless `broken_chain_accepted_by` names who takes it as it is: every
    event then comes with the hashes that stood beside it, so that the breaks are named there as they are here, and
    the finding is an event of its own.

    Raises `TransferError` (not empty, a row that was refused, a difference), `CancelledError`,
    `NotWrittenError` (no room), `DatabaseAwayError`, and as `schema.require_known`; the target is then as it was.
    """
    schema.require_known(source.revision)
    verbatim = bool(broken_chain_accepted_by)
    watch = progress or SilentProgress()
    with _writing(target) as session:
        connection = session.connection()
        _take_time(connection)
        _make_tables(connection, target, program, source.revision)
        copy = _Copy(source, connection, watch, verbatim=verbatim)
        copied = copy.run()
        if copy.verbatim and not verbatim:
            _vouched_for(session, source, watch)
        schema.bring_to(connection, program.metadata(), schema.head())
        program.reindex(session)
        session.execute(text("DELETE FROM setting WHERE name = :name"), {"name": LAST_BACKUP})
        done = Transferred(source.revision, copied, problems_in(session, is_sqlite=target.is_sqlite))
    return _accepted(target, done, broken_chain_accepted_by) if verbatim else done


def _vouched_for(session: Session, source: Source, progress: Progress) -> None:
    """A history whose values were masked in part comes with its hashes, since no trigger can make those again; that
    it holds is then looked at here. Raises `TransferError`."""
    found = first_break(session, progress)
    if found is not None:
        key = f"{found.item_type} {found.item_id}/{found.sequence}"
        raise TransferError(reason="chain", where=source.place, table="event", key=key)


def _accepted(target: Database, done: Transferred, by: str) -> Transferred:
    """What is wrong with the history that was taken over as it stood; it is written into that history."""
    verdict = verify(target)
    if verdict.ok:
        return done
    with target.writing() as session:
        record_event(
            session,
            item_type="office",
            item_id=1,
            at=target.now(session),
            actor_id=None,
            actor_name=by,
            action="broken_chain_accepted",
            after={
                "breaks": len(verdict.breaks),
                "found": [" ".join(map(str, astuple(one))).strip() for one in verdict.breaks[:_TOLD_BREAKS]],
            },
        )
    return replace(done, breaks=verdict.breaks)


def refuse_unless_empty(database: Database) -> None:
    """Raises `TransferError` for a database that somebody works with, before anything costly is begun."""
    with database.reading() as session:
        connection = session.connection()
        _is_unused(connection, database, schema.revision_in(connection))


def copy_database(
    source: Database,
    target: Database,
    program: Program,
    progress: Progress | None = None,
    *,
    broken_chain_accepted_by: str = "",
) -> Transferred:
    """Carries a database that others may be working with into an empty one. Raises as `transfer`, and
    `NotPermittedError` for a login that does not see all of it."""
    require_owner(source, "back_up")
    if _address(source) == _address(target):
        raise TransferError(reason="not_empty", where=target.place)
    with left_empty(target):
        refuse_unless_empty(target)
        with standing_still(source) as still:
            return transfer(
                still, target, program, progress, broken_chain_accepted_by=broken_chain_accepted_by
            )


def _address(database: Database) -> object:
    """Which database it is: two of them must not be one."""
    return Path(database.place).resolve() if database.is_sqlite else database.url._replace(password=None)


@contextmanager
def left_empty(target: Database) -> Iterator[None]:
    """An SQLite file that was not there before is gone again when the work fails."""
    path = Path(target.place) if target.is_sqlite else None
    if path is None or path.exists():
        yield
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error
    try:
        yield
    except BaseException:
        target.close()
        for ending in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        raise


class _Copy:
    """The tables of one source, read once and compared with what the target has then."""

    def __init__(self, source: Source, connection: Connection, progress: Progress, *, verbatim: bool) -> None:
        self._where = source.place
        self._progress = progress
        self._connection = connection
        self._shapes = shapes_of(connection)
        self._target = side_of(connection)
        self._source = source.side(self._shapes, progress)
        #: Whether the history comes with the hashes that stand beside it.
        self.verbatim = verbatim or self._source.holds("event", "action", MASKED)
        if self.verbatim:
            self._shapes = tuple(replace(shape, verbatim=True) for shape in self._shapes)
        self._done = 0
        self._total = 2 * sum(self._source.count(shape) for shape in self._shapes)

    def run(self) -> tuple[TableCopied, ...]:
        self._tick(0)
        if self.verbatim:
            # In this transaction only: nobody else ever sees the history unguarded.
            chain_guard.take_down(self._connection)
        read = [self._carry(shape) for shape in self._shapes]
        if self.verbatim:
            chain_guard.set_up(self._connection)
        for shape, expected in zip(self._shapes, read, strict=True):
            digest = RowDigest()
            for batch in self._target.rows(shape):
                digest.add(batch)
                self._tick(len(batch))
            if digest.of(shape.table) != expected:
                raise self._difference(shape)
        try:
            self._target.settle(self._shapes)
        except DamagedRowError as error:
            raise TransferError(reason="refused_row", where=self._where, table=error.table) from error
        return tuple(read)

    def _carry(self, shape: Shape) -> TableCopied:
        digest = RowDigest()

        def passing() -> Iterator[list[Row]]:
            for batch in self._source.rows(shape):
                digest.add(batch)
                yield batch
                self._tick(len(batch))

        try:
            self._target.write(shape, passing())
        except (sqlite3.IntegrityError, psycopg.IntegrityError, psycopg.DataError) as error:
            if OUT_OF_SEQUENCE in str(error):
                raise TransferError(reason="chain", where=self._where, table=shape.table, key="") from error
            raise TransferError(reason="refused_row", where=self._where, table=shape.table) from error
        except DamagedRowError as error:
            raise TransferError(reason="damaged", where=self._where, table=error.table) from error
        return digest.of(shape.table)

    def _difference(self, shape: Shape) -> TransferError:
        """Names the first row that is not the same on both sides. Where only what triggers fill in differs, the
        source itself is not what its own triggers once made of it."""
        ours, theirs = (chain.from_iterable(side.rows(shape)) for side in (self._source, self._target))
        for one, other in zip_longest(ours, theirs):
            if one != other:
                known = one or other or ()
                key = "/".join(str(known[place]) for place in shape.key)
                same = one and other and all(one[place] == other[place] for place in shape.written)
                reason = "chain" if same else "differs"
                return TransferError(reason=reason, where=self._where, table=shape.table, key=key)
        return TransferError(reason="differs", where=self._where, table=shape.table, key="")

    def _tick(self, rows: int) -> None:
        if self._progress.cancelled():
            raise CancelledError()
        self._done += rows
        self._progress.report(self._done, self._total)


class RowDigest:
    """A hash over rows as they come; the same rows in the same order give the same one on both engines."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self.rows = 0

    def add(self, batch: Iterable[Row]) -> None:
        for row in batch:
            self.rows += 1
            plain = [value.hex() if isinstance(value, bytes) else value for value in row]
            line = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
            self._hash.update(line.encode("utf-8", "surrogatepass") + b"\n")

    def of(self, table: str) -> TableCopied:
        return TableCopied(table, self.rows, self._hash.hexdigest())


def _make_tables(connection: Connection, target: Database, program: Program, revision: str) -> None:
    """The empty tables of `revision`. Raises `TransferError` where the target is not empty."""
    if not target.is_sqlite:
        schema.lock_migrations(connection)
    found = schema.revision_in(connection)
    _is_unused(connection, target, found)
    if found is not None:
        schema.bring_to(connection, program.metadata(), "base")
    schema.bring_to(connection, program.metadata(), revision)
    if target.is_sqlite:
        # A petition may be the duplicate of a later one: references are looked at in the end.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def _is_unused(connection: Connection, target: Database, found: str | None) -> None:
    if found is not None:
        schema.require_known(found)
    tables = set(inspect(connection).get_table_names()) - set(DERIVED)
    used: list[str]
    if found is not None:
        used = [table for table in _FILLED_BY_USE if table in tables and _holds_rows(connection, table)]
    else:
        used = list(tables)
    if used:
        raise TransferError(reason="not_empty", where=target.place)


def _holds_rows(connection: Connection, table: str) -> bool:
    return connection.scalar(text(f"SELECT 1 FROM {quoted(table)} LIMIT 1")) is not None


@contextmanager
def _writing(database: Database) -> Iterator[Session]:
    """As `Database.writing`, but a disk that is full is told from a database that is away."""
    engine = database.engine.execution_options(writes=database.is_sqlite)
    with driver_trouble(database.place), Session(engine) as session, session.begin():
        yield session


def _take_time(connection: Connection) -> None:
    """The limits that keep a window from waiting are no limits for a copy."""
    if connection.dialect.name == "postgresql":
        for setting in ("statement_timeout", "idle_in_transaction_session_timeout"):
            connection.exec_driver_sql(f"SET LOCAL {setting} = 0")
        take_time_on(connection)
