"""Copies a whole database into another one, on either engine, and proves that nothing was lost.

Everything happens in one transaction of the target. Our own migrations create the tables at the revision of the
source; they are filled row by row, read back and compared. Only then are they upgraded, indexed and committed. A
failure at any point, including a power cut, leaves the target as empty as it was.
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
from desktop_app.database.last_backup import forget_backups
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
from desktop_app.scratch import SIDE_FILES

#: How many breaks the event lists by which a broken audit log was accepted.
_LISTED_BREAKS: Final = 100
#: Tables that only use fills: a prepared database without rows in them is empty.
_FILLED_BY_USE: Final = ("person", "petitioner", "petition", "instrument", "public_comment", "event")


@dataclass(frozen=True, slots=True)
class Program:
    """What this package does not import from those above it: the models' tables, and how search is filled."""

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
    """The result of a copy; `problems` are those that the data had before."""

    revision: str
    tables: tuple[TableCopied, ...]
    problems: tuple[Problem, ...]
    #: Breaks of the audit log that somebody accepted.
    breaks: tuple[Break, ...] = ()

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)


class Source(Protocol):
    """Where rows come from: a database or a backup file."""

    @property
    def place(self) -> str: ...

    @property
    def revision(self) -> str: ...

    def side(self, shapes: Sequence[Shape], progress: Progress) -> CopySide:
        """Returns a side for tables of these shapes. Raises `TransferError` if the source's tables differ."""
        ...


@dataclass(frozen=True)
class DatabaseSource:
    """A database in one consistent snapshot."""

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
    """Opens a snapshot of the database, whatever others write meanwhile. (On SQLite without WAL they wait.)

    Raises `NotPreparedError`, and as `schema.require_known`.
    """
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
    """Copies everything of `source` into `target`, which has to be empty, and proves it.

    An audit log with a broken chain is refused, unless `broken_chain_accepted_by` names who accepts it. Every
    event is then copied with its stored hashes, so that verification reports the same breaks in the copy. The
    finding is recorded as an event.

    Raises `TransferError` (not empty, a refused row, a difference), `CancelledError`, `NotWrittenError` (disk
    full), `DatabaseAwayError`, and as `schema.require_known`; the target is then unchanged.
    """
    schema.require_known(source.revision)
    verbatim = bool(broken_chain_accepted_by)
    watch = progress or SilentProgress()
    schema.prepare(target)
    with _writing(target) as session:
        connection = session.connection()
        _take_time(connection)
        _make_tables(connection, target, program, source.revision)
        copy = _Copy(source, connection, watch, verbatim=verbatim)
        copied = copy.run()
        schema.bring_to(connection, program.metadata(), schema.head())
        program.reindex(session)
        if not verbatim:
            _verify(session, source, watch)
        forget_backups(session)
        done = Transferred(source.revision, copied, problems_in(session, is_sqlite=target.is_sqlite))
    return _accepted(target, done, broken_chain_accepted_by) if verbatim else done


def _verify(session: Session, source: Source, progress: Progress) -> None:
    """Verifies the history and the rows that it vouches for. Raises `TransferError`.

    Triggers computed the hashes again, but not those of masked values, and rows were compared with the source only.
    """
    found = first_break(session, progress)
    if found is not None:
        event = f"event {found.item_type} {found.item_id}/{found.sequence}"
        raise TransferError(reason="chain", where=source.place, table=found.detail or event)


def _accepted(target: Database, done: Transferred, by: str) -> Transferred:
    """Returns the result with the breaks of the accepted audit log, and records them as an event."""
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
                "found": [
                    " ".join(map(str, astuple(one))).strip() for one in verdict.breaks[:_LISTED_BREAKS]
                ],
            },
        )
    return replace(done, breaks=verdict.breaks)


def refuse_unless_empty(database: Database) -> None:
    """Raises `TransferError` for a database in use, before any costly work begins."""
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
    """Copies a database that others may be using into an empty one.

    Raises as `transfer`, and `NotPermittedError` for a login that does not see all rows.
    """
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
    """Returns the identity of a database, to refuse a copy into itself."""
    return Path(database.place).resolve() if database.is_sqlite else database.url._replace(password=None)


@contextmanager
def left_empty(target: Database) -> Iterator[None]:
    """Deletes an SQLite file that was not there before if the work fails."""
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
        for ending in ("", *SIDE_FILES):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        raise


class _Copy:
    """Copies the tables of one source, reading each once, and compares them with the target."""

    def __init__(self, source: Source, connection: Connection, progress: Progress, *, verbatim: bool) -> None:
        self._where = source.place
        self._progress = progress
        self._connection = connection
        self._shapes = shapes_of(connection)
        self._target = side_of(connection)
        self._source = source.side(self._shapes, progress)
        #: Whether the audit log is copied with its stored hashes.
        self.verbatim = verbatim or self._source.holds("event", "action", MASKED)
        if self.verbatim:
            self._shapes = tuple(replace(shape, verbatim=True) for shape in self._shapes)
        self._done = 0
        self._total = 2 * sum(self._source.count(shape) for shape in self._shapes)

    def run(self) -> tuple[TableCopied, ...]:
        self._tick(0)
        if self.verbatim:
            # Only inside this transaction: nobody else ever sees an unprotected audit log.
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
        """Returns an error that names the first row that differs. If only columns filled by triggers differ, the
        source's own chain is broken.
        """
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
    """A hash over a sequence of rows, the same on both engines."""

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
    """Creates the empty tables of `revision`. Raises `TransferError` if the target is not empty."""
    if not target.is_sqlite:
        schema.lock_migrations(connection)
    found = schema.revision_in(connection)
    _is_unused(connection, target, found)
    if found is not None:
        schema.bring_to(connection, program.metadata(), "base")
    schema.bring_to(connection, program.metadata(), revision)
    if target.is_sqlite:
        # A petition may be the duplicate of a later one: foreign keys are checked at the end.
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
    """Opens a session as `Database.writing` does, but distinguishes a full disk from an unreachable database."""
    engine = database.engine.execution_options(writes=database.is_sqlite)
    with driver_trouble(database.place), Session(engine) as session, session.begin():
        yield session


def _take_time(connection: Connection) -> None:
    """Lifts the time limits that keep a window responsive."""
    if connection.dialect.name == "postgresql":
        for setting in ("statement_timeout", "idle_in_transaction_session_timeout"):
            connection.exec_driver_sql(f"SET LOCAL {setting} = 0")
        take_time_on(connection)
