"""Stored digests of texts, by which near-equal texts are found without reading them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np

from desktop_app.likeness.one_text import compact
from desktop_app.likeness.shingles import sketch_of

#: Maximum number of candidates returned …
_COMPARED: Final = 12
#: … and of candidates from one group, because further ones add no information.
_OF_ONE_GROUP: Final = 3


@dataclass(frozen=True, slots=True)
class Print:
    """The digests of a text.

    `letters` is equal for texts that differ only in spelling, spaces and punctuation (32 hexadecimal digits).
    `sketch` has the numbers of `shingles.sketch` as eight hexadecimal digits each.
    """

    letters: str
    sketch: str


def prints_of(texts: Sequence[str]) -> list[Print]:
    """Returns the digests of each text. Texts with the same letters are processed once."""
    known: dict[str, Print] = {}
    found = []
    for text in texts:
        folded = compact(text)
        made = known.get(folded)
        if made is None:
            numbers = np.array(sketch_of(folded), dtype="<i4")
            made = known[folded] = Print(letters_of(folded), numbers.tobytes().hex())
        found.append(made)
    return found


def letters_of(folded: str) -> str:
    """Returns the hash of a compact text."""
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Neighbours:
    """An in-memory index of digests; `groups[n]` is the group of `prints[n]`."""

    def __init__(self, prints: Sequence[Print], groups: Sequence[Hashable]) -> None:
        self._prints, self._groups = prints, groups
        numbers = [np.frombuffer(bytes.fromhex(one.sketch), dtype="<i4") for one in prints]
        flat = np.concatenate(numbers) if numbers else np.empty(0, dtype="<i4")
        holders = np.repeat(np.arange(len(prints)), [len(one) for one in numbers])
        order = np.argsort(flat, kind="stable")
        self._pieces, self._holders = flat[order], holders[order]

    def near(self, place: int) -> list[int]:
        """Returns the indices of texts that may be near-equal to the text at `place`, most similar first.

        Only a few candidates are returned per group. The caller compares the texts themselves.
        """
        own_pieces = np.frombuffer(bytes.fromhex(self._prints[place].sketch), dtype="<i4")
        first = np.searchsorted(self._pieces, own_pieces, "left")
        stop = np.searchsorted(self._pieces, own_pieces, "right")
        candidates = [self._holders[one:other] for one, other in zip(first, stop, strict=True)]
        if not candidates:
            return []
        shared = np.bincount(np.concatenate(candidates), minlength=len(self._prints))
        shared[place] = 0
        found: list[int] = []
        taken: Counter[Hashable] = Counter()
        letters: set[str] = set()
        places = np.flatnonzero(shared)
        for other in map(int, places[np.argsort(-shared[places], kind="stable")]):
            group, own_letters = self._groups[other], self._prints[other].letters
            if taken[group] < _OF_ONE_GROUP and own_letters not in letters:
                taken[group] += 1
                letters.add(own_letters)
                found.append(other)
                if len(found) == _COMPARED:
                    break
        return found
