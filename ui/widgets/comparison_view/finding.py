"""Finds words in both texts, independent of their spelling. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from desktop_app.comparison.result import Comparison, Range, SideName
from desktop_app.persian.text import fold, fold_with_offsets
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.comparison_view.rows import SIDES


@dataclass(frozen=True, slots=True)
class Match:
    """A match: code points `[start, end)` of one side's text."""

    side: SideName
    start: int
    end: int


#: Separates lines while a whole text is folded. A private-use character, which folding does not change.
_SEPARATOR: Final = "\ue000"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    key: str


class TextFinder:
    """Searches a comparison line by line. The texts are folded on the first search."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    @cached_property
    def _lines(self) -> dict[SideName, list[_Line]]:
        return {side: _folded_lines(side_text(self._comparison, side)) for side in SIDES}

    def find(self, words: str) -> list[Match]:
        """Returns all matches of `words` on both sides, OLD first. White space alone matches nothing."""
        key = fold(words)
        if not key:
            return []
        return [
            Match(side, line.start + start, line.start + end)
            for side in SIDES
            for line in self._lines[side]
            if key in line.key
            for start, end in _in_line(line.text, key)
        ]


def _folded_lines(text: str) -> list[_Line]:
    lines = text.split("\n")
    # Folding the whole text once is much faster than line by line. Offsets are only computed for lines that
    # match.
    keys = fold(text.replace(_SEPARATOR, " ").replace("\n", _SEPARATOR)).split(_SEPARATOR)
    made: list[_Line] = []
    start = 0
    for line, key in zip(lines, keys, strict=True):
        made.append(_Line(start, line, key))
        start += len(line) + 1
    return made


def _in_line(text: str, key: str) -> list[Range]:
    folded = fold_with_offsets(text)
    found: list[Range] = []
    at = folded.text.find(key)
    while at >= 0:
        found.append(folded.original_range(at, at + len(key)))
        at = folded.text.find(key, at + len(key))
    return found
