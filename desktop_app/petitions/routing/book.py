"""Maintains routing rules: administrators edit, order and switch them; the desk reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.templates import valid_line
from desktop_app.people.identity import Group
from desktop_app.petitions.model import Label
from desktop_app.petitions.routing.acts import ADDED, CHANGED, MOVED, SWITCHED
from desktop_app.petitions.routing.applying import rule_of
from desktop_app.petitions.routing.checking import Findings, check_rules
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.petitions.routing.rules import Conditions, Consequence, RuleDefinition, words_of
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer, reorder

LONGEST_NAME: Final = 80
LONGEST_PHRASE: Final = 80
_DENIED: Final = "change_routing"
#: The maximum number of words, and of subjects, of one rule.
MOST_PHRASES: Final = 40


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as screens show it; nothing is sent to a unit without `unit_active`."""

    version: int
    place: int
    active: bool
    rule: RuleDefinition
    unit_name: str
    unit_active: bool
    label_names: tuple[str, ...]

    @property
    def id(self) -> int:
        return self.rule.id


class RoutingRules:
    """Adds, changes, orders and switches rules. A new one is switched off until it was tested."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[RuleRow, ...]:
        """Returns every rule, in their order."""
        with self._database.reading() as session:
            return _rows(session)

    @once
    def add(self, actor: Actor, name: str, when: Conditions, then: Consequence) -> RuleRow:
        """Adds a rule after all others, switched off. Raises `InvalidValueError`, `NotFoundError` for a unit or
        a label that is not in use.
        """
        new = _columns(name, when, then)
        with self._database.writing() as session:
            place = (session.scalar(select(func.max(RoutingRule.place))) or 0) + 1
            return _one(session, self._do(session, ADDED, actor, new | {"place": place}, then))

    @once
    def change(
        self, actor: Actor, rule_id: int, version: int, name: str, when: Conditions, then: Consequence
    ) -> RuleRow:
        """Replaces the values of a rule. Raises as `add`, and `ConflictError` if it was changed meanwhile."""
        item = Item(rule_id, version, given=_columns(name, when, then))
        with self._database.writing() as session:
            self._do(session, CHANGED, actor, item, then)
            return _one(session, rule_id)

    @once
    def switch(self, actor: Actor, rule_id: int, version: int, *, on: bool) -> RuleRow:
        """Switches a rule on or off; petitions that it routed are not affected."""
        with self._database.writing() as session:
            self._do(session, SWITCHED, actor, Item(rule_id, version, given={"active": on}))
            return _one(session, rule_id)

    @once
    def move(self, actor: Actor, rule_id: int, version: int, place: int) -> tuple[RuleRow, ...]:
        """Moves a rule to a place of the order (from 1; greater values: last), and returns all rules."""
        with self._database.writing() as session:
            rows = session.scalars(select(RoutingRule).order_by(RoutingRule.place, RoutingRule.id)).all()
            versions = {row.id: row.version for row in rows}
            if rule_id not in versions:
                raise NotFoundError(item="routing_rule", key=rule_id)
            if versions[rule_id] != version:
                raise ConflictError(item="routing_rule")
            order = [number for number in versions if number != rule_id]
            order.insert(min(max(place, 1), len(rows)) - 1, rule_id)
            places, now = {row.id: row.place for row in rows}, self._database.now(session)
            reorder(session, MOVED, actor, places, order, now, denied=_DENIED)
            return _rows(session)

    def _do(
        self,
        session: Session,
        act: Act,
        actor: Actor,
        item: Item | dict[str, Any],
        then: Consequence | None = None,
    ) -> int:
        errors: dict[str, AppError] = {}
        if then is not None:
            errors["no_such_unit"] = NotFoundError(item="unit", key=then.unit_id)
            errors["no_such_label"] = NotFoundError(item="label", key=",".join(map(str, then.label_ids)))
        now = self._database.now(session)
        return administer(session, act, actor, item, now, denied=_DENIED, errors=errors)


def findings_of(rows: Sequence[RuleRow]) -> Findings:
    """Returns dead rules and contradictions among the rules in force."""
    return check_rules([row.rule for row in rows if row.active and row.unit_active])


def _columns(name: str, when: Conditions, then: Consequence) -> dict[str, Any]:
    """Returns the columns of a rule. Raises `InvalidValueError`."""
    return {
        "name": valid_line(name, "rule_name", LONGEST_NAME),
        "kinds": _values(when.kinds, Kind),
        "channels": _values(when.channels, Channel),
        "groups": _values(when.groups, Group),
        "about": _phrases(when.about, "about"),
        "phrases": _phrases(when.words, "rule_words"),
        "unit_id": then.unit_id,
        "urgency": then.urgency.value if then.urgency else None,
        "label_ids": list(dict.fromkeys(then.label_ids)),
    }


def _values(named: Iterable[str], known: type[Kind] | type[Channel] | type[Group]) -> list[str]:
    """Returns the values in the order of the vocabulary; empty if all are named, which means the same."""
    wanted = {known(value) for value in named}
    return [value.value for value in known if value in wanted] if len(wanted) < len(known) else []


def _phrases(typed: Iterable[str], field: str) -> list[str]:
    """Returns the phrases as typed, each once by its key."""
    found: dict[str, str] = {}
    for phrase in typed:
        if not phrase.strip():
            continue
        line = valid_line(phrase, field, LONGEST_PHRASE)
        key = " ".join(words_of(line))
        if not key:
            raise InvalidValueError(field=field, reason="no_word", value=line)
        found.setdefault(key, line)
    if len(found) > MOST_PHRASES:
        raise InvalidValueError(field=field, reason="too_many", value="")
    return list(found.values())


def _rows(session: Session) -> tuple[RuleRow, ...]:
    rows = session.scalars(select(RoutingRule).order_by(RoutingRule.place, RoutingRule.id)).all()
    units = {unit.id: unit for unit in session.scalars(select(Unit))}
    labels = {row.id: row.name for row in session.execute(select(Label.id, Label.name))}
    return tuple(
        RuleRow(
            row.version,
            row.place,
            row.active,
            rule_of(row),
            units[row.unit_id].name,
            units[row.unit_id].active,
            tuple(labels[number] for number in row.label_ids if number in labels),
        )
        for row in rows
    )


def _one(session: Session, rule_id: int) -> RuleRow:
    return next(row for row in _rows(session) if row.id == rule_id)
