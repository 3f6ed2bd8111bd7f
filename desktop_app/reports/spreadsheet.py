"""The monthly report as a spreadsheet (XLSX) or CSV: the same figures as in print, as numbers.

It contains no text of citizens. Names of units could still start like a formula, so text cells are written as
text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import chain

from desktop_app.reports.cells import harmless
from desktop_app.reports.heading import period_and_scope
from desktop_app.reports.monthly_tables import (
    ReportSection,
    by_channel,
    by_kind,
    by_unit,
    comparison,
    dwell,
    each_day,
    every_disposition,
    improvements,
    lateness,
    longest,
    outcomes,
    satisfaction,
    services,
    trend,
)
from desktop_app.reports.numbers import as_of_words
from desktop_app.reports.participation import improvement_counts
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import translate
from desktop_app.workbook import Cell, Sheet, write_workbook

Rows = list[list[Cell]]


def spreadsheet(report: MonthlyReport, suffix: str) -> bytes:
    """Returns the report as a file with `suffix` `.xlsx` or `.csv`."""
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
    """Yields (sheet name, rows); the first row is the header."""
    figures = report.figures
    yield translate("Monthly report", "Monthly report"), list(_figures(report))
    late = lateness(figures)
    yield late.title, _rows(late)
    yield translate("Monthly report", "Dwell"), _rows(dwell(figures))
    yield translate("Monthly report", "Days and months"), _rows(each_day(figures), trend(figures))
    if report.highlights is not None:
        for section in (outcomes(report.highlights), services(report.highlights), longest(report.highlights)):
            yield section.title, _rows(section)
    for section in (
        every_disposition(report.consultations),
        satisfaction(figures),
        improvements(report.improvements),
    ):
        yield section.title, _rows(section)


def _figures(report: MonthlyReport) -> Iterator[list[Cell]]:
    """Yields the tables with the same columns one after the other; the first column names the table."""
    figures = report.figures
    found = (comparison(figures, distinct=False), by_unit(figures), by_kind(figures), by_channel(figures))
    numbers = [column.title for column in found[0].columns[1:]]
    yield [translate("Monthly report", "Part"), translate("Monthly report", "Name"), *numbers]
    yield [translate("Monthly report", "Counted"), period_and_scope(report)]
    for section in found:
        for row in section.cells():
            yield [section.columns[0].title, *row]
    part, counts = translate("Monthly report", "Improvement actions"), improvement_counts(report.improvements)
    yield [part, translate("Monthly report", "open"), counts.open]
    yield [part, translate("Monthly report", "late"), counts.late]
    yield [part, translate("Monthly report", "done"), counts.done]
    part = translate("Monthly report", "Notices without a reply")
    received, resolved = figures.notices
    yield [part, translate("Monthly report", "Received"), received]
    yield [part, translate("Monthly report", "Resolved"), resolved]
    # The time of the figures: on a standby it is earlier than the time at which the report was made.
    yield [translate("Monthly report", "As of"), as_of_words(report.as_of or report.made_at)]


def _rows(*sections: ReportSection) -> Rows:
    """Returns the rows of sections with the same columns, after a header row."""
    head: list[Cell] = [column.title for column in sections[0].columns]
    return [head, *chain.from_iterable(section.cells() for section in sections)]


def _csv(parts: list[tuple[str, Rows]]) -> bytes:
    """Returns the sheets one after the other, separated by empty lines."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    for place, (_, rows) in enumerate(parts):
        if place:
            writer.writerow([])
        writer.writerows([harmless(value) for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")
