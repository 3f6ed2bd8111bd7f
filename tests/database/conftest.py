from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.database.engine import Database, sqlite_url
from tests.database.later import become_later_release
from tests.database.made import petitions_only, set_tools
from tests.engines import PostgresqlServer, SqliteFiles


@pytest.fixture
def full(engine: SqliteFiles | PostgresqlServer) -> Iterator[Database]:
    """Yields a database with generated petitions, on each engine in turn."""
    with engine.fresh(petitions_only) as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def full_sqlite(sqlite_files: SqliteFiles) -> Iterator[Database]:
    """Yields the same on SQLite only."""
    with sqlite_files.fresh(petitions_only) as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def full_postgresql(postgresql_server: PostgresqlServer) -> Iterator[Database]:
    """Yields the same on PostgreSQL only."""
    with postgresql_server.fresh(petitions_only) as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    """Yields a database without tables, on each engine in turn."""
    database = Database(empty_url)
    yield database
    database.close()


@pytest.fixture
def later_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Turns the program into a later release. A test lists it after its database, which the present release
    creates.
    """
    become_later_release(tmp_path / "scripts", monkeypatch)


@pytest.fixture
def new_file(tmp_path: Path) -> Iterator[Database]:
    """Yields an SQLite database that does not exist yet."""
    database = Database(sqlite_url(tmp_path / f"new-{next(_numbers)}.db"))
    yield database
    database.close()


_numbers = itertools.count(1)


@pytest.fixture(params=["sqlite", "pg_dump", "export"])
def source(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Database:
    """A database with petitions for each way of making a back-up."""
    set_tools(request.param, monkeypatch, tmp_path_factory)
    name = "full_sqlite" if request.param == "sqlite" else "full_postgresql"
    found: Database = request.getfixturevalue(name)
    return found
