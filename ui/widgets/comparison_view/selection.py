"""A selection inside one side, in code points of its text. Without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.comparison.result import Range
from ui.widgets.comparison_view.rows import SideName

#: A word may have joiners inside («می‌رود») and marks on its letters.
_WORD: Final = re.compile(r"[^\W_](?:[\u200c\u200d\u0640\u064b-\u065f\u0670]*[^\W_]|[\u064b-\u065f\u0670])*")
_NEARBY: Final = 200


@dataclass(frozen=True, slots=True)
class TextSelection:
    """From where it began (`anchor`) to where it was drawn (`caret`)."""

    side: SideName
    anchor: int
    caret: int

    @property
    def range(self) -> Range:
        """The selected code points in order."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret

    def to(self, caret: int) -> TextSelection:
        """The same beginning, drawn to another place."""
        return replace(self, caret=caret)


def word_at(text: str, offset: int) -> Range:
    """The word at a code point; the character itself where there is none."""
    start = max(offset - _NEARBY, 0)
    for match in _WORD.finditer(text, start, min(offset + _NEARBY, len(text))):
        if match.start() <= offset < match.end():
            return match.span()
    return offset, min(offset + 1, len(text))


def moved_caret(text: str, caret: int, by: int, *, words: bool) -> int:
    """The caret `by` characters (or words) further on in the text, inside it."""
    if not words:
        return min(max(caret + by, 0), len(text))
    if by > 0:
        match = _WORD.search(text, caret)
        return match.end() if match else len(text)
    starts = [match.start() for match in _WORD.finditer(text, max(caret - _NEARBY, 0), caret)]
    return starts[-1] if starts else max(caret - 1, 0)
