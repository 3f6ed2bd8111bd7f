"""The clock of a database that is open already."""

from __future__ import annotations

from desktop_app.clock import Clock
from desktop_app.database.clock_watch import ClockWatch
from desktop_app.database.engine import Database


def use_clock(database: Database, clock: Clock | None) -> None:
    """Gives the database another clock, as if the program had just been started with it."""
    database.clock = clock
    database.clock_watch = ClockWatch(database.clock_reading())
