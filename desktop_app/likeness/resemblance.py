"""Measures the similarity of two texts, with the thresholds from which they count as one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.likeness.shingles import SHORT, Pieces, compact, pieces

#: Minimum share of common pieces for near-equal texts: about one word in eight may differ.
NEAR: Final = 0.6
#: Minimum share of the shorter text that the longer one contains, to count as the same text with an addition …
WITHIN: Final = 0.85
#: … if the shorter text has at least this many pieces, about two sentences, because many texts share a greeting …
_ENOUGH: Final = 60
#: … and at least this share of the length of the longer one.
_OF_LONGER: Final = 0.3


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The similarity of two texts.

    `share` is the share of common pieces among all pieces of both, 0 to 1. `within` is the share of the shorter
    text's pieces that occur in the longer one, 0 to 1. `shorter` and `longer` are numbers of pieces.
    """

    share: float
    within: float
    shorter: int
    longer: int

    @property
    def near_equal(self) -> bool:
        """Returns whether the texts are one text, with small changes or with an addition."""
        added = self.shorter >= max(_ENOUGH, _OF_LONGER * self.longer) and self.within >= WITHIN
        return self.share >= NEAR or added


class Fingerprint:
    """The distinct pieces of a folded text, computed once and compared with many others."""

    __slots__ = ("found",)

    def __init__(self, text: str) -> None:
        self.found: Pieces = pieces(compact(text), SHORT)

    @classmethod
    def of_compact(cls, folded: str) -> Fingerprint:
        """Creates the fingerprint of a text that is already compact."""
        made = cls("")
        made.found = pieces(folded, SHORT)
        return made

    def against(self, other: Fingerprint) -> Resemblance:
        """Returns the similarity of both texts. It is symmetric, and zero if either text is empty."""
        shorter, longer = sorted((len(self.found), len(other.found)))
        if not shorter:
            return Resemblance(0.0, 0.0, shorter, longer)
        common = len(np.intersect1d(self.found, other.found, assume_unique=True))
        return Resemblance(2 * common / (shorter + longer), common / shorter, shorter, longer)

    def share_in(self, other: Fingerprint) -> float:
        """Returns the share of this text's pieces that occur in `other`, 0 to 1."""
        if not len(self.found):
            return 0.0
        common = len(np.intersect1d(self.found, other.found, assume_unique=True))
        return common / len(self.found)
