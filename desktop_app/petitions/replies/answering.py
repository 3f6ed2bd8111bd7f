"""The reply to a petition: drafted, and sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desktop_app.errors import InvalidValueError
from desktop_app.petitions.desk.detail import draft_of
from desktop_app.petitions.model import Petition, Reply
from desktop_app.staff.roles import Actor


def required(text: str, field: str) -> str:
    """The text, where there is one. Raises `InvalidValueError` for `field`."""
    if not text.strip():
        raise InvalidValueError(field=field, reason="empty", value="")
    return text


def save_draft(session: Session, actor: Actor, petition: Petition, now: datetime, text: str) -> Reply:
    """Keeps the reply that is being drafted: a petition has one at most."""
    return _kept(session, actor, petition, now, text, draft_of(session, petition.id))


def _kept(
    session: Session, actor: Actor, petition: Petition, now: datetime, text: str, draft: Reply | None
) -> Reply:
    """The same in the place of `draft`, where there is one."""
    if draft is None:
        draft = Reply(petition_id=petition.id, sent_at=None)
        session.add(draft)
    draft.text, draft.author_id, draft.written_at = text, actor.person_id, now
    session.flush()
    return draft


def send_reply(session: Session, actor: Actor, petition: Petition, now: datetime, text: str) -> int:
    """Sends `text`, or what was drafted where the manager approves it without a word."""
    drafted = draft_of(session, petition.id)
    if not text.strip() and drafted is not None:
        text = drafted.text
    if drafted is None or drafted.text != text:
        drafted = _kept(session, actor, petition, now, required(text, "reply"), drafted)
    drafted.sent_at = now
    return drafted.id
