"""The conditions of a draft's next step, one by one, and what a person may do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import BigInteger, Date, Select, bindparam, case, literal, null, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import ActScope
from desktop_app.database.acts.parts import RestoredRow
from desktop_app.database.statute_guard import RowChange
from desktop_app.instruments.acts.drafts import OFFERED
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.statute.outcome import basis_of, last_revision_of, undecided_where
from desktop_app.instruments.statute.rules import INSTRUMENT, LAW, LawRule
from desktop_app.instruments.steps import STEPS, InstrumentAction
from desktop_app.instruments.vocabulary import ENDS, InstrumentStatus, Publishing, Track
from desktop_app.staff.role_expressions import roles_of
from desktop_app.staff.roles import Actor

__all__ = [
    "Gate",
    "GatePoint",
    "InstrumentAction",
    "Offers",
    "Publishing",
    "gate_of",
    "offers_of",
    "standing",
    "stands_now",
    "undecided_where",
]


@dataclass(frozen=True, slots=True)
class GatePoint:
    """A condition of the next step; `rule` is a key of wording's rule table, `missing` how many are still
    missing.
    """

    rule: str
    holds: bool
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """The conditions of the next step, in order; `leads_to` is None if the next step has no gate."""

    leads_to: InstrumentStatus | None
    points: tuple[GatePoint, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.leads_to is not None and all(point.holds for point in self.points)


#: The rules of law about the person, not about the draft.
_OF_PERSON: Final = frozenset({"reviewer_is_not_the_author", "another_reviewer_is_needed"})


@dataclass(frozen=True, slots=True)
class Offers:
    """The rule that refuses each step to a person now, None for a step that they may take.

    `Gate` shows what is still missing.
    """

    refused: Mapping[str, str | None]

    def may(self, step: str) -> bool:
        return self.refused[step] is None

    @property
    def actions(self) -> frozenset[InstrumentAction]:
        return frozenset(action for action in InstrumentAction if self.may(action))

    @property
    def kept_from(self) -> str:
        """The rule that prevents a reviewer from the next step, because they wrote the text; empty if none does.

        Before publication the last revision is checked, which is usually the one to be exposed.
        """
        steps = (InstrumentAction.ASK_TO_OPEN, InstrumentAction.MAKE_READY)
        rules = [self.refused[step] or "" for step in steps]
        return next((rule for rule in rules if rule in _OF_PERSON), "")


def offers_of(session: Session, actor: Actor, instrument_id: int, today: date) -> Offers:
    """Returns what the person may do by role, state and separation of duties: the first refusals of each act."""
    values = {"instrument": instrument_id, "me": actor.person_id, "today": today}
    return Offers(dict(session.execute(_offers(), values).mappings().one()))


@cache
def _offers() -> Select[Any]:
    me, today = bindparam("me", type_=BigInteger), bindparam("today", type_=Date)
    given: dict[str, Any] = {"revision_id": last_revision_of(INSTRUMENT)}
    scope = ActScope(
        item=INSTRUMENT,
        row=None,
        given=lambda name: given.get(name, null()),
        seen=null(),
        words=null(),
        me=me,
        my_name=null(),
        now=null(),
        today=today,
        roles=roles_of(me, today).cte("my_roles"),
    )
    verdicts = (
        case(*((refused(scope), literal(rule)) for rule, refused in refusals), else_=null()).label(step)
        for step, refusals in OFFERED.items()
    )
    return select(*verdicts).where(INSTRUMENT.c.id == bindparam("instrument", type_=BigInteger))


def standing(instrument: Instrument, today: date) -> InstrumentStatus:
    """Returns the status of an instrument on a day in Tehran: a window closes by time alone, without a write."""
    status = InstrumentStatus(instrument.status)
    if status is InstrumentStatus.OPEN and instrument.closes_on is not None and today > instrument.closes_on:
        return InstrumentStatus.CLOSED
    return status


#: The steps that have a gate.
_GATED: Final = (InstrumentAction.START_REVISING, InstrumentAction.MAKE_READY, InstrumentAction.FINISH)


def gate_of(session: Session, instrument: Instrument, today: date) -> Gate:
    """Returns the gate of an instrument in its present state: the rules of law on coming into the next state."""
    status = standing(instrument, today)
    if status is InstrumentStatus.OPEN:
        status = InstrumentStatus.CLOSED
    to = next((STEPS[step].to for step in _GATED if status in STEPS[step].starts), None)
    if to is None:
        return Gate(None)
    leads_to = ENDS[Track(instrument.track)] if len(to) > 1 else next(iter(to))
    rules, statement = _gate(leads_to)
    session.flush()
    row = session.execute(statement, {"instrument": instrument.id, "today": today}).one()
    found = zip(rules, row[::2], row[1::2], strict=True)
    points = (
        GatePoint(rule.name, not broken and not missing, missing)
        for rule, broken, missing in found
        if broken or missing or not rule.quiet
    )
    return Gate(leads_to, tuple(points))


@cache
def _gate(leads_to: InstrumentStatus) -> tuple[list[LawRule], Select[Any]]:
    rules = [rule for rule in LAW if rule.listed and leads_to in rule.to]
    columns: dict[str, Any] = {c.name: c for c in INSTRUMENT.c}
    new = RestoredRow(columns | {"status": literal(leads_to.value)})
    change = RowChange(new, INSTRUMENT, bindparam("today", type_=Date))
    asked = [value for rule in rules for value in (rule.is_broken_itself(change), rule.missing(change))]
    unique = (value.label(f"value_{number}") for number, value in enumerate(asked))
    return rules, select(*unique).where(INSTRUMENT.c.id == bindparam("instrument", type_=BigInteger))


def stands_now(session: Session, instrument: Instrument, revision_id: int) -> str:
    """Returns the present basis of a summing-up over that last revision, beside the decisions."""
    session.flush()
    over = select(basis_of(INSTRUMENT, literal(revision_id))).where(INSTRUMENT.c.id == instrument.id)
    return str(session.execute(over).scalar_one())
