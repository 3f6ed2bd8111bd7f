"""Reports read from the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.history_head import HistoryHead
from desktop_app.errors import NotFoundError
from desktop_app.office.settings import OfficeSettings, calendar_of, logo_of, settings_of
from desktop_app.persian.dates import JalaliMonth, start_of_day, tehran_day
from desktop_app.reports.colleagues import AssigneeFigures, colleagues_of
from desktop_app.reports.counting import count
from desktop_app.reports.highlight_queries import highlights
from desktop_app.reports.highlights import Highlights
from desktop_app.reports.monthly import Figures, figures_of
from desktop_app.reports.participation import (
    Consultation,
    ImprovementLine,
    consultations_of,
    improvements_of,
)
from desktop_app.reports.scope import ReportScope, desk_units
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class Issue:
    """The data printed on an issued report (صادرشده), whose content is frozen.

    `replaces` is the edition that a correction replaces, 0 for the first edition; `reason` says why.
    `signed_as` is the person responsible for it. `sha256` is the digest of the figures: see `issued`.
    """

    number: int
    year: int
    edition: int
    issued_at: datetime
    issued_by: str
    signed_as: str
    replaces: int = 0
    reason: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """The complete content of a report for one period."""

    figures: Figures
    scope: ReportScope
    unit_name: str
    settings: OfficeSettings
    consultations: tuple[Consultation, ...]
    made_at: datetime
    improvements: tuple[ImprovementLine, ...] = ()
    #: None in a report that was issued before they were kept.
    highlights: Highlights | None = None
    #: Empty unless the office has switched it on.
    colleagues: tuple[AssigneeFigures, ...] = ()
    #: The manager's own analysis, typed before issuing.
    analysis: str = ""
    person_name: str = ""
    #: The names of the reader's units where the reader sees only a part of the scope; None: all of it is counted.
    within: tuple[str, ...] | None = None
    #: The head of the audit log when the report was issued, to compare with `audit verify --event`.
    history: HistoryHead | None = None
    #: The seal of that head on one line (`database.seals`); empty where it was issued without a key.
    seal: str = ""
    #: The state of the standby from which the figures were read; None when they come from the primary.
    as_of: datetime | None = None
    #: None until the report is issued.
    issue: Issue | None = None
    #: Logo of the letterhead. An issued report has it on its stored page.
    logo: bytes | None = None


class Reports:
    """Reads reports without changing any data."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, scope: ReportScope, actor: Actor | None = None) -> MonthlyReport:
        """Returns the report of `scope`; with `actor`, it counts only petitions visible to that person.

        A total then always equals the number of rows that it opens. Raises `NotFoundError` for an unknown unit or
        person.
        """
        with self._database.reading() as session:
            now = self._database.now(session)
        # A period that is not over ends yesterday: the current day is not over either.
        end = start_of_day(min(scope.period.last + timedelta(days=1), tehran_day(now)))

        def read(session: Session, as_of: datetime | None) -> MonthlyReport:
            unit_name, person_name = _names(session, scope)
            settings = settings_of(session)
            figures = figures_of(count(session, scope, actor), scope.period, calendar_of(session))
            return MonthlyReport(
                figures=figures,
                highlights=highlights(session, scope, actor, figures),
                scope=scope,
                unit_name=unit_name,
                person_name=person_name,
                within=_within(session, scope, actor) if actor is not None else None,
                settings=settings,
                colleagues=colleagues_of(session, scope, actor, settings),
                logo=logo_of(session),
                consultations=consultations_of(session, scope),
                improvements=improvements_of(session, scope, actor),
                made_at=now,
                as_of=as_of,
            )

        # A standby that has not replayed the last day yet would give other figures.
        return self._database.read_aside(read, until=end)

    def within(self, actor: Actor, scope: ReportScope) -> tuple[str, ...] | None:
        """Returns the names of the units of `actor`, who sees only a part of `scope`; None where they see all."""
        with self._database.reading() as session:
            return _within(session, scope, actor)

    def latest_month(self) -> JalaliMonth:
        """Returns the last complete month, which managers usually print."""
        with self._database.reading() as session:
            return JalaliMonth.of(tehran_day(self._database.now(session))).previous()

    def latest_day(self) -> date:
        """Returns the last complete day."""
        with self._database.reading() as session:
            return tehran_day(self._database.now(session)) - timedelta(days=1)


def _within(session: Session, scope: ReportScope, actor: Actor) -> tuple[str, ...] | None:
    if scope.seen_whole_by(actor):
        return None
    units = select(Unit.name).where(Unit.id.in_(desk_units(actor))).order_by(Unit.place, Unit.name)
    return tuple(session.scalars(units))


def _names(session: Session, scope: ReportScope) -> tuple[str, str]:
    unit_name = person_name = ""
    if scope.unit_id is not None:
        unit = session.get(Unit, scope.unit_id)
        if unit is None:
            raise NotFoundError(item="unit", key=scope.unit_id)
        unit_name = unit.name
    if scope.person_id is not None:
        person = session.get(Person, scope.person_id)
        if person is None:
            raise NotFoundError(item="person", key=scope.person_id)
        person_name = person.full_name
    return unit_name, person_name
