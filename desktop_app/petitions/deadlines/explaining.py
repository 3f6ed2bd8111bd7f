"""Why a petition is due on its day."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.office.settings import calendar_of, deadlines_of
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.deadlines.counting import ClockPause, Deadline, deadline, rule_for
from desktop_app.petitions.model import Petition, PetitionPause


def explain_deadline(session: Session, petition: Petition) -> Deadline | None:
    """The answer to "why this date?"; None without a deadline, or where no rule gives one any more."""
    return None if petition.due_on is None else counted_deadline(session, petition, petition.kind)


def counted_deadline(session: Session, petition: Petition, kind: str) -> Deadline | None:
    """Returns the deadline that the petition has as one of `kind`; None where no rule gives one."""
    rule = rule_for(kind, petition.channel, deadlines_of(session))
    if rule is None:
        return None
    pauses = tuple(
        ClockPause(pause.began, pause.ended)
        for pause in session.scalars(
            select(PetitionPause).where(PetitionPause.petition_id == petition.id).order_by(PetitionPause.id)
        )
    )
    return deadline(
        tehran_day(petition.completed_at or petition.received_at), rule, calendar_of(session), pauses
    )
