"""A deadline as lists show it: a few words over a bar that fills; no bar without a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, right_to_left, text_width

#: Urgency: time left, due soon (from 80 % on), late, clock paused, no deadline, closed and the answer did not arrive.
Pressure = Literal["calm", "soon", "late", "standing", "none", "failed"]
_WORDS: dict[str, str] = {
    "calm": "text2",
    "soon": "warn",
    "late": "danger",
    "standing": "text2",
    "none": "text3",
    "failed": "danger",
}
_BAR: dict[str, str] = {"calm": "edge", "soon": "warnline", "late": "danger", "standing": "text3"}


@dataclass(frozen=True)
class DeadlineMark:
    """What is shown of a deadline: the words, the urgency, and the used part of the time (0 to 1)."""

    text: str
    pressure: Pressure
    used: float = 0.0


def pressure_of(used: float, *, late: bool, standing: bool) -> Pressure:
    """Returns the urgency of a deadline, of whose time the part `used` is over."""
    if late:
        return "late"
    if standing:
        return "standing"
    return "soon" if used >= 0.8 else "calm"


def deadline_ink(mark: DeadlineMark) -> QColor:
    """Returns the colour of the words of a deadline."""
    return theme().ink(_WORDS[mark.pressure])


def draw_deadline(painter: QPainter, rect: QRectF, mark: DeadlineMark) -> None:
    """Draws the words over a 3-pixel bar that fills from the leading edge; `rect` should be 92 pixels wide."""
    now = theme()
    words = deadline_ink(mark)
    text_box = QRectF(rect.x(), rect.center().y() - 13, rect.width(), 18)
    if mark.pressure not in _BAR:
        text_box.moveCenter(rect.center())
    mirror = Mirror.of(text_box)
    room = text_box.width()
    if mark.pressure == "standing":
        paint_icon(painter, mirror.at(0, 13), "ph.pause-circle", words)
        draw_text(painter, mirror.at(18, room - 18), mark.text, now.face("header"), words)
    else:
        draw_text(painter, text_box, mark.text, now.face("header"), words)
    if mark.pressure not in _BAR:
        return
    bar = QRectF(rect.x(), round(rect.center().y()) + 8, rect.width(), 3)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.ink("line"))
    painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.setBrush(now.ink(_BAR[mark.pressure]))
    filled = max(4.0, rect.width() * min(1.0, mark.used if mark.pressure != "late" else 1.0))
    painter.drawRoundedRect(Mirror(bar, right_to_left()).at(0, filled), 1.5, 1.5)
    painter.restore()


class DeadlineLabel(QWidget):
    """A deadline as a widget, for a details pane."""

    def __init__(self, mark: DeadlineMark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: DeadlineMark) -> None:
        self._mark = mark
        self.setAccessibleName(mark.text)
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(max(92, round(text_width(self._mark.text, font("header"))) + 20), 28)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_deadline(QPainter(self), QRectF(self.rect()), self._mark)
