"""The monthly report as a spreadsheet (XLSX) or CSV: the same figures as on paper, as numbers.

Citizens' words do not occur in it; names of units could still begin like a formula, so text cells are text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from desktop_app.reports.cells import harmless
from desktop_app.reports.monthly import Line
from desktop_app.reports.monthly_pdf import as_of_words, line_name
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import translate
from desktop_app.workbook import Cell, Sheet, write_workbook


def spreadsheet(report: MonthlyReport, suffix: str) -> bytes:
    """The report as the content of a file that ends in `suffix`: `.xlsx` or `.csv`."""
    rows = list(_rows(report))
    return _xlsx(rows) if suffix == ".xlsx" else _csv(rows)


def _rows(report: MonthlyReport) -> Iterator[list[Cell]]:
    figures = report.figures
    yield [
        translate("Monthly report", "Part"),
        translate("Monthly report", "Name"),
        translate("Monthly report", "Received"),
        translate("Monthly report", "Resolved"),
        translate("Monthly report", "Open"),
        translate("Monthly report", "Late"),
        translate("Monthly report", "Median (days)"),
        translate("Monthly report", "Ninth tenth (days)"),
    ]
    month = translate("Monthly report", "Month")
    yield _row(month, figures.month.code, figures.total)
    yield _row(month, figures.month.previous().code, figures.month_before)
    yield _row(month, figures.month.year_before().code, figures.year_before)
    parts = (
        (translate("Monthly report", "Unit"), figures.by_unit, ""),
        (translate("Monthly report", "Kind"), figures.by_kind, "kind"),
        (translate("Monthly report", "Channel"), figures.by_channel, "channel"),
    )
    for part, lines, family in parts:
        for line in lines:
            yield _row(part, line_name(line, family), line)
    part = translate("Monthly report", "Improvement actions")
    for name, count in (
        (translate("Monthly report", "open"), sum(one.done_on is None for one in report.improvements)),
        (translate("Monthly report", "late"), sum(one.late for one in report.improvements)),
        (translate("Monthly report", "done"), sum(one.done_on is not None for one in report.improvements)),
    ):
        yield [part, name, count]
    # The moment as of which the figures are: on a standby it lies before the one at which the report was made.
    yield [translate("Monthly report", "As of"), as_of_words(report.as_of or report.made_at)]


def _row(part: str, name: str, line: Line) -> list[Cell]:
    return [part, name, line.received, line.resolved, line.open, line.late, line.median, line.ninetieth]


def _xlsx(rows: list[list[Cell]]) -> bytes:
    made = BytesIO()
    write_workbook([Sheet(translate("Monthly report", "Monthly report"), rows)], made)
    return made.getvalue()


def _csv(rows: list[list[Cell]]) -> bytes:
    made = StringIO(newline="")
    csv.writer(made).writerows([harmless(value) for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")
