"""The bar over every screen while nobody has confirmed the day of a doubted clock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel


class ClockBar(QWidget):
    """The bar; hidden while the clock can be trusted. `asked`: the person wants to answer."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel(wrap=True, parent=self)
        self.button = Button(translate("Clock", "Confirm the day …"), size="small")
        self.button.clicked.connect(lambda _checked=False: self.asked.emit())
        row = QHBoxLayout(self)
        set_margins(row, 44, 4, 16, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """The displayed text; empty while the bar is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def show_words(self, words: str) -> None:
        """Shows the bar."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().warnbg)
        hairline(painter, box)
        paint_icon(painter, Mirror.of(box).at(16, 18), "ph.clock-counter-clockwise", theme().warn)
