"""Detects that keyboard and mouse were not used for a while.

Filters events of windows instead of all widgets: a filter on the whole application would run Python code at
each repaint. Input methods send no key events to windows, so changes of the text cursor are watched too.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from desktop_app.clock import steady_seconds
from ui.guard import guarded

#: Interval of checks in milliseconds.
EVERY: Final = 5_000
_ACTIVE: Final = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)  # fmt: skip


class IdleWatch(QObject):
    """Emits `idle` once for each period of `minutes` without activity; never for 0."""

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
        """Records activity."""
        self._last = self.now()

    def look(self) -> None:
        """Emits `idle` if it is due."""
        if self.minutes and self.seconds() >= self.minutes * 60:
            self.touch()
            self.idle.emit()

    def seconds(self) -> float:
        """Seconds since the last activity, with those in which the computer slept."""
        return self.now() - self._last

    def stop(self) -> None:
        """Stops checking."""
        self._timer.stop()

    @staticmethod
    def now() -> float:
        return steady_seconds()

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
