"""Answer deadlines: the date, and its explanation. Pure; dates are in Tehran."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from desktop_app.office.settings import AnswerDeadline
from desktop_app.office.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class ClockPause:
    """The clock was paused from `began` until `ended` (None: it still is)."""

    began: date
    ended: date | None


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that did not count: a holiday's name, `weekend` or `paused`."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for an answer, and its explanation."""

    day: date
    rule: AnswerDeadline
    received: date
    skipped: tuple[SkippedDay, ...]
    #: Whether the closed days of the year in which it ends are confirmed.
    confirmed: bool = False


class OfKindAndChannel(Protocol):
    """A rule of a kind and a channel; None matches any."""

    @property
    def kind(self) -> str | None: ...
    @property
    def channel(self) -> str | None: ...


R = TypeVar("R", bound=OfKindAndChannel)


def rule_for(kind: str, channel: str, rules: tuple[R, ...]) -> R | None:
    """Returns the most specific rule: by kind and channel, then kind alone, then channel alone, then the general
    one.
    """
    fitting = [rule for rule in rules if rule.kind in {kind, None} and rule.channel in {channel, None}]
    return max(fitting, key=lambda rule: (rule.kind is not None, rule.channel is not None), default=None)


def deadline(
    received: date, rule: AnswerDeadline, calendar: WorkCalendar, pauses: tuple[ClockPause, ...] = ()
) -> Deadline:
    """Counts `rule.days` days from the day after `received`.

    Closed days do not count in a rule of working days. A deadline in calendar days that falls on a closed day moves
    to the next open one (Civil Procedure 444). No day counts during a pause. An open pause is treated as if it
    ended before the first day that would still count.
    """
    skipped: list[SkippedDay] = []
    day, counted = received, 0
    while counted < rule.days:
        day += timedelta(days=1)
        reason = _not_counted(day, rule, calendar, pauses)
        if reason is None:
            counted += 1
        else:
            skipped.append(SkippedDay(day, reason))
    while not rule.working and calendar.is_closed(day):
        skipped.append(SkippedDay(day, calendar.reason_closed(day) or ""))
        day += timedelta(days=1)
    return Deadline(day, rule, received, tuple(skipped), calendar.is_confirmed(day))


def _not_counted(
    day: date, rule: AnswerDeadline, calendar: WorkCalendar, pauses: tuple[ClockPause, ...]
) -> str | None:
    if any(pause.ended is not None and pause.began < day <= pause.ended for pause in pauses):
        return "paused"
    return calendar.reason_closed(day) if rule.working else None
