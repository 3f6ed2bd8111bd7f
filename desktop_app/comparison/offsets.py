"""Where a stretch of OLD stands in NEW, as far as a comparison knows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from desktop_app.comparison.result import Comparison, Entry, Op, Range


class OffsetMap:
    """The runs that both texts share. All offsets are code points of OLD or NEW as named."""

    def __init__(self, runs: list[tuple[int, int, int, int, bool]]) -> None:
        self._runs = sorted(runs)
        self._starts = [run[0] for run in self._runs]
        self._new_runs = sorted((run[2], run[3]) for run in self._runs)
        self._new_starts = [run[0] for run in self._new_runs]

    def kept(self, start: int, end: int) -> Iterator[tuple[Range, Range]]:
        """The pieces of OLD `[start, end)` that stand in NEW, each with its place there."""
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._runs) and self._runs[at][0] < end:
            old_start, old_end, new_start, new_end, exact = self._runs[at]
            at += 1
            first, last = max(start, old_start), min(end, old_end)
            if first >= last:
                continue
            if exact:
                yield (first, last), (new_start + first - old_start, new_start + last - old_start)
            else:
                # A word in another spelling: it is there as a whole.
                yield (first, last), (new_start, new_end)

    def survival(self, start: int, end: int) -> float:
        """How much of OLD `[start, end)` stands in NEW, 0 to 1."""
        if end <= start:
            return 0.0
        return sum(old[1] - old[0] for old, _new in self.kept(start, end)) / (end - start)

    def inherited(self, start: int, end: int) -> float:
        """How much of NEW `[start, end)` stood in OLD already, 0 to 1."""
        at = max(0, bisect_right(self._new_starts, start) - 1)
        shared = 0
        while at < len(self._new_runs) and self._new_runs[at][0] < end:
            first, last = max(start, self._new_runs[at][0]), min(end, self._new_runs[at][1])
            shared += max(0, last - first)
            at += 1
        return shared / (end - start) if end > start else 0.0


def offset_map(comparison: Comparison) -> OffsetMap:
    """The map from OLD to NEW: unchanged runs character by character, other spellings as wholes."""
    return OffsetMap([run for entry in comparison.entries for run in _runs(entry)])


def _runs(entry: Entry) -> Iterator[tuple[int, int, int, int, bool]]:
    for span in entry.spans:
        if span.op in {Op.EQUAL, Op.ORTHOGRAPHIC} and span.old[1] > span.old[0]:
            exact = span.op is Op.EQUAL or span.old[1] - span.old[0] == span.new[1] - span.new[0]
            yield (*span.old, *span.new, exact)
