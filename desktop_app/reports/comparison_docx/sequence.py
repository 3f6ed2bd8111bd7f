"""Both texts as one sequence: what is kept, what stood in OLD only, what stands in NEW only.

Kept, deleted and moved-away pieces joined are OLD; kept, inserted and moved-here pieces joined are NEW: white
space between provisions too. Nothing is nested: LibreOffice drops a deletion inside an insertion as it opens a
file, so the words of a provision that was moved and edited are marked where they stood (deleted) and where they
stand (inserted), and only what both share moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desktop_app.comparison.result import Comparison, Op, Range, Span
from desktop_app.reports.comparison_docx.gaps import GapProvision, ProvisionGap, stretches_of

#: What stands behind the number of a label.
_TAIL: Final = re.compile(r"[\W_ـ]*\Z")


class TrackedChange(Enum):
    """On which side a piece stands, and how it came there."""

    KEPT = auto()
    DELETED = auto()
    INSERTED = auto()
    MOVED_FROM = auto()
    MOVED_TO = auto()


class Concern(Enum):
    """What kind of change it is to a reviewer; each is signed apart, so that it can be shown and accepted by
    itself."""

    WORDS = auto()
    SPELLING = auto()
    WEIGHTY = auto()


@dataclass(frozen=True, slots=True)
class TrackedPiece:
    """A run of text; `move` (from 1, 0 for none) numbers the moved stretch that it stands in."""

    change: TrackedChange
    text: str
    concern: Concern = Concern.WORDS
    move: int = 0


def tracked(comparison: Comparison) -> list[TrackedPiece]:
    """The sequence of both texts."""
    writer = _Writer(comparison)
    for gap, spans in stretches_of(comparison):
        writer.gap(gap)
        writer.staying(spans)
    return writer.pieces


class _Writer:
    def __init__(self, comparison: Comparison) -> None:
        self.pieces: list[TrackedPiece] = []
        self._old = comparison.old.text
        self._new = comparison.new.text

    def staying(self, spans: Sequence[Span]) -> None:
        for span in _refined(spans, self._old, self._new):
            if span.op is Op.EQUAL:
                self._put(TrackedChange.KEPT, self._new, span.new)
                continue
            concern = _concern(span)
            self._put(TrackedChange.DELETED, self._old, span.old, concern)
            self._put(TrackedChange.INSERTED, self._new, span.new, concern)

    def gap(self, gap: ProvisionGap) -> None:
        lead = Concern.WORDS if gap.old_items or gap.new_items else Concern.SPELLING
        self._put(TrackedChange.KEPT, self._new, gap.prefix)
        self._put(TrackedChange.DELETED, self._old, gap.old_lead, lead)
        for item in gap.old_items:
            self._item(item, self._old, TrackedChange.MOVED_FROM, TrackedChange.DELETED)
        self._put(TrackedChange.INSERTED, self._new, gap.new_lead, lead)
        for item in gap.new_items:
            self._item(item, self._new, TrackedChange.MOVED_TO, TrackedChange.INSERTED)
        self._put(TrackedChange.KEPT, self._new, gap.suffix)

    def _item(self, item: GapProvision, text: str, moved: TrackedChange, alone: TrackedChange) -> None:
        """A provision of one side: what the other has elsewhere is `moved`, the rest stands here `alone`."""
        if not item.moved:
            self._put(alone, text, (item.start, item.tail_end), move=item.move)
            return
        for span in _refined(item.spans, self._old, self._new):
            place = span.old if moved is TrackedChange.MOVED_FROM else span.new
            self._put(moved if span.op is Op.EQUAL else alone, text, place, _concern(span), item.move)
        shared = item.end + item.shared_tail
        self._put(moved, text, (item.end, shared), move=item.move)
        self._put(alone, text, (shared, item.tail_end), move=item.move)

    def _put(
        self, change: TrackedChange, text: str, place: Range, concern: Concern = Concern.WORDS, move: int = 0
    ) -> None:
        said = text[place[0] : place[1]]
        if not said:
            return
        last = self.pieces[-1] if self.pieces else None
        if last is not None and (last.change, last.concern, last.move) == (change, concern, move):
            self.pieces[-1] = TrackedPiece(change, last.text + said, concern, move)
        else:
            self.pieces.append(TrackedPiece(change, said, concern, move))


def _concern(span: Span) -> Concern:
    if span.weighty:
        return Concern.WEIGHTY
    return Concern.SPELLING if span.op is Op.ORTHOGRAPHIC else Concern.WORDS


def _refined(spans: Sequence[Span], old: str, new: str) -> Iterator[Span]:
    """The spans, a replaced label narrowed to its number: «ماده ۵ـ» and «ماده ۶ـ» share all else."""
    for span in spans:
        if span.op is not Op.LABEL:
            yield span
            continue
        before, after = old[slice(*span.old)], new[slice(*span.new)]
        head = _shared_head(before, after)
        tail = _shared_tail(before[head:], after[head:])
        (a0, a1), (b0, b1) = span.old, span.new
        if head:
            yield Span(Op.EQUAL, (a0, a0 + head), (b0, b0 + head))
        yield Span(Op.LABEL, (a0 + head, a1 - tail), (b0 + head, b1 - tail))
        if tail:
            yield Span(Op.EQUAL, (a1 - tail, a1), (b1 - tail, b1))


def _shared_head(before: str, after: str) -> int:
    """How many characters both begin with, up to a space: a number is replaced whole."""
    shared = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        shared += 1
    return before.rfind(" ", 0, shared) + 1


def _shared_tail(before: str, after: str) -> int:
    """How many characters behind the number both end with, if they are the same."""
    one, other = _TAIL.search(before), _TAIL.search(after)
    return len(one.group()) if one and other and one.group() == other.group() else 0
