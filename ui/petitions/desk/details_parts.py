"""Small parts of the details pane."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel


class Hairline(QWidget):
    """A hairline across the pane."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()))


class LockLine(QWidget):
    """Icon and sentence that explain why this person cannot resolve the petition."""

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", "secondary", "text2", wrap=True)
        column = QVBoxLayout(self)
        set_margins(column, 28, 0, 4, 0)
        column.addWidget(self.words)

    def show_text(self, text: str) -> None:
        self.words.setText(text)
        self.setVisible(bool(text))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        paint_icon(
            painter, Mirror.of(box).at(4, 16, top=box.top() + 2, height=18), "ph.scales", theme().text2
        )
