"""Undoes a chunk of a bulk act: each petition is restored, and its history keeps both events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import EventRecord
from desktop_app.petitions.acts.reversals import UNDO
from desktop_app.petitions.bulk.state import read_states
from desktop_app.petitions.desk.conflicts import mark_many_seen
from desktop_app.petitions.desk.detail import takes_back
from desktop_app.petitions.labels.service import PUT_ON, TAKEN_OFF, put_on_many, take_off_many
from desktop_app.petitions.model import Label
from desktop_app.petitions.outbox.announcing import tell_how_it_stands
from desktop_app.petitions.vocabulary import LOOKING
from desktop_app.staff.acting import perform_each
from desktop_app.staff.roles import Actor


def take_back_chunk(
    session: Session,
    actor: Actor,
    key: str,
    ids: Sequence[int],
    seen: Sequence[ColumnElement[bool]],
    now: datetime,
) -> frozenset[int]:
    """Restores the petitions of `ids` whose last event belongs to the run `key`; returns their ids."""
    states = {state.id: state for state in read_states(session, ids, seen)}
    moved: dict[str, list[EventRecord]] = defaultdict(list)
    labelled: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, event in _last_events(session, list(states)).items():
        if event.after.get("bulk") != key:
            continue
        if event.action in (PUT_ON, TAKEN_OFF) and event.actor_id == actor.person_id:
            labelled[event.action, event.after["label_id"]].append(number)
        elif takes_back(actor, event.action, event.actor_id, event.after):
            moved[event.action].append(event)
    undone: set[int] = set()
    for action, events in moved.items():
        items = [Item(event.item_id, states[event.item_id].version) for event in events]
        undone |= take_moves_back(session, actor, action, items, events, now)
    for (action, label_id), numbers in labelled.items():
        label = session.get_one(Label, label_id)
        back = take_off_many if action == PUT_ON else put_on_many
        undone |= set(numbers) - back(session, actor, label, numbers, now).keys()
    return frozenset(undone)


def take_moves_back(
    session: Session,
    actor: Actor,
    action: str,
    items: Sequence[Item],
    events: Sequence[EventRecord],
    now: datetime,
) -> frozenset[int]:
    """Undoes one move of each petition; returns the ids of those restored."""
    verdicts = perform_each(session, UNDO[action], actor, items, now)
    done = frozenset(number for number, verdict in verdicts.items() if verdict.refused is None)
    tell_how_it_stands(session, (event for event in events if event.item_id in done), now)
    mark_many_seen(session, actor, sorted(done))
    return done


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
