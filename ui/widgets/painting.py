"""Drawing functions for delegates and painted widgets: bidirectional texts, boxes, dots, key caps.

Positions are given as on a left-to-right page ("leading" is left) inside `container`; `Mirror` mirrors them on a
right-to-left page. Sizes are in logical pixels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QLayout

from desktop_app.persian.joined_numbers import shown_digits
from ui.actions import key_label
from ui.lines import line_of
from ui.theme import font, theme
from ui.theme_tokens import RADIUS_CHIP, Face

KEY_HEIGHT = 18
_LEADING: Final = Qt.AlignmentFlag.AlignLeading
#: The size of the cache of text widths, and the longest text in it, in code points.
_MOST_KEPT: Final = 4096
_LONGEST_KEPT: Final = 200
_widths: dict[tuple[str, str], float] = {}


class Mirror(NamedTuple):
    """Converts leading/trailing positions inside `container` to left/right ones."""

    container: QRectF
    right_to_left: bool

    @classmethod
    def of(cls, container: QRectF) -> Mirror:
        return cls(container, right_to_left())

    def place(self, rect: QRectF) -> QRectF:
        """Returns the actual place of `rect`, which is measured from the leading edge."""
        if not self.right_to_left:
            return rect
        left = self.container.left() + self.container.right() - rect.right()
        return QRectF(left, rect.top(), rect.width(), rect.height())

    def at(
        self, offset: float, width: float, *, top: float | None = None, height: float | None = None
    ) -> QRectF:
        """Returns a box `offset` from the leading edge, `width` wide, by default as high as the container."""
        box = self.container
        left = box.right() - offset - width if self.right_to_left else box.left() + offset
        top = box.top() if top is None else top
        return QRectF(left, top, width, box.height() if height is None else height)


def set_margins(layout: QLayout, leading: int, top: int, trailing: int, bottom: int) -> None:
    """Sets contents margins by the direction of the page; Qt's own are left and right and are not mirrored."""
    if right_to_left():
        layout.setContentsMargins(trailing, top, leading, bottom)
    else:
        layout.setContentsMargins(leading, top, trailing, bottom)


def right_to_left() -> bool:
    """Whether the program's language is read from right to left."""
    return QGuiApplication.isRightToLeft()


def text_width(text: str, which: QFont | Face) -> float:
    """Returns the width of `text` in pixels, with the digits that are drawn."""
    face = which if isinstance(which, Face) else Face.of(which)
    # The same words are measured at each paint event, and shaping Persian letters is slow.
    if len(text) > _LONGEST_KEPT:
        return QFontMetricsF(face.font).horizontalAdvance(shown_digits(text))
    known = face.name, text
    width = _widths.get(known)
    if width is None:
        if len(_widths) >= _MOST_KEPT:
            _widths.clear()
        width = _widths[known] = QFontMetricsF(face.font).horizontalAdvance(shown_digits(text))
    return width


def reads_right_to_left(text: str) -> bool:
    """Whether `text` runs from right to left.

    On a Persian page all text does. On an English page its first strong letter decides, so that a citizen's Persian
    text keeps its punctuation.
    """
    if right_to_left():
        return True
    strong = (unicodedata.bidirectional(character) for character in text[:200])
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    which: QFont | Face,
    colour: QColor,
    align: Qt.AlignmentFlag = _LEADING,
) -> float:
    """Draws one line of `text`, elided at its end, vertically centred; returns the drawn width.

    `align`: AlignLeading (the leading edge of the page), AlignTrailing or AlignHCenter.
    """
    return draw_marked_text(painter, rect, text, (), which, colour, colour, align)


def draw_marked_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    ranges: Sequence[tuple[int, int]],
    which: QFont | Face,
    colour: QColor,
    ground: QColor,
    align: Qt.AlignmentFlag = _LEADING,
) -> float:
    """Draws as `draw_text`, with a background behind ranges of `text`, in code points; elided parts stay unmarked."""
    face = which if isinstance(which, Face) else Face.of(which)
    words, room, rtl = text[:400].replace("\n", " ").rstrip(), rect.width(), right_to_left()
    line = line_of(words, face, rtl or reads_right_to_left(words), room, ranges, ground)
    painter.setPen(colour)
    line.draw(painter, rect, float(rtl) if align is _LEADING else _side(align, rtl))
    return min(line.width, room)


def _side(align: Qt.AlignmentFlag, rtl: bool) -> float:
    """Returns the share of the free space that is left of the text."""
    if align & Qt.AlignmentFlag.AlignHCenter:
        return 0.5
    return 1.0 if rtl != bool(align & Qt.AlignmentFlag.AlignTrailing) else 0.0


def fill_rounded(
    painter: QPainter,
    rect: QRectF,
    ground: QColor | None,
    radius: float,
    border: QColor | None = None,
    width: float = 1,
) -> None:
    """Draws a box with rounded corners; the border is inside `rect`."""
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
    """Draws a filled dot: unread, connected."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, diameter / 2, diameter / 2)
    painter.restore()


def hairline(painter: QPainter, rect: QRectF, *, top: bool = False, colour: QColor | None = None) -> None:
    """Draws a line of one pixel at the bottom (or top) edge inside `rect`."""
    y = rect.top() if top else rect.bottom() - 1
    painter.fillRect(QRectF(rect.left(), y, rect.width(), 1), colour or theme().ink("line"))


def key_cap_width(key: str) -> float:
    """Returns the width of the key cap of a shortcut (`Ctrl+K`)."""
    return max(text_width(key_label(key), font("key")) + 10, KEY_HEIGHT)


def draw_key_cap(painter: QPainter, rect: QRectF, key: str, colour: QColor, border: QColor) -> None:
    """Draws a key cap in the middle of `rect`, `key_cap_width` wide and 18 pixels high."""
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
