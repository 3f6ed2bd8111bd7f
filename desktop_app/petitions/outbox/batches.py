"""The messages of a batch, whether it goes into files or to the mail server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.addresses import DeliveryFailure
from desktop_app.petitions.outbox.files import OutgoingMessage
from desktop_app.petitions.outbox.model import MessageState, OutboxBatch, OutboxMessage
from desktop_app.staff.roles import Actor, Role

#: The roles that send messages, for the whole office: a person of one unit would leave those of others unsent.
SENDERS: Final = (Role.CLERK, Role.MANAGER)


def sends(actor: Actor) -> bool:
    """Whether a person may send messages."""
    return any(held.role in SENDERS and held.unit_id is None for held in actor.held)


def locked(session: Session, number: int) -> OutboxBatch | None:
    """Returns a batch, which nobody else changes until the end of the transaction."""
    return session.scalar(select(OutboxBatch).where(OutboxBatch.id == number).with_for_update())


def leave_masked(session: Session, number: int) -> None:
    """Fails messages that were masked since they were taken: they have no text left to send."""
    session.execute(
        update(OutboxMessage)
        .where(
            OutboxMessage.batch_id == number,
            OutboxMessage.state == MessageState.TAKEN.value,
            OutboxMessage.begun_at.is_(None),
            OutboxMessage.text == "",
        )
        .values(state=MessageState.FAILED.value, reason=DeliveryFailure.MASKED, batch_id=None)
        .execution_options(synchronize_session=False)
    )


def letters_of(session: Session, number: int, addresses: Mapping[int, str]) -> dict[int, OutgoingMessage]:
    """Returns the messages of a batch by id, in their order."""
    found = session.execute(
        select(
            OutboxMessage.id,
            OutboxMessage.key,
            OutboxMessage.kind,
            Petition.tracking_code,
            OutboxMessage.subject,
            OutboxMessage.text,
            OutboxMessage.made_at,
            Petition.external_id,
        )
        .outerjoin(Petition, Petition.id == OutboxMessage.petition_id)
        .where(OutboxMessage.batch_id == number)
        .order_by(OutboxMessage.id)
    )
    return {
        row.id: OutgoingMessage(
            row.key, row.kind, row.tracking_code or "", addresses.get(row.id, ""), row.subject, row.text, row.made_at,
            row.external_id,
        )
        for row in found
    }  # fmt: skip
