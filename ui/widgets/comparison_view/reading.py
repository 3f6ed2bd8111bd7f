"""A comparison as it is being read: what is filtered, unfolded, seen, and where the reader stands. Without Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from desktop_app.comparison.result import Comparison, Flag, Range, Status
from ui.widgets.comparison_view.changes import Change, ChangeKind, Filter, changes, kind_of
from ui.widgets.comparison_view.labels import chapter_titles
from ui.widgets.comparison_view.pieces import pieces
from ui.widgets.comparison_view.ribbons import LineRun, Ribbon, all_of, partners, ribbons
from ui.widgets.comparison_view.rows import (
    SIDES,
    UNCHANGED_RUN,
    Fold,
    Gap,
    Hiding,
    Line,
    Part,
    Row,
    SideName,
    folded,
    sequence,
)
from ui.widgets.comparison_view.tables import with_columns

#: Members of a group that moved together which are put behind one line; fewer stand open.
_LEAST_TOGETHER = 3


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
        self._opened_gaps: set[object] = set()
        self._pinned: frozenset[int] = frozenset()
        self._pinned_places: dict[int, list[tuple[SideName, Range]]] = {}
        self.lines: list[Line] = []
        #: What moved, as runs of lines that are to be tied together.
        self.ribbons: list[Ribbon] = []
        #: The first and last line of what was split or merged.
        self.parted: list[LineRun] = []
        self._partner: dict[int, int] = {}
        self._ribbon_of: dict[int, Ribbon] = {}
        self._marked: list[tuple[int, ChangeKind]] | None = None
        self._lines_of: dict[int, list[int]] = {}
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

    # What is shown

    def use_filter(self, wanted: Filter) -> None:
        """Shows other changes; where the reader stands on one that vanishes, they stand on none."""
        self.filter = wanted
        if self.current is not None and not wanted.admits(self.changes[self.current]):
            self.current = None
        self._rebuild()

    def pin(self, entries: Iterable[int], places: Iterable[tuple[SideName, Range]] = ()) -> None:
        """Keeps entries out of every fold, and places out of every gap: those that carry an annotation."""
        self._pinned = frozenset(entries)
        self._pinned_places = {}
        for side, place in places:
            entry = self.entry_at(side, place[0])
            if entry is not None:
                self._pinned_places.setdefault(entry, []).append((side, place))
        self._rebuild()

    def toggle_fold(self, line: int) -> bool:
        """Opens or closes the fold or gap at `line`; returns whether there was one."""
        fold = self.lines[line]
        if isinstance(fold, Row):
            return False
        if isinstance(fold, Gap):
            self._opened_gaps ^= {fold.key}
        else:
            run = {row.entry for row in self.rows[fold.first : fold.end]}
            self._opened = self._opened - run if fold.opened else self._opened | run
        self._rebuild()
        return True

    def reveal(self, entry: int, side: SideName | None = None, offset: int | None = None) -> bool:
        """Opens the fold that hides `entry`, and the gap in it that hides code point `offset` of `side`; returns
        whether anything was hidden."""
        opened = self._open_fold_of(entry) if entry not in self._lines_of else False
        if side is None or offset is None:
            return opened
        for index in self._lines_of.get(entry, ()):
            line = self.lines[index]
            if isinstance(line, Gap) and not line.opened and line.hides(side, offset):
                return self.toggle_fold(index)
        return opened

    def _open_fold_of(self, entry: int) -> bool:
        for index, line in enumerate(self.lines):
            if isinstance(line, Fold) and any(row.entry == entry for row in self.rows[line.first : line.end]):
                return self.toggle_fold(index)
        return False

    # Where what stands

    def line_of(self, entry: int, side: SideName | None = None, offset: int | None = None) -> int | None:
        """The line of an entry: the one that shows `side` (and its code point `offset`), else its first; None
        while it is folded away."""
        own = self._lines_of.get(entry)
        if own is None or side is None:
            return own[0] if own else None
        showing = [index for index in own if self.lines[index].shows(side)]  # type: ignore[union-attr]
        if offset is not None:
            showing = [index for index in showing if self._begins_before(index, side, offset)][-1:] or showing
        return showing[0] if showing else own[0]

    def _begins_before(self, index: int, side: SideName, offset: int) -> bool:
        line = self.lines[index]
        if isinstance(line, Fold):
            return False
        if isinstance(line, Gap):
            return not line.opened and line.hides(side, offset)
        if line.piece is None:
            return True
        part = line.piece.old if side == "old" else line.piece.new
        return part is not None and part[0] <= offset

    def entry_at(self, side: SideName, offset: int) -> int | None:
        """The entry whose text on `side` holds code point `offset`; between two, the one before."""
        places = self._old_places if side == "old" else self._new_places
        at = bisect_right(places, (offset, len(self.comparison.entries))) - 1
        return places[at][1] if at >= 0 else None

    def page_order(self, side: SideName, offset: int) -> int:
        """Where a code point of one side comes on the whole page, folds opened: the number of its row."""
        entry = self.entry_at(side, offset)
        return -1 if entry is None else self._row_numbers.get((entry, side), -1)

    def leads_down(self, line: int) -> bool:
        """Whether the other place of the moved provision at `line` stands further down."""
        row = self.lines[line]
        partner = self._partner.get(line)
        if partner is None:
            return isinstance(row, Row) and row.part is Part.DEPARTURE
        return partner > line

    def ribbons_near(self, first: int, last: int) -> list[Ribbon]:
        """The ribbons that begin or end among lines `first` to `last`, and that of the current change."""
        near = {self._ribbon_of[line] for line in range(first, last + 1) if line in self._ribbon_of}
        if self.current is not None:
            own = (self._lines_of.get(entry, ()) for entry in self.changes[self.current].entries)
            near |= {self._ribbon_of[line] for lines in own for line in lines if line in self._ribbon_of}
        return sorted(near, key=lambda ribbon: ribbon.left)

    @property
    def marked_lines(self) -> list[tuple[int, ChangeKind]]:
        """The lines where shown changes begin, with their kinds: what the map shows."""
        if self._marked is None:
            shown = set(self.shown_changes)
            found = self._marked = []
            for index, line in enumerate(self.lines):
                if isinstance(line, Row) and line.begins:
                    number = self._change_of.get(line.entry)
                    if number in shown and number is not None:
                        found.append((index, self.changes[number].kind))
        return self._marked

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

    @cached_property
    def _row_numbers(self) -> dict[tuple[int, SideName], int]:
        return {(row.entry, side): n for n, row in enumerate(self.rows) for side in SIDES if row.shows(side)}

    @cached_property
    def _old_places(self) -> list[tuple[int, int]]:
        return sorted((e.old.start, i) for i, e in enumerate(self.comparison.entries) if e.old is not None)

    @cached_property
    def _new_places(self) -> list[tuple[int, int]]:
        return sorted((e.new.start, i) for i, e in enumerate(self.comparison.entries) if e.new is not None)

    # Making the lines

    def _rebuild(self) -> None:
        hidden = {
            entry
            for change in self.changes
            if change.substantive and not self.filter.admits(change)
            for entry in change.entries
        }
        entries = self.comparison.entries
        found = folded(
            self.rows,
            hiding=self._hiding(),
            filtered=lambda entry: entry in hidden,
            spelling=lambda entry: entries[entry].status is Status.ORTHOGRAPHIC and entry not in hidden,
            opened=self._opened,
        )
        lines: list[Line] = []
        for line in found:
            if isinstance(line, Fold):
                lines.append(line)
            else:
                lines.extend(
                    pieces(self.comparison, line, spelling=self.filter.orthographic, opened=self._is_open)
                )
        self.lines = with_columns(self.comparison, lines)
        self._marked = None
        self._lines_of = {}
        for index, made in enumerate(self.lines):
            if not isinstance(made, Fold):
                self._lines_of.setdefault(made.entry, []).append(index)
        self.ribbons = [
            replace(ribbon, change=self._change_of.get(ribbon.entry))
            for ribbon in ribbons(self.lines, self.rows, entries)
        ]
        self._partner = partners(self.ribbons)
        self._ribbon_of = {
            line: ribbon
            for ribbon in self.ribbons
            for run in (ribbon.left, ribbon.arrived)
            for line in all_of(run)
        }
        self.parted = self._parted()

    def _parted(self) -> list[LineRun]:
        found: list[LineRun] = []
        for number in self.shown_changes:
            change = self.changes[number]
            if len(change.entries) > 1 and change.flags & {Flag.SPLIT, Flag.MERGED}:
                own = [index for entry in change.entries for index in self._lines_of.get(entry, ())]
                starts = [index for index in own if self._begins(index)]
                if len(starts) > 1:
                    found.append((min(starts), max(starts)))
        return found

    def _begins(self, index: int) -> bool:
        line = self.lines[index]
        return isinstance(line, Row) and line.begins

    def _hiding(self) -> Hiding:
        admitted = {entry for index in self.shown_changes for entry in self.changes[index].entries}
        together = self._together

        def hiding(row: Row) -> object | None:
            if row.entry in self._pinned:
                return None
            if row.entry not in admitted:
                return UNCHANGED_RUN
            group = together.get(row.entry)
            if group is None or (self.filter.orthographic and self._spelt_otherwise(row.entry)):
                return None
            return group, row.part

        return hiding

    def _is_open(self, gap: Gap) -> bool:
        if gap.key in self._opened_gaps:
            return True
        return any(gap.hides(side, place[0]) for side, place in self._pinned_places.get(gap.entry, ()))

    def _spelt_otherwise(self, entry: int) -> bool:
        return self.comparison.entries[entry].status is Status.ORTHOGRAPHIC

    @cached_property
    def _together(self) -> dict[int, int]:
        """Entries that only went along with a group that moved as a whole, by the number of the group; its first
        entry, and what is more than moved, stands by itself."""
        found: dict[int, int] = {}
        for change in self.changes:
            members = [
                index
                for index in change.entries[1:]
                if self._only_moved(index) and not any(self._holds(index, ref.new[0]) for ref in change.stale)
            ]
            if len(members) >= _LEAST_TOGETHER:
                group = self.comparison.entries[change.entries[0]].group
                found.update(dict.fromkeys(members, -1 if group is None else group))
        return found

    def _only_moved(self, index: int) -> bool:
        entry = self.comparison.entries[index]
        return (
            Flag.MOVED in entry.flags
            and not entry.flags & {Flag.SPLIT, Flag.MERGED}
            and entry.status in (Status.UNCHANGED, Status.ORTHOGRAPHIC)
        )

    def _holds(self, index: int, offset: int) -> bool:
        place = self.comparison.entries[index].new
        return place is not None and place.start <= offset < place.end


def nothing_substantive(comparison: Comparison) -> bool:
    """Whether no provision changed in substance: spelling that makes another word would be substance."""
    return all(
        kind_of(entry) is None
        or (entry.status is Status.ORTHOGRAPHIC and not entry.flags and not entry.weighty)
        for entry in comparison.entries
    )
