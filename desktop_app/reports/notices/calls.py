"""Notices of what calls for a person now, as the bell collects it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from desktop_app.persian.dates import start_of_day
from desktop_app.reports.bell import Bell, BellRow, Call
from desktop_app.reports.notices.model import Notice, NoticeKind

#: Calls about a comment; the others with an item are about a petition.
_OF_DRAFTS: Final = frozenset({Call.COMMENT, Call.CLOSURE, Call.REOPENED})
#: Notices of the history that say of a petition what the bell says of it.
_SAY_THE_SAME: Final = frozenset({NoticeKind.REFERRED, NoticeKind.ASSIGNED})


def call_notices(bell: Bell, told: Iterable[Notice]) -> list[Notice]:
    """Returns the calls of a bell as notices, without the referrals that the history has `told`."""
    known = set[int]()
    for notice in told:
        if notice.kind in _SAY_THE_SAME:
            known |= notice.members or {notice.petition_id}
    return [_notice(row) for row in bell.rows if row.call is not Call.REFERRED or row.item_id not in known]


def _notice(row: BellRow) -> Notice:
    return Notice(
        key=_key(row),
        kind=NoticeKind(row.call.value),
        at=_moment(row),
        about=row.words,
        why=row.beside,
        due_on=row.due_on,
        petition_id=0 if row.call in _OF_DRAFTS else row.item_id,
        item_id=row.item_id,
        instrument_id=row.instrument_id,
        reminder_id=row.reminder_id,
        message_id=row.message_id,
        shows=row.shows,
    )


def _key(row: BellRow) -> str:
    """Returns a key that changes when the same thing calls again: another day, a later message, other words."""
    again: object = row.at.isoformat() if row.at is not None else row.due_on or ""
    which = row.reminder_id or row.message_id or row.referral_id or row.item_id or row.instrument_id
    return f"{row.call.value}:{which or f'{row.words}:{row.beside}'}:{again}"


def _moment(row: BellRow) -> datetime | None:
    """Returns when it began to call; a reminder calls from the beginning of its day."""
    if row.call is Call.REMINDER and row.due_on is not None:
        return start_of_day(row.due_on)
    return row.at
