"""The pieces by which two texts are recognised, and the few of them that stand for a text.

A text is folded and everything that is no letter and no digit is left out, spaces too: «می رود», «می‌رود» and
«ميرود» give the same pieces, and so do «کتاب خانه» and «کتابخانه». A piece is a run of `n` letters as a number that
depends on nothing else: no seed, no machine, no order.

A sketch is the smallest numbers among a text's long pieces (min-wise sampling as Broder first described it, with
one function and the k smallest values). Two texts share about as many of them as they have of each other, so that
whoever looks for a few of them in an index finds the near-equal ones; how alike they are is measured afterwards
(`resemblance`). Against k functions and bands it costs one pass instead of k, and sixteen entries in the index
instead of the forty that the same recall asks for.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.persian.text import fold

Pieces = npt.NDArray[np.uint64]

#: Letters of a piece that is looked for in an index: about two words, so that few texts have one by chance.
LONG: Final = 10
#: Letters of a piece that is counted when two texts are compared: a wrong letter spoils four of them.
SHORT: Final = 4
#: How many pieces stand for a text.
SKETCHED: Final = 16
#: What is behind so many code points of a text decides nothing: a megabyte takes no longer than a page.
MOST_READ: Final = 40_000

_OTHER: Final = re.compile(r"[\W_]+")
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
_MIXERS: Final = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def compact(text: str) -> str:
    """The letters and digits of `text`, folded, one behind the other; of its first `MOST_READ` code points."""
    return _OTHER.sub("", fold(text[:MOST_READ]))


def pieces(folded: str, letters: int) -> Pieces:
    """The different runs of `letters` letters of a compact text as numbers, ascending. What is shorter than one run
    is one piece; nothing has none."""
    return np.unique(pieces_in_order(folded, letters))


def pieces_in_order(folded: str, letters: int) -> Pieces:
    """The runs of `letters` letters as they follow each other: the first number is that of the first letters."""
    if not folded:
        return np.empty(0, dtype=np.uint64)
    codes = np.frombuffer(folded.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    letters = min(letters, len(codes))
    numbers = np.zeros(len(codes) - letters + 1, dtype=np.uint64)
    for place in range(letters):
        numbers *= _FACTOR
        numbers += codes[place : place + len(numbers)]
    return _mixed(numbers)


def sketch(text: str) -> tuple[int, ...]:
    """At most `SKETCHED` numbers of 32 bits with a sign that stand for `text`, ascending; for an index."""
    return sketch_of(compact(text))


def sketch_of(folded: str) -> tuple[int, ...]:
    """As `sketch`, of a text that is compact already."""
    # The smallest numbers begin alike; their last 32 bits do not.
    smallest = pieces(folded, LONG)[:SKETCHED].astype(np.uint32).view(np.int32)
    return tuple(int(number) for number in np.unique(smallest))


def _mixed(numbers: Pieces) -> Pieces:
    """Every bit depends on every letter (the finalizer of splitmix64)."""
    numbers ^= numbers >> np.uint64(30)
    numbers *= _MIXERS[0]
    numbers ^= numbers >> np.uint64(27)
    numbers *= _MIXERS[1]
    numbers ^= numbers >> np.uint64(31)
    return numbers
