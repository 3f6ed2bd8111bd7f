"""Painting what stands around the words: grounds of blocks, hatched sides, bars, discs, folds, ribbons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS_CHIP
from ui.widgets.comparison_view.changes import ChangeKind
from ui.widgets.comparison_view.columns import PADDING_X, Columns
from ui.widgets.comparison_view.rows import Fold
from ui.widgets.painting import fill_rounded, right_to_left, text_width

#: Icon and colour of each kind of change, in the gutter and in the list.
KIND_ICONS: Final[dict[ChangeKind, tuple[str, str]]] = {
    ChangeKind.EDITED: ("ph.pencil-simple", "text2"),
    ChangeKind.INSERTED: ("ph.plus", "insline"),
    ChangeKind.DELETED: ("ph.minus", "delline"),
    ChangeKind.MOVED: ("ph.arrows-down-up", "movline"),
    ChangeKind.RENUMBERED: ("ph.hash", "text2"),
    ChangeKind.ORTHOGRAPHIC: ("ph.text-aa", "text2"),
    ChangeKind.STALE: ("ph.warning", "warnline"),
}
DISC: Final = 22
BAR: Final = 3
_PLATE: Final = 24


def draw_hatch(painter: QPainter, box: QRectF) -> None:
    """The side where a provision is not."""
    painter.save()
    painter.setBrushOrigin(box.topLeft())
    painter.fillRect(box, QBrush(theme().line, Qt.BrushStyle.BDiagPattern))
    painter.restore()


def draw_absent_note(painter: QPainter, box: QRectF, words: str, *, moved: bool, down: bool) -> None:
    """What the hatched side says, on a plate at its right."""
    now, which = theme(), font("secondary")
    width = text_width(words, which)
    tall = min(float(_PLATE), box.height())
    plate = QRectF(box.right() - PADDING_X - width - 32, round(box.center().y() - tall / 2), width + 38, tall)
    if plate.left() < box.left() + 4:
        plate.setLeft(box.left() + 4)
    fill_rounded(painter, plate, now.base, RADIUS_CHIP)
    mark = QRectF(plate.right() - 22, plate.center().y() - 7, 14, 14)
    if moved:
        paint_icon(painter, mark, "ph.arrow-down" if down else "ph.arrow-up", now.movtext)
    else:
        paint_icon(painter, mark, "ph.minus", now.text2)
    ink = now.movtext if moved else now.text2
    _right_aligned(painter, QRectF(plate.left() + 4, plate.top(), plate.width() - 32, tall), words, ink)


def draw_bar(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The bar at the right edge of a side."""
    painter.fillRect(QRectF(box.right() - BAR, box.top() + 3, BAR, box.height() - 6), colour)


def draw_disc(painter: QPainter, centre: QPointF, kind: ChangeKind, *, current: bool) -> None:
    """The disc of a change in the gutter; a ring of the accent tells the current one."""
    now = theme()
    name, colour = KIND_ICONS[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.base)
    painter.setPen(QPen(now.accent, 2) if current else QPen(now.line2, 1))
    painter.drawEllipse(centre, DISC / 2 - 0.5, DISC / 2 - 0.5)
    painter.restore()
    paint_icon(painter, QRectF(centre.x() - 7, centre.y() - 7, 14, 14), name, now.colour(colour))


def draw_fold(
    painter: QPainter, columns: Columns, box: QRectF, fold: Fold, words: tuple[str, str], *, focused: bool
) -> None:
    """The line of a folded run: a caret, how many, which."""
    now = theme()
    painter.fillRect(box, now.hover if focused else now.pane)
    for y in (box.top(), box.bottom() - 1):
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), now.line)
    head, tail = words
    strong = font("secondary")
    strong.setWeight(strong.Weight.DemiBold)
    plain = font("secondary")
    head_width, tail_width = text_width(head, strong) + 2, text_width(tail, plain) + 2
    # The words stand around the middle of the gutter, where the eye goes from one change to the next.
    right = columns.gutter_left + 28 + (head_width + 30) * 0.62
    right = min(max(right, box.left() + head_width + tail_width + 48), box.right() - 8)
    caret = "ph.caret-up" if fold.opened else "ph.caret-down"
    paint_icon(painter, QRectF(right - 14, box.center().y() - 7, 14, 14), caret, now.text2)
    right -= 26
    painter.setFont(strong)
    _right_aligned(
        painter, QRectF(right - head_width, box.top(), head_width, box.height()), head, now.text, strong=True
    )
    right -= head_width + 12
    room = min(tail_width, right - box.left() - 8)
    _right_aligned(painter, QRectF(right - room, box.top(), room, box.height()), tail, now.text2)


def draw_ribbon(painter: QPainter, columns: Columns, left_box: QRectF, right_box: QRectF) -> None:
    """The ribbon from where a provision left (right of the gutter) to where it arrived (left of it)."""
    now = theme()
    x1, x2 = float(columns.old_left), float(columns.gutter_left)
    middle = (x1 + x2) / 2
    top1, bottom1 = right_box.top() + 3, right_box.bottom() - 3
    top2, bottom2 = left_box.top() + 3, left_box.bottom() - 3
    path = QPainterPath(QPointF(x1, top1))
    path.cubicTo(QPointF(middle, top1), QPointF(middle, top2), QPointF(x2, top2))
    path.lineTo(x2, bottom2)
    path.cubicTo(QPointF(middle, bottom2), QPointF(middle, bottom1), QPointF(x1, bottom1))
    path.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.movbg)
    painter.setPen(QPen(now.movline, 1))
    painter.drawPath(path)
    painter.restore()


def draw_tag(painter: QPainter, right: float, top: float, words: str) -> None:
    """The tag of a stale reference, its right edge at `right`, 20 high."""
    now, which = theme(), font("header")
    which.setWeight(which.Weight.Medium)
    width = text_width(words, which)
    box = QRectF(right - width - 34, top, width + 34, 20)
    fill_rounded(painter, box, now.warnbg, RADIUS_CHIP)
    paint_icon(painter, QRectF(box.right() - 20, box.top() + 3, 14, 14), "ph.warning", now.warn)
    painter.setFont(which)
    painter.setPen(now.warn)
    painter.setLayoutDirection(page_direction())
    flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
    painter.drawText(box.adjusted(4, -1, -26, -1), flags, words)


def page_direction() -> Qt.LayoutDirection:
    """How words of the program run. The columns never change sides; a sentence in English still starts left."""
    return Qt.LayoutDirection.RightToLeft if right_to_left() else Qt.LayoutDirection.LeftToRight


def _right_aligned(painter: QPainter, box: QRectF, words: str, ink: QColor, *, strong: bool = False) -> None:
    which = font("secondary")
    if strong:
        which.setWeight(which.Weight.DemiBold)
    painter.setFont(which)
    painter.setPen(ink)
    painter.setLayoutDirection(page_direction())
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()) + 1)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(box.adjusted(0, -1, 0, -1), int(flags), shown)
