"""The header above a list beside the texts: its name and the number of its rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.wording import digits
from ui.comparison.side_headers import HEADER
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, hairline, text_width

CHANGES_WIDTH: int = 216


class CountedHead(QWidget):
    """The header «تغییرها ۴۴»."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._count = words, 0
        self.setFixedSize(CHANGES_WIDTH, HEADER)

    def show_count(self, count: int) -> None:
        """Sets the number."""
        self._count = count
        self.setAccessibleName(f"{self._words} {digits(count)}")
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        mirror = Mirror.of(box)
        strong = font("secondary", bold=True)
        width = text_width(self._words, strong) + 1
        draw_text(painter, mirror.at(16, width), self._words, strong, now.text)
        draw_text(painter, mirror.at(24 + width, 60), digits(self._count), font("secondary"), now.text2)
