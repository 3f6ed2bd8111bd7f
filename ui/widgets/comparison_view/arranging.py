"""The lines of the view for one filter: which are shown, which are folded, and where each entry is. Without Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Final

from desktop_app.comparison.result import Comparison, Flag, ProvisionStatus, Range, SideName
from ui.widgets.comparison_view.changes import ChangeKind, ChangeStop, Filter
from ui.widgets.comparison_view.pieces import pieces
from ui.widgets.comparison_view.ribbons import LineRun, Ribbon, all_of, partners, ribbons
from ui.widgets.comparison_view.rows import (
    UNCHANGED_RUN,
    Fold,
    Hiding,
    Line,
    Row,
    ShownSides,
    UnchangedGap,
    folded,
)
from ui.widgets.comparison_view.tables import with_columns

#: Minimum number of members of a moved group that are folded into one line.
_LEAST_TOGETHER: Final = 3


@dataclass
class Openness:
    """What the reader opened (or, while `everything` is open, closed), and what no filter hides.

    The latter are the `pinned` entries, and the `places` in entries that have an annotation.
    """

    folds: set[int] = field(default_factory=set)
    gaps: set[object] = field(default_factory=set)
    pinned: frozenset[int] = frozenset()
    places: dict[int, list[tuple[SideName, Range]]] = field(default_factory=dict)
    everything: bool = False

    def toggle(self, line: Fold | UnchangedGap, rows: Sequence[Row]) -> None:
        """Opens or closes a fold or a gap. Folds are stored by their entries, because a filter changes their
        bounds."""
        if isinstance(line, UnchangedGap):
            self.gaps ^= {line.key}
            return
        run = {row.entry for row in rows[line.first : line.end]}
        self.folds = self.folds - run if line.opened != self.everything else self.folds | run

    def unfold(self, everything: bool) -> None:
        """Opens or closes all folds and gaps."""
        self.everything = everything
        self.folds.clear()
        self.gaps.clear()

    def open_entries(self, count: int) -> Collection[int]:
        """Returns the entries with an open fold, given their total number `count`."""
        return set(range(count)) - self.folds if self.everything else self.folds

    def is_open(self, gap: UnchangedGap) -> bool:
        """Returns whether the text of a gap is shown."""
        if (gap.key in self.gaps) != self.everything:
            return True
        return any(gap.hides(side, place[0]) for side, place in self.places.get(gap.entry, ()))


class Arrangement:
    """The immutable arrangement for one filter and one set of open folds.

    `changes` has all changes; `change_of` maps an entry to its change.
    """

    def __init__(
        self,
        comparison: Comparison,
        rows: Sequence[Row],
        changes: Sequence[ChangeStop],
        change_of: Mapping[int, int],
        wanted: Filter,
        opened: Openness,
    ) -> None:
        self._comparison, self._rows = comparison, rows
        self._changes, self._change_of = changes, change_of
        self._wanted, self._opened = wanted, opened
        #: The changes that the filter admits, in reading order.
        self.shown = [number for number, change in enumerate(changes) if wanted.admits(change)]
        self.lines = self._made()
        self._lines_of: dict[int, list[int]] = {}
        for index, line in enumerate(self.lines):
            if not isinstance(line, Fold):
                self._lines_of.setdefault(line.entry, []).append(index)
        #: Moves as pairs of runs of lines, to be connected by ribbons.
        self.ribbons = [
            replace(ribbon, change=change_of.get(ribbon.entry))
            for ribbon in ribbons(self.lines, rows, comparison.entries)
        ]
        self._partner = partners(self.ribbons)

    # Positions

    def lines_of(self, entry: int) -> Sequence[int]:
        """Returns the lines and gaps of an entry, or nothing while it is folded."""
        return self._lines_of.get(entry, ())

    def line_of(self, entry: int, side: SideName | None = None, offset: int | None = None) -> int | None:
        """Returns the line of an entry, or None while it is folded.

        Prefers the line that shows `side` (and its code point `offset`) over the first one.
        """
        own = self.lines_of(entry)
        if not own or side is None:
            return own[0] if own else None
        showing = [index for index in own if self._shows(index, side)]
        if offset is not None:
            showing = [index for index in showing if self._begins_before(index, side, offset)][-1:] or showing
        return showing[0] if showing else own[0]

    def leads_down(self, line: int) -> bool:
        """Returns whether the other place of the moved provision at `line` is further down."""
        row = self.lines[line]
        partner = self._partner.get(line)
        if partner is None:
            return isinstance(row, Row) and row.part is ShownSides.DEPARTURE
        return partner > line

    def ribbons_near(self, first: int, last: int, entries: Iterable[int]) -> list[Ribbon]:
        """Returns the ribbons with an end in lines `first` to `last`, and those of `entries` regardless of their
        place."""
        lines = [*range(first, last + 1), *(line for entry in entries for line in self.lines_of(entry))]
        near = {self._ribbon_of[line] for line in lines if line in self._ribbon_of}
        return sorted(near, key=lambda ribbon: ribbon.left)

    @cached_property
    def marked_lines(self) -> list[tuple[int, ChangeKind]]:
        """The lines where shown changes start, with their kinds, for the map."""
        shown = set(self.shown)
        found: list[tuple[int, ChangeKind]] = []
        for index, line in enumerate(self.lines):
            number = self._change_of.get(line.entry) if isinstance(line, Row) and line.begins else None
            if number is not None and number in shown:
                found.append((index, self._changes[number].kind))
        return found

    @cached_property
    def parted(self) -> list[LineRun]:
        """The first and last lines of split or merged provisions whose parts are adjacent."""
        found: list[LineRun] = []
        for number in self.shown:
            change = self._changes[number]
            if len(change.entries) > 1 and change.flags & {Flag.SPLIT, Flag.MERGED}:
                own = sorted(line for entry in change.entries for line in self.lines_of(entry))
                found.extend(self._parts_together(own))
        return found

    def _parts_together(self, own: Sequence[int]) -> Iterator[LineRun]:
        for _, run in groupby(enumerate(own), key=lambda pair: pair[1] - pair[0]):
            starts = [line for _, line in run if self._begins(line)]
            if len(starts) > 1:
                yield starts[0], starts[-1]

    @cached_property
    def _ribbon_of(self) -> dict[int, Ribbon]:
        return {
            line: ribbon
            for ribbon in self.ribbons
            for run in (ribbon.left, ribbon.arrived)
            for line in all_of(run)
        }

    def _begins(self, index: int) -> bool:
        line = self.lines[index]
        return isinstance(line, Row) and line.begins

    def _shows(self, index: int, side: SideName) -> bool:
        line = self.lines[index]
        return not isinstance(line, Fold) and line.shows(side)

    def _begins_before(self, index: int, side: SideName, offset: int) -> bool:
        line = self.lines[index]
        if isinstance(line, UnchangedGap):
            return not line.opened and line.hides(side, offset)
        if isinstance(line, Fold) or line.piece is None:
            return isinstance(line, Row)
        part = line.piece.old if side == "old" else line.piece.new
        return part is not None and part[0] <= offset

    # Building the lines

    def _made(self) -> list[Line]:
        hidden = {
            entry
            for change in self._changes
            if change.substantive and not self._wanted.admits(change)
            for entry in change.entries
        }
        found = folded(
            self._rows,
            hiding=self._hiding(),
            filtered=lambda entry: entry in hidden,
            spelling=lambda entry: self._spelt_otherwise(entry) and entry not in hidden,
            opened=self._opened.open_entries(len(self._comparison.entries)),
        )
        lines: list[Line] = []
        for line in found:
            if isinstance(line, Fold):
                lines.append(line)
                continue
            spelling = self._wanted.orthographic
            lines.extend(pieces(self._comparison, line, spelling=spelling, opened=self._opened.is_open))
        return with_columns(self._comparison, lines)

    def _hiding(self) -> Hiding:
        admitted = {entry for number in self.shown for entry in self._changes[number].entries}
        together = self._together()

        def hiding(row: Row) -> object | None:
            if row.entry in self._opened.pinned:
                return None
            if row.entry not in admitted:
                return UNCHANGED_RUN
            group = together.get(row.entry)
            if group is None or (self._wanted.orthographic and self._spelt_otherwise(row.entry)):
                return None
            return group, row.part

        return hiding

    def _spelt_otherwise(self, entry: int) -> bool:
        return self._comparison.entries[entry].status is ProvisionStatus.ORTHOGRAPHIC

    def _together(self) -> dict[int, int]:
        """Maps entries that merely moved with their group to the number of the group.

        The first entry of a group, and entries with further changes, are excluded.
        """
        found: dict[int, int] = {}
        for change in self._changes:
            group = self._comparison.entries[change.entries[0]].group
            if group is None:
                continue
            members = [
                index
                for index in change.entries[1:]
                if self._only_moved(index) and not any(self._holds(index, ref.new[0]) for ref in change.stale)
            ]
            if len(members) >= _LEAST_TOGETHER:
                found.update(dict.fromkeys(members, group))
        return found

    def _only_moved(self, index: int) -> bool:
        entry = self._comparison.entries[index]
        return (
            Flag.MOVED in entry.flags
            and not entry.flags & {Flag.SPLIT, Flag.MERGED}
            and entry.status in (ProvisionStatus.UNCHANGED, ProvisionStatus.ORTHOGRAPHIC)
            and not entry.weighty
        )

    def _holds(self, index: int, offset: int) -> bool:
        place = self._comparison.entries[index].new
        return place is not None and place.start <= offset < place.end
