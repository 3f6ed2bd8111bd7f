"""A selection in one side, in code points of its text. Without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.comparison.result import Range, SideName

#: A word may contain joiners («می‌رود») and marks on its letters.
_WORD: Final = re.compile(r"[^\W_](?:[\u200c\u200d\u0640\u064b-\u065f\u0670]*[^\W_]|[\u064b-\u065f\u0670])*")
#: What a selection keeps whole: a word, or a number with what divides it («۱۲٫۵», «۱۴۰۵/۰۹/۰۳»).
_UNIT: Final = re.compile(
    r"\d(?:[.,/:٫٬؍\-]?\d)*(?=[^\w]|$)"
    r"|[^\W_](?:[\u200c\u200d\u0640\u064b-\u065f\u0670\u06d6-\u06ed]*[^\W_]"
    r"|[\u0640\u064b-\u065f\u0670\u06d6-\u06ed])*"
)
_NEARBY: Final = 200


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A selection from its start (`anchor`) to its moving end (`caret`)."""

    side: SideName
    anchor: int
    caret: int
    #: Whether it may begin or end inside a word.
    exact: bool = False

    @property
    def range(self) -> Range:
        """The selected code points in ascending order."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret

    def to(self, caret: int) -> TextSelection:
        """Returns the selection with its end moved to `caret`."""
        return replace(self, caret=caret)

    def to_words(self, text: str) -> TextSelection:
        """Returns the selection with its ends moved outwards to whole words, unless it is exact or empty."""
        if self.exact or self.empty:
            return self
        start, end = whole_words(text, *self.range)
        anchor, caret = (start, end) if self.anchor <= self.caret else (end, start)
        return replace(self, anchor=anchor, caret=caret)


def whole_words(text: str, start: int, end: int) -> Range:
    """Returns code points `[start, end)` with both ends moved outwards to the ends of words and numbers."""
    first = max(start - _NEARBY, 0)
    for match in _UNIT.finditer(text, first, min(end + _NEARBY, len(text))):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
    return start, end


def word_at(text: str, offset: int) -> Range:
    """Returns the word at a code point, or the single character if there is none."""
    start = max(offset - _NEARBY, 0)
    for match in _WORD.finditer(text, start, min(offset + _NEARBY, len(text))):
        if match.start() <= offset < match.end():
            return match.span()
    return offset, min(offset + 1, len(text))


def moved_caret(text: str, caret: int, by: int, *, words: bool) -> int:
    """Returns the caret moved by `by` characters (or words), clamped to the text."""
    if not words:
        return min(max(caret + by, 0), len(text))
    if by > 0:
        match = _WORD.search(text, caret)
        return match.end() if match else len(text)
    starts = [match.start() for match in _WORD.finditer(text, max(caret - _NEARBY, 0), caret)]
    return starts[-1] if starts else max(caret - 1, 0)
