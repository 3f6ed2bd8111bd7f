"""How often a window asks again while colleagues change things.

Two hundred windows hear of every change, at the same moment. If each asked at once, a busy office would ask its
server thousands of times a second for what nobody reads that fast. So a question that nobody waits for keeps a
distance: the first one comes within a moment that differs from window to window, and the next not before the pause is
over, which is the longer the longer the server took to answer.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Final

#: Windows that hear of the same thing ask within so many seconds, each at a moment of its own.
SPREAD: Final = 0.4
#: The same for what somebody may be looking at: shorter than anybody notices, and long enough that a server does not
#: answer all of them in one breath while the one who made the change waits for an answer too.
GLANCE: Final = 0.2
#: Of a window's time, at most this part goes into one kind of question.
SHARE: Final = 0.01


def glance() -> float:
    """How long to wait before something that stands in sight is read again, in seconds."""
    return random.uniform(0.0, GLANCE)


@dataclass
class Rhythm:
    """One kind of question of one window: `least` seconds apart. Moments are those of `time.monotonic`."""

    least: float
    _free_at: float = field(default=float("-inf"))

    def wait(self, now: float) -> float:
        """How long to wait with a question that came up at `now`, in seconds."""
        return max(self._free_at - now, random.uniform(0.0, SPREAD))

    def asked(self, began: float, ended: float) -> None:
        """The question was asked, and answered, then."""
        self._free_at = ended + max(self.least, (ended - began) / SHARE) * random.uniform(0.8, 1.2)
