"""The monthly report as a spreadsheet (XLSX) or CSV: the tables of the printed report, as numbers.

It contains no text of citizens. Names of units could still start like a formula, so text cells are written as
text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from itertools import chain

from desktop_app.reports import cell_tables as cells
from desktop_app.reports import monthly_tables as tables
from desktop_app.reports import participation_tables as participation
from desktop_app.reports.attention import attention
from desktop_app.reports.cells import harmless
from desktop_app.reports.heading import period_and_scope
from desktop_app.reports.monthly_pdf import report_title
from desktop_app.reports.numbers import as_of_words
from desktop_app.reports.participation import improvement_counts
from desktop_app.reports.section import COUNT, TEXT, ReportColumn, ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.summary import summary
from desktop_app.wording import fill, translate
from desktop_app.workbook import Cell, NumberForm, Sheet, SheetChart, write_workbook


def spreadsheet(report: MonthlyReport, suffix: str) -> bytes:
    """Returns the report as a file with `suffix` `.xlsx` or `.csv`."""
    parts = list(_parts(report))
    if suffix == ".xlsx":
        made = BytesIO()
        write_workbook([_sheet(report, *part) for part in parts], made, made_at=report.made_at)
        return made.getvalue()
    return _csv(report, [section for _, section in parts])


def _parts(report: MonthlyReport) -> Iterator[tuple[str, ReportSection]]:
    """Yields the sheets: name and table. Those without rows are left out."""
    figures, highlights = report.figures, report.highlights
    first = (
        (
            (translate("Monthly report", "Outcomes"), tables.outcomes(highlights)),
            (translate("Monthly report", "Services"), tables.services(highlights, figures.total)),
            (translate("Monthly report", "Longest delays"), tables.longest(highlights)),
        )
        if highlights
        else ()
    )
    for sheet, section in (
        (translate("Monthly report", "Summary"), tables.comparison(figures, distinct=False)),
        (translate("Monthly report", "Months"), tables.trend(figures, highlights)),
        (translate("Monthly report", "Days"), tables.each_day(figures)),
        (translate("Monthly report", "Units"), tables.by_unit(figures)),
        (translate("Monthly report", "Kinds"), tables.by_kind(figures)),
        (translate("Monthly report", "Channels"), tables.by_channel(figures)),
        (translate("Monthly report", "Units and kinds"), cells.unit_by_kind(figures)),
        *first,
        (translate("Monthly report", "Lateness"), tables.lateness(figures)),
        (translate("Monthly report", "Dwell"), tables.dwell(figures)),
        (translate("Monthly report", "Colleagues"), cells.colleagues(report)),
        (
            translate("Monthly report", "Public consultations"),
            participation.every_disposition(report.consultations),
        ),
        (translate("Monthly report", "Satisfaction"), participation.satisfaction(figures)),
        (translate("Monthly report", "Responses"), participation.responses(figures)),
        (translate("Monthly report", "Improvement actions"), participation.improvements(report.improvements)),
        (translate("Monthly report", "Other numbers"), _others(report)),
        (translate("Monthly report", "Rows"), cells.raw_rows(figures)),
    ):
        if section.rows or section.nothing:
            yield sheet, section


def _others(report: MonthlyReport) -> ReportSection:
    """What is counted apart from the tables."""
    counts = improvement_counts(report.improvements)
    received, resolved = report.figures.notices
    return ReportSection(
        translate("Monthly report", "Counted apart"),
        (
            ReportColumn(translate("Monthly report", "Part"), TEXT),
            ReportColumn(translate("Monthly report", "Name"), TEXT),
            ReportColumn(translate("Monthly report", "Count"), COUNT),
        ),
        tuple(
            (part, name, count)
            for part, numbers in (
                (
                    translate("Monthly report", "Improvement actions"),
                    (
                        (translate("Monthly report", "open"), counts.open),
                        (translate("Monthly report", "late"), counts.late),
                        (translate("Monthly report", "done"), counts.done),
                    ),
                ),
                (
                    translate("Monthly report", "Notices without a reply"),
                    (
                        (translate("Monthly report", "Received"), received),
                        (translate("Monthly report", "Resolved"), resolved),
                    ),
                ),
            )
            for name, count in numbers
        ),
    )


def _sheet(report: MonthlyReport, name: str, section: ReportSection) -> Sheet:
    forms = [column.form for column in section.columns]
    notes = [_scope_words(report), *filter(None, (section.nothing or section.sentence,))]
    if name == translate("Monthly report", "Summary"):
        notes += [*attention(report), *summary(report), *filter(None, (report.analysis,))]
    if name == translate("Monthly report", "Rows"):
        notes.append(translate("Monthly report", "A row for each unit, kind and channel: for pivot tables."))
    return Sheet(
        name,
        map(section.cells, section.rows),
        [column.title for column in section.columns],
        [form.width for form in forms],
        title=f"{report_title(report.figures.period.kind)}: {section.title}",
        notes=notes,
        forms=[form.form for form in forms],
        totals=section.cells(section.totals) if section.totals is not None else None,
        charts=_charts(report, name, section),
    )


def _charts(report: MonthlyReport, name: str, section: ReportSection) -> list[SheetChart]:
    """The charts of a sheet, by the places of the columns."""
    if name == translate("Monthly report", "Months"):
        found = [SheetChart(section.title, (1, 2))]
        if report.highlights is not None:
            words = translate("Monthly report", "Answered on time, percent")
            found.append(SheetChart(words, (3,), target=4, form=NumberForm.SHARE))
        return found
    if name == translate("Monthly report", "Days"):
        return [SheetChart(section.title, (2, 3))]
    counted = {
        translate("Monthly report", "Units"): (1, 5),
        translate("Monthly report", "Kinds"): (1, 5),
        translate("Monthly report", "Channels"): (1, 5),
        translate("Monthly report", "Outcomes"): (1,),
        translate("Monthly report", "Services"): (1,),
    }
    bars = counted.get(name)
    return [SheetChart(section.title, bars)] if bars else []


def _scope_words(report: MonthlyReport) -> str:
    # The time of the figures: on a standby it is earlier than the time at which the report was made.
    words = translate("Monthly report", "{scope}; as of {moment}")
    moment = as_of_words(report.as_of or report.made_at)
    return fill(words, scope=period_and_scope(report), moment=moment)


def _csv(report: MonthlyReport, sections: list[ReportSection]) -> bytes:
    """Returns the tables one after the other, each under its title, separated by empty lines."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow([period_and_scope(report)])
    writer.writerow([translate("Monthly report", "As of"), as_of_words(report.as_of or report.made_at)])
    for section in sections:
        totals = () if section.totals is None else (section.totals,)
        writer.writerow([])
        writer.writerow([section.title])
        writer.writerow([column.title for column in section.columns])
        for row in chain(section.rows, totals):
            writer.writerow([_plain(cell) for cell in section.cells(row)])
    return made.getvalue().encode("utf-8-sig")


def _plain(cell: Cell | date) -> Cell:
    return cell.isoformat() if isinstance(cell, date) else harmless(cell)
