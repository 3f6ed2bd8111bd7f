"""Notices that nobody has touched keyboard or mouse for a while.

It listens to the windows of the desktop, not to every event of every widget: a filter over the whole application
would run Python for each repaint. What an input method writes reaches no window as a key, so its caret is watched.
"""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from ui.guard import guarded

#: How often it looks, in milliseconds.
EVERY: Final = 5_000
_ACTIVE: Final = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)  # fmt: skip


class IdleWatch(QObject):
    """`idle` is told once for each time that nobody was there for `minutes`; 0 never."""

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._watched: list[QWindow] = []
        self._last = self.now()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_window)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.touch)
        self._on_window(QGuiApplication.focusWindow())

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self.now()

    def look(self) -> None:
        """Tells `idle` where it is time."""
        if self.minutes and self.seconds() >= self.minutes * 60:
            self.touch()
            self.idle.emit()

    def seconds(self) -> float:
        """How long nobody was there. Some clocks stand still while the PC sleeps, so two are asked."""
        return max(now - last for now, last in zip(self.now(), self._last, strict=True))

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()

    @staticmethod
    def now() -> tuple[float, float]:
        return time.monotonic(), time.time()

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.append(window)
            window.destroyed.connect(lambda: self._forget(window))
            window.installEventFilter(self)

    def _forget(self, window: QWindow) -> None:
        self._watched = [one for one in self._watched if one is not window]

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() in _ACTIVE:
            self.touch()
        return False
