"""Measures how similar whole texts are by their letters, however their words were rearranged and added to.

The measure is the cosine of two profiles. A profile has the runs of four letters of a text; a run that is rare among
the texts has more weight. The texts are without spaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.integer]
    Weights = NDArray[np.float64]

#: Letters of a run, and the number of bits that stand for it.
_RUN: Final = 4
_BITS: Final = 18
#: Mixes the letters of a run.
_FACTOR: Final = np.uint32(0x9E3779B1)
#: A run that occurs more often than this distinguishes no text.
_COMMON: Final = 256
#: Products that are computed at once, to bound the memory.
_AT_ONCE: Final = 2_000_000


@dataclass(slots=True)
class Best:
    """For each text of one side: the most similar text of the other side, its cosine, and that of the second best."""

    partner: Numbers
    cosine: Weights
    second: Weights


class _Profiles(NamedTuple):
    """Entries of several texts, sorted by text: each run once a text, with its weight. Vectors have the length 1."""

    text: Numbers
    run: Numbers
    weight: Weights
    texts: int

    def of(self, places: Sequence[int]) -> _Profiles:
        """Returns the profiles of some texts, with places of their own."""
        at = np.full(self.texts, -1)
        at[list(places)] = np.arange(len(places))
        chosen = np.flatnonzero(at[self.text] >= 0)
        chosen = chosen[np.argsort(at[self.text[chosen]], kind="stable")]
        return _Profiles(at[self.text[chosen]], self.run[chosen], self.weight[chosen], len(places))


class Likeness:
    """The cosines of the texts of OLD and NEW. `others` only tell which runs are rare."""

    def __init__(self, old: Sequence[str], new: Sequence[str], others: Sequence[str]) -> None:
        sides = [_runs(old), _runs(new), _runs(others)]
        often = np.bincount(np.concatenate([runs for _text, runs in sides]), minlength=1 << _BITS)
        total = len(old) + len(new) + len(others)
        # The number of occurrences stands for the number of texts: a run is rarely twice in one.
        rarities = np.log(np.maximum(total / np.maximum(np.arange(_COMMON + 2), 1), 1.0))
        rarities[_COMMON + 1] = 0.0
        self._rarity: Weights = rarities[np.minimum(often, _COMMON + 1)]
        runs = np.concatenate([sides[0][1], sides[1][1]])
        #: The square of the weight of a run, on average.
        self._square = max(float(np.mean(self._rarity[runs] ** 2)) if len(runs) else 0.0, 1e-9)
        self._old = self._profiles(sides[0], len(old))
        self._new = self._profiles(sides[1], len(new))

    def best(self) -> tuple[Best, Best]:
        """Returns the best text of NEW for each text of OLD, and the reverse."""
        return _best(self._old, self._new)

    def best_of(
        self, old: Sequence[int], new: Sequence[int], others: Sequence[str]
    ) -> tuple[Weights, Weights]:
        """Returns the highest cosine with one of the texts `others`, for some texts of OLD and for some of NEW.

        It is an estimate: the vector of one of the `others` is as long as that of another text with as many letters.
        """
        mine, theirs = self._old.of(old), self._new.of(new)
        text, run = _runs(others)
        letters = np.bincount(text, minlength=len(others))
        wanted = np.zeros(1 << _BITS, np.bool_)
        wanted[mine.run] = wanted[theirs.run] = True
        text, run = text[wanted[run]], run[wanted[run]]
        weight = self._rarity[run] / np.sqrt(self._square * letters[text])
        profiles = _Profiles(text, run, weight, len(others))
        return _best(profiles, mine)[1].cosine, _best(profiles, theirs)[1].cosine

    def _profiles(self, runs: tuple[Numbers, Numbers], count: int) -> _Profiles:
        text, run = runs
        chosen = self._rarity[run] > 0
        keys, times = np.unique((text[chosen] << _BITS) | run[chosen], return_counts=True)
        text, run = keys >> _BITS, keys & ((1 << _BITS) - 1)
        weight = (1 + np.log(times)) * self._rarity[run]
        length = np.sqrt(np.bincount(text, weight * weight, minlength=count))
        return _Profiles(text, run, weight / length[text], count)


def _runs(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Returns all runs of the texts: the number of the text, and a number that stands for the letters."""
    letters = np.frombuffer("".join(texts).encode("utf-16-le", "surrogatepass"), np.uint16).astype(np.uint32)
    text = np.repeat(np.arange(len(texts), dtype=np.int32), [*map(len, texts)])
    if len(letters) > len(text):
        # Letters beyond the basic plane are two each.
        letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    runs = letters[: max(0, len(letters) - _RUN + 1)]
    for at in range(1, _RUN):
        runs = runs * _FACTOR + letters[at : at + len(runs)]
    whole = text[: len(runs)] == text[_RUN - 1 :]
    return text[: len(runs)][whole], ((runs * _FACTOR) >> np.uint32(32 - _BITS))[whole].astype(np.int64)


def _best(mine: _Profiles, theirs: _Profiles) -> tuple[Best, Best]:
    rows, columns = mine.texts, theirs.texts
    by_run = np.argsort(theirs.run)
    often = np.bincount(theirs.run, minlength=1 << _BITS)
    first, many = (np.cumsum(often) - often)[mine.run], often[mine.run]
    across = _nothing(rows)
    down = _nothing(columns)
    bounds = np.searchsorted(mine.text, np.arange(rows + 1))
    products = np.concatenate([[0], np.cumsum(many)])
    row = 0
    while row < rows:
        last = row + 1
        while (
            last < rows
            and products[bounds[last + 1]] - products[bounds[row]] <= _AT_ONCE
            and (last + 1 - row) * columns <= _AT_ONCE
        ):
            last += 1
        entries = slice(bounds[row], bounds[last])
        repeats = many[entries]
        at = np.repeat(np.arange(bounds[row], bounds[last]), repeats)
        step = np.arange(len(at)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        other = by_run[first[at] + step]
        cosines = np.bincount(
            (mine.text[at] - row) * columns + theirs.text[other],
            mine.weight[at] * theirs.weight[other],
            minlength=(last - row) * columns,
        )
        shaped: Weights = cosines.astype(np.float64).reshape(last - row, columns)
        _note(across, slice(row, last), shaped, 0)
        _note(down, slice(0, columns), shaped.T, row)
        row = last
    return across, down


def _nothing(count: int) -> Best:
    return Best(np.full(count, -1), np.zeros(count), np.zeros(count))


def _note(best: Best, part: slice, cosines: Weights, first: int) -> None:
    """Takes further cosines into account: those of `best[part]` with the texts from `first` on."""
    here = np.arange(len(cosines))
    top = cosines.argmax(axis=1)
    highest = cosines[here, top]
    without = cosines.copy()
    without[here, top] = 0.0
    second = without.max(axis=1)
    better = highest > best.cosine[part]
    best.second[part] = np.maximum(
        np.where(better, best.cosine[part], best.second[part]), np.where(better, second, highest)
    )
    best.partner[part] = np.where(better, top + first, best.partner[part])
    best.cosine[part] = np.where(better, highest, best.cosine[part])
