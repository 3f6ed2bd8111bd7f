"""The worklist of a day (برنامهٔ کار امروز): what a clerk or a unit has to do now; each petition is in one section.

Because it is printed and lies on desks, it shows the names of petitioners and no other personal data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, false, func, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.office.settings import OfficeSettings, logo_of, settings_of
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.day_ranges import end_of_week
from desktop_app.persian.names import sort_key
from desktop_app.petitions.desk.reminders import ReminderRow, due_reminders
from desktop_app.petitions.model import Petition
from desktop_app.petitions.referrals.side_lists import SideRow, side_rows
from desktop_app.petitions.visibility import reach
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor, Role

#: The number of petitions on its one page; others are only counted.
ROOM: Final = 22
#: Every section gets so many rows before an earlier one gets more.
_FIRST: Final = 4
#: The number of reminders on a personal list, in place of other rows, and the rows that their heading takes.
_REMINDERS: Final = 5
_HEADING: Final = 2
#: The number of side referrals.
_BESIDE: Final = 5


class Due(StrEnum):
    """The sections in their order; WAITING: the clock is paused until the petitioner answers."""

    LATE = "late"
    TODAY = "today"
    THIS_WEEK = "this_week"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One petition; dates are in Tehran."""

    id: int
    tracking_code: str
    subject: str
    petitioner_name: str
    assignee_name: str
    status: str
    urgency: str
    due_on: date | None
    #: The date on which the clock was paused.
    paused_on: date | None


@dataclass(frozen=True, slots=True)
class WorkSection:
    """`count` petitions, of which `rows` are the first."""

    due: Due
    count: int
    rows: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True)
class Worklist:
    """The day of a person or of a unit (`unit_name`).

    `open` counts all open petitions, due or not. `units` are those whose list the person may read, as (id, name).
    `reminders` are the person's own due ones.
    """

    person_name: str
    unit_id: int | None
    unit_name: str
    made_at: datetime
    today: date
    open: int
    sections: tuple[WorkSection, ...]
    units: tuple[tuple[int, str], ...]
    settings: OfficeSettings
    reminders: tuple[ReminderRow, ...] = ()
    #: Due side referrals: those to answer, and those whose answer is overdue.
    beside: tuple[SideRow, ...] = ()
    logo: bytes | None = None


class Worklists:
    """Reads worklists."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, actor: Actor, unit_id: int | None = None) -> Worklist:
        """Returns the list of the person, or of a unit that the person manages. Raises `NotPermittedError` for
        another unit, `NotFoundError`.
        """
        if unit_id is not None and not actor.has(Role.MANAGER, unit_id):
            raise NotPermittedError(act="print_worklist", who_may=Role.MANAGER.value)
        with self._database.reading() as session:
            now = self._database.now(session)
            today = tehran_day(now)
            units = _units_of(session, actor)
            names = dict(units)
            if unit_id is not None and unit_id not in names:
                raise NotFoundError(item="unit", key=unit_id)
            mine = due_reminders(session, actor, today, _REMINDERS) if unit_id is None else ()
            beside = _beside(session, actor, unit_id, today)
            room = ROOM - sum(len(rows) + _HEADING for rows in (mine, beside) if rows)
            conditions = [Petition.is_open.is_(True), *_whose(actor, unit_id), *reach(session, actor)]
            return Worklist(
                person_name=actor.name,
                unit_id=unit_id,
                unit_name=names[unit_id] if unit_id is not None else "",
                made_at=now,
                today=today,
                open=_count(session, conditions),
                sections=_sections(session, conditions, today, room),
                units=units,
                settings=settings_of(session),
                reminders=mine,
                beside=beside,
                logo=logo_of(session),
            )


def shares(counts: Sequence[int], room: int = ROOM) -> tuple[int, ...]:
    """Returns how many rows of each section fit into `room`. Every section gets a few rows; the rest goes to the
    first one, then to the next.
    """
    given = [min(count, _FIRST) for count in counts]
    left = room - sum(given)
    for place, count in enumerate(counts):
        more = max(0, min(count - given[place], left))
        given[place] += more
        left -= more
    return tuple(given)


def _beside(session: Session, actor: Actor, unit_id: int | None, today: date) -> tuple[SideRow, ...]:
    """Returns side referrals: first those to answer by the end of the week, then those whose answer is overdue."""
    asked = side_rows(session, actor, asked=True, until=end_of_week(today), most=_BESIDE, unit_id=unit_id)
    overdue = today - timedelta(days=1)
    owed = side_rows(session, actor, asked=False, until=overdue, most=_BESIDE, unit_id=unit_id)
    return (*asked, *owed)[:_BESIDE]


def _units_of(session: Session, actor: Actor) -> tuple[tuple[int, str], ...]:
    managed = actor.managed_units
    if not managed:
        return ()
    statement = select(Unit.id, Unit.name).where(Unit.active)
    if None not in managed:
        statement = statement.where(Unit.id.in_(sorted(unit for unit in managed if unit is not None)))
    found = [(row.id, row.name) for row in session.execute(statement)]
    return tuple(sorted(found, key=lambda unit: (sort_key(unit[1]), unit[0])))


def _whose(actor: Actor, unit_id: int | None) -> list[ColumnElement[bool]]:
    if unit_id is not None:
        return [Petition.unit_id == unit_id]
    return [Petition.assignee_id == actor.person_id] if actor.person_id is not None else [false()]


def _sections(
    session: Session, whose: list[ColumnElement[bool]], today: date, room: int
) -> tuple[WorkSection, ...]:
    wanted = {due: [*whose, *_conditions(due, today)] for due in Due}
    counts = [_count(session, conditions) for conditions in wanted.values()]
    chosen = zip(wanted.items(), counts, shares(counts, room), strict=True)
    return tuple(
        WorkSection(due, count, _rows(session, due, conditions, share))
        for (due, conditions), count, share in chosen
        if count
    )


def _conditions(due: Due, today: date) -> list[ColumnElement[bool]]:
    if due is Due.WAITING:
        return [Petition.paused_on.is_not(None)]
    running = Petition.paused_on.is_(None)
    if due is Due.LATE:
        return [running, Petition.due_order < today]
    if due is Due.TODAY:
        return [running, Petition.due_order == today]
    return [running, Petition.due_order > today, Petition.due_order <= end_of_week(today)]


def _count(session: Session, conditions: list[ColumnElement[bool]]) -> int:
    return session.scalar(select(func.count()).select_from(Petition).where(*conditions)) or 0


def _rows(
    session: Session, due: Due, conditions: list[ColumnElement[bool]], most: int
) -> tuple[WorkRow, ...]:
    # Of those that wait, the one that has waited longest comes first.
    order: Any = Petition.paused_on if due is Due.WAITING else Petition.due_order
    statement = (
        select(
            Petition.id,
            Petition.tracking_code,
            Petition.subject,
            Petition.petitioner_name,
            func.coalesce(Person.full_name, ""),
            Petition.status,
            Petition.urgency,
            Petition.due_on,
            Petition.paused_on,
        )
        .outerjoin(Person, Person.id == Petition.assignee_id)
        .where(*conditions)
        .order_by(order, Petition.id)
        .limit(most)
    )
    return tuple(WorkRow(*row) for row in session.execute(statement))
