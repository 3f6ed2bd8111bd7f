"""A monthly report made ready to be shown, printed and saved: figures and the one PDF of them. Without Qt."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.monthly_pdf import write_monthly_report
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.spreadsheet import write_spreadsheet
from desktop_app.staff.units import UnitRow
from desktop_app.whole_file import write_whole
from desktop_app.wording import fill, translate
from ui.widgets.export_work import shown_name

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
    month = report.figures.month.title
    if not report.unit_name:
        return fill(translate("Reports", "Monthly report {month}"), month=month) + suffix
    unit = "".join(letter for letter in report.unit_name if letter.isalnum() or letter in " -‌،")
    return (
        fill(translate("Reports", "Monthly report {month}, {unit}"), month=month, unit=unit.strip()) + suffix
    )


def save_report(made: MadeReport, target: Path) -> Path:
    """Writes the PDF, or the spreadsheet where `target` ends in `.xlsx`; whole or not at all. Raises OSError."""
    if target.suffix.lower() == ".xlsx":
        write_spreadsheet(made.report, target)
        return target
    write_whole(target, made.pdf)
    return target


def write_trouble(error: OSError, target: Path) -> str:
    """Why a file could not be written, what was kept, what to do now."""
    template = {
        errno.ENOSPC: translate(
            "Reports", "The disk is full: “{name}” was not written. Make room or choose another disk."
        ),
        errno.EACCES: translate(
            "Reports",
            "“{name}” was not written: this folder, or the file while another program has it open, may not be "
            "written to. Choose another place.",
        ),
        errno.ENOENT: translate(
            "Reports", "“{name}” was not written: the folder is not there any more. Choose another place."
        ),
    }
    code = errno.EACCES if error.errno in (errno.EPERM, errno.EROFS) else error.errno or 0
    found = template.get(
        code,
        translate("Reports", "“{name}” could not be written. The report is unharmed; choose another place."),
    )
    return fill(found, name=shown_name(target))
