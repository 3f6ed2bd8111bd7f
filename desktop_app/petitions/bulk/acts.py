"""What can be done with many petitions at once, and why it cannot be done with one of them.

The rules are those of the desk (`petitions.moves`); what an act asks beyond them stands here, and nowhere twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import AppError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.model import Label
from desktop_app.petitions.moves import MoveContext, refusal
from desktop_app.petitions.outcomes import must_be_offered
from desktop_app.petitions.routing.applying import labels_of_rule, rule_of
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.petitions.routing.rules import RuleDefinition
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Move, Outcome, Status
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class Refer:
    """To a unit, for action, with an order note; what is in progress needs one. `rule_id`: by that routing rule."""

    move: ClassVar = Move.REFER
    unit_id: int
    text: str = ""
    rule_id: int | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """Assigns to oneself what waits in one's unit."""

    move: ClassVar = Move.TAKE
    text: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """To a clerk of the unit that has it."""

    move: ClassVar = Move.HAND_OVER
    person_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Resolve:
    """With an outcome; `text` is the reply, which may hold the variables of a saved reply, or the reason where none
    is given; `reason` stands beside a reply where the outcome wants one."""

    outcome: Outcome
    text: str
    reason: str = ""

    @property
    def move(self) -> Move:
        return Move.CLOSE if self.outcome in CLOSING_WITHOUT_ANSWER else Move.RESOLVE


@dataclass(frozen=True, slots=True)
class Archive:
    """Puts away what is resolved."""

    move: ClassVar = Move.ARCHIVE
    text: str = ""


@dataclass(frozen=True, slots=True)
class PutLabel:
    """Puts a label on (`on`), or takes it off; no move: whoever is at the desk and sees them may."""

    label_id: int
    on: bool = True
    text: str = ""

    @property
    def move(self) -> None:
        return None


Act = Refer | Take | HandOver | Resolve | Archive | PutLabel
#: The longest text of an event.
LONGEST_TEXT = 100_000


@dataclass(frozen=True, slots=True)
class Known:
    """What an act speaks of, by name: read once, for all petitions."""

    unit_name: str = ""
    person_name: str = ""
    label: Label | None = None
    #: The rule by which it is referred, and the labels that come with that: number and name.
    rule: RuleDefinition | None = None
    labels: tuple[tuple[int, str], ...] = ()
    #: The units in which the person who is to get it is a clerk.
    clerk_in: frozenset[int] = frozenset()


def known_of(session: Session, actor: Actor, act: Act) -> Known:
    """Looks up what the act names. Raises where it can be done with no petition at all: `NotFoundError`,
    `InvalidValueError`, `NotPermittedError`, `RuleError`."""
    if len(act.text) > LONGEST_TEXT:
        raise InvalidValueError(field="text", reason="too_long", value="")
    _must_be_complete(session, actor, act)
    if isinstance(act, PutLabel):
        return Known(label=_label(session, act))
    if isinstance(act, Refer):
        unit = session.get(Unit, act.unit_id)
        if unit is None or not unit.active:
            raise NotFoundError(item="unit", key=act.unit_id)
        rule = _rule(session, act)
        labels = labels_of_rule(session, rule) if rule is not None else ()
        return Known(unit_name=unit.name, rule=rule, labels=labels)
    who = act.person_id if isinstance(act, HandOver) else actor.person_id
    person = session.get(Person, who) if who is not None else None
    if isinstance(act, HandOver) and (person is None or not person.active):
        raise NotFoundError(item="person", key=act.person_id)
    units = select(PersonRole.unit_id).where(
        PersonRole.person_id == who, PersonRole.role == Role.CLERK.value, PersonRole.unit_id.is_not(None)
    )
    clerk_in = frozenset(unit for unit in session.scalars(units) if unit is not None)
    return Known(person_name=person.full_name if person else "", clerk_in=clerk_in)


def _rule(session: Session, act: Refer) -> RuleDefinition | None:
    if act.rule_id is None:
        return None
    row = session.get(RoutingRule, act.rule_id)
    if row is None or not row.active or row.unit_id != act.unit_id:
        raise NotFoundError(item="routing_rule", key=act.rule_id)
    return rule_of(row)


def name_of(session: Session, act: Act) -> str:
    """The name of the unit, person or label that an act speaks of, whether or not it can be done; empty where it
    speaks of none, or of one that is not there any more."""
    if isinstance(act, Refer):
        unit = session.get(Unit, act.unit_id)
        return unit.name if unit is not None else ""
    if isinstance(act, HandOver):
        person = session.get(Person, act.person_id)
        return person.full_name if person is not None else ""
    if isinstance(act, PutLabel):
        label = session.get(Label, act.label_id)
        return label.name if label is not None else ""
    return ""


def _must_be_complete(session: Session, actor: Actor, act: Act) -> None:
    if isinstance(act, HandOver | Resolve) and not act.text.strip():
        field = "reply" if act.move is Move.RESOLVE else "reason"
        raise InvalidValueError(field=field, reason="empty", value="")
    if isinstance(act, Resolve):
        must_be_offered(session, act.outcome, act.reason)
        if act.outcome is Outcome.DUPLICATE:
            # Each duplicate names the one that it repeats.
            raise RuleError(rule="duplicates_one_by_one")
    if isinstance(act, Take) and actor.person_id is None:
        raise NotPermittedError(act="take", who_may=Role.CLERK.value)
    if isinstance(act, PutLabel):
        actor.must_be(Role.CLERK, Role.MANAGER, act="label")


def _label(session: Session, act: PutLabel) -> Label:
    label = session.get(Label, act.label_id)
    if label is None or label.merged_into_id is not None:
        raise NotFoundError(item="label", key=act.label_id)
    if act.on and not label.active:
        raise RuleError(rule="label_is_retired")
    return label


def refused(
    act: Act, known: Known, standing: MoveContext, actor: Actor, *, labelled: bool = False
) -> AppError | None:
    """Why the act cannot be done with a petition that stands so (`labelled`: has the label that it is about); None
    where it can."""
    if isinstance(act, PutLabel):
        if labelled is act.on:
            return RuleError(rule="labelled_already" if act.on else "not_labelled")
        return None
    rule = refusal(act.move, standing, actor) or _own_rule(act, known, standing)
    if rule is not None:
        return RuleError(rule=rule)
    if isinstance(act, Refer) and standing.status is Status.IN_PROGRESS and not act.text.strip():
        return InvalidValueError(field="order_note", reason="empty", value="")
    return None


def _own_rule(act: Act, known: Known, standing: MoveContext) -> str | None:
    """What an act asks beyond the table of moves."""
    if isinstance(act, Refer) and standing.unit_id == act.unit_id:
        return "already_in_this_unit"
    if isinstance(act, HandOver):
        if standing.assignee_id == act.person_id:
            return "has_it_already"
        if standing.unit_id not in known.clerk_in:
            return "not_a_clerk_of_the_unit"
    if isinstance(act, Resolve) and standing.status is Status.WAITING:
        # Its clock has to be set going first, and that is counted day by day.
        return "waiting_one_by_one"
    return None
