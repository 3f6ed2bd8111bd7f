"""What a manager looks at first in a report: what got worse and where, outcomes, services, the longest waiting. Pure.

The definitions are those of `monthly`; "before" is the period before. On time are the resolved petitions that are not
overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.monthly import TREND, Figures
from desktop_app.reports.period import Period

#: The share of petitions that an office means to resolve on time.
ON_TIME_TARGET: Final = 0.9
#: How many services, and how many late petitions, are listed.
MOST_SERVICES: Final = 8
MOST_LATE: Final = 10


@dataclass(frozen=True, slots=True)
class NowAndBefore:
    """A number of petitions in the period, and in the one before. `key` is a name or a vocabulary value."""

    key: str
    now: int
    before: int

    @property
    def change(self) -> int:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class OnTime:
    """Petitions resolved, and how many of them after their deadline."""

    resolved: int
    overdue: int

    @property
    def share(self) -> float | None:
        """The part that was on time, from 0 to 1; None where nothing was resolved."""
        return (self.resolved - self.overdue) / self.resolved if self.resolved else None

    @property
    def percent(self) -> int:
        """The share in whole percent; 0 where nothing was resolved."""
        return round((self.share or 0.0) * 100)


@dataclass(frozen=True, slots=True)
class LatePetition:
    """A petition that was open and late at the end of the period.

    It has no words of the citizen: masking could not reach them in an issued report. `unit`, `assignee` and `status`
    are those of when the report was made; `unit` is empty before the first referral. `days` are calendar days after
    the deadline.
    """

    code: str
    kind: str
    service: str
    unit: str
    assignee: str
    status: str
    days: int


@dataclass(frozen=True, slots=True)
class Highlights:
    """The first page of a report, besides the totals of its figures."""

    #: Resolved in the period, by outcome, the most frequent first.
    outcomes: tuple[NowAndBefore, ...]
    #: Received in the period, by service of the office, at most `MOST_SERVICES`.
    services: tuple[NowAndBefore, ...]
    #: Received in the period, by kind.
    kinds: tuple[NowAndBefore, ...]
    #: Open and late at the end of the period, by unit.
    late: tuple[NowAndBefore, ...]
    #: Resolved in the period before.
    before: OnTime
    #: The months of the trend, oldest first.
    months: tuple[tuple[JalaliMonth, OnTime], ...]
    #: The latest at first, at most `MOST_LATE`.
    longest: tuple[LatePetition, ...]


def highlights_of(
    figures: Figures,
    *,
    outcomes: Sequence[Mapping[str, int]],
    services: Sequence[Mapping[str, int]],
    late_before: Mapping[str, int],
    on_time: Mapping[Period, OnTime],
    longest: Iterable[LatePetition],
) -> Highlights:
    """Puts the first page together.

    `outcomes` and `services` have the numbers in the period, and those in the one before. `on_time` has the period
    before and the months of the trend.
    """
    period = figures.period
    return Highlights(
        outcomes=_compared(*outcomes),
        services=tuple(one for one in _compared(*services) if one.now)[:MOST_SERVICES],
        kinds=_compared(
            {line.key: line.received for line in figures.by_kind},
            {line.key: line.before or 0 for line in figures.by_kind},
        ),
        late=_compared({line.key: line.late for line in figures.by_unit}, late_before),
        before=on_time[period.before()],
        months=tuple((month, on_time[Period.month(month)]) for month in period.months(TREND)),
        longest=tuple(longest),
    )


def _compared(now: Mapping[str, int], before: Mapping[str, int]) -> tuple[NowAndBefore, ...]:
    lines = [NowAndBefore(key, now.get(key, 0), before.get(key, 0)) for key in {*now, *before}]
    shown = [line for line in lines if line.now or line.before]
    return tuple(sorted(shown, key=lambda line: (-line.now, -line.before, line.key)))


def on_time_now(figures: Figures) -> OnTime:
    """The resolved petitions of the period."""
    return OnTime(figures.total.resolved, figures.total.overdue)


def most_increased(lines: Iterable[NowAndBefore]) -> NowAndBefore | None:
    """The line that grew by the greatest number; None where none grew."""
    grown = [line for line in lines if line.change > 0]
    return max(grown, key=lambda line: (line.change, line.now, line.key), default=None)
