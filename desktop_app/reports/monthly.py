"""The figures of the report (گزارش ماهانه) of a month, quarter, year or range of days, computed from cases. Pure.

Definitions, the same on screen, on paper and in a spreadsheet; all days are days in Tehran:
- received: came to the office on a day of the period;
- resolved: ended (with whatever outcome) on a day of the period;
- overdue: resolved, on a day after the last day for an answer;
- before: came to the office on a day of the period before;
- open: came by the last day of the period and had not ended by it;
- late: open, and the last day for an answer lay before the last day of the period;
- days to resolution: calendar days from the day received to the day resolved, of those resolved in the period;
- dwell: calendar days from the day on which a unit was given a petition to the day on which it left it, of those that
  left a unit in the period: by another referral, a return or the resolution; of one that left a unit more than once,
  all its days there, so that each number of them is a number of petitions;
- satisfaction: the marks of those resolved in the period, with the share of each among them;
- asked: of those resolved in the period, how many petitioners were sent the question how satisfied they are;
- answered: how many of these answered it. Of a petition that was reopened since, neither is counted;
- notices: petitions whose identity is incomplete, which get no reply. They are counted apart, and in no other figure;
  one that was completed since is an ordinary petition of the day on which it came.

`counting` counts by these definitions where the petitions are, and `figures_of` makes the figures of it.
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

#: The longest period for which each day is drawn.
MOST_DAYS: Final = 31
TREND: Final = 12
#: So long an office may have no petition at the beginning of its data.
_QUIET: Final = timedelta(days=7)
T = TypeVar("T")


class FigureKey(NamedTuple):
    """The categories under which a petition is counted; `unit` is empty before the first referral."""

    unit: str
    kind: str
    channel: str


@dataclass(frozen=True, slots=True)
class PetitionCounts:
    """The number of petitions per cell; `resolved` additionally by days to resolution."""

    received: Mapping[FigureKey, int] = field(default_factory=dict)
    resolved: Mapping[FigureKey, Mapping[int, int]] = field(default_factory=dict)
    overdue: Mapping[FigureKey, int] = field(default_factory=dict)
    open: Mapping[FigureKey, int] = field(default_factory=dict)
    late: Mapping[FigureKey, int] = field(default_factory=dict)
    #: Received in the period before.
    before: Mapping[FigureKey, int] = field(default_factory=dict)
    #: Mark, 1 to 5 → number of answers.
    marks: Mapping[int, int] = field(default_factory=dict)
    #: Questions how satisfied somebody is, and their answers.
    asked: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class ReportLine:
    """The figures of one row; `key` is a unit name or a vocabulary value, empty for the total.

    `median` and `ninetieth` are days to resolution, None where nothing was resolved. `before` is None in a
    report that was issued before it was kept, in the line of a reference period, and where that has no full data.
    """

    key: str
    received: int
    resolved: int
    open: int
    late: int
    overdue: int
    median: float | None
    ninetieth: int | None
    before: int | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.received or self.resolved or self.open or self.before)

    @property
    def change(self) -> int | None:
        """Received more than in the period before."""
        return None if self.before is None else self.received - self.before


@dataclass(frozen=True, slots=True)
class FigureCell:
    """The figures of one unit, kind and channel; `days` are those to resolution, added up."""

    unit: str
    kind: str
    channel: str
    received: int
    resolved: int
    open: int
    late: int
    overdue: int
    days: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the period: petitions received and resolved, and whether the office was closed."""

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
    """Dwell times in days in a unit, of the `count` petitions that left it in the period."""

    key: str
    count: int
    median: float
    ninetieth: int


