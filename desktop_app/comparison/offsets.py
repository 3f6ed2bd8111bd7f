"""Maps ranges of OLD to NEW, as far as the comparison matched them.

The spans of an entry are read on the first access to that entry and then cached. Spans of entries that differ
only in spelling are computed on demand, and this map must not compute them all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionPlace, ProvisionStatus, Range


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Text that both sides share. With `exact` it is identical, so that every part of it can be mapped."""

    old: Range
    new: Range
    exact: bool


class OffsetMap:
    """The text that both sides share. All offsets are code points of OLD or NEW, as named."""

    def __init__(self, comparison: Comparison) -> None:
        self._entries = comparison.entries
        self._old = sorted((entry.old.start, at) for at, entry in enumerate(self._entries) if entry.old)
        self._new = sorted((entry.new.start, at) for at, entry in enumerate(self._entries) if entry.new)
        self._runs: dict[int, tuple[SharedRun, ...]] = {}

    def kept(self, start: int, end: int) -> Iterator[tuple[Range, Range]]:
        """Yields the parts of OLD `[start, end)` that survive in NEW, each with its range there."""
        for at in self._between(self._old, start, end):
            for run in self._of(at):
                first, last = max(start, run.old[0]), min(end, run.old[1])
                if first >= last:
                    continue
                if run.exact:
                    shift = run.new[0] - run.old[0]
                    yield (first, last), (first + shift, last + shift)
                else:
                    # A word in another spelling can only be mapped as a whole.
                    yield (first, last), run.new

    def survival(self, start: int, end: int) -> float:
        """Returns the share of OLD `[start, end)` that survives in NEW, 0 to 1."""
        if end <= start:
            return 0.0
        return sum(old[1] - old[0] for old, _new in self.kept(start, end)) / (end - start)

    def inherited(self, start: int, end: int) -> float:
        """Returns the share of NEW `[start, end)` that comes from OLD, 0 to 1."""
        shared = 0
        for at in self._between(self._new, start, end):
            for run in self._of(at):
                shared += max(0, min(end, run.new[1]) - max(start, run.new[0]))
        return shared / (end - start) if end > start else 0.0

    def gap(self, start: int, end: int) -> Range | None:
        """Returns the range of NEW where the text of OLD `[start, end)` would be if it had survived.

        This is between its surviving neighbours in the same provision, or, if the provision is gone, between the
        neighbours of the provision. Returns None if these are not in order.
        """
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
        """Returns the range of NEW between the nearest unmoved provisions before and after the one at `start` in
        OLD.

        Returns None if the range contains text from OLD.
        """
        at = bisect_right(self._old, (start, len(self._entries))) - 1
        before = next(self._stayed(self._old[max(at - 1, 0) :: -1] if at > 0 else ()), None)
        after = next(self._stayed(self._old[at + 1 :]), None)
        if before is None or after is None or before.end >= after.start:
            return None
        gap = (before.end, after.start)
        return None if self.inherited(*gap) else gap

    def _stayed(self, places: Iterable[tuple[int, int]]) -> Iterator[ProvisionPlace]:
        for _start, at in places:
            entry = self._entries[at]
            if entry.new is not None and entry.part is None and Flag.MOVED not in entry.flags:
                yield entry.new

    def entry_at_old(self, offset: int) -> int | None:
        """Returns the index of the entry whose old text contains `offset`, or of the entry before it."""
        at = bisect_right(self._old, (offset, len(self._entries))) - 1
        return self._old[at][1] if at >= 0 else None

    def entry_at_new(self, offset: int) -> int | None:
        """Returns the index of the entry whose new text contains `offset`, or of the entry before it."""
        at = bisect_right(self._new, (offset, len(self._entries))) - 1
        return self._new[at][1] if at >= 0 else None

    @cached_property
    def fresh(self) -> list[Range]:
        """The ranges of NEW with new text, in order. Spelling differences do not count as new."""
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
        """Returns the new ranges that start in NEW `[start, end)`."""
        return self.fresh[bisect_left(self.fresh, (start, 0)) : bisect_left(self.fresh, (end, 0))]

    @property
    def read(self) -> frozenset[int]:
        """The entries whose spans have been read so far."""
        return frozenset(self._runs)

    def _between(self, places: list[tuple[int, int]], start: int, end: int) -> Iterator[int]:
        """Yields the entries that may overlap `[start, end)` of the side with the given `places`."""
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
