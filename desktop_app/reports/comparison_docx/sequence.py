"""Both texts as one sequence of pieces: common to both, only in OLD, or only in NEW.

The kept, deleted and moved-from pieces joined give OLD; the kept, inserted and moved-to pieces joined give
NEW, including white space between provisions. Nothing is nested, because LibreOffice drops a deletion inside
an insertion when it opens a file. Changed words of a moved provision are marked as deleted at the old place
and inserted at the new one; only the words common to both are moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desktop_app.comparison.result import Comparison, Op, Range, Span
from desktop_app.reports.comparison_docx.gaps import GapProvision, ProvisionGap, stretches_of

#: Characters after the number of a label.
_TAIL: Final = re.compile(r"[\W_ـ]*\Z")


class TrackedChange(Enum):
    """Which side a piece belongs to, and how it changed."""

    KEPT = auto()
    DELETED = auto()
    INSERTED = auto()
    MOVED_FROM = auto()
    MOVED_TO = auto()


class Concern(Enum):
    """The category of a change for reviewers.

    Each has its own author name, so that it can be filtered and accepted alone.
    """

    WORDS = auto()
    SPELLING = auto()
    WEIGHTY = auto()


@dataclass(frozen=True, slots=True)
class TrackedPiece:
    """A run of text; `move` is the number of its moved range, from 1, or 0 for none."""

    change: TrackedChange
    text: str
    concern: Concern = Concern.WORDS
    move: int = 0


def tracked(comparison: Comparison) -> list[TrackedPiece]:
    """Returns the sequence of both texts."""
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
        """Adds a provision of one side: text that the other side has elsewhere as `moved`, the rest as `alone`."""
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
        content = text[place[0] : place[1]]
        if not content:
            return
        last = self.pieces[-1] if self.pieces else None
        if last is not None and (last.change, last.concern, last.move) == (change, concern, move):
            self.pieces[-1] = TrackedPiece(change, last.text + content, concern, move)
        else:
            self.pieces.append(TrackedPiece(change, content, concern, move))


def _concern(span: Span) -> Concern:
    if span.weighty:
        return Concern.WEIGHTY
    return Concern.SPELLING if span.op is Op.ORTHOGRAPHIC else Concern.WORDS


def _refined(spans: Sequence[Span], old: str, new: str) -> Iterator[Span]:
    """Narrows each replaced label to its number, because «ماده ۵ـ» and «ماده ۶ـ» differ in nothing else."""
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
    """Length of the common beginning up to the last space, so that a number is replaced as a whole."""
    shared = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        shared += 1
    return before.rfind(" ", 0, shared) + 1


def _shared_tail(before: str, after: str) -> int:
    """Length of the common characters after the number, 0 where they differ."""
    one, other = _TAIL.search(before), _TAIL.search(after)
    return len(one.group()) if one and other and one.group() == other.group() else 0
