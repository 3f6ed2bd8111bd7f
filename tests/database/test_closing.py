"""No connection to a file stays open: it would keep the file locked on Windows."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError

from desktop_app.database.engine import Database, sqlite_url


def is_closed(connection: Any) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False


@pytest.mark.parametrize("opened_later", [False, True])
def test_a_connection_that_is_used_while_the_database_is_closed_is_closed_as_well(
    tmp_path: Path, *, opened_later: bool
) -> None:
    database = Database(sqlite_url(tmp_path / "desk.db"))
    used = None if opened_later else database.engine.connect()
    database.close()
    used = used or database.engine.connect()
    raw = used.connection.driver_connection
    assert not is_closed(raw)
    used.close()
    assert is_closed(raw)


def test_a_connection_to_what_is_no_database_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(b"no database" * 500)
    database = Database(sqlite_url(path))
    made: list[Any] = []
    event.listen(database.engine, "connect", lambda raw, _record: made.append(raw), insert=True)
    with pytest.raises(DatabaseError):
        database.engine.connect()
    assert made
    assert all(map(is_closed, made))
    database.close()
