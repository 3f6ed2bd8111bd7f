"""A department on PostgreSQL as an office sets it up: an owner who is no superuser, and a role for each account."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
from sqlalchemy import make_url

from desktop_app.bootstrap import Services, open_services, sign_in
from desktop_app.staff.roles import Actor
from tests.department import PASSWORD, TestOffice, fill_office, open_office
from tests.engines import PostgresqlServer

OWNER = "mosharekat"
_numbers = itertools.count(1)


@dataclass
class Department:
    """A database of its own on a server that knows everybody by their password."""

    url: str
    office: TestOffice
    _opened: list[Services] = field(default_factory=list)

    @property
    def owner(self) -> Services:
        return self.office.services

    def signed_in(self, username: str, password: str = PASSWORD) -> tuple[Services, Actor]:
        """The services as the person `username` has them."""
        services, actor = sign_in(self.owner, username, password)
        self._opened.append(services)
        return services, actor

    def sql(self, username: str, password: str = PASSWORD) -> psycopg.Connection[Any]:
        """What anybody with a password and psql could do."""
        address = make_url(self.url).set(drivername="postgresql", username=username, password=password)
        return psycopg.connect(address.render_as_string(hide_password=False), autocommit=True)

    def close(self) -> None:
        for services in (*self._opened, self.owner):
            services.close()


@contextlib.contextmanager
def started_server() -> Iterator[PostgresqlServer]:
    """A server with an owner for the program's databases, and a login for the portal."""
    server = PostgresqlServer()
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE PASSWORD '{PASSWORD}'".encode())
        connection.execute("CREATE ROLE portal_of_the_office LOGIN PASSWORD 'portal-words-1405'")
    yield server
    server.stop()


@contextlib.contextmanager
def made_department(server: PostgresqlServer) -> Iterator[Department]:
    name = f"department_{next(_numbers)}"
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} OWNER {OWNER}".encode())
    address = make_url(server.url(name)).set(username=OWNER, password=PASSWORD)
    url = address.render_as_string(hide_password=False)
    services = open_services(url)
    fill_office(services)
    with psycopg.connect(server.url(name), autocommit=True) as connection:
        connection.execute("GRANT mosharekat_portal TO portal_of_the_office")
    department = Department(url, open_office(services))
    yield department
    department.close()
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        for row in services_roles(connection):
            connection.execute(f'DROP ROLE "{row}"'.encode())


def services_roles(connection: psycopg.Connection[Any]) -> list[str]:
    """The accounts' roles, which outlive their database."""
    found = connection.execute(
        "SELECT r.rolname FROM pg_roles r JOIN pg_auth_members m ON m.member = r.oid"
        " JOIN pg_roles g ON g.oid = m.roleid WHERE g.rolname = 'mosharekat_staff'"
    )
    return [row[0] for row in found if row[0] != OWNER]
