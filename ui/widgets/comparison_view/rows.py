"""Which lines of the two texts stand beside each other, and which are folded away. Without Qt.

The right side must read as OLD from top to bottom and the left one as NEW, each without a gap. A provision that
moved therefore has two rows: one where it left, one where it arrived. Everything else has one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Literal

from desktop_app.comparison.result import Comparison, Entry, Flag

SideName = Literal["old", "new"]
SIDES: Final[tuple[SideName, SideName]] = ("old", "new")

#: A single unchanged provision is no longer than the line that would stand for it.
SHORTEST_FOLD: Final = 2


class Part(StrEnum):
    """Which sides of its entry a row shows."""

    BOTH = "both"
    DELETED = "deleted"
    INSERTED = "inserted"
    DEPARTURE = "departure"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the comparison (by its index) as it stands in the view."""

    entry: int
    part: Part

    def shows(self, side: SideName) -> bool:
        """Whether the text of `side` stands in this row; where it does not, the side is hatched."""
        if self.part is Part.BOTH:
            return True
        return (side == "old") == (self.part in (Part.DELETED, Part.DEPARTURE))


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of provisions that one line stands for: rows `[first, end)` of the sequence.

    `filtered` of them are changes that only a filter hides, `spelling` of them differ in spelling: a fold never
    passes either off as unchanged.
    """

    first: int
    end: int
    filtered: int = 0
    spelling: int = 0
    opened: bool = False

    @property
    def hidden(self) -> int:
        """How many rows the line stands for."""
        return self.end - self.first


Line = Row | Fold


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
            rows.append(Row(index, Part.ARRIVAL))
            continue
        if entry.old is None:
            rows.append(Row(index, Part.INSERTED))
            continue
        at = _leave(rows, leaving, at, entry.old.start, departed)
        rows.append(Row(index, Part.BOTH))
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
        rows.append(Row(index, Part.DEPARTURE if index in departed else Part.DELETED))
        at += 1
    return at


def _gaps_in_order(rows: Sequence[Row]) -> Iterator[Row]:
    """Between two rows that show both sides: rows of OLD before rows of NEW."""
    came: list[Row] = []
    for row in rows:
        if row.part in (Part.INSERTED, Part.ARRIVAL):
            came.append(row)
            continue
        if row.part is Part.BOTH:
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


def folded(
    rows: Sequence[Row],
    *,
    shown: Callable[[int], bool],
    filtered: Callable[[int], bool],
    spelling: Callable[[int], bool],
    opened: Collection[int] = (),
) -> list[Line]:
    """`rows` with each run of rows whose entry is not `shown` put behind one line.

    `filtered` and `spelling` tell what a hidden entry is, for the counts of the line. `opened` holds entries whose
    run stays open: any entry of the run opens it, so it stays open when a filter alters its ends.
    """
    lines: list[Line] = []
    start = 0
    while start < len(rows):
        if shown(rows[start].entry):
            lines.append(rows[start])
            start += 1
            continue
        end = start
        while end < len(rows) and not shown(rows[end].entry):
            end += 1
        run = rows[start:end]
        lines.extend(_run(run, Fold(start, end, *_hidden(run, filtered, spelling)), opened))
        start = end
    return lines


def _hidden(
    run: Sequence[Row], filtered: Callable[[int], bool], spelling: Callable[[int], bool]
) -> tuple[int, int]:
    return sum(filtered(row.entry) for row in run), sum(spelling(row.entry) for row in run)


def _run(run: Sequence[Row], fold: Fold, opened: Collection[int]) -> Iterator[Line]:
    if len(run) < SHORTEST_FOLD and not fold.filtered:
        yield from run
        return
    is_open = any(row.entry in opened for row in run)
    yield replace(fold, opened=is_open)
    if is_open:
        yield from run
