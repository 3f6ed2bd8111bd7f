"""Fixtures that all tests share: services on both engines, a fixed clock, an office."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from desktop_app.bootstrap import open_services, services_of
from desktop_app.clock import FixedClock
from desktop_app.services import Services
from desktop_app.staff.accounts import Accounts
from desktop_app.wording import use_language
from tests.certificates import Authority, authority
from tests.clocks import pc_at
from tests.database.faults.servers import Server, Servers, servers
from tests.department import TestOffice, open_office
from tests.engines import ENGINES, Made, PostgresqlServer, SqliteFiles, nothing
from tests.folders import delete_abandoned, folder_in_memory, in_memory
from tests.guarded import Department, drop_idle_department, made_department, started_server
from tests.key_store import KeyStore
from tests.selection import comes_later, is_left_out, mark
from tests.smtp_server import SmtpServer, smtp_server
from tests.statements import share_compiled_statements

# The test command tries the same examples each time, so that a failure is due to the change.
# `HYPOTHESIS_PROFILE=search` searches for new ones. Examples have no deadline: timing belongs to the benchmarks.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
if settings.get_current_profile_name() == "steady":
    # Constants of the modules that earlier tests happened to load would change the examples, and reading them takes
    # each worker some seconds.
    providers._get_local_constants = lambda: providers._local_constants
share_compiled_statements()

#: Tuesday 3 Azar 1405, half past eleven in Tehran.
NOON = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
#: Counts the modules that this process runs.
_modules = itertools.count()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Skips files without selected tests: reading them would take as long as many tests."""
    if collection_path.is_dir():
        return None
    here = collection_path.relative_to(Path(__file__).parent).as_posix()
    return is_left_out(here, config.getoption("markexpr")) or None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, name: str) -> list[pytest.Item] | None:
    """Makes no cases of a function that is not selected: they are more than a quarter of all."""
    path = collector.nodeid.removeprefix("tests/")
    left_out = name.startswith("test_") and is_left_out(path, collector.config.getoption("markexpr"), name)
    return [] if left_out else None


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        delete_abandoned()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Marks the tests before `-m` is evaluated, and sorts slow ones first, after all other plugins have sorted."""
    for item in items:
        mark(item)
    yield
    items.sort(key=comes_later)


def pytest_collection_finish() -> None:
    """Freezes the imported objects, so that the garbage collector does not scan them again.

    A higher threshold also prevents collections during short tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="module", autouse=True)
def _freeze_objects() -> None:
    """Freezes the objects that exist when each tenth module begins (tests, statements, templates): scanning them took
    5 % of the time. What the last modules left is deleted first: frozen, it would stay for good.
    """
    if next(_modules) % 10 == 0:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def _persian() -> Iterator[None]:
    """Starts every test in the default language."""
    use_language("fa")
    yield
    use_language("fa")


