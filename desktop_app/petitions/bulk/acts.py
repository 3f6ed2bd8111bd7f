"""Acts on many petitions, and the rules that exclude a petition from one.

The rules are those of the desk (`petitions.moves`); this module has only the additional rules of bulk acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import AppError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.petitions.model import Label
from desktop_app.petitions.moves import MoveContext, refusal, refusal_error
from desktop_app.petitions.outcomes import must_be_offered
from desktop_app.petitions.routing.applying import labels_of_rule, rule_of
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.petitions.routing.rules import RuleDefinition
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, DECIDING, Move, Outcome, Status
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Role
from desktop_app.staff.signatures import signature_of


@dataclass(frozen=True, slots=True)
class Refer:
    """Refers to a unit for action, or to one of its clerks (`person_id`), with an order note, which is required for
    petitions in progress. `rule_id` is the routing rule, if one caused it.
    """

    move: ClassVar = Move.REFER
    unit_id: int
    text: str = ""
    rule_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """Assigns petitions that wait in the actor's unit to the actor."""

    move: ClassVar = Move.TAKE
    text: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hands over to another clerk of the petition's unit."""

    move: ClassVar = Move.HAND_OVER
    person_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Resolve:
    """Closes with an outcome.

    `text` is the reply, which may contain the variables of a saved reply, or the reason if the outcome has no
    reply. `reason` is recorded beside a reply for outcomes that require one.
    """

    outcome: Outcome
    text: str
    reason: str = ""

    @property
    def move(self) -> Move:
        return Move.CLOSE if self.outcome in CLOSING_WITHOUT_ANSWER else Move.RESOLVE


@dataclass(frozen=True, slots=True)
class Archive:
    """Archives resolved petitions."""

    move: ClassVar = Move.ARCHIVE
    text: str = ""


@dataclass(frozen=True, slots=True)
class PutLabel:
    """Adds a label (`on`) or removes it. This is no move: anyone at the desk who sees the petition may do it."""

    label_id: int
    on: bool = True
    text: str = ""

    @property
    def move(self) -> None:
        return None


Act = Refer | Take | HandOver | Resolve | Archive | PutLabel
#: Maximum length of the text of an event.
LONGEST_TEXT = 100_000


@dataclass(frozen=True, slots=True)
class Known:
    """The names and values that an act refers to, read once for all petitions."""

    label: Label | None = None
    #: The routing rule of the referral, and the labels that it adds: id and name.
    rule: RuleDefinition | None = None
    labels: tuple[tuple[int, str], ...] = ()
    #: The units in which the recipient is a clerk.
    clerk_in: frozenset[int] = frozenset()
    #: The name of whoever replies, with the lines below it; empty where they wrote none.
    signature: str = ""


def known_of(session: Session, actor: Actor, act: Act) -> Known:
    """Loads what the act refers to.

    Raises `NotFoundError`, `InvalidValueError`, `NotPermittedError` or `RuleError` if the act is impossible
    for every petition.
    """
    if len(act.text) > LONGEST_TEXT:
        raise InvalidValueError(field="text", reason="too_long", value="")
    _must_be_complete(session, actor, act)
    if isinstance(act, PutLabel):
        return Known(label=_label(session, act))
    if isinstance(act, Refer):
        unit = session.get(Unit, act.unit_id)
        if unit is None or not unit.active:
            raise NotFoundError(item="unit", key=act.unit_id)
        if act.person_id is not None and act.unit_id not in _clerk_in(session, act.person_id):
            raise RuleError(rule="not_a_clerk_of_the_unit")
        rule = _rule(session, act)
        labels = labels_of_rule(session, rule) if rule is not None else ()
        return Known(rule=rule, labels=labels)
    if isinstance(act, Resolve):
        return Known(signature=signature_of(session, actor.person_id))
    if not isinstance(act, HandOver):
        return Known()
    return Known(clerk_in=_clerk_in(session, act.person_id))


def _clerk_in(session: Session, person_id: int) -> frozenset[int]:
    """Returns the units in which an active person is a clerk. Raises `NotFoundError` for anybody else."""
    person = session.get(Person, person_id)
    if person is None or not person.active:
        raise NotFoundError(item="person", key=person_id)
    units = select(PersonRole.unit_id).where(
        PersonRole.person_id == person_id,
        PersonRole.role == Role.CLERK.value,
        PersonRole.unit_id.is_not(None),
    )
    return frozenset(unit for unit in session.scalars(units) if unit is not None)


def _rule(session: Session, act: Refer) -> RuleDefinition | None:
    if act.rule_id is None:
        return None
    row = session.get(RoutingRule, act.rule_id)
    if row is None or not row.active or row.unit_id != act.unit_id:
        raise NotFoundError(item="routing_rule", key=act.rule_id)
    return rule_of(row)


def name_of(session: Session, act: Act) -> str:
    """Returns the name of the unit, person or label of an act, valid or not; empty if it has none or it was
    deleted.
    """
    if isinstance(act, Refer):
        unit = session.get(Unit, act.unit_id)
        clerk = session.get(Person, act.person_id) if act.person_id is not None else None
        return place_words(unit.name if unit else "", clerk.full_name if clerk else "")
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
            # A duplicate must name its own original.
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
    """Returns why the act is refused for a petition in this state, or None.

    `labelled` says whether the petition has the label of the act.
    """
    if isinstance(act, PutLabel):
        if labelled is act.on:
            return RuleError(rule="labelled_already" if act.on else "not_labelled")
        return None
    rule = refusal(act.move, standing, actor) or _own_rule(act, known, standing)
    if rule is not None:
        return refusal_error(rule, standing)
    if isinstance(act, Refer) and standing.status is Status.IN_PROGRESS and not act.text.strip():
        return InvalidValueError(field="order_note", reason="empty", value="")
    return None


def _own_rule(act: Act, known: Known, standing: MoveContext) -> str | None:
    """Returns the additional rule of the act that refuses the petition, or None."""
    if isinstance(act, Refer) and standing.unit_id == act.unit_id and act.person_id is None:
        return "already_in_this_unit"
    if isinstance(act, Refer) and act.person_id is not None and standing.assignee_id == act.person_id:
        return "has_it_already"
    if isinstance(act, HandOver):
        if standing.assignee_id == act.person_id:
            return "has_it_already"
        if standing.unit_id not in known.clerk_in:
            return "not_a_clerk_of_the_unit"
    if isinstance(act, Resolve) and act.outcome is Outcome.NOTED and not standing.notice:
        return "only_a_notice_is_noted"
    if isinstance(act, Resolve) and act.outcome in DECIDING and standing.first_missing:
        return "point_missing"
    if isinstance(act, Resolve) and standing.status is Status.WAITING:
        # Its paused clock has to be resumed first, which is computed day by day.
        return "waiting_one_by_one"
    return None
