"""The panel next to the sign-in form: a girih pattern and the motto of the office."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.girih import draw_field
from ui.widgets.painting import draw_text, right_to_left, text_width
from ui.widgets.wrapped import draw_wrapped

_FOOT = 134
_MARGIN = 48
#: The height of a line of the motto.
_LINE = 32
#: Below this width of the window no panel stands beside a page of the first start.
NARROW = 1100


class BrandPanel(QWidget):
    """Painted as a whole, including its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(320)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.brand)
        promise = translate("SignIn", "Every word that arrives has a code and an answer.")
        room = box.width() - 2 * _MARGIN
        # In a narrow panel the sentence takes two lines.
        lines = 1 if text_width(promise, font("title")) <= room else 2
        field = box.adjusted(0, 0, 0, -_FOOT - (lines - 1) * _LINE)
        draw_field(painter, field, now.brandline)
        painter.fillRect(QRectF(box.left(), field.bottom(), box.width(), 1), now.brandline)
        words = QRectF(box.left() + _MARGIN, field.bottom(), room, box.bottom() - field.bottom())
        help_text = translate("SignIn", "If you have lost your password, ask the system administrator.")
        leading = Qt.AlignmentFlag.AlignLeading
        upper = QRectF(words.left(), words.top() + 30, words.width(), lines * _LINE)
        lower = QRectF(words.left(), upper.bottom() + 6, words.width(), 24)
        draw_wrapped(painter, upper, promise, font("title"), now.onbrand, rtl=right_to_left())
        draw_text(painter, lower, help_text, font("secondary"), now.onbrand2, leading)
