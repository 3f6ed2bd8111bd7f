"""How alike two texts are, and from where on they count as one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.likeness.shingles import SHORT, Pieces, compact, pieces

#: From this share on, two texts are near-equal: every eighth word may be another.
NEAR: Final = 0.6
#: So much of the shorter one has to stand in the longer one that it counts as the same with an addition …
WITHIN: Final = 0.85
#: … where the shorter one has at least so many pieces, about two sentences: a greeting stands in many a text …
_ENOUGH: Final = 60
#: … and is at least this share of the longer one.
_OF_LONGER: Final = 0.3


@dataclass(frozen=True, slots=True)
class Resemblance:
    """`share`: of all pieces of both, how many stand in both (0 to 1). `within`: of the pieces of the shorter one,
    how many stand in the longer one. `shorter`, `longer`: how many pieces they have."""

    share: float
    within: float
    shorter: int
    longer: int

    @property
    def near_equal(self) -> bool:
        """Whether the two are one text, sent again with other words here and there or with something added."""
        added = self.shorter >= max(_ENOUGH, _OF_LONGER * self.longer) and self.within >= WITHIN
        return self.share >= NEAR or added


class Fingerprint:
    """A text as it is compared with many: folded and cut into pieces once."""

    __slots__ = ("found",)

    def __init__(self, text: str) -> None:
        self.found: Pieces = pieces(compact(text), SHORT)

    @classmethod
    def of_compact(cls, folded: str) -> Fingerprint:
        """Of a text that is compact already."""
        made = cls("")
        made.found = pieces(folded, SHORT)
        return made

    def against(self, other: Fingerprint) -> Resemblance:
        """How alike the two are; the same whichever is asked. Two empty texts have nothing in common."""
        shorter, longer = sorted((len(self.found), len(other.found)))
        if not shorter:
            return Resemblance(0.0, 0.0, shorter, longer)
        common = len(np.intersect1d(self.found, other.found, assume_unique=True))
        return Resemblance(2 * common / (shorter + longer), common / shorter, shorter, longer)

    def share_in(self, other: Fingerprint) -> float:
        """How much of this text stands in the other one, 0 to 1."""
        if not len(self.found):
            return 0.0
        common = len(np.intersect1d(self.found, other.found, assume_unique=True))
        return common / len(self.found)
