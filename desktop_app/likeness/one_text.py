"""The pieces of one text without numpy: comparing a displayed petition with a few others loads 10 MB less.

The pieces and the sketch are those of `shingles`, which is ten times faster for thousands of texts.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from typing import Final

from desktop_app.likeness.measures import Resemblance
from desktop_app.persian.text import fold

#: Letters per piece of a sketch: about two words, so that few texts share one by chance.
LONG: Final = 10
#: Letters per piece when two texts are compared: a wrong letter affects four pieces.
SHORT: Final = 4
#: Maximum number of pieces in a sketch.
SKETCHED: Final = 16
#: Only this many code points of a text are read, which bounds the time for very long texts.
MOST_READ: Final = 40_000
#: The factor of the polynomial hash of a piece, and the multipliers that mix it (the finalizer of splitmix64).
FACTOR: Final = 0x9E3779B97F4A7C15
MIXERS: Final = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)

_OTHER: Final = re.compile(r"[\W_]+")
_WORD: Final = (1 << 64) - 1


def compact(text: str) -> str:
    """Returns the folded letters and digits among the first `MOST_READ` code points of `text`."""
    return _OTHER.sub("", fold(text[:MOST_READ]))


def runs(folded: str, letters: int) -> list[str]:
    """Returns the pieces of a compact text in order: the piece at index n starts at letter n.

    A text shorter than `letters` is one piece; an empty text has none.
    """
    if not folded:
        return []
    letters = min(letters, len(folded))
    return [folded[place : place + letters] for place in range(len(folded) - letters + 1)]


class OneText:
    """The distinct pieces of a text, as `resemblance.Fingerprint`."""

    __slots__ = ("found",)

    def __init__(self, text: str) -> None:
        self.found = frozenset(runs(compact(text), SHORT))

    def against(self, other: OneText) -> Resemblance:
        """Returns the similarity of both texts. It is symmetric, and zero if either text is empty."""
        return Resemblance.of(len(self.found & other.found), len(self.found), len(other.found))


def sketch(text: str) -> tuple[int, ...]:
    """Returns the sketch of `text`, as `shingles.sketch`."""
    smallest = heapq.nsmallest(SKETCHED, set(map(_mixed, _hashes(list(map(ord, compact(text)))))))
    return tuple(sorted({_signed(number) for number in smallest}))


def _hashes(codes: list[int]) -> Iterator[int]:
    """Yields the hash of each piece of `LONG` letters; each follows from the one before it."""
    letters = min(LONG, len(codes))
    if not letters:
        return
    leaving = pow(FACTOR, letters, 1 << 64)
    number = 0
    for code in codes[:letters]:
        number = (number * FACTOR + code) & _WORD
    yield number
    for first, last in zip(codes, codes[letters:], strict=False):
        number = (number * FACTOR + last - first * leaving) & _WORD
        yield number


def _mixed(number: int) -> int:
    number = (number ^ (number >> 30)) * MIXERS[0] & _WORD
    number = (number ^ (number >> 27)) * MIXERS[1] & _WORD
    return number ^ (number >> 31)


def _signed(number: int) -> int:
    """Returns the low 32 bits as a signed number."""
    low = number & 0xFFFFFFFF
    return low - (1 << 32) if low >= 1 << 31 else low
