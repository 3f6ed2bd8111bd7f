"""How often a text has each word: one that stands everywhere does not tell which place is meant."""

from __future__ import annotations

from collections import Counter
from typing import Final

from desktop_app.comparison.occurrences import words_of

#: Words of so few letters, and those that a text has so often, at least once in so many words, stand everywhere.
_SHORT: Final = 3
_OFTEN: Final = 5
_ONE_IN: Final = 300


class WordCounts:
    """The counts of the words of a flat text."""

    def __init__(self, flat_text: str) -> None:
        self._counts = Counter(word for word, _at in words_of(flat_text))
        self._total = self._counts.total()

    def stands_everywhere(self, word: str) -> bool:
        """Returns whether a word, folded as `words_of` does, is short or frequent."""
        count = self._counts[word]
        return len(word) <= _SHORT or (count >= _OFTEN and count * _ONE_IN >= self._total)
