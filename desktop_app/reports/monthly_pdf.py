"""The monthly report on paper: A4, letterhead, a summary in sentences, tables, one chart."""

from __future__ import annotations

import os
from datetime import datetime
from typing import BinaryIO

from desktop_app.database.chain import head_words
from desktop_app.persian.dates import JalaliDay, clock_time, day_and_month, short_date, tehran_day
from desktop_app.persian.digits import isolated, persian_number
from desktop_app.reports.monthly import Figures, Line
from desktop_app.reports.pdf.charts import BarChart, Series
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextStyle
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.table import Column, Table, TableStyle
from desktop_app.reports.service import Consultation, ImprovementLine, MonthlyReport
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

_CENTRED = TextStyle(size=9.5, leading=17.0, alignment="centre", colour="#515456")
_SMALL = TextStyle(size=8.5, leading=14.0, colour="#515456")
_NARROW = 60.0


def write_monthly_report(report: MonthlyReport, target: str | os.PathLike[str] | BinaryIO) -> None:
    """Writes the report as a PDF; the same report gives the same bytes."""
    monthly_document(report).write(target)


def monthly_document(report: MonthlyReport) -> PersianDocument:
    """The report as a document."""
    figures = report.figures
    title = translate("Monthly report", "Monthly report on public participation")
    document = PersianDocument(title, made_at=report.made_at, letterhead=_letterhead(report))
    document.heading(title, 0)
    scope = report.unit_name or translate("Monthly report", "all units")
    month_and_scope = fill(
        translate("Monthly report", "{month}, {scope}"), month=figures.month.title, scope=scope
    )
    document.add(Paragraph(month_and_scope, _CENTRED, gap=2.0))
    document.spacer(8)
    for sentence in summary(report):
        document.paragraph(sentence)
    document.heading(translate("Monthly report", "Received and resolved on each day"))
    document.add(_chart(figures))
    parts = (
        (
            translate("Monthly report", "Petitions by unit"),
            translate("Monthly report", "Unit"),
            figures.by_unit,
            "",
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
    )
    for heading, first, lines, family in parts:
        document.heading(heading)
        document.add(_figures_table(first, lines, figures.total, family))
    document.heading(translate("Monthly report", "Against the month before and last year"))
    document.add(_comparison_table(figures))
    _consultations(document, report.consultations)
    _satisfaction(document, figures)
    _improvements(document, report.improvements)
    _colophon(document, report)
    return document


def summary(report: MonthlyReport) -> list[str]:
    """The report in sentences: what a manager reads aloud."""
    figures, total = report.figures, report.figures.total
    sentences = [
        fill(
            translate(
                "Monthly report",
                "In {month}, {received} petitions were received and {resolved} were resolved. At the end of the "
                "month {open} were open, of which {late} were past their deadline.",
            ),
            month=figures.month.title,
            received=number(total.received),
            resolved=number(total.resolved),
            open=number(total.open),
            late=number(total.late),
        )
    ]
    if total.median is not None:
        sentences[0] += " " + fill(
            translate(
                "Monthly report",
                "Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.",
            ),
            median=days(total.median),
            ninetieth=days(total.ninetieth),
        )
    sentences[0] += " " + change_sentence(total.received, figures.month_before.received)
    return sentences


def change_sentence(now: int, before: int) -> str:
    """How the number received compares with the month before, as a sentence."""
    if not before:
        return translate("Monthly report", "There is no month before to compare with.")
    percent = round((now - before) * 100 / before)
    if percent == 0:
        return translate("Monthly report", "That is as many as in the month before.")
    template = (
        translate("Monthly report", "That is {percent} percent more than in the month before.")
        if percent > 0
        else translate("Monthly report", "That is {percent} percent fewer than in the month before.")
    )
    return fill(template, percent=number(abs(percent)))


def number(value: int) -> str:
    """A count as the language in use writes it."""
    return digits(f"{value:,}".replace(",", "٬")) if digits(1) != "1" else f"{value:,}"


def days(value: float | None) -> str:
    """Days to resolution; a dash where nothing was resolved."""
    if value is None:
        return "—"
    decimals = 0 if float(value).is_integer() else 1
    return persian_number(value, decimals=decimals) if digits(1) != "1" else f"{value:.{decimals}f}"


def _letterhead(report: MonthlyReport) -> Letterhead:
    settings = report.settings
    details = [(translate("Monthly report", "Date"), short_date(tehran_day(report.made_at)))]
    if report.as_of is not None:
        details.append((translate("Monthly report", "As of"), as_of_words(report.as_of)))
    if settings.decree_number:
        details.append((translate("Monthly report", "Decree"), digits(settings.decree_number)))
    return Letterhead([settings.ministry, settings.office_name], details)


def as_of_words(moment: datetime) -> str:
    """The day and the time as of which the figures are."""
    words = translate("Monthly report", "{day}, {time}")
    return fill(words, day=short_date(tehran_day(moment)), time=clock_time(moment))


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


def cells(line: Line, name: str) -> list[str]:
    """A row of the report's tables."""
    counts = [number(count) for count in (line.received, line.resolved, line.open, line.late)]
    return [name, *counts, days(line.median), days(line.ninetieth)]


def line_name(line: Line, family: str) -> str:
    """What a row is called: a word of the vocabulary, a unit's name, or "unrouted"."""
    if family:
        return label(family, line.key)
    return line.key or translate("Monthly report", "Not yet referred")


def _figures_table(first: str, lines: tuple[Line, ...], total: Line, family: str) -> Table:
    rows = [cells(line, line_name(line, family)) for line in lines]
    return Table(
        _columns(first), rows, totals=cells(total, translate("Monthly report", "In all")), style=TableStyle()
    )


def _comparison_table(figures: Figures) -> Table:
    rows = [
        cells(figures.total, figures.month.title),
        cells(figures.month_before, figures.month.previous().title),
        cells(figures.year_before, figures.month.year_before().title),
    ]
    return Table(_columns(translate("Monthly report", "Month")), rows)


def _chart(figures: Figures) -> BarChart:
    return BarChart(
        categories=[digits(JalaliDay.of(day.day).day) for day in figures.days],
        series=[
            Series(translate("Monthly report", "Received"), [day.received for day in figures.days]),
            Series(translate("Monthly report", "Resolved"), [day.resolved for day in figures.days]),
        ],
        shaded=frozenset(place for place, day in enumerate(figures.days) if day.closed),
        shaded_name=translate("Monthly report", "Closed"),
    )


def _consultations(document: PersianDocument, consultations: tuple[Consultation, ...]) -> None:
    document.heading(translate("Monthly report", "Public consultations"))
    if not consultations:
        document.paragraph(translate("Monthly report", "No draft was open to the public in this month."))
        return
    columns = [
        Column(translate("Monthly report", "Draft document")),
        Column(translate("Monthly report", "Window"), width=96.0),
        Column(translate("Monthly report", "Comments"), width=40.0),
        Column(label("disposition", "accepted"), width=48.0),
        Column(label("disposition", "rejected"), width=36.0),
        Column(translate("Monthly report", "State"), width=72.0),
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
        for one in consultations
    ]
    document.add(Table(columns, rows))


def _satisfaction(document: PersianDocument, figures: Figures) -> None:
    document.heading(translate("Monthly report", "Satisfaction"))
    mean = figures.mean_satisfaction
    if mean is None:
        document.paragraph(translate("Monthly report", "Nobody was asked in this month."))
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


def _improvements(document: PersianDocument, improvements: tuple[ImprovementLine, ...]) -> None:
    document.heading(translate("Monthly report", "Improvement actions"))
    if not improvements:
        document.paragraph(translate("Monthly report", "No improvement action was open in this month."))
        return
    told = fill(
        translate(
            "Monthly report",
            "At the end of the month {open} were open, of which {late} were past their day; {done} were done in it.",
        ),
        open=number(sum(one.done_on is None for one in improvements)),
        late=number(sum(one.late for one in improvements)),
        done=number(sum(one.done_on is not None for one in improvements)),
    )
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
        for one in improvements
    ]
    document.add(Table(columns, rows))


def improvement_state(one: ImprovementLine) -> str:
    """Done and when, late, or open."""
    if one.done_on is not None:
        return fill(translate("Monthly report", "done {day}"), day=day_and_month(one.done_on))
    return translate("Monthly report", "late") if one.late else translate("Monthly report", "open")


def _colophon(document: PersianDocument, report: MonthlyReport) -> None:
    """The digest of the history: on paper it vouches for every event until that day."""
    if report.history_head is None or report.history_day is None:
        return
    template = translate("Monthly report", "Digest of the history until the end of {day}: {head}")
    head = isolated(head_words(report.history_head))
    document.spacer(8)
    document.add(Paragraph(fill(template, day=short_date(report.history_day), head=head), _SMALL, gap=8.0))
