"""Who acts on the command line, and how the database is opened for them.

On SQLite there is no sign-in: the PC's own user acts and is named in the history. On PostgreSQL the role that
logs in acts: as the member of staff with that user name where there is one, else under the role's own name.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import make_url, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from desktop_app.bootstrap import open_services
from desktop_app.cli.output import shown
from desktop_app.database.engine import Database
from desktop_app.errors import SignInError, UsageError
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.database_login import keep_password, with_password
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, pc_user
from desktop_app.wording import fill, translate

ENGINES: Final = ("sqlite", "postgresql")


def database_url(settings: Settings) -> URL:
    """The address of the database. Raises `UsageError` for one that is no address, or that holds a password."""
    return checked_url(settings.database_url)


def checked_url(address: str) -> URL:
    """An address as the command line takes it. Raises `UsageError` as `database_url`."""
    try:
        url = make_url(address)
        if url.get_backend_name() not in ENGINES:
            raise ArgumentError("another engine")
    except ArgumentError as error:
        reason = translate("Usage", "{url} is no address of an SQLite or PostgreSQL database.")
        raise UsageError(reason=fill(reason, url=shown(address))) from error
    if url.password:
        raise UsageError(
            reason=translate(
                "Usage",
                "A password does not belong in an address; put it in MOSHAREKAT_PASSWORD or the keyring.",
            )
        )
    return url


@contextmanager
def opened(settings: Settings) -> Iterator[Services]:
    """The services, closed behind the command. An SQLite file is made on first use; PostgreSQL is prepared by
    `database init` only.

    Raises `UsageError`, `DatabaseAwayError`, `NewerDatabaseError`, `NotPreparedError`, `NetworkShareError`.
    """
    with connected(database_url(settings)) as database:
        url, first_use = as_text(database.url), database.is_sqlite
    services = open_services(url, prepare_schema=first_use)
    try:
        services.outcomes.all()
        yield services
    finally:
        services.close()


@contextmanager
def connected(url: URL, *, keep: bool = False) -> Iterator[Database]:
    """The database, reached with the password from the environment, the keyring or a prompt; `keep` puts one
    that was typed into the keyring, where the window finds it."""
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
    """The person who acts. Raises `SignInError` for a role whose account is disabled."""
    if services.database.is_sqlite:
        return pc_user(_user_name())
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
    """Who acts on a database that may have no tables yet: the PC's own user, or the role that logs in."""
    if database.is_sqlite:
        return _user_name()
    with database.reading() as session:
        return str(session.scalar(select(text("session_user"))))


def as_text(url: URL) -> str:
    """The URL as the engine wants it, password included."""
    return url.render_as_string(hide_password=False)


def _user_name() -> str:
    try:
        return getpass.getuser()[:120]
    except (OSError, KeyError, ImportError):
        return "pc"
