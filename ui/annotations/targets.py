"""The possible targets of a new annotation at the reader's position. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.offsets import OffsetMap
from desktop_app.comparison.result import Comparison, Entry, Op, ProvisionStatus, Range, SideName
from desktop_app.instruments.annotations.service import AnnotationSubject
from ui.widgets.comparison_view.marks import side_text, without_space

#: If less than this share of the text survives, the annotation is about its deletion.
_GONE: Final = 0.3
_EDITS: Final = frozenset({Op.INSERT, Op.REPLACE})


@dataclass(frozen=True, slots=True)
class Target:
    """Code points `[start, end)` of one side, and what the annotation is about."""

    side: SideName
    start: int
    end: int
    about: AnnotationSubject


def targets_of_selection(comparison: Comparison, side: SideName, start: int, end: int) -> tuple[Target, ...]:
    """Returns the possible targets for selected text, most likely first; parts beside the body have none."""
    start, end = without_space(side_text(comparison, side), start, end)
    if end > _body_end(comparison, side):
        return ()
    whole = _provision_at(comparison, side, start)
    if whole is not None and start <= whole[0] and end >= whole[1]:
        return (Target(side, start, end, AnnotationSubject.PROVISION),)
    gone = side == "old" and OffsetMap(comparison).survival(start, end) < _GONE
    found = [Target(side, start, end, AnnotationSubject.DELETION if gone else AnnotationSubject.PHRASE)]
    if whole is not None and end <= whole[1]:
        found.append(Target(side, *whole, AnnotationSubject.PROVISION))
    return tuple(found)


def targets_of_change(comparison: Comparison, side: SideName, start: int) -> tuple[Target, ...]:
    """Returns the possible targets for the change of the provision at `start` of one side, most likely first.

    Parts beside the body have none.
    """
    index = comparison.entry_at(side, start)
    if index is None or comparison.entries[index].part is not None:
        return ()
    entry = comparison.entries[index]
    if entry.new is None or entry.old is None:
        place = entry.new or entry.old
        assert place is not None
        about = (
            AnnotationSubject.CHANGE
            if entry.status is ProvisionStatus.INSERTED
            else AnnotationSubject.DELETION
        )
        return (Target(side, place.start, place.end, about),)
    whole = (entry.new.start, entry.new.end)
    if entry.status is not ProvisionStatus.EDITED:
        return (Target("new", *whole, AnnotationSubject.CHANGE),)
    found = [Target("new", *(_altered(comparison, entry) or whole), AnnotationSubject.CHANGE)]
    gone = _longest_deletion(comparison, entry)
    if gone is not None:
        found.append(Target("old", *gone, AnnotationSubject.DELETION))
    if found[0].start != whole[0] or found[0].end != whole[1]:
        found.append(Target("new", *whole, AnnotationSubject.PROVISION))
    return tuple(found)


def _body_end(comparison: Comparison, side: SideName) -> int:
    return (comparison.old if side == "old" else comparison.new).body_end


def _altered(comparison: Comparison, entry: Entry) -> Range | None:
    """Returns the range from the first to the last new word of a provision."""
    ranges = [span.new for span in entry.spans if span.op in _EDITS and span.new[1] > span.new[0]]
    if not ranges:
        return None
    return without_space(comparison.new.text, ranges[0][0], ranges[-1][1])


def _longest_deletion(comparison: Comparison, entry: Entry) -> Range | None:
    text = comparison.old.text
    ranges = [span.old for span in entry.spans if span.op is Op.DELETE and text[slice(*span.old)].strip()]
    longest = max(ranges, key=lambda place: place[1] - place[0], default=None)
    return None if longest is None else without_space(text, *longest)


def _provision_at(comparison: Comparison, side: SideName, offset: int) -> Range | None:
    place = comparison.place_at(side, offset)
    return None if place is None else (place.start, place.end)
