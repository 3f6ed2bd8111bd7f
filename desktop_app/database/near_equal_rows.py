"""Computes the near-duplicates of all petitions at once from their sketches, after a database was copied.

Otherwise each petition is paired when it is registered (`petitions.duplicates.near_equals`).
"""

from __future__ import annotations

import sqlite3
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection

from desktop_app.likeness.pairing import Numbers, all_pairs

_SKETCHES: Final = "SELECT piece, petition_id FROM petition_sketch ORDER BY piece, petition_id"
_SENDERS: Final = "SELECT id, petitioner_id FROM petition WHERE petitioner_id IS NOT NULL ORDER BY id"
_INSERT: Final = "INSERT INTO near_equal (petition_id, other_id, settled) VALUES (?, ?, 0)"
_COPY: Final = "COPY near_equal (petition_id, other_id, settled) FROM STDIN (FORMAT binary)"
_BATCH: Final = 100_000


def make_near_equals(connection: Connection) -> None:
    """Fills the empty table `near_equal`, with no pair settled. A million petitions take some minutes and more than
    1 GB of memory.
    """
    driver: Any = connection.connection.driver_connection
    on_sqlite = isinstance(driver, sqlite3.Connection)
    if not on_sqlite:
        # The server's connection is idle while the pairs are computed, for longer than a hanging client may be.
        driver.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
    found = list(all_pairs(*_columns(driver, _SKETCHES), *_columns(driver, _SENDERS)))
    if not found:
        return
    later, earlier = (np.concatenate(columns) for columns in zip(*found, strict=True))
    both = np.stack((np.concatenate((later, earlier)), np.concatenate((earlier, later))))
    # Rows in the order of the key are inserted faster.
    both = both[:, np.lexsort((both[1], both[0]))]
    batches = (both[:, start : start + _BATCH].T.tolist() for start in range(0, both.shape[1], _BATCH))
    if on_sqlite:
        for batch in batches:
            driver.executemany(_INSERT, batch)
        return
    with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.set_types(["int8", "int8", "bool"])
        for batch in batches:
            for petition_id, other_id in batch:
                copy.write_row((petition_id, other_id, False))


def _columns(driver: Any, statement: str) -> tuple[Numbers, Numbers]:
    """Returns the two columns of a result, fetched in batches; on PostgreSQL through a server-side cursor."""
    on_sqlite = isinstance(driver, sqlite3.Connection)
    cursor = driver.cursor() if on_sqlite else driver.cursor(name="numbers", binary=True)
    cursor.execute(statement)
    parts = [np.empty((0, 2), np.int64)]
    while rows := cursor.fetchmany(_BATCH):
        parts.append(np.array(rows, np.int64))
    cursor.close()
    one, other = np.concatenate(parts).T
    return np.ascontiguousarray(one), np.ascontiguousarray(other)
