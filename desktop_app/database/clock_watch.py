"""Whether the clock of a PC can be trusted: one for each open database; a server has its own clock.

It compares the clock with the mark in the file and, while the program runs, with a clock that nobody sets. That one
counts on during sleep (`clock.steady_seconds`), so a suspended laptop is no jump.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock

from desktop_app.database.clock_mark import TOLERANCE, MarkedTime


class DoubtReason(StrEnum):
    """Why the clock cannot be trusted."""

    #: It stands before the latest time that was seen.
    BEHIND = "behind"
    #: While a program ran, another time passed than by the clock.
    JUMP = "jump"
    #: At the start of the program, the latest time that was seen is long ago.
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """A doubt: the time by the clock, and the latest time seen or, after a jump, the time that it should be."""

    reason: DoubtReason
    now: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The clock and the steady clock, in seconds, at one moment."""

    now: datetime
    steady: float


class ClockWatch:
    """Remembers when the program began, and finds a doubt by each reading. Thread safe."""

    def __init__(self, began: ClockReading) -> None:
        self._lock = Lock()
        #: The reading with which later ones are compared.
        self._began = began
        #: Whether that one fitted the mark.
        self._started = False
        #: The event by which people last set the mark; None before the first look.
        self._settled_by: int | None = None

    def begin_again(self, reading: ClockReading) -> None:
        """Compares from now on with a reading that people have just confirmed."""
        with self._lock:
            self._began, self._started = reading, False

    def doubt(
        self, mark: MarkedTime | None, reading: ClockReading, longest_gap: timedelta
    ) -> ClockDoubt | None:
        """Returns why the clock cannot be trusted at a reading, None if it can.

        `longest_gap` is the time without a question between the mark and the start.
        """
        with self._lock:
            if mark is None:
                return self._jump(reading)
            if self._settled_by not in (None, mark.event_id):
                # People have settled the clock, here or in another program: what they confirmed is the beginning.
                self._began, self._started = reading, False
            self._settled_by = mark.event_id
            if not self._started and _start_doubt(mark, self._began, longest_gap) is not None:
                # The program began with a clock that did not fit; it may have been set right since.
                self._began = reading
            if reading.now < mark.at - TOLERANCE:
                return ClockDoubt(DoubtReason.BEHIND, reading.now, mark.at)
            jump = self._jump(reading)
            if jump is not None:
                return jump
            if not self._started:
                doubt = _start_doubt(mark, self._began, longest_gap)
                self._started = doubt is None
                return doubt
            return None

    def _jump(self, reading: ClockReading) -> ClockDoubt | None:
        due = self._began.now + timedelta(seconds=reading.steady - self._began.steady)
        if abs(reading.now - due) > TOLERANCE:
            return ClockDoubt(DoubtReason.JUMP, reading.now, due)
        return None


def _start_doubt(mark: MarkedTime, began: ClockReading, longest_gap: timedelta) -> ClockDoubt | None:
    """Returns why a clock cannot be trusted with which a program begins."""
    if began.now < mark.at - TOLERANCE:
        return ClockDoubt(DoubtReason.BEHIND, began.now, mark.at)
    if mark.doubted:
        return ClockDoubt(DoubtReason.JUMP, began.now, mark.at)
    if began.now - mark.at > longest_gap:
        return ClockDoubt(DoubtReason.GAP, began.now, mark.at)
    return None
