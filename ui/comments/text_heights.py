"""How many lines texts take at a width, without setting them: words are measured once and summed up.

Setting ten thousand texts only to learn their heights takes seconds. The sum is that of the lines that are then drawn
but for rare words that break inside; whoever draws tells the count that came out (`correct`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtGui import QFont, QFontMetricsF

#: Words whose width is kept; a text that has none in common with others would fill the memory.
_MOST_WORDS = 200_000


class TextHeights:
    """Line counts of texts in one font at one width."""

    def __init__(self) -> None:
        self._words: dict[str, float] = {}
        self._counts: dict[str, int] = {}
        self._font = QFont()
        self._metrics = QFontMetricsF(self._font)
        self._space = self._width = 0.0

    def prepare(self, font: QFont, width: float) -> None:
        """For this font and this width from now on; what is known for them stays."""
        if font != self._font:
            self._font, self._metrics = QFont(font), QFontMetricsF(font)
            self._words.clear()
            self._space = self._metrics.horizontalAdvance(" ")
            self._counts.clear()
        if width != self._width:
            self._width = width
            self._counts.clear()

    def lines(self, text: str) -> int:
        """How many lines `text` takes."""
        found = self._counts.get(text)
        if found is None:
            found = self._counts[text] = sum(map(self._lines_of, text.split("\n")))
        return found

    def correct(self, text: str, lines: int) -> bool:
        """What came out when it was set; whether that is another count than was told."""
        differs = self.lines(text) != lines
        self._counts[text] = lines
        return differs

    def forget(self) -> None:
        """Another scale: everything is measured anew."""
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
        # How far each word reaches, the space behind it too: a line holds as many as reach to its end.
        reach = list(accumulate(one + space for one in wide))
        lines, begin, taken = 0, 0, 0.0
        while begin < len(words):
            behind = bisect_right(reach, taken + width + space, begin)
            if behind == begin:
                return self._lines_with_long_words(wide)
            lines, begin, taken = lines + 1, behind, reach[behind - 1]
        return lines

    def _lines_with_long_words(self, wide: Sequence[float]) -> int:
        """As `_lines_of` where a word is wider than the line and goes on below."""
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
