"""What a routing rule sets on a petition besides the unit: urgency and labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.petitions.bulk.acts import Known
from desktop_app.petitions.bulk.state import PetitionState
from desktop_app.petitions.routing.applying import more_pressing
from desktop_app.petitions.vocabulary import Urgency

Values = dict[str, Any]


def told_of_rule(known: Known) -> Values:
    """Returns the event values that record the labels of the rule."""
    labels = [name for _, name in known.labels]
    return {"labels": labels} if known.rule is not None and labels else {}


def pressed_by_rule(known: Known, states: Sequence[PetitionState]) -> dict[int, Values]:
    """Returns the new values of the petitions whose urgency the rule raises."""
    if known.rule is None:
        return {}
    wanted = {state.id: more_pressing(Urgency(state.urgency), known.rule.then.urgency) for state in states}
    return {
        state.id: {"urgency": wanted[state.id].value} for state in states if wanted[state.id] != state.urgency
    }
