"""How much a person has done on a day: petitions that left their hands, and were not taken back."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.vocabulary import Move

#: After these moves a petition is another person's business, or nobody's.
LEAVES_THE_HANDS: Final = frozenset(
    {Move.REFER, Move.RESOLVE, Move.CLOSE, Move.SUBMIT, Move.GIVE_BACK, Move.HAND_OVER, Move.ARCHIVE}
)


def done_on(session: Session, person_id: int | None, day: date) -> int:
    """Returns how many petitions the person has dealt with on a day in Tehran; each counts once."""
    acts = {move.value for move in LEAVES_THE_HANDS}
    last = (
        select(EventRecord.item_id, func.max(EventRecord.sequence).label("sequence"))
        .where(
            EventRecord.item_type == "petition",
            EventRecord.at >= start_of_day(day),
            EventRecord.actor_id == person_id,
            EventRecord.action.in_(acts | {"undo"}),
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
    return session.scalar(counted.where(EventRecord.action.in_(acts))) or 0
