"""A person as a circle with the initials of the name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.persian.text import ZWNJ
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import fill_rounded


def initials(name: str) -> str:
    """Returns the first letters of the first two words, with a ZWNJ between so that Persian letters do not join."""
    return ZWNJ.join(word[0] for word in name.split()[:2])


def draw_avatar(painter: QPainter, rect: QRectF, name: str) -> None:
    """Draws the circle into `rect`."""
    now = theme()
    fill_rounded(painter, rect, now.accsoft, rect.width() / 2, now.line2)
    which = font("key", bold=True)
    painter.setFont(which)
    painter.setPen(now.acctext)
    painter.drawText(rect.adjusted(0, -2, 0, -1), int(Qt.AlignmentFlag.AlignCenter), initials(name))


class Avatar(QWidget):
    """The circle as a widget. It has no accessible name, because the name is shown beside it."""

    def __init__(self, name: str, side: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(QSize(side, side))

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_avatar(QPainter(self), QRectF(self.rect()), self._name)
