"""The time, as a protocol: nobody but a `Clock` asks for it.

The clock that asks the database server lives in `desktop_app.database`, the fixed one for tests here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

#: The office's time zone: every date that law hangs on is a day in Tehran.
TEHRAN = ZoneInfo("Asia/Tehran")


class Clock(Protocol):
    """Tells the moment."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class PcClock:
    """The PC's own clock: right for a window's age of a line, wrong for anything that law hangs on."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock for tests and for sample data: stands still until it is moved."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def advance(self, step: timedelta) -> None:
        """Moves the clock on by `step`."""
        self.moment += step
