"""The conditions of a list as phrases of the sentence above it. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from desktop_app.persian.dates import JalaliDay, day_and_month, long_date
from desktop_app.persian.day_ranges import DayRange
from desktop_app.persian.names import sort_key
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.deadlines.dwell_times import LeftUnit
from desktop_app.petitions.lists.filters import MANY, NOBODY, ListFilter, Order, Scope, values_of
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label, labels

_LONGEST: Final = 40
#: Largest number of values of one condition that are listed by name; further ones are counted.
_NAMED: Final = 3
#: Conditions shown as chips after the word «that», in reading order.
THAT: Final = (
    "status", "late", "overdue", "open_on", "satisfaction", "left_unit", "improvement_id", "run", "paused",
    "running", "alike", "again", "notice", "ordinary", "assignee_id", "received", "due", "resolved", "channel",
    "urgency", "outcome", "delivery", "group", "label_id", "beside", "about", "service", "about_kind",
    "letter_number", "registry", "petitioner_id",
)  # fmt: skip


@dataclass(frozen=True)
class Names:
    """Names for the ids in a filter, with the person who reads (`me`) and the current date."""

    today: date
    me: int | None = None
    units: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[int, str] = field(default_factory=dict)


def field_words(name: str) -> str:
    """Returns the title of a condition, for a list of conditions."""
    return {
        "kind": translate("Inbox", "Kind"),
        "unit_id": translate("Inbox", "Unit"),
        "scope": translate("Inbox", "Open or closed"),
        "query": translate("Inbox", "Words, name or code"),
        "status": translate("Inbox", "State"),
        "late": translate("Inbox", "Past the deadline"),
        "overdue": translate("Inbox", "Resolved after the deadline"),
        "open_on": translate("Inbox", "Open at the end of a day"),
        "satisfaction": translate("Inbox", "Satisfaction"),
        "left_unit": translate("Inbox", "Unit that was left"),
        "improvement_id": translate("Inbox", "Improvement action"),
        "run": translate("Inbox", "Act on many"),
        "paused": translate("Inbox", "Clock stands still"),
        "running": translate("Inbox", "Clock runs"),
        "alike": translate("Inbox", "Possible duplicates"),
        "again": translate("Inbox", "Petitioner wrote again"),
        "notice": translate("Notices", "Notices, which get no reply"),
        "ordinary": translate("Notices", "No notices"),
        "assignee_id": translate("Inbox", "Assignee"),
        "received": translate("Inbox", "Day of arrival"),
        "due": translate("Inbox", "Deadline"),
        "resolved": translate("Inbox", "Day of resolution"),
        "channel": translate("Inbox", "Channel"),
        "urgency": translate("Inbox", "Urgency"),
        "outcome": translate("Inbox", "Outcome"),
        "delivery": translate("Inbox", "What became of the answer"),
        "group": translate("Inbox", "Group of the petitioner"),
        "label_id": translate("Inbox", "Label"),
        "beside": translate("Inbox", "Referrals on the side"),
        "about": translate("Inbox", "What it is about"),
        "service": translate("Inbox", "Whole subject"),
        "about_kind": translate("Inbox", "Service, document or news item"),
        "letter_number": translate("Inbox", "Letter number"),
        "registry": translate("Inbox", "Registry number"),
        "petitioner_id": translate("Inbox", "Petitioner"),
    }[name]


def condition_words(wanted: ListFilter, name: str, names: Names) -> str:
    """Returns the text of a condition's chip, or an empty string where the condition is not set."""
    value = getattr(wanted, name)
    if value is None or value is False or value == "":
        return "" if name not in ("kind", "unit_id") else _all_of(name)
    if name == "scope":
        return label("scope", value.value)
    if name == "assignee_id":
        return _assignee_words(values_of(value), names)
    if name in ("received", "due", "resolved"):
        return _days_words(name, value, names.today)
    if name == "open_on":
        return fill(translate("Inbox", "were open at the end of {day}"), day=long_date(value))
    if isinstance(value, LeftUnit):
        sentence = translate("Inbox", "left {unit} {days}")
        days = span_words(DayRange(value.first, value.last), names.today)
        return fill(sentence, unit=visible_controls(names.units.get(value.unit_id, "…")), days=days)
    if name in MANY:
        return _values_words(name, values_of(value), names)
    return _plain_words(name, value)


