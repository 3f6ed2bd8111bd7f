"""The monthly report as a spreadsheet (XLSX) or CSV: the same figures as on paper, as numbers.

Citizens' words do not occur in it; names of units could still begin like a formula, so text cells are text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO

from desktop_app.persian.dates import short_date
from desktop_app.persian.digits import latin_digits
from desktop_app.reports.cells import harmless
from desktop_app.reports.monthly import Line
from desktop_app.reports.monthly_sections import DISPOSITIONS, disposition_name, improvement_state
from desktop_app.reports.numbers import as_of_words, row_name
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from desktop_app.workbook import Cell, Sheet, write_workbook

Rows = list[list[Cell]]


def spreadsheet(report: MonthlyReport, suffix: str) -> bytes:
    """The report as the content of a file that ends in `suffix`: `.xlsx` or `.csv`."""
    parts = list(_parts(report))
    if suffix == ".xlsx":
        made = BytesIO()
        write_workbook(
            [Sheet(name, rows[1:], [str(cell) for cell in rows[0]]) for name, rows in parts],
            made,
            made_at=report.made_at,
        )
        return made.getvalue()
    return _csv(parts)


def _parts(report: MonthlyReport) -> Iterator[tuple[str, Rows]]:
    """One sheet after the other; each has its own head."""
    yield translate("Monthly report", "Monthly report"), list(_figures(report))
    yield translate("Monthly report", "Lateness"), list(_lateness(report))
    yield translate("Monthly report", "Dwell"), list(_dwell(report))
    yield translate("Monthly report", "Days and months"), list(_times(report))
    yield translate("Monthly report", "Public consultations"), list(_consultations(report))
    yield translate("Monthly report", "Satisfaction"), list(_satisfaction(report))
    yield translate("Monthly report", "Improvement actions"), list(_improvements(report))


def _figures(report: MonthlyReport) -> Iterator[list[Cell]]:
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
        translate("Monthly report", "Resolved late"),
    ]
    period = translate("Monthly report", "Period")
    yield _row(period, figures.period.code, figures.total)
    yield _row(period, figures.period.before().code, figures.before)
    yield _row(period, figures.period.year_before().code, figures.year_before)
    for part, lines, family in (
        (translate("Monthly report", "Unit"), figures.by_unit, "unit"),
        (translate("Monthly report", "Kind"), figures.by_kind, "kind"),
        (translate("Monthly report", "Channel"), figures.by_channel, "channel"),
    ):
        for line in lines:
            yield _row(part, row_name(line.key, family), line)
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
    counts: list[Cell] = [line.received, line.resolved, line.open, line.late]
    return [part, name, *counts, line.median, line.ninetieth, line.overdue]


def _lateness(report: MonthlyReport) -> Iterator[list[Cell]]:
    yield [
        translate("Monthly report", "Unit"),
        translate("Monthly report", "Late at the end"),
        translate("Monthly report", "Resolved late"),
        translate("Monthly report", "Of open and resolved"),
        translate("Monthly report", "Share"),
    ]
    for line in report.figures.lateness:
        yield [row_name(line.key, "unit"), line.late, line.overdue, line.of, round(line.share, 4)]


def _dwell(report: MonthlyReport) -> Iterator[list[Cell]]:
    yield [
        translate("Monthly report", "Unit"),
        translate("Monthly report", "Left the unit"),
        translate("Monthly report", "Median (days)"),
        translate("Monthly report", "Ninth tenth (days)"),
    ]
    for line in report.figures.dwell:
        yield [line.key, line.count, line.median, line.ninetieth]


def _times(report: MonthlyReport) -> Iterator[list[Cell]]:
    yield [
        translate("Monthly report", "Day or month"),
        translate("Monthly report", "Received"),
        translate("Monthly report", "Resolved"),
    ]
    for day in report.figures.days:
        yield [_day(day.day), day.received, day.resolved]
    for one in report.figures.trend:
        yield [one.month.code, one.received, one.resolved]


def _consultations(report: MonthlyReport) -> Iterator[list[Cell]]:
    yield [
        translate("Monthly report", "Draft document"),
        translate("Monthly report", "State"),
        translate("Monthly report", "Opened on"),
        translate("Monthly report", "Until"),
        translate("Monthly report", "Comments"),
        *map(disposition_name, DISPOSITIONS),
    ]
    for one in report.consultations:
        counts: list[Cell] = [one.dispositions.get(code, 0) for code in DISPOSITIONS]
        state = label("instrument_status", one.status)
        yield [one.title, state, _day(one.opened_on), _day(one.closes_on), one.comments, *counts]


def _satisfaction(report: MonthlyReport) -> Iterator[list[Cell]]:
    yield [translate("Monthly report", "Mark"), translate("Monthly report", "Petitioners")]
    for mark, count in reversed(list(enumerate(report.figures.satisfaction, 1))):
        yield [mark, count]


def _improvements(report: MonthlyReport) -> Iterator[list[Cell]]:
    yield [
        translate("Monthly report", "Action"),
        translate("Monthly report", "Service"),
        translate("Monthly report", "Owner"),
        translate("Monthly report", "Until"),
        translate("Monthly report", "Petitions"),
        translate("Monthly report", "State"),
    ]
    for one in report.improvements:
        state = improvement_state(one)
        yield [one.title, one.service, one.owner, _day(one.due_on), one.petitions, state]


def _day(day: date | None) -> str:
    """A Jalali day in Latin digits, which sorts; empty where there is none."""
    return latin_digits(short_date(day)) if day is not None else ""


def _csv(parts: list[tuple[str, Rows]]) -> bytes:
    """The sheets one below the other, an empty line before each but the first."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    for place, (_, rows) in enumerate(parts):
        if place:
            writer.writerow([])
        writer.writerows([harmless(value) for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")
