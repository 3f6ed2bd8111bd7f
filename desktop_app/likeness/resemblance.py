"""Measures the similarity of one text to many others."""

from __future__ import annotations

import numpy as np

from desktop_app.likeness.measures import Resemblance
from desktop_app.likeness.one_text import SHORT, compact
from desktop_app.likeness.shingles import Pieces, pieces


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
        common = len(np.intersect1d(self.found, other.found, assume_unique=True))
        return Resemblance.of(common, len(self.found), len(other.found))

    def share_in(self, other: Fingerprint) -> float:
        """Returns the share of this text's pieces that occur in `other`, 0 to 1."""
        if not len(self.found):
            return 0.0
        common = len(np.intersect1d(self.found, other.found, assume_unique=True))
        return common / len(self.found)
