"""Indicator beside a field that shows at once whether its value is valid."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, text_width


class LiveCheck(QWidget):
    """A tick or a cross, with a word where it helps. Empty while the value is incomplete."""

    def __init__(self) -> None:
        super().__init__()
        self.state = ""
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_good(self, words: str) -> None:
        self._show("good", words)

    def show_bad(self, words: str) -> None:
        self._show("bad", words)

    def clear(self) -> None:
        self._show("", "")

    def _show(self, state: str, words: str) -> None:
        self.state, self.words = state, words
        said = {"good": translate("RegisterForm", "right"), "bad": translate("RegisterForm", "wrong"), "": ""}
        self.setAccessibleName(words or said[state])
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(24 + round(text_width(self.words, font("secondary"))), 24)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self.state:
            return
        painter, mirror = QPainter(self), Mirror.of(QRectF(self.rect()))
        colour = theme().ok if self.state == "good" else theme().danger
        paint_icon(painter, mirror.at(0, 14), "ph.check" if self.state == "good" else "ph.x", colour)
        draw_text(painter, mirror.at(20, self.width() - 20), self.words, font("secondary"), colour)
