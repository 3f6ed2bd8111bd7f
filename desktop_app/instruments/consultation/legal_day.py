"""The date on which legal deadlines are based, and the floor in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from desktop_app.database.clock_mark import is_behind, keep_the_time
from desktop_app.database.engine import Database
from desktop_app.errors import RuleError
from desktop_app.instruments.consultation.windows import STATUTE, Floor
from desktop_app.instruments.model import WindowFloor
from desktop_app.instruments.vocabulary import Track
from desktop_app.office.clock import clock_doubt
from desktop_app.persian.dates import tehran_day


def lawful_day(database: Database, session: Session) -> date:
    """Returns today in Tehran by the server's clock.

    SQLite has no server: a PC whose clock is behind the latest time that the program has seen is refused. Raises
    `RuleError` (`clock_went_back`).
    """
    now = database.now(session)
    if database.is_sqlite and is_behind(session, now):
        raise RuleError(rule="clock_went_back")
    return tehran_day(now)


def day_of_act(database: Database, session: Session) -> date:
    """Returns the same as `lawful_day`, for a writing session: on SQLite it stores the time that the triggers
    compare with. Raises `RuleError` as well where nobody has confirmed the day of a doubted clock
    (`clock_not_confirmed`).
    """
    today = lawful_day(database, session)
    if database.is_sqlite:
        if clock_doubt(session, database) is not None:
            raise RuleError(rule="clock_not_confirmed")
        keep_the_time(session, database.now(session))
    return today


def floor_of(session: Session, track: Track) -> Floor:
    """Returns the floor in force: the law's, or the one raised by legal sign-off."""
    raised = session.get(WindowFloor, track.value)
    law = STATUTE[track]
    return replace(law, days=max(law.days, raised.days)) if raised else law
