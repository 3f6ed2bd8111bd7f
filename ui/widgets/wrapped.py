"""Lays out text in several lines by hand.

In right-to-left text Qt's own wrapping starts each line but the last one space too far left, and cuts off its end.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from desktop_app.persian.joined_numbers import for_display
from ui.lines import utf16_units

_LINE_SEPARATOR = "\u2028"


def _wrapped(
    text: str,
    marks: Sequence[tuple[int, int]],
    which: QFont,
    width: float,
    option: QTextOption,
    ground: QColor | None,
) -> tuple[QTextLayout, float]:
    """Returns the lines of `text` in a column of `width` pixels, and their height.

    `ground` is drawn behind `marks`, in code points.
    """
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), which)
    layout.setTextOption(option)
    if marks and ground is not None:
        # Before the layout, which setting formats would reset.
        layout.setFormats([_ground_behind(text, start, end, ground) for start, end in marks])
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def draw_wrapped(
    painter: QPainter,
    rect: QRectF,
    text: str,
    which: QFont,
    colour: QColor,
    *,
    rtl: bool,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    marks: Sequence[tuple[int, int]] = (),
    ground: QColor | None = None,
) -> None:
    """Draws `text` wrapped at words; `align` may be centred, or name an absolute edge.

    `ground` is drawn behind `marks`, in code points.
    """
    flag = Qt.AlignmentFlag
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    across = align & (flag.AlignHCenter | flag.AlignLeft | flag.AlignRight)
    edge = across or (flag.AlignRight if rtl else flag.AlignLeft)
    option.setAlignment(edge | flag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout, height = _wrapped(*for_display(text, marks), which, rect.width(), option, ground)
    top = rect.top()
    if align & flag.AlignVCenter:
        top += max(rect.height() - height, 0) / 2
    elif align & flag.AlignBottom:
        top += max(rect.height() - height, 0)
    painter.setPen(colour)
    layout.draw(painter, QPointF(rect.left(), round(top)))


def _ground_behind(text: str, start: int, end: int, ground: QColor) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length = utf16_units(text[:start]), utf16_units(text[start:end])
    piece.format.setBackground(ground)
    return piece
