"""The one place that wires: settings to a database, a database to services."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData

from desktop_app.clock import Clock
from desktop_app.database import schema
from desktop_app.database.base import Base
from desktop_app.database.engine import Database
from desktop_app.errors import DatabaseAwayError, NotPreparedError
from desktop_app.instruments.annotations import Annotations
from desktop_app.instruments.comments import Comments
from desktop_app.instruments.composing import Composing
from desktop_app.instruments.drafting import Drafting
from desktop_app.instruments.reviewing import Reviewing
from desktop_app.office.settings import Office
from desktop_app.people.petitioners import Petitioners
from desktop_app.petitions.desk import Desk
from desktop_app.petitions.inbox import Inbox
from desktop_app.petitions.register import Register
from desktop_app.reports.service import Reports
from desktop_app.staff.accounts import Accounts
from desktop_app.staff.presence import Presence
from desktop_app.staff.units import Units


@dataclass(frozen=True)
class Services:
    """Every use case of the program, for the window and for the command line."""

    database: Database
    accounts: Accounts
    presence: Presence
    units: Units
    office: Office
    petitioners: Petitioners
    inbox: Inbox
    register: Register
    desk: Desk
    drafting: Drafting
    annotations: Annotations
    comments: Comments
    reviewing: Reviewing
    composing: Composing
    reports: Reports

    def close(self) -> None:
        """Gives the connections back."""
        self.database.close()


def metadata() -> MetaData:
    """The tables of every room: importing the services above has declared them all."""
    return Base.metadata


def prepare(database: Database) -> Path | None:
    """Makes or upgrades the schema; returns the back-up made before an upgrade."""
    if database.is_sqlite and database.url.database:
        try:
            Path(database.url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseAwayError(where=database.place) from error
    fresh = schema.check(database) is None
    backup = schema.upgrade(database, metadata)
    if fresh:
        Office(database).seed_closed_days(FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR)
    return backup


#: Jalali years for which official holidays are seeded.
FIRST_CALENDAR_YEAR = 1400
LAST_CALENDAR_YEAR = 1410


def open_services(url: str, *, clock: Clock | None = None, prepare_schema: bool = True) -> Services:
    """Services over the database at `url`, whose schema is made or upgraded first where it is due.

    Raises `DatabaseAwayError`, `NewerDatabaseError`, `NetworkShareError`; `NotPreparedError` where the schema
    is not there and must not be made.
    """
    database = Database(url, clock=clock)
    try:
        if prepare_schema:
            prepare(database)
        elif schema.check(database) != schema.HEAD:
            raise NotPreparedError(where=database.place)
    except Exception:
        database.close()
        raise
    drafting = Drafting(database)
    return Services(
        database=database,
        accounts=Accounts(database),
        presence=Presence(database),
        units=Units(database),
        office=Office(database),
        petitioners=Petitioners(database),
        inbox=Inbox(database),
        register=Register(database),
        desk=Desk(database),
        drafting=drafting,
        annotations=Annotations(database),
        comments=Comments(database),
        reviewing=Reviewing(database),
        composing=Composing(database, drafting),
        reports=Reports(database),
    )
