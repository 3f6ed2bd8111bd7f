"""The addresses to which messages go: a table of their own, which no login reads or writes on PostgreSQL.

A message has its address masked. Whoever sends a batch reads its addresses, which is one event (`readings`); whoever
works on a petition reads those of its messages as they read its petitioner (`petitions.identities`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any, Final

from sqlalchemy import ARRAY, BigInteger, bindparam, delete, insert, select, text, update
from sqlalchemy.orm import Session

from desktop_app.database.declarations import named_table
from desktop_app.database.engine import Database
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.people.identity import reachable, takes_mail
from desktop_app.people.model import PetitionerIdentity
from desktop_app.people.petitioners import mask
from desktop_app.petitions.identities import read_identities, record_readings
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import (
    BatchState,
    MessageState,
    OutboxAddress,
    OutboxBatch,
    OutboxMessage,
)
from desktop_app.staff.roles import Actor

_TAKE: Final = text(
    "SELECT batch, failed FROM app.take_messages(:way, :most, :key, :folder, :mark, :actor, :named, :now, :above)"
)
_TAKE_OVER: Final = text("SELECT app.note_batch(:batch, :actor, :named, :now)")
_OF_BATCH: Final = text("SELECT message, address FROM app.batch_addresses(:batch)")
_OF_MESSAGES: Final = text("SELECT message, address FROM app.message_addresses(:asked)").bindparams(
    bindparam("asked", type_=ARRAY(BigInteger))
)


class DeliveryFailure:
    """Why a message failed; other reasons are the texts of a gateway or a mail server."""

    NO_ADDRESS: Final = "no_address"
    BAD_ADDRESS: Final = "bad_address"
    MASKED: Final = "masked"
    #: Handed to the mail server, and the answer is not known.
    UNSURE: Final = "unsure"


def take_messages(
    session: Session,
    actor: Actor,
    way: DeliveryMethod,
    most: int,
    folder: str,
    mark: str,
    now: datetime,
    *,
    above: int = 0,
) -> tuple[int | None, int]:
    """Assigns the next messages to a batch, with the petitioners' present addresses; one event records that.

    An empty `folder` stands for the mail server. Only messages with ids `above` are taken.

    Returns the batch (0 if none of them can be sent; None if none wait), and how many failed.
    """
    if session.get_bind().dialect.name != "sqlite":
        asked: dict[str, Any] = {
            "way": way.value,
            "most": most,
            "folder": folder,
            "mark": mark,
            "above": above,
        }
        asked |= {"key": token_hex(4), "actor": actor.person_id, "named": actor.name, "now": now}
        taken_into, failed = session.execute(_TAKE, asked).one()
        return taken_into, failed
    found = session.execute(_waiting(way, most, above)).all()
    if not found:
        return None, 0
    changes = [{"id": row.id, **_addressed(way, row)} for row in found]
    taken = [one for one in changes if one["state"] == MessageState.TAKEN.value]
    number = 0
    if taken:
        batch = OutboxBatch(
            key=token_hex(4), way=way.value, folder=folder, folder_mark=mark,
            state=BatchState.TAKEN.value, made_at=now,
        )  # fmt: skip
        session.add(batch)
        session.flush()
        number = batch.id
        # Of those that were put back.
        waits = (OutboxMessage.state == MessageState.WAITING.value, OutboxMessage.way == way.value)
        before = OutboxAddress.message_id.in_(select(OutboxMessage.id).where(*waits))
        session.execute(delete(OutboxAddress).where(before).execution_options(synchronize_session=False))
        session.execute(
            insert(OutboxAddress), [{"message_id": one["id"], "address": one["address"]} for one in taken]
        )
        record_readings(session, actor, now, "outbox", len(taken), batch=number)
    for one in changes:
        one["batch_id"] = number if one["state"] == MessageState.TAKEN.value else None
        one["told_at"] = now if one["state"] == MessageState.FAILED.value else None
        one["address"] = one["address"] if way is DeliveryMethod.PORTAL else mask(one["address"])
    session.execute(update(OutboxMessage), changes)
    return number, len(changes) - len(taken)


def take_over(session: Session, actor: Actor, batch: int, now: datetime) -> None:
    """Notes on PostgreSQL that `actor` finishes a batch that somebody else may have begun."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(
            _TAKE_OVER, {"batch": batch, "actor": actor.person_id, "named": actor.name, "now": now}
        )


def addresses_of_batch(session: Session, batch: int) -> dict[int, str]:
    """Returns the addresses of a batch by message."""
    if session.get_bind().dialect.name != "sqlite":
        return {row.message: row.address for row in session.execute(_OF_BATCH, {"batch": batch})}
    of_batch = select(OutboxMessage.id).where(OutboxMessage.batch_id == batch)
    return _stored(session, OutboxAddress.message_id.in_(of_batch))


def addresses_for(
    database: Database, actor: Actor, messages: Sequence[tuple[int, int]], purpose: str
) -> dict[int, str]:
    """Returns the addresses of messages, given as (message, petition), of petitions on which `actor` works.

    The reading is noted; `purpose` as in `identities.read_identities`.
    """
    read = read_identities(database, actor, sorted({petition for _, petition in messages}), purpose)
    wanted = [message for message, petition in messages if petition in read]
    with database.reading() as session:
        if not database.is_sqlite:
            return {row.message: row.address for row in session.execute(_OF_MESSAGES, {"asked": wanted})}
        return _stored(session, OutboxAddress.message_id.in_(wanted))


def _stored(session: Session, condition: Any) -> dict[int, str]:
    rows = session.execute(select(OutboxAddress.message_id, OutboxAddress.address).where(condition))
    return {row.message_id: row.address for row in rows}


def _waiting(way: DeliveryMethod, most: int, above: int) -> Any:
    """Returns the next waiting messages with the petitioners' present addresses, or with a comment's sender."""
    commenter = named_table("comment_sender")
    return (
        select(
            OutboxMessage.id,
            OutboxMessage.comment_id,
            commenter.c.sender,
            Petition.external_id,
            Petition.masked_at,
            PetitionerIdentity.mobile,
            PetitionerIdentity.email,
        )
        .outerjoin(Petition, Petition.id == OutboxMessage.petition_id)
        .outerjoin(commenter, commenter.c.comment_id == OutboxMessage.comment_id)
        .outerjoin(PetitionerIdentity, PetitionerIdentity.petitioner_id == Petition.petitioner_id)
        .where(
            OutboxMessage.state == MessageState.WAITING.value,
            OutboxMessage.way == way.value,
            OutboxMessage.id > above,
        )
        .order_by(OutboxMessage.id)
        .limit(most)
    )


def _addressed(way: DeliveryMethod, row: Any) -> dict[str, Any]:
    """Returns the new state of a message: taken with its address, or failed."""
    if row.comment_id is not None:
        address = reachable(row.sender or "")
    else:
        address = {
            DeliveryMethod.PORTAL: row.external_id,
            DeliveryMethod.SMS: row.mobile,
            DeliveryMethod.EMAIL: row.email,
        }[way] or ""
    reason = ""
    if row.masked_at is not None:
        reason = DeliveryFailure.MASKED
    elif not address:
        reason = DeliveryFailure.NO_ADDRESS
    elif way is DeliveryMethod.EMAIL and not takes_mail(address):
        reason = DeliveryFailure.BAD_ADDRESS
    state = MessageState.FAILED if reason else MessageState.TAKEN
    return {
        "state": state.value,
        "address": "" if reason == DeliveryFailure.MASKED else address,
        "reason": reason,
    }
