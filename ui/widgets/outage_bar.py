"""The bar over every screen while the database is away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.persian.dates import clock_time
from desktop_app.persian.digits import isolated
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel


class OutageBar(QWidget):
    """The bar; hidden while the database is connected. It cannot be closed, and hides when the connection is back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = PlainLabel(parent=self)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        set_margins(row, 44, 8, 16, 8)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The displayed text; empty while the bar is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def show_away(self, where: str) -> None:
        """Shows that the database `where` is away since now."""
        since = clock_time(pc_clock().now())
        words = translate(
            "Window",
            "No connection to the database “{where}” since {time}. What is on the screen stays, what you typed is"
            " kept, and you can go on typing; the program reconnects by itself. Send when it is back.",
        )
        self._words.setText(fill(words, where=isolated(where), time=since))
        self.setAccessibleName(self._words.text())
        self.show()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().warnbg)
        hairline(painter, box)
        paint_icon(painter, Mirror.of(box).at(16, 18), "ph.warning", theme().warn)