def _all_of(name: str) -> str:
    return translate("Inbox", "all kinds") if name == "kind" else translate("Inbox", "all units")


def either(words: Sequence[str]) -> str:
    """Joins values with "or": «الف»، «الف یا ب»، «الف یا ب یا پ».

    Above `_NAMED` values, the last ones are counted.
    """
    named = list(words if len(words) <= _NAMED else words[: _NAMED - 1])
    if len(words) > len(named):
        others = translate("Inbox", "{count} others")
        named.append(fill(others, count=len(words) - len(named)))
    return translate("Inbox", " or ").join(named)


def _assignee_words(values: Sequence[int], names: Names) -> str:
    made = [translate("Inbox", "have no assignee")] if NOBODY in values else []
    known = [value for value in values if value != NOBODY]
    if known == [names.me]:
        made.append(translate("Inbox", "are assigned to you"))
    elif known:
        # The person who reads comes first, then the others by name.
        known.sort(key=lambda value: (value != names.me, sort_key(names.people.get(value, ""))))
        you = translate("Inbox", "you")
        named = [you if value == names.me else names.people.get(value, "…") for value in known]
        made.append(fill(translate("Inbox", "are assigned to {name}"), name=either(named)))
    return translate("Inbox", " or ").join(made)


def _values_words(name: str, values: Sequence[Any], names: Names) -> str:
    if name == "unit_id":
        nowhere = translate("Inbox", "no unit")
        words = [nowhere if value == NOBODY else names.units.get(value, "…") for value in values]
    elif name == "label_id":
        words = [f"«{visible_controls(names.labels.get(value, '…'))}»" for value in values]
    else:
        # In the order of the list of choices.
        codes = {str(getattr(value, "value", value)) for value in values}
        words = [worded for code, worded in labels(name).items() if code in codes]
    words = [visible_controls(one)[:_LONGEST] for one in words]
    sentences = {
        "status": translate("Inbox", "are: {value}"),
        "channel": translate("Inbox", "came by {value}"),
        "urgency": translate("Inbox", "are of {value} urgency"),
        "outcome": translate("Inbox", "ended as “{value}”"),
        "delivery": translate("Inbox", "have an answer: {value}"),
        "group": translate("Inbox", "are of a petitioner of the group “{value}”"),
        "label_id": translate("Inbox", "have the label {value}"),
        "about_kind": translate("Inbox", "are about a {value} of the catalogue"),
        "beside": translate("Inbox", "have on the side: {value}"),
    }
    return fill(sentences.get(name, "{value}"), value=either(words))


def _plain_words(name: str, value: object) -> str:
    text = visible_controls(str(value))[:_LONGEST]
    sentences = {
        "late": translate("Inbox", "are past their deadline"),
        "overdue": translate("Inbox", "were resolved after their deadline"),
        "satisfaction": translate("Inbox", "got the mark {value} for satisfaction"),
        "paused": translate("Inbox", "have their clock standing"),
        "running": translate("Inbox", "have their clock running"),
        "alike": translate("Inbox", "have others like them"),
        "again": translate("Inbox", "have a petitioner who wrote again"),
        "notice": translate("Notices", "are notices, which get no reply"),
        "ordinary": translate("Notices", "are no notices"),
        "petitioner_id": translate("Inbox", "are of one petitioner"),
        "improvement_id": translate("Inbox", "led to one improvement action"),
        "run": translate("Inbox", "were changed together"),
        "about": translate("Inbox", "are about “{value}”"),
        "service": translate("Inbox", "have exactly the subject “{value}”"),
        "letter_number": translate("Inbox", "have “{value}” in their letter number"),
        "registry": translate("Inbox", "have the registry number {value}"),
        "query": translate("Inbox", "“{value}”"),
    }
    if name in ("registry", "letter_number", "satisfaction"):
        text = digits(text)
    return fill(sentences[name], value=text)


