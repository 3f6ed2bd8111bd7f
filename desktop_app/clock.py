"""The source of the current time, as the `Clock` protocol. Only implementations of `Clock` read a system clock.

`desktop_app.database` has the implementation that asks the database server. `FixedClock` serves tests.
"""

from __future__ import annotations

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


class PcClock:
    """Reads the clock of this PC. Use it for display only, never for a date with a legal effect."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock for tests and sample data. It only moves when `advance` is called."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def advance(self, step: timedelta) -> None:
        self.moment += step
