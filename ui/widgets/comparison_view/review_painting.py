"""Paints the reviewer's decisions: the badge on a disc, and the tick at the chosen side."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.comparison.result import SideName
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.comparison_view.columns import Columns
from ui.widgets.comparison_view.review import ReviewMark

#: Text and background colour of each mark.
_BADGES: Final[dict[ReviewMark, tuple[str, str]]] = {
    "seen": ("text3", "base"),
    "accepted": ("ok", "okbg"),
    "discuss": ("warn", "warnbg"),
}
_BADGE: Final = 15.0
_TICK: Final = 16.0


def draw_review_mark(painter: QPainter, centre: QPointF, mark: ReviewMark) -> None:
    """Draws a badge at the lower left of the disc centred at `centre`."""
    ink, ground = _BADGES[mark]
    at = QPointF(centre.x() - 10.5, centre.y() + 9.5)
    now = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.colour(ground))
    painter.setPen(QPen(now.colour(ink), 1.2))
    painter.drawEllipse(at, _BADGE / 2, _BADGE / 2)
    if mark == "discuss":
        painter.setFont(font("key", bold=True))
        box = QRectF(at.x() - _BADGE / 2, at.y() - _BADGE / 2, _BADGE, _BADGE)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "؟")
    painter.restore()
    if mark != "discuss":
        paint_icon(painter, QRectF(at.x() - 5, at.y() - 5, 10, 10), "ph.check-bold", now.colour(ink))


def draw_choice(painter: QPainter, columns: Columns, y: float, side: SideName) -> None:
    """Draws a tick on the edge of the gutter at the side taken for the next revision."""
    now = theme()
    x = columns.old_left if side == "old" else columns.gutter_left
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.accent)
    painter.setPen(QPen(now.base, 1.5))
    painter.drawEllipse(QPointF(x, y), _TICK / 2, _TICK / 2)
    painter.restore()
    paint_icon(painter, QRectF(x - 5, y - 5, 10, 10), "ph.check-bold", now.onacc)
