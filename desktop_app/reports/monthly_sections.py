"""The parts of the monthly report on paper: tables, charts and the sentences that go with them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.persian.dates import JalaliDay, day_and_month, month_name
from desktop_app.reports.monthly import Figures, Line
from desktop_app.reports.numbers import days, number, percent, row_name
from desktop_app.reports.participation import Consultation, ImprovementLine
from desktop_app.reports.pdf.charts import BarChart, LyingBar, LyingBarChart, Series
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextStyle
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.table import Column, Table, TableStyle
from desktop_app.reports.summary import improvement_sentence
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

_NARROW = 60.0
#: The names of disposition in the order of the table; `undecided` stands for none.
DISPOSITIONS = ("accepted", "partly_accepted", "rejected", "out_of_scope", "already_covered", "undecided")


def petitions(document: PersianDocument, figures: Figures) -> None:
    """Received and resolved: the days, the twelve months, by unit, kind and channel."""
    if figures.days:
        document.heading(translate("Monthly report", "Received and resolved on each day"))
        document.add(days_chart(figures))
    document.heading(translate("Monthly report", "Received and resolved in twelve months"))
    document.add(trend_chart(figures))
    for heading, first, lines, family in (
        (
            translate("Monthly report", "Petitions by unit"),
            translate("Monthly report", "Unit"),
            figures.by_unit,
            "unit",
        ),
        (
            translate("Monthly report", "Petitions by kind"),
            translate("Monthly report", "Kind"),
            figures.by_kind,
            "kind",
        ),
        (
            translate("Monthly report", "Petitions by channel"),
            translate("Monthly report", "Channel"),
            figures.by_channel,
            "channel",
        ),
    ):
        document.heading(heading)
        if family != "kind" and len(lines) > 1:
            document.add(_shares(lines, family))
        document.add(_figures_table(first, lines, figures.total, family))


def comparison(document: PersianDocument, figures: Figures) -> None:
    """The period beside the one before and the same one last year."""
    document.heading(translate("Monthly report", "Against the period before and last year"))
    period = figures.period
    rows = [
        line_cells(figures.total, period.title),
        line_cells(figures.before, period.before().title),
        line_cells(figures.year_before, period.year_before().title),
    ]
    # A year's last year is the one before it.
    rows = rows[:2] if period.before() == period.year_before() else rows
    document.add(Table(_columns(translate("Monthly report", "Period")), rows))


def lateness(document: PersianDocument, figures: Figures) -> None:
    """Who is late how often, the most first, and how long petitions lay with each unit."""
    document.heading(translate("Monthly report", "Lateness"))
    if not figures.lateness:
        document.paragraph(translate("Monthly report", "Nothing was late in this period."))
    else:
        document.add(
            LyingBarChart(
                [
                    LyingBar(row_name(line.key, "unit"), line.share * 100, percent(line.share))
                    for line in figures.lateness
                ],
                keep_with_next=True,
            )
        )
        columns = [
            Column(translate("Monthly report", "Unit")),
            Column(translate("Monthly report", "Late at the end"), width=90.0),
            Column(translate("Monthly report", "Resolved late"), width=90.0),
            Column(translate("Monthly report", "Of open and resolved"), width=110.0),
            Column(translate("Monthly report", "Share"), width=_NARROW),
        ]
        rows = [
            [
                row_name(line.key, "unit"),
                number(line.late),
                number(line.overdue),
                number(line.of),
                percent(line.share),
            ]
            for line in figures.lateness
        ]
        document.add(Table(columns, rows))
    document.heading(translate("Monthly report", "How long petitions lay with each unit"))
    if not figures.dwell:
        document.paragraph(translate("Monthly report", "No petition left a unit in this period."))
        return
    columns = [
        Column(translate("Monthly report", "Unit")),
        Column(translate("Monthly report", "Left the unit"), width=90.0),
        Column(translate("Monthly report", "Median (days)"), width=90.0),
        Column(translate("Monthly report", "Ninth tenth (days)"), width=90.0),
    ]
    rows = [[line.key, number(line.count), days(line.median), days(line.ninetieth)] for line in figures.dwell]
    document.add(Table(columns, rows))


def days_chart(figures: Figures) -> BarChart:
    """Each day of the period."""
    return BarChart(
        categories=[digits(JalaliDay.of(day.day).day) for day in figures.days],
        series=[
            Series(translate("Monthly report", "Received"), [day.received for day in figures.days]),
            Series(translate("Monthly report", "Resolved"), [day.resolved for day in figures.days]),
        ],
        shaded=frozenset(place for place, day in enumerate(figures.days) if day.closed),
        shaded_name=translate("Monthly report", "Closed"),
    )


def trend_chart(figures: Figures) -> BarChart:
    """The twelve months that end with the period."""
    return BarChart(
        categories=[month_name(one.month.month) for one in figures.trend],
        series=[
            Series(translate("Monthly report", "Received"), [one.received for one in figures.trend]),
            Series(translate("Monthly report", "Resolved"), [one.resolved for one in figures.trend]),
        ],
        height=130.0,
    )


def _shares(lines: Sequence[Line], family: str) -> LyingBarChart:
    """Received, as bars: on a black-and-white print the number at the end says what the length means."""
    bars = [LyingBar(row_name(line.key, family), line.received, number(line.received)) for line in lines]
    return LyingBarChart(bars, row=15.0, keep_with_next=True)


def _columns(first: str) -> list[Column]:
    names = (
        translate("Monthly report", "Received"),
        translate("Monthly report", "Resolved"),
        translate("Monthly report", "Open"),
        translate("Monthly report", "Late"),
        translate("Monthly report", "Median (days)"),
        translate("Monthly report", "Ninth tenth (days)"),
    )
    narrow = [Column(name, width=_NARROW + (14 if place > 3 else 0)) for place, name in enumerate(names)]
    return [Column(first), *narrow]


def line_cells(line: Line, name: str) -> list[str]:
    """A row of the report's tables."""
    counts = [number(count) for count in (line.received, line.resolved, line.open, line.late)]
    return [name, *counts, days(line.median), days(line.ninetieth)]


