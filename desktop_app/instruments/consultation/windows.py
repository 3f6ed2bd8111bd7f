"""How long a draft stands before the public: which day the window ends, and why that day. Pure.

Law (strategy document, promises S1 to S3): two weeks before promulgation, one month before submission. Counted as
domain.md says: the opening day does not count; the window ends at the end of its last day in Tehran.
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
    """Which of the counts decided."""

    DAYS = "days"
    #: The same Jalali day of the next month, or that month's last day.
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a window lasts: `days` full days and, with `month`, not less than a Jalali month."""

    days: int
    month: bool = False


#: How far ahead an end may be set, in days: a slip of the year is no window.
LONGEST_WINDOW: Final = 366

#: What the office has bound itself to. The database holds the numbers in force, which may only be higher.
STATUTE: Final[Mapping[Track, Floor]] = {Track.A: Floor(14), Track.B: Floor(30, month=True)}


@dataclass(frozen=True, slots=True)
class ClosedEnd:
    """A day on which the window could not end: the office was closed for `reason` (a holiday's name, `weekend`)."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class ConsultationWindow:
    """A window and the answer to "why this date?"; days are days in Tehran."""

    opened_on: date
    #: The last day, to its end.
    closes_on: date
    floor: Floor
    #: Which count was the longer one, and where it ended before closed days were looked at.
    measure: Measure
    counted_to: date
    #: The closed days over which the end has moved, in order.
    moved_over: tuple[ClosedEnd, ...]


def count_window(opened_on: date, floor: Floor, calendar: WorkCalendar) -> ConsultationWindow:
    """The earliest window that the rule allows for an opening on a day."""
    by_days = opened_on + timedelta(days=floor.days)
    by_month = same_day_next_month(opened_on) if floor.month else by_days
    measure = Measure.MONTH if by_month > by_days else Measure.DAYS
    counted = max(by_days, by_month)
    closes_on, moved = next_open_day(counted, calendar)
    return ConsultationWindow(opened_on, closes_on, floor, measure, counted, moved)


def next_open_day(day: date, calendar: WorkCalendar) -> tuple[date, tuple[ClosedEnd, ...]]:
    """The first day from `day` on on which the office is open, and the closed days before it."""
    moved = []
    while (reason := calendar.reason_closed(day)) is not None:
        moved.append(ClosedEnd(day, reason))
        day += timedelta(days=1)
    return day, tuple(moved)


def same_day_next_month(day: date) -> date:
    """The same day of the next Jalali month; its last day where it is shorter."""
    here = JalaliDay.of(day)
    following = JalaliMonth(here.year, here.month).next()
    return JalaliDay(following.year, following.month, min(here.day, following.days)).to_date()
