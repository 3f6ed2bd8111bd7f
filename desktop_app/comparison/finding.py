"""Where words and marks stand in a text: to look for one after the other is quicker than for all by one pattern."""

from __future__ import annotations


def places_of(text: str, *words: str) -> list[int]:
    """Where any of `words` begins in `text`, in ascending order."""
    found: list[int] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    if len(words) > 1:
        found.sort()
    return found
