"""Estimates how many lines texts need at a width, without laying them out: word widths are cached and added.

Laying out ten thousand texts to get their heights takes seconds. The estimate equals the real line count except for
rare words that break inside. The painter reports the real count with `correct`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtGui import QFont, QFontMetricsF

#: The maximum number of cached word widths, which limits the memory.
_MOST_WORDS = 200_000


class TextHeights:
    """Line counts of texts in one font at one width, in pixels."""

    def __init__(self) -> None:
        self._words: dict[str, float] = {}
        self._counts: dict[str, int] = {}
        self._font = QFont()
        self._metrics = QFontMetricsF(self._font)
        self._space = self._width = 0.0

    def prepare(self, font: QFont, width: float) -> None:
        """Sets font and width, and drops the cached values that depend on a changed one."""
        if font != self._font:
            self._font, self._metrics = QFont(font), QFontMetricsF(font)
            self._words.clear()
            self._space = self._metrics.horizontalAdvance(" ")
            self._counts.clear()
        if width != self._width:
            self._width = width
            self._counts.clear()

    def lines(self, text: str) -> int:
        """Returns the number of lines that `text` needs."""
        found = self._counts.get(text)
        if found is None:
            found = self._counts[text] = sum(map(self._lines_of, text.split("\n")))
        return found

    def correct(self, text: str, lines: int) -> bool:
        """Stores the real line count of a text; returns whether it differs from the estimate."""
        differs = self.lines(text) != lines
        self._counts[text] = lines
        return differs

    def forget(self) -> None:
        """Clears all caches, after a change of the display scale."""
        self._words.clear()
        self._counts.clear()
        self._font = QFont()

    def _lines_of(self, paragraph: str) -> int:
        words, space, width = paragraph.split(" "), self._space, self._width
        known = self._words
        try:
            wide = [known[word] for word in words]
        except KeyError:
            wide = [known[word] if word in known else self._measure(word) for word in words]
        # Cumulative widths, each with its trailing space: a line holds the words whose sum fits into its width.
        reach = list(accumulate(one + space for one in wide))
        lines, begin, taken = 0, 0, 0.0
        while begin < len(words):
            behind = bisect_right(reach, taken + width + space, begin)
            if behind == begin:
                return self._lines_with_long_words(wide)
            lines, begin, taken = lines + 1, behind, reach[behind - 1]
        return lines

    def _lines_with_long_words(self, wide: Sequence[float]) -> int:
        """Does the same as `_lines_of`, where a word is wider than the line and continues on the next one."""
        space, width = self._space, self._width
        lines, used = 1, 0.0
        for one in wide:
            if used and used + space + one > width:
                lines, used = lines + 1, one
            else:
                used += (space if used else 0.0) + one
            if used > width > 0:
                lines, used = lines + int(used // width), used % width
        return lines

    def _measure(self, word: str) -> float:
        if len(self._words) >= _MOST_WORDS:
            self._words.clear()
        wide = self._words[word] = self._metrics.horizontalAdvance(word)
        return wide
