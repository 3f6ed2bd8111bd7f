"""The reply to a petition, from draft to sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desktop_app.errors import InvalidValueError
from desktop_app.petitions.desk.detail import draft_of
from desktop_app.petitions.model import Petition, Reply
from desktop_app.staff.roles import Actor


def required(text: str, field: str) -> str:
    """Returns the text unless it is blank. Raises `InvalidValueError` for `field`."""
    if not text.strip():
        raise InvalidValueError(field=field, reason="empty", value="")
    return text


def save_draft(session: Session, actor: Actor, petition: Petition, now: datetime, text: str) -> Reply:
    """Saves the draft reply; a petition has at most one."""
    draft = draft_of(session, petition.id)
    if draft is None:
        draft = Reply(petition_id=petition.id, sent_at=None)
        session.add(draft)
    draft.text, draft.author_id, draft.written_at = text, actor.person_id, now
    session.flush()
    return draft
