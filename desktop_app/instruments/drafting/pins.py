"""Stored alignment pins: pairs of provisions that reviewers fixed as the same or as different."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.pins import Pin
from desktop_app.errors import InvalidValueError
from desktop_app.instruments.model import AlignmentPin, Revision


@dataclass(frozen=True, slots=True)
class PinRow:
    """A pin with its author; `at` is aware, in UTC."""

    id: int
    pin: Pin
    person_id: int | None
    person_name: str
    at: datetime


def pins_of(session: Session, old_revision_id: int, new_revision_id: int) -> tuple[PinRow, ...]:
    """Returns the pins of two revisions, in order of creation."""
    found = session.scalars(
        select(AlignmentPin)
        .where(
            AlignmentPin.old_revision_id == old_revision_id, AlignmentPin.new_revision_id == new_revision_id
        )
        .order_by(AlignmentPin.id)
    )
    return tuple(pin_row(one) for one in found)


def pin_row(one: AlignmentPin) -> PinRow:
    """Converts a stored pin to a `PinRow`."""
    return PinRow(one.id, Pin(one.old_at, one.new_at, one.same), one.person_id, one.person_name, one.at)


def pin_again(row: PinRow, older: Revision, newer: Revision) -> AlignmentPin:
    """Returns a new record for a removed pin, with its original author and time."""
    return AlignmentPin(
        old_revision_id=older.id,
        new_revision_id=newer.id,
        old_at=row.pin.old,
        new_at=row.pin.new,
        same=row.pin.same,
        person_id=row.person_id,
        person_name=row.person_name,
        at=row.at,
    )


def contradict(standing: Pin, wanted: Pin) -> bool:
    """Returns whether two pins contradict each other.

    They do if they connect the same two provisions, or if both state equality and share exactly one provision.
    """
    if (standing.old, standing.new) == (wanted.old, wanted.new):
        return True
    return wanted.same and standing.same and (standing.old == wanted.old or standing.new == wanted.new)


def provision_start(text: str, offset: int) -> int:
    """Returns the offset at which the provision that contains `offset` starts, in code points.

    The start identifies a provision. Raises `InvalidValueError` if no provision contains the offset.
    """
    from desktop_app.comparison.structure import parse  # noqa: PLC0415 - what only a pin needs

    for provision in parse(text):
        if provision.start <= offset < provision.end:
            return provision.start
    raise InvalidValueError(field="quote", reason="empty", value="")


def told(row: PinRow, old: int, new: int) -> dict[str, Any]:
    """Returns the values of a pin for the audit log; `old` and `new` are revision numbers."""
    return {"old": old, "new": new, "old_at": row.pin.old, "new_at": row.pin.new, "same": row.pin.same}
