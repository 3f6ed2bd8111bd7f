"""The background of everything beside the navigation rail."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import RADIUS_AREA
from ui.widgets.painting import right_to_left, set_margins


class MainArea(QWidget):
    """Bars above the screens. The corner towards the rail is rounded; the other corners are outside of the window."""

    def __init__(self, bars: Sequence[QWidget], screens: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, 1, 1, 0, 0)
        column.setSpacing(0)
        for bar in bars:
            column.addWidget(bar)
        column.addWidget(screens, 1)

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


def beside_the_rail(rail: QWidget, area: QWidget, message_bar: QWidget) -> QWidget:
    """Returns the content of a window: the rail, the area beside it, and the message bar below both."""
    upper = QHBoxLayout()
    upper.setSpacing(0)
    upper.addWidget(rail)
    upper.addWidget(area, 1)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(upper, 1)
    column.addWidget(message_bar)
    return whole
