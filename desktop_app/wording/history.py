"""Names for the contents of the audit log: item types, actions, fields, and integrity errors."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import digits, isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.labels import label, labels

if TYPE_CHECKING:
    from typing import Protocol

    class ChainBreak(Protocol):
        """An integrity error of `database.verification`, which this package cannot import."""

        @property
        def item_type(self) -> str: ...
        @property
        def item_id(self) -> int: ...
        @property
        def sequence(self) -> int: ...
        @property
        def reason(self) -> str: ...
        @property
        def detail(self) -> str: ...


def break_words(found: ChainBreak) -> str:
    """Returns the message about an integrity error."""
    sentences = {
        "changed_content": translate(
            "HistoryBreak", "{item} {number}: the words or values of event {sequence} were changed."
        ),
        "changed_fields": translate(
            "HistoryBreak", "{item} {number}: event {sequence} was changed (time, person, act or its place)."
        ),
        "missing_event": translate("HistoryBreak", "{item} {number}: event {sequence} is missing."),
        "wrong_sequence": translate(
            "HistoryBreak", "{item} {number}: event {sequence} stands in a place where none can stand."
        ),
        "without_history": translate("HistoryBreak", "{item} {number} has no history."),
        "changed_row": translate(
            "HistoryBreak", "{item} {number} is not as its history has it since event {sequence}: {detail}"
        ),
        "changed_bytes": translate("HistoryBreak", "The stored bytes were changed: {detail}"),
        "untold_row": translate("HistoryBreak", "No event tells of this row: {detail}"),
        "changed_block": translate(
            "HistoryBreak", "The events {detail} are not those of which the database kept a digest."
        ),
        "missing_object": translate("HistoryBreak", "This part of the database is missing: {detail}"),
        "altered_object": translate(
            "HistoryBreak", "This part of the database is not as the program makes it: {detail}"
        ),
        "foreign_object": translate(
            "HistoryBreak", "This part of the database is not the program's: {detail}"
        ),
        "clock_went_back": translate(
            "HistoryBreak",
            "The latest time that the program saw went back without an event of people who took it back: {detail}",
        ),
        "changed_comparison": translate(
            "HistoryBreak", "The stored changes of this draft are not those of its texts: {detail}"
        ),
        **_guards(),
    }
    return fill(
        sentences[str(found.reason)],
        item=label("item_type", found.item_type),
        number=found.item_id,
        sequence=found.sequence,
        detail=_object_words(found.detail) if str(found.reason).endswith("_object") else found.detail,
    )


def _object_words(detail: str) -> str:
    """Returns the name of a part of the database, with its kind in the language in use."""
    kind, _, name = detail.partition(" ")
    words = {
        "trigger": translate("HistoryBreak", "trigger {name}"),
        "table": translate("HistoryBreak", "table {name}"),
        "index": translate("HistoryBreak", "index {name}"),
        "view": translate("HistoryBreak", "view {name}"),
        "function": translate("HistoryBreak", "function {name}"),
        "role": translate("HistoryBreak", "role {name}"),
    }.get(kind)
    return fill(words, name=isolated(name)) if words is not None and name else detail


def not_compared_words() -> str:
    """Returns what a verification by another login than the owner's leaves out."""
    return translate(
        "HistoryBreak",
        "Rights, functions and triggers were not compared: only the owner of the database can do that.",
    )


def guard_words(fault: str, name: str) -> str:
    """Returns the message about a missing or altered trigger. `fault` is a value of `GuardFault`."""
    return fill(_guards()[fault], detail=name)


