"""Stored alignment pins: pairs of provisions that reviewers fixed as the same or as different."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.pins import Pin
from desktop_app.errors import InvalidValueError
from desktop_app.instruments.model import AlignmentPin


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


def provision_start(text: str, offset: int) -> int:
    """Returns the offset at which the provision that contains `offset` starts, in code points.

    The start identifies a provision. Raises `InvalidValueError` if no provision contains the offset.
    """
    from desktop_app.comparison.structure import parse  # noqa: PLC0415 - what only a pin needs

    for provision in parse(text):
        if provision.start <= offset < provision.end:
            return provision.start
    raise InvalidValueError(field="quote", reason="empty", value="")


def pin_values(row: PinRow) -> dict[str, Any]:
    """Returns the values of a pin as the act that restores it takes them."""
    return {
        "old_at": row.pin.old,
        "new_at": row.pin.new,
        "same": row.pin.same,
        "person_id": row.person_id,
        "person_name": row.person_name,
        "at": row.at,
    }


def put_aside(changes: Mapping[str, Any]) -> tuple[PinRow, ...]:
    """Returns the pins that a new one replaced, from the changes of its event."""
    rows = (one["was"] for one in changes.get("put_aside", ()))
    return tuple(
        PinRow(
            row["id"],
            Pin(row["old_at"], row["new_at"], row["same"]),
            row["person_id"],
            row["person_name"],
            datetime.fromisoformat(row["at"]),
        )
        for row in rows
    )
