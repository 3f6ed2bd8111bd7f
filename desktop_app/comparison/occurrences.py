"""Finds the likely places of a quote in ranges of a flat text (see `folding`).

An index of words makes the search fast for texts of any length. Offsets are code points of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz import fuzz

from desktop_app.comparison.folding import bare
from desktop_app.comparison.result import Range

_WORD: Final = re.compile("[\\w\u200c]+")
#: Number of the quote's rarest words that are used, and the maximum frequency of such a word.
_RAREST: Final = 12
_TOO_MANY: Final = 200
_MAX_WINDOWS: Final = 12


def words_of(flat_text: str, start: int = 0, end: int | None = None) -> list[tuple[str, Range]]:
    """Returns the words of a flat text, folded for comparison, with their ranges."""
    last = len(flat_text) if end is None else end
    return [(bare(found.group()), found.span()) for found in _WORD.finditer(flat_text, start, last)]


class Occurrences:
    """An index of the words in some ranges of a flat text."""

    def __init__(self, flat_text: str, stretches: Iterable[Range]) -> None:
        self._text = flat_text
        self._places: list[Range] = []
        self._of_word: dict[str, list[int]] = {}
        for start, end in stretches:
            for word, place in words_of(flat_text, start, end):
                self._of_word.setdefault(word, []).append(len(self._places))
                self._places.append(place)

    def similar_places(self, quote: str, floor: float) -> list[tuple[float, Range]]:
        """Returns the places similar to `quote` (also flat), with a similarity of at least `floor` (0 to 100).

        Places cover whole words and are in no particular order.
        """
        found: dict[Range, float] = {}
        for start, end in self._windows(quote):
            for place, likeness in _in_window(quote, self._text, start, end, floor):
                found[place] = max(likeness, found.get(place, 0.0))
        return [(likeness, place) for place, likeness in found.items()]

    def _windows(self, quote: str) -> list[Range]:
        """Returns ranges that contain enough of the quote's rare words at about the same distances."""
        words = [word for word, _place in words_of(quote)]
        known = sorted(
            (len(self._of_word[word]), at, word) for at, word in enumerate(words) if word in self._of_word
        )
        rare = known[:_RAREST]
        width = max(3, len(words) // 2)
        votes: Counter[int] = Counter()
        for count, at, word in rare:
            if count <= _TOO_MANY or len(rare) == 1:
                votes.update({(number - at) // width for number in self._of_word[word][:_TOO_MANY]})
        # A quote on the boundary of two buckets votes for both.
        needed = max(1, (min(len(words), _RAREST) + 3) // 4)
        best = [bucket for bucket, n in votes.most_common(_MAX_WINDOWS) if n + votes[bucket + 1] >= needed]
        return [window for bucket in best for window in self._windows_from(bucket * width, len(words), width)]

    def _windows_from(self, first: int, length: int, width: int) -> Iterator[Range]:
        """Yields the ranges of the indexed words from `first` on that a quote of `length` words can cover."""
        first = min(max(first, 0), len(self._places) - 1)
        places = self._places[first : min(first + length + width, len(self._places) - 1) + 1]
        # Indexed ranges may be far apart: a window is no longer than what the quote can cover, and another one begins
        # behind a wider gap.
        widest = 3 * sum(end - start + 1 for start, end in places) + 64
        start, reached = places[0]
        for begin, end in places[1:]:
            if begin - reached > widest:
                yield start, min(reached, start + widest)
                start = begin
            reached = end
        yield start, min(reached, start + widest)


def _in_window(quote: str, text: str, start: int, end: int, floor: float) -> list[tuple[Range, float]]:
    """Returns all exact occurrences in the window, or else the most similar place."""
    room = len(quote) // 4 + 8
    first, last = max(0, start - room), min(len(text), end + room)
    window = text[first:last]
    places: list[tuple[Range, float]] = []
    at = window.find(quote)
    while at != -1 and len(places) < _MAX_WINDOWS:
        if to_words(window, at, at + len(quote)) == (at, at + len(quote)):
            places.append(((first + at, first + at + len(quote)), 100.0))
        at = window.find(quote, at + 1)
    if places or len(window) < len(quote) // 2:
        return places
    alignment = fuzz.partial_ratio_alignment(quote, window, score_cutoff=floor)
    if alignment is None:
        return []
    begin, stop = to_words(window, alignment.dest_start, alignment.dest_end)
    if begin >= stop:
        return []
    likeness = fuzz.ratio(quote, window[begin:stop])
    return [((first + begin, first + stop), likeness)] if likeness >= floor else []


def to_words(text: str, start: int, end: int) -> Range:
    """Extends `[start, end)` to whole words and strips white space at its ends."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
