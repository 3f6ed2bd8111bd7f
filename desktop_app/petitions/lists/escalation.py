"""The escalation list (درخواست‌های معوق): overdue and soon due petitions of a manager's units, by unit and person.

A petition is overdue if it is open past its deadline while the clock runs. One that waits for its petitioner is
neither overdue nor soon due. Every number has a list of the inbox with exactly its petitions (`behind`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.office.settings import OfficeSettings, logo_of, settings_of
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.day_ranges import DayRange
from desktop_app.persian.names import sort_key
from desktop_app.petitions.lists.filters import NOBODY, ListFilter, several
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor, Role

#: Deadlines in so many days, and today, are soon due.
SOON_DAYS: Final = 3
#: The number of overdue petitions that are listed; others are only counted.
MOST_LISTED: Final = 400


class Slot(StrEnum):
    """The numbers of a line; the three in the middle divide the overdue ones by whole days."""

    LATE = "late"
    WEEK = "week"
    MONTH = "month"
    BEYOND = "beyond"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """The numbers of one person in one unit, or (`heads`) of a whole unit.

    An id of 0 means nobody, or no unit. `counts` has a number for every slot, `longest` is how many days the oldest
    is overdue.
    """

    unit_id: int
    person_id: int
    name: str
    heads: bool
    counts: tuple[int, ...]
    longest: int

    def count(self, slot: Slot) -> int:
        return self.counts[tuple(Slot).index(slot)]


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """One overdue petition and who has it; both names are empty where nobody does. `late` is in whole days."""

    tracking_code: str
    subject: str
    unit_name: str
    person_name: str
    due_on: date
    late: int


@dataclass(frozen=True, slots=True)
class Escalation:
    """Units, each followed by its people, those with most overdue first; `total` sums all of them.

    `petitions` are the overdue ones, the longest delay first, at most `MOST_LISTED`.
    """

    made_at: datetime
    today: date
    lines: tuple[EscalationLine, ...]
    total: EscalationLine
    petitions: tuple[OverdueRow, ...]
    settings: OfficeSettings
    logo: bytes | None = None


class Escalations:
    """Reads escalation lists."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, actor: Actor) -> Escalation:
        """Returns what is overdue in the units that the person manages. Raises `NotPermittedError`."""
        actor.must_be(Role.MANAGER, act="list_overdue")
        with self._database.reading() as session:
            now = self._database.now(session)
            today = tehran_day(now)
            lines = _lines(session, actor, today)
            heads = [line for line in lines if line.heads]
            total = _sum(heads, EscalationLine(0, 0, "", True, (0,) * len(Slot), 0))
            petitions = _petitions(session, actor, today)
            return Escalation(now, today, lines, total, petitions, settings_of(session), logo_of(session))


def behind(escalation: Escalation, line: EscalationLine, slot: Slot) -> ListFilter:
    """Returns the filter of the list with exactly the petitions that a number counts."""
    counted = escalation.lines if line is escalation.total else (line,)
    unit = several(one.unit_id for one in counted if one.heads or one is line)
    person = None if line.heads else line.person_id
    first, last = _days(slot, escalation.today)
    due = None if slot is Slot.LATE else DayRange(first, last)
    soon = slot is Slot.SOON
    return ListFilter(unit_id=unit, assignee_id=person, late=not soon, running=soon, due=due)


def _days(slot: Slot, today: date) -> tuple[date | None, date]:
    """Returns the first and last deadline that a slot counts, inclusive."""
    table = {
        Slot.LATE: (None, 1),
        Slot.WEEK: (7, 1),
        Slot.MONTH: (30, 8),
        Slot.BEYOND: (None, 31),
        Slot.SOON: (0, -SOON_DAYS),
    }
    first, last = table[slot]
    return None if first is None else today - timedelta(days=first), today - timedelta(days=last)


def _counted(slot: Slot, today: date) -> ColumnElement[int]:
    first, last = _days(slot, today)
    fits: ColumnElement[bool] = Petition.due_order <= last
    return func.count(case((fits if first is None else fits & (Petition.due_order >= first), 1)))


def _running_until(session: Session, actor: Actor, last: date) -> list[ColumnElement[bool]]:
    """Returns the conditions of open petitions in the person's units whose deadline is not after `last`."""
    managed = actor.managed_units
    mine: list[ColumnElement[bool]] = []
    if None not in managed:
        mine = [Petition.unit_id.in_(sorted(unit for unit in managed if unit is not None))]
    running = [Petition.is_open.is_(True), Petition.due_order <= last, Petition.paused_on.is_(None)]
    return [*running, *mine, *reach(session, actor)]


def _petitions(session: Session, actor: Actor, today: date) -> tuple[OverdueRow, ...]:
    _, last = _days(Slot.LATE, today)
    statement = (
        select(Petition.tracking_code, Petition.subject, Unit.name, Person.full_name, Petition.due_order)
        .join_from(Petition, Unit, Unit.id == Petition.unit_id, isouter=True)
        .join(Person, Person.id == Petition.assignee_id, isouter=True)
        .where(*_running_until(session, actor, last))
        .order_by(Petition.due_order, Petition.id)
        .limit(MOST_LISTED)
    )
    return tuple(
        OverdueRow(code, subject, unit or "", person or "", due_on, (today - due_on).days)
        for code, subject, unit, person, due_on in session.execute(statement)
    )


def _lines(session: Session, actor: Actor, today: date) -> tuple[EscalationLine, ...]:
    _, last = _days(Slot.SOON, today)
    statement = (
        select(
            Petition.unit_id,
            Petition.assignee_id,
            func.min(Petition.due_order),
            *(_counted(slot, today) for slot in Slot),
        )
        .where(*_running_until(session, actor, last))
        .group_by(Petition.unit_id, Petition.assignee_id)
    )
    found = session.execute(statement).all()
    units = _names(session, Unit.id, Unit.name, {row[0] for row in found})
    people = _names(session, Person.id, Person.full_name, {row[1] for row in found})
    by_unit: dict[int, list[EscalationLine]] = {}
    for unit, person, oldest, *counts in found:
        line = EscalationLine(
            unit or NOBODY,
            person or NOBODY,
            people.get(person or NOBODY, ""),
            False,
            tuple(counts),
            max(0, (today - oldest).days),
        )
        by_unit.setdefault(line.unit_id, []).append(line)
    heads = _worst_first(
        _sum(lines, EscalationLine(unit, 0, units.get(unit, ""), True, (0,) * len(Slot), 0))
        for unit, lines in by_unit.items()
    )
    return tuple(line for head in heads for line in (head, *_worst_first(by_unit[head.unit_id])))


def _names(session: Session, key: Any, name: Any, ids: set[int | None]) -> dict[int, str]:
    wanted = sorted(one for one in ids if one is not None)
    return {row[0]: row[1] for row in session.execute(select(key, name).where(key.in_(wanted)))}


def _sum(lines: Sequence[EscalationLine], head: EscalationLine) -> EscalationLine:
    counts = tuple(
        sum(numbers) for numbers in zip(head.counts, *(line.counts for line in lines), strict=True)
    )
    longest = max((line.longest for line in lines), default=0)
    return EscalationLine(head.unit_id, head.person_id, head.name, True, counts, longest)


def _worst_first(lines: Iterable[EscalationLine]) -> list[EscalationLine]:
    def rank(line: EscalationLine) -> tuple[Any, ...]:
        return (-line.count(Slot.LATE), -line.longest, -line.count(Slot.SOON), sort_key(line.name))

    return sorted(lines, key=rank)
