"""Aligns the provisions of both texts in rows, and folds unchanged ones. Without Qt.

The right side reads as OLD from top to bottom, and the left one as NEW, both complete. Therefore a moved
provision has two rows, one for its departure and one for its arrival. Every other provision has one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Final

from desktop_app.comparison.result import MARGINS, Comparison, Entry, Flag, ProvisionPlace, Range, SideName

SIDES: Final[tuple[SideName, SideName]] = ("old", "new")

#: Minimum number of rows in a fold: a single unchanged provision is no taller than the fold's own line.
SHORTEST_FOLD: Final = 2


class ShownSides(StrEnum):
    """The sides of its entry that a row shows."""

    BOTH = "both"
    DELETED = "deleted"
    INSERTED = "inserted"
    DEPARTURE = "departure"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class RowPart:
    """The part of a provision that a row shows, as code points of each side; None if a side has no counterpart.

    `first` and `last` mark the start and end of the provision. A `table` row has cells. Text below a table is set
    `apart`.
    """

    old: Range | None
    new: Range | None
    first: bool
    last: bool
    table: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of the comparison (by index) in the view, or with `piece`, a part of it.

    `columns` are the widths of a table row's cells as shares of 1, starting from the right. A row of a part beside
    the body (`beside`) has a caption.
    """

    entry: int
    part: ShownSides
    piece: RowPart | None = None
    columns: tuple[float, ...] = ()
    beside: bool = False

    @property
    def captioned(self) -> bool:
        """Whether the name of a part stands above the text."""
        return self.beside and self.begins

    def part_shows(self, side: SideName) -> bool:
        """Returns whether rows of this part of the entry show `side` at all."""
        if self.part is ShownSides.BOTH:
            return True
        return (side == "old") == (self.part in (ShownSides.DELETED, ShownSides.DEPARTURE))

    def shows(self, side: SideName) -> bool:
        """Returns whether this row shows text of `side`. Otherwise the side is hatched."""
        if self.piece is None:
            return self.part_shows(side)
        return (self.piece.old if side == "old" else self.piece.new) is not None

    def range_of(self, side: SideName, place: ProvisionPlace | None) -> Range | None:
        """Returns the part of the entry's `place` that the row shows on one side."""
        if self.piece is not None:
            return self.piece.old if side == "old" else self.piece.new
        return (place.start, place.end) if place is not None and self.part_shows(side) else None

    @property
    def begins(self) -> bool:
        """Whether the provision starts here."""
        return self.piece is None or self.piece.first

    @property
    def ends(self) -> bool:
        """Whether the provision ends here."""
        return self.piece is None or self.piece.last


@dataclass(frozen=True, slots=True)
class UnchangedGap:
    """Unchanged words (or table rows) inside a provision, collapsed into one line."""

    entry: int
    part: ShownSides
    old: Range | None
    new: Range | None
    words: int = 0
    rows: int = 0
    opened: bool = False

    @property
    def key(self) -> tuple[int, ShownSides, Range | None, Range | None]:
        """The unique key of the gap."""
        return self.entry, self.part, self.old, self.new

    def shows(self, side: SideName) -> bool:
        """Returns whether the gap contains text of `side`."""
        return (self.old if side == "old" else self.new) is not None

    def hides(self, side: SideName, offset: int) -> bool:
        """Returns whether the gap contains a code point of `side`."""
        part = self.old if side == "old" else self.new
        return part is not None and part[0] <= offset < part[1]


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of provisions folded into one line: rows `[first, end)` of the sequence.

    `filtered` of them are changes hidden only by the filter, and `spelling` differ in spelling: a fold never
    presents either as unchanged. `moved` is set for members of a moved group that are otherwise unchanged.
    """

    first: int
    end: int
    filtered: int = 0
    spelling: int = 0
    opened: bool = False
    moved: ShownSides | None = None

    @property
    def hidden(self) -> int:
        """The number of rows in the fold."""
        return self.end - self.first


Line = Row | Fold | UnchangedGap


def sequence(comparison: Comparison) -> tuple[Row, ...]:
    """Returns all rows in reading order: between two unmoved provisions, departures and deletions come first.

    Parts beside the body follow the row of the provision that refers to them; headers and footers are last.
    """
    entries = comparison.entries
    body = [index for index, entry in enumerate(entries) if entry.part is None]
    rows = _body_rows(entries, body)
    return rows if len(body) == len(entries) else tuple(_with_parts(rows, entries))


def _with_parts(rows: Sequence[Row], entries: Sequence[Entry]) -> Iterator[Row]:
    below: dict[int, list[int]] = {}
    last: list[int] = []
    home: int | None = None
    for index, entry in enumerate(entries):
        if entry.part is None:
            home = index
        elif home is None or entry.part in MARGINS:
            last.append(index)
        else:
            below.setdefault(home, []).append(index)
    for row in rows:
        yield row
        for index in below.get(row.entry, ()):
            part = _part_below(entries[index], row.part)
            if part is not None:
                yield Row(index, part, beside=True)
    for index in last:
        yield Row(index, _own_sides(entries[index]), beside=True)


def _own_sides(entry: Entry) -> ShownSides:
    if entry.old is None:
        return ShownSides.INSERTED
    return ShownSides.DELETED if entry.new is None else ShownSides.BOTH


def _part_below(entry: Entry, home: ShownSides) -> ShownSides | None:
    """Returns the sides of a part that are shown below a row of its provision, or None for none of them.

    A part goes with its provision when that moves. One that moved to another provision is shown there.
    """
    own = _own_sides(entry)
    if home in (ShownSides.DEPARTURE, ShownSides.ARRIVAL):
        if own is ShownSides.BOTH and Flag.MOVED not in entry.flags:
            return home
        leaves = own is ShownSides.DELETED
        return own if leaves == (home is ShownSides.DEPARTURE) else None
    return own


def _body_rows(entries: Sequence[Entry], body: Sequence[int]) -> tuple[Row, ...]:
    departed = _departures(entries, body)
    leaving = sorted(
        (old.start, index)
        for index in body
        if (old := entries[index].old) is not None and (entries[index].new is None or index in departed)
    )
    rows: list[Row] = []
    at = 0
    for index in body:
        entry = entries[index]
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
    """Sorts rows of OLD before rows of NEW between two rows that show both sides."""
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


def _departures(entries: Sequence[Entry], body: Sequence[int]) -> frozenset[int]:
    """Returns the entries whose sides cannot share a row: moved ones, and any whose place in OLD is out of order."""
    apart: set[int] = set()
    reached = -1
    for index in body:
        entry = entries[index]
        if entry.old is None or entry.new is None:
            continue
        if Flag.MOVED in entry.flags or entry.old.start < reached:
            apart.add(index)
        else:
            reached = entry.old.start
    return frozenset(apart)


#: Returns None for a visible row, or else a key: adjacent rows with equal keys share a fold.
Hiding = Callable[[Row], object | None]
#: The key of runs of unchanged or filtered provisions.
UNCHANGED_RUN: Final = "unchanged"


def folded(
    rows: Sequence[Row],
    *,
    hiding: Hiding,
    filtered: Callable[[int], bool],
    spelling: Callable[[int], bool],
    opened: Collection[int] = (),
) -> list[Row | Fold]:
    """Returns `rows` with each run of hidden rows replaced by one fold.

    `filtered` and `spelling` classify hidden entries for the counts of the fold. `opened` has entries whose run
    stays open: any entry of a run keeps it open, even if a filter changes its ends.
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
