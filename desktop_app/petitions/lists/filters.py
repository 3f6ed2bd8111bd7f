"""What a list of petitions holds: one frozen value over every field, and what it means in SQL.

A value can be kept as JSON (`to_json`, `from_json`): saved views and the window's own memory are made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Subquery, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from desktop_app.database.collation import persian_order
from desktop_app.database.day_numbers import date_number, day_number
from desktop_app.office.model import OfficeService
from desktop_app.people.model import Petitioner
from desktop_app.persian.dates import start_of_day
from desktop_app.persian.day_ranges import DayRange, end_of_week
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.deadlines.dwell_times import LeftUnit, has_left
from desktop_app.petitions.follow_ups.model import WroteAgain
from desktop_app.petitions.improvements.service import ImprovementPetition
from desktop_app.petitions.model import Petition, PetitionLabel
from desktop_app.petitions.referrals.side_lists import SideReferralStatus, has_beside
from desktop_app.petitions.registration.register import NO_DEADLINE
from desktop_app.petitions.vocabulary import OPEN, Status
from desktop_app.staff.roles import Actor

#: As `unit_id` and `assignee_id`: those that have none.
NOBODY: Final = 0

_Value = TypeVar("_Value")
#: A value, or several of which a petition has one (`several` makes them), or whatever there is.
Some: TypeAlias = _Value | tuple[_Value, ...] | None


class View(StrEnum):
    """The counted views of the inbox."""

    MINE = "mine"
    MY_UNIT = "my_unit"
    UNROUTED = "unrouted"
    WAITING = "waiting"
    LATE = "late"
    THIS_WEEK = "this_week"
    ALL = "all"


class Scope(StrEnum):
    """Which states a list holds."""

    OPEN = "open"
    CLOSED = "closed"
    ANY = "any"


class Order(StrEnum):
    """How a list is ordered; `ListFilter.backwards` turns it round."""

    DEADLINE = "deadline"
    NEWEST = "newest"
    OLDEST = "oldest"
    KIND = "kind"
    SUBJECT = "subject"
    SENDER = "sender"
    UNIT = "unit"
    ASSIGNEE = "assignee"
    STATUS = "status"
    CHANNEL = "channel"
    URGENCY = "urgency"
    REGISTRY = "registry"
    LETTER = "letter"
    ABOUT = "about"
    OUTCOME = "outcome"
    RESOLVED = "resolved"


class Grouping(StrEnum):
    """What the headings in a list stand for; FITTING: the deadline where the list is ordered by it."""

    FITTING = "fitting"
    NONE = "none"
    DEADLINE = "deadline"
    UNIT = "unit"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list shows; reads as a sentence: these kinds, of this unit, in this state, in this order."""

    view: View = View.ALL
    scope: Scope = Scope.OPEN
    kind: Some[str] = None
    #: A unit, or `NOBODY`.
    unit_id: Some[int] = None
    query: str = ""
    order: Order = Order.DEADLINE
    petitioner_id: int | None = None
    status: Some[Status] = None
    channel: Some[str] = None
    #: A person, or `NOBODY`.
    assignee_id: Some[int] = None
    urgency: Some[str] = None
    #: The group of the petitioner (citizen, publisher …).
    group: Some[str] = None
    outcome: Some[str] = None
    #: A part of what it is about, spelled anyhow.
    about: str = ""
    #: What it is about is a service, an instrument, a news item of the catalogue.
    about_kind: Some[str] = None
    received: DayRange | None = None
    due: DayRange | None = None
    resolved: DayRange | None = None
    #: Open beyond the deadline, while the clock runs.
    late: bool = False
    #: Resolved after the last day for an answer.
    overdue: bool = False
    #: Open at the end of this day, whatever became of it since.
    open_on: date | None = None
    #: The mark that the petitioner gave.
    satisfaction: int | None = None
    #: A unit that it left, and when.
    left_unit: LeftUnit | None = None
    #: An improvement action that it led to.
    improvement_id: int | None = None
    #: The clock stands.
    paused: bool = False
    #: It runs: what waits for its petitioner is left out.
    running: bool = False
    #: Others are pointed out beside it (`near_equals`).
    alike: bool = False
    #: The petitioner has written since, and nobody who has it has read that.
    again: bool = False
    #: How it stands to the reader by referrals on the side: see `side_lists.SideReferralStatus`.
    beside: Some[str] = None
    #: A part of the number, in any digits.
    letter_number: str = ""
    #: A number, or year and number: «۱۴۰۵/۱۲».
    registry: str = ""
    #: A label that is on it.
    label_id: Some[int] = None
    backwards: bool = False
    #: How far a search goes: so many thousand matches.
    depth: int = 1
    grouping: Grouping = Grouping.FITTING

    @property
    def descending(self) -> bool:
        return (self.order is Order.NEWEST) is not self.backwards


