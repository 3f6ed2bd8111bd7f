"""Which lines of the two texts stand beside each other, and which are folded away. Without Qt.

The right side must read as OLD from top to bottom and the left one as NEW, each without a gap. A provision that
moved therefore has two rows: one where it left, one where it arrived. Everything else has one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Final, Literal

from desktop_app.comparison.result import Comparison, Entry, Flag, ProvisionPlace, Range

SideName = Literal["old", "new"]
SIDES: Final[tuple[SideName, SideName]] = ("old", "new")

#: A single unchanged provision is no longer than the line that would stand for it.
SHORTEST_FOLD: Final = 2


class ShownSides(StrEnum):
    """Which sides of its entry a row shows."""

    BOTH = "both"
    DELETED = "deleted"
    INSERTED = "inserted"
    DEPARTURE = "departure"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class RowPart:
    """What a row shows of a provision that has several: code points of each side, None where a side has nothing
    beside it. `first` and `last` tell where the provision begins and ends; a table row holds cells, and what stands
    below a table is set `apart` from it."""

    old: Range | None
    new: Range | None
    first: bool
    last: bool
    table: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the comparison (by its index) as it stands in the view, or with a `piece` a part of it.

    `columns` are the widths of a table row's cells as shares of one, the rightmost first.
    """

    entry: int
    part: ShownSides
    piece: RowPart | None = None
    columns: tuple[float, ...] = ()

    def part_shows(self, side: SideName) -> bool:
        """Whether rows of this part of the entry show `side` at all."""
        if self.part is ShownSides.BOTH:
            return True
        return (side == "old") == (self.part in (ShownSides.DELETED, ShownSides.DEPARTURE))

    def shows(self, side: SideName) -> bool:
        """Whether the text of `side` stands in this row; where it does not, the side is hatched."""
        if self.piece is None:
            return self.part_shows(side)
        return (self.piece.old if side == "old" else self.piece.new) is not None

    def range_of(self, side: SideName, place: ProvisionPlace | None) -> Range | None:
        """What the row shows of its entry's `place` on one side."""
        if self.piece is not None:
            return self.piece.old if side == "old" else self.piece.new
        return (place.start, place.end) if place is not None and self.part_shows(side) else None

    @property
    def begins(self) -> bool:
        """Whether the provision begins here."""
        return self.piece is None or self.piece.first

    @property
    def ends(self) -> bool:
        """Whether the provision ends here."""
        return self.piece is None or self.piece.last


@dataclass(frozen=True, slots=True)
class UnchangedGap:
    """Words (or table rows) inside a provision that are alike on both sides and that one line stands for."""

    entry: int
    part: ShownSides
    old: Range | None
    new: Range | None
    words: int = 0
    rows: int = 0
    opened: bool = False

    @property
    def key(self) -> tuple[int, ShownSides, Range | None, Range | None]:
        """What tells this gap from every other."""
        return self.entry, self.part, self.old, self.new

    def shows(self, side: SideName) -> bool:
        """Whether words of `side` are behind it."""
        return (self.old if side == "old" else self.new) is not None

    def hides(self, side: SideName, offset: int) -> bool:
        """Whether a code point of `side` is behind it."""
        part = self.old if side == "old" else self.new
        return part is not None and part[0] <= offset < part[1]


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of provisions that one line stands for: rows `[first, end)` of the sequence.

    `filtered` of them are changes that only a filter hides, `spelling` of them differ in spelling: a fold never
    passes either off as unchanged. `moved` is the part of a group that moved together: its members that are
    otherwise as they were.
    """

    first: int
    end: int
    filtered: int = 0
    spelling: int = 0
    opened: bool = False
    moved: ShownSides | None = None

    @property
    def hidden(self) -> int:
        """How many rows the line stands for."""
        return self.end - self.first


Line = Row | Fold | UnchangedGap


def sequence(comparison: Comparison) -> tuple[Row, ...]:
    """All rows in reading order: between two provisions that stayed, first what went, then what came."""
    entries = comparison.entries
    departed = _departures(entries)
    leaving = sorted(
        (entry.old.start, index)
        for index, entry in enumerate(entries)
        if entry.old is not None and (entry.new is None or index in departed)
    )
    rows: list[Row] = []
    at = 0
    for index, entry in enumerate(entries):
        if entry.new is None:
            continue
        if index in departed:
            rows.append(Row(index, ShownSides.ARRIVAL))
            continue
        if entry.old is None:
            rows.append(Row(index, ShownSides.INSERTED))
            continue
        at = _leave(rows, leaving, at, entry.old.start, departed)
        rows.append(Row(index, ShownSides.BOTH))
    _leave(rows, leaving, at, None, departed)
    return tuple(_gaps_in_order(rows))


def _leave(
    rows: list[Row],
    leaving: Sequence[tuple[int, int]],
    at: int,
    before: int | None,
    departed: Collection[int],
) -> int:
    while at < len(leaving) and (before is None or leaving[at][0] < before):
        index = leaving[at][1]
        rows.append(Row(index, ShownSides.DEPARTURE if index in departed else ShownSides.DELETED))
        at += 1
    return at


def _gaps_in_order(rows: Sequence[Row]) -> Iterator[Row]:
    """Between two rows that show both sides: rows of OLD before rows of NEW."""
    came: list[Row] = []
    for row in rows:
        if row.part in (ShownSides.INSERTED, ShownSides.ARRIVAL):
            came.append(row)
            continue
        if row.part is ShownSides.BOTH:
            yield from came
            came.clear()
        yield row
    yield from came


def _departures(entries: Sequence[Entry]) -> frozenset[int]:
    """Entries whose two texts cannot share a row: the moved ones, and any whose OLD place runs backwards."""
    apart: set[int] = set()
    reached = -1
    for index, entry in enumerate(entries):
        if entry.old is None or entry.new is None:
            continue
        if Flag.MOVED in entry.flags or entry.old.start < reached:
            apart.add(index)
        else:
            reached = entry.old.start
    return frozenset(apart)


#: What a row says of itself to `folded`: None where it is shown; else what it may share a line with.
Hiding = Callable[[Row], object | None]
#: The run that has nothing but unchanged (or filtered) provisions in it.
UNCHANGED_RUN: Final = "unchanged"


def folded(
    rows: Sequence[Row],
    *,
    hiding: Hiding,
    filtered: Callable[[int], bool],
    spelling: Callable[[int], bool],
    opened: Collection[int] = (),
) -> list[Row | Fold]:
    """`rows` with each run of rows that hide alike put behind one line.

    `filtered` and `spelling` tell what a hidden entry is, for the counts of the line. `opened` holds entries whose
    run stays open: any entry of the run opens it, so it stays open when a filter alters its ends.
    """
    lines: list[Row | Fold] = []
    for why, members in groupby(enumerate(rows), key=lambda pair: hiding(pair[1])):
        numbered = list(members)
        run = [row for _, row in numbered]
        if why is None:
            lines.extend(run)
            continue
        counts = sum(filtered(row.entry) for row in run), sum(spelling(row.entry) for row in run)
        moved = None if why == UNCHANGED_RUN else run[0].part
        start = numbered[0][0]
        lines.extend(_run(run, Fold(start, start + len(run), *counts, moved=moved), opened))
    return lines


def _run(run: Sequence[Row], fold: Fold, opened: Collection[int]) -> Iterator[Row | Fold]:
    if len(run) < SHORTEST_FOLD and not fold.filtered:
        yield from run
        return
    is_open = any(row.entry in opened for row in run)
    yield replace(fold, opened=is_open)
    if is_open:
        yield from run
