"""Writes messages to petitioners in the transaction of the act that causes them, and takes them back with it.

If an act is undone before its message was sent, the message is cancelled. If it was sent already, the petitioner is
notified of the present state. No message is written for a petition whose personal data was masked. Of a notice only
the registration is acknowledged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from secrets import token_hex
from types import SimpleNamespace
from typing import Any, Final

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.office.message_templates import DeliveryMethod, MessageKind, active_templates, words_of
from desktop_app.office.settings import OfficeSettings, settings_of
from desktop_app.people.model import Petitioner
from desktop_app.petitions.model import Petition, Reply
from desktop_app.petitions.outbox.composing import composed, values_of
from desktop_app.petitions.outbox.delivery_state import answer_kind, way_to
from desktop_app.petitions.outbox.model import ENDS, MessageState, OutboxMessage
from desktop_app.petitions.outbox.settings import MessageSettings, message_settings_of
from desktop_app.petitions.vocabulary import OPEN, Move, Status
from desktop_app.staff.model import Unit

#: An older petition that is imported now was acknowledged elsewhere, or nobody waits for it any more.
FRESH: Final = timedelta(days=7)
#: The moves of which petitioners are notified.
NOTIFIED_MOVES: Final = {
    Move.TAKE: MessageKind.TAKEN,
    Move.WAIT: MessageKind.WAITING,
    Move.RESOLVE: MessageKind.ANSWERED,
    Move.CLOSE: MessageKind.CLOSED,
    Move.REOPEN: MessageKind.REOPENED,
}
_GONE: Final = (MessageState.TAKEN.value, MessageState.SENT.value, MessageState.DELIVERED.value)
#: Petitions of one statement: SQLite limits the number of values.
_AT_ONCE: Final = 500


def announce(
    session: Session,
    kind: MessageKind,
    petition_ids: Sequence[int],
    now: datetime,
    wished: Mapping[int, bool] | None = None,
) -> dict[int, int]:
    """Writes the messages about petitions in their present state; returns the message of each that has one.

    `wished` says of single petitions whether a text message goes to their petitioners, whatever the channel.
    """
    wished = wished or {}
    told = [number for number in petition_ids if wished.get(number, True)]
    templates = active_templates(session, (kind,)) if told else {}
    texted = frozenset(number for number, wish in wished.items() if wish)
    return dict(_write(session, dict.fromkeys(told, kind), templates, now, texted)) if templates else {}


def messages_of_move(
    session: Session,
    move: Move,
    petition_ids: Sequence[int],
    now: datetime,
    *,
    outcome: str | None = None,
    replies: Mapping[int, str] | None = None,
) -> list[dict[str, Any]]:
    """Returns the messages about a move that is about to be made with `outcome` and `replies`, as rows of the step
    `messages`; empty if petitioners are not notified of it.
    """
    kind = NOTIFIED_MOVES.get(move)
    return [] if kind is None else _rows(session, kind, petition_ids, now, outcome, replies)


def messages_of_interim(
    session: Session, petition_id: int, now: datetime, reply: str
) -> list[dict[str, Any]]:
    """Returns the message with an interim reply that is about to be sent, as `messages_of_move` does."""
    return _rows(session, MessageKind.INTERIM, [petition_id], now, None, {petition_id: reply})


def messages_of_earlier(
    session: Session, ended: Mapping[int, str | None], now: datetime
) -> list[dict[str, Any]]:
    """Returns the messages about petitions that ended before, by their outcomes, as `messages_of_move` does."""
    kinds = {number: answer_kind(outcome) for number, outcome in ended.items()}
    return _rows_of(session, kinds, now, None, None)


def _rows(
    session: Session,
    kind: MessageKind,
    petition_ids: Sequence[int],
    now: datetime,
    outcome: str | None,
    replies: Mapping[int, str] | None,
) -> list[dict[str, Any]]:
    return _rows_of(session, dict.fromkeys(petition_ids, kind), now, outcome, replies or {})


def _rows_of(
    session: Session,
    kinds: dict[int, MessageKind],
    now: datetime,
    outcome: str | None,
    replies: Mapping[int, str] | None,
) -> list[dict[str, Any]]:
    templates = active_templates(session, tuple(set(kinds.values()))) if kinds else {}
    made = _composed(session, kinds, templates, now, outcome, replies) if templates else []
    return [
        {name: row[name] for name in ("key", "kind", "way", "subject", "text")} | {"item": row["petition_id"]}
        for row in made
    ]


def tell_how_it_stands(session: Session, undone: Iterable[EventRecord], now: datetime) -> None:
    """Notifies petitioners of the present state, if messages of acts that were undone have gone out already."""
    messages = [made["id"] for event in undone for made in event.after.get("changes", {}).get("messages", ())]
    gone = [
        row.petition_id
        for part in _parts(messages)
        for row in session.execute(
            select(OutboxMessage.petition_id, OutboxMessage.kind).where(
                OutboxMessage.id.in_(part), OutboxMessage.state.in_(_GONE)
            )
        )
        if row.kind in (*ENDS, MessageKind.REOPENED.value)
    ]
    if gone:
        _announce_present_state(session, gone, now)


def _announce_present_state(session: Session, petition_ids: Sequence[int], now: datetime) -> None:
    """Writes a message with the present state of each petition."""
    rows = [
        row
        for part in _parts(sorted(set(petition_ids)))
        for row in session.execute(
            select(Petition.id, Petition.status, Petition.outcome).where(Petition.id.in_(part))
        )
    ]
    kinds = {row.id: _end(row.status, row.outcome) for row in rows}
    templates = active_templates(session, tuple(set(kinds.values())))
    if templates:
        _write(session, kinds, templates, now)


def _end(status: str, outcome: str | None) -> MessageKind:
    return MessageKind.REOPENED if Status(status) in OPEN else answer_kind(outcome)


def _write(
    session: Session,
    kinds: dict[int, MessageKind],
    templates: dict[tuple[str, str], Any],
    now: datetime,
    texted: frozenset[int] = frozenset(),
) -> list[tuple[int, int]]:
    """Writes a message for each petition whose petitioner can be reached; returns (petition, message) ids."""
    rows = _composed(session, kinds, templates, now, texted=texted)
    if not rows:
        return []
    made = session.execute(insert(OutboxMessage).returning(OutboxMessage.petition_id, OutboxMessage.id), rows)
    return [(row[0] or 0, row[1]) for row in made]


def _composed(
    session: Session,
    kinds: dict[int, MessageKind],
    templates: dict[tuple[str, str], Any],
    now: datetime,
    outcome: str | None = None,
    replies_given: Mapping[int, str] | None = None,
    texted: frozenset[int] = frozenset(),
) -> list[dict[str, Any]]:
    """Composes the messages, as rows; `outcome` and `replies_given` are those of an act that is about to be done.

    Those of `texted` go as text messages.
    """
    office, settings = settings_of(session), message_settings_of(session)
    rows: list[dict[str, Any]] = []
    for part in _parts(list(kinds)):
        answered = [number for number in part if kinds[number] is MessageKind.ANSWERED]
        replies = _replies(session, answered) if replies_given is None else replies_given
        for found in session.execute(ADDRESSED.where(Petition.id.in_(part))).mappings():
            petition = SimpleNamespace(**{**found, **({} if outcome is None else {"outcome": outcome})})
            kind = kinds[petition.id]
            method = DeliveryMethod(petition.way) if petition.way else None
            if petition.id in texted and petition.mobile:
                method = DeliveryMethod.SMS
            template = templates.get((kind.value, method.value)) if method is not None else None
            late = kind is MessageKind.REGISTERED and now - petition.received_at > FRESH
            unanswered = petition.notice and kind is not MessageKind.REGISTERED
            if method is None or template is None or late or unanswered:
                continue
            values = values_of(petition, office, now, replies.get(petition.id, ""))
            subject, text = composed(method, *words_of(template), values, settings.sms_segments)
            rows.append(
                {
                    "key": token_hex(12),
                    "petition_id": petition.id,
                    "kind": kind.value,
                    "way": method.value,
                    "subject": subject[:400],
                    "text": text,
                    "state": MessageState.WAITING.value,
                    "made_at": now,
                }
            )
    return rows


def question_of(
    petition: Any,
    way: DeliveryMethod,
    template: Any,
    office: OfficeSettings,
    settings: MessageSettings,
    now: datetime,
) -> dict[str, Any]:
    """Composes the question how satisfied somebody is; `petition` is a row of `ADDRESSED`."""
    subject, text = composed(
        way, *words_of(template), values_of(petition, office, now), settings.sms_segments
    )
    return {"key": token_hex(12), "way": way.value, "subject": subject[:400], "text": text}


#: The columns that a message uses, how its petitioner is reached, and whether they left a number or an address.
ADDRESSED: Final = (
    select(
        Petition.id,
        Petition.channel,
        Petition.external_id,
        Petition.tracking_code,
        Petition.registry_year,
        Petition.registry_number,
        Petition.kind,
        Petition.subject,
        Petition.petitioner_name,
        Petition.received_at,
        Petition.outcome,
        Petition.notice,
        Unit.name.label("unit_name"),
        Petitioner.masked_mobile.label("mobile"),
        Petitioner.masked_email.label("email"),
        way_to(Petition, Petitioner).label("way"),
    )
    .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
    .outerjoin(Unit, Unit.id == Petition.unit_id)
    .where(Petition.masked_at.is_(None))
    .order_by(Petition.id)
)


def _replies(session: Session, petition_ids: Sequence[int]) -> dict[int, str]:
    """Returns the latest sent answer of each petition."""
    if not petition_ids:
        return {}
    last = (
        select(func.max(Reply.id))
        .where(Reply.petition_id.in_(petition_ids), Reply.sent_at.is_not(None))
        .group_by(Reply.petition_id)
    )
    found = session.execute(select(Reply.petition_id, Reply.text).where(Reply.id.in_(last)))
    return {row.petition_id: row.text for row in found}


def _parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))
