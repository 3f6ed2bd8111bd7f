"""Filters of petition lists as one frozen value. `conditions` translates it to SQL.

A filter serialises to JSON (`to_json`, `from_json`), for saved views and the window's stored state.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.deadlines.dwell_times import LeftUnit
from desktop_app.petitions.referrals.side_lists import SideReferralStatus
from desktop_app.petitions.vocabulary import Status

#: As `unit_id` or `assignee_id`: petitions without one.
NOBODY: Final = 0

_Value = TypeVar("_Value")
#: A value, several alternatives (made by `several`), or None for any.
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
    """The states that a list contains."""

    OPEN = "open"
    CLOSED = "closed"
    ANY = "any"


class Order(StrEnum):
    """The order of a list; `ListFilter.backwards` reverses it."""

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
    """The headings of a list; with FITTING, deadlines if the list is ordered by deadline."""

    FITTING = "fitting"
    NONE = "none"
    DEADLINE = "deadline"
    UNIT = "unit"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list contains and how it is arranged. All conditions must hold."""

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
    #: A part of the subject, in any spelling.
    about: str = ""
    #: The whole subject as it was registered, for the number of a report.
    service: str = ""
    #: The kind of catalogue entry of the subject: service, instrument, news item.
    about_kind: Some[str] = None
    received: DayRange | None = None
    due: DayRange | None = None
    resolved: DayRange | None = None
    #: Open past the deadline, with the clock running.
    late: bool = False
    #: Resolved after the deadline.
    overdue: bool = False
    #: Open at the end of this day, regardless of later changes.
    open_on: date | None = None
    #: The petitioner's satisfaction score.
    satisfaction: int | None = None
    #: A unit that the petition left, and when.
    left_unit: LeftUnit | None = None
    #: An improvement action that resulted from it.
    improvement_id: int | None = None
    #: The key of a bulk run that changed it, without what was undone.
    run: str = ""
    #: The deadline clock is paused.
    paused: bool = False
    #: The deadline clock is running.
    running: bool = False
    #: It is a notice; it is none.
    notice: bool = False
    ordinary: bool = False
    #: It has near-duplicates (`near_equals`).
    alike: bool = False
    #: The petitioner has written again, and nobody responsible has read it.
    again: bool = False
    #: What became of its answer or closing, a `DeliveryState`.
    delivery: Some[str] = None
    #: Its side referrals relative to the reader, see `side_lists.SideReferralStatus`.
    beside: Some[str] = None
    #: A part of the number, in any digits.
    letter_number: str = ""
    #: A number, or year and number: «۱۴۰۵/۱۲».
    registry: str = ""
    #: A label of the petition.
    label_id: Some[int] = None
    backwards: bool = False
    #: Limit of a search, in thousands of matches.
    depth: int = 1
    grouping: Grouping = Grouping.FITTING

    @property
    def descending(self) -> bool:
        return (self.order is Order.NEWEST) is not self.backwards


#: The view of answers that no message took to their petitioners (بدون ارسال).
NOT_SENT: Final = ListFilter(scope=Scope.CLOSED, order=Order.RESOLVED, backwards=True, delivery="off")
#: Fields that arrange a list without changing its rows.
ARRANGEMENT: Final = frozenset({"depth", "order", "backwards", "grouping"})
#: Fields that restrict a view.
CONDITIONS: Final = tuple(
    field.name for field in fields(ListFilter) if field.name not in ARRANGEMENT and field.name != "view"
)
#: Fields that accept several values.
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
        "delivery",
    }
)
_PLAIN: Final = ListFilter()


def several(values: Iterable[_Value]) -> Some[_Value]:
    """Returns values as a field stores them: sorted, so that equal sets compare equal."""
    found = tuple(sorted(set(values), key=str))
    return found if len(found) > 1 else next(iter(found), None)


def contents_of(wanted: ListFilter) -> ListFilter:
    """Returns the filter without its arrangement: two lists with equal contents have the same petitions."""
    return replace(wanted, order=_PLAIN.order, backwards=False, grouping=_PLAIN.grouping)


def values_of(value: Some[_Value]) -> tuple[_Value, ...]:
    """Returns the values of a field; empty without a condition."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def asks_for_several(wanted: ListFilter) -> bool:
    """Whether a field has more than one value: then no index has the order of the list."""
    return any(isinstance(getattr(wanted, name), tuple) for name in MANY)


def conditions_set(wanted: ListFilter) -> tuple[str, ...]:
    """Returns the names of the fields that restrict the list."""
    return tuple(name for name in CONDITIONS if getattr(wanted, name) != getattr(_PLAIN, name))


def hangs_on_today(wanted: ListFilter) -> bool:
    """Whether the rows of a list depend on the current day."""
    spans = (wanted.received, wanted.due, wanted.resolved)
    return (
        wanted.late
        or SideReferralStatus.OVERDUE in values_of(wanted.beside)
        or wanted.view in (View.LATE, View.THIS_WEEK)
        or wanted.grouping is Grouping.DEADLINE
        or any(span is not None and span.words for span in spans)
    )


def to_json(wanted: ListFilter) -> dict[str, Any]:
    """Returns the differences from `ListFilter()` as a JSON document."""
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
    """Returns a value as stored in the database and in JSON."""
    return value.value if isinstance(value, StrEnum) else value


def _number(value: Any) -> int:
    """Reads a number that a column can have. Raises `ValueError`."""
    number = int(value)
    if abs(number) > _LARGEST:
        raise ValueError(number)
    return number


_READ: Final[dict[str, Any]] = {
    "view": View, "scope": Scope, "order": Order, "status": Status, "grouping": Grouping,
    "unit_id": _number, "assignee_id": _number, "petitioner_id": _number, "label_id": _number, "depth": _number,
    "late": bool,
    "overdue": bool, "open_on": date.fromisoformat, "satisfaction": _number,
    "alike": bool, "again": bool, "notice": bool, "ordinary": bool, "paused": bool, "running": bool,
    "backwards": bool, "improvement_id": _number,
    "left_unit": lambda kept: LeftUnit(
        _number(kept["unit_id"]), date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"])
    ),
}  # fmt: skip
_RANGES: Final = frozenset({"received", "due", "resolved"})
_LARGEST: Final = 2**63 - 1


def from_json(document: Any) -> ListFilter:
    """Reads the result of `to_json`; values that this version does not know are ignored.

    Colleagues read what one shared, whatever client wrote it.
    """
    if not isinstance(document, dict):
        return ListFilter()
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
