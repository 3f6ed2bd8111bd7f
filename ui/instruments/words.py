"""Texts of the drafts screen about instruments, revisions and their history. Does not depend on Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.comparison.labelling import part_name
from desktop_app.database.audit import Event
from desktop_app.documents.document import PartKind
from desktop_app.instruments.drafting.service import InstrumentRow, RevisionRow
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.dates import clock_time, day_and_month, full_date, long_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.staff.roles import Role
from desktop_app.wording import digits, fill, number, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.history import deputised
from desktop_app.wording.labels import label
from ui.widgets.time_line import TimeLineEvent

_ICONS: Final = {
    "registered": "ph.file-plus",
    "revision_added": "ph.file-arrow-down",
    "pinned": "ph.push-pin",
    "unpinned": "ph.push-pin-slash",
    "opening_asked": "ph.megaphone-simple",
    "opening_declined": "ph.arrow-u-up-left",
    "window_extended": "ph.calendar-plus",
    "window_reopened": "ph.calendar-plus",
    "window_left_closed": "ph.calendar-x",
    "comments_taken_in": "ph.chat-text",
    "summed_up": "ph.lock-simple",
    "letter_issued": "ph.envelope-simple",
    "senders_read": "ph.identification-card",
}
_STATE_ICONS: Final = {
    "drafting": "ph.pencil-simple", "legal_review": "ph.scales", "open": "ph.megaphone-simple",
    "closed": "ph.clock", "revising": "ph.pencil-line", "ready": "ph.check-circle",
    "promulgated": "ph.circle-wavy-check", "submitted": "ph.paper-plane-tilt", "withdrawn": "ph.x-circle",
}  # fmt: skip
#: The states of an event by which a draft goes back from being ready.
_BACK: Final = (InstrumentStatus.READY.value, InstrumentStatus.REVISING.value)
_FINISHED: Final = frozenset(
    {
        InstrumentStatus.PROMULGATED,
        InstrumentStatus.SUBMITTED,
        InstrumentStatus.WITHDRAWN,
    }
)


@dataclass(frozen=True, slots=True)
class WindowStatus:
    """A consultation window on a day: its text, the elapsed part (0 to 1), and whether it is over."""

    words: str
    used: float
    over: bool


def window_of(row: InstrumentRow, today: date) -> WindowStatus | None:
    """Returns the state of the window on a day in Tehran; None for an instrument without a window."""
    if row.opened_on is None or row.closes_on is None:
        return None
    left = (row.closes_on - today).days
    whole = max(1, (row.closes_on - row.opened_on).days)
    if left < 0:
        words = fill(translate("Instruments", "ended {day}"), day=day_and_month(row.closes_on))
        return WindowStatus(words, 1.0, over=True)
    used = min(1.0, max(0.0, (today - row.opened_on).days / whole))
    if left == 0:
        return WindowStatus(translate("Instruments", "ends today"), used, over=False)
    return WindowStatus(fill(translate("Instruments", "{n} days left"), n=left), used, over=False)


def revision_source(row: RevisionRow) -> str:
    """Returns the source file of a revision, and its length."""
    size = fill(translate("Instruments", "{n} characters"), n=number(row.characters))
    if not row.source_name:
        return size
    return translate("Instruments", " · ").join([shown_name(row.source_name), size])


def left_out_sentence(keys: Sequence[str], beside: Iterable[PartKind]) -> str:
    """Returns what was not read of a file, and what is compared `beside` the text; empty if it is all in the text."""
    comma, said = translate("Instruments", ", "), []
    if keys:
        names = comma.join(label("left_out", key) for key in keys)
        said.append(fill(translate("Instruments", "Not read: {names}"), names=names))
    kinds = list(dict.fromkeys(beside))
    if kinds:
        sentence = translate("Instruments", "Compared, but neither shown here nor published: {names}")
        said.append(fill(sentence, names=comma.join(map(part_name, kinds))))
    return translate("Instruments", " · ").join(said)


def move_name(to: InstrumentStatus) -> str:
    """Returns the button text of a move to a status."""
    if to is InstrumentStatus.LEGAL_REVIEW:
        return translate("Instruments", "Send to legal review")
    if to is InstrumentStatus.DRAFTING:
        return translate("Instruments", "Back to drafting")
    return label("instrument_status", to.value)


def time_line(events: tuple[Event, ...], this_year: int) -> list[TimeLineEvent]:
    """Returns the events as time line entries, in the given order (oldest first)."""
    made: list[TimeLineEvent] = []
    for event in events:
        day = tehran_day(event.at)
        moment = day_and_month(day) if day.year == this_year else short_date(day)
        state = str(event.after.get("status", ""))
        icon = _ICONS.get(event.action) or _STATE_ICONS.get(state, "ph.circle")
        made.append(
            TimeLineEvent(
                icon,
                deputised(_sentence(event), event.after),
                moment,
                f"{full_date(day)}، {clock_time(event.at)}",
                visible_controls(event.text[:600]),
                (event.actor_name,),
            )
        )
    return made


def _sentence(event: Event) -> str:
    if event.action == "registered":
        return fill(translate("Instruments", "Registered by {who}"), who=event.actor_name)
    if event.action == "revision_added":
        number = event.after.get("number", 0)
        return fill(translate("Instruments", "Revision {n} added by {who}"), who=event.actor_name, n=number)
    if event.action == "moved" and (event.before.get("status"), event.after.get("status")) == _BACK:
        return fill(
            translate("Instruments", "{who} returned it from “ready” to amending"), who=event.actor_name
        )
    if event.action == "moved":
        state = label("instrument_status", str(event.after.get("status", "")))
        return fill(
            translate("Instruments", "Moved to “{state}” by {who}"), who=event.actor_name, state=state
        )
    if event.action == "pinned":
        template = (
            translate("Instruments", "Two provisions were pinned as one by {who}")
            if event.after.get("same")
            else translate("Instruments", "Two provisions were pinned as different by {who}")
        )
        return fill(template, who=event.actor_name)
    if event.action == "unpinned":
        return fill(translate("Instruments", "A pin was taken away by {who}"), who=event.actor_name)
    named = {
        "opening_asked": translate("Instruments", "{who} asked to open it to the public"),
        "opening_declined": translate("Instruments", "The opening was declined by {who}"),
        "window_extended": translate("Instruments", "The window was extended to {day} ({who})"),
        "window_reopened": translate(
            "Instruments", "The window was opened again to {day}; its last day was declared closed ({who})"
        ),
        "window_left_closed": translate(
            "Instruments", "The window stayed closed, though its last day was declared closed ({who})"
        ),
        "summed_up": translate("Instruments", "Summing-up {n} was frozen by {who}"),
        "letter_issued": translate("Instruments", "{paper} no. {n} was sent out by {who}"),
        "comments_taken_in": translate("Instruments", "{n} comments came in, entered by {who}"),
    }
    if event.action in named:
        until = str(event.after.get("closes_on") or "")
        day = long_date(date.fromisoformat(until)) if until else ""
        letter = event.after.get("issued_number", event.after.get("letter_number"))
        count = event.after.get("number", event.after.get("count", ""))
        number = isolated(digits(letter)) if letter else count
        paper = label("letter_kind", str(event.after.get("letter_kind") or ""))
        return fill(named[event.action], who=event.actor_name, day=day, n=number, paper=paper)
    return f"{label('event_action', event.action)} ({event.actor_name})"


def why_no_revision(row: InstrumentRow) -> str:
    """Returns the reason why the person cannot import a revision: the status or the required role."""
    if row.status is InstrumentStatus.READY:
        return translate(
            "Instruments", "A ready draft takes no revision; a manager can return it to amending."
        )
    if row.status in _FINISHED:
        return rule_sentence("instrument_is_finished")
    who = translate("Instruments", ", ").join(
        label("role", role.value) for role in (Role.CLERK, Role.REVIEWER, Role.MANAGER)
    )
    return fill(translate("Instruments", "Revisions are imported by: {who}."), who=who)


def window_days(row: InstrumentRow) -> str:
    """Returns for example «۲۶ آبان تا ۱۱ آذر ۱۴۰۵»; empty without a window."""
    if row.opened_on is None or row.closes_on is None:
        return ""
    words = translate("Instruments", "{start} to {end}")
    return fill(words, start=day_and_month(row.opened_on), end=long_date(row.closes_on))
