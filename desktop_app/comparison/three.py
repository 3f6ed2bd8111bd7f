"""Three texts of one draft: as it was published, as it stood after the comments, as it is now.

A change between the first and the last is asked for where the middle text has it already, word for word. What only
the last text has came later: nobody who read the published text or commented on it has seen it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.comparison.entries import is_change
from desktop_app.comparison.offsets import OffsetMap
from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionPlace, ProvisionStatus, Range

#: How much of a changed run has to stand in the middle text for it to have been there.
_THERE: Final = 0.8
_EDITS: Final = frozenset({Op.DELETE, Op.INSERT, Op.REPLACE})


class Timing(StrEnum):
    """When a change of the last text against the first one came about."""

    BEFORE = "before"
    LATER = "later"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ThreeTexts:
    """`whole` compares the first text with the last, `first` the first with the middle, `last` the middle with the
    last. `timings` has one for each entry of `whole` that is a change, by its index there."""

    whole: Comparison
    first: Comparison
    last: Comparison
    timings: dict[int, Timing]


def three_texts(whole: Comparison, first: Comparison, last: Comparison) -> ThreeTexts:
    """What three comparisons of three texts say together: the first text with the last one (`whole`), the first
    with the middle one, the middle one with the last. Raises ValueError if they are not of the same three."""
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
        # Nothing but its number, or its place because of others: it came with what pushed it.
        return Timing.BEFORE if _renumbered_before(entry, before) else Timing.LATER
    return found.pop() if len(found) == 1 else Timing.BOTH


def _of_words(old: Range, new: Range, before: OffsetMap, after: OffsetMap) -> Timing:
    """Whether what was taken had gone, and what was put had come, in the middle text already."""
    gone = old[0] == old[1] or before.survival(*old) <= 1 - _THERE
    come = new[0] == new[1] or after.inherited(*new) >= _THERE
    if gone and come:
        return Timing.BEFORE
    half = (old[0] < old[1] and gone) or (new[0] < new[1] and come)
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
    """Where provisions stand, on one side, that moved, were split or merged."""
    places = [
        (entry.old, entry.new)[side]
        for entry in comparison.entries
        if entry.flags & {Flag.MOVED, Flag.SPLIT, Flag.MERGED}
    ]
    return [(place.start, place.end) for place in places if place is not None]


def _touches(ranges: Sequence[Range], place: ProvisionPlace) -> bool:
    return any(start < place.end and place.start < end for start, end in ranges)


def _renumbered_before(entry: Entry, before: OffsetMap) -> bool:
    """Whether the label of an entry had its new number in the middle text."""
    if entry.old is None or entry.new is None:
        return False
    label = next((span for span in entry.spans if span.op is Op.LABEL), None)
    return label is not None and before.survival(*label.old) <= 1 - _THERE
