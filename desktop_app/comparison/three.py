"""Compares three revisions of a draft: as published, after the comments, and the current one.

A change between the first and the last text is looked up word for word in the middle text. A change that only the
last text has was made later, so neither readers nor commenters have seen it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.comparison.offsets import OffsetMap
from desktop_app.comparison.result import (
    Comparison,
    Entry,
    Flag,
    Op,
    ProvisionPlace,
    ProvisionStatus,
    Range,
    is_change,
)

#: Minimum share of a changed run that the middle text must contain.
_PRESENT: Final = 0.8
_EDITS: Final = frozenset({Op.DELETE, Op.INSERT, Op.REPLACE})


class Timing(StrEnum):
    """When a change between the first and the last text was made."""

    BEFORE = "before"
    LATER = "later"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ThreeTexts:
    """`whole` compares the first text with the last, `first` the first with the middle, `last` the middle with
    the last.

    `timings` maps the index of each changed entry of `whole` to its timing.
    """

    whole: Comparison
    first: Comparison
    last: Comparison
    timings: dict[int, Timing]


def three_texts(whole: Comparison, first: Comparison, last: Comparison) -> ThreeTexts:
    """Combines the three comparisons of three texts. Raises ValueError if the texts do not match."""
    if (whole.old.text, whole.new.text, first.new.text) != (first.old.text, last.new.text, last.old.text):
        raise ValueError("the comparisons are not of three texts")
    before, after = OffsetMap(first), OffsetMap(last)
    earlier_moves, later_moves = _moved(first, side=0), _moved(last, side=1)
    timings = {
        index: _timing(entry, before, after, earlier_moves, later_moves)
        for index, entry in enumerate(whole.entries)
        if is_change(entry)
    }
    return ThreeTexts(whole, first, last, timings)


def _timing(
    entry: Entry, before: OffsetMap, after: OffsetMap, earlier: Sequence[Range], later: Sequence[Range]
) -> Timing:
    found = {_of_words(old, new, before, after) for old, new in _changed(entry)}
    if (
        entry.flags & {Flag.MOVED, Flag.SPLIT, Flag.MERGED}
        and entry.old is not None
        and entry.new is not None
    ):
        if _touches(earlier, entry.old):
            found.add(Timing.BEFORE)
        if _touches(later, entry.new):
            found.add(Timing.LATER)
    if not found:
        # Only its number changed, or its place relative to others: it shares the timing of the change that caused
        # it.
        return Timing.BEFORE if _renumbered_before(entry, before) else Timing.LATER
    return found.pop() if len(found) == 1 else Timing.BOTH


def _of_words(old: Range, new: Range, before: OffsetMap, after: OffsetMap) -> Timing:
    """Returns whether the deletion and the insertion had already been made in the middle text."""
    deleted = old[0] == old[1] or before.survival(*old) <= 1 - _PRESENT
    inserted = new[0] == new[1] or after.inherited(*new) >= _PRESENT
    if deleted and inserted:
        return Timing.BEFORE
    half = (old[0] < old[1] and deleted) or (new[0] < new[1] and inserted)
    return Timing.BOTH if half else Timing.LATER


def _changed(entry: Entry) -> list[tuple[Range, Range]]:
    old, new = entry.old, entry.new
    if old is None or new is None:
        place = old or new
        assert place is not None
        whole, nothing = (place.start, place.end), (0, 0)
        return [(whole, nothing) if entry.status is ProvisionStatus.DELETED else (nothing, whole)]
    if entry.status is not ProvisionStatus.EDITED:
        return []
    return [(span.old, span.new) for span in entry.spans if span.op in _EDITS]


def _moved(comparison: Comparison, *, side: int) -> list[Range]:
    """Returns the ranges, on one side, of provisions that moved, were split or were merged."""
    places = [
        (entry.old, entry.new)[side]
        for entry in comparison.entries
        if entry.flags & {Flag.MOVED, Flag.SPLIT, Flag.MERGED}
    ]
    return [(place.start, place.end) for place in places if place is not None]


def _touches(ranges: Sequence[Range], place: ProvisionPlace) -> bool:
    return any(start < place.end and place.start < end for start, end in ranges)


def _renumbered_before(entry: Entry, before: OffsetMap) -> bool:
    """Returns whether the label already had its new number in the middle text."""
    if entry.old is None or entry.new is None:
        return False
    label = next((span for span in entry.spans if span.op is Op.LABEL), None)
    return label is not None and before.survival(*label.old) <= 1 - _PRESENT
