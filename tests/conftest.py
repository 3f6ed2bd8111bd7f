"""Fixtures that every room's tests share: services on both engines, a clock that stands still, an office."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from desktop_app.bootstrap import open_services, services_of
from desktop_app.clock import FixedClock
from desktop_app.services import Services
from desktop_app.staff.accounts import Accounts
from desktop_app.wording import use_language
from tests.database.faults.servers import Server, Servers, servers
from tests.department import TestOffice, open_office
from tests.engines import ENGINES, Made, PostgresqlServer, SqliteFiles, in_memory, nothing
from tests.guarded import Department, drop_idle_department, made_department, started_server
from tests.selection import comes_later, is_left_out, mark
from tests.statements import put_together_once

# The test command tries the same examples each time, so that it judges the change and not the luck; a search for new
# ones is `HYPOTHESIS_PROFILE=search`. No example is timed: that is for benchmarks.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
put_together_once()

#: Tuesday 3 Azar 1405, half past eleven in Tehran.
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Reading the files that hold nothing of what is asked for takes as long as many tests."""
    if collection_path.is_dir():
        return None
    here = collection_path.relative_to(Path(__file__).parent).as_posix()
    return is_left_out(here, config.getoption("markexpr")) or None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Marks the tests before `-m` asks for it; puts first what takes longest, behind everybody else who puts them in
    order."""
    for item in items:
        mark(item)
    yield
    items.sort(key=comes_later)


def pytest_collection_finish() -> None:
    """What the imports made stays for good: the collector need not walk it again and again. Nor need it look after
    every two thousand objects at a test that is over in a moment."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="module", autouse=True)
def _what_stays() -> None:
    """What is there when a module begins (tests, statements, templates) stays: walked again and again, it took a
    twentieth of all tests' time."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _persian() -> Iterator[None]:
    """Every test begins in the language that is on by default."""
    use_language("fa")
    yield
    use_language("fa")


@pytest.fixture(autouse=True)
def _nobody_s_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads this PC's own database, settings or key store."""
    for variable in ("MOSHAREKAT_DATABASE", "MOSHAREKAT_DATA_DIR", "MOSHAREKAT_PASSWORD"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture(scope="session")
def sqlite_files() -> Iterator[SqliteFiles]:
    # A commit waits for the disk. No power fails here, so it need not be one.
    with tempfile.TemporaryDirectory(
        prefix="mosharekat-sqlite-", dir=in_memory(), ignore_cleanup_errors=True
    ) as folder:
        yield SqliteFiles(Path(folder))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    server = PostgresqlServer()
    yield server
    server.stop()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> SqliteFiles | PostgresqlServer:
    """Each engine in turn: a test that asks for it, or for what is built on it, runs on both."""
    name = "sqlite_files" if request.param == "sqlite" else "postgresql_server"
    found: SqliteFiles | PostgresqlServer = request.getfixturevalue(name)
    return found


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    """What a test finds in its database: staff where it asks for them. Modules whose tests all begin with more
    have a fixture of this name that gives `office_with(...)`: it is put in once for all of them."""
    return usual(request)


@pytest.fixture
def database_url(engine: SqliteFiles | PostgresqlServer, made: Made) -> Iterator[str]:
    """The URL of a migrated database of this test alone, on each engine in turn, with what `made` put into it."""
    fresh: AbstractContextManager[str] = engine.fresh(made)
    with fresh as url:
        yield url


@pytest.fixture
def empty_url(engine: SqliteFiles | PostgresqlServer) -> Iterator[str]:
    """The URL of a database without tables, on each engine in turn."""
    empty: AbstractContextManager[str] = engine.empty()
    with empty as url:
        yield url


@pytest.fixture
def clock() -> FixedClock:
    """Stands at `NOON` until the test moves it."""
    return FixedClock(NOON)


@pytest.fixture
def services(
    engine: SqliteFiles | PostgresqlServer, database_url: str, clock: FixedClock
) -> Iterator[Services]:
    """The services over a migrated, empty database, on each engine in turn; passwords are hashed cheaply."""
    opened = with_cheap_passwords(services_of(engine.database(database_url, clock)))
    yield opened
    if isinstance(engine, SqliteFiles):
        opened.close()


@pytest.fixture
def office(services: Services) -> TestOffice:
    """Units and staff in `services`."""
    return open_office(services)


@pytest.fixture
def sqlite_office(sqlite_files: SqliteFiles, made: Made, clock: FixedClock) -> Iterator[TestOffice]:
    """The same on SQLite only: for windows and whatever does not depend on the engine."""
    with sqlite_files.fresh(made) as url:
        opened = with_cheap_passwords(open_services(url, clock=clock, prepare_schema=False))
        yield open_office(opened)
        opened.close()


@pytest.fixture(scope="session")
def fault_servers() -> Iterator[Servers]:
    """Servers that a test may kill, each a copy of one that is made once."""
    # A full disk is one of small files here, and no power fails: memory is as good as a disk.
    with servers(in_memory()) as made:
        yield made


@pytest.fixture
def server(fault_servers: Servers) -> Iterator[Server]:
    """A server of this test alone that may come to harm, with our schema in the database `desk`."""
    made = fault_servers.new()
    yield made
    made.go_on()
    made.kill()


@pytest.fixture(scope="session")
def guarded_server() -> Iterator[PostgresqlServer]:
    with started_server() as server:
        yield server


@pytest.fixture
def server_without_accounts(guarded_server: PostgresqlServer) -> PostgresqlServer:
    """The server of the departments, as it is before the first of them."""
    drop_idle_department(guarded_server)
    return guarded_server


@pytest.fixture
def department(guarded_server: PostgresqlServer) -> Iterator[Department]:
    """A department's PostgreSQL in which everybody is a role of their own."""
    with made_department(guarded_server) as made:
        yield made


@pytest.fixture(scope="module")
def guarded(guarded_server: PostgresqlServer) -> Iterator[Department]:
    """One for all tests of a module that are refused and leave nothing."""
    with made_department(guarded_server) as made:
        yield made


def usual(request: pytest.FixtureRequest) -> Made:
    """What a test finds that asks for nothing special."""
    return staffed_database if {"office", "sqlite_office"} & set(request.fixturenames) else nothing


def staffed_database(url: str) -> None:
    """Puts the office into a template."""
    office_with(lambda _office: None)(url)


def office_with(put: Callable[[TestOffice], object]) -> Made:
    """Puts the office into a template, and what `put` makes in it, at `NOON`."""

    def made(url: str) -> None:
        services = with_cheap_passwords(open_services(url, clock=FixedClock(NOON), prepare_schema=False))
        put(open_office(services))
        services.close()

    made.__name__ = f"{put.__module__.rpartition('.')[2]}_{put.__name__}"
    return made


def with_cheap_passwords(services: Services) -> Services:
    """The services with an argon2 that takes no time."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return replace(services, accounts=Accounts(services.database, hasher=hasher))
