"""Strip «۳ مورد جدید»: number of petitions that arrived since the list was read.

A click reads the list again.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.button import PressedByEnter
from ui.widgets.painting import draw_text, hairline

_HEIGHT = 30


class NewsStrip(PressedByEnter):
    """Hidden while there are no new petitions."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_arrived(self, count: int) -> None:
        """Shows the number of new petitions; hides the strip for 0."""
        self.setText(fill(translate("Inbox", "{count} new: show them"), count=count))
        self.setVisible(count > 0)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box, now = QPainter(self), QRectF(self.rect()), theme()
        painter.fillRect(box, now.sel if self.underMouse() or self.hasFocus() else now.accsoft)
        hairline(painter, box)
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, box, self.text(), font("secondary", bold=True), now.acctext, middle)
