"""Determines the acting user of the command line, and opens the database for them.

SQLite has no sign-in: the operating system's user acts, and the audit log has that name. On PostgreSQL the login
role acts, as the staff account with that username if there is one.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from desktop_app.bootstrap import open_services
from desktop_app.cli.addresses import check_address, no_address
from desktop_app.database.engine import Database
from desktop_app.errors import NotPreparedError, SignInError
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.database_login import keep_password, with_password
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, pc_user, user_name, user_of_this_pc


def database_url(settings: Settings) -> URL:
    """Returns the URL of the database. Raises `UsageError` if it is invalid or contains a password.

    Raises `ServerOnlyError` and what is wrong with the machine's file, where this PC must not have a database file.
    """
    settings.require_usable_database()
    return checked_url(settings.database_url)


def checked_url(address: str) -> URL:
    """Parses a database URL. Raises `UsageError` as `database_url` does."""
    check_address(address)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise no_address(address) from error
    if url.password:
        # One that the address has in another place, for example among its parameters.
        check_address(f"postgresql://:{url.password}@")
    return url


def require_file(url: URL) -> None:
    """Raises `NotPreparedError` where the file of an SQLite database does not exist."""
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        raise NotPreparedError(where=url.database or "")


@contextmanager
def opened(settings: Settings, *, creates: bool = False) -> Iterator[Services]:
    """Yields the services, and closes them after the command.

    A missing SQLite file is only created for a command that `creates` rows: others would find nothing in it.
    PostgreSQL has to be prepared by `database init`. Raises `UsageError`, `DatabaseAwayError`,
    `NewerDatabaseError`, `NotPreparedError`, `NetworkShareError`.
    """
    asked = database_url(settings)
    if not creates:
        require_file(asked)
    with connected(asked) as database:
        url, first_use = as_text(database.url), database.is_sqlite
    services = open_services(url, prepare_schema=first_use)
    try:
        services.outcomes.all()
        yield services
    finally:
        services.close()


@contextmanager
def connected(url: URL, *, keep: bool = False) -> Iterator[Database]:
    """Connects with the password from the environment, the keyring or a prompt.

    With `keep`, a typed password is stored in the keyring, where the window finds it.
    """
    if url.get_backend_name() == "postgresql":
        url = with_password(url)
        try:
            _try(url)
        except SignInError as error:
            refused = error.parameters["reason"] == "wrong"
            if not (refused and sys.stdin is not None and sys.stdin.isatty()):
                raise
            url = url.set(password=getpass.getpass(f"{url.username or ''}@{url.host or ''}: "))
            _try(url)
            if keep:
                keep_password(url, url.password or "")
    database = Database(as_text(url))
    try:
        yield database
    finally:
        database.close()


def _try(url: URL) -> None:
    database = Database(as_text(url))
    try:
        with database.reading() as session:
            session.execute(text("SELECT 1"))
    finally:
        database.close()


def acting(services: Services) -> Actor:
    """Returns the acting user. Raises `SignInError` if the account of the role is disabled."""
    if services.database.is_sqlite:
        return user_of_this_pc()
    with services.database.reading() as session:
        role = str(session.scalar(select(text("session_user"))))
        person = session.scalar(select(Person).where(Person.username == role.lower()))
        if person is None:
            return pc_user(role)
        if not person.active:
            raise SignInError(reason="disabled")
        person_id = person.id
    return services.accounts.actor(person_id)


def acting_name(database: Database) -> str:
    """Returns the name of the acting user, also if the database has no tables yet."""
    if database.is_sqlite:
        return user_name()
    with database.reading() as session:
        return str(session.scalar(select(text("session_user"))))


def as_text(url: URL) -> str:
    """Returns the URL as text, including the password."""
    return url.render_as_string(hide_password=False)
