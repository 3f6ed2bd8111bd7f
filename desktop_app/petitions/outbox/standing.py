"""Monitors whether messages are sent: failed ones, finished files in unavailable folders, and ones that wait too
long.

For the whole office these are only counts, for administrators, who need not see the petitions.
"""

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

#: How long a failed message is reported; later it is found only in the list of messages.
CALLS_FOR: Final = timedelta(days=30)
#: A message that waits longer is not being sent by anybody, and begun files are finished within minutes.
LATE: Final = timedelta(days=1)
STUCK: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """Counts of undelivered messages.

    `late` ones wait for more than a day; `without_sender` are those of them that are e-mails without a sender
    address. `stuck` has (folder, count) for files that were begun and not finished.
    """

    failed: int
    late: int
    without_sender: int
    stuck: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NotReached:
    """A petition whose petitioner was not reached by its last message, with the reason.

    `told_at` is when the receipt was read, aware, in UTC.
    """

    petition_id: int
    subject: str
    kind: str
    way: str
    reason: str
    message_id: int
    told_at: datetime | None


def standing(session: Session, now: datetime) -> OutboxStatus:
    """Returns the status of the whole office, for an administrator (on PostgreSQL the database checks the role)."""
    moments = {"since": now - CALLS_FOR, "late": now - LATE, "stuck": now - STUCK}
    if session.get_bind().dialect.name == "sqlite":
        counts = _counted(session, **moments)
    else:
        counts = session.execute(
            text("SELECT app.outbox_standing(:since, :late, :stuck)"), moments
        ).scalar_one()
    unsent = 0 if message_settings_of(session).sender else counts["late_mails"]
    folders = tuple((str(folder), int(count)) for folder, count in counts["stuck"])
    return OutboxStatus(counts["failed"], counts["late"], unsent, folders)


def not_reached(session: Session, actor: Actor, now: datetime, most: int) -> list[NotReached]:
    """Returns the person's own petitions with a failed message that was not retried, latest first."""
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
            OutboxMessage.id,
            OutboxMessage.told_at,
            Petition.subject,
            Petition.snippet,
        )
        .join(Petition, Petition.id == OutboxMessage.petition_id)
        .where(OutboxMessage.id.in_(latest))
        .order_by(OutboxMessage.id.desc())
        .limit(most)
    )
    return [
        NotReached(
            row.petition_id, row.subject or row.snippet, row.kind, row.way, row.reason, row.id, row.told_at
        )
        for row in session.execute(statement)
    ]


def _calling(since: datetime) -> tuple[Any, ...]:
    # A masked message has no text left to send again.
    failed = OutboxMessage.state == MessageState.FAILED.value
    return failed, OutboxMessage.text != "", OutboxMessage.told_at >= since


def _counted(session: Session, *, since: datetime, late: datetime, stuck: datetime) -> dict[str, Any]:
    """Does the same as `app.outbox_standing`."""
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
