"""A comparison as it is being read: what is filtered, unfolded, seen, and where the reader stands. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from desktop_app.comparison.result import Comparison, Flag, ProvisionStatus, Range
from ui.widgets.comparison_view.arranging import Arrangement, Openness
from ui.widgets.comparison_view.changes import ChangeStop, Filter, changes, kind_of
from ui.widgets.comparison_view.labels import chapter, chapter_counterparts, chapter_titles
from ui.widgets.comparison_view.places import ComparisonPlaces
from ui.widgets.comparison_view.ribbons import Ribbon
from ui.widgets.comparison_view.rows import Fold, Line, Row, SideName, UnchangedGap, sequence


class ComparisonReading:
    """The lines of a comparison and the walk through its changes. Changes are named by their index."""

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
        #: The lines for the filter and for what is open; another one whenever one of them changed.
        self.arranged = self._arrange()

    @property
    def shown_changes(self) -> list[int]:
        """The changes that the filter admits, in reading order."""
        return self.arranged.shown

    @property
    def substantive(self) -> list[int]:
        """The changes that are more than spelling: what a reader has to have seen."""
        return [index for index, change in enumerate(self.changes) if change.substantive]

    @cached_property
    def chapters(self) -> dict[tuple[str, ...], str]:
        """The headings of the divisions by their paths."""
        return chapter_titles(self.comparison)

    @cached_property
    def _counterparts(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        return chapter_counterparts(self.comparison)

    def chapter_of(self, change: int) -> tuple[str, ...]:
        """The path of the division in which a change comes in reading order. What moved down is read where it left,
        under the heading that it left; a division of OLD is called as it is in NEW."""
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
        """The change that an entry belongs to, or None."""
        return self._change_of.get(entry)

    # What is shown

    @property
    def lines(self) -> list[Line]:
        """The lines from top to bottom; another list whenever one of them changed."""
        return self.arranged.lines

    @property
    def unfolded(self) -> bool:
        """Whether all folds and gaps are open."""
        return self._opened.everything

    def use_filter(self, wanted: Filter) -> None:
        """Shows other changes; where the reader stands on one that vanishes, they stand on none."""
        self.filter = wanted
        if self.current is not None and not wanted.admits(self.changes[self.current]):
            self.current = None
        self.arranged = self._arrange()

    def pin(self, entries: Iterable[int], places: Iterable[tuple[SideName, Range]] = ()) -> None:
        """Keeps entries out of every fold, and places out of every gap: those that carry an annotation."""
        self._opened.pinned = frozenset(entries)
        self._opened.places = {}
        for side, place in places:
            entry = self.places.entry_at(side, place[0])
            if entry is not None:
                self._opened.places.setdefault(entry, []).append((side, place))
        self.arranged = self._arrange()

    def toggle_fold(self, line: int) -> bool:
        """Opens or closes the fold or gap at `line`; returns whether there was one."""
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
        """Opens the fold that hides `entry`, and the gap in it that hides code point `offset` of `side`; returns
        whether anything was hidden."""
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

    # Where what stands

    def line_of(self, entry: int, side: SideName | None = None, offset: int | None = None) -> int | None:
        """The line of an entry: the one that shows `side` (and its code point `offset`), else its first; None
        while it is folded away."""
        return self.arranged.line_of(entry, side, offset)

    def ribbons_near(self, first: int, last: int) -> list[Ribbon]:
        """The ribbons that begin or end among lines `first` to `last`, and that of the current change."""
        own = () if self.current is None else self.changes[self.current].entries
        return self.arranged.ribbons_near(first, last, own)

    # The walk

    def select(self, change: int) -> None:
        """Puts the reader on a change and remembers that it was seen."""
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


def nothing_substantive(comparison: Comparison) -> bool:
    """Whether no provision changed in substance: spelling that makes another word would be substance."""
    return all(
        kind_of(entry) is None
        or (entry.status is ProvisionStatus.ORTHOGRAPHIC and not entry.flags and not entry.weighty)
        for entry in comparison.entries
    )
