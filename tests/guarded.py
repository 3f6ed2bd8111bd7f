"""A department on PostgreSQL as an office sets it up: an owner without superuser rights, and a role for each
account.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

import psycopg
from sqlalchemy import make_url

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tests.department import PASSWORD, TestOffice, fill_office, open_office
from tests.engines import PostgresqlServer
from tests.reused import ReusedDatabase

OWNER = "mosharekat"
_TEMPLATE: Final = "department_template"
#: The moment that callers of `by_sql` claim.
LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)
_numbers = itertools.count(1)


@dataclass
class Department:
    """A database of its own on a server where everybody signs in with a password."""

    url: str
    office: TestOffice
    _opened: list[Services] = field(default_factory=list)

    @property
    def owner(self) -> Services:
        return self.office.services

    def signed_in(self, username: str, password: str = PASSWORD) -> tuple[Services, Actor]:
        """Returns the services as the person `username` uses them."""
        services, actor = sign_in(self.owner, username, password)
        self._opened.append(services)
        return services, actor

    def sql(self, username: str, password: str = PASSWORD) -> psycopg.Connection[Any]:
        """Returns a psql-like connection of a person with a password."""
        address = make_url(self.url).set(drivername="postgresql", username=username, password=password)
        return psycopg.connect(address.render_as_string(hide_password=False), autocommit=True)

    def close(self) -> None:
        for services in (*self._opened, self.owner):
            services.close()


def by_sql(
    psql: psycopg.Connection[Any],
    act: str,
    number: int,
    /,
    *,
    seen: int | None = None,
    words: str = "",
    actor: int | None = None,
    rows: dict[str, Any] | None = None,
    remarks: dict[str, Any] | None = None,
    item_type: str = "petition",
    **given: Any,
) -> str | None:
    """Performs an act on an item as anybody with psql calls it; returns the rule that refuses it, or None."""
    return act_by_sql(
        psql,
        f"act_{item_type}_{act}",
        number,
        seen=seen,
        words=words,
        actor=actor,
        rows=rows,
        remarks=remarks,
        **given,
    )


def act_by_sql(
    psql: psycopg.Connection[Any],
    function: str,
    number: int,
    /,
    *,
    seen: int | None = None,
    words: str = "",
    actor: int | None = None,
    rows: dict[str, Any] | None = None,
    remarks: dict[str, Any] | None = None,
    **given: Any,
) -> str | None:
    """Calls any act as `by_sql` does."""
    item: dict[str, Any] = {"item": number, "seen": seen, "words": words, "remarks": remarks or {}}
    item |= {f"given_{name}": value for name, value in given.items()}
    found = psql.execute(
        "SELECT refused FROM app.perform(%s, %s, %s, %s, 'somebody else', %s)",
        (function, json.dumps([item]), json.dumps(rows or {}), actor, LONG_AGO),
    ).fetchone()
    assert found is not None
    return None if found[0] is None else str(found[0])


@contextlib.contextmanager
def started_server() -> Iterator[PostgresqlServer]:
    """Yields a server with an owner for the program's databases, and a login for the portal."""
    server = PostgresqlServer()
    server.run(f"CREATE ROLE {OWNER} LOGIN CREATEROLE PASSWORD '{PASSWORD}'")
    server.run("CREATE ROLE portal_of_the_office LOGIN PASSWORD 'portal-words-1405'")
    yield server
    if server in _idle:
        _idle.pop(server).database.close()
    server.stop()


def drop_idle_department(server: PostgresqlServer) -> None:
    """Drops the copy that is kept for the next test, and its accounts' roles."""
    if server in _idle:
        _drop(server, _idle.pop(server))
        _drop_accounts(server.superuser)


@dataclass
class _Copy:
    """A copy of the department that no test uses at the moment."""

    name: str
    database: ReusedDatabase
    #: The server's roles while the accounts are as in the template.
    roles: list[Any]


_idle: dict[PostgresqlServer, _Copy] = {}
#: The departments that are open on a server. They share the accounts' roles, which belong to the server.
_open: dict[PostgresqlServer, list[str]] = defaultdict(list)


