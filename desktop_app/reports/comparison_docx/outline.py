"""Which lines of both texts are headings («فصل دوم ـ …»), and of which level."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop_app.comparison.labelling import DIVISION
from desktop_app.comparison.result import Comparison, ProvisionPlace
from desktop_app.comparison.structure import Provision

#: Number of levels that have a style.
LEVELS: Final = 3


class HeadingLevels:
    """The levels of headings, from 1, by the places in each text where their lines start."""

    def __init__(self, comparison: Comparison) -> None:
        self.old = levels_of(comparison.old.text, (entry.old for entry in comparison.entries))
        self.new = levels_of(comparison.new.text, (entry.new for entry in comparison.entries))


def levels_of(text: str, places: Iterable[ProvisionPlace | Provision | None]) -> dict[int, int]:
    """Returns the levels of the headings among some provisions of `text`, by the places where their lines start."""
    found: dict[int, int] = {}
    for place in places:
        if place is not None and place.label and DIVISION.match(place.label):
            above = sum(1 for step in place.path if DIVISION.match(step))
            start = text.rfind("\n", 0, place.start) + 1
            found[start] = min(max(above, 1), LEVELS)
    return found