def _guards() -> dict[str, str]:
    return {
        "missing_trigger": translate("HistoryBreak", "A guard of law or history is missing: {detail}"),
        "altered_trigger": translate(
            "HistoryBreak", "A guard of law or history was changed or switched off: {detail}"
        ),
    }


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field of an event for display: its name, with the old and the new value."""

    name: str
    before: str
    after: str
    changed: bool


def deputised(words: str, after: Mapping[str, Any]) -> str:
    """Adds the person on whose behalf a deputy acted."""
    if not after.get("on_behalf_of"):
        return words
    return fill(
        translate("History", "{what}, on behalf of {person}"), what=words, person=after["on_behalf_of"]
    )


#: What stands for a field without a value.
NO_VALUE: Final = "—"
#: Numbers and codes written left to right.
_CODES: Final = frozenset({"registry", "code", "issued_number", "letter_number", "report_number", "period"})
#: Maximum length of a displayed value. The export has the whole value.
_MAX_LENGTH: Final = 600
#: Internal fields, which are not displayed.
_UNREAD: Final = frozenset({"masked", "vouched"})
#: Ids that are not displayed if the field with the name is present.
_NAMED: Final = {
    "unit_id": "unit_name", "assignee_id": "assignee_name", "person_id": "person_name", "deputy_id": "deputy_name",
    "on_behalf_of_id": "on_behalf_of", "about_id": "about", "file_id": "name", "point_id": "point",
    "instrument_id": "instrument", "carried_revision_id": "carried_revision", "owner_id": "owner_name",
    "merged_into_id": "merged_into", "second_id": "second_person",
}  # fmt: skip
_FAMILIES_OF: Final = {
    "subject_kind": "about_kind",
    "channel": "channel", "disposition": "disposition", "urgency": "urgency", "undone": "event_action",
    "item_type": "item_type", "action": "event_action", "role": "role", "method": "backup_method",
    "hidden_reason": "hidden_reason", "how": "anchor", "track": "track",
    "letter_kind": "letter_kind", "classification": "classification", "paper_size": "paper_size",
    "onto": "onto", "matter": "matter", "set_up_task": "set_up_task",
    "placement": "placement", "clock_doubt": "clock_doubt",
    "list": "written_list", "message_kind": "message_kind", "way": "way", "sms_to": "channel",
}  # fmt: skip
_BY_ITEM: Final = {
    ("instrument", "status"): "instrument_status", ("instrument", "publishing"): "publishing",
    ("thread", "status"): "thread_status",
    ("comment_thread", "outcome"): "thread_outcome", ("comment_thread", "kind"): "thread_kind",
    ("comment_thread", "status"): "thread_status", ("thread", "outcome"): "thread_outcome",
    ("thread", "kind"): "thread_kind",
    ("instrument", "kind"): "instrument_kind", ("petition", "status"): "status",
    ("intake_source", "kind"): "kind", ("routing_rule", "kind"): "kind",
    ("check_point", "kind"): "kind", ("routing_rule", "group"): "group",
    ("petition", "outcome"): "outcome", ("office", "outcome"): "outcome", ("petition", "kind"): "kind",
}  # fmt: skip


def field_words(item_type: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FieldWords]:
    """Returns the fields of an event: changed ones first, each group in the order of the labels.

    A field missing on one side is empty there, and a field without a value is a dash. Fields without a value on
    both sides are left out.
    """
    order = {name: place for place, name in enumerate(labels("event_field"))}
    names = sorted({*before, *after}, key=lambda name: (order.get(name, len(order)), name))
    found = []
    for name in names:
        if _NAMED.get(name) in {*before, *after} or name in _UNREAD:
            continue
        old, new = (value_words(item_type, name, side) for side in (before, after))
        if {old, new} <= {"", NO_VALUE}:
            continue
        changed = bool(before) and old != new
        found.append(FieldWords(label("event_field", name), old, new, changed))
    return sorted(found, key=lambda field: not field.changed)


def value_words(item_type: str, name: str, values: Mapping[str, Any]) -> str:
    """Returns a value of an event as plain text, with control characters made visible."""
    if name not in values:
        return ""
    words = visible_controls(_formatted(item_type, name, values[name]))[:_MAX_LENGTH]
    # The isolates around a code are for display only; they are not part of the log.
    return isolated(digits(words)) if name in _CODES and words != NO_VALUE else words


def _formatted(item_type: str, name: str, value: Any) -> str:
    if value is None or value in ("", [], {}):
        return NO_VALUE
    if isinstance(value, bool):
        return translate("EventField", "yes") if value else translate("EventField", "no")
    if isinstance(value, int):
        return digits(value)
    if isinstance(value, str):
        family = _BY_ITEM.get((item_type, name)) or _FAMILIES_OF.get(name)
        return label(family, value) if family else _moment_or_text(value)
    written = _LISTED.get(name)
    if written is not None and isinstance(value, list):
        return translate("Window", ", ").join(map(written, value)) or NO_VALUE
    if isinstance(value, list) and all(isinstance(part, str | int) for part in value):
        return translate("Window", ", ").join(_formatted(item_type, name, part) for part in value) or NO_VALUE
    return _columns(value) if name == "columns" else json.dumps(value, ensure_ascii=False)


def _columns(mapping: Any) -> str:
    """Returns the mapping of fields to columns of an import source."""
    if not isinstance(mapping, dict):
        return json.dumps(mapping, ensure_ascii=False)
    shown = (f"{label('field', key)}: {column or NO_VALUE}" for key, column in mapping.items())
    return translate("Window", ", ").join(shown)


def _deadline(rule: Any) -> str:
    """Returns a deadline rule of the settings: kind, channel and number of days."""
    if not (isinstance(rule, dict) and isinstance(rule.get("days"), int)):
        return json.dumps(rule, ensure_ascii=False)
    about = _of_kind_and_channel(rule)
    if rule.get("working"):
        words = translate("EventField", "{about}: {count} working days")
    else:
        words = translate("EventField", "{about}: {count} days")
    return fill(words, about=about, count=rule["days"])


def _identity_rule(rule: Any) -> str:
    """Returns a rule of the required identity: kind, channel and fields."""
    if not (isinstance(rule, dict) and isinstance(rule.get("fields"), list)):
        return json.dumps(rule, ensure_ascii=False)
    fields = translate("Window", ", ").join(label("field", str(field)) for field in rule["fields"])
    words = translate("EventField", "{about}: {fields}")
    return fill(words, about=_of_kind_and_channel(rule), fields=fields or NO_VALUE)


_LISTED: Final[Mapping[str, Callable[[Any], str]]] = {
    "deadlines": _deadline,
    "identity_rules": _identity_rule,
}


def _of_kind_and_channel(rule: Mapping[str, Any]) -> str:
    every = translate("EventField", "every kind and channel")
    known = ((family, rule.get(family)) for family in ("kind", "channel"))
    return " ".join(label(family, str(value)) for family, value in known if value) or every


def _moment_or_text(value: str) -> str:
    """Formats ISO dates and times in the office's style, and returns other values unchanged."""
    if not _MOMENT.fullmatch(value):
        return value
    try:
        if len(value) == 10:
            return short_date(date.fromisoformat(value))
        moment = datetime.fromisoformat(value)
        day = short_date(tehran_day(moment)) if moment.tzinfo else short_date(moment.date())
    except (ValueError, OverflowError):
        return value
    return f"{day} {clock_time(moment)}" if moment.tzinfo else day


_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d)?)?", re.ASCII)


def changed_words(item_type: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Returns the changes of an event in one line: «وضعیت: ارجاع‌شده ← در دست اقدام»."""
    changed = [field for field in field_words(item_type, before, after) if field.changed]
    if not before:
        shown = [f"{field.name}: {field.after}" for field in field_words(item_type, before, after)]
        return translate("Window", ", ").join(one for one in shown[:3] if not one.endswith(NO_VALUE))
    template = translate("HistoryPanel", "{field}: {before} → {after}")
    changes = [
        fill(template, field=field.name, before=field.before or NO_VALUE, after=field.after or NO_VALUE)
        for field in changed[:2]
    ]
    return translate("Window", ", ").join(changes)
