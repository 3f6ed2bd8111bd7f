"""Attaches later messages of petitioners to existing petitions, and notifies the assignee.

The petition itself does not change: a closed one stays closed and is listed as "wrote again". Search finds it by
the words of its messages too. A message to a merged petition is attached to the one that it was merged into.
Nothing is attached to a petition whose personal data was masked.

On PostgreSQL a database function does this (`rights/messages.sql`), because the person who brings a message may
not see the petition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import insert, select, text, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.declarations import named_table
from desktop_app.database.sameness import stored_keys
from desktop_app.database.search import index_more, terms_of
from desktop_app.database.vouched import VOUCHED, digests_in
from desktop_app.people.model import PetitionerIdentity
from desktop_app.people.petitioners import mask
from desktop_app.petitions.duplicates.merging import root_of
from desktop_app.petitions.follow_ups.model import MessageSender, PetitionMessage, WroteAgain
from desktop_app.petitions.follow_ups.service import FollowUpReason
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.rows_there import rows_there
from desktop_app.staff.roles import Actor

#: The action of the event.
WROTE_AGAIN: Final = "wrote_again"


@dataclass(frozen=True, slots=True)
class Further:
    """A message for the petition with the first of `codes` that exists.

    `key`: see `register.identity_key`; `sender` is the mobile number or address that it came from.
    """

    key: str
    codes: tuple[str, ...]
    channel: str
    external_id: str | None
    sender: str
    text: str
    received_at: datetime
    cause: FollowUpReason


@dataclass(frozen=True, slots=True)
class Joined:
    """The petition that a message is attached to; `fresh`: attached just now."""

    petition_id: int
    message_id: int
    fresh: bool


def join(session: Session, actor: Actor, texts: Sequence[Further], now: datetime) -> dict[str, Joined]:
    """Attaches messages to their petitions, each once; returns the results by key, without those whose codes do
    not exist.

    The caller has to hold the lock of the register's counter, so that nobody attaches the same messages
    concurrently.
    """
    if not texts:
        return {}
    if session.get_bind().dialect.name != "sqlite":
        return _join_on_server(session, actor, texts, now)
    roots = _petitions(session, {code for one in texts for code in one.codes})
    known = known_messages(session, [one.key for one in texts])
    keys = stored_keys(session, [one.key for one in texts], new=True)
    found: dict[str, Joined] = {}
    fresh: dict[int, list[dict[str, Any]]] = {}
    for one in texts:
        petition = next((roots[code] for code in one.codes if code in roots), None)
        if one.key in known:
            found[one.key] = known[one.key]
        elif petition is not None and one.key not in found:
            fresh.setdefault(petition.id, []).append(
                _values(one, petition, now) | {"identity_key": keys[one.key]}
            )
            found[one.key] = Joined(petition.id, 0, fresh=True)
    rows = [row for several in fresh.values() for row in several]
    told_of = {stored: told for told, stored in keys.items()}
    if rows:
        made = session.execute(
            insert(PetitionMessage).returning(PetitionMessage.id, PetitionMessage.identity_key), rows
        )
        for row in made:
            told = told_of[row.identity_key]
            found[told] = Joined(found[told].petition_id, row.id, fresh=True)
        senders = {one.key: one.sender for one in texts}
        known_senders = [
            {"message_id": found[told].message_id, "sender": senders[told]}
            for told in (told_of[row["identity_key"]] for row in rows)
            if senders[told]
        ]
        if known_senders:
            session.execute(insert(MessageSender), known_senders)
    index_more(session, [(row["petition_id"], terms_of((row["text"],))) for row in rows])
    for number, several in fresh.items():
        messages = [found[told_of[row["identity_key"]]].message_id for row in several]
        _record_messages(session, actor, number, several, messages, now)
    return found


def known_messages(session: Session, keys: Iterable[str]) -> dict[str, Joined]:
    """Returns the messages with these keys."""
    return {
        key: Joined(row.petition_id, row.message_id, fresh=False)
        for key, row in rows_there(session, keys).items()
        if row.message_id is not None
    }


@dataclass(frozen=True, slots=True)
class _Petition:
    id: int
    mobile: str
    email: str


def _petitions(session: Session, codes: set[str]) -> dict[str, _Petition]:
    """Returns by tracking code the petitions to attach messages to."""
    named = select(Petition.id, Petition.tracking_code).where(Petition.tracking_code.in_(codes))
    roots = {row.tracking_code: root_of(session, row.id) for row in session.execute(named)}
    rows = session.execute(
        select(Petition.id, PetitionerIdentity.mobile, PetitionerIdentity.email)
        .outerjoin(PetitionerIdentity, PetitionerIdentity.petitioner_id == Petition.petitioner_id)
        .where(Petition.id.in_(set(roots.values())), Petition.masked_at.is_(None))
    )
    found = {row.id: _Petition(row.id, row.mobile or "", row.email or "") for row in rows}
    return {code: found[number] for code, number in roots.items() if number in found}


def _values(one: Further, petition: _Petition, now: datetime) -> dict[str, Any]:
    theirs = (petition.mobile, petition.email.casefold())
    return {
        "petition_id": petition.id,
        "external_id": one.external_id,
        "channel": one.channel,
        "sender": mask(one.sender),
        "text": one.text,
        "received_at": one.received_at,
        "taken_in_at": now,
        "cause": one.cause.value,
        "other_sender": not one.sender or one.sender.casefold() not in theirs,
    }


def _record_messages(
    session: Session,
    actor: Actor,
    number: int,
    rows: list[dict[str, Any]],
    messages: list[int],
    now: datetime,
) -> None:
    """Records an event in the petition's history, and marks the messages as unread."""
    petition = session.get_one(Petition, number)
    # Increments the version, as every event does.
    session.execute(
        update(Petition)
        .where(Petition.id == number)
        .values(version=petition.version + 1, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    session.expire(petition)
    record_event(
        session,
        item_type="petition",
        item_id=number,
        at=now,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action=WROTE_AGAIN,
        after={
            "texts": len(rows),
            "channel": rows[-1]["channel"],
            "other_sender": any(row["other_sender"] for row in rows),
            VOUCHED: digests_in(session, named_table("petition_message"), messages),
        },
    )
    kept = session.get(WroteAgain, number)
    if kept is None:
        session.add(WroteAgain(petition_id=number, texts=len(rows), unread=True, last_at=now))
    else:
        kept.texts, kept.unread, kept.last_at = kept.texts + len(rows), True, now
    session.flush()


def _join_on_server(
    session: Session, actor: Actor, texts: Sequence[Further], now: datetime
) -> dict[str, Joined]:
    document = {
        "actor_id": actor.person_id,
        "actor": actor.name,
        "at": now.isoformat(),
        "texts": [
            {
                "key": one.key,
                "codes": list(one.codes),
                "channel": one.channel,
                "external_id": one.external_id,
                "sender": one.sender,
                "text": one.text,
                "terms": terms_of((one.text,)),
                "received_at": one.received_at.isoformat(),
                "cause": one.cause.value,
            }
            for one in texts
        ],
    }
    rows = session.execute(
        text("SELECT told, petition, message, fresh FROM app.write_again(CAST(:asked AS jsonb))"),
        {"asked": json.dumps(document, ensure_ascii=False)},
    )
    return {row.told: Joined(row.petition, row.message, row.fresh) for row in rows}
