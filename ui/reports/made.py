"""A monthly report made ready to be shown, printed and saved: figures and the one PDF of them. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.monthly_pdf import write_monthly_report
from desktop_app.reports.service import MonthlyReport
from desktop_app.staff.units import UnitRow
from desktop_app.wording import fill, translate

if TYPE_CHECKING:
    from desktop_app.bootstrap import Services
    from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class Choice:
    """What a report can be of: the last month that is over, and the units."""

    latest: JalaliMonth
    units: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True)
class MadeReport:
    """The figures, and the bytes of the PDF that preview, printer and file all show."""

    report: MonthlyReport
    unit_id: int | None
    pdf: bytes


def read_choice(services: Services) -> Choice:
    """What can be chosen."""
    return Choice(services.reports.latest_month(), services.units.all())


def make_report(
    services: Services, month: JalaliMonth, unit_id: int | None, actor: Actor | None = None
) -> MadeReport:
    """Reads and sets the report of what `actor` sees. Raises `NotFoundError` for a unit that is gone."""
    report = services.reports.monthly(month, unit_id, actor)
    target = BytesIO()
    write_monthly_report(report, target)
    return MadeReport(report, unit_id, target.getvalue())


def file_name(report: MonthlyReport, suffix: str) -> str:
    """«گزارش ماهانه آبان ۱۴۰۵، کتاب.pdf»; what no file system takes is left out of the unit's name."""
    month = report.figures.period.title
    if not report.unit_name:
        return fill(translate("Reports", "Monthly report {month}"), month=month) + suffix
    unit = "".join(letter for letter in report.unit_name if letter.isalnum() or letter in " -‌،")
    return (
        fill(translate("Reports", "Monthly report {month}, {unit}"), month=month, unit=unit.strip()) + suffix
    )
