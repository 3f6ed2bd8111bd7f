"""The state of reading a comparison: filter, open folds, seen changes, current change. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from desktop_app.comparison.result import Comparison, Flag, Range, SideName
from ui.widgets.comparison_view.arranging import Arrangement, Openness
from ui.widgets.comparison_view.changes import ChangeStop, Filter, changes
from ui.widgets.comparison_view.labels import chapter, chapter_counterparts, chapter_titles
from ui.widgets.comparison_view.places import ComparisonPlaces
from ui.widgets.comparison_view.ribbons import Ribbon
from ui.widgets.comparison_view.rows import Fold, Line, Row, UnchangedGap, sequence


class ComparisonReading:
    """The lines of a comparison, and navigation through its changes, which are identified by index."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.rows = sequence(comparison)
        self.places = ComparisonPlaces(comparison, self.rows)
        self.changes: tuple[ChangeStop, ...] = changes(comparison, self.rows)
        self.filter = Filter()
        self.current: int | None = None
        self.seen: set[int] = set()
        self._change_of = {
            entry: index for index, change in enumerate(self.changes) for entry in change.entries
        }
        self._opened = Openness()
        #: The lines for the current filter and open folds; replaced whenever either changes.
        self.arranged = self._arrange()

    @property
    def shown_changes(self) -> list[int]:
        """The changes that pass the filter, in reading order."""
        return self.arranged.shown

    @property
    def substantive(self) -> list[int]:
        """The changes that are more than spelling, which a reader has to see."""
        return [index for index, change in enumerate(self.changes) if change.substantive]

    @cached_property
    def chapters(self) -> dict[tuple[str, ...], str]:
        """The headings of the divisions by path."""
        return chapter_titles(self.comparison)

    @cached_property
    def _counterparts(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        return chapter_counterparts(self.comparison)

    def chapter_of(self, change: int) -> tuple[str, ...]:
        """Returns the path of the division of a change in reading order.

        A provision that moved down is read at its old place, under the heading there. A division of OLD has
        its name in NEW.
        """
        entry = self.comparison.entries[self.changes[change].entries[0]]
        old, new = entry.old, entry.new
        if new is not None and (
            old is None
            or Flag.MOVED not in entry.flags
            or self.places.page_order("new", new.start) < self.places.page_order("old", old.start)
        ):
            return chapter(new)
        path = chapter(old)
        return self._counterparts.get(path, path)

    def change_of(self, entry: int) -> int | None:
        """Returns the change that an entry belongs to, or None."""
        return self._change_of.get(entry)

    # What is shown

    @property
    def lines(self) -> list[Line]:
        """The lines from top to bottom; a new list whenever one changes."""
        return self.arranged.lines

    @property
    def unfolded(self) -> bool:
        """Whether all folds and gaps are open."""
        return self._opened.everything

    def use_filter(self, wanted: Filter) -> None:
        """Sets the filter; the current change becomes None if the filter hides it."""
        self.filter = wanted
        if self.current is not None and not wanted.admits(self.changes[self.current]):
            self.current = None
        self.arranged = self._arrange()

    def pin(self, entries: Iterable[int], places: Iterable[tuple[SideName, Range]] = ()) -> None:
        """Keeps entries out of folds, and places out of gaps: those with an annotation."""
        self._opened.pinned = frozenset(entries)
        self._opened.places = {}
        for side, place in places:
            entry = self.places.entry_at(side, place[0])
            if entry is not None:
                self._opened.places.setdefault(entry, []).append((side, place))
        self.arranged = self._arrange()

    def toggle_fold(self, line: int) -> bool:
        """Opens or closes the fold or gap at `line`; returns whether there is one."""
        fold = self.lines[line]
        if isinstance(fold, Row):
            return False
        self._opened.toggle(fold, self.rows)
        self.arranged = self._arrange()
        return True

    def unfold(self, everything: bool) -> None:
        """Opens all folds and gaps, or closes them all."""
        self._opened.unfold(everything)
        self.arranged = self._arrange()

    def reveal(self, entry: int, side: SideName | None = None, offset: int | None = None) -> bool:
        """Opens the fold that hides `entry`, and the gap that hides code point `offset` of `side`.

        Returns whether anything was hidden.
        """
        opened = False if self.arranged.lines_of(entry) else self._open_fold_of(entry)
        if side is None or offset is None:
            return opened
        for index in self.arranged.lines_of(entry):
            line = self.lines[index]
            if isinstance(line, UnchangedGap) and not line.opened and line.hides(side, offset):
                return self.toggle_fold(index)
        return opened

    def _open_fold_of(self, entry: int) -> bool:
        for index, line in enumerate(self.lines):
            if isinstance(line, Fold) and any(row.entry == entry for row in self.rows[line.first : line.end]):
                return self.toggle_fold(index)
        return False

    def _arrange(self) -> Arrangement:
        return Arrangement(
            self.comparison, self.rows, self.changes, self._change_of, self.filter, self._opened
        )

    # Positions

    def line_of(self, entry: int, side: SideName | None = None, offset: int | None = None) -> int | None:
        """Returns the line of an entry that shows `side` (and its code point `offset`), else its first line.

        Returns None while the entry is in a closed fold.
        """
        return self.arranged.line_of(entry, side, offset)

    def ribbons_near(self, first: int, last: int) -> list[Ribbon]:
        """Returns the ribbons that begin or end among lines `first` to `last`, and that of the current
        change.
        """
        own = () if self.current is None else self.changes[self.current].entries
        return self.arranged.ribbons_near(first, last, own)

    # Navigation

    def select(self, change: int) -> None:
        """Makes a change current and marks it as seen."""
        self.current = change
        self.seen.add(change)

    def step(
        self,
        by: int,
        *,
        from_line: int = 0,
        wanted: Callable[[ChangeStop], bool] | None = None,
        afresh: bool = False,
    ) -> int | None:
        """Returns the next (`by` = 1) or previous (-1) shown change that is `wanted`, or None if there is no
        other.

        Without a current change, or with `afresh`, the search starts at line `from_line`.
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


def nothing_substantive(comparison: Comparison) -> bool:
    """Whether a reader has to see nothing. Spelling that makes a different word and stale references are seen."""
    return not comparison.counts["changes"]
