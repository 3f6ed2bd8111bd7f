"""The similarity of two texts, with the thresholds from which they count as one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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

    @classmethod
    def of(cls, common: int, one: int, other: int) -> Resemblance:
        """Returns the similarity of two texts of `one` and `other` pieces; zero if either text is empty."""
        shorter, longer = sorted((one, other))
        if not shorter:
            return cls(0.0, 0.0, shorter, longer)
        return cls(2 * common / (shorter + longer), common / shorter, shorter, longer)
