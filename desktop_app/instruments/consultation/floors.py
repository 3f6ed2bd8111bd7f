"""The minimum length of windows as set by legal sign-off: never below the law's, never lowered, with a legal
source.

Law. It applies to windows opened later; an open window stays as
published. `database.statute_guard` enforces it independently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import Event, history
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, InvalidValueError, RuleError
from desktop_app.instruments.acts.floors import FLOOR_RAISED
from desktop_app.instruments.consultation.legal_day import floor_of, lawful_day
from desktop_app.instruments.consultation.windows import (
    LONGEST_WINDOW,
    STATUTE,
    ConsultationWindow,
    Floor,
    count_window,
)
from desktop_app.instruments.model import Instrument, WindowFloor
from desktop_app.instruments.vocabulary import InstrumentStatus, Track
from desktop_app.office.acts import OFFICE
from desktop_app.office.settings import calendar_of
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer

LONGEST_SOURCE: Final = 200


@dataclass(frozen=True, slots=True)
class RaisedFloor:
    """Who raised a floor, when (aware, UTC) and by which legal source.

    `source_date` is the date of the source, None if it was entered before that was required.
    """

    source: str
    source_date: date | None
    raised_by: str
    raised_at: datetime | None


@dataclass(frozen=True, slots=True)
class FloorInForce:
    """The minimum length of windows of a track.

    `law` is the office's own promise, which no setting weakens; `today` is the window of a draft that would open
    today; `raised` is None while the law's own applies.
    """

    track: Track
    law: Floor
    floor: Floor
    today: ConsultationWindow
    raised: RaisedFloor | None
    #: The number of open windows of this track, which are not affected.
    open_windows: int


class Floors:
    """Reads and raises the floors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def in_force(self) -> tuple[FloorInForce, ...]:
        """Returns the present floor of each track."""
        with self._database.reading() as session:
            today = lawful_day(self._database, session)
            stored = {row.track: row for row in session.scalars(select(WindowFloor))}
            events = _last_raises(session)
            return tuple(
                FloorInForce(
                    track,
                    STATUTE[track],
                    floor := floor_of(session, track),
                    count_window(today, floor, calendar_of(session)),
                    _raised(stored[track.value], events.get(track.value)) if track.value in stored else None,
                    _open_windows(session, track, today),
                )
                for track in Track
            )

    def would_be(self, track: Track, days: int) -> ConsultationWindow:
        """Returns the window of a draft that would open today under a floor of `days`. Raises `RuleError`."""
        with self._database.reading() as session:
            floor = floor_of(session, track)
            _must_rise(floor, days)
            today = lawful_day(self._database, session)
            return count_window(today, replace(floor, days=days), calendar_of(session))

    @once
    def raise_to(self, actor: Actor, track: Track, days: int, source: str, source_date: date) -> None:
        """Raises the floor of a track for windows opened from now on.

        Raises `NotPermittedError`; `RuleError` if it would be lowered; `InvalidValueError` without a source, or
        for one with a future date.
        """
        given = {
            "track": track.value,
            "days": days,
            "source": _source(source),
            "source_date": source_date,
        }
        with self._database.writing() as session:
            # Refuses where the clock of the PC went back.
            lawful_day(self._database, session)
            errors: dict[str, AppError] = {
                "floor_only_rises": RuleError(rule="floor_only_rises", count=floor_of(session, track).days),
                "in_future": InvalidValueError(field="source_date", reason="in_future", value=""),
            }
            now = self._database.now(session)
            item = Item(OFFICE, given=given)
            administer(session, FLOOR_RAISED, actor, item, now, denied="change_settings", errors=errors)


def _must_rise(floor: Floor, days: int) -> None:
    if not floor.days <= days <= LONGEST_WINDOW:
        raise RuleError(rule="floor_only_rises", count=floor.days)


def _source(words: str) -> str:
    named = " ".join(words.split())
    if not named or len(named) > LONGEST_SOURCE:
        raise InvalidValueError(field="source", reason="too_long" if named else "empty", value="")
    return named


def _last_raises(session: Session) -> Mapping[str, Event]:
    """Returns the last event of each track: only the audit log has the date and the person of a raise."""
    raised = (event for event in history(session, "office", OFFICE) if event.action == "floor_raised")
    return {str(event.after["track"]): event for event in raised}


def _raised(row: WindowFloor, event: Event | None) -> RaisedFloor:
    if event is None:
        return RaisedFloor(row.source, None, "", None)
    after: Mapping[str, Any] = event.after
    dated = after.get("source_date")
    return RaisedFloor(row.source, date.fromisoformat(dated) if dated else None, event.actor_name, event.at)


def _open_windows(session: Session, track: Track, today: date) -> int:
    found = select(func.count()).where(
        Instrument.status == InstrumentStatus.OPEN.value,
        Instrument.track == track.value,
        Instrument.closes_on >= today,
    )
    return session.scalar(found) or 0
