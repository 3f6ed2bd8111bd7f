"""What a move does outside of the petition's own row, and how undo takes it back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desktop_app.petitions.desk.detail import explain_deadline
from desktop_app.petitions.model import Petition, PetitionPause, Referral, Reply

#: What a move did outside of the petition's own row, for undo: ids by table.
Effects = dict[str, Any]


def no_effects(session: Session, petition: Petition, now: datetime) -> Effects:
    """Of a move that changes nothing but the petition's own row."""
    del session, petition, now
    return {}


def end_pause(session: Session, petition: Petition, today: date) -> Effects:
    """Ends the time for which the deadline stood still; it moves by the days that did not count."""
    pause = session.scalar(
        select(PetitionPause).where(PetitionPause.petition_id == petition.id, PetitionPause.ended.is_(None))
    )
    if pause is None:
        petition.paused_on = None
        return {}
    pause.ended = today
    session.flush()
    petition.paused_on = None
    explained = explain_deadline(session, petition)
    petition.due_on = explained.day if explained else petition.due_on
    return {"pause_ended": pause.id}


def take_back(session: Session, effects: Effects) -> None:
    """Undoes what a move did outside of the petition's row."""
    if effects.get("referral"):
        session.execute(delete(Referral).where(Referral.id == effects["referral"]))
    if effects.get("acted"):
        again = {"acted_at": None, "result": None}
        session.execute(update(Referral).where(Referral.id.in_(effects["acted"])).values(**again))
    if effects.get("side"):
        session.execute(delete(Referral).where(Referral.id.in_(effects["side"])))
    if effects.get("reply"):
        session.execute(update(Reply).where(Reply.id == effects["reply"]).values(sent_at=None))
    if effects.get("pause_began"):
        session.execute(delete(PetitionPause).where(PetitionPause.id == effects["pause_began"]))
    if effects.get("pause_ended"):
        session.execute(
            update(PetitionPause).where(PetitionPause.id == effects["pause_ended"]).values(ended=None)
        )
