"""The first page of the printed report: the month in figures, what got worse, outcomes, the longest delays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from desktop_app.persian.dates import month_name
from desktop_app.reports import monthly_tables
from desktop_app.reports.attention import attention
from desktop_app.reports.facts import facts, target_words
from desktop_app.reports.highlights import ON_TIME_TARGET, Highlights
from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import number, years_of
from desktop_app.reports.pdf.charts import ChartSeries, HorizontalBar, HorizontalBarChart, Ink, PdfBarChart
from desktop_app.reports.pdf.columns import PdfBox, PdfTile, PdfTiles, SideBySide
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import Block
from desktop_app.reports.pdf.lines import TextStyle
from desktop_app.reports.pdf.paragraph import HEADINGS, Paragraph
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle
from desktop_app.reports.section import ReportSection
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.summary import time_taken
from desktop_app.wording import translate

_BODY = TextStyle(size=9.5, leading=16.0)
_BARS = Ink("#8A8478")
_TIGHT = TableStyle(TextStyle(size=9, leading=11.5), TextStyle(size=8.5, leading=11.5, colour=QUIET_INK))
_LONGEST = (92.0, 58.0, None, 82.0, 96.0, 52.0)


@dataclass(frozen=True, slots=True)
class FirstPageRoom:
    """How much the first page shows: bars of a chart, late petitions, empty lines of the manager's box.

    `chart` is the height of the chart of shares in points.
    """

    bars: int
    late: int
    lines: int
    chart: float


#: From the fullest page to the shortest, so that the box of the manager is at the end of the first page.
ROOMS: Final = (
    FirstPageRoom(8, 10, 3, 116.0),
    FirstPageRoom(6, 10, 3, 100.0),
    FirstPageRoom(5, 10, 2, 92.0),
    FirstPageRoom(4, 10, 2, 92.0),
    FirstPageRoom(4, 8, 2, 92.0),
    FirstPageRoom(4, 6, 2, 92.0),
)


def first_page(document: PersianDocument, report: MonthlyReport, room: FirstPageRoom) -> None:
    """Adds the first page; nothing to a report that was issued before it had one."""
    found, figures = report.highlights, report.figures
    if found is None:
        return
    document.add(PdfTiles(_tiles(figures, found)))
    document.add(SideBySide([_attention(report), _on_time_chart(found, room.chart)]))
    outcomes = monthly_tables.outcomes(found, figures.total)
    services = monthly_tables.services(found, figures.total)
    if outcomes.rows or services.rows:
        document.add(
            SideBySide([_bars(_shortened(outcomes, room.bars), room.bars), _bars(services, room.bars)])
        )
    for sentence in time_taken(figures):
        document.add(Paragraph(sentence, _BODY))
    longest = monthly_tables.longest(found)
    if longest.rows:
        document.add(replace(_title(longest.title), gap=10.0, keep_with_next=True, entry=(longest.title, 1)))
        columns = [
            PdfColumn(title, width=width) for title, width in zip(longest.titles, _LONGEST, strict=True)
        ]
        document.add(Table(columns, list(map(longest.words, longest.rows[: room.late])), style=_TIGHT))
    if report.analysis or report.issue is None:
        title = translate("Monthly report", "Analysis of the manager")
        document.add(PdfBox(title, report.analysis, room.lines))


def _tiles(figures: Figures, found: Highlights) -> list[PdfTile]:
    return [
        PdfTile(
            fact.name,
            fact.value,
            [note.text for note in fact.notes],
            worse=any(note.tone == "danger" for note in fact.notes[:1]),
        )
        for fact in facts(figures, found)
    ]


def _attention(report: MonthlyReport) -> list[Block]:
    sentences = attention(report)
    numbered = [
        f"{number(place)}. {words}" if len(sentences) > 1 else words
        for place, words in enumerate(sentences, 1)
    ]
    return [
        _title(translate("Monthly report", "What needs attention")),
        *(Paragraph(words, _BODY, gap=4.0) for words in numbered),
    ]


def _on_time_chart(found: Highlights, height: float) -> list[Block]:
    shares = [float(one.percent) for _, one in found.months]
    return [
        _title(translate("Monthly report", "Answered on time, percent")),
        PdfBarChart(
            [month_name(month.month) for month, _ in found.months],
            [ChartSeries(translate("Monthly report", "On time"), shares)],
            height=height,
            groups=years_of([month for month, _ in found.months]),
            emphasised=frozenset({len(shares) - 1}),
            written=True,
            target=ON_TIME_TARGET * 100,
            target_name=target_words(),
            gap=4.0,
        ),
    ]


def _shortened(section: ReportSection, most: int) -> ReportSection:
    """Sums up the last rows, so that the rows add up to all of them; a change that is not known stays so."""
    further = section.rows[most - 1 :]
    if len(further) < 2:
        return section
    numbers = [None if None in values else sum(values) for values in list(zip(*further, strict=True))[1:]]
    others = (translate("Monthly report", "Other outcomes"), *numbers)
    return replace(section, rows=(*section.rows[: most - 1], others))


def _bars(section: ReportSection, most: int) -> list[Block]:
    """A heading, and a bar for each of the first rows with its figures in words."""
    if not section.rows:
        nothing = translate("Monthly report", "Nothing in this period.")
        return [_title(section.title), Paragraph(nothing, _BODY, gap=4.0)]
    bars = []
    for row in section.rows[:most]:
        # A change that is not known has no word.
        name, *figures = (words for words in section.words(row) if words != "—")
        bars.append(HorizontalBar(name, row[1], "، ".join(figures)))
    return [_title(section.title), HorizontalBarChart(bars, _BARS, row=13.5, label_share=0.42, gap=4.0)]


def _title(words: str) -> Paragraph:
    return Paragraph(words, HEADINGS[1], gap=0.0, kind="H2")
