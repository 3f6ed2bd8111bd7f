"""What a list of petitions holds: one frozen value over every field. `conditions` says what it means in SQL.

A value can be kept as JSON (`to_json`, `from_json`): saved views and the window's own memory are made of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.deadlines.dwell_times import LeftUnit
from desktop_app.petitions.referrals.side_lists import SideReferralStatus
from desktop_app.petitions.vocabulary import Status

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
            made[field.name] = [stored(one) for one in value]
        else:
            made[field.name] = stored(value)
    return made


def stored(value: Any) -> Any:
    """A value as the database and JSON hold it."""
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
