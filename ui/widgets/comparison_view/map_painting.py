"""Paints the map of the whole document, and the frame of the visible part."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from ui.theme import theme
from ui.widgets.comparison_view.changes import ChangeKind
from ui.widgets.comparison_view.columns import MAP
from ui.widgets.comparison_view.heights import MapMark, map_marks
from ui.widgets.comparison_view.lines import LineLayouts
from ui.widgets.painting import fill_rounded

_COLOURS = {
    ChangeKind.EDITED: "text2",
    ChangeKind.INSERTED: "insline",
    ChangeKind.DELETED: "delline",
    ChangeKind.MOVED: "movline",
    ChangeKind.STALE: "warnline",
    ChangeKind.ORTHOGRAPHIC: "ortline",
    ChangeKind.RENUMBERED: "text3",
}
_WIDE = (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.MOVED)


class ChangeMap:
    """Caches the pixmap of the map until its size or its marks change."""

    def __init__(self) -> None:
        self._made: QPixmap | None = None

    def forget(self) -> None:
        """Drops the pixmap; called when lines or heights changed."""
        self._made = None

    def pixmap(self, lines: LineLayouts, height: int, ratio: float) -> QPixmap:
        """Returns the map. `height` is in logical pixels, `ratio` is device pixels per logical pixel."""
        size, made = QSize(MAP, height), self._made
        if made is None or made.deviceIndependentSize().toSize() != size or made.devicePixelRatio() != ratio:
            tops = lines.heights.tops
            places = [(tops[index], kind) for index, kind in lines.reading.arranged.marked_lines]
            made = self._made = _painted(size, ratio, map_marks(places, lines.heights.total, height))
        return made


def _painted(size: QSize, ratio: float, marks: Iterable[MapMark]) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(theme().pane)
    painter = QPainter(made)
    for mark in marks:
        _draw_mark(painter, mark)
    painter.fillRect(QRectF(size.width() - 1, 0, 1, size.height()), theme().line)
    painter.end()
    return made


def draw_frame(painter: QPainter, top: int, height: int) -> None:
    """Draws the frame of the viewport on the map."""
    box = QRectF(1.5, top + 0.5, MAP - 4, height - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = theme().accent
    ground.setAlphaF(0.06)
    painter.setBrush(ground)
    painter.setPen(QPen(theme().accent, 1.2))
    painter.drawRoundedRect(box, 3, 3)
    painter.restore()


def _draw_mark(painter: QPainter, mark: MapMark) -> None:
    colour = theme().colour(_COLOURS[mark.kind])
    if mark.kind in _WIDE:
        fill_rounded(painter, QRectF(6, mark.y, 16, 4), colour, 1)
    elif mark.kind is ChangeKind.RENUMBERED:
        fill_rounded(painter, QRectF(6, mark.y, 10, 4), None, 1, colour)
    elif mark.kind is ChangeKind.ORTHOGRAPHIC:
        painter.save()
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DotLine))
        painter.drawLine(6, mark.y + 2, 15, mark.y + 2)
        painter.restore()
    else:
        fill_rounded(painter, QRectF(6, mark.y, 10, 4), colour, 1)
