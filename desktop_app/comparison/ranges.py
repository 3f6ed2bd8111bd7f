"""Ranges of a text that are pieces of a quote, or rivals for its place. Code points, `[start, end)`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.comparison.result import Range

#: Pieces of a quote that are no further apart lie together.
_NEAR: Final = 24


def largest(places: Sequence[Range], quote: int) -> list[Range]:
    """What is left of a quote of `quote` code points, in order; where the pieces were torn apart (a split, a move, a
    sentence put between them) those that lie together and are the most."""
    ordered = sorted(places)
    if ordered[-1][1] - ordered[0][0] <= 3 * quote + 40:
        return ordered
    heaps: list[list[Range]] = []
    for place in ordered:
        if heaps and place[0] - heaps[-1][-1][1] <= _NEAR:
            heaps[-1].append(place)
        else:
            heaps.append([place])
    return max(heaps, key=length)


def length(places: Sequence[Range]) -> int:
    """How many code points all of them hold."""
    return sum(end - start for start, end in places)


def trimmed(text: str, start: int, end: int) -> Range:
    """`[start, end)` of `text` without the white space at its ends."""
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def meet(one: Range, other: Range) -> bool:
    """Whether two ranges share a code point."""
    return one[0] < other[1] and other[0] < one[1]


def apart(rated: list[tuple[float, Range]]) -> list[tuple[float, Range]]:
    """The best of places that overlap: the same words with another beginning are no second place."""
    kept: list[tuple[float, Range]] = []
    for score, place in rated:
        if not any(meet(place, other) for _score, other in kept):
            kept.append((score, place))
    return kept
