"""The five main figures of the report in words, for the window and the first page: values and changes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.persian.dates import JalaliMonth, month_name
from desktop_app.reports.highlights import ON_TIME_TARGET, Highlights, on_time_now
from desktop_app.reports.monthly import Figures, ReportLine
from desktop_app.reports.numbers import days, number, percent
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.wording import fill, translate

#: Whether a change is better, worse, or neutral for citizens.
Tone = Literal["ok", "danger", "text2"]


@dataclass(frozen=True, slots=True)
class FigureNote:
    """A line below a figure; `change` is positive where it tells of more, negative where of less."""

    text: str
    tone: Tone = "text2"
    change: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure; `unit` is the word after it («روز»)."""

    code: str
    name: str
    value: str
    notes: tuple[FigureNote, ...]
    unit: str = ""


def facts(figures: Figures, highlights: Highlights | None) -> tuple[Fact, ...]:
    """Returns the figures in reading order.

    The last is the share that was answered on time; the median in a report that was issued before it was kept.
    """
    references = _references(figures)
    now = figures.total
    return (
        Fact(
            "received",
            translate("Reports", "Received"),
            number(now.received),
            tuple(one.percent(now.received, one.line.received) for one in references),
        ),
        Fact(
            "resolved",
            translate("Reports", "Resolved"),
            number(now.resolved),
            tuple(
                one.percent(now.resolved, one.line.resolved, more="ok", fewer="danger") for one in references
            ),
        ),
        Fact(
            "open",
            translate("Reports", "Open at the end"),
            number(now.open),
            tuple(one.count(now.open, one.line.open) for one in references),
        ),
        Fact(
            "late",
            translate("Reports", "Past the deadline"),
            number(now.late),
            tuple(one.count(now.late, one.line.late) for one in references),
        ),
        _on_time(figures, highlights, references[0]) if highlights else _median(figures, references[0]),
    )


def target_words() -> str:
    """The share that an office means to answer on time, beside a chart."""
    return fill(translate("Monthly report", "Target {share}"), share=percent(ON_TIME_TARGET))


def name_before(period: Period) -> str:
    """The short name of the period before, with which a report compares."""
    return _names(period)[0]


def _on_time(figures: Figures, highlights: Highlights, reference: _Reference) -> Fact:
    now, before = on_time_now(figures).share, highlights.before.share
    notes = []
    if now is not None and before is not None and reference.since is None:
        notes.append(reference.points(round(now * 100), round(before * 100)))
    target = fill(translate("Reports", "target {share}"), share=percent(ON_TIME_TARGET))
    name = translate("Reports", "Answered on time")
    value = percent(now) if now is not None else "—"
    return Fact("on_time", name, value, (*notes, FigureNote(target)))


def _references(figures: Figures) -> tuple[_Reference, ...]:
    """Returns the period before and that of last year; for a year, both are the same."""
    period = figures.period
    periods = dict.fromkeys((period.before(), period.year_before()))
    lines = (figures.before, figures.year_before)
    return tuple(
        _Reference(line, name, figures.incomplete_since(one))
        for one, line, name in zip(periods, lines, _names(period), strict=False)
    )


@dataclass(frozen=True, slots=True)
class _Reference:
    """A period that is compared with: its figures and short name; `since` is where incomplete data begin."""

    line: ReportLine
    name: str
    since: JalaliMonth | None

    @property
    def incomplete(self) -> FigureNote:
        assert self.since is not None
        words = translate("Reports", "{month}: data from {since}")
        return FigureNote(fill(words, month=self.name, since=self.since.title))

    def percent(self, now: int, before: int, more: Tone = "text2", fewer: Tone = "text2") -> FigureNote:
        """Compares two numbers in percent."""
        if not before:
            return FigureNote(fill(translate("Reports", "none in {month}"), month=self.name))
        if self.since is not None:
            return self.incomplete
        change = round((now - before) * 100 / before)
        if change == 0:
            return FigureNote(fill(translate("Reports", "as many as in {month}"), month=self.name))
        words = (
            translate("Reports", "{n}% more than {month}")
            if change > 0
            else translate("Reports", "{n}% fewer than {month}")
        )
        return FigureNote(fill(words, n=abs(change), month=self.name), more if change > 0 else fewer, change)

    def points(self, now: int, before: int) -> FigureNote:
        """Compares two shares in percent: more is better."""
        if now == before:
            return FigureNote(fill(translate("Reports", "as many as in {month}"), month=self.name))
        words = (
            translate("Reports", "{n} points more than {month}")
            if now > before
            else translate("Reports", "{n} points fewer than {month}")
        )
        words = fill(words, n=abs(now - before), month=self.name)
        return FigureNote(words, "ok" if now > before else "danger", now - before)

    def count(self, now: int, before: int) -> FigureNote:
        """Compares two numbers of petitions that were there at the end of the period."""
        if now == before:
            return FigureNote(fill(translate("Reports", "as many as in {month}"), month=self.name))
        words = (
            translate("Reports", "{n} more than {month}")
            if now > before
            else translate("Reports", "{n} fewer than {month}")
        )
        words = fill(words, n=abs(now - before), month=self.name)
        return FigureNote(words, "danger" if now > before else "ok", now - before)


def _names(period: Period) -> tuple[str, str]:
    """Short names of the reference periods; recent months and seasons need no year."""
    last_year = translate("Reports", "last year")
    match period.kind:
        case PeriodKind.WEEK:
            return translate("Reports", "the week before"), last_year
        case PeriodKind.MONTH:
            return month_name(JalaliMonth.of(period.before().first).month), period.year_before().title
        case PeriodKind.QUARTER:
            return _season(JalaliMonth.of(period.before().first).month), last_year
        case PeriodKind.YEAR:
            return last_year, last_year
        case _:
            return translate("Reports", "the period before"), last_year


def _season(month: int) -> str:
    """The season of a month: Jalali quarters are seasons."""
    return (
        translate("Reports", "spring"),
        translate("Reports", "summer"),
        translate("Reports", "autumn"),
        translate("Reports", "winter"),
    )[(month - 1) // 3]


def _median(figures: Figures, reference: _Reference) -> Fact:
    now, before = figures.total, figures.before
    notes: list[FigureNote] = []
    if now.ninetieth is not None:
        notes.append(
            FigureNote(
                fill(translate("Reports", "nine tenths: {days} days"), days=days(float(now.ninetieth)))
            )
        )
    if now.median is not None and before.median is not None and reference.since is None:
        change = now.median - before.median
        if change:
            words = (
                translate("Reports", "{days} days more than {month}")
                if change > 0
                else translate("Reports", "{days} days fewer than {month}")
            )
            tone: Tone = "danger" if change > 0 else "ok"
            words = fill(words, days=days(abs(change)), month=reference.name)
            notes.append(FigureNote(words, tone, 1 if change > 0 else -1))
        else:
            notes.append(
                FigureNote(fill(translate("Reports", "as long as in {month}"), month=reference.name))
            )
    unit = translate("Reports", "days") if now.median is not None else ""
    return Fact("median", translate("Reports", "Median to resolution"), days(now.median), tuple(notes), unit)
