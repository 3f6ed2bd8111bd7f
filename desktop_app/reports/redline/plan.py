"""What happens to each line of OLD, and where lines of NEW go, in the order of both texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from desktop_app.reports.redline.blocks import DocumentLine
from desktop_app.reports.redline.pairing import LinePairs


class KeepLine(NamedTuple):
    """A line of OLD that became a line of NEW."""

    old: int
    new: int


class DeleteLine(NamedTuple):
    """A line of OLD that is gone."""

    old: int


class InsertLines(NamedTuple):
    """New lines before the line `before` of OLD, which may be one beyond the last."""

    news: tuple[int, ...]
    before: int


class InsertRows(NamedTuple):
    """New rows beside the row `beside` of OLD: below it, or above it."""

    news: tuple[int, ...]
    beside: int
    below: bool


Operation = KeepLine | DeleteLine | InsertLines | InsertRows


def operations(
    pairs: LinePairs, olds: Sequence[DocumentLine], news: Sequence[DocumentLine]
) -> Iterator[Operation]:
    """Yields what has to be done, in order."""
    i = j = 0
    for old, new in (*pairs.chain, (len(olds), len(news))):
        yield from _Gap(pairs, olds, news).filled(i, old, range(j, new))
        if old < len(olds):
            yield KeepLine(old, new)
        i, j = old + 1, new + 1


class _Gap:
    """The lines between two pairs."""

    def __init__(self, pairs: LinePairs, olds: Sequence[DocumentLine], news: Sequence[DocumentLine]) -> None:
        self._tables, self._olds, self._news = pairs.tables, olds, news

    def filled(self, start: int, end: int, inserted: Sequence[int]) -> Iterator[Operation]:
        runs = [(table, tuple(run)) for table, run in groupby(inserted, self._table)]
        at = start
        for place, (table, run) in enumerate(runs):
            if table is not None and (beside := self._beside(table, start, end)) is not None:
                stop = min(end, beside + 1)
                yield from map(DeleteLine, range(at, stop))
                at = max(at, stop)
                yield InsertRows(run, beside, below=beside < end)
                continue
            later = next((one for one, _ in runs[place + 1 :] if one is not None), None)
            limit = next(
                (old for old in range(at, end) if self._olds[old].table is later and later is not None), end
            )
            yield from map(DeleteLine, range(at, limit))
            at = limit
            yield InsertLines(run, at)
        yield from map(DeleteLine, range(at, end))

    def _table(self, new: int) -> Any:
        return self._tables.get(self._news[new].table)

    def _beside(self, table: Any, start: int, end: int) -> int | None:
        """Returns the last row of `table` before the end of the gap, or else the row at its end."""
        before = (old for old in range(end - 1, max(start - 2, -1), -1) if self._olds[old].table is table)
        after = (old for old in (end,) if old < len(self._olds) and self._olds[old].table is table)
        return next(before, next(after, None))