@pytest.fixture(autouse=True)
def _without_own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hides this PC's own database, settings and key store from all tests."""
    for variable in ("MOSHAREKAT_DATABASE", "MOSHAREKAT_DATA_DIR", "MOSHAREKAT_PASSWORD"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture(scope="session")
def sqlite_files() -> Iterator[SqliteFiles]:
    # In memory: a commit waits for the disk, and tests need no protection from power cuts.
    with folder_in_memory("sqlite") as folder:
        yield SqliteFiles(folder)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    server = PostgresqlServer()
    yield server
    server.stop()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> SqliteFiles | PostgresqlServer:
    """Returns each engine in turn: a test that uses it, directly or indirectly, runs on both."""
    name = "sqlite_files" if request.param == "sqlite" else "postgresql_server"
    found: SqliteFiles | PostgresqlServer = request.getfixturevalue(name)
    return found


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    """Returns the initial content of a test's database: the staff if the test uses them.

    A module whose tests share more content overrides this fixture with `office_with(...)`, which is created once
    for all of them.
    """
    return usual(request)


@pytest.fixture
def database_url(engine: SqliteFiles | PostgresqlServer, made: Made) -> Iterator[str]:
    """Yields the URL of a migrated database for this test only, on each engine in turn, with the content of
    `made`.
    """
    fresh: AbstractContextManager[str] = engine.fresh(made)
    with fresh as url:
        yield url


@pytest.fixture
def empty_url(engine: SqliteFiles | PostgresqlServer) -> Iterator[str]:
    """Yields the URL of a database without tables, on each engine in turn."""
    empty: AbstractContextManager[str] = engine.empty()
    with empty as url:
        yield url


@pytest.fixture
def clock() -> Iterator[FixedClock]:
    """Yields a clock that stays at `NOON` until the test moves it; the PC has it too."""
    made = FixedClock(NOON)
    with pc_at(made):
        yield made


@pytest.fixture
def services(
    engine: SqliteFiles | PostgresqlServer, database_url: str, clock: FixedClock
) -> Iterator[Services]:
    """Yields the services over a migrated, empty database, on each engine in turn; password hashing is cheap."""
    opened = with_cheap_passwords(services_of(engine.database(database_url, clock)))
    yield opened
    if isinstance(engine, SqliteFiles):
        opened.close()


@pytest.fixture
def office(services: Services) -> TestOffice:
    """Returns units and staff in `services`."""
    return open_office(services)


@pytest.fixture
def sqlite_office(sqlite_files: SqliteFiles, made: Made, clock: FixedClock) -> Iterator[TestOffice]:
    """Yields the office on SQLite only: for windows and whatever does not depend on the engine."""
    with sqlite_files.fresh(made) as url:
        opened = with_cheap_passwords(open_services(url, clock=clock, prepare_schema=False))
        yield open_office(opened)
        opened.close()


@pytest.fixture(scope="session")
def fault_servers() -> Iterator[Servers]:
    """Yields servers that a test may kill, copied from one that is prepared once."""
    # In memory: a test fills a disk only with small files, and needs no protection from power cuts.
    with servers(in_memory()) as made:
        yield made


@pytest.fixture
def server(fault_servers: Servers) -> Iterator[Server]:
    """Yields a server for this test only, which may be damaged, with our schema in the database `desk`."""
    made = fault_servers.new()
    yield made
    fault_servers.delete(made)


@pytest.fixture(scope="session")
def guarded_server() -> Iterator[PostgresqlServer]:
    with started_server() as server:
        yield server


@pytest.fixture
def server_without_accounts(guarded_server: PostgresqlServer) -> PostgresqlServer:
    """Returns the server of the departments without any department."""
    drop_idle_department(guarded_server)
    return guarded_server


@pytest.fixture
def department(guarded_server: PostgresqlServer) -> Iterator[Department]:
    """Yields a department's PostgreSQL in which every person has a role."""
    with made_department(guarded_server) as made:
        yield made


@pytest.fixture(scope="module")
def guarded(guarded_server: PostgresqlServer) -> Iterator[Department]:
    """Yields one department for all tests of a module whose writes are refused."""
    with made_department(guarded_server) as made:
        yield made


def usual(request: pytest.FixtureRequest) -> Made:
    """Returns the initial content for a test without special needs."""
    return staffed_database if {"office", "sqlite_office"} & set(request.fixturenames) else nothing


def staffed_database(url: str) -> None:
    """Puts the office into a template."""
    office_with(lambda _office: None)(url)


def office_with(put: Callable[[TestOffice], object]) -> Made:
    """Returns a function that puts the office and the result of `put` into a template, at `NOON`."""

    def made(url: str) -> None:
        services = with_cheap_passwords(open_services(url, clock=FixedClock(NOON), prepare_schema=False))
        put(open_office(services))
        services.close()

    made.__name__ = f"{put.__module__.rpartition('.')[2]}_{put.__name__}"
    return made


def with_cheap_passwords(services: Services) -> Services:
    """Returns the services with an argon2 that takes no time."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return Services(services.database, accounts=Accounts(services.database, hasher=hasher))


@pytest.fixture(scope="session")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """An authority, with the certificate of a mail server on this PC in its folder `server`."""
    made = authority(tmp_path_factory.mktemp("authority") / "office")
    made.sign(made.folder / "server", "IP:127.0.0.1,DNS:localhost")
    return made


@pytest.fixture
def key_store() -> Iterator[KeyStore]:
    """The keyring of this test."""
    before, store = keyring.get_keyring(), KeyStore()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


@pytest.fixture
def smtp(trusted: Authority, key_store: KeyStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmtpServer]:
    """A mail server that takes mails, and whose certificate this PC trusts."""
    del key_store
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted.file))
    with smtp_server(trusted.folder / "server") as held:
        yield held
