"""The outbox for screens: messages and their states, restricted to petitions that the person may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.addresses import addresses_for
from desktop_app.petitions.outbox.batches import sends
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.specimen import longest_values
from desktop_app.petitions.outbox.standing import OutboxStatus, standing
from desktop_app.petitions.visibility import reach, works_in
from desktop_app.staff.roles import Actor, Role, told_behalf

_LONGEST_REASON: Final = 200
_COUNTED: Final = (MessageState.WAITING.value, MessageState.TAKEN.value, MessageState.FAILED.value)
#: The states in which a receipt is accepted.
_RECEIVABLE: Final = (
    MessageState.TAKEN.value, MessageState.SENT.value, MessageState.FAILED.value, MessageState.RETRIED.value,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message as screens show it; times are aware, in UTC.

    `address` is masked for a person who does not work on the petition, and always of the sender of a comment.
    Such a message has no petition, and the code of the draft instead of a tracking code.
    """

    id: int
    petition_id: int | None
    tracking_code: str
    draft_code: str
    kind: MessageKind
    way: DeliveryMethod
    state: MessageState
    address: str
    subject: str
    text: str
    made_at: datetime
    sent_at: datetime | None
    told_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A gateway's report about a message."""

    key: str
    delivered: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptsNoted:
    """What receipts changed. `unchanged` ones repeated a known state, or reported a failure after the delivery."""

    delivered: int
    failed: int
    unchanged: int
    unknown: tuple[str, ...]


class Outbox:
    """Lists messages, retries failed ones, processes receipts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, actor: Actor, petition_id: int) -> tuple[OutboxRow, ...]:
        """Returns the messages of a petition, oldest first, including those that were replaced."""
        with self._database.reading() as session:
            statement = _rows(session, actor).where(OutboxMessage.petition_id == petition_id)
            rows = session.execute(statement.order_by(OutboxMessage.id)).all()
        return self._shown(actor, rows, "")

    def listed(
        self, actor: Actor, states: Iterable[MessageState] = (), *, most: int = 500
    ) -> tuple[OutboxRow, ...]:
        """Returns the newest messages in these states; in all states if none is given."""
        with self._database.reading() as session:
            statement = _rows(session, actor)
            if wanted := [state.value for state in states]:
                statement = statement.where(OutboxMessage.state.in_(wanted))
            rows = session.execute(statement.order_by(OutboxMessage.id.desc()).limit(most)).all()
        return self._shown(actor, rows, "outbox")

    def counts(self, actor: Actor) -> Mapping[MessageState, int]:
        """Returns how many messages wait or failed; the numbers of other states only grow."""
        with self._database.reading() as session:
            counted = (
                select(OutboxMessage.state, func.count())
                .outerjoin(Petition, Petition.id == OutboxMessage.petition_id)
                .where(OutboxMessage.state.in_(_COUNTED), _reached(session, actor))
                .group_by(OutboxMessage.state)
            )
            return {MessageState(row[0]): row[1] for row in session.execute(counted)}

    def standing(self, actor: Actor) -> OutboxStatus | None:
        """Returns the numbers of stuck messages of the whole office; None for a person who is no administrator."""
        if not actor.has(Role.ADMINISTRATOR):
            return None
        with self._database.reading() as session:
            return standing(session, self._database.about_now(session))

    def longest_values(self, actor: Actor) -> Mapping[str, str]:
        """Returns the longest values of a template's variables: see `specimen.longest_values`."""
        with self._database.reading() as session:
            return longest_values(session, actor, self._database.now(session))

    @once
    def again(self, actor: Actor, message_ids: Sequence[int]) -> int:
        """Retries failed messages, to the petitioners' then present addresses; returns how many.

        Messages that did not fail, or were retried meanwhile, are skipped.
        """
        actor.must_be(Role.CLERK, Role.MANAGER, act="send_again")
        with self._database.writing() as session:
            failed = session.scalars(
                select(OutboxMessage)
                .outerjoin(Petition, Petition.id == OutboxMessage.petition_id)
                .where(
                    OutboxMessage.id.in_(message_ids),
                    OutboxMessage.state == MessageState.FAILED.value,
                    OutboxMessage.text != "",
                    Petition.masked_at.is_(None),
                    _reached(session, actor),
                )
                .order_by(OutboxMessage.id)
                .with_for_update(of=OutboxMessage)
            ).all()
            if not failed:
                return 0
            now = self._database.now(session)
            for one in failed:
                one.state = MessageState.RETRIED.value
            session.flush()
            session.execute(insert(OutboxMessage), [_once_more(one, now) for one in failed])
            self._note(
                session,
                actor,
                failed[0].id,
                "outbox_again",
                now,
                {"count": len(failed)} | actor.told_for(Role.CLERK, Role.MANAGER),
            )
            return len(failed)

    @once
    def note_receipts(self, actor: Actor, receipts: Sequence[Receipt], file: str = "") -> ReceiptsNoted:
        """Processes receipts of gateways.

        A delivery is final: a failure reported for the same message is ignored, in whatever order they come. If a
        retried message was delivered after all, its replacement is cancelled.
        """
        actor.must_be_for_all(Role.CLERK, Role.MANAGER, act="send_out")
        # The last receipt of each message, but a delivery overrides the others.
        latest: dict[str, Receipt] = {}
        for receipt in receipts:
            known = latest.get(receipt.key)
            if known is None or not known.delivered:
                latest[receipt.key] = receipt
        with self._database.writing() as session:
            now = self._database.now(session)
            found = {row.key: row for row in _by_keys(session, list(latest))}
            changes: list[dict[str, Any]] = []
            arrived: list[int] = []
            for key, row in found.items():
                change = _change(row, latest[key], now)
                if change is not None:
                    changes.append(change)
                    if latest[key].delivered:
                        arrived.append(row.id)
            if changes:
                session.execute(update(OutboxMessage), changes)
                _stop_again(session, arrived)
                details: dict[str, Any] = {
                    "delivered": len(arrived),
                    "failed": len(changes) - len(arrived),
                    "file": file,
                }
                details |= told_behalf(actor.on_behalf_of(sends))
                self._note(session, actor, changes[0]["id"], "outbox_receipts", now, details)
            return ReceiptsNoted(
                delivered=len(arrived),
                failed=len(changes) - len(arrived),
                unchanged=len(found) - len(changes),
                unknown=tuple(sorted(latest.keys() - found.keys())),
            )

    def _shown(self, actor: Actor, rows: Sequence[Any], purpose: str) -> tuple[OutboxRow, ...]:
        """Returns the messages with their addresses, where `actor` works on the petition."""
        wanted = [
            (row[0].id, row[0].petition_id)
            for row in rows
            if row[0].address
            and row[0].petition_id is not None
            and row[0].way != DeliveryMethod.PORTAL
            and works_in(actor, row.unit_id)
        ]
        addresses = addresses_for(self._database, actor, wanted, purpose) if wanted else {}
        return tuple(_row(row[0], row.tracking_code, addresses.get(row[0].id)) for row in rows)

    @staticmethod
    def _note(
        session: Session, actor: Actor, message_id: int, action: str, now: datetime, after: dict[str, Any]
    ) -> None:
        # Recorded at one of its messages: these rows are locked, so that nobody else appends to their history.
        record_event(
            session,
            item_type="outbox_message",
            item_id=message_id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            after=after,
        )


