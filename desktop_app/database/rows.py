"""Rows of either engine in one representation, so that they can be copied and compared exactly.

A row is a tuple of integers, floats, text, bytes and None. Booleans are 0 and 1, dates `2026-11-24`, timestamps the
UTC text that SQLite stores (`2026-11-24 08:00:00.000000`), JSON its stored text, byte for byte. Rows are ordered by
primary key, text by code points, whatever the collation of the server is.
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
#: Rows, and roughly characters, that are held in memory at a time.
BATCH: Final = 500
BATCH_SIZE: Final = 4_000_000
#: Rows with binary columns that the server sends at a time.
BATCH_OF_BYTES: Final = 8
_WITH_LENGTH: Final = (str, bytes)
_MOMENT_LENGTH: Final = len("2026-11-24 08:00:00.000000")
_KINDS: Final[dict[ValueEncoding, frozenset[type]]] = {
    ValueEncoding.INTEGER: frozenset({int}),
    ValueEncoding.FLAG: frozenset({int}),
    ValueEncoding.NUMBER: frozenset({float, int}),
    ValueEncoding.TEXT: frozenset({str}),
    # SQLite returns a number for a document that is only a number.
    ValueEncoding.JSON: frozenset({str, int, float}),
    ValueEncoding.DAY: frozenset({str}),
    ValueEncoding.MOMENT: frozenset({str}),
    ValueEncoding.BYTES: frozenset({bytes}),
}


class DamagedRowError(Exception):
    """A stored value that does not have its column's type."""

    def __init__(self, table: str, column: str) -> None:
        self.table, self.column = table, column
        super().__init__(f"{table}.{column}")


class CopySide(Protocol):
    """One end of a copy, inside one transaction."""

    def count(self, shape: Shape) -> int:
        """Returns the number of rows of the table."""
        ...

    def holds(self, table: str, column: str, value: str) -> bool:
        """Whether any row has this text in the column."""
        ...

    def rows(self, shape: Shape) -> Iterator[list[Row]]:
        """Yields the table's rows ordered by key, in batches. Raises `DamagedRowError`."""
        ...

    def write(self, shape: Shape, batches: Iterable[list[Row]]) -> None:
        """Inserts rows into the table."""
        ...

    def settle(self, shapes: Sequence[Shape]) -> None:
        """Sets each table's next id after its greatest one. Raises `DamagedRowError` for a dangling reference."""
        ...


def side_of(connection: Connection) -> CopySide:
    """Returns a side over the driver's own connection, below SQLAlchemy's type conversions."""
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
        # The next id is one more than the greatest; foreign keys were not checked until now.
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
        # A server-side cursor: otherwise the driver would hold the whole table.
        with self._connection.cursor(name="rows") as cursor:
            # Parts of files are large: a full batch of them would take a hundred megabytes.
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
        # One statement for a table: a row may refer to a later row of the same table.
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
        names = (quoted(table), column)
        found = self._connection.execute("SELECT pg_get_serial_sequence(%s, %s)", names).fetchone()
        if found is not None and found[0] is not None:
            last = f"SELECT coalesce(max({quoted(column)}), 0) AS id FROM {quoted(table)}"
            statement = f"SELECT setval(%s, greatest(id, 1), id > 0) FROM ({last}) AS found"
            self._connection.execute(_sql(statement), (found[0],))


def batched(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yields rows in lists, each small enough to be held in memory."""
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
    """Returns the rows if every value has its column's type. Raises `DamagedRowError`."""
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
    """Returns a timestamp as it is written here, from any ISO form; without a zone it is UTC."""
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
    """Returns the rows without the columns that triggers fill."""
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
    """Returns a statement whose only variable parts are quoted names of our own tables."""
    return statement