def _days_words(name: str, span: DayRange, today: date) -> str:
    sentence = {
        "received": translate("Inbox", "came {days}"),
        "due": translate("Inbox", "are due {days}"),
        "resolved": translate("Inbox", "were resolved {days}"),
    }[name]
    return fill(sentence, days=span_words(span, today))


def span_words(span: DayRange, today: date) -> str:
    """Returns a range of days as text: «هفتهٔ گذشته», «در مهر ۱۴۰۵», «از ۱ آبان تا ۱۵ آبان».

    The Jalali year is omitted where it is the current one.
    """
    if span.words:
        return relative_words().get(span.words) or visible_controls(span.words)
    first, last = span.first, span.last
    year = JalaliDay.of(today).year

    def told(day: date) -> str:
        return day_and_month(day) if JalaliDay.of(day).year == year else long_date(day)

    if first and last:
        if first == last:
            return fill(translate("Inbox", "on {day}"), day=told(first))
        title = span.title()
        if long_date(first) not in title:
            return fill(translate("Inbox", "in {month}"), month=title)
        return fill(translate("Inbox", "from {since} to {until}"), since=told(first), until=told(last))
    if first:
        return fill(translate("Inbox", "since {since}"), since=told(first))
    return fill(translate("Inbox", "until {until}"), until=told(last)) if last else ""


def relative_words() -> dict[str, str]:
    """Returns the ranges relative to today: their stored form, and the text in the language of the reader."""
    return {
        "امروز": translate("Days", "today"),
        "دیروز": translate("Days", "yesterday"),
        "فردا": translate("Days", "tomorrow"),
        "این هفته": translate("Days", "this week"),
        "هفتهٔ گذشته": translate("Days", "last week"),
        "هفتهٔ آینده": translate("Days", "next week"),
        "۷ روز گذشته": translate("Days", "in the last 7 days"),
        "۳۰ روز گذشته": translate("Days", "in the last 30 days"),
        "۷ روز آینده": translate("Days", "in the next 7 days"),
        "ماه جاری": translate("Days", "this month"),
        "ماه گذشته": translate("Days", "last month"),
        "ماه آینده": translate("Days", "next month"),
        "امسال": translate("Days", "this year"),
    }


def order_words(wanted: ListFilter) -> str:
    """Returns the name of the sort order."""
    words = label("order", wanted.order.value)
    if wanted.backwards and wanted.order is Order.DEADLINE:
        return translate("Inbox", "latest deadline")
    return fill(translate("Inbox", "{order}, turned round"), order=words) if wanted.backwards else words


def whole_sentence(wanted: ListFilter, names: Names) -> str:
    """Returns the filter as one sentence: «همهٔ نوع‌ها در همهٔ واحدها که باز هستند و …»."""
    parts = [condition_words(wanted, name, names) for name in THAT]
    if wanted.scope is not Scope.ANY or not any(parts):
        parts.insert(0, label("scope", wanted.scope.value))
    conditions = translate("Inbox", " and ").join(part for part in parts if part)
    made = fill(
        translate("Inbox", "{kinds} in {units} that {conditions}"),
        kinds=condition_words(wanted, "kind", names),
        units=condition_words(wanted, "unit_id", names),
        conditions=conditions,
    )
    if wanted.query:
        words = condition_words(wanted, "query", names)
        made = fill(translate("Inbox", "{sentence}, with {words}"), sentence=made, words=words)
    return made
