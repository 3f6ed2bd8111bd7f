"""A report prepared for display, printing and saving: the figures and their PDF. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.heading import scope_words
from desktop_app.reports.issued import IssuedRow
from desktop_app.reports.monthly_pdf import report_name, write_monthly_report
from desktop_app.reports.own_view import KeptReportView
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import MonthlyReport
from desktop_app.staff.units import UnitRow
from desktop_app.wording import translate

if TYPE_CHECKING:
    from desktop_app.services import ReportsServices
    from desktop_app.staff.roles import Actor

#: Passed instead of an edition: current figures.
NOW = 0


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The possible scopes of a report: the last complete month and day, the units, and the colleagues by name."""

    latest: JalaliMonth
    yesterday: date
    units: tuple[UnitRow, ...]
    people: tuple[tuple[int, str], ...]
    #: The names of the reader's units where the reader does not see every petition of the office, else None.
    within: tuple[str, ...] | None = None
    #: What the reader chose last, as far as it still exists.
    kept: KeptReportView | None = None

    def known(self, view: KeptReportView | None) -> KeptReportView | None:
        """Returns a kept choice of the latest period, without a unit or colleague that is not there any more."""
        if view is None:
            return None
        scope = view.scope
        return replace(
            view,
            scope=replace(
                scope,
                unit_id=scope.unit_id if any(one.id == scope.unit_id for one in self.units) else None,
                person_id=scope.person_id if any(one == scope.person_id for one, _ in self.people) else None,
            ),
        ).latest(self.yesterday)


@dataclass(frozen=True, slots=True)
class MadeReport:
    """The figures, and the PDF that preview, printer and file share.

    `shown` is the edition, None for current figures; `editions` are the issued ones, latest first.
    """

    report: MonthlyReport
    pdf: bytes
    shown: IssuedRow | None = None
    editions: tuple[IssuedRow, ...] = ()
    may_issue: bool = False
    #: Whether the logo of the office cannot be drawn, so that the page lacks it.
    without_logo: bool = False

    @property
    def scope(self) -> ReportScope:
        return self.report.scope


def read_choice(services: ReportsServices, actor: Actor) -> ReportOptions:
    """Returns the possible scopes."""
    people = sorted((row.full_name, row.id) for row in services.accounts.all() if row.active)
    latest = services.reports.latest_month()
    options = ReportOptions(
        latest,
        services.reports.latest_day(),
        services.units.all(),
        tuple((number, name) for name, number in people),
        services.reports.within(actor, ReportScope(Period.month(latest))),
    )
    return replace(options, kept=options.known(services.report_views.of(actor)))


def make_report(
    services: ReportsServices, scope: ReportScope, actor: Actor, edition: int | None = None
) -> MadeReport:
    """Returns the issued report of `scope` (by default the latest edition), or a new one for `actor`.

    It is new where nothing was issued or `NOW` is requested. Raises `NotFoundError` for a unit that no longer
    exists.
    """
    issued = services.issued_reports
    editions = issued.of(actor, scope)
    may_issue = issued.may_issue(actor, scope)
    shown = _of(editions, edition)
    if shown is not None:
        whole = issued.one(actor, shown.id)
        return MadeReport(whole.report, whole.page, whole.row, editions, may_issue)
    # No digest for a report that is not issued: it takes seconds, and the next report may have another one.
    report = services.reports.of(scope, actor)
    target = BytesIO()
    write_monthly_report(report, target)
    broken = services.office.logo_is_broken()
    return MadeReport(report, target.getvalue(), None, editions, may_issue, broken)


def _of(editions: Sequence[IssuedRow], edition: int | None) -> IssuedRow | None:
    if edition == NOW or not editions:
        return None
    return next((row for row in editions if row.issue.edition == edition), editions[0])


def file_name(report: MonthlyReport, suffix: str) -> str:
    """«گزارش ماهانهٔ آبان ۱۴۰۵، واحد کتاب.pdf», without characters that file systems do not allow."""
    name = report_name(report)
    if report.within is not None or report.scope != ReportScope(report.scope.period):
        joined = translate("Window", ", ").join((name, scope_words(report)))
        name = "".join(letter for letter in joined if letter.isalnum() or letter in " -‌،,()\u0654")
    return " ".join(name.split()) + suffix
