"""Maintains routing rules: administrators edit, order and switch them; the desk reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.templates import valid_line
from desktop_app.people.identity import Group
from desktop_app.petitions.model import Label
from desktop_app.petitions.routing.applying import rule_of
from desktop_app.petitions.routing.checking import Findings, check_rules
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.petitions.routing.rules import Conditions, Consequence, RuleDefinition, words_of
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Role

LONGEST_NAME: Final = 80
LONGEST_PHRASE: Final = 80
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
        actor.must_be(Role.ADMINISTRATOR, act="change_routing")
        with self._database.writing() as session:
            last = session.scalar(select(func.max(RoutingRule.place))) or 0
            row = RoutingRule(place=last + 1, active=False)
            _write(session, row, name, when, then)
            session.add(row)
            session.flush()
            self._note(session, actor, row, "routing_rule_added", {})
            return _one(session, row.id)

    @once
    def change(
        self, actor: Actor, rule_id: int, version: int, name: str, when: Conditions, then: Consequence
    ) -> RuleRow:
        """Replaces the values of a rule. Raises as `add`, and `ConflictError` if it was changed meanwhile."""
        actor.must_be(Role.ADMINISTRATOR, act="change_routing")
        with self._database.writing() as session:
            row = _current(session, rule_id, version)
            before = _audit_values(session, row)
            _write(session, row, name, when, then)
            session.flush()
            self._note(session, actor, row, "routing_rule_changed", before)
            return _one(session, rule_id)

    @once
    def switch(self, actor: Actor, rule_id: int, version: int, *, on: bool) -> RuleRow:
        """Switches a rule on or off; petitions that it routed are not affected."""
        actor.must_be(Role.ADMINISTRATOR, act="change_routing")
        with self._database.writing() as session:
            row = _current(session, rule_id, version)
            before = _audit_values(session, row)
            row.active = on
            session.flush()
            self._note(session, actor, row, "routing_rule_changed", before)
            return _one(session, rule_id)

    @once
    def move(self, actor: Actor, rule_id: int, version: int, place: int) -> tuple[RuleRow, ...]:
        """Moves a rule to a place of the order (from 1; greater values: last), and returns all rules."""
        actor.must_be(Role.ADMINISTRATOR, act="change_routing")
        with self._database.writing() as session:
            # Locked in one order, so that two concurrent moves wait instead of deadlocking.
            rows = session.scalars(select(RoutingRule).order_by(RoutingRule.id).with_for_update()).all()
            row = _current(session, rule_id, version)
            before = _audit_values(session, row)
            others = sorted((one for one in rows if one is not row), key=lambda one: (one.place, one.id))
            at = min(max(place, 1), len(rows)) - 1
            order = [*others[:at], row, *others[at:]]
            moved = {one.id: n for n, one in enumerate(order, 1) if one.place != n and one is not row}
            row.place = at + 1
            session.flush()
            # A shifted rule is not changed: its version stays, so that a person who has it open can still save it.
            for number, new in moved.items():
                session.execute(
                    update(RoutingRule)
                    .where(RoutingRule.id == number)
                    .values(place=new)
                    .execution_options(synchronize_session=False)
                )
            session.expire_all()
            if before["place"] != row.place:
                self._note(session, actor, row, "routing_rule_moved", before)
            return _rows(session)

    def _note(
        self, session: Session, actor: Actor, row: RoutingRule, action: str, before: dict[str, Any]
    ) -> None:
        record_event(
            session,
            item_type="routing_rule",
            item_id=row.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=_audit_values(session, row),
        )


def findings_of(rows: Sequence[RuleRow]) -> Findings:
    """Returns dead rules and contradictions among the rules in force."""
    return check_rules([row.rule for row in rows if row.active and row.unit_active])


def _current(session: Session, rule_id: int, version: int) -> RoutingRule:
    row = session.get(RoutingRule, rule_id, with_for_update=True)
    if row is None:
        raise NotFoundError(item="routing_rule", key=rule_id)
    if row.version != version:
        raise ConflictError(item="routing_rule")
    return row


def _write(session: Session, row: RoutingRule, name: str, when: Conditions, then: Consequence) -> None:
    with session.no_autoflush:
        unit = session.get(Unit, then.unit_id)
        if unit is None or not unit.active:
            raise NotFoundError(item="unit", key=then.unit_id)
        known = set(session.scalars(select(Label.id).where(Label.active)))
    for number in then.label_ids:
        if number not in known:
            raise NotFoundError(item="label", key=number)
    row.name = valid_line(name, "rule_name", LONGEST_NAME)
    row.kinds = _values(when.kinds, Kind)
    row.channels = _values(when.channels, Channel)
    row.groups = _values(when.groups, Group)
    row.about = _phrases(when.about, "about")
    row.words = _phrases(when.words, "rule_words")
    row.unit_id = then.unit_id
    row.urgency = then.urgency.value if then.urgency else None
    row.label_ids = list(dict.fromkeys(then.label_ids))


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


def _audit_values(session: Session, row: RoutingRule) -> dict[str, Any]:
    unit = session.get(Unit, row.unit_id)
    labels = {one.id: one.name for one in session.execute(select(Label.id, Label.name))}
    return {
        "name": row.name,
        "active": row.active,
        "place": row.place,
        "kind": row.kinds,
        "channel": row.channels,
        "group": row.groups,
        "about": row.about,
        "words": row.words,
        "unit_id": row.unit_id,
        "unit_name": unit.name if unit else "",
        "urgency": row.urgency,
        "labels": [labels[number] for number in row.label_ids if number in labels],
    }
