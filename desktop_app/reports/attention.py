"""What got worse in a report, and where: up to three sentences for the first page and the window."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.reports.facts import name_before
from desktop_app.reports.highlights import Highlights, most_increased, on_time_now
from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import number, percent, row_name
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

#: A kind is named when it grew by at least this share, and by this number.
_GROWTH, _LEAST = 0.1, 5
#: A number in a template that was filled: its name, and its words. No value may have these characters itself.
_MARKED: Final = re.compile("\x02(\\w+)\x03([^\x04]*)\x04")
_MARKS: Final = dict.fromkeys((2, 3, 4))


@dataclass(frozen=True, slots=True)
class NumberPetitions:
    """The petitions of a number: a measure of the report, of one unit, kind or service; or of the period before."""

    measure: str
    count: int
    family: str = ""
    key: str = ""
    before: bool = False


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A number in a sentence, from `start` to `end` in code points, and its petitions."""

    start: int
    end: int
    petitions: NumberPetitions


@dataclass(frozen=True, slots=True)
class AttentionPoint:
    """A sentence, and its numbers that have petitions."""

    words: str
    numbers: tuple[SaidNumber, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable[AttentionPoint]) -> AttentionPoint:
        """Puts sentences one after the other."""
        words, numbers = "", list[SaidNumber]()
        for part in parts:
            words += " " if words else ""
            at = len(words)
            numbers += [replace(one, start=one.start + at, end=one.end + at) for one in part.numbers]
            words += part.words
        return cls(words, tuple(numbers))


def attention(report: MonthlyReport) -> list[str]:
    """Returns the sentences; one that nothing got worse if there is none. Empty for a report without highlights."""
    return [point.words for point in attention_points(report)]


def attention_points(report: MonthlyReport) -> list[AttentionPoint]:
    """Returns the sentences of `attention` with the petitions of their numbers."""
    found = report.highlights
    if found is None:
        return []
    figures = report.figures
    points = []
    if late := _late(figures, found):
        points.append(AttentionPoint.joined(late))
    points += _where(found)
    nothing = translate("Report summary", "Nothing got worse against the period before.")
    if figures.incomplete_since(figures.period.before()) is None:
        points += [*_on_time(figures, found), *_work(figures), *_growth(found)]
    else:
        nothing = translate(
            "Report summary", "The period before has no full data; nothing was compared with it."
        )
    return points[:3] or [AttentionPoint(nothing)]


def _told(template: str, petitions: Mapping[str, NumberPetitions], **values: str) -> AttentionPoint:
    """Fills a template; `petitions` has those of its numbers by name."""
    known = {name for name, behind in petitions.items() if behind.count}
    said = {name: words.translate(_MARKS) for name, words in values.items()}
    marked = {name: f"\x02{name}\x03{words}\x04" for name, words in said.items() if name in known}
    text = fill(template, **(said | marked))
    words, numbers, done = "", list[SaidNumber](), 0
    for one in _MARKED.finditer(text):
        words += text[done : one.start()]
        numbers.append(SaidNumber(len(words), len(words) + len(one[2]), petitions[one[1]]))
        words += one[2]
        done = one.end()
    return AttentionPoint(words + text[done:], tuple(numbers))


def _late(figures: Figures, found: Highlights) -> list[AttentionPoint]:
    now, before = figures.total.late, figures.before.late
    if not now:
        return []
    if now > before:
        words = translate(
            "Report summary",
            "The petitions past their deadline rose from {before} at the end of {period} to {now}.",
        )
    elif now < before:
        words = translate(
            "Report summary",
            "The petitions past their deadline fell from {before} at the end of {period} to {now}.",
        )
    else:
        words = translate(
            "Report summary", "The petitions past their deadline are {now}, as at the end of {period}."
        )
    petitions = {"now": NumberPetitions("late", now), "before": NumberPetitions("late", before, before=True)}
    period = _before_named(figures.period)
    points = [_told(words, petitions, now=number(now), before=number(before), period=period)]
    unreferred = sum(one.now for one in found.late if not one.key)
    if unreferred:
        words = translate("Report summary", "{count} of them were not referred to any unit yet.")
        of_nobody = {"count": NumberPetitions("late", unreferred, "unit")}
        points.append(_told(words, of_nobody, count=number(unreferred)))
    return points


def _before_named(period: Period) -> str:
    """The period before; the days of a range say less than that they are those before it."""
    return name_before(period) if period.kind is PeriodKind.RANGE else period.before().title


def _where(found: Highlights) -> list[AttentionPoint]:
    worst = most_increased(one for one in found.late if one.key)
    if worst is None:
        return []
    words = translate("Report summary", "In the unit {unit} the late ones rose from {before} to {now}.")
    unit = row_name(worst.key, "unit")
    petitions = _now_and_before("late", "unit", worst.key, worst.now, worst.before)
    return [_told(words, petitions, unit=unit, before=number(worst.before), now=number(worst.now))]


def _on_time(figures: Figures, found: Highlights) -> list[AttentionPoint]:
    now, before = on_time_now(figures).share, found.before.share
    if now is None or before is None or round(now * 100) >= round(before * 100):
        return []
    words = translate("Report summary", "The share that was answered on time fell from {before} to {now}.")
    # A share leads to the petitions that were resolved late.
    petitions = _now_and_before("overdue", "", "", figures.total.overdue, found.before.overdue)
    return [_told(words, petitions, before=percent(before), now=percent(now))]


def _work(figures: Figures) -> list[AttentionPoint]:
    """Tells of more open petitions at the end, and of fewer that were resolved."""
    now, before = figures.total, figures.before
    points = []
    if now.open > before.open:
        words = translate("Report summary", "The open petitions rose from {before} to {now}.")
        petitions = _now_and_before("open", "", "", now.open, before.open)
        points.append(_told(words, petitions, before=number(before.open), now=number(now.open)))
    if now.resolved < before.resolved:
        words = translate("Report summary", "The resolved petitions fell from {before} to {now}.")
        petitions = _now_and_before("resolved", "", "", now.resolved, before.resolved)
        points.append(_told(words, petitions, before=number(before.resolved), now=number(now.resolved)))
    return [AttentionPoint.joined(points)] if points else []


def _growth(found: Highlights) -> list[AttentionPoint]:
    kind = most_increased(found.kinds)
    if kind is None or kind.change < max(_LEAST, kind.before * _GROWTH):
        return []
    words = translate("Report summary", "Received of the kind “{kind}” rose from {before} to {now}.")
    petitions = _now_and_before("received", "kind", kind.key, kind.now, kind.before)
    now, before = number(kind.now), number(kind.before)
    points = [_told(words, petitions, kind=label("kind", kind.key), before=before, now=now)]
    service = most_increased(found.services)
    if service is not None and service.change >= _LEAST:
        words = translate("Report summary", "Of the services, “{service}” grew most ({before} to {now}).")
        petitions = _now_and_before("received", "service", service.key, service.now, service.before)
        now, before = number(service.now), number(service.before)
        points.append(_told(words, petitions, service=service.key, before=before, now=now))
    return [AttentionPoint.joined(points)]


def _now_and_before(measure: str, family: str, key: str, now: int, before: int) -> dict[str, NumberPetitions]:
    return {
        "now": NumberPetitions(measure, now, family, key),
        "before": NumberPetitions(measure, before, family, key, before=True),
    }
