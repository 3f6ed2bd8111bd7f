"""Paints everything around the text: block backgrounds, hatched sides, bars, discs, folds, ribbons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap

from desktop_app.wording import digits
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS_CHIP
from ui.widgets.comparison_view.changes import ChangeKind
from ui.widgets.comparison_view.columns import PADDING_X, Columns
from ui.widgets.comparison_view.rows import Fold, UnchangedGap
from ui.widgets.comparison_view.tags import Tag, TagKind
from ui.widgets.painting import draw_text, fill_rounded, right_to_left, text_width

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
SMALL_DISC: Final = 16
WEIGHT: Final = 13
#: Icon, text colour and background colour of each kind of tag.
_TAGS: Final[dict[TagKind, tuple[str, str, str]]] = {
    "stale": ("ph.warning", "warn", "warnbg"),
    "split": ("ph.git-fork", "slate", "slatebg"),
    "merged": ("ph.git-merge", "slate", "slatebg"),
    "uncertain": ("ph.question", "warn", "warnbg"),
}
BAR: Final = 3
_PLATE: Final = 24


def draw_hatch(painter: QPainter, box: QRectF) -> None:
    """Fills a side without the provision. A tiled pixmap is several times faster than a brush with a pattern."""
    now = theme()
    ratio = painter.device().devicePixelRatioF()
    painter.drawTiledPixmap(box, _hatch(now.line.rgba(), now.base.rgba(), ratio))


@lru_cache(maxsize=8)
def _hatch(line: int, ground: int, ratio: float) -> QPixmap:
    """Returns a tile of the hatch: diagonals of one pixel, 8 pixels apart."""
    side = round(8 * 8 * ratio)
    made = QPixmap(side, side)
    made.fill(QColor.fromRgba(ground))
    painter = QPainter(made)
    brush = QBrush(QColor.fromRgba(line), Qt.BrushStyle.BDiagPattern)
    painter.fillRect(made.rect(), brush)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def draw_absent_note(painter: QPainter, box: QRectF, words: str, *, moved: bool, down: bool) -> None:
    """Draws the note on the hatched side, on a plate at its right."""
    if not words:
        return
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


def draw_caption(painter: QPainter, box: QRectF, words: str) -> None:
    """Draws the name of a part beside the body above its text."""
    paint_icon(painter, QRectF(box.right() - 14, box.center().y() - 7, 14, 14), "ph.note", theme().text2)
    _right_aligned(painter, box.adjusted(0, 0, -20, 0), words, theme().text2, strong=True)


def draw_bar(
    painter: QPainter, box: QRectF, colour: QColor, *, begins: bool = True, ends: bool = True
) -> None:
    """Draws the bar at the right edge of a side, without a break if the provision continues above or below."""
    top, bottom = box.top() + (3 if begins else 0), box.bottom() - (3 if ends else 0)
    painter.fillRect(QRectF(box.right() - BAR, top, BAR, bottom - top), colour)


def draw_disc(
    painter: QPainter, centre: QPointF, kind: ChangeKind, *, current: bool, small: bool = False
) -> None:
    """Draws the disc of a change in the gutter, with an accent ring if it is current.

    A small disc marks a further part of the same change.
    """
    now = theme()
    name, colour = KIND_ICONS[kind]
    across, glyph = (SMALL_DISC, 5) if small else (DISC, 7)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.base)
    painter.setPen(QPen(now.accent, 2) if current and not small else QPen(now.line2, 1))
    painter.drawEllipse(centre, across / 2 - 0.5, across / 2 - 0.5)
    painter.restore()
    box = QRectF(centre.x() - glyph, centre.y() - glyph, 2 * glyph, 2 * glyph)
    paint_icon(painter, box, name, now.colour(colour))


def draw_weight(painter: QPainter, centre: QPointF) -> None:
    """Draws the `!` at the upper left of the disc of a weighty change."""
    now, which = theme(), font("key", bold=True)
    at = QPointF(centre.x() - 10, centre.y() - 9)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(now.warnbg)
    painter.setPen(QPen(now.warnline, 1))
    painter.drawEllipse(at, WEIGHT / 2, WEIGHT / 2)
    painter.setFont(which)
    painter.setPen(now.warn)
    box = QRectF(at.x() - WEIGHT / 2, at.y() - WEIGHT / 2, WEIGHT, WEIGHT)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "!")
    painter.restore()


def draw_thread(painter: QPainter, x: float, top: float, bottom: float) -> None:
    """Draws the line in the gutter that connects the parts of one change."""
    painter.fillRect(QRectF(x - 1, top, 2, max(bottom - top, 0)), theme().line2)


def draw_fold(
    painter: QPainter, columns: Columns, box: QRectF, fold: Fold, words: tuple[str, str], *, focused: bool
) -> None:
    """Draws the line of a fold: a caret, the number of provisions, and which ones."""
    now = theme()
    painter.fillRect(box, now.hover if focused else now.movsoft if fold.moved else now.pane)
    for y in (box.top(), box.bottom() - 1):
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), now.line)
    head, tail = words
    strong = font("secondary")
    strong.setWeight(strong.Weight.DemiBold)
    plain = font("secondary")
    head_width, tail_width = text_width(head, strong) + 2, text_width(tail, plain) + 2
    # Centred around the gutter, where the eye moves from change to change.
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


def draw_gap(painter: QPainter, box: QRectF, gap: UnchangedGap, words: str, *, focused: bool) -> None:
    """Draws the line on one side that replaces collapsed text."""
    now, which = theme(), font("secondary")
    ground = box.adjusted(PADDING_X - 8, 3, 8 - PADDING_X, -3)
    if focused:
        fill_rounded(painter, ground, now.hover, RADIUS_CHIP, now.accent)
    middle = round(box.center().y())
    width = min(text_width(words, which) + 28, ground.width())
    right = box.right() - PADDING_X
    painter.save()
    painter.setPen(QPen(now.line2, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(ground.left() + 8, middle), QPointF(right - width - 6, middle))
    painter.restore()
    caret = "ph.caret-up" if gap.opened else "ph.caret-down"
    paint_icon(painter, QRectF(right - 14, middle - 7, 14, 14), caret, now.text3)
    _right_aligned(painter, QRectF(right - width, box.top(), width - 20, box.height()), words, now.text2)


def draw_grid(painter: QPainter, area: QRectF, cells: Sequence[tuple[float, float]]) -> None:
    """Draws the grid of a table row. `area` is that of its text, from edge to edge.

    The bottom line coincides with the top line of the next row.
    """
    line = theme().line2
    for y in (area.top(), area.bottom()):
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), line)
    for x in (*(left for left, _ in cells), area.width() - 1):
        painter.fillRect(QRectF(area.left() + x, area.top(), 1, area.height()), line)


def placed_tags(
    right: float, room: float, top: float, found: Sequence[Tag]
) -> list[tuple[QRectF, Tag, str | None]]:
    """Places tags below the text of a row, from `right` on and 20 pixels high.

    If `room` is too small for all of them, the last one has the number of the rest as its text.
    """
    which = _tag_font()
    placed: list[tuple[QRectF, Tag, str | None]] = []
    at = right
    for number, tag in enumerate(found):
        width = text_width(tag.words, which) + 34
        rest = len(found) - number - 1
        if at - width < right - room + (44 if rest else 0) and number:
            placed.append((QRectF(at - 36, top, 36, 20), tag, f"+{digits(rest + 1)}"))
            break
        placed.append((QRectF(at - min(width, room), top, min(width, room), 20), tag, None))
        at -= width + 6
    return placed


def draw_tags(painter: QPainter, right: float, room: float, top: float, found: Sequence[Tag]) -> None:
    """Draws tags where `placed_tags` places them."""
    for box, tag, rest in placed_tags(right, room, top, found):
        _draw_tag(painter, box, tag, _tag_font(), rest or tag.words, icon=rest is None)


def _tag_font() -> QFont:
    which = font("header")
    which.setWeight(which.Weight.Medium)
    return which


def _draw_tag(painter: QPainter, box: QRectF, tag: Tag, which: QFont, words: str, *, icon: bool) -> None:
    now = theme()
    name, ink, ground = _TAGS[tag.kind]
    fill_rounded(painter, box, now.colour(ground), RADIUS_CHIP)
    painter.setFont(which)
    painter.setPen(now.colour(ink))
    painter.setLayoutDirection(page_direction())
    if icon:
        paint_icon(painter, QRectF(box.right() - 20, box.top() + 3, 14, 14), name, now.colour(ink))
    flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()) - 28)
    painter.drawText(box.adjusted(4, -1, -26 if icon else -8, -1), flags, shown if icon else words)


def page_direction() -> Qt.LayoutDirection:
    """Returns the text direction of the language in use. The columns themselves never change sides."""
    return Qt.LayoutDirection.RightToLeft if right_to_left() else Qt.LayoutDirection.LeftToRight


def _right_aligned(painter: QPainter, box: QRectF, words: str, ink: QColor, *, strong: bool = False) -> None:
    align = Qt.AlignmentFlag.AlignLeading if right_to_left() else Qt.AlignmentFlag.AlignTrailing
    draw_text(painter, box.adjusted(0, -1, 0, -1), words, font("secondary", bold=strong), ink, align)
