"""Applies the routing rules in force, inside the caller's transaction, to petitions that arrive without a unit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop_app.people.identity import Group
from desktop_app.people.model import Petitioner
from desktop_app.petitions.model import Label, Petition, PetitionText
from desktop_app.petitions.routing.matching import Router
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.petitions.routing.rules import Conditions, Consequence, RuleDefinition
from desktop_app.petitions.vocabulary import Urgency
from desktop_app.staff.model import Unit

_PRESSING = tuple(Urgency)


def router_in_force(session: Session) -> Router:
    """Returns a router over the active rules in their order, without those whose unit is retired."""
    statement = select(RoutingRule).join(Unit, Unit.id == RoutingRule.unit_id)
    in_force = statement.where(RoutingRule.active, Unit.active).order_by(RoutingRule.place, RoutingRule.id)
    return _router(tuple(rule_of(row) for row in session.scalars(in_force)))


def as_they_came(*beside: Any) -> Select[Any]:
    """Returns the SELECT of stored petitions with the columns of `Incoming`, after the columns `beside`."""
    return (
        select(
            *beside,
            Petition.kind,
            Petition.channel,
            func.coalesce(Petitioner.group, Group.CITIZEN.value),
            Petition.about,
            Petition.subject,
            PetitionText.body,
        )
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
    )


def rule_of(row: RoutingRule) -> RuleDefinition:
    """Returns a stored rule as the router's type."""
    return RuleDefinition(
        row.id,
        row.name,
        Conditions(
            frozenset(row.kinds),
            frozenset(row.channels),
            frozenset(row.groups),
            tuple(row.about),
            tuple(row.phrases),
        ),
        Consequence(row.unit_id, Urgency(row.urgency) if row.urgency else None, tuple(row.label_ids)),
    )


@lru_cache(maxsize=4)
def _router(rules: tuple[RuleDefinition, ...]) -> Router:
    # Cached: an import registers a few hundred petitions at a time, with the same rules each time.
    return Router(rules)


def labels_in_use(session: Session, wanted: Collection[int]) -> dict[int, tuple[int, str]]:
    """Returns the active labels of these ids as (id, name), following merges."""
    if not wanted:
        return {}
    rows: dict[int, Any] = {
        row.id: row
        for row in session.execute(select(Label.id, Label.name, Label.active, Label.merged_into_id))
    }
    found: dict[int, tuple[int, str]] = {}
    for number in wanted:
        row = rows.get(number)
        while row is not None and row.merged_into_id is not None:
            row = rows.get(row.merged_into_id)
        if row is not None and row.active:
            found[number] = row.id, row.name
    return found


def labels_of_rule(session: Session, rule: RuleDefinition) -> tuple[tuple[int, str], ...]:
    """Returns the labels that a rule attaches now, each once: two of them may have been merged since."""
    return labels_put_on(rule, labels_in_use(session, rule.then.label_ids))


def labels_put_on(rule: RuleDefinition, in_use: Mapping[int, tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Does the same as `labels_of_rule` with labels that were looked up before (`labels_in_use`)."""
    return tuple(dict.fromkeys(in_use[number] for number in rule.then.label_ids if number in in_use))


def more_pressing(one: Urgency, other: Urgency | None) -> Urgency:
    """Returns the more urgent of both: a rule never lowers the urgency."""
    return one if other is None else max(one, other, key=_PRESSING.index)
