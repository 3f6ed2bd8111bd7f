"""A comparison as it is being read: what is filtered, unfolded, seen, and where the reader stands. Without Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from desktop_app.comparison.result import Comparison, Status
from ui.widgets.comparison_view.changes import Change, Filter, changes, kind_of
from ui.widgets.comparison_view.labels import chapter_titles
from ui.widgets.comparison_view.rows import SIDES, Fold, Line, Part, Row, SideName, folded, sequence


class Reading:
    """The lines of a comparison and the walk through its changes. Changes are named by their index."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.rows = sequence(comparison)
        self.changes: tuple[Change, ...] = changes(comparison, self.rows)
        self.filter = Filter()
        self.current: int | None = None
        self.seen: set[int] = set()
        self._change_of = {
            entry: index for index, change in enumerate(self.changes) for entry in change.entries
        }
        self._opened: set[int] = set()
        self._pinned: frozenset[int] = frozenset()
        self.lines: list[Line] = []
        #: Pairs of lines (where a provision left, where it arrived) that are both to be seen.
        self.moves: list[tuple[int, int]] = []
        self._first_line: dict[int, int] = {}
        self._rebuild()

    @property
    def shown_changes(self) -> list[int]:
        """The changes that the filter admits, in reading order."""
        return [index for index, change in enumerate(self.changes) if self.filter.admits(change)]

    @property
    def substantive(self) -> list[int]:
        """The changes that are more than spelling: what a reader has to have seen."""
        return [index for index, change in enumerate(self.changes) if change.substantive]

    @cached_property
    def chapters(self) -> dict[tuple[str, ...], str]:
        """The headings of the divisions by their paths."""
        return chapter_titles(self.comparison)

    def change_of(self, entry: int) -> int | None:
        """The change that an entry belongs to, or None."""
        return self._change_of.get(entry)

    def use_filter(self, wanted: Filter) -> None:
        """Shows other changes; where the reader stands on one that vanishes, they stand on none."""
        self.filter = wanted
        if self.current is not None and not wanted.admits(self.changes[self.current]):
            self.current = None
        self._rebuild()

    def pin(self, entries: Iterable[int]) -> None:
        """Keeps entries out of every fold: those that carry an annotation."""
        self._pinned = frozenset(entries)
        self._rebuild()

    def toggle_fold(self, line: int) -> bool:
        """Opens or closes the fold at `line`; returns whether there was one."""
        fold = self.lines[line]
        if not isinstance(fold, Fold):
            return False
        run = {row.entry for row in self.rows[fold.first : fold.end]}
        self._opened = self._opened - run if fold.opened else self._opened | run
        self._rebuild()
        return True

    def reveal(self, entry: int) -> bool:
        """Opens the fold that hides `entry`; returns whether anything was hidden."""
        if entry in self._first_line:
            return False
        for index, line in enumerate(self.lines):
            if isinstance(line, Fold) and any(row.entry == entry for row in self.rows[line.first : line.end]):
                return self.toggle_fold(index)
        return False

    def line_of(self, entry: int, side: SideName | None = None) -> int | None:
        """The line of an entry: the one that shows `side`, else its first; None while it is folded away."""
        first = self._first_line.get(entry)
        if first is None or side is None:
            return first
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if isinstance(line, Row) and line.entry == entry and line.shows(side):
                return index
        return first

    def entry_at(self, side: SideName, offset: int) -> int | None:
        """The entry whose text on `side` holds code point `offset`; between two, the one before."""
        places = self._old_places if side == "old" else self._new_places
        at = bisect_right(places, (offset, len(self.comparison.entries))) - 1
        return places[at][1] if at >= 0 else None

    def page_order(self, side: SideName, offset: int) -> int:
        """Where a code point of one side comes on the whole page, folds opened: the number of its row."""
        entry = self.entry_at(side, offset)
        return -1 if entry is None else self._row_numbers.get((entry, side), -1)

    def select(self, change: int) -> None:
        """Puts the reader on a change and remembers that it was seen."""
        self.current = change
        self.seen.add(change)

    def step(
        self,
        by: int,
        *,
        from_line: int = 0,
        wanted: Callable[[Change], bool] | None = None,
        afresh: bool = False,
    ) -> int | None:
        """The next (`by` = 1) or previous (-1) shown change that is `wanted`, None at the end of the walk.

        Without a current change, or `afresh`, the walk begins at the first change from line `from_line` on.
        """
        shown = [c for c in self.shown_changes if wanted is None or wanted(self.changes[c])]
        if self.current is None or afresh:
            ahead = [c for c in shown if (self.line_of(self.changes[c].entries[0]) or 0) >= from_line]
            behind = shown[: len(shown) - len(ahead)]
        else:
            ahead = [c for c in shown if c > self.current]
            behind = [c for c in shown if c < self.current]
        if by > 0:
            return ahead[0] if ahead else None
        return behind[-1] if behind else None

    def leads_down(self, line: int) -> bool:
        """Whether the other place of the moved provision at `line` stands further down."""
        row = self.lines[line]
        partner = self._partner.get(line)
        if partner is None:
            return isinstance(row, Row) and row.part is Part.DEPARTURE
        return partner > line

    @cached_property
    def _row_numbers(self) -> dict[tuple[int, SideName], int]:
        return {(row.entry, side): n for n, row in enumerate(self.rows) for side in SIDES if row.shows(side)}

    @cached_property
    def _old_places(self) -> list[tuple[int, int]]:
        return sorted((e.old.start, i) for i, e in enumerate(self.comparison.entries) if e.old is not None)

    @cached_property
    def _new_places(self) -> list[tuple[int, int]]:
        return sorted((e.new.start, i) for i, e in enumerate(self.comparison.entries) if e.new is not None)

    def _rebuild(self) -> None:
        admitted = {entry for index in self.shown_changes for entry in self.changes[index].entries}
        hidden = {
            entry
            for change in self.changes
            if change.substantive and not self.filter.admits(change)
            for entry in change.entries
        }
        entries = self.comparison.entries
        self.lines = folded(
            self.rows,
            shown=lambda entry: entry in admitted or entry in self._pinned,
            filtered=lambda entry: entry in hidden,
            spelling=lambda entry: entries[entry].status is Status.ORTHOGRAPHIC and entry not in hidden,
            opened=self._opened,
        )
        self._first_line = {}
        left: dict[int, int] = {}
        arrived: dict[int, int] = {}
        for index, line in enumerate(self.lines):
            if isinstance(line, Row):
                self._first_line.setdefault(line.entry, index)
                if line.part is Part.DEPARTURE:
                    left[line.entry] = index
                elif line.part is Part.ARRIVAL:
                    arrived[line.entry] = index
        self.moves = [(index, arrived[entry]) for entry, index in left.items() if entry in arrived]
        self._partner = {a: b for pair in self.moves for a, b in (pair, pair[::-1])}


def nothing_substantive(comparison: Comparison) -> bool:
    """Whether no provision changed in substance: spelling that makes another word would be substance."""
    return all(
        kind_of(entry) is None
        or (
            entry.status is Status.ORTHOGRAPHIC
            and not entry.flags
            and not any(s.weighty for s in entry.spans)
        )
        for entry in comparison.entries
    )
