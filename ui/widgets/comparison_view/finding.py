"""Finding words inside both texts, whatever way they are spelt. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from desktop_app.comparison.result import Comparison, Range
from desktop_app.persian.text import Folded, fold, fold_with_offsets
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.comparison_view.rows import SIDES, SideName


@dataclass(frozen=True, slots=True)
class Match:
    """One place that was found: code points of one side's text."""

    side: SideName
    start: int
    end: int


class Finder:
    """Searches a comparison. The texts are folded at the first search."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    @cached_property
    def _folded(self) -> dict[SideName, Folded]:
        return {side: fold_with_offsets(side_text(self._comparison, side)) for side in SIDES}

    def find(self, words: str) -> list[Match]:
        """Every place of `words` on either side, OLD first; none for nothing but white space."""
        key = fold(words)
        return [Match(side, *place) for side in SIDES for place in self._on(side, key)] if key else []

    def _on(self, side: SideName, key: str) -> list[Range]:
        folded = self._folded[side]
        found: list[Range] = []
        at = folded.text.find(key)
        while at >= 0:
            found.append(folded.original_range(at, at + len(key)))
            at = folded.text.find(key, at + len(key))
        return found