def _rows(session: Session, actor: Actor) -> Any:
    return (
        select(OutboxMessage, Petition.tracking_code, Petition.unit_id)
        .outerjoin(Petition, Petition.id == OutboxMessage.petition_id)
        .where(_reached(session, actor))
    )


def _reached(session: Session, actor: Actor) -> ColumnElement[bool]:
    """Returns the messages about petitions that the person may see; those to commenters for who sends messages."""
    of_petition = and_(OutboxMessage.petition_id.is_not(None), *reach(session, actor))
    return or_(of_petition, OutboxMessage.comment_id.is_not(None)) if sends(actor) else of_petition


def _row(one: OutboxMessage, tracking_code: str | None, address: str | None) -> OutboxRow:
    return OutboxRow(
        one.id,
        one.petition_id,
        tracking_code or "",
        one.draft_code,
        MessageKind(one.kind),
        DeliveryMethod(one.way),
        MessageState(one.state),
        address or one.address,
        one.subject,
        one.text,
        one.made_at,
        one.sent_at,
        one.told_at,
        one.reason,
    )


def _once_more(failed: OutboxMessage, now: datetime) -> dict[str, Any]:
    return {
        "key": token_hex(12),
        "petition_id": failed.petition_id,
        "comment_id": failed.comment_id,
        "draft_code": failed.draft_code,
        "kind": failed.kind,
        "way": failed.way,
        "subject": failed.subject,
        "text": failed.text,
        "state": MessageState.WAITING.value,
        "made_at": now,
        "again_of_id": failed.id,
    }


def _by_keys(session: Session, keys: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    for at in range(0, len(keys), 500):
        statement = select(OutboxMessage.id, OutboxMessage.key, OutboxMessage.state, OutboxMessage.reason)
        found.extend(
            session.execute(statement.where(OutboxMessage.key.in_(keys[at : at + 500])).with_for_update())
        )
    return found


def _change(row: Any, receipt: Receipt, now: datetime) -> dict[str, Any] | None:
    """Returns the values that a receipt changes; None if it is known already, or a delivery came before."""
    if row.state not in _RECEIVABLE:
        return None
    if receipt.delivered:
        return {"id": row.id, "state": MessageState.DELIVERED.value, "reason": "", "told_at": now}
    if row.state in (MessageState.FAILED.value, MessageState.RETRIED.value):
        return None
    reason = " ".join(receipt.reason.split())[:_LONGEST_REASON]
    return {"id": row.id, "state": MessageState.FAILED.value, "reason": reason, "told_at": now}


def _stop_again(session: Session, ids: Sequence[int]) -> None:
    if ids:
        session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.again_of_id.in_(ids), OutboxMessage.state == MessageState.WAITING.value)
            .values(state=MessageState.CANCELLED.value)
            .execution_options(synchronize_session=False)
        )