def _figures_table(first: str, lines: Sequence[Line], total: Line, family: str) -> Table:
    rows = [line_cells(line, row_name(line.key, family)) for line in lines]
    totals = line_cells(total, translate("Monthly report", "In all"))
    return Table(_columns(first), rows, totals=totals, style=TableStyle())


def consultations(document: PersianDocument, found: Sequence[Consultation]) -> None:
    """Each draft before the public, and its comments by disposition."""
    document.heading(translate("Monthly report", "Public consultations"))
    if not found:
        document.paragraph(translate("Monthly report", "No draft was open to the public in this period."))
        return
    columns = [
        Column(translate("Monthly report", "Draft document")),
        Column(translate("Monthly report", "Window"), width=112.0),
        Column(translate("Monthly report", "Comments"), width=34.0),
        Column(label("disposition", "accepted"), width=48.0),
        Column(label("disposition", "rejected"), width=32.0),
        Column(translate("Monthly report", "State"), width=66.0),
    ]
    rows = [
        [
            one.title,
            f"{day_and_month(one.opened_on)} ـ {day_and_month(one.closes_on)}"
            if one.opened_on and one.closes_on
            else "—",
            number(one.comments),
            number(one.dispositions.get("accepted", 0) + one.dispositions.get("partly_accepted", 0)),
            number(one.dispositions.get("rejected", 0)),
            label("instrument_status", one.status),
        ]
        for one in found
    ]
    document.add(Table(columns, rows))
    if sum(one.comments for one in found):
        counts = [sum(one.dispositions.get(code, 0) for one in found) for code in DISPOSITIONS]
        document.heading(translate("Monthly report", "Comments by disposition"), 2)
        names = [disposition_name(code) for code in DISPOSITIONS]
        document.add(Table([Column(name) for name in names], [[number(count) for count in counts]]))


def disposition_name(code: str) -> str:
    """What a disposition is called; also for comments without one."""
    return translate("Reports", "undecided") if code == "undecided" else label("disposition", code)


def satisfaction(document: PersianDocument, figures: Figures) -> None:
    """The marks, never without how many gave one."""
    document.heading(translate("Monthly report", "Satisfaction"))
    mean = figures.mean_satisfaction
    if mean is None:
        document.paragraph(translate("Monthly report", "Nobody was asked in this period."))
        return
    told = fill(
        translate("Monthly report", "{count} petitioners answered; the mean is {mean} of 5."),
        count=number(sum(figures.satisfaction)),
        mean=days(round(mean, 1)),
    )
    # The table says nothing without this sentence, so neither stands on a page of its own.
    document.add(Paragraph(told, TextStyle(alignment="justified"), keep_with_next=True))
    marks = [number(count) for count in reversed(figures.satisfaction)]
    names = [fill(translate("Monthly report", "Mark {mark}"), mark=mark) for mark in (5, 4, 3, 2, 1)]
    document.add(Table([Column(name) for name in names], [marks]))


def improvements(document: PersianDocument, found: Sequence[ImprovementLine]) -> None:
    """Each improvement action; the end stays with the signature, which never stands on a page of its own."""
    document.heading(translate("Monthly report", "Improvement actions"))
    if not found:
        none = translate("Monthly report", "No improvement action was open in this period.")
        document.add(Paragraph(none, TextStyle(alignment="justified"), keep_with_next=True))
        return
    still = sum(one.done_on is None for one in found)
    told = improvement_sentence(still, sum(one.late for one in found), len(found) - still)
    document.add(Paragraph(told, TextStyle(alignment="justified"), keep_with_next=True))
    columns = [
        Column(translate("Monthly report", "Action")),
        Column(translate("Monthly report", "Service"), width=98.0),
        Column(translate("Monthly report", "Owner"), width=68.0),
        Column(translate("Monthly report", "Until"), width=50.0),
        Column(translate("Monthly report", "Petitions"), width=60.0),
        Column(translate("Monthly report", "State"), width=78.0),
    ]
    rows = [
        [
            one.title,
            one.service,
            one.owner or "—",
            day_and_month(one.due_on) if one.due_on else "—",
            number(one.petitions),
            improvement_state(one),
        ]
        for one in found
    ]
    document.add(Table(columns, rows, keep_with_next=True))


def improvement_state(one: ImprovementLine) -> str:
    """Done and when, late, or open."""
    if one.done_on is not None:
        return fill(translate("Monthly report", "done {day}"), day=day_and_month(one.done_on))
    return translate("Monthly report", "late") if one.late else translate("Monthly report", "open")
