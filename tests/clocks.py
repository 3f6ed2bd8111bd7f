"""The clocks of tests: that of a PC, of a database that is open already, and of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from desktop_app.clock import Clock, PcClock, use_pc_clock
from desktop_app.database.clock_watch import ClockWatch
from desktop_app.database.engine import Database
from desktop_app.persian.dates import JalaliDay, tehran_day


def use_clock(database: Database, clock: Clock | None) -> None:
    """Gives the database another clock, as if the program had just been started with it."""
    database.clock = clock
    database.clock_watch = ClockWatch(database.clock_reading())


@contextmanager
def pc_at(clock: Clock | None) -> Iterator[None]:
    """Gives the PC a clock; None for that of this machine."""
    previous = use_pc_clock(clock or PcClock())
    try:
        yield
    finally:
        use_pc_clock(previous)


def server_now() -> datetime:
    """Returns the time of this machine, which a PostgreSQL server without a clock of the test goes by."""
    return PcClock().now()


def server_day() -> date:
    """Returns the day of this machine in Tehran."""
    return tehran_day(server_now())


def server_year() -> int:
    """Returns the Jalali year of this machine, whose registry numbers a server takes."""
    return JalaliDay.of(server_day()).year
