"""Which provisions moved: all but those of the order that keeps the most words in place."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

#: Words by which the order kept must be heavier than one that keeps another provision; else it is a tie.
_MARGIN: Final = 3


class _Highest:
    """Highest value among the first n places, as values are raised (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._values = [0] * (size + 1)

    def raise_to(self, place: int, value: int) -> None:
        place += 1
        while place < len(self._values):
            self._values[place] = max(self._values[place], value)
            place += place & -place

    def among(self, count: int) -> int:
        highest = 0
        while count:
            highest = max(highest, self._values[count])
            count -= count & -count
        return highest


def moved(places: Sequence[int], weights: Sequence[int]) -> list[bool | None]:
    """For each provision, in the order of NEW, whether it moved; None where another order is about as heavy.

    `places` are ranks in OLD, all different; `weights` words.
    """
    ahead = _through(places, weights)
    last = len(places) - 1
    behind = _through([last - place for place in reversed(places)], list(reversed(weights)))[::-1]
    whole = [a + b - weight for a, b, weight in zip(ahead, behind, weights, strict=True)]
    best = max(whole, default=0)
    on_best = [total == best for total in whole]
    near = [not best_one and total >= best - _MARGIN for best_one, total in zip(on_best, whole, strict=True)]
    ties = _crossed(places, on_best) | {n for n, close in enumerate(near) if close}
    tied = [n for n in ties if near[n]]
    for n in tied:
        ties |= {m for m, one in enumerate(on_best) if one and (m < n) != (places[m] < places[n])}
    return [None if n in ties else not kept for n, kept in enumerate(on_best)]


def _through(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Weight of the heaviest rising run that ends with each."""
    highest = _Highest(len(places))
    made = []
    for place, weight in zip(places, weights, strict=True):
        value = highest.among(place) + weight
        highest.raise_to(place, value)
        made.append(value)
    return made


def _crossed(places: Sequence[int], on_best: Sequence[bool]) -> set[int]:
    """Those of several equally heavy orders that exclude one another."""
    chosen = [n for n, one in enumerate(on_best) if one]
    crossed: set[int] = set()
    for earlier, later in itertools.pairwise(chosen):
        if places[earlier] > places[later]:
            crossed |= {earlier, later}
    return crossed
