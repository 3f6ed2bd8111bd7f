"""The figures of the report (گزارش ماهانه) of a month, a quarter, a year or any days, pure: from cases to numbers.

Definitions, the same on screen, on paper and in a spreadsheet; all days are days in Tehran:
- received: came to the office on a day of the period;
- resolved: ended (with whatever outcome) on a day of the period;
- overdue: resolved, on a day after the last day for an answer;
- open: came by the last day of the period and had not ended by it;
- late: open, and the last day for an answer lay before the last day of the period;
- days to resolution: calendar days from the day received to the day resolved, of those resolved in the period;
- dwell: calendar days from the day on which a unit was given a petition to the day on which it left it, of those that
  left a unit in the period: by another referral, a return or the resolution; of one that left a unit more than once,
  all its days there, so that each number of them is a number of petitions;
- satisfaction: the marks of those resolved in the period.

`counted` says so case by case. A million petitions are counted where they are (`counting`), with the same result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import ceil
from typing import Final, NamedTuple, TypeVar

from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.period import Period

#: Each day is drawn of a period that is not longer.
MOST_DAYS: Final = 31
TREND: Final = 12
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReportedPetition:
    """What the report looks at in a petition."""

    unit: str
    kind: str
    channel: str
    received: date
    resolved: date | None
    due: date | None
    satisfaction: int | None


@dataclass(frozen=True, slots=True)
class Stay:
    """A time for which a unit had a petition; `ended` None: it is there still."""

    petition: int
    unit: str
    began: date
    ended: date | None


class FigureKey(NamedTuple):
    """What a petition is counted under; a unit's name is empty while it is nobody's."""

    unit: str
    kind: str
    channel: str


@dataclass(frozen=True, slots=True)
class PetitionCounts:
    """How many there are in each cell. `resolved` by days to resolution."""

    received: Mapping[FigureKey, int] = field(default_factory=dict)
    resolved: Mapping[FigureKey, Mapping[int, int]] = field(default_factory=dict)
    overdue: Mapping[FigureKey, int] = field(default_factory=dict)
    open: Mapping[FigureKey, int] = field(default_factory=dict)
    late: Mapping[FigureKey, int] = field(default_factory=dict)
    #: Mark, 1 to 5 → how many gave it.
    marks: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """The figures of one row; `key` is a unit's name or a value of a vocabulary, empty for the total.
    `median` and `ninetieth` are days to resolution, None where nothing was resolved."""

    key: str
    received: int
    resolved: int
    open: int
    late: int
    overdue: int
    median: float | None
    ninetieth: int | None

    @property
    def is_empty(self) -> bool:
        return not (self.received or self.resolved or self.open)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the period: how many came, how many ended, and whether the office was closed."""

    day: date
    received: int
    resolved: int
    closed: bool


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A month of the trend."""

    month: JalaliMonth
    received: int
    resolved: int


@dataclass(frozen=True, slots=True)
class DwellLine:
    """How long petitions lay with a unit, of the `count` that left it in the period; days."""

    key: str
    count: int
    median: float
    ninetieth: int


@dataclass(frozen=True, slots=True)
class LateLine:
    """A unit's place in the ranking by lateness: of so many that it had open or resolved, so many were late at the
    end of the period, and so many were resolved after their day."""

    key: str
    late: int
    overdue: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return (self.late + self.overdue) / self.of


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a period about petitions."""

    period: Period
    total: ReportLine
    #: Of these `overdue` is not asked for, and 0.
    before: ReportLine
    year_before: ReportLine
    by_unit: tuple[ReportLine, ...]
    by_kind: tuple[ReportLine, ...]
    by_channel: tuple[ReportLine, ...]
    #: Empty for a period of more than `MOST_DAYS`.
    days: tuple[Day, ...]
    trend: tuple[MonthCount, ...]
    dwell: tuple[DwellLine, ...]
    #: How many petitioners gave 1, 2, 3, 4, 5; of those resolved in the period.
    satisfaction: tuple[int, int, int, int, int]

    @property
    def mean_satisfaction(self) -> float | None:
        """The mean of the marks that were given, 1 to 5."""
        marks = sum(self.satisfaction)
        if not marks:
            return None
        return sum(mark * count for mark, count in enumerate(self.satisfaction, 1)) / marks

    @property
    def lateness(self) -> tuple[LateLine, ...]:
        """The units that have anything late, the greatest share first, then the greatest number."""
        lines = [
            LateLine(line.key, line.late, line.overdue, line.open + line.resolved)
            for line in self.by_unit
            if line.late + line.overdue
        ]
        return tuple(sorted(lines, key=lambda line: (-line.share, -line.late - line.overdue, line.key)))


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything that is counted of a period and of what it is compared with."""

    now: PetitionCounts
    before: PetitionCounts
    year_before: PetitionCounts
    #: Of each day of the period, in their order; (received, resolved).
    days: Sequence[tuple[int, int]]
    #: The same of each month of the trend.
    trend: Sequence[tuple[int, int]]
    #: By unit: days → petitions.
    dwell: Mapping[str, Mapping[int, int]]


def counted(cases: Sequence[ReportedPetition], stays: Iterable[Stay], period: Period) -> Counted:
    """The definitions, case by case."""
    stayed: Counter[tuple[str, int]] = Counter()
    for stay in stays:
        if stay.ended is not None and period.first <= stay.ended <= period.last:
            stayed[stay.unit, stay.petition] += (stay.ended - stay.began).days
    dwell: dict[str, Counter[int]] = {}
    for (unit, _petition), days in stayed.items():
        dwell.setdefault(unit, Counter())[days] += 1
    months = [Period.month(month) for month in period.months(TREND)]
    return Counted(
        now=counts_of(cases, period),
        before=counts_of(cases, period.before()),
        year_before=counts_of(cases, period.year_before()),
        days=[_came_and_went(cases, day, day) for day in days_of(period)],
        trend=[_came_and_went(cases, month.first, month.last) for month in months],
        dwell=dwell,
    )


def counts_of(cases: Iterable[ReportedPetition], period: Period) -> PetitionCounts:
    """How many there are in a period, by the definitions above."""
    first, last = period.first, period.last
    received, overdue, still_open, late = (Counter[FigureKey]() for _ in range(4))
    resolved: dict[FigureKey, Counter[int]] = {}
    marks: Counter[int] = Counter()
    for case in cases:
        cell = FigureKey(case.unit, case.kind, case.channel)
        if first <= case.received <= last:
            received[cell] += 1
        if case.resolved is not None and first <= case.resolved <= last:
            resolved.setdefault(cell, Counter())[(case.resolved - case.received).days] += 1
            if case.due is not None and case.resolved > case.due:
                overdue[cell] += 1
            if case.satisfaction is not None:
                marks[case.satisfaction] += 1
        if case.received <= last and (case.resolved is None or case.resolved > last):
            still_open[cell] += 1
            if case.due is not None and case.due < last:
                late[cell] += 1
    return PetitionCounts(received, resolved, overdue, still_open, late, marks)


def days_of(period: Period) -> tuple[date, ...]:
    """The days that are drawn one by one; none of a period that has too many."""
    if period.days > MOST_DAYS:
        return ()
    return tuple(period.first + timedelta(days=step) for step in range(period.days))


def figures_of(found: Counted, period: Period, calendar: WorkCalendar) -> Figures:
    """The figures of what was counted."""
    now = found.now
    return Figures(
        period=period,
        total=_line("", now),
        before=_line("", replace(found.before, overdue={})),
        year_before=_line("", replace(found.year_before, overdue={})),
        by_unit=_lines(now, lambda cell: cell.unit),
        by_kind=_lines(now, lambda cell: cell.kind),
        by_channel=_lines(now, lambda cell: cell.channel),
        days=tuple(
            Day(day, received, resolved, calendar.is_closed(day))
            for day, (received, resolved) in zip(days_of(period), found.days, strict=True)
        ),
        trend=tuple(
            MonthCount(month, received, resolved)
            for month, (received, resolved) in zip(period.months(TREND), found.trend, strict=True)
        ),
        dwell=_dwell(found.dwell),
        satisfaction=(
            now.marks.get(1, 0), now.marks.get(2, 0), now.marks.get(3, 0), now.marks.get(4, 0), now.marks.get(5, 0),
        ),
    )  # fmt: skip


def median(counts: Mapping[int, int]) -> float | None:
    """The middle one of values that come so many times; of an even number the mean of the two middle ones."""
    number = sum(counts.values())
    if not number:
        return None
    return (_ranked(counts, (number + 1) // 2) + _ranked(counts, number // 2 + 1)) / 2


def ninetieth_percentile(counts: Mapping[int, int]) -> int | None:
    """The smallest value that nine tenths of the values do not exceed (nearest rank)."""
    number = sum(counts.values())
    return _ranked(counts, ceil(number * 9 / 10)) if number else None


def _ranked(counts: Mapping[int, int], rank: int) -> int:
    """The value at a place, from 1, in their order."""
    for value in sorted(counts):
        rank -= counts[value]
        if rank <= 0:
            return value
    raise ValueError("there are not so many values")


def _line(key: str, counts: PetitionCounts) -> ReportLine:
    days: Counter[int] = Counter()
    for found in counts.resolved.values():
        days.update(found)
    received, still_open, late, overdue = (
        sum(measure.values()) for measure in (counts.received, counts.open, counts.late, counts.overdue)
    )
    resolved = sum(days.values())
    return ReportLine(
        key, received, resolved, still_open, late, overdue, median(days), ninetieth_percentile(days)
    )


def _lines(counts: PetitionCounts, key: Callable[[FigureKey], str]) -> tuple[ReportLine, ...]:
    parts = [_parted(measure, key) for measure in (counts.received, counts.overdue, counts.open, counts.late)]
    resolved = _parted(counts.resolved, key)
    nothing: dict[FigureKey, int] = {}
    lines = []
    for name in set(resolved).union(*parts):
        received, overdue, still_open, late = (part.get(name, nothing) for part in parts)
        lines.append(_line(name, PetitionCounts(received, resolved.get(name, {}), overdue, still_open, late)))
    shown = [line for line in lines if not line.is_empty]
    return tuple(sorted(shown, key=lambda line: (-line.received, line.key)))


def _parted(measure: Mapping[FigureKey, T], key: Callable[[FigureKey], str]) -> dict[str, dict[FigureKey, T]]:
    parts: dict[str, dict[FigureKey, T]] = {}
    for cell, value in measure.items():
        parts.setdefault(key(cell), {})[cell] = value
    return parts


def _dwell(found: Mapping[str, Mapping[int, int]]) -> tuple[DwellLine, ...]:
    """The longest first."""
    lines = []
    for unit, days in found.items():
        middle, ninth = median(days), ninetieth_percentile(days)
        if middle is not None and ninth is not None:
            lines.append(DwellLine(unit, sum(days.values()), middle, ninth))
    return tuple(sorted(lines, key=lambda line: (-line.median, -line.ninetieth, line.key)))


def _came_and_went(cases: Iterable[ReportedPetition], first: date, last: date) -> tuple[int, int]:
    received = resolved = 0
    for case in cases:
        received += first <= case.received <= last
        resolved += case.resolved is not None and first <= case.resolved <= last
    return received, resolved
