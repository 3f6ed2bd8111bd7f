"""Finds words, characters and patterns in a text.

Searching words one by one is faster than one combined pattern.
"""

from __future__ import annotations

import re
from functools import cached_property


class LazyPattern:
    """A regular expression that is compiled on first use. A long one takes milliseconds, and few texts need all."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._source)


def places_of(text: str, *words: str) -> list[int]:
    """Returns the offsets of all occurrences of any of `words`, ascending."""
    found: list[int] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    if len(words) > 1:
        found.sort()
    return found
