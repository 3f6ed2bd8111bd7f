"""Writes one act on a chunk of petitions: a few statements for all, one event for each.

The acts are those of the desk (`petitions.acts`), so the history reads the same and `Desk.undo` can undo one
of them. `bulk` in the events is the key of the run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.errors import AppError
from desktop_app.office.templates import filled
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.petitions.acts.moves import ACTS
from desktop_app.petitions.bulk.acts import Act, HandOver, Known, Refer, Resolve
from desktop_app.petitions.bulk.by_rule import pressed_by_rule, told_of_rule
from desktop_app.petitions.bulk.state import PetitionState
from desktop_app.petitions.desk.conflicts import do_many
from desktop_app.petitions.outbox.announcing import messages_of_move
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.vocabulary import Move
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits

Values = dict[str, Any]


def text_for(act: Act, state: PetitionState, actor: Actor, now: datetime, known: Known) -> str:
    """Returns the text of the act for this petition; the variables of a reply are filled in."""
    if not isinstance(act, Resolve):
        return act.text
    values = {
        "name": state.petitioner_name,
        "code": digits(spoken(state.tracking_code)),
        "date": long_date(tehran_day(now)),
        "unit": state.unit_name,
        "clerk": actor.name,
        "signature": known.signature or actor.name,
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
) -> dict[int, AppError]:
    """Performs the act on petitions that allow it, and returns the errors of the others.

    `texts` has the text for each. Another person may have changed one since `states` were read.
    """
    move = act.move
    assert move is not None, "labels are written elsewhere"
    ids = [state.id for state in states]
    remarks: Values = {"bulk": key} | told_of_rule(known)
    given: dict[int, Values] = {number: {} for number in ids}
    rows: dict[str, list[Values]] = {}
    replies: dict[int, str] = {}
    outcome = None
    if isinstance(act, Refer):
        pressed = pressed_by_rule(known, states)
        to = {"unit_id": act.unit_id, "assignee_id": act.person_id, "rule_id": act.rule_id}
        given = {number: to | pressed.get(number, {}) for number in ids}
        rows["labels"] = [{"item": number, "label_id": label} for number in ids for label, _ in known.labels]
    elif isinstance(act, HandOver):
        given = {number: {"assignee_id": act.person_id} for number in ids}
    elif isinstance(act, Resolve):
        outcome = act.outcome.value
        given = {number: {"outcome": outcome} for number in ids}
        if move is Move.RESOLVE:
            replies = dict(texts)
            given = {number: {"outcome": outcome, "reason": act.reason} for number in ids}
    rows["messages"] = messages_of_move(session, move, ids, now, outcome=outcome, replies=replies)
    items = [Item(state.id, state.version, texts[state.id], given[state.id], remarks) for state in states]
    return do_many(session, ACTS[move], actor, items, rows, now)
