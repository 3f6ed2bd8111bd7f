"""Where a stretch of OLD stands in NEW, as far as a comparison knows.

Runs are read from an entry's spans when something inside that entry is asked for, and then kept: the spans of
entries that differ in spelling alone are made on demand, and a map must not be what demands them all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionPlace, ProvisionStatus, Range


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words that both texts share. `exact`: character by character, so that a part of it has a place too."""

    old: Range
    new: Range
    exact: bool


class OffsetMap:
    """The runs that both texts share. All offsets are code points of OLD or NEW as named."""

    def __init__(self, comparison: Comparison) -> None:
        self._entries = comparison.entries
        self._old = sorted((entry.old.start, at) for at, entry in enumerate(self._entries) if entry.old)
        self._new = sorted((entry.new.start, at) for at, entry in enumerate(self._entries) if entry.new)
        self._runs: dict[int, tuple[SharedRun, ...]] = {}

    def kept(self, start: int, end: int) -> Iterator[tuple[Range, Range]]:
        """The pieces of OLD `[start, end)` that stand in NEW, each with its place there."""
        for at in self._between(self._old, start, end):
            for run in self._of(at):
                first, last = max(start, run.old[0]), min(end, run.old[1])
                if first >= last:
                    continue
                if run.exact:
                    shift = run.new[0] - run.old[0]
                    yield (first, last), (first + shift, last + shift)
                else:
                    # A word in another spelling: it is there as a whole.
                    yield (first, last), run.new

    def survival(self, start: int, end: int) -> float:
        """How much of OLD `[start, end)` stands in NEW, 0 to 1."""
        if end <= start:
            return 0.0
        return sum(old[1] - old[0] for old, _new in self.kept(start, end)) / (end - start)

    def inherited(self, start: int, end: int) -> float:
        """How much of NEW `[start, end)` stood in OLD already, 0 to 1."""
        shared = 0
        for at in self._between(self._new, start, end):
            for run in self._of(at):
                shared += max(0, min(end, run.new[1]) - max(start, run.new[0]))
        return shared / (end - start) if end > start else 0.0

    def gap(self, start: int, end: int) -> Range | None:
        """Where in NEW the words of OLD `[start, end)` would stand, if any did: between what is left of those
        before and of those behind them in the same provision; between the neighbours of that provision where it
        is gone. None where they stand in no order."""
        at = self.entry_at_old(start)
        if at is None:
            return None
        entry = self._entries[at]
        if entry.new is None:
            return self.gap_between(start)
        first, last = entry.new.start, entry.new.end
        for run in self._of(at):
            if run.old[1] <= start:
                first = max(first, run.new[1])
            elif run.old[0] >= end:
                last = run.new[0]
                break
            elif run.exact and run.old[0] < start:
                first = max(first, run.new[0] + start - run.old[0])
        return (first, last) if first < last else None

    def gap_between(self, start: int) -> Range | None:
        """The gap in NEW between the nearest provisions of OLD before and behind the one at `start` that kept their
        place, if nothing stands in it that stood in OLD: where that provision would be, had it stayed."""
        at = bisect_right(self._old, (start, len(self._entries))) - 1
        before = next(self._stayed(self._old[max(at - 1, 0) :: -1] if at > 0 else ()), None)
        behind = next(self._stayed(self._old[at + 1 :]), None)
        if before is None or behind is None or before.end >= behind.start:
            return None
        gap = (before.end, behind.start)
        return None if self.inherited(*gap) else gap

    def _stayed(self, places: Iterable[tuple[int, int]]) -> Iterator[ProvisionPlace]:
        for _start, at in places:
            entry = self._entries[at]
            if entry.new is not None and Flag.MOVED not in entry.flags:
                yield entry.new

    def entry_at_old(self, offset: int) -> int | None:
        """The number of the entry whose old text holds a code point of OLD; between two, the one before."""
        at = bisect_right(self._old, (offset, len(self._entries))) - 1
        return self._old[at][1] if at >= 0 else None

    def entry_at_new(self, offset: int) -> int | None:
        """The number of the entry whose new text holds a code point of NEW; between two, the one before."""
        at = bisect_right(self._new, (offset, len(self._entries))) - 1
        return self._new[at][1] if at >= 0 else None

    @cached_property
    def fresh(self) -> list[Range]:
        """The stretches of NEW that did not stand in OLD, in order. Spelling makes no word fresh."""
        found: list[Range] = []
        for entry in self._entries:
            if entry.new is None or entry.status in {ProvisionStatus.UNCHANGED, ProvisionStatus.ORTHOGRAPHIC}:
                continue
            if entry.status is ProvisionStatus.INSERTED:
                found.append((entry.new.start, entry.new.end))
            else:
                found.extend(span.new for span in entry.spans if span.op in {Op.INSERT, Op.REPLACE})
        return sorted(found)

    def fresh_within(self, start: int, end: int) -> list[Range]:
        """The fresh stretches that begin in NEW `[start, end)`."""
        return self.fresh[bisect_left(self.fresh, (start, 0)) : bisect_left(self.fresh, (end, 0))]

    @property
    def read(self) -> frozenset[int]:
        """The entries whose spans were asked for so far."""
        return frozenset(self._runs)

    def _between(self, places: list[tuple[int, int]], start: int, end: int) -> Iterator[int]:
        """The entries that may meet `[start, end)` of the side whose `places` are given."""
        at = max(0, bisect_right(places, (start, len(self._entries))) - 1)
        while at < len(places) and places[at][0] < end:
            yield places[at][1]
            at += 1

    def _of(self, at: int) -> tuple[SharedRun, ...]:
        found = self._runs.get(at)
        if found is None:
            found = self._runs[at] = tuple(_runs(self._entries[at]))
        return found


def _runs(entry: Entry) -> Iterator[SharedRun]:
    if entry.old is None or entry.new is None:
        return
    for span in entry.spans:
        if span.op in {Op.EQUAL, Op.ORTHOGRAPHIC} and span.old[1] > span.old[0]:
            exact = span.op is Op.EQUAL or span.old[1] - span.old[0] == span.new[1] - span.new[0]
            yield SharedRun(span.old, span.new, exact)
