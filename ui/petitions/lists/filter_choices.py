"""Choices for the conditions of the list, as entries of a `FinderDialog` that is searched by typing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from desktop_app.persian.dates import JalaliMonth
from desktop_app.persian.day_ranges import DayRange, parse_days
from desktop_app.petitions.lists.filters import (
    MANY,
    NOBODY,
    Grouping,
    ListFilter,
    Order,
    Scope,
    several,
    values_of,
)
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status, Urgency
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label, labels
from ui.petitions.lists.filter_words import THAT, Names, condition_words, field_words, relative_words
from ui.widgets.finder import FinderEntry

#: Conditions whose value can be typed.
TYPED: Final = frozenset({"received", "due", "resolved", "about", "letter_number", "registry"})
DAYS: Final = frozenset({"received", "due", "resolved"})
#: Conditions that are either set or not.
FLAGS: Final = frozenset({"late", "overdue", "paused", "running", "alike", "again", "notice", "ordinary"})
#: Conditions that are set elsewhere (list of one petitioner, number in a report) and can only be removed
#: here.
GIVEN: Final = frozenset(
    {"petitioner_id", "open_on", "satisfaction", "left_unit", "improvement_id", "run", "service"}
)
_CODES: Final[dict[str, type[StrEnum]]] = {
    "kind": Kind, "channel": Channel, "urgency": Urgency, "outcome": Outcome, "status": Status,
}  # fmt: skip
#: Conditions whose values are named by `labels`, or by the office's own labels.
_LABELLED: Final = ("group", "label_id", "beside", "delivery", "about_kind")
_MONTHS: Final = 12
_PAST: Final = (
    "امروز", "دیروز", "این هفته", "هفتهٔ گذشته", "۷ روز گذشته", "۳۰ روز گذشته", "ماه جاری", "ماه گذشته", "امسال",
)  # fmt: skip
_COMING: Final = ("امروز", "فردا", "این هفته", "هفتهٔ آینده", "۷ روز آینده", "ماه جاری", "ماه آینده")


@dataclass(frozen=True)
class FilterChange:
    """New values of some fields of the filter."""

    values: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Ask:
    """Entry that opens the choice of values for one condition."""

    name: str


def field_entries(wanted: ListFilter, names: Names) -> list[FinderEntry]:
    """Returns all conditions, then all conditions with each of their values.

    Therefore a search for «شکایت» alone finds the condition with this value.
    """
    fields = [name for name in ("kind", "unit_id", "scope", "query", *THAT) if name not in GIVEN]
    entries = []
    for name in fields:
        beside = condition_words(wanted, name, names)
        if name in FLAGS:
            entries.append(_toggle(wanted, name, names))
        else:
            entries.append(FinderEntry(field_words(name), Ask(name), beside=beside))
    for name in fields:
        if name in (*_CODES, "unit_id", "assignee_id", *_LABELLED, *DAYS):
            title = field_words(name)
            entries.extend(
                FinderEntry(f"{title}: {entry.words}", entry.value, marked=entry.marked, many=entry.many)
                for entry in value_entries(wanted, name, names)
                if entry.value != _cleared(name)
            )
    return entries


def value_entries(
    wanted: ListFilter, name: str, names: Names, services: tuple[str, ...] = ()
) -> list[FinderEntry]:
    """Returns the values of one condition, the current one ticked. The first entry removes the condition."""
    now = getattr(wanted, name)
    if name == "scope":
        return [_line(name, label("scope", scope.value), scope, now) for scope in Scope]
    made = [_line(name, translate("Inbox", "anything"), _cleared(name).values[0][1], now)]
    if name == "status":
        made.extend(
            FinderEntry(
                label("status", status.value), _of_status(status), marked=status in values_of(now), many=True
            )
            for status in Status
        )
    elif name in _CODES:
        made.extend(_line(name, label(name, code.value), code.value, now) for code in _CODES[name])
    elif name in _LABELLED:
        known = names.labels if name == "label_id" else labels(name)
        made.extend(_line(name, words, code, now) for code, words in known.items())
    elif name == "unit_id":
        made.append(_line(name, translate("Inbox", "no unit"), NOBODY, now))
        made.extend(_line(name, words, number, now) for number, words in names.units.items())
    elif name == "assignee_id":
        made.append(_line(name, translate("Inbox", "nobody"), NOBODY, now))
        if names.me is not None:
            made.append(_line(name, translate("Inbox", "you"), names.me, now))
        made.extend(
            _line(name, words, number, now) for number, words in names.people.items() if number != names.me
        )
    elif name in DAYS:
        made.extend(_line(name, words, span, now) for words, span in _spans(name, names.today))
    elif name == "about":
        made.extend(_line(name, words, words, now) for words in services)
    return made


def typed_value(name: str, typed: str, today: date) -> FilterChange:
    """Returns the change for a typed value.

    Raises `InvalidValueError` where a day range is expected and the text is none.
    """
    if name in DAYS:
        return FilterChange(((name, parse_days(typed, today, toward="future" if name == "due" else "past")),))
    return FilterChange(((name, typed.strip()),))


def order_entries(wanted: ListFilter) -> list[FinderEntry]:
    """Returns all sort orders. The last entry reverses the direction."""
    made = [
        FinderEntry(
            label("order", order.value), FilterChange((("order", order), ("backwards", False))),
            marked=order is wanted.order,
        )
        for order in Order
    ]  # fmt: skip
    turned = FilterChange((("backwards", not wanted.backwards),))
    return [*made, FinderEntry(translate("Inbox", "turned round"), turned, marked=wanted.backwards)]


def grouping_words(grouping: Grouping) -> str:
    """Returns the name of a grouping, by which the headings are built."""
    return {
        Grouping.FITTING: translate("Inbox", "as the order has it"),
        Grouping.NONE: translate("Inbox", "without headings"),
        Grouping.DEADLINE: translate("Inbox", "the deadline"),
        Grouping.UNIT: translate("Inbox", "the unit"),
        Grouping.SENDER: translate("Inbox", "the petitioner"),
    }[grouping]


def grouping_entries(wanted: ListFilter) -> list[FinderEntry]:
    """Returns all groupings."""
    return [
        FinderEntry(grouping_words(one), FilterChange((("grouping", one),)), marked=one is wanted.grouping)
        for one in Grouping
    ]


def beside(wanted: ListFilter, change: FilterChange) -> FilterChange:
    """Returns the change that adds the value of an entry to the current values, or removes it from them."""
    made = []
    for name, value in change.values:
        now = values_of(getattr(wanted, name)) if name in MANY else ()
        left = tuple(one for one in now if one != value)
        both = several(left if value in now else (*now, value))
        made.append((name, both if name in MANY else value))
    return FilterChange(tuple(made))


def _line(name: str, words: str, value: Any, now: Any) -> FinderEntry:
    many = name in MANY and value is not None
    marked = value in values_of(now) if many else value == now
    return FinderEntry(words, FilterChange(((name, value),)), marked=marked, many=many)


def _cleared(name: str) -> FilterChange:
    return FilterChange(((name, getattr(ListFilter(scope=Scope.ANY), name)),))


def _of_status(status: Status) -> FilterChange:
    # A state is open or closed by definition, so a contradicting scope would find nothing.
    return FilterChange((("status", status), ("scope", Scope.ANY)))


def _toggle(wanted: ListFilter, name: str, names: Names) -> FinderEntry:
    on = not getattr(wanted, name)
    return FinderEntry(
        field_words(name),
        FilterChange(((name, on),)),
        beside=condition_words(wanted, name, names),
        marked=not on,
    )


def _spans(name: str, today: date) -> list[tuple[str, DayRange]]:
    """Returns frequently used ranges: relative ones, then twelve Jalali months.

    The months go back from the current one, or forward for «due».
    """
    said = relative_words()
    made = [(said[words], DayRange(words=words)) for words in (_COMING if name == "due" else _PAST)]
    month = JalaliMonth.of(today)
    for _ in range(_MONTHS):
        made.append((month.title, DayRange(month.first_day, month.last_day)))
        month = month.next() if name == "due" else month.previous()
    return made


def ask_words(name: str) -> tuple[str, str]:
    """Returns the placeholder of a condition's search field, and the text of the entry for typed input."""
    title = field_words(name)
    if name in DAYS:
        asks = translate("Inbox", "Days: last week, Mehr 1405, 1 to 15 Aban …")
        return asks, translate("Inbox", "days: {typed}")
    asks = fill(translate("Inbox", "{field}: a few letters of it"), field=title)
    return asks, translate("Inbox", "“{typed}”")
