"""How long a draft is before the public: the last day of the window, and its explanation. Pure.

Law (strategy document, promises S1 to S3): two weeks before promulgation, one month before submission. Counting
is defined so: the opening day does not count, and the window ends at the end of its last day in
Tehran.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.instruments.vocabulary import Track
from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import JalaliDay, JalaliMonth


class Measure(StrEnum):
    """Which of the counts was decisive."""

    DAYS = "days"
    #: The same Jalali day of the next month, or that month's last day.
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Floor:
    """The minimum length of a window: `days` full days and, with `month`, at least a Jalali month."""

    days: int
    month: bool = False


#: How far ahead an end may be, in days: a wrong year is not accepted.
LONGEST_WINDOW: Final = 366

#: The office's own commitment. The database stores the numbers in force, which may only be higher.
STATUTE: Final[Mapping[Track, Floor]] = {Track.A: Floor(14), Track.B: Floor(30, month=True)}


@dataclass(frozen=True, slots=True)
class ClosedEnd:
    """A day on which the window could not end: the office was closed for `reason` (a holiday's name, `weekend`)."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class ConsultationWindow:
    """A window with its explanation; dates are in Tehran."""

    opened_on: date
    #: The last day, inclusive.
    closes_on: date
    floor: Floor
    #: The decisive count, and its end before closed days were considered.
    measure: Measure
    counted_to: date
    #: The closed days that the end was moved over, in order.
    moved_over: tuple[ClosedEnd, ...]


def count_window(opened_on: date, floor: Floor, calendar: WorkCalendar) -> ConsultationWindow:
    """Returns the earliest window that the rule allows for an opening on a day."""
    by_days = opened_on + timedelta(days=floor.days)
    by_month = same_day_next_month(opened_on) if floor.month else by_days
    measure = Measure.MONTH if by_month > by_days else Measure.DAYS
    counted = max(by_days, by_month)
    closes_on, moved = next_open_day(counted, calendar)
    return ConsultationWindow(opened_on, closes_on, floor, measure, counted, moved)


def next_open_day(day: date, calendar: WorkCalendar) -> tuple[date, tuple[ClosedEnd, ...]]:
    """Returns the first open day from `day` on, and the closed days before it."""
    moved = []
    while (reason := calendar.reason_closed(day)) is not None:
        moved.append(ClosedEnd(day, reason))
        day += timedelta(days=1)
    return day, tuple(moved)


def same_day_next_month(day: date) -> date:
    """Returns the same day of the next Jalali month, or its last day if it is shorter."""
    here = JalaliDay.of(day)
    following = JalaliMonth(here.year, here.month).next()
    return JalaliDay(following.year, following.month, min(here.day, following.days)).to_date()
