"""The ground of everything beside the rail."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import RADIUS_AREA
from ui.widgets.painting import right_to_left


class MainArea(QWidget):
    """A pane whose upper corner beside the rail is round; its other corners lie outside of the window."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.chrome)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.pane)
        beyond = 2.0 * RADIUS_AREA
        left, right = (-beyond, -0.5) if right_to_left() else (0.5, beyond)
        painter.drawRoundedRect(box.adjusted(left, 0.5, right, beyond), RADIUS_AREA, RADIUS_AREA)
