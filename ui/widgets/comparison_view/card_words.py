"""Lays out the text of a card: the first lines of a message, as plain text, in the width of a card."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui.theme import font

CARD_WIDTH: Final = 180
CARD_PADDING: Final = 12
CARD_LINE: Final = 20
#: Flags of the text for `QPainter.drawText`.
WRAP: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute) | int(
    Qt.TextFlag.TextWordWrap
)
_LONGEST: Final = 600
_MOST_LINES: Final = 6


def shortened(words: str, width: float = CARD_WIDTH) -> str:
    """Returns the first lines of a message in a card of a width. Opening the thread shows all of it."""
    return _first_lines(" ".join(words[: _LONGEST + 1].split()), font("secondary"), width)


@lru_cache(maxsize=1024)
def words_height(words: str, width: float = CARD_WIDTH) -> float:
    """Returns the height of the shortened message."""
    return max(_height_of(shortened(words, width), font("secondary"), width), CARD_LINE)


def _height_of(words: str, which: QFont, width: float) -> float:
    room = QRectF(0, 0, width - 2 * CARD_PADDING, 4000)
    return QFontMetricsF(which).boundingRect(room, WRAP, words).height()


@lru_cache(maxsize=512)
def _first_lines(words: str, which: QFont, width: float) -> str:
    most = _MOST_LINES * QFontMetricsF(which).lineSpacing() + 1
    if len(words) <= _LONGEST and _height_of(words, which, width) <= most:
        return words
    low, high = 0, min(len(words), _LONGEST)
    while low < high:
        middle = (low + high + 1) // 2
        fits = _height_of(f"{words[:middle].rstrip()} …", which, width) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{words[:low].rstrip()} …"