@dataclass(frozen=True, slots=True)
class LateLine:
    """The lateness of a unit, among its `of` petitions that were open or resolved.

    `late` were late at the end of the period, and `overdue` were resolved after their deadline.
    """

    key: str
    late: int
    overdue: int
    of: int

    @property
    def share(self) -> float:
        """The late part, from 0 to 1."""
        return (self.late + self.overdue) / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures about petitions in a period."""

    period: Period
    total: ReportLine
    #: `overdue` is not computed for these two lines, and is 0.
    before: ReportLine
    year_before: ReportLine
    by_unit: tuple[ReportLine, ...]
    by_kind: tuple[ReportLine, ...]
    by_channel: tuple[ReportLine, ...]
    #: Empty for a period longer than `MOST_DAYS`.
    days: tuple[Day, ...]
    trend: tuple[MonthCount, ...]
    dwell: tuple[DwellLine, ...]
    #: Number of answers with mark 1, 2, 3, 4, 5, of petitions resolved in the period.
    satisfaction: tuple[int, int, int, int, int]
    #: Questions about satisfaction and their answers; None in a report that was issued before they were counted.
    asked: int | None = None
    answered: int | None = None
    #: Notices without a reply that were received, and those that were resolved; no other figure has them.
    notices: tuple[int, int] = (0, 0)
    #: The day of the office's first petition, in Tehran; None in a report that was issued before it was kept.
    data_from: date | None = None
    #: Empty in a report that was issued before they were kept.
    cells: tuple[FigureCell, ...] = ()
    #: The dwell times in all units together, under an empty key.
    dwell_total: DwellLine | None = None

    def incomplete_since(self, reference: Period) -> JalaliMonth | None:
        """Returns the month in which the data of a reference period begin, if its beginning lacks them.

        A period that lacks them altogether has no figures, and nothing is compared with it.
        """
        begins = self.data_from
        if begins is None or not reference.first + _QUIET < begins <= reference.last:
            return None
        return JalaliMonth.of(begins)

    @property
    def response_rate(self) -> float | None:
        """The part of the questions that was answered, from 0 to 1; None if nobody was asked."""
        return (self.answered or 0) / self.asked if self.asked else None

    @property
    def satisfaction_shares(self) -> tuple[float, ...] | None:
        """The part of each mark among all of them, from 0 to 1; None if there are no marks, or they had no parts when
        the report was issued.
        """
        marks = sum(self.satisfaction)
        return tuple(one / marks for one in self.satisfaction) if marks and self.asked is not None else None

    @property
    def mean_satisfaction(self) -> float | None:
        """The mean of the given marks, 1 to 5."""
        marks = sum(self.satisfaction)
        if not marks:
            return None
        return sum(mark * count for mark, count in enumerate(self.satisfaction, 1)) / marks

    @property
    def receiving_units(self) -> list[str]:
        """The units that received a petition."""
        return [line.key for line in self.by_unit if line.received]

    @property
    def received_kinds(self) -> list[str]:
        """The kinds of the petitions that were received."""
        return [line.key for line in self.by_kind if line.received]

    @property
    def received_by_unit_and_kind(self) -> Counter[tuple[str, str]]:
        """Empty in a report that was issued before its cells were kept."""
        counts: Counter[tuple[str, str]] = Counter()
        for cell in self.cells:
            counts[cell.unit, cell.kind] += cell.received
        return counts

    @property
    def lateness_total(self) -> LateLine:
        """All units together."""
        total = self.total
        return LateLine("", total.late, total.overdue, total.open + total.resolved)

    @property
    def lateness(self) -> tuple[LateLine, ...]:
        """The units with late petitions, by share, then by number, descending."""
        lines = [
            LateLine(line.key, line.late, line.overdue, line.open + line.resolved)
            for line in self.by_unit
            if line.late + line.overdue
        ]
        return tuple(sorted(lines, key=lambda line: (-line.share, -line.late - line.overdue, line.key)))


@dataclass(frozen=True, slots=True)
class Counted:
    """All counts of a period and of its reference periods."""

    now: PetitionCounts
    before: PetitionCounts
    year_before: PetitionCounts
    #: (received, resolved) for each day of the period, in order.
    days: Sequence[tuple[int, int]]
    #: The same for each month of the trend.
    trend: Sequence[tuple[int, int]]
    #: Unit → days → number of petitions.
    dwell: Mapping[str, Mapping[int, int]]
    #: Notices received, and resolved.
    notices: Sequence[int] = (0, 0)
    #: The day of the office's first petition, in Tehran.
    data_from: date | None = None


def days_of(period: Period) -> tuple[date, ...]:
    """The days that are drawn one by one; empty for a period longer than `MOST_DAYS`."""
    if period.days > MOST_DAYS:
        return ()
    return tuple(period.first + timedelta(days=step) for step in range(period.days))


def figures_of(found: Counted, period: Period, calendar: WorkCalendar) -> Figures:
    """Computes the figures from the counts."""
    now = found.now
    figures = Figures(
        period=period,
        total=_line("", now),
        before=_reference(found.before),
        year_before=_reference(found.year_before),
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
        dwell_total=_dwell_total(found.dwell),
        cells=_cells(now),
        satisfaction=(
            now.marks.get(1, 0), now.marks.get(2, 0), now.marks.get(3, 0), now.marks.get(4, 0), now.marks.get(5, 0),
        ),
        asked=now.asked,
        answered=now.answered,
        notices=(found.notices[0], found.notices[1]),
        data_from=found.data_from,
    )  # fmt: skip
    return figures if figures.incomplete_since(period.before()) is None else _uncompared(figures)


def _uncompared(figures: Figures) -> Figures:
    """Returns figures without changes: nothing is compared with a period that has no full data."""

    def alone(lines: Iterable[ReportLine]) -> tuple[ReportLine, ...]:
        return tuple(replace(line, before=None) for line in lines)

    return replace(
        figures,
        total=replace(figures.total, before=None),
        by_unit=alone(figures.by_unit),
        by_kind=alone(figures.by_kind),
        by_channel=alone(figures.by_channel),
    )


def median(counts: Mapping[int, int]) -> float | None:
    """The median of values with multiplicities (value → count); the mean of the two middle ones for an even total."""
    number = sum(counts.values())
    if not number:
        return None
    return (_ranked(counts, (number + 1) // 2) + _ranked(counts, number // 2 + 1)) / 2


def ninetieth_percentile(counts: Mapping[int, int]) -> int | None:
    """The smallest value that is not exceeded by nine tenths of the values (nearest rank)."""
    number = sum(counts.values())
    return _ranked(counts, ceil(number * 9 / 10)) if number else None


def _ranked(counts: Mapping[int, int], rank: int) -> int:
    """The value at `rank`, from 1, in ascending order."""
    for value in sorted(counts):
        rank -= counts[value]
        if rank <= 0:
            return value
    raise ValueError("there are not so many values")


def _line(key: str, counts: PetitionCounts) -> ReportLine:
    days: Counter[int] = Counter()
    for found in counts.resolved.values():
        days.update(found)
    received, still_open, late, overdue, before = (
        sum(measure.values())
        for measure in (counts.received, counts.open, counts.late, counts.overdue, counts.before)
    )
    return ReportLine(
        key, received, sum(days.values()), still_open, late, overdue, median(days), ninetieth_percentile(days),
        before,
    )  # fmt: skip


def _reference(counts: PetitionCounts) -> ReportLine:
    """The line of a reference period."""
    return replace(_line("", replace(counts, overdue={})), before=None)


def _lines(counts: PetitionCounts, key: Callable[[FigureKey], str]) -> tuple[ReportLine, ...]:
    measures = (counts.received, counts.overdue, counts.open, counts.late, counts.before)
    parts = [_parted(measure, key) for measure in measures]
    resolved = _parted(counts.resolved, key)
    nothing: dict[FigureKey, int] = {}
    lines = []
    for name in set(resolved).union(*parts):
        received, overdue, still_open, late, before = (part.get(name, nothing) for part in parts)
        ended = resolved.get(name, {})
        lines.append(_line(name, PetitionCounts(received, ended, overdue, still_open, late, before)))
    shown = [line for line in lines if not line.is_empty]
    return tuple(sorted(shown, key=lambda line: (-line.received, line.key)))


def _cells(counts: PetitionCounts) -> tuple[FigureCell, ...]:
    keys = {*counts.received, *counts.resolved, *counts.open}
    return tuple(
        FigureCell(
            *key,
            received=counts.received.get(key, 0),
            resolved=sum(counts.resolved.get(key, {}).values()),
            open=counts.open.get(key, 0),
            late=counts.late.get(key, 0),
            overdue=counts.overdue.get(key, 0),
            days=sum(days * number for days, number in counts.resolved.get(key, {}).items()),
        )
        for key in sorted(keys)
    )


def _parted(measure: Mapping[FigureKey, T], key: Callable[[FigureKey], str]) -> dict[str, dict[FigureKey, T]]:
    parts: dict[str, dict[FigureKey, T]] = {}
    for cell, value in measure.items():
        parts.setdefault(key(cell), {})[cell] = value
    return parts


def _dwell(found: Mapping[str, Mapping[int, int]]) -> tuple[DwellLine, ...]:
    """Sorted by dwell time, descending."""
    lines = []
    for unit, days in found.items():
        middle, ninth = median(days), ninetieth_percentile(days)
        if middle is not None and ninth is not None:
            lines.append(DwellLine(unit, sum(days.values()), middle, ninth))
    return tuple(sorted(lines, key=lambda line: (-line.median, -line.ninetieth, line.key)))


def _dwell_total(found: Mapping[str, Mapping[int, int]]) -> DwellLine | None:
    together: Counter[int] = Counter()
    for days in found.values():
        together.update(days)
    return next(iter(_dwell({"": together})), None)
