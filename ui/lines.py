"""A cache of laid-out single lines of text, since shaping Persian text dominates the time to paint a list.

The cache key has text, font, direction, available width and marks; so another theme, font or language gives
other entries. It is a limited LRU cache.
"""

from __future__ import annotations

import atexit
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop_app.persian.joined_numbers import for_display
from ui.theme import appearance
from ui.theme_tokens import Face

#: Maximum number of entries, enough for several screens of a list.
MOST_KEPT: Final = 1024
#: Longer text is not laid out completely to determine its width.
_SHORT: Final = 60
#: Number of extra characters laid out beyond a cut, since joining cannot affect text farther away.
_BEYOND: Final = 8
_ELLIPSIS: Final = "…"
#: Start and end offsets in code points.
Ranges = Sequence[tuple[int, int]]
_Key = tuple[str, str, bool, float, tuple[tuple[int, int], ...], int]
_UNBOUNDED: Final = -1.0
_ENDLESS: Final = 100_000


class PaintedLine:
    """A laid-out line; `width` and `height` in logical pixels."""

    __slots__ = ("_layout", "height", "width")

    def __init__(self, shown: str, which: QFont, rtl: bool, formats: list[QTextLayout.FormatRange]) -> None:
        layout = QTextLayout(shown, which)
        layout.setTextOption(_option(rtl))
        if formats:
            layout.setFormats(formats)
        # Otherwise it would be laid out again at each painting.
        layout.setCacheEnabled(True)
        layout.beginLayout()
        made = layout.createLine()
        made.setLineWidth(_ENDLESS)
        layout.endLayout()
        self._layout = layout
        # `height()` is rounded to whole pixels, which would differ from `QPainter.drawText` at 150 %.
        self.width, self.height = made.horizontalAdvance(), made.ascent() + made.descent()

    def draw(self, painter: QPainter, rect: QRectF, side: float) -> None:
        """Draws the line with the pen of the painter, vertically centred in `rect` and clipped to it.

        `side` is the share of the free width at its left, 0 to 1.
        """
        place = QPointF(
            rect.x() + (rect.width() - self.width) * side, rect.y() + (rect.height() - self.height) / 2
        )
        if self.width <= rect.width() and self.height <= rect.height():
            self._layout.draw(painter, place)
            return
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        self._layout.draw(painter, place)
        painter.restore()


@cache
def _option(rtl: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return option


_cache: OrderedDict[_Key, PaintedLine] = OrderedDict()


def line_of(
    text: str, face: Face, rtl: bool, room: float, marks: Ranges = (), ground: QColor | None = None
) -> PaintedLine:
    """Returns the line of `text` (without line ends) for a width of `room`, elided if it is longer.

    `ground` is the background of `marks`, which end before the ellipsis.
    """
    which, name = face
    if not marks and len(text) <= _SHORT:
        whole = (name, text, rtl, _UNBOUNDED, (), 0)
        plain = _found(whole) or _keep(whole, PaintedLine(for_display(text)[0], which, rtl, []))
        if plain.width <= room:
            return plain
    ink = ground.rgba() if marks and ground is not None else 0
    key = (name, text, rtl, room, tuple(marks), ink)
    line = _found(key)
    if line is None:
        text, marks = for_display(text, marks)
        shown = _cut(text, which, room)
        formats = _formats(shown, text, marks, ground) if marks and ground is not None else []
        line = _keep(key, PaintedLine(shown, which, rtl, formats))
    return line


def forget_lines() -> None:
    """Clears the cache."""
    _cache.clear()


def utf16_units(text: str) -> int:
    """The length of `text` in UTF-16 units, as used by Qt; a character outside the BMP has two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, units: int) -> int:
    """The number of code points in the first `units` UTF-16 units of `text`."""
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "surrogatepass"))


def _found(key: _Key) -> PaintedLine | None:
    line = _cache.get(key)
    if line is not None:
        _cache.move_to_end(key)
    return line


def _keep(key: _Key, line: PaintedLine) -> PaintedLine:
    _cache[key] = line
    if len(_cache) > MOST_KEPT:
        _cache.popitem(last=False)
    return line


def _cut(text: str, which: QFont, room: float) -> str:
    """Elides the text to the available width, as Qt does."""
    metrics = QFontMetricsF(which)
    # Measure only as much of a long text as certainly exceeds the width.
    enough = int(room / 4) + 3 * _BEYOND
    if len(text) > enough:
        shown = metrics.elidedText(text[:enough], Qt.TextElideMode.ElideRight, room + 0.5)
        if shown.endswith(_ELLIPSIS) and len(shown) < enough - _BEYOND:
            return shown
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 0.5)


def _formats(shown: str, text: str, marks: Ranges, ground: QColor) -> list[QTextLayout.FormatRange]:
    kept = len(shown) if shown == text else len(shown) - 1
    formats = []
    for start, end in marks:
        if start >= kept:
            break
        piece = QTextLayout.FormatRange()
        # Qt uses offsets in UTF-16 units.
        piece.start = utf16_units(shown[:start])
        piece.length = utf16_units(shown[start : min(end, kept)])
        piece.format.setBackground(ground)
        formats.append(piece)
    return formats


appearance().theme_changed.connect(forget_lines)
# Layouts must not outlive the application that owns their fonts.
atexit.register(forget_lines)
