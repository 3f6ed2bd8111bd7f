"""A menu that stays open while entries are ticked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.guard import guarded

_STEPS: dict[int, int] = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Underscore: -1,
}
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TickingMenu(QMenu):
    """Entries without a tick close it, as in any menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: dict[QAction, Callable[[int], object]] = {}

    def on_step(self, action: QAction, step: Callable[[int], object]) -> None:
        """Calls `step` with 1 or -1 for the keys + and - on an entry."""
        self._steps[action] = step

    def _ticks(self) -> bool:
        """Ticks the active entry; returns whether there is one to tick."""
        action: QAction | None = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # A menu leaves Space to the shortcuts of the window, unlike Enter.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            event.accept()
            return True
        return super().event(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if not (inside and self._ticks()):
            super().mouseReleaseEvent(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by, active = _STEPS.get(event.key(), 0), self.activeAction()
        if by and active in self._steps:
            self._steps[active](by)
        elif event.key() not in _PRESSES or not self._ticks():
            super().keyPressEvent(event)
