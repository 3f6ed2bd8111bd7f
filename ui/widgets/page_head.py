"""The header of a page: its title and actions, over a hairline."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.painting import hairline


class PageHead(QWidget):
    """An empty header, whose content the caller lays out."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(PAGE_HEADER)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))
