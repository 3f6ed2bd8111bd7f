"""Which line of OLD became which of NEW, and in which table the rows of NEW belong.

The steps of the comparison decide. Lines are paired in order; a line has at most one partner.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from desktop_app.comparison.sequences import heaviest_increasing
from desktop_app.reports.comparison_docx.sequence import TrackedChange
from desktop_app.reports.redline.blocks import DocumentLine
from desktop_app.reports.redline.script import EditScript

Shared = dict[tuple[int, int], int]
#: What two lines share if they share their end only.
_END: Final = 1


class LinePairs:
    """The pairs of lines, by their numbers, and the table of OLD for each table of NEW."""

    def __init__(
        self,
        script: EditScript,
        olds: Sequence[DocumentLine],
        news: Sequence[DocumentLine],
        apart: Collection[int] = (),
    ) -> None:
        """`apart` are lines of NEW that are no continuation of a line of OLD."""
        self._olds, self._news, self.apart = olds, news, apart
        shared = _shared(script, olds, news)
        _leave_tables(shared, olds, news)
        self.tables = _tables(shared, olds, news)
        fitting = sorted((pair for pair in shared if self._fits(*pair)), key=lambda pair: (pair[0], -pair[1]))
        chosen = heaviest_increasing([new for _, new in fitting], lambda at: shared[fitting[at]])
        self.chain = [fitting[at] for at in chosen]
        self._pair_last()

    def is_row(self, new: int) -> bool:
        """Returns whether a line of NEW is a row of a table."""
        block = self._news[new]
        return block.row is not None or block.table in self.tables

    def _fits(self, old: int, new: int) -> bool:
        one, other = self._olds[old], self._news[new]
        if one.row is None:
            return not self.is_row(new) and new not in self.apart
        return other.table is not None and self.tables.get(other.table) is one.table

    def _pair_last(self) -> None:
        """Pairs the last paragraphs, because the mark of the last one can be neither deleted nor inserted."""
        last = len(self._olds) - 1, len(self._news) - 1
        before = self.chain[-1] if self.chain else (-1, -1)
        both_free = before[0] < last[0] and before[1] < last[1]
        if both_free and self._olds[-1].row is None and not self.is_row(last[1]):
            self.chain.append(last)


def _shared(script: EditScript, olds: Sequence[DocumentLine], news: Sequence[DocumentLine]) -> Shared:
    """Returns how many characters each pair of lines shares, white space aside."""
    found: Shared = defaultdict(int)
    i = j = 0
    for step in script.steps:
        if step.change is not TrackedChange.KEPT:
            continue
        done = 0
        while done < step.length:
            i, j = _line_at(olds, i, step.old + done), _line_at(news, j, step.new + done)
            if i == len(olds) or j == len(news):
                break
            left_old, left_new = olds[i].end + 1 - step.old - done, news[j].end + 1 - step.new - done
            last = min(step.length, done + min(left_old, left_new))
            text = script.new[step.new + done : step.new + last]
            found[i, j] += len("".join(text.split()))
            if left_old == left_new and last == done + left_old:
                found[i, j] += _END
            done = last
    return {pair: weight for pair, weight in found.items() if weight}


def _line_at(blocks: Sequence[DocumentLine], at: int, place: int) -> int:
    while at < len(blocks) and blocks[at].end < place:
        at += 1
    return at


def _leave_tables(shared: Shared, olds: Sequence[DocumentLine], news: Sequence[DocumentLine]) -> None:
    """Lines with tabs of a text without mark-up are no rows if they were paragraphs."""
    best: dict[int, tuple[int, bool]] = {}
    for (old, new), weight in shared.items():
        best[new] = max(best.get(new, (0, False)), (weight, olds[old].row is None))
    for new, (_, was_paragraph) in best.items():
        if was_paragraph and news[new].line is None:
            news[new].table = None


def _tables(shared: Shared, olds: Sequence[DocumentLine], news: Sequence[DocumentLine]) -> dict[Any, Any]:
    """Returns the table of OLD for each table of NEW, in order and one for one."""
    weights: dict[tuple[int, int], int] = defaultdict(int)
    of_old, of_new = _numbered(olds), _numbered(news)
    for (old, new), weight in shared.items():
        if olds[old].table is not None and news[new].table is not None:
            weights[of_old[olds[old].table], of_new[news[new].table]] += weight
    pairs = sorted(weights, key=lambda pair: (pair[0], -pair[1]))
    chosen = heaviest_increasing([new for _, new in pairs], lambda at: weights[pairs[at]])
    tables_of_old, tables_of_new = list(of_old), list(of_new)
    return {tables_of_new[new]: tables_of_old[old] for old, new in (pairs[at] for at in chosen)}


def _numbered(blocks: Sequence[DocumentLine]) -> dict[Any, int]:
    tables: Iterator[Any] = (block.table for block in blocks if block.table is not None)
    return {table: number for number, table in enumerate(dict.fromkeys(tables))}
