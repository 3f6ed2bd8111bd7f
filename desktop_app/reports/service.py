"""Reports: what is read from the database for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.verification import session_head
from desktop_app.errors import NotFoundError
from desktop_app.office.settings import OfficeSettings, calendar_of, logo_of, settings_of
from desktop_app.persian.dates import JalaliMonth, start_of_day, tehran_day
from desktop_app.progress import Progress
from desktop_app.reports.counting import count
from desktop_app.reports.monthly import Figures, figures_of
from desktop_app.reports.participation import (
    Consultation,
    ImprovementLine,
    consultations_of,
    improvements_of,
)
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor

Digest: TypeAlias = Literal["period", "newest", "none"]


@dataclass(frozen=True, slots=True)
class Issue:
    """What a report bears that was issued (صادرشده): it is frozen, and this is how it is told from every other.

    `replaces` is the edition that a correction takes the place of, 0 for the first; `reason` says why. `signed_as`
    is who answers for it. `sha256` is over the figures: see `issued`.
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
    """Everything that the report of a period says."""

    figures: Figures
    scope: ReportScope
    unit_name: str
    settings: OfficeSettings
    consultations: tuple[Consultation, ...]
    made_at: datetime
    improvements: tuple[ImprovementLine, ...] = ()
    person_name: str = ""
    #: The digest of the history at the end of a day (64 hex digits), to be compared with `audit verify --until`;
    #: None before anything happened, and where nobody asked for it.
    history_head: str | None = None
    history_day: date | None = None
    #: As of when the figures are, where they were read on a standby; None where everybody writes.
    as_of: datetime | None = None
    #: None as long as it is not issued.
    issue: Issue | None = None
    #: That of the letterhead. What was issued has it on its page.
    logo: bytes | None = None


class Reports:
    """Reads reports; nothing here is changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def monthly(
        self, month: JalaliMonth, unit_id: int | None = None, actor: Actor | None = None
    ) -> MonthlyReport:
        """The report of a month, of the office or of a unit: see `of`."""
        return self.of(ReportScope(Period.month(month), unit_id), actor)

    def of(
        self,
        scope: ReportScope,
        actor: Actor | None = None,
        *,
        digest: Digest = "period",
        progress: Progress | None = None,
    ) -> MonthlyReport:
        """The report of `scope`; for `actor`, of the petitions that they see, so that every total opens its rows.

        The digest of the history reads the last event of every petition, many seconds for a million: it is that of
        the end of the period, or the `newest` that there is, or none. `progress` tells how far that is. Raises
        `NotFoundError` for an unknown unit or person, `CancelledError`.
        """
        with self._database.reading() as session:
            now = self._database.now(session)
        # Of a period that is not over: until yesterday, because a day that is not over has no digest yet.
        yesterday = tehran_day(now) - timedelta(days=1)
        day = yesterday if digest == "newest" else min(scope.period.last, yesterday)
        end = start_of_day(day + timedelta(days=1))

        def read(session: Session, as_of: datetime | None) -> MonthlyReport:
            unit_name, person_name = _names(session, scope)
            return MonthlyReport(
                figures=figures_of(count(session, scope, actor), scope.period, calendar_of(session)),
                scope=scope,
                unit_name=unit_name,
                person_name=person_name,
                settings=settings_of(session),
                logo=logo_of(session),
                consultations=consultations_of(session, scope),
                improvements=improvements_of(session, scope, actor),
                made_at=now,
                history_head=session_head(session, end, progress) if digest != "none" else None,
                history_day=day if digest != "none" else None,
                as_of=as_of,
            )

        # A standby that does not know the last day yet would give other figures than the history has.
        return self._database.read_aside(read, until=end)

    def latest_month(self) -> JalaliMonth:
        """The last month that is over: what a manager prints."""
        with self._database.reading() as session:
            return JalaliMonth.of(tehran_day(self._database.now(session))).previous()

    def latest_day(self) -> date:
        """The last day that is over."""
        with self._database.reading() as session:
            return tehran_day(self._database.now(session)) - timedelta(days=1)


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
