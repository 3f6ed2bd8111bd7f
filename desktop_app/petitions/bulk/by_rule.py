"""What a routing rule does with a petition beside sending it to a unit: how pressing it is, and labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from desktop_app.petitions.bulk.acts import Known
from desktop_app.petitions.bulk.state import PetitionState
from desktop_app.petitions.model import PetitionLabel
from desktop_app.petitions.routing.applying import more_pressing
from desktop_app.petitions.vocabulary import Urgency

Values = dict[str, Any]


def by_rule(
    session: Session, known: Known, states: Sequence[PetitionState], effects: Mapping[int, Values]
) -> dict[int, Values]:
    """Puts the labels of a rule on petitions, and notes among their `effects` what undo takes back; returns what the
    move changes in each besides."""
    for label, number in _put_labels(session, known, [state.id for state in states]):
        effects[number].setdefault("labels", []).append(label)
    pressed = _pressed(known, states)
    for state in states:
        if state.id in pressed:
            effects[state.id]["urgency"] = state.urgency
    return pressed


def told_of_rule(known: Known) -> Values:
    """What the history says of the rule."""
    if known.rule is None:
        return {}
    labels = [name for _, name in known.labels]
    return {"rule_id": known.rule.id, "rule": known.rule.name} | ({"labels": labels} if labels else {})


def _put_labels(session: Session, known: Known, ids: Sequence[int]) -> list[tuple[int, int]]:
    """Puts the labels of a rule on petitions that have them not: (label, petition)."""
    numbers = [number for number, _ in known.labels]
    if not numbers:
        return []
    there = PetitionLabel.label_id.in_(numbers), PetitionLabel.petition_id.in_(ids)
    found = session.execute(select(PetitionLabel.label_id, PetitionLabel.petition_id).where(*there))
    known_pairs = {(row[0], row[1]) for row in found}
    put = [(label, number) for label in numbers for number in ids if (label, number) not in known_pairs]
    if put:
        session.execute(
            insert(PetitionLabel), [{"petition_id": number, "label_id": label} for label, number in put]
        )
    return put


def take_labels_off(session: Session, effects: Mapping[int, Values]) -> None:
    """Undoes what acts put on petitions, by petition."""
    by_label: dict[int, list[int]] = defaultdict(list)
    for number, one in effects.items():
        for label in one.get("labels", ()):
            by_label[label].append(number)
    for label, ids in by_label.items():
        session.execute(
            delete(PetitionLabel).where(PetitionLabel.label_id == label, PetitionLabel.petition_id.in_(ids))
        )


def _pressed(known: Known, states: Sequence[PetitionState]) -> dict[int, Values]:
    """How pressing a rule makes petitions that were less so."""
    if known.rule is None:
        return {}
    wanted = {state.id: more_pressing(Urgency(state.urgency), known.rule.then.urgency) for state in states}
    return {
        state.id: {"urgency": wanted[state.id].value} for state in states if wanted[state.id] != state.urgency
    }
