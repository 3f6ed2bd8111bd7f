"""Writes one act on a chunk of petitions: a few statements for all of them, one event for each.

The events are those of the desk, word for word, so that each petition's history reads the same and `Desk.undo` takes
one back; `bulk` among their effects names the run that they belong to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.database.kept_statements import overwriting
from desktop_app.office.templates import filled
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.petitions.bulk.acts import Act, HandOver, Known, Refer, Resolve, Take
from desktop_app.petitions.bulk.by_rule import by_rule, told_of_rule
from desktop_app.petitions.bulk.state import PetitionState, snapshot_of
from desktop_app.petitions.model import (
    TO_THE_WHOLE_UNIT,
    Petition,
    PetitionPause,
    PetitionSeen,
    Referral,
    Reply,
)
from desktop_app.petitions.moves import TABLE, on_behalf_of
from desktop_app.petitions.outbox.announcing import take_back_messages, told_of_move
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.registration.register import NO_DEADLINE
from desktop_app.petitions.vocabulary import OPEN, Move, Purpose, Status
from desktop_app.staff.roles import Actor, told_behalf
from desktop_app.wording import digits

Values = dict[str, Any]


def text_for(act: Act, state: PetitionState, actor: Actor, now: datetime) -> str:
    """What is written with the act on this petition: a reply has its variables filled."""
    if not isinstance(act, Resolve):
        return act.text
    values = {
        "name": state.petitioner_name,
        "code": digits(spoken(state.tracking_code)),
        "date": long_date(tehran_day(now)),
        "unit": state.unit_name,
        "clerk": actor.name,
    }
    return filled(act.text, {name: value for name, value in values.items() if value.strip()})


def write(
    session: Session,
    actor: Actor,
    act: Act,
    known: Known,
    texts: Mapping[int, str],
    states: Sequence[PetitionState],
    now: datetime,
    key: str,
) -> None:
    """Does the act with petitions that allow it; `texts` is what is written with it on each."""
    move = act.move
    assert move is not None, "labels are written elsewhere"
    ids = [state.id for state in states]
    effects: dict[int, Values] = {number: {"bulk": key} for number in ids}
    if move is not Move.HAND_OVER and move is not Move.ARCHIVE:
        for number in ids:
            effects[number]["acted"] = []
        for referral, number in _answer_referrals(session, ids, now):
            effects[number]["acted"].append(referral)
    if isinstance(act, Refer):
        for referral, number in _refer(session, actor, act, states, now):
            effects[number]["referral"] = referral
    if move is Move.RESOLVE:
        for reply, number in _send_replies(session, actor, texts, ids, now):
            effects[number]["reply"] = reply
    changed = _changed(move, actor, act, known, now)
    pressed = by_rule(session, known, states, effects)
    names = {name: changed.pop(name) for name in ("unit_name", "assignee_name") if name in changed}
    change_petitions(session, {number: changed | pressed.get(number, {}) for number in ids}, now)
    for number, messages in told_of_move(session, move, ids, now).items():
        effects[number] |= messages
    behalf = {
        state.id: told_behalf(on_behalf_of(move, state.standing, actor)) if actor.delegations else {}
        for state in states
    }
    beside = (
        {"reason": act.reason.strip()}
        if isinstance(act, Resolve) and move is Move.RESOLVE and act.reason.strip()
        else {}
    )
    record(
        session,
        actor,
        move.value,
        {
            state.id: (
                snapshot_of(state),
                snapshot_of(state, changed | names)
                | behalf[state.id]
                | beside
                | told_of_rule(known)
                | {"effects": effects[state.id]},
                texts[state.id],
            )
            for state in states
        },
        now,
    )
    mark_seen(session, actor, ids)


def _changed(move: Move, actor: Actor, act: Act, known: Known, now: datetime) -> Values:
    target = TABLE[move][1]
    changed: Values = {"status": target.value} if target else {}
    if isinstance(act, Refer):
        changed |= {
            "unit_id": act.unit_id,
            "assignee_id": None,
            "unit_name": known.unit_name,
            "assignee_name": "",
        }
    elif isinstance(act, Take):
        changed |= {"assignee_id": actor.person_id, "assignee_name": known.person_name}
    elif isinstance(act, HandOver):
        changed |= {"assignee_id": act.person_id, "assignee_name": known.person_name}
    elif isinstance(act, Resolve):
        changed |= {"outcome": act.outcome.value, "resolved_at": now, "satisfaction": None}
    return changed


def change_petitions(session: Session, changes: Mapping[int, Values], now: datetime) -> None:
    """Gives petitions new values, one statement for all that get the same; what follows from them follows."""
    alike: dict[tuple[tuple[str, Any], ...], list[int]] = defaultdict(list)
    for number, values in changes.items():
        whole = dict(values)
        if "status" in whole:
            whole["is_open"] = Status(whole["status"]) in OPEN
        if "due_on" in whole:
            whole["due_order"] = whole["due_on"] or NO_DEADLINE
        alike[tuple(sorted(whole.items()))].append(number)
    for shared, ids in alike.items():
        session.execute(
            update(Petition)
            .where(Petition.id.in_(ids))
            .values(**dict(shared), changed_at=now, version=Petition.version + 1)
            .execution_options(synchronize_session=False)
        )


def record(
    session: Session,
    actor: Actor,
    action: str,
    told: Mapping[int, tuple[Values, Values, str]],
    now: datetime,
) -> None:
    """Appends an event (before, after, text) to the history of each petition."""
    counted = session.execute(
        select(EventRecord.item_id, func.max(EventRecord.sequence))
        .where(EventRecord.item_type == "petition", EventRecord.item_id.in_(list(told)))
        .group_by(EventRecord.item_id)
    )
    last: dict[int, int] = {row[0]: row[1] for row in counted}
    # Asking for the ids back is what makes one statement of many rows.
    session.execute(
        insert(EventRecord).returning(EventRecord.id),
        [
            {
                "item_type": "petition",
                "item_id": number,
                "sequence": last.get(number, 0) + 1,
                "at": now,
                "actor_id": actor.person_id,
                "actor_name": actor.name,
                "action": action,
                "before": before,
                "after": after,
                "text": text,
            }
            for number, (before, after, text) in told.items()
        ],
    )


def mark_seen(session: Session, actor: Actor, ids: Sequence[int]) -> None:
    """What a person has done themselves is not unread for them."""
    if actor.person_id is None or not ids:
        return
    bind: Any = session.get_bind()
    now_read = select(Petition.id, literal(actor.person_id), Petition.version).where(Petition.id.in_(ids))
    dialect = sqlite if bind.dialect.name == "sqlite" else postgresql
    key = ("petition_id", "person_id")
    seen = dialect.insert(PetitionSeen).from_select([*key, "version"], now_read)
    session.execute(overwriting(seen, key, ("version",)))


def take_back(session: Session, effects: Iterable[Values], now: datetime) -> None:
    """Undoes what acts did beside the petitions' own rows: as the desk does for one."""
    together: dict[str, list[int]] = defaultdict(list)
    for one in effects:
        for name, found in one.items():
            if name not in ("bulk", "urgency", "labels"):
                together[name].extend(found if isinstance(found, list) else [found])
    if together["referral"]:
        session.execute(delete(Referral).where(Referral.id.in_(together["referral"])))
    if together["acted"]:
        again = {"acted_at": None, "result": None}
        session.execute(update(Referral).where(Referral.id.in_(together["acted"])).values(**again))
    if together["reply"]:
        session.execute(update(Reply).where(Reply.id.in_(together["reply"])).values(sent_at=None))
    if together["pause_ended"]:
        ended = PetitionPause.id.in_(together["pause_ended"])
        session.execute(update(PetitionPause).where(ended).values(ended=None))
    take_back_messages(session, together["messages"], together["withheld"], now)


