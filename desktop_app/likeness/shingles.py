"""Cuts texts into pieces (shingles) for comparison, and selects a small sketch of them for an index.

A text is folded and reduced to its letters and digits, without spaces: «می رود», «می‌رود» and «ميرود» give the
same pieces, and so do «کتاب خانه» and «کتابخانه». A piece is a hash of `n` consecutive letters. It depends on
nothing else: neither on a seed, nor on the machine or the order.

A sketch has the smallest hashes of a text's long pieces. This is min-wise sampling after Broder, with one hash
function and the k smallest values. The share of common values estimates the similarity of two texts, so an index
of them finds near-equal candidates; `resemblance` then measures their similarity. Compared with k hash functions
and bands, this takes one pass instead of k. At the same recall it needs sixteen index entries per text instead of
forty.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.likeness.one_text import FACTOR, LONG, MIXERS, SKETCHED, compact

Pieces = npt.NDArray[np.uint64]

_FACTOR: Final = np.uint64(FACTOR)
_MIXERS: Final = tuple(map(np.uint64, MIXERS))


def pieces(folded: str, letters: int) -> Pieces:
    """Returns the distinct pieces of a compact text as hashes, ascending.

    A text shorter than `letters` is one piece; an empty text has none.
    """
    return np.unique(pieces_in_order(folded, letters))


def pieces_in_order(folded: str, letters: int) -> Pieces:
    """Returns the hashes of all pieces in text order: the hash at index n starts at letter n."""
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
    """Returns the sketch of `text` for an index: at most `SKETCHED` signed 32-bit numbers, ascending."""
    return sketch_of(compact(text))


def sketch_of(folded: str) -> tuple[int, ...]:
    """Returns the sketch of a text that is already compact."""
    # The smallest 64-bit numbers have similar high bits, so the low 32 bits are used.
    smallest = pieces(folded, LONG)[:SKETCHED].astype(np.uint32).view(np.int32)
    return tuple(int(number) for number in np.unique(smallest))


def _mixed(numbers: Pieces) -> Pieces:
    """Mixes in place, so that each bit depends on each letter (the finalizer of splitmix64)."""
    numbers ^= numbers >> np.uint64(30)
    numbers *= _MIXERS[0]
    numbers ^= numbers >> np.uint64(27)
    numbers *= _MIXERS[1]
    numbers ^= numbers >> np.uint64(31)
    return numbers
