"""Takes back a chunk of what an act on many did: each petition is as it was before, and its history shows both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.petitions.bulk.by_rule import take_labels_off
from desktop_app.petitions.bulk.state import read_states, snapshot_of
from desktop_app.petitions.bulk.writing import change_petitions, mark_seen, record, take_back
from desktop_app.petitions.desk.detail import takes_back
from desktop_app.petitions.desk.disclosure import LOOKING
from desktop_app.petitions.labels.service import PUT_ON, TAKEN_OFF, put_on_many, take_off_many
from desktop_app.petitions.model import Label
from desktop_app.staff.roles import Actor

_BEHALF = ("on_behalf_of_id", "on_behalf_of")
_DAYS = ("due_on", "paused_on")
_NAMES = ("unit_name", "assignee_name")


def take_back_chunk(
    session: Session,
    actor: Actor,
    key: str,
    ids: Sequence[int],
    seen: Sequence[ColumnElement[bool]],
    now: datetime,
) -> frozenset[int]:
    """Restores those of `ids` on whose last act, which was the run `key`'s, nobody has built; returns which."""
    states = {state.id: state for state in read_states(session, ids, seen)}
    told: dict[int, tuple[dict[str, Any], dict[str, Any], str]] = {}
    changes: dict[int, dict[str, Any]] = {}
    effects: dict[int, dict[str, Any]] = {}
    labelled: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, event in _last_events(session, list(states)).items():
        mine = event.after.get("effects", {}).get("bulk") == key
        if mine and event.action in (PUT_ON, TAKEN_OFF) and event.actor_id == actor.person_id:
            labelled[event.action, event.after["label_id"]].append(number)
            continue
        if not mine or not takes_back(actor, event.action, event.actor_id, event.after):
            continue
        former = former_values(event.before)
        names = {name: event.before[name] for name in _NAMES}
        state = states[number]
        kept = {name: event.after[name] for name in _BEHALF if name in event.after}
        after = snapshot_of(state, former | names) | kept | {"undone": event.action}
        told[number] = (snapshot_of(state), after, "")
        pressing = event.after["effects"].get("urgency")
        changes[number] = former | ({"urgency": pressing} if pressing else {})
        effects[number] = event.after["effects"]
    if told:
        # The petitions first: without the referral that is taken back they may be out of sight.
        change_petitions(session, changes, now)
        take_back(session, effects.values(), now)
        take_labels_off(session, effects)
        record(session, actor, "undo", told, now)
        mark_seen(session, actor, list(told))
    for (action, label_id), numbers in labelled.items():
        label = session.get_one(Label, label_id)
        (take_off_many if action == PUT_ON else put_on_many)(session, actor, label, numbers, now)
    return frozenset(told).union(*labelled.values())


def former_values(before: dict[str, Any]) -> dict[str, Any]:
    """The columns of a snapshot, as the table keeps them."""
    values = {name: value for name, value in before.items() if name not in _NAMES}
    values |= {name: date.fromisoformat(values[name]) if values[name] else None for name in _DAYS}
    resolved = values["resolved_at"]
    values["resolved_at"] = datetime.fromisoformat(resolved) if resolved else None
    return values


def _last_events(session: Session, ids: Sequence[int]) -> dict[int, EventRecord]:
    last = (
        select(EventRecord.item_id, func.max(EventRecord.sequence).label("sequence"))
        .where(
            EventRecord.item_type == "petition",
            EventRecord.item_id.in_(ids),
            EventRecord.action.not_in(LOOKING),
        )
        .group_by(EventRecord.item_id)
        .subquery()
    )
    here = and_(
        EventRecord.item_type == "petition",
        EventRecord.item_id == last.c.item_id,
        EventRecord.sequence == last.c.sequence,
    )
    return {event.item_id: event for event in session.scalars(select(EventRecord).join(last, here))}