def _answer_referrals(session: Session, ids: Sequence[int], now: datetime) -> list[tuple[int, int]]:
    """Marks the open referrals of the petitions' own units as acted on: their ids, and the petitions'."""
    found = session.execute(
        select(Referral.id, Referral.petition_id)
        .join(Petition, Petition.id == Referral.petition_id)
        .where(
            Referral.petition_id.in_(ids),
            Referral.acted_at.is_(None),
            Referral.to_unit_id == Petition.unit_id,
            TO_THE_WHOLE_UNIT,
        )
        .order_by(Referral.id)
    )
    waiting = [(row[0], row[1]) for row in found]
    if waiting:
        session.execute(
            update(Referral)
            .where(Referral.id.in_([referral for referral, _ in waiting]))
            .values(acted_at=now, seen_at=func.coalesce(Referral.seen_at, now))
            .execution_options(synchronize_session=False)
        )
    return waiting


def _refer(
    session: Session, actor: Actor, act: Refer, states: Sequence[PetitionState], now: datetime
) -> list[tuple[int, int]]:
    made = session.execute(
        insert(Referral).returning(Referral.id, Referral.petition_id),
        [
            {
                "petition_id": state.id,
                "from_unit_id": state.unit_id,
                "to_unit_id": act.unit_id,
                "purpose": Purpose.ACTION.value,
                "order_note": act.text,
                "sent_by_id": actor.person_id,
                "sent_at": now,
                "rule_id": act.rule_id,
            }
            for state in states
        ],
    )
    return [(row[0], row[1]) for row in made]


def _send_replies(
    session: Session, actor: Actor, texts: Mapping[int, str], ids: Sequence[int], now: datetime
) -> list[tuple[int, int]]:
    """Sends a reply on each petition; a draft that stands there becomes the reply."""
    drafted = session.execute(
        select(Reply.petition_id, func.max(Reply.id))
        .where(Reply.petition_id.in_(ids), Reply.sent_at.is_(None))
        .group_by(Reply.petition_id)
    )
    drafts: dict[int, int] = {row[0]: row[1] for row in drafted}
    written = {"author_id": actor.person_id, "written_at": now, "sent_at": now}
    if drafts:
        session.execute(
            update(Reply),
            [{"id": draft, "text": texts[number], **written} for number, draft in drafts.items()],
        )
    found = [(draft, number) for number, draft in drafts.items()]
    fresh = [
        {"petition_id": number, "text": texts[number], **written} for number in ids if number not in drafts
    ]
    if fresh:
        made = session.execute(insert(Reply).returning(Reply.id, Reply.petition_id), fresh)
        found.extend((row[0], row[1]) for row in made)
    return found
