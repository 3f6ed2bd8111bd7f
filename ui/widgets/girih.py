"""The girih pattern of the design: eight-pointed stars (polygons of 16 points), as logo, ornament and tiling.

A star of outer radius R has the inner radius R·cos45°/cos22.5°; the tiling places stars of R = 50 at steps of 100.
"""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import Theme
from ui.widgets.painting import fill_rounded, right_to_left

RADIUS: Final = 50.0
STEP: Final = 100.0
_ICON_SIDES: Final = (16, 24, 32, 48, 64)
_INNER: Final = math.cos(math.radians(45)) / math.cos(math.radians(22.5))


def star(centre: QPointF, radius: float) -> QPolygonF:
    """Returns the star of 16 points around `centre`, with one point straight up."""
    points = []
    for corner in range(16):
        reach = radius if corner % 2 == 0 else radius * _INNER
        angle = math.radians(corner * 22.5 - 90)
        points.append(QPointF(centre.x() + reach * math.cos(angle), centre.y() + reach * math.sin(angle)))
    return QPolygonF(points)


def draw_star(
    painter: QPainter, centre: QPointF, radius: float, ground: QColor | None, line: QColor | None
) -> None:
    """Draws a star, filled, outlined, or both."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 1) if line is not None else Qt.PenStyle.NoPen)
    painter.drawPolygon(star(centre, radius))
    painter.restore()


def draw_field(painter: QPainter, rect: QRectF, line: QColor) -> None:
    """Fills `rect` with the pattern: stars, a smaller star in each, a square between four of them."""
    painter.save()
    painter.setClipRect(rect)
    columns = int(rect.width() / STEP) + 2
    rows = int(rect.height() / STEP) + 2
    for row in range(rows):
        for column in range(columns):
            centre = QPointF(rect.left() + column * STEP + RADIUS, rect.top() + row * STEP + RADIUS)
            draw_star(painter, centre, RADIUS, None, line)
            draw_star(painter, centre, RADIUS * 0.56, None, line)
            between = centre + QPointF(STEP / 2, STEP / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(line, 1))
            painter.drawPolygon(
                QPolygonF([between + QPointF(*at) for at in ((0, -10), (10, 0), (0, 10), (-10, 0))])
            )
    painter.restore()


def draw_logo(painter: QPainter, rect: QRectF, ground: QColor, mark: QColor) -> None:
    """Draws the logo: a star with two lines of writing in it."""
    side = min(rect.width(), rect.height())
    centre = rect.center()
    draw_star(painter, centre, side / 2, ground, None)
    thick, wide = side * 0.08, side * 0.36
    ends = -1 if right_to_left() else 1
    for line, (width, shift) in enumerate(((wide, side * 0.03), (wide * 0.72, -side * 0.035))):
        left = centre.x() - width / 2 - ends * shift
        top = centre.y() - thick * 1.5 + line * thick * 2
        fill_rounded(painter, QRectF(left, top, width, thick), mark, thick / 2)


def program_icon() -> QIcon:
    """Returns the logo as the icon of windows and of the task bar, the same in both schemes."""
    colours, icon = Theme("light"), QIcon()
    for side in _ICON_SIDES:
        made = QPixmap(side, side)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        draw_logo(painter, QRectF(0, 0, side, side), colours.accent, colours.pane)
        painter.end()
        icon.addPixmap(made)
    return icon


class Logo(QWidget):
    """The logo, `side` pixels high and wide."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(side, side))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_logo(QPainter(self), QRectF(self.rect()), theme().accent, theme().pane)
