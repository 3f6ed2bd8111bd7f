"""The parts of the report apart from petitions: consultations with dispositions of comments, improvement actions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.instruments.consultation.gate import undecided_where
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.improvements.model import Improvement, ImprovementPetition
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class Consultation:
    """A draft whose public window overlaps the period, or that was finished in it; days are days in Tehran."""

    title: str
    status: str
    opened_on: date | None
    closes_on: date | None
    #: The day on which it was promulgated or submitted.
    finished_on: date | None
    comments: int
    #: Comments by current disposition; the key `undecided` for those without.
    dispositions: dict[str, int]
    #: 0 in reports issued before this field existed.
    id: int = 0


@dataclass(frozen=True, slots=True)
class ConsultationCounts:
    """The numbers of consultations opened, closed (end of the window), promulgated and submitted in a period."""

    opened: int
    closed: int
    promulgated: int
    submitted: int


@dataclass(frozen=True, slots=True)
class ImprovementLine:
    """An improvement action that was open in the period or done in it; days are days in Tehran."""

    service: str
    title: str
    owner: str
    due_on: date | None
    #: The day on which it was done, up to the end of the period; None if it was still open then.
    done_on: date | None
    #: Whether it was open and past its deadline at the end of the period.
    late: bool
    petitions: int
    #: 0 in reports issued before this field existed.
    id: int = 0


class ImprovementCounts(NamedTuple):
    """The numbers of improvement actions open at the end of the period, late among these, and done in the period."""

    open: int
    late: int
    done: int


def improvement_counts(lines: Iterable[ImprovementLine]) -> ImprovementCounts:
    """Counts the improvement actions of a report."""
    still = late = done = 0
    for one in lines:
        still += one.done_on is None
        late += one.late
        done += one.done_on is not None
    return ImprovementCounts(still, late, done)


def consultation_counts(consultations: Iterable[Consultation], period: Period) -> ConsultationCounts:
    """Counts the events of consultations in a period. A withdrawn one does not count as closed."""

    def inside(day: date | None) -> bool:
        return day is not None and period.first <= day <= period.last

    opened = closed = promulgated = submitted = 0
    for one in consultations:
        opened += inside(one.opened_on)
        closed += inside(one.closes_on) and one.status != InstrumentStatus.WITHDRAWN
        promulgated += inside(one.finished_on) and one.status == InstrumentStatus.PROMULGATED
        submitted += inside(one.finished_on) and one.status == InstrumentStatus.SUBMITTED
    return ConsultationCounts(opened, closed, promulgated, submitted)


def consultations_of(session: Session, scope: ReportScope) -> tuple[Consultation, ...]:
    """Returns the consultations of a scope: of a unit, its drafts; of a colleague, the drafts that they wrote."""
    first, last = scope.period.first, scope.period.last
    statement = (
        select(Instrument)
        .where(
            Instrument.opened_on.is_not(None),
            Instrument.opened_on <= last,
            or_(Instrument.closes_on >= first, Instrument.finished_on.between(first, last)),
        )
        .order_by(Instrument.opened_on, Instrument.id)
    )
    if scope.unit_id is not None:
        statement = statement.where(Instrument.unit_id == scope.unit_id)
    if scope.person_id is not None:
        statement = statement.where(Instrument.author_id == scope.person_id)
    found = session.scalars(statement).all()
    decided: dict[int, dict[str, int]] = {}
    # Same rule as in `instruments`: a rejection that still needs a second reader counts as undecided.
    missing = undecided_where(Instrument.second_reader.is_(True))
    counts_as = case((missing, None), else_=PublicComment.disposition).label("counts_as")
    counted = (
        select(PublicComment.instrument_id, counts_as, func.count().label("number"))
        .join(Instrument, Instrument.id == PublicComment.instrument_id)
        .where(PublicComment.instrument_id.in_([instrument.id for instrument in found]))
        .group_by(PublicComment.instrument_id, counts_as)
    )
    for row in session.execute(counted) if found else ():
        decided.setdefault(row.instrument_id, {})[row.counts_as or "undecided"] = row.number
    return tuple(
        Consultation(
            one.title,
            one.status,
            one.opened_on,
            one.closes_on,
            one.finished_on,
            sum(decided.get(one.id, {}).values()),
            decided.get(one.id, {}),
            one.id,
        )
        for one in found
    )


def improvements_of(
    session: Session, scope: ReportScope, actor: Actor | None = None
) -> tuple[ImprovementLine, ...]:
    """Returns the improvement actions open at the end of the period or done in it.

    For a unit, those linked to petitions of the unit; for a colleague, those that they own. With `actor`,
    only petitions visible to that person are counted.
    """
    first, last = scope.period.first, scope.period.last
    statement = (
        select(Improvement, func.coalesce(Person.full_name, ""))
        .outerjoin(Person, Person.id == Improvement.owner_id)
        .where(
            Improvement.made_at < start_of_day(last + timedelta(days=1)),
            or_(Improvement.done_on.is_(None), Improvement.done_on >= first),
        )
        .order_by(Improvement.due_on.is_(None), Improvement.due_on, Improvement.id)
    )
    if scope.unit_id is not None:
        statement = statement.where(
            # A correlated subquery: an action has few petitions, a unit many.
            select(ImprovementPetition.petition_id)
            .join(Petition, Petition.id == ImprovementPetition.petition_id)
            .where(ImprovementPetition.improvement_id == Improvement.id, Petition.unit_id == scope.unit_id)
            .exists()
        )
    if scope.person_id is not None:
        statement = statement.where(Improvement.owner_id == scope.person_id)
    # Count the same petitions as the list that this figure opens: those visible to the reader.
    counts = (
        select(ImprovementPetition.improvement_id, func.count().label("number"))
        .join(Petition, Petition.id == ImprovementPetition.petition_id)
        .where(*(reach(session, actor) if actor is not None else ()))
        .group_by(ImprovementPetition.improvement_id)
    )
    named = {row.improvement_id: row.number for row in session.execute(counts)}
    lines = []
    for made, owner in session.execute(statement):
        done = made.done_on if made.done_on is not None and made.done_on <= last else None
        late = done is None and made.due_on is not None and made.due_on < last
        lines.append(
            ImprovementLine(
                made.service, made.title, owner, made.due_on, done, late, named.get(made.id, 0), made.id
            )
        )
    return tuple(lines)
