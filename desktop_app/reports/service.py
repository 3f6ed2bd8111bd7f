"""Reports read from the database."""

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
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor

Digest: TypeAlias = Literal["period", "newest", "none"]


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
    person_name: str = ""
    #: Digest of the audit log at the end of a day (64 hex digits), to compare with `audit verify --until`.
    #: None before the first event, and where no digest was requested.
    history_head: str | None = None
    history_day: date | None = None
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

    def of(
        self,
        scope: ReportScope,
        actor: Actor | None = None,
        *,
        digest: Digest = "period",
        progress: Progress | None = None,
    ) -> MonthlyReport:
        """Returns the report of `scope`; with `actor`, it counts only petitions visible to that person.

        A total then always equals the number of rows that it opens. `digest` selects the digest of the audit
        log: at the end of the period, the `newest` available, or none. Computing it reads the last event of
        every petition, which takes many seconds for a million; `progress` reports that part. Raises
        `NotFoundError` for an unknown unit or person, `CancelledError`.
        """
        with self._database.reading() as session:
            now = self._database.now(session)
        # For a period that is not over, use yesterday: the current day has no digest yet.
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

        # A standby that has not replayed the last day yet would give figures that differ from the audit log.
        return self._database.read_aside(read, until=end)

    def latest_month(self) -> JalaliMonth:
        """Returns the last complete month, which managers usually print."""
        with self._database.reading() as session:
            return JalaliMonth.of(tehran_day(self._database.now(session))).previous()

    def latest_day(self) -> date:
        """Returns the last complete day."""
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
