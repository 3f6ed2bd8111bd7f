"""What delegates and painted widgets draw with: texts right in both directions, boxes, dots, key caps.

Positions are given as if the page were read from left to right ("leading" is left) inside `container`;
`Mirror` turns them round on a page that is read from right to left. Sizes in logical pixels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLayout

from ui.actions import key_label
from ui.theme import font, theme
from ui.theme_tokens import RADIUS_CHIP

KEY_HEIGHT = 18
#: Widths of words that were measured: so many, of words no longer than this.
_MOST_KEPT: Final = 4096
_LONGEST_KEPT: Final = 200
_widths: dict[tuple[str, str], float] = {}


@dataclass(frozen=True)
class Mirror:
    """Turns leading/trailing positions inside `container` into left/right ones."""

    container: QRectF
    right_to_left: bool

    @classmethod
    def of(cls, container: QRectF) -> Mirror:
        return cls(container, right_to_left())

    def place(self, rect: QRectF) -> QRectF:
        """`rect`, measured from the leading edge of the page, where it really stands."""
        if not self.right_to_left:
            return rect
        left = self.container.left() + self.container.right() - rect.right()
        return QRectF(left, rect.top(), rect.width(), rect.height())

    def at(
        self, offset: float, width: float, *, top: float | None = None, height: float | None = None
    ) -> QRectF:
        """A box `offset` from the leading edge, `width` wide, as high as the container unless told."""
        box = self.container
        top = box.top() if top is None else top
        height = box.height() if height is None else height
        return self.place(QRectF(box.left() + offset, top, width, height))


def set_margins(layout: QLayout, leading: int, top: int, trailing: int, bottom: int) -> None:
    """Contents margins by the direction of the page: Qt's own are left and right and are not mirrored."""
    if right_to_left():
        layout.setContentsMargins(trailing, top, leading, bottom)
    else:
        layout.setContentsMargins(leading, top, trailing, bottom)


def right_to_left() -> bool:
    """Whether the program is read from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def text_width(text: str, which: QFont) -> float:
    """The width of `text` in pixels."""
    # The same words are measured at each painting; joining Persian letters is what takes long.
    if len(text) > _LONGEST_KEPT:
        return QFontMetricsF(which).horizontalAdvance(text)
    known = which.key(), text
    width = _widths.get(known)
    if width is None:
        if len(_widths) >= _MOST_KEPT:
            _widths.clear()
        width = _widths[known] = QFontMetricsF(which).horizontalAdvance(text)
    return width


def reads_right_to_left(text: str) -> bool:
    """The direction in which `text` runs. On a Persian page everything runs from right to left, whatever it begins
    with; on an English page its first letter decides, so that a citizen's Persian keeps its punctuation."""
    if right_to_left():
        return True
    strong = (unicodedata.bidirectional(character) for character in text[:200])
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    which: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> float:
    """One line of `text`, cut with an ellipsis at its end, vertically centred; returns the width drawn.

    `align`: AlignLeading (the leading edge of the page), AlignTrailing or AlignHCenter.
    """
    painter.setFont(which)
    painter.setPen(colour)
    line = " ".join(text[:400].split("\n"))
    rtl = reads_right_to_left(line)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    shown, width = line, text_width(line, which)
    if width > rect.width():
        shown = QFontMetricsF(which).elidedText(line, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        width = text_width(shown, which)
    painter.drawText(rect, _one_line(align, right_to_left()), shown)
    return min(width, rect.width())


def draw_marked_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    ranges: Sequence[tuple[int, int]],
    which: QFont,
    colour: QColor,
    ground: QColor,
) -> float:
    """As `draw_text` at the leading edge, with a ground behind ranges of `text`, code points; what the ellipsis cuts
    off is not marked."""
    if not ranges:
        return draw_text(painter, rect, text, which, colour)
    line = " ".join(text[:400].split("\n"))
    shown = QFontMetricsF(which).elidedText(line, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    kept = len(shown) if shown == line else len(shown) - 1
    layout = QTextLayout(shown, which)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    rtl = reads_right_to_left(line)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    formats = []
    for start, end in ranges:
        if start >= kept:
            break
        piece = QTextLayout.FormatRange()
        # Qt counts in UTF-16 units.
        piece.start = utf16_units(shown[:start])
        piece.length = utf16_units(shown[start : min(end, kept)])
        piece.format.setBackground(ground)
        formats.append(piece)
    layout.setFormats(formats)
    layout.beginLayout()
    made = layout.createLine()
    made.setLineWidth(100_000)
    layout.endLayout()
    width = min(made.naturalTextWidth(), rect.width())
    left = rect.right() - width if right_to_left() else rect.left()
    painter.setPen(colour)
    offset = made.naturalTextRect().left()
    layout.draw(painter, QPointF(left - offset, rect.center().y() - made.height() / 2))
    return width


def utf16_units(text: str) -> int:
    """How long `text` is as Qt counts: a letter outside the basic plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _one_line(align: Qt.AlignmentFlag, rtl: bool) -> int:
    """How one line stands in its box, in Qt's flags. Kept: flags of Python are put together slowly, and a frame asks
    for each word of a list."""
    flag = Qt.AlignmentFlag
    if align & flag.AlignHCenter:
        absolute = flag.AlignHCenter
    else:
        trailing = bool(align & flag.AlignTrailing)
        absolute = (flag.AlignLeft if rtl == trailing else flag.AlignRight) | flag.AlignAbsolute
    return int(absolute) | int(flag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


def fill_rounded(
    painter: QPainter,
    rect: QRectF,
    ground: QColor | None,
    radius: float,
    border: QColor | None = None,
    width: float = 1,
) -> None:
    """A box with rounded corners; the border lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(ground) if ground is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(border, width))
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
    painter.restore()


def draw_dot(painter: QPainter, centre: QPointF, colour: QColor, diameter: float = 8) -> None:
    """A filled dot: unread, connected."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, diameter / 2, diameter / 2)
    painter.restore()


def hairline(painter: QPainter, rect: QRectF, *, top: bool = False, colour: QColor | None = None) -> None:
    """A line of one pixel at the bottom (or top) edge inside `rect`."""
    y = rect.top() if top else rect.bottom() - 1
    painter.fillRect(QRectF(rect.left(), y, rect.width(), 1), colour or theme().line)


def key_cap_width(key: str) -> float:
    """The width of the key cap of a shortcut (`Ctrl+K`)."""
    return max(text_width(key_label(key), font("key")) + 10, KEY_HEIGHT)


def draw_key_cap(painter: QPainter, rect: QRectF, key: str, colour: QColor, border: QColor) -> None:
    """A key cap in the middle of `rect`, as wide as `key_cap_width` and 18 high."""
    width = key_cap_width(key)
    box = QRectF(rect.center().x() - width / 2, rect.center().y() - KEY_HEIGHT / 2, width, KEY_HEIGHT)
    box.moveTopLeft(QPointF(round(box.left()), round(box.top())))
    fill_rounded(painter, box, None, RADIUS_CHIP, border)
    painter.save()
    painter.setFont(font("key"))
    painter.setPen(colour)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key_label(key))
    painter.restore()
