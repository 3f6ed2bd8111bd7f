"""How often a window reads again while colleagues change things.

Two hundred windows are notified of every change at the same moment. If each read at once, a busy office would
send its server thousands of queries a second for data that nobody reads that fast. So background reads are
debounced. The first one is delayed randomly, and the next one comes after a pause that grows with the server's
response time.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Final

#: Windows that are notified of the same change read within so many seconds, each at a random moment.
SPREAD: Final = 0.4
#: The same for data that a person may be looking at: too short to be noticed. It is long enough to spread the load
#: while the person who made the change waits for the server too.
GLANCE: Final = 0.2
#: The maximum share of a window's time that one kind of read may take.
SHARE: Final = 0.01


def glance() -> float:
    """Returns the delay before visible data is read again, in seconds."""
    return random.uniform(0.0, GLANCE)


@dataclass
class Rhythm:
    """The pauses between reads of one kind in one window, at least `least` seconds. Times are those of
    `time.monotonic`.
    """

    least: float
    _free_at: float = field(default=float("-inf"))

    def wait(self, now: float) -> float:
        """Returns the delay of a read that became due at `now`, in seconds."""
        return max(self._free_at - now, random.uniform(0.0, SPREAD))

    def asked(self, began: float, ended: float) -> None:
        """Notes that a read took place from `began` to `ended`."""
        self._free_at = ended + max(self.least, (ended - began) / SHARE) * random.uniform(0.8, 1.2)
