"""How long somebody waits who types wrong passwords at a locked window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Wrong passwords that cost nothing: anybody mistypes.
FREE: Final = 5
_FIRST: Final = 10
_LONGEST: Final = 600


def seconds_to_wait(wrong: int) -> int:
    """Seconds until the next try, after `wrong` passwords in a row: none, then doubling, ten minutes at most."""
    if wrong < FREE:
        return 0
    return int(min(_FIRST * 2 ** min(wrong - FREE, 10), _LONGEST))


@dataclass
class Tries:
    """Wrong passwords in a row, at one window. Moments are seconds of a clock that never goes back."""

    wrong: int = 0
    _until: float = 0.0

    def failed(self, now: float) -> None:
        """Another wrong one."""
        self.wrong += 1
        self._until = now + seconds_to_wait(self.wrong)

    def succeeded(self) -> None:
        self.wrong, self._until = 0, 0.0

    def left(self, now: float) -> int:
        """Whole seconds until the next try; 0 where nothing is to be waited for."""
        return max(0, -int(-(self._until - now) // 1))
