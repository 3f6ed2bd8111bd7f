"""Ranges of a text that are pieces of a quote, or compete for its place, in code points `[start, end)`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.comparison.result import Range

#: Pieces of a quote closer together than this belong together.
_NEAR: Final = 24


def largest(places: Sequence[Range], quote: int) -> list[Range]:
    """Returns the surviving pieces of a quote of `quote` code points, in order.

    If they are far apart (after a split, a move or an insertion), returns the largest cluster.
    """
    ordered = sorted(places)
    if ordered[-1][1] - ordered[0][0] <= 3 * quote + 40:
        return ordered
    clusters: list[list[Range]] = []
    for place in ordered:
        if clusters and place[0] - clusters[-1][-1][1] <= _NEAR:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    return max(clusters, key=length)


def length(places: Sequence[Range]) -> int:
    """Returns the total number of code points."""
    return sum(end - start for start, end in places)


def trimmed(text: str, start: int, end: int) -> Range:
    """Returns `[start, end)` of `text` without surrounding white space."""
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def meet(one: Range, other: Range) -> bool:
    """Returns whether two ranges overlap."""
    return one[0] < other[1] and other[0] < one[1]


def apart(rated: list[tuple[float, Range]]) -> list[tuple[float, Range]]:
    """Returns the best of each group of overlapping places. `rated` must be sorted, best first."""
    kept: list[tuple[float, Range]] = []
    for score, place in rated:
        if not any(meet(place, other) for _score, other in kept):
            kept.append((score, place))
    return kept
