"""Times in the sample office: arrivals over two years, and working hours. Days are those of Tehran."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Final

from desktop_app.languages import PERSIAN, in_language
from desktop_app.persian.dates import JalaliDay, long_date, short_date, start_of_day

DAYS: Final = 730
#: A quarter of the petitions, at most so many, came in the last so many days.
_LATE: Final = 30
_MOST_LATE: Final = 80
THURSDAY: Final = 3
FRIDAY: Final = 4
#: Number of days before and after the span that texts may mention.
_MARGIN_BEFORE: Final = 200
_MARGIN_AFTER: Final = 60
_OPENS: Final = 8 * 3600
_CLOSES: Final = 14 * 3600 + 1800
_HOURS_ONLINE: Final = (3, 1, 1, 1, 1, 1, 2, 4, 8, 11, 12, 12, 10, 9, 8, 7, 7, 7, 7, 8, 9, 9, 8, 5)
_HOURS_OFFICE: Final = (0, 0, 0, 0, 0, 0, 0, 1, 9, 14, 15, 14, 11, 6, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SampleYears:
    """The two years before a day, by day index (0 for the first, `DAYS` - 1 for the last)."""

    starts: tuple[datetime, ...]  # the begin of each day, aware, UTC
    works: tuple[bool, ...]
    next_work: tuple[
        int, ...
    ]  # the first working day from this one on; DAYS where there is none before the end
    years: tuple[int, ...]  # Jalali
    long: tuple[str, ...]  # «۴ شهریور ۱۴۰۵», from _MARGIN_BEFORE days before the first day on
    short: tuple[str, ...]  # «۱۴۰۵/۰۶/۰۴», likewise

    def named(self, day: int, *, numeric: bool) -> str:
        """Formats a day of the span, or near it."""
        return (self.short if numeric else self.long)[min(max(day + _MARGIN_BEFORE, 0), len(self.long) - 1)]


def span(until: date) -> SampleYears:
    """Returns the `DAYS` days before `until` (start of the day in Tehran)."""
    first = until - timedelta(days=DAYS)
    days = [first + timedelta(days=number) for number in range(DAYS)]
    works = tuple(_works(day) for day in days)
    following = DAYS
    next_work = [0] * DAYS
    for number in range(DAYS - 1, -1, -1):
        following = number if works[number] else following
        next_work[number] = following
    around = [first + timedelta(days=n) for n in range(-_MARGIN_BEFORE, DAYS + _MARGIN_AFTER)]
    return SampleYears(
        starts=tuple(start_of_day(day) for day in days),
        works=works,
        next_work=tuple(next_work),
        years=tuple(JalaliDay.of(day).year for day in days),
        long=tuple(_long(day) for day in around),
        short=tuple(_short(day) for day in around),
    )


def arrivals(count: int, until: date) -> list[int]:
    """Distributes `count` petitions over the days: fewer at weekends and Nowruz, slowly growing.

    Of a few, so many came in the last days that there is work for everybody.
    """
    first = until - timedelta(days=DAYS)
    weights = [_weight(first + timedelta(days=number), number) for number in range(DAYS)]
    total, late = sum(weights), sum(weights[-_LATE:])
    wanted = min(count // 4, _MOST_LATE)
    if count and late * count < wanted * total:
        more = wanted * (total - late) / (late * (count - wanted))
        weights[-_LATE:] = [weight * more for weight in weights[-_LATE:]]
        total = sum(weights)
    reached = [math.floor(count * part / total + 0.5) for part in accumulate(weights)]
    return [now - before for before, now in zip([0, *reached], reached, strict=False)]


def seconds_of_day(hours: tuple[int, ...]) -> tuple[int, ...]:
    """Start times of quarters of an hour, repeated by the weight of the hour: index with a random number."""
    return tuple(
        hour * 3600 + quarter * 900
        for hour, weight in enumerate(hours)
        for _ in range(weight)
        for quarter in range(4)
    )


ONLINE: Final = seconds_of_day(_HOURS_ONLINE)
OFFICE: Final = seconds_of_day(_HOURS_OFFICE)
OPENS: Final = _OPENS
CLOSES: Final = _CLOSES


def _works(day: date) -> bool:
    jalali = JalaliDay.of(day)
    nowruz = jalali.month == 1 and (jalali.day <= 4 or jalali.day in {12, 13})
    return day.weekday() not in {THURSDAY, FRIDAY} and not nowruz and (jalali.month, jalali.day) != (11, 22)


def _weight(day: date, number: int) -> float:
    jalali = JalaliDay.of(day)
    weight = 1 + 0.3 * number / DAYS
    weight *= {THURSDAY: 0.45, FRIDAY: 0.3}.get(day.weekday(), 1)
    if jalali.month == 1 and jalali.day <= 13:
        weight *= 0.3
    # People want to settle matters before the new year; publishers write more in the month of the book fair.
    return weight * {12: 1.2, 2: 1.1, 5: 0.9}.get(jalali.month, 1)


def _long(day: date) -> str:
    """Formats a date as a citizen writes it: always Persian, whatever the language of the interface."""
    return in_language(PERSIAN, lambda: long_date(day))


def _short(day: date) -> str:
    return in_language(PERSIAN, lambda: short_date(day))
