"""The monthly report as a spreadsheet (XLSX) or CSV: the tables of the printed report, as numbers.

It contains no text of citizens. Names of units could still start like a formula, so text cells are written as
text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import chain

from desktop_app.reports import cell_tables as cells
from desktop_app.reports import monthly_tables as tables
from desktop_app.reports import participation_tables as participation
from desktop_app.reports.attention import attention
from desktop_app.reports.cells import csv_cell
from desktop_app.reports.heading import period_and_scope
from desktop_app.reports.monthly_pdf import report_title
from desktop_app.reports.numbers import as_of_words
from desktop_app.reports.participation import improvement_counts
from desktop_app.reports.section import COUNT, TEXT, ReportColumn, ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.summary import summary
from desktop_app.wording import fill, translate
from desktop_app.workbook import NumberForm, Sheet, SheetChart, write_workbook


def spreadsheet(report: MonthlyReport, suffix: str) -> bytes:
    """Returns the report as a file with `suffix` `.xlsx` or `.csv`."""
    parts = [part for part in _parts(report) if part.section.rows or part.section.nothing]
    if suffix == ".xlsx":
        made = BytesIO()
        write_workbook([_sheet(report, part) for part in parts], made, made_at=report.made_at)
        return made.getvalue()
    return _csv(report, [part.section for part in parts])


@dataclass(frozen=True, slots=True)
class _Part:
    """A sheet: its name and table, its charts, and the lines above the table besides its own sentence."""

    name: str
    section: ReportSection
    charts: Sequence[SheetChart] = ()
    notes: Sequence[str] = ()

    @classmethod
    def with_bars(cls, name: str, section: ReportSection, *columns: int) -> _Part:
        """Returns a part with one chart of these columns, from 0."""
        return cls(name, section, (SheetChart(section.title, columns),))


def _parts(report: MonthlyReport) -> Iterator[_Part]:
    """Yields the sheets, also those without rows."""
    figures = report.figures
    yield _Part(
        translate("Monthly report", "Summary"),
        tables.comparison(figures, distinct=False),
        notes=(*attention(report), *summary(report), *filter(None, (report.analysis,))),
    )
    yield from _counted(report)
    consultations = participation.every_disposition(report.consultations)
    yield _Part(translate("Monthly report", "Lateness"), tables.lateness(figures))
    yield _Part(translate("Monthly report", "Dwell"), tables.dwell(figures))
    yield _Part(translate("Monthly report", "Colleagues"), cells.colleagues(report))
    yield _Part(translate("Monthly report", "Public consultations"), consultations)
    yield _Part(translate("Monthly report", "Satisfaction"), participation.satisfaction(figures))
    yield _Part(translate("Monthly report", "Responses"), participation.responses(figures))
    improvements = participation.improvements(report.improvements)
    yield _Part(translate("Monthly report", "Improvement actions"), improvements)
    yield _Part(translate("Monthly report", "Other numbers"), _others(report))
    pivot = translate("Monthly report", "A row for each unit, kind and channel: for pivot tables.")
    yield _Part(translate("Monthly report", "Rows"), cells.raw_rows(figures), notes=(pivot,))


def _counted(report: MonthlyReport) -> Iterator[_Part]:
    """Yields the sheets that have charts, and those of the first page."""
    figures, highlights, bars = report.figures, report.highlights, _Part.with_bars
    months = tables.trend(figures, highlights)
    charts = [SheetChart(months.title, (1, 2))]
    if highlights is not None:
        words = translate("Monthly report", "Answered on time, percent")
        charts.append(SheetChart(words, (3,), target=4, form=NumberForm.SHARE))
    yield _Part(translate("Monthly report", "Months"), months, charts)
    yield bars(translate("Monthly report", "Days"), tables.each_day(figures), 2, 3)
    yield bars(translate("Monthly report", "Units"), tables.by_unit(figures), 1, 5)
    yield bars(translate("Monthly report", "Kinds"), tables.by_kind(figures), 1, 5)
    yield bars(translate("Monthly report", "Channels"), tables.by_channel(figures), 1, 5)
    yield _Part(translate("Monthly report", "Units and kinds"), cells.unit_by_kind(figures))
    if highlights is not None:
        yield bars(translate("Monthly report", "Outcomes"), tables.outcomes(highlights, figures.total), 1)
        yield bars(translate("Monthly report", "Services"), tables.services(highlights, figures.total), 1)
        yield _Part(translate("Monthly report", "Longest delays"), tables.longest(highlights))


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


def _sheet(report: MonthlyReport, part: _Part) -> Sheet:
    section = part.section
    forms = [column.form for column in section.columns]
    above = (_scope_words(report), section.nothing or section.sentence, *part.notes)
    return Sheet(
        part.name,
        map(section.cells, section.rows),
        [column.title for column in section.columns],
        [form.width for form in forms],
        title=f"{report_title(report.figures.period.kind)}: {section.title}",
        notes=list(filter(None, above)),
        forms=[form.form for form in forms],
        totals=section.cells(section.totals) if section.totals is not None else None,
        charts=part.charts,
    )


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
            writer.writerow([csv_cell(cell) for cell in section.cells(row)])
    return made.getvalue().encode("utf-8-sig")
