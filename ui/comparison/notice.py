"""Strips above the texts with important notices: nothing substantive changed, or something was left out."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel

_TONES = {
    "info": ("infobg", "info", "ph.push-pin"),
    "ok": ("okbg", "ok", "ph.check-circle"),
    "warn": ("warnbg", "warn", "ph.warning"),
}


class NoticeStrip(QWidget):
    """A strip with an icon, hidden while it has no text."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._ground, self._ink, self._icon = _TONES[tone]
        self._words = PlainLabel("", "secondary", self._ink, bold=tone == "ok", wrap=True)
        row = QHBoxLayout(self)
        set_margins(row, 44, 8, 16, 8)
        row.addWidget(self._words)
        self.hide()

    def say(self, words: str) -> None:
        """Shows `words`. An empty string hides the strip."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Returns the text, or an empty string while the strip is hidden."""
        return "" if self.isHidden() else self._words.text()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().colour(self._ground))
        hairline(painter, box)
        area = Mirror.of(box).at(16, 18)
        paint_icon(painter, area, self._icon, theme().colour(self._ink))


class Notices(QWidget):
    """All strips, below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.unchanged = NoticeStrip("ok")
        self.left_out = NoticeStrip("warn")
        self.wrong_counts = NoticeStrip("warn")
        self.rough = NoticeStrip("warn")
        #: The instruction while a pin waits for its partner.
        self.pin = NoticeStrip("info")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.unchanged)
        column.addWidget(self.left_out)
        column.addWidget(self.wrong_counts)
        column.addWidget(self.rough)
        column.addWidget(self.pin)
