"""The near-equals of all petitions, made in one go from the sketches after a database was copied.

One by one they are paired when they are registered (`petitions.near_equals`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final, LiteralString

import numpy as np
import numpy.typing as npt
import psycopg
from sqlalchemy import Connection

from desktop_app.likeness.pairing import Numbers, all_pairs

_SKETCHES: Final = "SELECT piece, petition_id FROM petition_sketch ORDER BY piece, petition_id"
_SENDERS: Final = "SELECT id, petitioner_id FROM petition WHERE petitioner_id IS NOT NULL ORDER BY id"
_BATCH: Final = 100_000
#: Before the elements of an array as PostgreSQL sends it stand its dimensions; before each element its length.
_DIMENSIONS: Final = 20
#: COPY in binary: what stands before all rows, how long it is, and how many bytes stand behind.
_HEAD: Final = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
_TAIL: Final = b"\xff\xff"


def make_near_equals(connection: Connection) -> None:
    """Fills `near_equal`, which is empty; nothing in it is settled. A million petitions take some minutes and a
    gigabyte of memory."""
    driver: Any = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        # The server waits while they are counted here, for longer than it would for a client that hangs.
        driver.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
    read = _of_sqlite if isinstance(driver, sqlite3.Connection) else _of_postgresql
    found = list(all_pairs(*read(driver, _SKETCHES), *read(driver, _SENDERS)))
    if not found:
        return
    later, earlier = (np.concatenate(columns) for columns in zip(*found, strict=True))
    both = np.stack((np.concatenate((later, earlier)), np.concatenate((earlier, later))))
    # In the order of the key they go in one behind the other.
    both = both[:, np.lexsort((both[1], both[0]))]
    if isinstance(driver, sqlite3.Connection):
        statement = "INSERT INTO near_equal (petition_id, other_id, settled) VALUES (?, ?, 0)"
        for start in range(0, both.shape[1], _BATCH):
            driver.executemany(statement, both[:, start : start + _BATCH].T.tolist())
    else:
        assert isinstance(driver, psycopg.Connection)
        _copy(driver, both)


def _of_sqlite(driver: sqlite3.Connection, statement: str) -> tuple[Numbers, Numbers]:
    cursor = driver.execute(statement)
    parts = [np.empty((0, 2), np.int32)]
    while rows := cursor.fetchmany(_BATCH):
        parts.append(np.array(rows, np.int32))
    one, other = np.concatenate(parts).T
    return np.ascontiguousarray(one), np.ascontiguousarray(other)


def _of_postgresql(driver: Any, statement: str) -> tuple[Numbers, Numbers]:
    # As two arrays they come in one piece, and not as a million rows of the driver.
    asked = f"SELECT array_send(array_agg(f.a)), array_send(array_agg(f.b)) FROM ({statement}) AS f (a, b)"
    with driver.cursor(binary=True) as cursor:
        one, other = cursor.execute(asked).fetchone()
    return _elements(one), _elements(other)


def _elements(sent: bytes | None) -> Numbers:
    if sent is None:
        return np.empty(0, np.int32)
    return np.frombuffer(sent, ">i4", offset=_DIMENSIONS).reshape(-1, 2)[:, 1].astype(np.int32)


def _copy(driver: psycopg.Connection[Any], both: Numbers) -> None:
    statement: LiteralString = "COPY near_equal (petition_id, other_id, settled) FROM STDIN (FORMAT binary)"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write(_HEAD)
        for part in _binary(both):
            copy.write(part)
        copy.write(_TAIL)


def _binary(both: Numbers) -> Iterator[bytes]:
    row = [("columns", ">i2"), ("size_a", ">i4"), ("a", ">i4"), ("size_b", ">i4"), ("b", ">i4")]
    for start in range(0, both.shape[1], _BATCH):
        some = both[:, start : start + _BATCH]
        rows: npt.NDArray[Any] = np.zeros(some.shape[1], [*row, ("size", ">i4"), ("settled", "u1")])
        rows["columns"], rows["size"] = 3, 1
        for name, column in zip("ab", some, strict=True):
            rows[f"size_{name}"], rows[name] = 4, column
        yield rows.tobytes()
