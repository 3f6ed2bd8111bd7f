"""The five main figures of the report in words: values and changes. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.persian.dates import JalaliMonth, month_name
from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import days, number
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.wording import fill, translate

#: Whether a change is better, worse, or neutral for citizens.
Tone = Literal["ok", "danger", "text2"]


@dataclass(frozen=True, slots=True)
class FigureNote:
    """A line below a figure."""

    text: str
    tone: Tone = "text2"


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure; `unit` is the word after it («روز»)."""

    code: str
    name: str
    value: str
    notes: tuple[FigureNote, ...]
    unit: str = ""


def facts(figures: Figures) -> tuple[Fact, ...]:
    """Returns the figures from right to left."""
    now, before, year = figures.total, figures.before, figures.year_before
    period = figures.period
    names: tuple[str, ...] = _names(period)
    if period.before() == period.year_before():
        # For a year, both reference periods are the same.
        names = names[:1]
    return (
        Fact(
            "received",
            translate("Reports", "Received"),
            number(now.received),
            tuple(
                _percent(now.received, other, name)
                for other, name in zip((before.received, year.received), names, strict=False)
            ),
        ),
        Fact(
            "resolved",
            translate("Reports", "Resolved"),
            number(now.resolved),
            tuple(
                _percent(now.resolved, other, name, more="ok", fewer="danger")
                for other, name in zip((before.resolved, year.resolved), names, strict=False)
            ),
        ),
        Fact(
            "open",
            translate("Reports", "Open at the end"),
            number(now.open),
            tuple(
                _count(now.open, other, name)
                for other, name in zip((before.open, year.open), names, strict=False)
            ),
        ),
        Fact(
            "late",
            translate("Reports", "Past the deadline"),
            number(now.late),
            tuple(
                _count(now.late, other, name)
                for other, name in zip((before.late, year.late), names, strict=False)
            ),
        ),
        _median(figures, names[0]),
    )


def _names(period: Period) -> tuple[str, str]:
    """Short names of the reference periods; recent months and seasons need no year."""
    last_year = translate("Reports", "last year")
    match period.kind:
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


def _percent(now: int, before: int, name: str, more: Tone = "text2", fewer: Tone = "text2") -> FigureNote:
    if not before:
        return FigureNote(fill(translate("Reports", "none in {month}"), month=name))
    change = round((now - before) * 100 / before)
    if change == 0:
        return FigureNote(fill(translate("Reports", "as many as in {month}"), month=name))
    words = (
        translate("Reports", "{n}% more than {month}")
        if change > 0
        else translate("Reports", "{n}% fewer than {month}")
    )
    return FigureNote(fill(words, n=abs(change), month=name), more if change > 0 else fewer)


def _count(now: int, before: int, name: str) -> FigureNote:
    if now == before:
        return FigureNote(fill(translate("Reports", "as many as in {month}"), month=name))
    words = (
        translate("Reports", "{n} more than {month}")
        if now > before
        else translate("Reports", "{n} fewer than {month}")
    )
    return FigureNote(fill(words, n=abs(now - before), month=name), "danger" if now > before else "ok")


def _median(figures: Figures, before_name: str) -> Fact:
    now, before = figures.total, figures.before
    notes: list[FigureNote] = []
    if now.ninetieth is not None:
        notes.append(
            FigureNote(
                fill(translate("Reports", "nine tenths: {days} days"), days=days(float(now.ninetieth)))
            )
        )
    if now.median is not None and before.median is not None:
        change = now.median - before.median
        if change:
            words = (
                translate("Reports", "{days} days more than {month}")
                if change > 0
                else translate("Reports", "{days} days fewer than {month}")
            )
            tone: Tone = "danger" if change > 0 else "ok"
            notes.append(FigureNote(fill(words, days=days(abs(change)), month=before_name), tone))
        else:
            notes.append(FigureNote(fill(translate("Reports", "as long as in {month}"), month=before_name)))
    unit = translate("Reports", "days") if now.median is not None else ""
    return Fact("median", translate("Reports", "Median to resolution"), days(now.median), tuple(notes), unit)
