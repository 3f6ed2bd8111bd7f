"""Texts of a row: age, deadline, assignee. Pure functions.

`today` is the day in Tehran when the list was read.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from desktop_app.likeness.pairing import MOST
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.outbox.delivery_state import DeliveryState
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.widgets.deadline import DeadlineMark, pressure_of

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import PetitionRow


def age_words(received: date, today: date) -> str:
    """Returns the age as text: today, yesterday, «۲۴ روز», «۲ سال»."""
    days = (today - received).days
    if days <= 0:
        return translate("Inbox", "today")
    if days == 1:
        return translate("Inbox", "yesterday")
    if days > 365:
        years = days // 365
        return (
            fill(translate("Inbox", "{count} years"), count=years)
            if years > 1
            else translate("Inbox", "1 year")
        )
    return fill(translate("Inbox", "{count} days"), count=days)


def due_words(due: date, today: date) -> str:
    """Returns the time to the deadline as text: «۴ روز تأخیر», «امروز», «۲ روز مانده»."""
    left = (due - today).days
    if left == -1:
        return translate("Inbox", "1 day late")
    if left < 0:
        return fill(translate("Inbox", "{count} days late"), count=-left)
    if left == 0:
        return translate("Inbox", "due today")
    if left == 1:
        return translate("Inbox", "1 day left")
    return fill(translate("Inbox", "{count} days left"), count=left)


def deadline_mark(
    received: date, due: date | None, today: date, *, paused: bool, outcome: str | None
) -> DeadlineMark:
    """Returns text and state of a deadline; for a closed petition, its outcome."""
    if outcome:
        return DeadlineMark(label("outcome", outcome), "none")
    if due is None:
        return DeadlineMark(translate("Inbox", "no deadline"), "none")
    whole = max(1, (due - received).days)
    used = min(1.0, max(0.0, (today - received).days / whole))
    if paused:
        return DeadlineMark(translate("Inbox", "clock stands"), "standing", used)
    late = due < today
    pressure = "soon" if due == today else pressure_of(used, late=late, standing=False)
    return DeadlineMark(due_words(due, today), pressure, used)


#: States of delivery that a closed row shows beside its outcome; the others are in its tool tip.
_TROUBLE: Final = frozenset({DeliveryState.OFF.value, DeliveryState.FAILED.value})


def row_mark(row: PetitionRow, today: date) -> DeadlineMark:
    """Returns the deadline of a row; for a closed one its outcome, and that its answer did not go out."""
    if row.delivery is not None and row.delivery in _TROUBLE:
        failed = row.delivery == DeliveryState.FAILED
        return DeadlineMark(label("delivery", row.delivery), "failed" if failed else "none")
    return deadline_mark(
        tehran_day(row.received_at), row.due_on, today, paused=row.paused, outcome=row.outcome
    )


def notice_word() -> str:
    """Returns the word for a notice, of which the identity of the sender is incomplete."""
    return translate("Notices", "No reply")


def notice_words(row: PetitionRow) -> str:
    """Returns that the row is a notice, as a sentence; an empty string for another."""
    return translate("Notices", "a notice, which gets no reply") if row.notice else ""


def alike_number(count: int) -> str:
    """Returns a number of similar petitions: «۳», or «۹+» above `MOST`."""
    return digits(f"{MOST}+") if count > MOST else digits(count)


def alike_chip_words(count: int) -> str:
    """Returns the number of similar petitions for a chip; an empty string for none."""
    return fill(translate("Inbox", "{count} alike"), count=alike_number(count)) if count else ""


def alike_words(count: int) -> str:
    """Returns the number of similar petitions as a sentence; an empty string for none."""
    if not count:
        return ""
    if count == 1:
        return translate("Inbox", "one other resembles it")
    return fill(translate("Inbox", "{count} others resemble it"), count=alike_number(count))


def further_words(row: PetitionRow) -> str:
    """Returns the number of follow-up messages as a sentence; an empty string for none."""
    if not row.further:
        return ""
    if row.wrote_again:
        return fill(translate("Inbox", "petitioner wrote again, not read: {count}"), count=row.further)
    return fill(translate("Inbox", "petitioner wrote again: {count}"), count=row.further)


def assignee_words(row: PetitionRow, person_id: int | None) -> str:
    """Returns «شما» for the person who reads, the name of another assignee, or a text for none."""
    if row.assignee_id is not None and row.assignee_id == person_id:
        return translate("Inbox", "you")
    return row.assignee_name or translate("Inbox", "no assignee")


def sender_words(row: PetitionRow) -> str:
    """Returns the petitioner's name, or a text for none."""
    return row.petitioner_name or translate("Inbox", "no name")


def unit_words(row: PetitionRow) -> str:
    """Returns the unit's name, or a text for none."""
    return row.unit_name or translate("Inbox", "unrouted")
