"""Restricts cyclic garbage collection to the GUI thread.

If the collector runs on a worker thread, it may destroy unreferenced widgets: Qt takes a lock for that, and
Shiboken then requests the GIL. If the GUI thread holds the GIL and waits for the lock of Qt, both deadlock.
So automatic collection is disabled, and a timer on the GUI thread collects instead.
"""

from __future__ import annotations

import gc
import time
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 200
#: Minimum interval of full collections in seconds, since one takes as long as several frames.
_WHOLE_EVERY: Final = 30.0


class Collector(QObject):
    """A child of the application; automatic collection is enabled again when it is destroyed."""

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        gc.disable()
        exclude_imports()
        self._whole_at = time.monotonic()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.destroyed.connect(lambda _gone: gc.enable())

    def look(self) -> int:
        """Collects the generations that are due by the thresholds of Python.

        Returns the number of unreachable objects.
        """
        young, middle, old = gc.get_count()
        few, some, many = gc.get_threshold()
        now = time.monotonic()
        if old > many and now - self._whole_at > _WHOLE_EVERY:
            self._whole_at = now
            return gc.collect()
        if middle > some:
            return gc.collect(1)
        return gc.collect(0) if young > few else 0


def exclude_imports() -> None:
    """Excludes the objects of imported modules from collections, because they live for ever."""
    gc.freeze()


def collect_on_this_thread(application: QObject) -> None:
    """Restricts collection to the thread of `application`; idempotent."""
    if application.findChild(Collector) is None:
        Collector(application)
