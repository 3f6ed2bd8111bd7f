"""Each day between receipt and deadline, with what it meant for the count. Pure; dates are in Tehran."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop_app.petitions.deadlines.counting import Deadline

#: A longer count is told in words alone.
MOST_DAYS: Final = 112


class DayMark(StrEnum):
    """What a day meant for the count."""

    RECEIVED = "received"
    COUNTED = "counted"
    CLOSED = "closed"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class MarkedDay:
    """One day of the count. `reason` is that of a `SkippedDay`, `place` counts the days that count, from 1."""

    day: date
    mark: DayMark
    reason: str = ""
    place: int = 0
    is_today: bool = False
    is_due: bool = False
    #: Whether the deadline is past; only of the day that is due.
    is_late: bool = False


def marked_days(deadline: Deadline, today: date) -> tuple[MarkedDay, ...]:
    """Returns all days from the day of receipt to the deadline; none where there are too many to look at."""
    length = (deadline.day - deadline.received).days
    if not 0 <= length < MOST_DAYS:
        return ()
    skipped = {one.day: one.reason for one in deadline.skipped}
    found, place = [], 0
    for offset in range(length + 1):
        day = deadline.received + timedelta(days=offset)
        reason = skipped.get(day, "")
        mark = DayMark.COUNTED
        if offset == 0:
            mark = DayMark.RECEIVED
        elif day in skipped:
            mark = DayMark.PAUSED if reason == "paused" else DayMark.CLOSED
        # A deadline in calendar days may end on an open day that follows the days that count.
        counted = mark is DayMark.COUNTED and place < deadline.rule.days
        place += counted
        due = day == deadline.day
        found.append(
            MarkedDay(day, mark, reason, place if counted else 0, day == today, due, due and today > day)
        )
    return tuple(found)
