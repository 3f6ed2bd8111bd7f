"""Painting ribbons along the gutter: from where something left to where it arrived.

An end may lie hundreds of thousands of pixels away: only what meets the viewport is made into a shape, for Qt needs
seconds to fill one of that height.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.theme import theme
from ui.widgets.comparison_view.columns import Columns

_POINTS: Final = 24
#: Pixels around the viewport in which the shape is still true.
_AROUND: Final = 40.0


def draw_ribbon(
    painter: QPainter, columns: Columns, left: QRectF, arrived: QRectF, page: float, *, current: bool
) -> None:
    """The ribbon from the box of what left (at the right of the gutter) to the one where it arrived (at the left of
    it) in a viewport `page` high. That of the current change has a stronger edge."""
    now = theme()
    x1, x2 = float(columns.old_left), float(columns.gutter_left)
    upper = _edge(QPointF(x1, left.top() + 3), QPointF(x2, arrived.top() + 3), page)
    lower = _edge(QPointF(x1, left.bottom() - 3), QPointF(x2, arrived.bottom() - 3), page)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.movbg)
    painter.setPen(QPen(now.movline, 2 if current else 1))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    painter.restore()


def _edge(start: QPointF, end: QPointF, page: float) -> list[QPointF]:
    """The part of an S-shaped curve that meets the viewport; what lies beyond is drawn in to just outside of it."""
    rise = end.y() - start.y()
    ends = sorted((_when(start.y(), rise, -_AROUND), _when(start.y(), rise, page + _AROUND)))
    found: list[QPointF] = []
    for number in range(_POINTS + 1):
        t = ends[0] + (ends[1] - ends[0]) * number / _POINTS
        y = start.y() + rise * t * t * (3 - 2 * t)
        x = start.x() + (end.x() - start.x()) * (1.5 * t * (1 - t) + t * t * t)
        found.append(QPointF(x, min(max(y, -_AROUND), page + _AROUND)))
    return found


def _when(start: float, rise: float, y: float) -> float:
    """The moment, 0 to 1, at which the curve passes `y`; the nearer end where it never does."""
    if abs(rise) < 1:
        return 0.0 if y <= start else 1.0
    share = min(max((y - start) / rise, 0.0), 1.0)
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        if middle * middle * (3 - 2 * middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2
