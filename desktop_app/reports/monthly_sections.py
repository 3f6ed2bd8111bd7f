"""The tables of the printed monthly report (`monthly_tables`), and its charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.persian.dates import JalaliDay, month_name
from desktop_app.reports import cell_tables, monthly_tables, participation_tables
from desktop_app.reports.monthly import Figures, ReportLine
from desktop_app.reports.numbers import number, percent, row_name, years_of
from desktop_app.reports.participation import Consultation, ImprovementLine
from desktop_app.reports.pdf.charts import ChartSeries, HorizontalBar, HorizontalBarChart, PdfBarChart
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextStyle
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.table import PdfColumn, Table
from desktop_app.reports.section import COUNT, ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import digits, fill, translate

#: Widths of the columns in points; columns with None share the rest.
_FIGURES: Final = (None, 58.0, 36.0, 60.0, 62.0, 34.0, 42.0, 60.0, 62.0)
_COMPARED: Final = (None, 58.0, 60.0, 56.0, 62.0, 34.0, 42.0, 58.0, 62.0)
_COLLEAGUES: Final = (None, 62.0, 76.0, 50.0, 60.0, 66.0, 74.0)
_LATENESS: Final = (None, 90.0, 90.0, 110.0, 60.0)
_DWELL: Final = (None, 90.0, 90.0, 90.0)
_CONSULTATIONS: Final = (None, 112.0, 34.0, 48.0, 32.0, 66.0)
_IMPROVEMENTS: Final = (None, 98.0, 68.0, 50.0, 60.0, 78.0)
#: Tables up to this number of rows do not break across pages.
_TOGETHER: Final = 5
#: Heights of the charts of days and of months, so that the units have room below them.
_DAYS: Final = 150.0
_MONTHS: Final = 126.0
#: The most bars of a chart above a table that has all rows: it stays on one page.
_MOST_BARS: Final = 12
_COUNTED: Final = 62.0
_JUSTIFIED: Final = TextStyle(alignment="justified")


def petitions(document: PersianDocument, figures: Figures) -> None:
    """Adds received and resolved petitions by day, month, unit, kind and channel."""
    each_day, trend = monthly_tables.each_day(figures), monthly_tables.trend(figures)
    if each_day.rows:
        document.heading(each_day.title)
        document.add(
            PdfBarChart(
                categories=[digits(JalaliDay.of(day.day).day) for day in figures.days],
                series=_series(each_day),
                height=_DAYS,
                shaded=frozenset(place for place, day in enumerate(figures.days) if day.closed),
                shaded_name=translate("Monthly report", "Closed"),
            )
        )
    document.heading(trend.title)
    months = [month_name(one.month.month) for one in figures.trend]
    document.add(
        PdfBarChart(
            categories=months,
            series=_series(trend),
            height=_MONTHS,
            groups=years_of([one.month for one in figures.trend]),
        )
    )
    by_unit = monthly_tables.by_unit(figures)
    _add(document, by_unit, _FIGURES, chart=_received(figures.by_unit, "unit"))
    _add(document, monthly_tables.by_kind(figures), _FIGURES)
    _add(
        document, monthly_tables.by_channel(figures), _FIGURES, chart=_received(figures.by_channel, "channel")
    )
    crossed = cell_tables.unit_by_kind(figures)
    if crossed.rows:
        _add(document, crossed, (None, *(_COUNTED for _ in crossed.columns[1:])))


def comparison(document: PersianDocument, figures: Figures) -> None:
    """Adds the comparison with the previous period and the same period of the previous year."""
    _add(document, monthly_tables.comparison(figures), _COMPARED)


def lateness(document: PersianDocument, figures: Figures) -> None:
    """Adds the units by share of late petitions, descending, and dwell times by unit."""
    bars = [
        HorizontalBar(row_name(line.key, "unit"), line.share * 100, percent(line.share))
        for line in figures.lateness[:_MOST_BARS]
    ]
    _add(
        document,
        monthly_tables.lateness(figures),
        _LATENESS,
        chart=HorizontalBarChart(bars, row=15.0),
    )
    _add(document, monthly_tables.dwell(figures), _DWELL)


def colleagues(document: PersianDocument, report: MonthlyReport) -> None:
    """Adds the work of each colleague, where the office wants it."""
    section = cell_tables.colleagues(report)
    if section.rows:
        _add(document, section, _COLLEAGUES)


def consultations(document: PersianDocument, found: Sequence[Consultation]) -> None:
    """Adds the drafts open to the public, and all comments by disposition."""
    _add(document, participation_tables.consultations(found), _CONSULTATIONS)
    dispositions = participation_tables.dispositions(found)
    if dispositions.rows:
        document.heading(dispositions.title, 2)
        document.add(_table(dispositions, [None] * len(dispositions.titles)))


def satisfaction(document: PersianDocument, figures: Figures) -> None:
    """Adds the number of answers for each mark, in one row, and their shares below."""
    section = participation_tables.satisfaction(figures)
    document.heading(section.title)
    if section.nothing:
        document.paragraph(section.nothing)
        return
    # Keep the sentence and the table on one page, since the table is not understandable alone.
    document.add(Paragraph(section.sentence, _JUSTIFIED, keep_with_next=True))
    name = translate("Monthly report", "Mark {mark}")
    columns = [PdfColumn(fill(name, mark=mark)) for mark, *_ in section.rows]
    # Without the mark itself, which is the title of the column.
    lines = [section.words(row)[1:] for row in section.rows]
    document.add(Table(columns, [list(line) for line in zip(*lines, strict=True)]))


def improvements(document: PersianDocument, found: Sequence[ImprovementLine]) -> None:
    """Adds the improvement actions.

    The last part stays with the signature, so that no page has only the signature.
    """
    section = participation_tables.improvements(found)
    document.heading(section.title)
    document.add(Paragraph(section.nothing or section.sentence, _JUSTIFIED, keep_with_next=True))
    if not section.nothing:
        document.add(_table(section, _IMPROVEMENTS, keep_with_next=True))


def _add(
    document: PersianDocument,
    section: ReportSection,
    widths: Sequence[float | None],
    *,
    chart: HorizontalBarChart | None = None,
) -> None:
    """Adds a section with its title and sentence; `chart` is placed before the table."""
    document.heading(section.title)
    if section.nothing:
        document.paragraph(section.nothing)
        return
    if section.sentence:
        document.add(Paragraph(section.sentence, _JUSTIFIED, keep_with_next=True))
    if chart is not None:
        document.add(chart)
    document.add(_table(section, widths))


def _table(section: ReportSection, widths: Sequence[float | None], *, keep_with_next: bool = False) -> Table:
    columns = [PdfColumn(title, width=width) for title, width in zip(section.titles, widths, strict=True)]
    totals = section.words(section.totals) if section.totals is not None else None
    return Table(
        columns,
        list(map(section.words, section.rows)),
        totals=totals,
        together=len(section.rows) <= _TOGETHER,
        keep_with_next=keep_with_next,
    )


def _series(section: ReportSection) -> list[ChartSeries]:
    """Returns the counted columns of a section as bar series."""
    return [
        ChartSeries(column.title, [row[place] for row in section.rows])
        for place, column in enumerate(section.columns)
        if column.form is COUNT
    ]


def _received(lines: Sequence[ReportLine], family: str) -> HorizontalBarChart | None:
    """Returns a bar chart of received petitions, the last rows together; None for fewer than two rows.

    The number at the end of each bar makes the chart readable in black and white.
    """
    if len(lines) < 2:
        return None
    most = len(lines) if len(lines) <= _MOST_BARS else _MOST_BARS - 1
    bars = [
        HorizontalBar(row_name(line.key, family), line.received, number(line.received))
        for line in lines[:most]
    ]
    if others := sum(line.received for line in lines[most:]):
        # Their sum would dwarf the bars, and is only written.
        bars.append(HorizontalBar(translate("Monthly report", "Others"), 0, number(others)))
    return HorizontalBarChart(bars, row=15.0)
