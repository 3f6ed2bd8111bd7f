"""Cyclic garbage is collected on the window's thread, and on no other.

A worker in which Python's collector happens to run destroys widgets that nobody holds any more: Qt takes a lock for
that, and Shiboken asks for Python's own while it is held. Where the window's thread has Python's and wants Qt's, both
wait for ever. So the collector's own moments are switched off, and a timer of the window looks instead.
"""

from __future__ import annotations

import gc
import time
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 200
#: All of the heap is walked at most this often, in seconds: that takes as long as a few frames.
_WHOLE_EVERY: Final = 30.0


class Collector(QObject):
    """Belongs to the application; the collector runs by itself again when it goes."""

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        gc.disable()
        # What the imports made stays for good and need not be walked again.
        gc.freeze()
        self._whole_at = time.monotonic()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.destroyed.connect(lambda _gone: gc.enable())

    def look(self) -> int:
        """Collects what is due by Python's own thresholds; how many unreachable objects that were."""
        young, middle, old = gc.get_count()
        few, some, many = gc.get_threshold()
        now = time.monotonic()
        if old > many and now - self._whole_at > _WHOLE_EVERY:
            self._whole_at = now
            return gc.collect()
        if middle > some:
            return gc.collect(1)
        return gc.collect(0) if young > few else 0


def collect_on_this_thread(application: QObject) -> None:
    """From now on only the thread of `application` collects; once is enough."""
    if application.findChild(Collector) is None:
        Collector(application)
