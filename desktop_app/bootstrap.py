"""The composition root: opens the database from settings, and creates the services."""

from __future__ import annotations

from pathlib import Path

from desktop_app.clock import Clock
from desktop_app.database import schema
from desktop_app.database.engine import Database
from desktop_app.errors import DatabaseAwayError
from desktop_app.services import Services
from desktop_app.staff.accounts import folded_username
from desktop_app.staff.roles import Actor
from desktop_app.tables import metadata


def prepare(database: Database) -> Path | None:
    """Creates or upgrades the schema; returns the backup made before an upgrade."""
    if database.is_sqlite and database.url.database:
        try:
            Path(database.url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseAwayError(where=database.place) from error
    fresh = schema.check(database) is None
    backup = schema.upgrade(database, metadata)
    if fresh:
        from desktop_app.office.seeding import seed  # noqa: PLC0415 - once for a database
        from desktop_app.office.settings import Office  # noqa: PLC0415

        seed(database)
        Office(database).seed_closed_days()
    return backup


def open_services(url: str, *, clock: Clock | None = None, prepare_schema: bool = True) -> Services:
    """Opens the database at `url` and returns its services; creates the schema first if necessary.

    An older SQLite file is upgraded; a shared database never is, because colleagues may still use the older program.
    Raises `DatabaseAwayError`, `NewerDatabaseError`, `OlderDatabaseError`, `NetworkShareError`; `NotPreparedError`
    where the schema is missing and must not be created.
    """
    database = Database(url, clock=clock)
    try:
        if prepare_schema and (database.is_sqlite or schema.check(database) is None):
            prepare(database)
        else:
            schema.require_current(database)
    except Exception:
        database.close()
        raise
    return services_of(database)


def services_of(database: Database) -> Services:
    """Returns the services of a database; each is made when it is first used."""
    return Services(database)


def sign_in(services: Services, username: str, password: str) -> tuple[Services, Actor]:
    """Signs in; returns the services for the person, and the actor.

    On PostgreSQL these are new services with connections of the person's own role; the given ones stay open.
    Raises `SignInError`, `DatabaseAwayError`.
    """
    if services.database.is_sqlite:
        from desktop_app.office.clock import keep_trusted_time  # noqa: PLC0415 - not while connecting

        actor = services.accounts.sign_in(username, password)
        with services.database.touching() as session:
            keep_trusted_time(session, services.database)
        services.outcomes.all()
        return services, actor
    return _of_account(services_of(services.database.signed_in_as(folded_username(username), password)))


def sign_in_to_server(url: str, username: str, password: str) -> tuple[Services, Actor | None]:
    """Opens a PostgreSQL database as the role `username`.

    The actor is None for the owner of a database without accounts, or with accounts restored without
    passwords; the owner then names an administrator. Raises `SignInError`, `DatabaseAwayError`,
    `NewerDatabaseError`, `OlderDatabaseError`, `NotPreparedError`.
    """
    entrance = Database(url)
    services = services_of(entrance.signed_in_as(folded_username(username), password))
    entrance.close()
    try:
        schema.require_current(services.database)
        if services.accounts.is_empty() or services.accounts.came_without_roles():
            return services, None
    except Exception:
        services.close()
        raise
    return _of_account(services)


def _of_account(services: Services) -> tuple[Services, Actor]:
    try:
        actor = services.accounts.myself()
        if not actor.must_change_password:
            # Load the office's names of outcomes before the first one is displayed.
            services.outcomes.all()
        return services, actor
    except Exception:
        services.close()
        raise
