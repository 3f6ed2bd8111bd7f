"""The steady clock of a PC."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.clock import FixedClock, steady_seconds


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is of Linux")
def test_the_steady_clock_counts_sleep() -> None:
    """The time since the PC was switched on, sleep included, as the system itself tells it."""
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    steady = steady_seconds()
    assert before <= steady <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_a_clock_that_jumps_lets_no_time_pass() -> None:
    clock = FixedClock(datetime(2026, 11, 24, 8, tzinfo=UTC))
    began = clock.steady()
    clock.jump(timedelta(days=30))
    assert (clock.now(), clock.steady()) == (datetime(2026, 12, 24, 8, tzinfo=UTC), began)
    clock.advance(timedelta(hours=1))
    assert clock.steady() == began + 3600
