"""The figures of the monthly report (گزارش ماهانه), pure: from cases to numbers.

Definitions, the same on screen, on paper and in a spreadsheet; all days are days in Tehran:
- received: came to the office on a day of the month;
- resolved: ended (with whatever outcome) on a day of the month;
- open: came by the last day of the month and had not ended by it;
- late: open, and the last day for an answer lay before the last day of the month;
- days to resolution: calendar days from the day received to the day resolved, of those resolved in the month.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import JalaliMonth


@dataclass(frozen=True, slots=True)
class Case:
    """What the report looks at in a petition."""

    unit: str
    kind: str
    channel: str
    received: date
    resolved: date | None
    due: date | None
    satisfaction: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one row; `key` is a unit's name or a value of a vocabulary, empty for the total.
    `median` and `ninetieth` are days to resolution, None where nothing was resolved."""

    key: str
    received: int
    resolved: int
    open: int
    late: int
    median: float | None
    ninetieth: int | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month: how many came, how many ended, and whether the office was closed."""

    day: date
    received: int
    resolved: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a month about petitions."""

    month: JalaliMonth
    total: Line
    month_before: Line
    year_before: Line
    by_unit: tuple[Line, ...]
    by_kind: tuple[Line, ...]
    by_channel: tuple[Line, ...]
    days: tuple[Day, ...]
    #: How many petitioners gave 1, 2, 3, 4, 5; of those resolved in the month.
    satisfaction: tuple[int, int, int, int, int]

    @property
    def mean_satisfaction(self) -> float | None:
        """The mean of the marks that were given, 1 to 5."""
        marks = sum(self.satisfaction)
        if not marks:
            return None
        return sum(mark * count for mark, count in enumerate(self.satisfaction, 1)) / marks


def figures(cases: Sequence[Case], month: JalaliMonth, calendar: WorkCalendar) -> Figures:
    """The figures of `month`. `cases` holds every petition that was received, open or resolved in the month,
    in the month before, or in the same month last year."""
    return Figures(
        month=month,
        total=_line("", cases, month),
        month_before=_line("", cases, month.previous()),
        year_before=_line("", cases, month.year_before()),
        by_unit=_lines(cases, month, lambda case: case.unit),
        by_kind=_lines(cases, month, lambda case: case.kind),
        by_channel=_lines(cases, month, lambda case: case.channel),
        days=_days(cases, month, calendar),
        satisfaction=_satisfaction(cases, month),
    )


def median(values: Sequence[int]) -> float | None:
    """The middle value; the mean of the two middle ones where their number is even."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return float(ordered[middle])
    return (ordered[middle - 1] + ordered[middle]) / 2


def ninetieth_percentile(values: Sequence[int]) -> int | None:
    """The smallest value that nine tenths of the values do not exceed (nearest rank)."""
    if not values:
        return None
    return sorted(values)[ceil(0.9 * len(values)) - 1]


def _line(key: str, cases: Iterable[Case], month: JalaliMonth) -> Line:
    first, last = month.first_day, month.last_day
    received = resolved = still_open = late = 0
    days: list[int] = []
    for case in cases:
        received += first <= case.received <= last
        if case.resolved is not None and first <= case.resolved <= last:
            resolved += 1
            days.append((case.resolved - case.received).days)
        if case.received <= last and (case.resolved is None or case.resolved > last):
            still_open += 1
            late += case.due is not None and case.due < last
    return Line(key, received, resolved, still_open, late, median(days), ninetieth_percentile(days))


def _lines(cases: Sequence[Case], month: JalaliMonth, key: Callable[[Case], str]) -> tuple[Line, ...]:
    parts: dict[str, list[Case]] = {}
    for case in cases:
        parts.setdefault(key(case), []).append(case)
    lines = [_line(name, part, month) for name, part in parts.items()]
    shown = [line for line in lines if line.received or line.resolved or line.open]
    return tuple(sorted(shown, key=lambda line: (-line.received, line.key)))


def _days(cases: Sequence[Case], month: JalaliMonth, calendar: WorkCalendar) -> tuple[Day, ...]:
    received = Counter(case.received for case in cases)
    resolved = Counter(case.resolved for case in cases)
    days = [month.first_day + timedelta(days=step) for step in range(month.days)]
    return tuple(Day(day, received[day], resolved[day], calendar.is_closed(day)) for day in days)


def _satisfaction(cases: Iterable[Case], month: JalaliMonth) -> tuple[int, int, int, int, int]:
    marks = Counter(
        case.satisfaction
        for case in cases
        if case.resolved is not None and month.first_day <= case.resolved <= month.last_day
    )
    return marks[1], marks[2], marks[3], marks[4], marks[5]
