"""Rows of either engine in one form, so that they can be carried over and compared exactly.

A row is a tuple of integers, floats, text, bytes and None. Flags are 0 and 1, days `2026-11-24`, moments the
UTC text that SQLite stores (`2026-11-24 08:00:00.000000`), JSON its stored text, byte for byte. Rows come in
the order of the primary key, text by code points, whatever the collation of the server is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final, LiteralString, Protocol

import psycopg
from sqlalchemy import Connection

from desktop_app.database.shapes import Shape, TableColumn, ValueEncoding, quoted

Value = int | float | str | bytes | None
Row = tuple[Value, ...]
#: Rows and, roughly, characters that are held at a time.
BATCH: Final = 500
BATCH_SIZE: Final = 4_000_000
#: Rows with bytes in them that the server hands over at a time.
BATCH_OF_BYTES: Final = 8
_WITH_LENGTH: Final = (str, bytes)
_MOMENT_LENGTH: Final = len("2026-11-24 08:00:00.000000")
_KINDS: Final[dict[ValueEncoding, frozenset[type]]] = {
    ValueEncoding.INTEGER: frozenset({int}),
    ValueEncoding.FLAG: frozenset({int}),
    ValueEncoding.NUMBER: frozenset({float, int}),
    ValueEncoding.TEXT: frozenset({str}),
    # SQLite makes a number of a document that is only one.
    ValueEncoding.JSON: frozenset({str, int, float}),
    ValueEncoding.DAY: frozenset({str}),
    ValueEncoding.MOMENT: frozenset({str}),
    ValueEncoding.BYTES: frozenset({bytes}),
}


class DamagedRowError(Exception):
    """A stored value that is not of its column's form: table, column."""

    def __init__(self, table: str, column: str) -> None:
        self.table, self.column = table, column
        super().__init__(f"{table}.{column}")


class CopySide(Protocol):
    """One end of a copy, inside one transaction."""

    def count(self, shape: Shape) -> int:
        """How many rows the table has."""
        ...

    def holds(self, table: str, column: str, value: str) -> bool:
        """Whether any row has this text in the column."""
        ...

    def rows(self, shape: Shape) -> Iterator[list[Row]]:
        """The table's rows in the order of its key, in batches. Raises `DamagedRowError`."""
        ...

    def write(self, shape: Shape, batches: Iterable[list[Row]]) -> None:
        """Puts rows into the table."""
        ...

    def settle(self, shapes: Sequence[Shape]) -> None:
        """Makes the next new row of each table come behind those that are there. Raises `DamagedRowError` for
        a reference to nothing."""
        ...


def side_of(connection: Connection) -> CopySide:
    """The driver's own connection below SQLAlchemy's: values are neither converted nor guessed."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        return SqliteSide(driver)
    assert isinstance(driver, psycopg.Connection)
    return PostgresqlSide(driver)


class SqliteSide:
    """Rows of an SQLite database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self, shape: Shape) -> int:
        found = self._connection.execute(f"SELECT count(*) FROM {quoted(shape.table)}").fetchone()
        return int(found[0])

    def holds(self, table: str, column: str, value: str) -> bool:
        statement = f"SELECT 1 FROM {quoted(table)} WHERE {quoted(column)} = ? LIMIT 1"
        return self._connection.execute(statement, (value,)).fetchone() is not None

    def rows(self, shape: Shape) -> Iterator[list[Row]]:
        names = ", ".join(map(quoted, shape.names))
        order = ", ".join(quoted(shape.names[place]) for place in shape.key)
        cursor = self._connection.execute(f"SELECT {names} FROM {quoted(shape.table)} ORDER BY {order}")
        for batch in batched(cursor):
            yield checked(shape, batch)

    def write(self, shape: Shape, batches: Iterable[list[Row]]) -> None:
        names = ", ".join(quoted(shape.names[place]) for place in shape.written)
        marks = ", ".join("?" * len(shape.written))
        statement = f"INSERT INTO {quoted(shape.table)} ({names}) VALUES ({marks})"
        for batch in batches:
            self._connection.executemany(statement, _to_write(shape, batch))

    def settle(self, shapes: Sequence[Shape]) -> None:
        # An id is one more than the greatest that there is; references were not looked at so far.
        del shapes
        broken = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise DamagedRowError(str(broken[0]), "")


