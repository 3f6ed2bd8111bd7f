"""Progress in segments, one for each task."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import RADIUS_MARK
from ui.widgets.painting import Mirror, fill_rounded

_HEIGHT, _GAP = 8, 4


class TaskProgress(QWidget):
    """Draws the segments that are done from the leading edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = self._all = 0
        self.setFixedHeight(_HEIGHT)

    def show_progress(self, done: int, of_all: int, words: str) -> None:
        """Shows how many segments are done; `words` are the accessible name."""
        self._done, self._all = done, of_all
        self.setAccessibleName(words)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._all:
            return
        painter, mirror = QPainter(self), Mirror.of(QRectF(self.rect()))
        width = (self.width() - (self._all - 1) * _GAP) / self._all
        for at in range(self._all):
            box = mirror.at(at * (width + _GAP), width)
            fill_rounded(painter, box, theme().accent if at < self._done else theme().line2, RADIUS_MARK)
