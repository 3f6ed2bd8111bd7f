"""Paints ribbons in the gutter, from the old to the new place of a moved provision.

An end may be hundreds of thousands of pixels away. Only the visible part is made into a polygon, because Qt takes
seconds to fill a shape of that height.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.theme import theme
from ui.widgets.comparison_view.columns import Columns

_POINTS: Final = 24
#: Margin in pixels around the viewport within which the shape is exact.
_AROUND: Final = 40.0


def draw_ribbon(
    painter: QPainter, columns: Columns, left: QRectF, arrived: QRectF, page: float, *, current: bool
) -> None:
    """Draws the ribbon from the box of the departure (right of the gutter) to the box of the arrival (left of
    it).

    `page` is the height of the viewport. The ribbon of the current change has a thicker outline.
    """
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
    """Returns the part of an S-shaped curve inside the viewport. Points beyond it are clamped to just outside."""
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
    """Returns the parameter, 0 to 1, at which the curve passes `y`, or the nearer end if it never does."""
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
