"""Paints the text of a provision: backgrounds, underlines and strikes, selections, annotations."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.comparison.result import Range
from ui.theme import theme
from ui.theme_tokens import RADIUS_MARK
from ui.widgets.comparison_view.layouts import ProvisionLayout, Styled
from ui.widgets.comparison_view.marks import MarkStyle, TextMark

_GROUNDS = {MarkStyle.INSERTED: "insbg", MarkStyle.DELETED: "delbg", MarkStyle.NUMBER: "slatebg"}
_INKS = {MarkStyle.INSERTED: "instext", MarkStyle.DELETED: "deltext", MarkStyle.NUMBER: "slate"}
#: Marks do not fill the line height, so that those of adjacent lines stay separate.
_GROUND_INSET = 2.0
_NARROWEST = 7.0


def styles(
    marks: Sequence[TextMark], label: Range | None, block_ink: str | None, place: Range
) -> list[Styled]:
    """Returns the styles of a provision's text: a bold label, and the colour of marks or of the whole block."""
    found: list[Styled] = []
    if block_ink is not None:
        found.append(Styled(*place, colour=block_ink))
    found.extend(Styled(mark.start, mark.end, _INKS[mark.kind]) for mark in marks if mark.kind in _INKS)
    if label is not None:
        found.append(Styled(*label, colour=block_ink, bold=True))
        found.extend(
            Styled(mark.start, mark.end, _INKS[mark.kind], bold=True)
            for mark in marks
            if mark.kind in _INKS and mark.start < label[1] and mark.end <= label[1]
        )
    return found


def draw_grounds(painter: QPainter, block: ProvisionLayout, at: QPointF, marks: Iterable[TextMark]) -> None:
    """Draws the backgrounds of marked words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        if mark.kind in _GROUNDS:
            painter.setBrush(theme().colour(_GROUNDS[mark.kind]))
            weight = QPen(theme().warnline, 1.2) if mark.weighty else QPen(Qt.PenStyle.NoPen)
            painter.setPen(weight)
            for box in block.rectangles(mark.start, mark.end):
                grown = _seen(box.translated(at)).adjusted(-2, _GROUND_INSET, 2, -_GROUND_INSET)
                painter.drawRoundedRect(grown, RADIUS_MARK, RADIUS_MARK)
    painter.restore()


def draw_ranges(
    painter: QPainter, block: ProvisionLayout, at: QPointF, ranges: Iterable[Range], colour: QColor
) -> None:
    """Draws plain backgrounds of ranges: a selection, matches, an annotated phrase."""
    for start, end in ranges:
        for box in block.rectangles(start, end):
            painter.fillRect(box.translated(at).adjusted(0, 1, 0, -1), colour)


def draw_words(painter: QPainter, block: ProvisionLayout, at: QPointF, clip: QRectF) -> None:
    """Draws the text inside `clip`."""
    for paragraph in block.paragraphs:
        origin = QPointF(at.x() + paragraph.left, at.y() + paragraph.top)
        painter.setPen(theme().text)
        paragraph.layout.draw(painter, origin, [], clip)


def draw_lines(painter: QPainter, block: ProvisionLayout, at: QPointF, marks: Iterable[TextMark]) -> None:
    """Draws underlines and strikes of marked words, so that marks do not depend on colour alone."""
    now = theme()
    for mark in marks:
        for box in block.rectangles(mark.start, mark.end):
            stood = _seen(box.translated(at))
            if mark.kind is MarkStyle.INSERTED:
                bottom = stood.bottom() - _GROUND_INSET
                painter.fillRect(QRectF(stood.left() - 2, bottom - 2, stood.width() + 4, 2), now.insline)
            elif mark.kind is MarkStyle.DELETED:
                _strike(painter, stood, now.delline, 1.5)
            elif mark.kind is MarkStyle.ORTHOGRAPHIC:
                _dotted(painter, stood, now.ortline)
            elif mark.kind is MarkStyle.STALE:
                _wave(painter, stood, now.warnline)


def draw_block_lines(painter: QPainter, block: ProvisionLayout, at: QPointF, *, inserted: bool) -> None:
    """Draws a thin underline or strike through each line of a provision that only one side has."""
    now = theme()
    for paragraph in block.paragraphs:
        for number in range(paragraph.layout.lineCount()):
            box = paragraph.layout.lineAt(number).naturalTextRect()
            top = at.y() + paragraph.top + number * block.line_height
            left = at.x() + paragraph.left + box.left()
            stood = QRectF(left, top, box.width(), block.line_height)
            if inserted:
                painter.fillRect(QRectF(stood.left(), stood.bottom() - 4, stood.width(), 1), now.insline)
            else:
                _strike(painter, stood, now.delline, 1)


def _seen(box: QRectF) -> QRectF:
    """Widens `box` to a visible minimum: a joiner or an invisible mark has no width of its own."""
    lacking = _NARROWEST - box.width()
    return box if lacking <= 0 else box.adjusted(-lacking / 2, 0, lacking / 2, 0)


def _strike(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    painter.fillRect(QRectF(box.left(), round(box.center().y()) + 1, box.width(), width), colour)


def _dotted(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 1])
    painter.setPen(pen)
    y = box.bottom() - 3
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    painter.restore()


def _wave(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4))
    y = box.bottom() - 3
    steps = max(int(box.width()), 2)
    line = QPolygonF([QPointF(box.left() + x, y + 1.5 * math.sin(x * math.pi / 4)) for x in range(steps)])
    painter.drawPolyline(line)
    painter.restore()
