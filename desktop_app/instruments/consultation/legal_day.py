"""The day that law counts by, and the floor of a window in force."""

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
from desktop_app.persian.dates import tehran_day


def lawful_day(database: Database, session: Session) -> date:
    """Today in Tehran by the server's clock. SQLite has no server: there a PC whose clock has gone back behind the
    latest moment that the program ever saw is not believed. Raises `RuleError` (`clock_went_back`)."""
    now = database.now(session)
    if database.is_sqlite and is_behind(session, now):
        raise RuleError(rule="clock_went_back")
    return tehran_day(now)


def day_of_act(database: Database, session: Session) -> date:
    """The same for an act in a writing session: the triggers of an SQLite file count by what is kept here."""
    today = lawful_day(database, session)
    if database.is_sqlite:
        keep_the_time(session, database.now(session))
    return today


def floor_of(session: Session, track: Track) -> Floor:
    """The floor in force: the law's, or what legal sign-off has raised it to."""
    raised = session.get(WindowFloor, track.value)
    law = STATUTE[track]
    return replace(law, days=max(law.days, raised.days)) if raised else law