#: Fields that say how a list is shown, not what is in it.
ARRANGEMENT: Final = frozenset({"depth", "order", "backwards", "grouping"})
#: What narrows a view down.
CONDITIONS: Final = tuple(
    field.name for field in fields(ListFilter) if field.name not in ARRANGEMENT and field.name != "view"
)
#: Of these a list may ask for several values.
MANY: Final = frozenset(
    {
        "kind",
        "unit_id",
        "status",
        "channel",
        "assignee_id",
        "urgency",
        "group",
        "outcome",
        "about_kind",
        "label_id",
        "beside",
    }
)
_PLAIN: Final = ListFilter()


def several(values: Iterable[_Value]) -> Some[_Value]:
    """The values as a field holds them: the same ones are equal, in whichever order they were chosen."""
    found = tuple(sorted(set(values), key=str))
    return found if len(found) > 1 else next(iter(found), None)


def values_of(value: Some[_Value]) -> tuple[_Value, ...]:
    """The values that a field holds; none where it asks for nothing."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def asks_for_several(wanted: ListFilter) -> bool:
    """Whether a field has more than one value: no index has these in one order."""
    return any(isinstance(getattr(wanted, name), tuple) for name in MANY)


def conditions_set(wanted: ListFilter) -> tuple[str, ...]:
    """The names of the fields by which a list is narrower than its view."""
    return tuple(name for name in CONDITIONS if getattr(wanted, name) != getattr(_PLAIN, name))


def hangs_on_today(wanted: ListFilter) -> bool:
    """Whether what a list holds depends on the day on which it is asked for."""
    spans = (wanted.received, wanted.due, wanted.resolved)
    return (
        wanted.late
        or SideReferralStatus.OVERDUE in values_of(wanted.beside)
        or wanted.view in (View.LATE, View.THIS_WEEK)
        or wanted.grouping is Grouping.DEADLINE
        or any(span is not None and span.words for span in spans)
    )


def to_json(wanted: ListFilter) -> dict[str, Any]:
    """What differs from `ListFilter()`, as a JSON document."""
    made: dict[str, Any] = {}
    for field in fields(ListFilter):
        value = getattr(wanted, field.name)
        if value == getattr(_PLAIN, field.name):
            continue
        if isinstance(value, date):
            made[field.name] = value.isoformat()
        elif isinstance(value, DayRange):
            ends = {"first": value.first, "last": value.last}
            days = {name: day.isoformat() for name, day in ends.items() if day}
            made[field.name] = {"words": value.words} if value.words else days
        elif isinstance(value, LeftUnit):
            days = {"first": value.first.isoformat(), "last": value.last.isoformat()}
            made[field.name] = {"unit_id": value.unit_id, **days}
        elif isinstance(value, tuple):
            made[field.name] = [_plain(one) for one in value]
        else:
            made[field.name] = _plain(value)
    return made


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


_READ: Final[dict[str, Any]] = {
    "view": View, "scope": Scope, "order": Order, "status": Status, "grouping": Grouping,
    "unit_id": int, "assignee_id": int, "petitioner_id": int, "label_id": int, "depth": int, "late": bool,
    "overdue": bool, "open_on": date.fromisoformat, "satisfaction": int,
    "alike": bool, "again": bool, "paused": bool, "running": bool, "backwards": bool,
    "improvement_id": int,
    "left_unit": lambda kept: LeftUnit(
        int(kept["unit_id"]), date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"])
    ),
}  # fmt: skip
_RANGES: Final = frozenset({"received", "due", "resolved"})


def from_json(document: dict[str, Any]) -> ListFilter:
    """The value again; what this version of the program does not know is left out."""
    known = {field.name for field in fields(ListFilter)}
    values: dict[str, Any] = {}
    for name, value in document.items():
        if name not in known:
            continue
        try:
            read = _range_of if name in _RANGES else _READ.get(name, str)
            many = isinstance(value, list) and name in MANY
            values[name] = several(read(one) for one in value) if many else read(value)
        except (TypeError, ValueError, AttributeError, KeyError):
            continue
    return ListFilter(**values)


def _range_of(document: dict[str, str]) -> DayRange:
    ends = {name: date.fromisoformat(document[name]) for name in ("first", "last") if name in document}
    return DayRange(ends.get("first"), ends.get("last"), document.get("words", ""))


# What it means


def conditions_of(actor: Actor, wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    """What a petition must fulfil to be in the list; its words and its near-equals apart."""
    return list(_kept_conditions(actor, wanted, today))


@lru_cache(maxsize=64)
def _kept_conditions(actor: Actor, wanted: ListFilter, today: date) -> tuple[ColumnElement[bool], ...]:
    # Kept: a list is asked about again and again, and a condition is told by what it compares.
    made = [*_view_conditions(wanted.view, actor, today), *_state_conditions(wanted)]
    for column, value in (
        (Petition.kind, wanted.kind), (Petition.channel, wanted.channel), (Petition.urgency, wanted.urgency),
        (Petition.outcome, wanted.outcome),
    ):  # fmt: skip
        if value:
            made.append(_is_one(column, value))
    if wanted.petitioner_id:
        made.append(Petition.petitioner_id == wanted.petitioner_id)
    for number, of in ((wanted.unit_id, Petition.unit_id), (wanted.assignee_id, Petition.assignee_id)):
        if number is not None:
            made.append(_is_one(of, number))
    made.extend(_related_conditions(actor, wanted, today))
    made.extend(_clock_conditions(wanted, today))
    made.extend(_number_conditions(wanted))
    made.extend(_day_conditions(wanted, today))
    return tuple(made)


def _related_conditions(actor: Actor, wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    """What other tables say of a petition."""
    made: list[ColumnElement[bool]] = []
    if wanted.group:
        of_group = select(Petitioner.id).where(
            Petitioner.id == Petition.petitioner_id, _is_one(Petitioner.group, wanted.group)
        )
        made.append(of_group.exists())
    if wanted.label_id:
        labelled = select(PetitionLabel.petition_id).where(_is_one(PetitionLabel.label_id, wanted.label_id))
        made.append(Petition.id.in_(labelled))
    if wanted.left_unit is not None:
        made.append(has_left(wanted.left_unit))
    if wanted.improvement_id:
        led = select(ImprovementPetition.petition_id).where(
            ImprovementPetition.improvement_id == wanted.improvement_id
        )
        made.append(Petition.id.in_(led))
    if wanted.beside:
        made.append(has_beside(actor, values_of(wanted.beside), today))
    if wanted.about_kind:
        of_kind = select(OfficeService.id).where(_is_one(OfficeService.kind, wanted.about_kind))
        made.append(Petition.about_id.in_(of_kind))
    if wanted.again:
        waiting = select(WroteAgain.petition_id).where(WroteAgain.unread.is_(True))
        made.append(Petition.id.in_(waiting))
    return made


def _clock_conditions(wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if wanted.paused:
        made.append(Petition.paused_on.is_not(None))
    if wanted.running:
        made.append(Petition.paused_on.is_(None))
    if wanted.late:
        made.extend(_late(today))
    if wanted.overdue:
        made.append(resolved_late())
    if wanted.open_on is not None:
        end = start_of_day(wanted.open_on + timedelta(days=1))
        made += [
            Petition.received_at < end,
            or_(Petition.resolved_at.is_(None), Petition.resolved_at >= end),
        ]
    if wanted.satisfaction is not None:
        made.append(Petition.satisfaction == wanted.satisfaction)
    return made


def resolved_late() -> ColumnElement[bool]:
    """That a petition was resolved on a day after its last one, in Tehran; of one without a deadline nothing."""
    return day_number(Petition.resolved_at) > date_number(Petition.due_on)


def _state_conditions(wanted: ListFilter) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if wanted.scope is not Scope.ANY:
        made.append(Petition.is_open.is_(wanted.scope is Scope.OPEN))
    if wanted.status:
        made.append(_is_one(Petition.status, wanted.status))
        open_or_not = {status in OPEN for status in values_of(wanted.status)}
        if wanted.scope is Scope.ANY and len(open_or_not) == 1:
            # Said twice: the indexes of open petitions know it by this.
            made.append(Petition.is_open.is_(open_or_not.pop()))
    return made


def _is_one(column: InstrumentedAttribute[Any], value: Some[Any]) -> ColumnElement[bool]:
    """That a column has the value, or one of several; `NOBODY` stands for none."""
    wanted = [_plain(one) for one in values_of(value) if one != NOBODY]
    made = [column == wanted[0]] if len(wanted) == 1 else [column.in_(wanted)] if wanted else []
    if len(wanted) < len(values_of(value)):
        made.append(column.is_(None))
    return or_(*made)


def _number_conditions(wanted: ListFilter) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if wanted.about.strip():
        named = names_of_what()
        entries = select(OfficeService.id).where(_has_in_it(OfficeService.name, wanted.about))
        made.append(
            or_(
                Petition.about.in_(select(named.c.about).where(_has_in_it(named.c.about, wanted.about))),
                Petition.about_id.in_(entries),
            )
        )
    if wanted.letter_number.strip():
        # Few have a number: the others are done with at a glance.
        made.extend(
            (Petition.letter_number.is_not(None), _has_in_it(Petition.letter_number, wanted.letter_number))
        )
    if wanted.registry.strip():
        numbers = [int(number) for number in re.findall(r"\d{1,9}", latin_digits(wanted.registry))]
        if len(numbers) == 1:
            made.append(Petition.registry_number == numbers[0])
        elif len(numbers) == 2:
            # Either way round: a year has four digits and a number may have them too, but begins with no 13 or 14.
            year, number = numbers if 1300 <= numbers[0] <= 1500 else reversed(numbers)
            made.extend((Petition.registry_year == year, Petition.registry_number == number))
        else:
            made.append(false())
    return made


def names_of_what() -> Subquery:
    """What petitions are about, each once: many are about one thing, and its name is looked at once."""
    # With an offset PostgreSQL keeps to that, and looks at no name before.
    return select(Petition.about).distinct().offset(0).subquery()


def _has_in_it(column: Any, text: str) -> ColumnElement[bool]:
    return func.replace(persian_order(column), " ", "").contains(func.replace(persian_order(text), " ", ""))


def _day_conditions(wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    moments: tuple[tuple[DayRange | None, InstrumentedAttribute[Any]], ...] = (
        (wanted.received, Petition.received_at),
        (wanted.resolved, Petition.resolved_at),
    )
    for span, column in moments:
        first, last = span.on(today) if span else (None, None)
        if first:
            made.append(column >= start_of_day(first))
        if last:
            made.append(column < start_of_day(last + timedelta(days=1)))
    first, last = wanted.due.on(today) if wanted.due else (None, None)
    if first:
        made.append(Petition.due_order >= first)
    if first or last:
        made.append(Petition.due_order <= last if last else Petition.due_order < NO_DEADLINE)
    return made


def _late(today: date) -> list[ColumnElement[bool]]:
    return [Petition.due_order < today, Petition.paused_on.is_(None), Petition.is_open.is_(True)]


def _view_conditions(view: View, actor: Actor, today: date) -> list[ColumnElement[bool]]:
    table: dict[View, list[ColumnElement[bool]]] = {
        View.MINE: [Petition.assignee_id == (actor.person_id or 0)],
        View.MY_UNIT: [Petition.unit_id.in_(sorted(actor.unit_ids))],
        View.UNROUTED: [Petition.unit_id.is_(None)],
        View.WAITING: [Petition.status == Status.WAITING.value],
        View.LATE: _late(today),
        View.THIS_WEEK: [Petition.due_order.between(today, end_of_week(today)), Petition.is_open.is_(True)],
        View.ALL: [],
    }
    return list(table[view])
