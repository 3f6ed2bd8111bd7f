"""A menu that stays open while entries are ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from ui.guard import guarded

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TickingMenu(QMenu):
    """Entries without a tick close it, as in any menu."""

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
        if event.key() not in _PRESSES or not self._ticks():
            super().keyPressEvent(event)
