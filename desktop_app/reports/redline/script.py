"""The sequence of both texts with offsets, and the part of it inside some ranges."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from desktop_app.comparison.result import Comparison, Range
from desktop_app.reports.comparison_docx.readable import spaced
from desktop_app.reports.comparison_docx.sequence import Concern, TrackedChange, tracked

_CHANGES: Final = {
    TrackedChange.MOVED_FROM: TrackedChange.DELETED,
    TrackedChange.MOVED_TO: TrackedChange.INSERTED,
}


class ScriptStep(NamedTuple):
    """Characters that both texts share, or that are only in one; `old` and `new` are where they start."""

    change: TrackedChange
    old: int
    new: int
    length: int
    concern: Concern

    @property
    def in_old(self) -> bool:
        return self.change is not TrackedChange.INSERTED

    @property
    def in_new(self) -> bool:
        return self.change is not TrackedChange.DELETED


class EditScript:
    """Both texts and the steps from one to the other. What moved is deleted and inserted."""

    def __init__(self, old: str, new: str, pieces: Iterable[Sequence[Any]]) -> None:
        """Takes what `packed_pieces` made. Raises ValueError if it does not fit the texts."""
        self.old, self.new = old, new
        self.steps: list[ScriptStep] = []
        a = b = 0
        for change, length, concern in pieces:
            step = ScriptStep(TrackedChange(change), a, b, int(length), Concern(concern))
            self.steps.append(step)
            a += step.length * step.in_old
            b += step.length * step.in_new
        if (a, b) != (len(old), len(new)):
            raise ValueError("the steps do not cover both texts")
        self._old_starts = [step.old for step in self.steps]
        self._new_starts = [step.new for step in self.steps]

    def within(self, olds: Sequence[Range], news: Sequence[Range]) -> list[ScriptStep]:
        """Returns the steps inside the ranges of either text.

        What is shared by a range and the text outside of the ranges is deleted or inserted.
        """
        found: list[ScriptStep] = []
        for step in self.steps[self._window(olds, news)]:
            for part in _clipped(step, olds, news):
                found.append(part)
                self._agree(found)
        return found

    def _agree(self, found: list[ScriptStep]) -> None:
        """Keeps what was deleted and inserted again at the same place."""
        if len(found) < 2:
            return
        one, other = found[-2:]
        if {one.change, other.change} != {TrackedChange.DELETED, TrackedChange.INSERTED}:
            return
        gone, come = (one, other) if one.in_old else (other, one)
        if self.old[gone.old : gone.old + gone.length] == self.new[come.new : come.new + come.length]:
            found[-2:] = [ScriptStep(TrackedChange.KEPT, gone.old, come.new, gone.length, gone.concern)]

    def is_new(self, new: int) -> bool:
        """Returns whether the character of NEW at a place is inserted."""
        at = bisect_right(self._new_starts, new) - 1
        while at > 0 and not self.steps[at].in_new:
            at -= 1
        return bool(self.steps) and self.steps[at].change is TrackedChange.INSERTED

    def new_at(self, old: int) -> int:
        """Returns the place in NEW of a place in OLD: that of the text before which it stands."""
        at = bisect_right(self._old_starts, old) - 1
        while at > 0 and not self.steps[at].in_old:
            at -= 1
        step = self.steps[at]
        return step.new + (old - step.old) * step.in_new

    def _window(self, olds: Sequence[Range], news: Sequence[Range]) -> slice:
        lows, highs = [], []
        for starts, ranges in ((self._old_starts, olds), (self._new_starts, news)):
            if ranges:
                # Steps of the other text have the same start and no length here.
                lows.append(_first(starts, ranges[0][0]))
                highs.append(bisect_right(starts, ranges[-1][1]))
        return slice(min(lows, default=0), max(highs, default=0))


def _first(starts: Sequence[int], place: int) -> int:
    at = bisect_right(starts, place) - 1
    while at > 0 and starts[at - 1] == place:
        at -= 1
    return max(0, at - 1)


def packed_pieces(comparison: Comparison) -> list[tuple[int, int, int]]:
    """Returns the change, length and concern of each piece, as numbers."""
    return [
        (_CHANGES.get(piece.change, piece.change).value, len(piece.text), piece.concern.value)
        for piece in spaced(tracked(comparison))
    ]


def _clipped(step: ScriptStep, olds: Sequence[Range], news: Sequence[Range]) -> Iterator[ScriptStep]:
    cuts = {0, step.length}
    if step.in_old:
        cuts.update(edge - step.old for edges in olds for edge in edges)
    if step.in_new:
        cuts.update(edge - step.new for edges in news for edge in edges)
    places = sorted(cut for cut in cuts if 0 <= cut <= step.length)
    for first, last in pairwise(places):
        in_old = step.in_old and _inside(step.old + first, olds)
        in_new = step.in_new and _inside(step.new + first, news)
        if in_old or in_new:
            change = (
                TrackedChange.KEPT if in_old and in_new
                else TrackedChange.DELETED if in_old else TrackedChange.INSERTED
            )  # fmt: skip
            old, new = step.old + first * step.in_old, step.new + first * step.in_new
            yield ScriptStep(change, old, new, last - first, step.concern)


def _inside(place: int, ranges: Sequence[Range]) -> bool:
    return any(first <= place < last for first, last in ranges)
