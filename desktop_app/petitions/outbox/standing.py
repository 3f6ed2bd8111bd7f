"""Whether messages to petitioners get away from here: what did not arrive, what lies ready in a folder that is away,
what waits too long. Of the whole office it is numbers only, for administrators, who need not see the petitions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import BatchState, MessageState, OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.settings import message_settings_of
from desktop_app.petitions.visibility import reach
from desktop_app.staff.roles import Actor

#: What did not arrive calls for so long; after that it is found among the messages only.
CALLS_FOR: Final = timedelta(days=30)
#: What waits longer goes out by nobody, and files that are begun are finished within minutes.
LATE: Final = timedelta(days=1)
STUCK: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """How the outbox stands: how many messages did not arrive; how many wait for more than a day, and how many of
    these are e-mails that have no sender's address; how many are in files that were begun and not handed on, by
    folder."""

    failed: int
    late: int
    without_sender: int
    stuck: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NotReached:
    """A petition whose petitioner was not reached by its last message: what it is about, and what became of it."""

    petition_id: int
    subject: str
    kind: str
    way: str
    reason: str


def standing(session: Session, now: datetime) -> OutboxStatus:
    """The whole office's, for an administrator (on PostgreSQL the database asks who it is)."""
    moments = {"since": now - CALLS_FOR, "late": now - LATE, "stuck": now - STUCK}
    if session.get_bind().dialect.name == "sqlite":
        told = _counted(session, **moments)
    else:
        told = session.execute(
            text("SELECT app.outbox_standing(:since, :late, :stuck)"), moments
        ).scalar_one()
    unsent = 0 if message_settings_of(session).sender else told["late_mails"]
    folders = tuple((str(folder), int(count)) for folder, count in told["stuck"])
    return OutboxStatus(told["failed"], told["late"], unsent, folders)


def not_reached(session: Session, actor: Actor, now: datetime, most: int) -> list[NotReached]:
    """Petitions of one's own with a message that did not arrive and that nobody made again, the latest first."""
    latest = (
        select(func.max(OutboxMessage.id))
        .join(Petition, Petition.id == OutboxMessage.petition_id)
        .where(
            Petition.assignee_id == actor.person_id,
            *_calling(now - CALLS_FOR),
            *reach(session, actor),
        )
        .group_by(OutboxMessage.petition_id)
    )
    statement = (
        select(
            OutboxMessage.petition_id,
            OutboxMessage.kind,
            OutboxMessage.way,
            OutboxMessage.reason,
            Petition.subject,
            Petition.snippet,
        )
        .join(Petition, Petition.id == OutboxMessage.petition_id)
        .where(OutboxMessage.id.in_(latest))
        .order_by(OutboxMessage.id.desc())
        .limit(most)
    )
    return [
        NotReached(row.petition_id, row.subject or row.snippet, row.kind, row.way, row.reason)
        for row in session.execute(statement)
    ]


def _calling(since: datetime) -> tuple[Any, ...]:
    # Of what was masked there are no words left to be sent once more.
    failed = OutboxMessage.state == MessageState.FAILED.value
    return failed, OutboxMessage.text != "", OutboxMessage.told_at >= since


def _counted(session: Session, *, since: datetime, late: datetime, stuck: datetime) -> dict[str, Any]:
    """As `app.outbox_standing`."""
    waits = (OutboxMessage.state == MessageState.WAITING.value, OutboxMessage.made_at < late)
    mails = select(func.count()).where(*waits, OutboxMessage.way == DeliveryMethod.EMAIL.value)
    folders = (
        select(OutboxBatch.folder, func.count())
        .join(OutboxMessage, OutboxMessage.batch_id == OutboxBatch.id)
        .where(OutboxBatch.state != BatchState.WRITTEN.value, OutboxBatch.made_at < stuck)
        .group_by(OutboxBatch.folder)
        .order_by(OutboxBatch.folder)
    )
    return {
        "failed": session.scalar(select(func.count()).where(*_calling(since))) or 0,
        "late": session.scalar(select(func.count()).where(*waits)) or 0,
        "late_mails": session.scalar(mails) or 0,
        "stuck": [(row[0], row[1]) for row in session.execute(folders)],
    }
