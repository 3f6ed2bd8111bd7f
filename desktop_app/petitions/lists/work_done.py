"""How much a person has done on a day: petitions that left their hands, and were not taken back."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.moves import TABLE

_LEAVING: Final = frozenset(move.value for move, rule in TABLE.items() if rule.leaves)


def done_on(session: Session, person_id: int | None, day: date) -> int:
    """Returns how many petitions the person has dealt with on a day in Tehran; each counts once."""
    last = (
        select(EventRecord.item_id, func.max(EventRecord.sequence).label("sequence"))
        .where(
            EventRecord.item_type == "petition",
            EventRecord.at >= start_of_day(day),
            EventRecord.actor_id == person_id,
            EventRecord.action.in_(_LEAVING | {"undo"}),
        )
        .group_by(EventRecord.item_id)
        .subquery()
    )
    here = and_(
        EventRecord.item_type == "petition",
        EventRecord.item_id == last.c.item_id,
        EventRecord.sequence == last.c.sequence,
    )
    counted = select(func.count()).select_from(last).join(EventRecord, here)
    return session.scalar(counted.where(EventRecord.action.in_(_LEAVING))) or 0
