"""Painting what a reviewer decided: the badge of a disc, the tick at the side that was taken."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.comparison_view.columns import Columns
from ui.widgets.comparison_view.review import ReviewMark
from ui.widgets.comparison_view.rows import SideName

#: Icon, ink and ground of each mark.
_BADGES: Final[dict[ReviewMark, tuple[str, str, str]]] = {
    "seen": ("ph.check", "text3", "base"),
    "accepted": ("ph.check", "ok", "okbg"),
    "discuss": ("ph.question", "warn", "warnbg"),
}
_BADGE: Final = 13.0
_TICK: Final = 16.0


def draw_review_mark(painter: QPainter, centre: QPointF, mark: ReviewMark) -> None:
    """A badge at the lower left of the disc whose middle is `centre`."""
    icon, ink, ground = _BADGES[mark]
    at = QPointF(centre.x() - 10, centre.y() + 9)
    now = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.colour(ground))
    painter.setPen(QPen(now.colour(ink), 1))
    painter.drawEllipse(at, _BADGE / 2, _BADGE / 2)
    painter.restore()
    paint_icon(painter, QRectF(at.x() - 4.5, at.y() - 4.5, 9, 9), icon, now.colour(ink))


def draw_choice(painter: QPainter, columns: Columns, y: float, side: SideName) -> None:
    """A tick on the edge of the gutter at the side that the next revision takes."""
    now = theme()
    x = columns.old_left if side == "old" else columns.gutter_left
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.accent)
    painter.setPen(QPen(now.base, 1.5))
    painter.drawEllipse(QPointF(x, y), _TICK / 2, _TICK / 2)
    painter.restore()
    paint_icon(painter, QRectF(x - 5, y - 5, 10, 10), "ph.check", now.onacc)
