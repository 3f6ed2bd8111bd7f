"""The source of the current time. No other module reads a clock of the system; ruff refuses it (TID251).

A moment with a legal effect comes from `Database.now`, which asks the server. All else asks `pc_clock()`.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

#: The office's time zone. Every date with a legal effect is a day in Tehran.
TEHRAN = ZoneInfo("Asia/Tehran")


class Clock(Protocol):
    """Returns the current time."""

    def now(self) -> datetime:
        """Returns the current time, timezone-aware, in UTC."""
        ...

    def steady(self) -> float:
        """Returns seconds of a clock that nobody sets, and that counts on while the computer sleeps."""
        ...


def steady_seconds() -> float:
    """Returns the seconds of this PC's steady clock (`Clock.steady`).

    On Linux that is CLOCK_BOOTTIME: `time.monotonic` stands still during sleep there, as it does on macOS, whose
    CLOCK_MONOTONIC counts on. On Windows `time.monotonic` counts sleep and hibernation.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":  # noqa: RET505 - mypy takes what follows a return for unreachable
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        return time.monotonic()


def file_clock() -> float:
    """Returns seconds since 1970, to compare with the times of files: these come from the system, whatever
    `pc_clock` is.
    """
    return time.time()


class PcClock:
    """Reads the clock of this PC."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def steady(self) -> float:
        return steady_seconds()


@dataclass
class FixedClock:
    """A clock for tests and sample data. It only moves when `advance` or `jump` is called."""

    moment: datetime
    #: By how much somebody set the clock since it began.
    jumped: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.moment

    def steady(self) -> float:
        return (self.moment - self.jumped).timestamp()

    def advance(self, step: timedelta) -> None:
        """Lets time pass, whether the computer is awake or asleep."""
        self.moment += step

    def jump(self, step: timedelta) -> None:
        """Sets the clock: no time passes."""
        self.moment += step
        self.jumped += step


_pc_clock: Clock = PcClock()


def pc_clock() -> Clock:
    """Returns the clock of this PC. Use it for display only, never for a date with a legal effect on a server."""
    return _pc_clock


def use_pc_clock(clock: Clock) -> Clock:
    """Gives this process another clock, for tests, and returns the previous one."""
    global _pc_clock
    previous, _pc_clock = _pc_clock, clock
    return previous
