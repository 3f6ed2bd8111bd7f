"""A bar at the top or bottom of a page, with a hairline towards the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.widgets.painting import hairline


class PageBar(QWidget):
    """The bar; `foot` draws the line at its top."""

    def __init__(self, *, height: int | None = None, foot: bool = False) -> None:
        super().__init__()
        self._foot = foot
        if height is not None:
            self.setFixedHeight(height)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box, top=self._foot)
