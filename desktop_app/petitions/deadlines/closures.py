"""Holidays and closures: the closed days of the office, and how a change of them moves open petitions' deadlines.

Adding, moving or removing a day counts the deadlines of open petitions again, by the answer
rule in force. Each petition whose deadline moves gets an event. On PostgreSQL an administrator sees no petition: a
database function recalculates, and the trigger of petitions accepts only the calendar's date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import Table, bindparam, func, insert, select, text, update
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.acts import (
    CALENDAR_CONFIRMED,
    CALENDAR_UNCONFIRMED,
    CLOSED_DAY_ADDED,
    CLOSED_DAY_CHANGED,
    CLOSED_DAY_REMOVED,
)
from desktop_app.office.model import CalendarYear, ClosedDay
from desktop_app.office.settings import (
    AnswerDeadline,
    Office,
    OfficeSettings,
    calendar_of,
    confirmed_years,
    deadlines_of,
)
from desktop_app.office.window_moves import WindowEffect, WindowMove
from desktop_app.office.workdays import CALENDAR_YEARS
from desktop_app.persian.dates import JalaliDay, long_date, tehran_day
from desktop_app.petitions.deadlines.counting import ClockPause, deadline, rule_for
from desktop_app.petitions.model import Petition, PetitionPause
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer

LONGEST_NAME: Final = 120
#: The name of a closure that is only tried.
_ANY_NAME: Final = "-"
#: The time limit of a full recalculation, in seconds.
_PATIENCE: Final = 600
#: How many petitions one statement updates.
_AT_ONCE: Final = 5_000
#: The range of a full recalculation: before and after every deadline.
_FIRST, _LAST = date(1900, 1, 1), date(9999, 1, 1)


@dataclass(frozen=True, slots=True)
class Closure:
    """A closed day; `source` is `seed` (official holidays) or `office` (entered here).

    `estimated` marks a lunar holiday that may be a day or two off, in a year that is not confirmed.
    """

    day: date
    name: str
    source: str = "office"
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A change of the calendar, how many open petitions got another deadline, and what happened to windows."""

    closure: Closure
    moved: int
    windows: tuple[WindowMove, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """The saved settings, and how many open petitions got another deadline by a new weekend."""

    settings: OfficeSettings
    moved: int


#: Applies closed days to consultation windows (in another package): takes session, database, actor, reason.
Lengthens = Callable[[Session, Database, Actor, str], tuple[WindowMove, ...]]


class Closures:
    """Changes the office's closed days; only for administrators."""

    def __init__(self, database: Database, lengthen_windows: Lengthens) -> None:
        self._database = database
        self._lengthen_windows = lengthen_windows

    def of_year(self, year: int) -> tuple[Closure, ...]:
        """Returns the closed days of a Jalali year, in order."""
        first, after = JalaliDay(year, 1, 1).to_date(), JalaliDay(year + 1, 1, 1).to_date()
        with self._database.reading() as session:
            found = session.scalars(
                select(ClosedDay).where(ClosedDay.day >= first, ClosedDay.day < after).order_by(ClosedDay.day)
            )
            return tuple(map(_closure, found))

    def is_confirmed(self, year: int) -> bool:
        """Whether the closed days of a Jalali year are confirmed."""
        with self._database.reading() as session:
            return year in confirmed_years(session)

    @once
    def confirm(self, actor: Actor, year: int) -> None:
        """Confirms that the closed days of a Jalali year are those of the official calendar.

        A year that has not begun can be confirmed when it is the next one. Raises `NotPermittedError`;
        `InvalidValueError` for another year.
        """
        with self._database.writing() as session:
            now = self._database.now(session)
            if year not in CALENDAR_YEARS or year > JalaliDay.of(tehran_day(now)).year + 1:
                raise InvalidValueError(field="year", reason="out_of_range", value=str(year))
            if year not in confirmed_years(session):
                administer(session, CALENDAR_CONFIRMED, actor, {"year": year}, now, denied="change_calendar")

    @once
    def take_back(self, actor: Actor, year: int) -> None:
        """Takes back the confirmation of a Jalali year. Raises `NotPermittedError`, `NotFoundError`."""
        with self._database.writing() as session:
            row = session.scalar(select(CalendarYear).where(CalendarYear.year == year))
            if row is None:
                raise NotFoundError(item="calendar_year", key=year)
            item, now = Item(row.id, row.version), self._database.now(session)
            administer(session, CALENDAR_UNCONFIRMED, actor, item, now, denied="change_calendar")

    def add(self, actor: Actor, closure: Closure) -> CalendarChange:
        """Adds a closed day. Raises `InvalidValueError`, `ConflictError` for a day that is closed already."""
        return self._change(actor, None, closure)

    def change(self, actor: Actor, day: date, closure: Closure) -> CalendarChange:
        """Renames a closed day, or moves it to another day (a lunar holiday that was estimated)."""
        return self._change(actor, day, closure)

    def remove(self, actor: Actor, day: date) -> CalendarChange:
        """Removes a closed day. Raises `NotFoundError`."""
        return self._change(actor, day, None)

    def preview(self, actor: Actor, former: date | None, day: date) -> tuple[WindowMove, ...]:
        """Returns what closing a day would do to windows; `former` is the closed day that moves there, if any.

        Raises as `add` and `change`.
        """
        with self._database.rehearsing() as session:
            self._enter(session, actor, former, Closure(day, _ANY_NAME))
            moves = self._lengthen_windows(session, self._database, actor, _ANY_NAME)
        return _by_closure(moves, day)

    def change_settings(
        self, actor: Actor, settings: OfficeSettings, reason: str, *, seen: OfficeSettings | None = None
    ) -> SettingsChange:
        """Replaces the office's settings (`Office.change`).

        If the weekend changes, the deadlines of all open petitions are recalculated in the same transaction, with
        `reason` in their events.
        """
        moved = 0

        def recount(session: Session, before: OfficeSettings) -> None:
            nonlocal moved
            moved = 0
            if before.weekend != settings.weekend:
                self._lengthen_windows(session, self._database, actor, reason)
                moved = self._recalculated(session, actor, _FIRST, _LAST, reason)

        saved = Office(self._database).change(actor, settings, seen=seen, also=recount)
        return SettingsChange(saved, moved)

    @once
    def _change(self, actor: Actor, day: date | None, closure: Closure | None) -> CalendarChange:
        with self._database.writing() as session:
            before, wanted = self._enter(session, actor, day, closure)
            shown = wanted or before
            assert shown is not None
            days = [one.day for one in (before, wanted) if one]
            if before and wanted and before.day == wanted.day:
                return CalendarChange(shown, 0)
            windows = self._lengthen_windows(session, self._database, actor, shown.name)
            moved = self._recalculated(session, actor, min(days), max(days), shown.name)
            return CalendarChange(shown, moved, _by_closure(windows, wanted.day) if wanted else ())

    def _enter(
        self, session: Session, actor: Actor, day: date | None, closure: Closure | None
    ) -> tuple[Closure | None, Closure | None]:
        """Adds, changes or removes a closed day; returns it before and after."""
        wanted = _valid(closure) if closure else None
        former = _existing(session, day) if day else None
        before = _closure(former) if former else None
        if wanted is not None and (before is None or before.day != wanted.day):
            there = select(ClosedDay.id).where(ClosedDay.day == wanted.day)
            if session.scalar(there) is not None:
                raise ConflictError(item="closed_day", name=long_date(wanted.day))
        act = CLOSED_DAY_CHANGED if former and wanted else CLOSED_DAY_ADDED if wanted else CLOSED_DAY_REMOVED
        new = asdict(wanted) if wanted else {}
        item = Item(former.id, former.version, given=new) if former else new
        administer(session, act, actor, item, self._database.now(session), denied="change_calendar")
        return before, wanted

    def _recalculated(self, session: Session, actor: Actor, first: date, last: date, reason: str) -> int:
        if self._database.is_sqlite:
            return _recalculate(session, self._database, actor, first, last, reason)
        counted = text("SELECT app.recalculate_deadlines(:first, :last, :reason)")
        # Recalculating many petitions exceeds the usual statement timeout.
        self._database.take_time(session, _PATIENCE)
        return int(session.execute(counted, {"first": first, "last": last, "reason": reason}).scalar_one())


#: A petition id, the former due date, and the new one.
_Move = tuple[int, date | None, date]


def _recalculate(
    session: Session, database: Database, actor: Actor, first: date, last: date, reason: str
) -> int:
    """Recalculates petitions received before `last` and due on `first` or later, as `app.recalculate_deadlines`."""
    calendar, rules = calendar_of(session), deadlines_of(session)
    pauses: dict[int, list[ClockPause]] = {}
    for pause in session.scalars(select(PetitionPause).order_by(PetitionPause.id)):
        pauses.setdefault(pause.petition_id, []).append(ClockPause(pause.began, pause.ended))
    found = session.execute(
        select(
            Petition.id,
            Petition.kind,
            Petition.channel,
            func.coalesce(Petition.completed_at, Petition.received_at).label("counted_from"),
            Petition.due_on,
        )
        .where(Petition.is_open, Petition.due_on >= first)
        .order_by(Petition.id)
    )
    # Petitions received on one day under one rule without a pause share one deadline, which is computed once.
    counted: dict[tuple[date, AnswerDeadline], date] = {}
    moves: list[_Move] = []
    for petition in found:
        received = tehran_day(petition.counted_from)
        rule = rule_for(petition.kind, petition.channel, rules)
        if rule is None or received >= last:
            continue
        waited = tuple(pauses.get(petition.id, ()))
        day = None if waited else counted.get((received, rule))
        if day is None:
            day = deadline(received, rule, calendar, waited).day
            if not waited:
                counted[received, rule] = day
        if day != petition.due_on:
            moves.append((petition.id, petition.due_on, day))
    for start in range(0, len(moves), _AT_ONCE):
        some = moves[start : start + _AT_ONCE]
        _move_deadlines(session, database.now(session), actor, some, reason)
    return len(moves)


def _move_deadlines(
    session: Session, now: datetime, actor: Actor, moves: Sequence[_Move], reason: str
) -> None:
    """Writes the new deadlines of petitions, with an event for each."""
    petitions = Petition.__table__
    assert isinstance(petitions, Table)
    session.connection().execute(
        update(petitions)
        .where(petitions.c.id == bindparam("whose"))
        .values(
            due_on=bindparam("day"),
            due_order=bindparam("day"),
            changed_at=now,
            version=petitions.c.version + 1,
        ),
        [{"whose": petition_id, "day": day} for petition_id, _, day in moves],
    )
    last = session.execute(
        select(EventRecord.item_id, func.max(EventRecord.sequence))
        .where(
            EventRecord.item_type == "petition",
            EventRecord.item_id.in_([petition_id for petition_id, _, _ in moves]),
        )
        .group_by(EventRecord.item_id)
    )
    sequences: dict[int, int] = {row[0]: row[1] for row in last}
    session.execute(
        insert(EventRecord),
        [
            {
                "item_type": "petition",
                "item_id": petition_id,
                "sequence": sequences.get(petition_id, 0) + 1,
                "at": now,
                "actor_id": actor.person_id,
                "actor_name": actor.name,
                "action": "deadline_moved",
                "before": {"due_on": before.isoformat() if before else None},
                "after": {"due_on": day.isoformat()},
                "text": reason,
            }
            for petition_id, before, day in moves
        ],
    )
    session.expire_all()


def _by_closure(moves: tuple[WindowMove, ...], day: date) -> tuple[WindowMove, ...]:
    """Leaves out the managers who were asked for another closure before."""
    return tuple(one for one in moves if one.effect is not WindowEffect.ASKED or one.before == day)


def _closure(row: ClosedDay) -> Closure:
    return Closure(row.day, row.name, row.source, row.estimated)


def _existing(session: Session, day: date) -> ClosedDay:
    found = session.scalar(select(ClosedDay).where(ClosedDay.day == day))
    if found is None:
        raise NotFoundError(item="closed_day", key=long_date(day))
    return found


def _valid(closure: Closure) -> Closure:
    name = " ".join(closure.name.split())
    if not name:
        raise InvalidValueError(field="closure_name", reason="empty", value="")
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="closure_name", reason="too_long", value="")
    if not JalaliDay(1380, 1, 1).to_date() <= closure.day <= JalaliDay(1480, 1, 1).to_date():
        raise InvalidValueError(field="date", reason="out_of_range", value="")
    return replace(closure, name=name)
