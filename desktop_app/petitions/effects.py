"""Effects of converting a petition into a comment on other tables, and their undo."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop_app.petitions.deadlines.explaining import explain_deadline
from desktop_app.petitions.model import Petition, PetitionPause, Referral

#: Rows changed in other tables, for undo: ids by table.
Effects = dict[str, Any]


def end_pause(session: Session, petition: Petition, today: date) -> Effects:
    """Ends the open pause of the deadline clock; the deadline moves by the days that did not count."""
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
    """Undoes the effects."""
    if effects.get("acted"):
        again = {"acted_at": None, "result": None}
        session.execute(update(Referral).where(Referral.id.in_(effects["acted"])).values(**again))
    if effects.get("pause_ended"):
        session.execute(
            update(PetitionPause).where(PetitionPause.id == effects["pause_ended"]).values(ended=None)
        )
