"""A column that scrolls over the ground of a pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.guard import guarded
from ui.theme import theme


class PaneScroll(QScrollArea):
    """Its `column` has no margins; the caller adds what it shows, and a stretch at the end.

    `ground` is the theme colour behind it.
    """

    def __init__(self, ground: str = "pane") -> None:
        super().__init__()
        inner = _PaneGround(ground)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class _PaneGround(QWidget):
    def __init__(self, ground: str) -> None:
        super().__init__()
        self._ground = ground

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().colour(self._ground))