@contextlib.contextmanager
def made_department(server: PostgresqlServer) -> Iterator[Department]:
    """Yields a copy of the department, which is created once on each server, with its accounts' roles.

    The copy is reused after its test, unless the test changed the schema or the rights.
    """
    passwords = _passwords_of_template(server)
    copy = _idle.pop(server, None) or _copied(server, passwords)
    url = _of_owner(server, copy.name)
    if not _open[server] and _roles(server.superuser) != copy.roles:
        # Another department took the accounts away when it was dropped.
        _renew_accounts(server, copy, passwords)
    department = Department(url, open_office(open_services(url, prepare_schema=False)))
    _open[server].append(url)
    yield department
    department.close()
    _open[server].remove(url)
    clean = copy.database.clean()
    same_roles = _roles(server.superuser) == copy.roles
    if not clean:
        _drop(server, copy)
        _drop_accounts(server.superuser)
        if _open[server]:
            _make_accounts(_open[server][0], passwords)
    else:
        if not same_roles:
            _renew_accounts(server, copy, passwords)
        if server in _idle:
            # Another department was open at the same time; one copy is kept.
            _drop(server, _idle.pop(server))
        _idle[server] = copy


def _renew_accounts(server: PostgresqlServer, copy: _Copy, passwords: dict[str, str]) -> None:
    _drop_accounts(server.superuser)
    _make_accounts(_of_owner(server, copy.name), passwords)
    copy.roles = _roles(server.superuser)


def _copied(server: PostgresqlServer, passwords: dict[str, str]) -> _Copy:
    name = f"department_{next(_numbers)}"
    server.run(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} OWNER {OWNER} STRATEGY file_copy")
    # A copy has everything but the rights to connect.
    server.run(
        "UPDATE pg_database SET datacl = made.datacl FROM pg_database made"
        f" WHERE pg_database.datname = '{name}' AND made.datname = '{_TEMPLATE}'"
    )
    _make_accounts(_of_owner(server, name), passwords)
    return _Copy(name, ReusedDatabase(server.url(name), _TEMPLATE), _roles(server.superuser))


def _drop(server: PostgresqlServer, copy: _Copy) -> None:
    copy.database.close()
    server.run(f"DROP DATABASE {copy.name} WITH (FORCE)")


def _make_accounts(url: str, passwords: dict[str, str]) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("SELECT app.sync_account(id) FROM person ORDER BY id")
        connection.cursor().executemany(
            "SELECT app.set_password(id, %s) FROM person WHERE username = %s",
            [(verifier, username) for username, verifier in passwords.items()],
        )


def _roles(connection: psycopg.Connection[Any]) -> list[Any]:
    """Returns every role with its password, groups and settings."""
    return connection.execute(
        "SELECT a::text FROM pg_authid a UNION ALL SELECT m::text FROM pg_auth_members m"
        " UNION ALL SELECT s::text FROM pg_db_role_setting s ORDER BY 1"
    ).fetchall()


@functools.cache
def _passwords_of_template(server: PostgresqlServer) -> dict[str, str]:
    """Creates the department template through the program as its owner, and returns the accounts' password
    verifiers.

    Roles belong to the server, and are created again for each copy.
    """
    server.run(f"CREATE DATABASE {_TEMPLATE} OWNER {OWNER}")
    services = open_services(_of_owner(server, _TEMPLATE))
    fill_office(services)
    services.close()
    server.run("GRANT mosharekat_portal TO portal_of_the_office")
    found = server.superuser.execute(
        "SELECT rolname, rolpassword FROM pg_authid WHERE rolname = ANY(%s)",
        (services_roles(server.superuser),),
    ).fetchall()
    _drop_accounts(server.superuser)
    return dict(found)


def _of_owner(server: PostgresqlServer, name: str) -> str:
    address = make_url(server.url(name)).set(username=OWNER, password=PASSWORD)
    return address.render_as_string(hide_password=False)


def _drop_accounts(connection: psycopg.Connection[Any]) -> None:
    for row in services_roles(connection):
        connection.execute(f'DROP ROLE "{row}"'.encode())


def services_roles(connection: psycopg.Connection[Any]) -> list[str]:
    """Returns the accounts' roles, which outlive their database."""
    found = connection.execute(
        "SELECT r.rolname FROM pg_roles r JOIN pg_auth_members m ON m.member = r.oid"
        " JOIN pg_roles g ON g.oid = m.roleid WHERE g.rolname = 'mosharekat_staff'"
    )
    return [row[0] for row in found if row[0] != OWNER]
