"""The history of a draft as entries of its time line, a sentence for each event."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app.database.audit import Event
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.dates import clock_time, day_and_month, full_date, long_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
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
    "invited": "ph.envelope-open",
    "invitation_taken_back": "ph.arrow-u-up-left",
    "invitation_answered": "ph.envelope-simple-open",
    "package_made": "ph.package",
}
_STATE_ICONS: Final = {
    "drafting": "ph.pencil-simple", "legal_review": "ph.scales", "open": "ph.megaphone-simple",
    "closed": "ph.clock", "revising": "ph.pencil-line", "ready": "ph.check-circle",
    "promulgated": "ph.circle-wavy-check", "submitted": "ph.paper-plane-tilt", "withdrawn": "ph.x-circle",
}  # fmt: skip
#: The states of an event by which a draft goes back from being ready.
_BACK: Final = (InstrumentStatus.READY.value, InstrumentStatus.REVISING.value)


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
    """Returns a sentence that names the person; of an act without a sentence, what lists of events say."""
    letter = event.after.get("issued_number", event.after.get("letter_number"))
    until = str(event.after.get("closes_on") or "")
    return fill(
        _template(event),
        who=event.actor_name,
        act=label("event_action", event.action),
        state=label("instrument_status", str(event.after.get("status") or "")),
        day=long_date(date.fromisoformat(until)) if until else "",
        n=isolated(digits(letter)) if letter else event.after.get("number", event.after.get("count", "")),
        paper=label("letter_kind", str(event.after.get("letter_kind") or "")),
    )


def _template(event: Event) -> str:
    if event.action == "moved" and (event.before.get("status"), event.after.get("status")) == _BACK:
        return translate("Instruments", "{who} returned it from “ready” to amending")
    if event.action == "pinned" and event.after.get("same"):
        return translate("Instruments", "Two provisions were pinned as one by {who}")
    return _templates().get(event.action) or translate("Instruments", "{act} ({who})")


def _templates() -> dict[str, str]:
    return {
        "registered": translate("Instruments", "Registered by {who}"),
        "revision_added": translate("Instruments", "Revision {n} added by {who}"),
        "moved": translate("Instruments", "Moved to “{state}” by {who}"),
        "pinned": translate("Instruments", "Two provisions were pinned as different by {who}"),
        "unpinned": translate("Instruments", "A pin was taken away by {who}"),
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
        "senders_read": translate("Instruments", "{who} made the summing-up with the names of senders"),
        "letter_issued": translate("Instruments", "{paper} no. {n} was sent out by {who}"),
        "comments_taken_in": translate("Instruments", "{n} comments came in, entered by {who}"),
        "comments_compared": translate("Instruments", "{who} compared the comments with each other"),
        "changes_compared": translate("Instruments", "{who} stored the changes since the publication"),
        "changes_explained": translate("Instruments", "{who} gave reasons for changes"),
        "second_reader_settled": translate("Instruments", "{who} settled the second reader"),
        "invited": translate("Instruments", "{who} invited experts"),
        "invitation_taken_back": translate("Instruments", "{who} took invitations back"),
        "invitation_answered": translate("Instruments", "{who} noted the answer to an invitation"),
        "package_made": translate("Instruments", "{who} made a publishing package"),
    }