class PostgresqlSide:
    """Rows of a PostgreSQL database."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def count(self, shape: Shape) -> int:
        found = self._connection.execute(_sql(f"SELECT count(*) FROM {quoted(shape.table)}")).fetchone()
        assert found is not None
        return int(found[0])

    def holds(self, table: str, column: str, value: str) -> bool:
        statement = f"SELECT 1 FROM {quoted(table)} WHERE {quoted(column)} = %s LIMIT 1"
        return self._connection.execute(_sql(statement), (value,)).fetchone() is not None

    def rows(self, shape: Shape) -> Iterator[list[Row]]:
        wanted = ", ".join(_selected(column) for column in shape.columns)
        order = ", ".join(_ordered(shape.columns[place]) for place in shape.key)
        statement = f"SELECT {wanted} FROM {quoted(shape.table)} ORDER BY {order}"
        # A cursor of the server's own: the driver would otherwise hold the whole table.
        with self._connection.cursor(name="rows") as cursor:
            # Parts of files are large: a batch of them would be a hundred megabytes.
            large = any(column.form is ValueEncoding.BYTES for column in shape.columns)
            cursor.itersize = BATCH_OF_BYTES if large else BATCH
            cursor.execute(_sql(statement))
            for batch in batched(cursor):
                yield checked(shape, batch)

    def write(self, shape: Shape, batches: Iterable[list[Row]]) -> None:
        columns = [shape.columns[place] for place in shape.written]
        names = ", ".join(quoted(column.name) for column in columns)
        moments = [n for n, column in enumerate(columns) if column.form is ValueEncoding.MOMENT]
        statement = f"COPY {quoted(shape.table)} ({names}) FROM STDIN"
        # One statement for a table: a row may refer to a later one of its own table.
        with self._connection.cursor() as cursor, cursor.copy(_sql(statement)) as copy:
            for batch in batches:
                for row in _to_write(shape, batch):
                    copy.write_row(_in_utc(row, moments))

    def settle(self, shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            for column in shape.columns:
                if column.form is ValueEncoding.INTEGER:
                    self._settle(shape.table, column.name)

    def _settle(self, table: str, column: str) -> None:
        asked = (quoted(table), column)
        found = self._connection.execute("SELECT pg_get_serial_sequence(%s, %s)", asked).fetchone()
        if found is not None and found[0] is not None:
            last = f"SELECT coalesce(max({quoted(column)}), 0) AS id FROM {quoted(table)}"
            statement = f"SELECT setval(%s, greatest(id, 1), id > 0) FROM ({last}) AS found"
            self._connection.execute(_sql(statement), (found[0],))


def batched(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows in lists, each short enough to be held."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        batch.append(row)
        for value in row:
            if isinstance(value, _WITH_LENGTH):
                size += len(value)
        if len(batch) >= BATCH or size >= BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def checked(shape: Shape, batch: list[Row]) -> list[Row]:
    """The rows, if every value is of its column's form. Raises `DamagedRowError`."""
    moments: list[int] = []
    for n, (column, values) in enumerate(zip(shape.columns, zip(*batch, strict=True), strict=True)):
        if not set(map(type, values)) - {type(None)} <= _KINDS[column.form]:
            raise DamagedRowError(shape.table, column.name)
        if column.form is ValueEncoding.FLAG and not set(values) <= {0, 1, None}:
            raise DamagedRowError(shape.table, column.name)
        if column.form is ValueEncoding.MOMENT and any(
            value is not None and len(str(value)) != _MOMENT_LENGTH for value in values
        ):
            moments.append(n)
        if column.form is ValueEncoding.JSON and any(isinstance(value, int | float) for value in values):
            batch = [(*row[:n], _document(row[n]), *row[n + 1 :]) for row in batch]
    for n in moments:
        name = shape.columns[n].name
        batch = [(*row[:n], moment_text(shape.table, name, row[n]), *row[n + 1 :]) for row in batch]
    return batch


def _document(value: Value) -> Value:
    return repr(value) if isinstance(value, int | float) else value


def moment_text(table: str, column: str, value: Value) -> Value:
    """A moment as it is written here, from whatever ISO form it came in; without a zone it is UTC."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise DamagedRowError(table, column) from error
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(" ", "microseconds")


def _to_write(shape: Shape, batch: list[Row]) -> list[Row]:
    """The rows without what triggers fill in."""
    if len(shape.written) == len(shape.columns):
        return batch
    return [tuple(row[place] for place in shape.written) for row in batch]


def _selected(column: TableColumn) -> str:
    name = quoted(column.name)
    match column.form:
        case ValueEncoding.FLAG:
            return f"{name}::int"
        case ValueEncoding.JSON:
            return f"{name}::text"
        case ValueEncoding.DAY:
            return f"to_char({name}, 'YYYY-MM-DD')"
        case ValueEncoding.MOMENT:
            return f"to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
        case ValueEncoding.NUMBER:
            return f"{name}::float8"
        case _:
            return name


def _ordered(column: TableColumn) -> str:
    return quoted(column.name) + (' COLLATE "C"' if column.form is ValueEncoding.TEXT else "")


def _in_utc(row: Row, moments: list[int]) -> Row:
    if not moments:
        return row
    values = list(row)
    for n in moments:
        if values[n] is not None:
            values[n] = str(values[n]) + "+00"
    return tuple(values)


def _sql(statement: str) -> LiteralString:
    """A statement whose only variable parts are names of our own tables, quoted."""
    return statement
