"""Delays after wrong passwords at a locked window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Number of wrong passwords without a delay.
FREE: Final = 5
_FIRST: Final = 10
_LONGEST: Final = 600


def seconds_to_wait(wrong: int) -> int:
    """Seconds until the next attempt after `wrong` consecutive wrong passwords.

    At first none, then doubling up to ten minutes.
    """
    if wrong < FREE:
        return 0
    return int(min(_FIRST * 2 ** min(wrong - FREE, 10), _LONGEST))


@dataclass
class Tries:
    """Counts consecutive wrong passwords at a window. Times are seconds of a monotonic clock."""

    wrong: int = 0
    _until: float = 0.0

    def failed(self, now: float) -> None:
        """Records a wrong password."""
        self.wrong += 1
        self._until = now + seconds_to_wait(self.wrong)

    def succeeded(self) -> None:
        self.wrong, self._until = 0, 0.0

    def left(self, now: float) -> int:
        """Whole seconds until the next attempt; 0 without a delay."""
        return max(0, -int(-(self._until - now) // 1))
