"""Reports: what is read from the database for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.verification import session_head
from desktop_app.errors import NotFoundError
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.office.settings import OfficeSettings, calendar_of, settings_of
from desktop_app.persian.dates import JalaliMonth, start_of_day, tehran_day
from desktop_app.petitions.improvements import Improvement, ImprovementPetition
from desktop_app.petitions.model import Petition
from desktop_app.petitions.reach import reach
from desktop_app.reports.monthly import Case, Figures, figures
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class Consultation:
    """A draft document whose public window touched the month; days are days in Tehran."""

    title: str
    status: str
    opened_on: date | None
    closes_on: date | None
    comments: int
    #: Comments by disposition; the key `undecided` for those without.
    dispositions: dict[str, int]


@dataclass(frozen=True, slots=True)
class ImprovementLine:
    """An improvement action that was open in the month or done in it; days are days in Tehran."""

    service: str
    title: str
    owner: str
    due_on: date | None
    #: The day on which it was done, where that was in the month; None: open at its end.
    done_on: date | None
    #: Whether it was open at the end of the month past its day.
    late: bool
    petitions: int


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """Everything that the monthly report says."""

    figures: Figures
    unit_name: str
    settings: OfficeSettings
    consultations: tuple[Consultation, ...]
    made_at: datetime
    #: The digest of the history at the end of a day (64 hex digits), to be compared with `audit verify --until`;
    #: None before anything happened.
    improvements: tuple[ImprovementLine, ...] = ()
    history_head: str | None = None
    history_day: date | None = None
    #: As of when the figures are, where they were read on a standby; None where everybody writes.
    as_of: datetime | None = None


class Reports:
    """Reads reports; nothing here is changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def monthly(
        self, month: JalaliMonth, unit_id: int | None = None, actor: Actor | None = None
    ) -> MonthlyReport:
        """The monthly report of the office, or of a unit; for `actor`, of the petitions that they see, so that every
        total opens its rows. Raises `NotFoundError` for an unknown unit."""
        with self._database.reading() as session:
            now = self._database.now(session)
        # Of the running month: until yesterday, because a day that is not over has no digest yet.
        day = min(month.last_day, tehran_day(now) - timedelta(days=1))
        end = start_of_day(day + timedelta(days=1))

        def read(session: Session, as_of: datetime | None) -> MonthlyReport:
            return MonthlyReport(
                figures=figures(_cases(session, month, unit_id, actor), month, calendar_of(session)),
                unit_name=_unit_name(session, unit_id),
                settings=settings_of(session),
                consultations=_consultations(session, month),
                improvements=_improvements(session, month, unit_id),
                made_at=now,
                history_head=session_head(session, end),
                history_day=day,
                as_of=as_of,
            )

        # A standby that does not know the last day yet would give other figures than the history has.
        return self._database.read_aside(read, until=end)

    def latest_month(self) -> JalaliMonth:
        """The last month that is over: what a manager prints."""
        with self._database.reading() as session:
            return JalaliMonth.of(tehran_day(self._database.now(session))).previous()


def _unit_name(session: Session, unit_id: int | None) -> str:
    if unit_id is None:
        return ""
    unit = session.get(Unit, unit_id)
    if unit is None:
        raise NotFoundError(item="unit", key=unit_id)
    return unit.name


def _cases(session: Session, month: JalaliMonth, unit_id: int | None, actor: Actor | None) -> list[Case]:
    """Petitions that matter to the month, the month before or the same month last year."""
    ranges = [(m.first_day, m.last_day) for m in (month, month.previous(), month.year_before())]
    touched = [
        (Petition.received_at < start_of_day(last + timedelta(days=1)))
        & or_(Petition.resolved_at.is_(None), Petition.resolved_at >= start_of_day(first))
        for first, last in ranges
    ]
    statement = (
        select(
            func.coalesce(Unit.name, ""),
            Petition.kind,
            Petition.channel,
            Petition.received_at,
            Petition.resolved_at,
            Petition.due_on,
            Petition.satisfaction,
        )
        .outerjoin(Unit, Unit.id == Petition.unit_id)
        .where(or_(*touched))
    )
    if actor is not None:
        statement = statement.where(*reach(session, actor))
    if unit_id is not None:
        statement = statement.where(Petition.unit_id == unit_id)
    return [
        Case(unit, kind, channel, tehran_day(received), tehran_day(resolved) if resolved else None, due, mark)
        for unit, kind, channel, received, resolved, due, mark in session.execute(statement)
    ]


def _improvements(session: Session, month: JalaliMonth, unit_id: int | None) -> tuple[ImprovementLine, ...]:
    """Open at the end of the month, or done in it; of a unit, those that petitions of it led to."""
    first, last = month.first_day, month.last_day
    statement = (
        select(Improvement, func.coalesce(Person.full_name, ""))
        .outerjoin(Person, Person.id == Improvement.owner_id)
        .where(
            Improvement.made_at < start_of_day(last + timedelta(days=1)),
            or_(Improvement.done_on.is_(None), Improvement.done_on >= first),
        )
        .order_by(Improvement.due_on.is_(None), Improvement.due_on, Improvement.id)
    )
    counts = select(ImprovementPetition.improvement_id, func.count()).group_by(
        ImprovementPetition.improvement_id
    )
    if unit_id is not None:
        statement = statement.where(
            Improvement.id.in_(
                select(ImprovementPetition.improvement_id)
                .join(Petition, Petition.id == ImprovementPetition.petition_id)
                .where(Petition.unit_id == unit_id)
            )
        )
    named = {row[0]: row[1] for row in session.execute(counts)}
    lines = []
    for made, owner in session.execute(statement):
        done = made.done_on if made.done_on is not None and made.done_on <= last else None
        late = done is None and made.due_on is not None and made.due_on < last
        lines.append(
            ImprovementLine(made.service, made.title, owner, made.due_on, done, late, named.get(made.id, 0))
        )
    return tuple(lines)


def _consultations(session: Session, month: JalaliMonth) -> tuple[Consultation, ...]:
    first, last = month.first_day, month.last_day
    found = session.scalars(
        select(Instrument)
        .where(
            Instrument.opened_on.is_not(None),
            Instrument.opened_on <= last,
            or_(Instrument.closes_on >= first, Instrument.finished_on.between(first, last)),
        )
        .order_by(Instrument.opened_on, Instrument.id)
    )
    return tuple(_consultation(session, instrument) for instrument in found)


def _consultation(session: Session, instrument: Instrument) -> Consultation:
    decided = {
        disposition or "undecided": count
        for disposition, count in session.execute(
            select(PublicComment.disposition, func.count())
            .where(PublicComment.instrument_id == instrument.id)
            .group_by(PublicComment.disposition)
        )
    }
    return Consultation(
        instrument.title,
        instrument.status,
        instrument.opened_on,
        instrument.closes_on,
        sum(decided.values()),
        decided,
    )
