"""Merges two drafts that were written from one base, provision by provision and word by word.

What only one draft changed is taken from it. What both changed differently is a `Conflict` that a person decides.
Words of a draft are never lost without being asked. Nothing depends on which draft is the first one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.comparison.composing import backbone
from desktop_app.comparison.merge_result import (
    LINE_BREAK,
    Agreed,
    Chunk,
    Conflict,
    Merged,
    MergedItem,
    MergeTake,
)
from desktop_app.comparison.numbers import value_of
from desktop_app.comparison.result import Comparison, Entry, Flag, Op, Range


def merged(first: Comparison, second: Comparison) -> Merged:
    """Merges two drafts, given by their comparisons with the base. Parts beside the bodies are not merged.

    Raises ValueError if the comparisons are not of one base.
    """
    if first.old.body != second.old.body:
        raise ValueError("the comparisons are not of one base")
    return _Merging(first, second).merged()


@dataclass(slots=True)
class _Draft:
    """A draft: for each block of the base the entries in it, and the new provisions after each block."""

    text: str
    entries: Sequence[Entry]
    #: The entries that have a text in the draft, in its order.
    order: list[int]
    blocks: dict[int, list[int]] = field(default_factory=dict)
    block_of: dict[int, int] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, comparison: Comparison) -> _Draft:
        entries = comparison.entries
        there = [index for index, one in enumerate(entries) if one.part is None and one.new]
        return cls(comparison.new.body, entries, sorted(there, key=lambda index: _new_range(entries[index])))

    def place(self, block: int) -> Range | None:
        """Returns the range of a block in the draft, or None if the draft lacks it."""
        places = [new for i in self.blocks.get(block, ()) if (new := self.entries[i].new) is not None]
        return (min(p.start for p in places), max(p.end for p in places)) if places else None


class _Merging:
    def __init__(self, first: Comparison, second: Comparison) -> None:
        self._base = first.old.body
        self._drafts = (_Draft.of(first), _Draft.of(second))
        self._blocks = _blocks(first.entries, second.entries)
        self._count = 0
        #: The numbers of the conflicts about blocks that both drafts moved.
        self._moves: dict[int, int] = {}
        for draft, comparison in zip(self._drafts, (first, second), strict=True):
            self._sort_in(draft, comparison)

    def merged(self) -> Merged:
        one, other = self._drafts
        found: list[MergedItem] = []
        stayed = [b for b in range(len(self._blocks)) if b not in one.moved and b not in other.moved]
        gaps = self._gaps(one, stayed), self._gaps(other, stayed)
        places = {b: self._block(b) for b in range(len(self._blocks))}
        found += self._gap_items(gaps[0][-1], gaps[1][-1], places)  # before the first block
        for block in stayed:
            found.append(places[block])
            found += self._gap_items(gaps[0].get(block, []), gaps[1].get(block, []), places)
        return Merged(tuple(found), self._base, one.text, other.text)

    def _sort_in(self, draft: _Draft, comparison: Comparison) -> None:
        """Notes the block of each entry, and the blocks that are not where the base has them."""
        starts = {start: number for number, (start, _end) in enumerate(self._blocks)}
        bounds = sorted(starts)
        for index, entry in enumerate(draft.entries):
            if entry.old is not None and entry.part is None:
                block = starts[max(bound for bound in bounds if bound <= entry.old.start)]
                draft.blocks.setdefault(block, []).append(index)
                draft.block_of[index] = block
        stay = {draft.block_of[index] for index in backbone(comparison.entries)}
        present = {block for block in draft.blocks if draft.place(block) is not None}
        draft.moved = present - stay

    def _gaps(self, draft: _Draft, stayed: Sequence[int]) -> dict[int, list[int]]:
        """Returns the entries between the blocks that stay, by the block before them; -1 is the start.

        An entry of a moved block stands for the block.
        """
        gaps: dict[int, list[int]] = {-1: []}
        known, at, seen = set(stayed), -1, set[int]()
        for index in draft.order:
            block = draft.block_of.get(index)
            if block is None:
                gaps.setdefault(at, []).append(index)
            elif block in known:
                at = max(at, block)
            elif block not in seen:
                seen.add(block)
                gaps.setdefault(at, []).append(index)
        return gaps

    def _gap_items(
        self, first: Sequence[int], second: Sequence[int], places: Mapping[int, MergedItem]
    ) -> Iterator[MergedItem]:
        """Yields what both drafts have between two blocks that stay: new provisions and moved blocks."""
        runs = self._run(0, first), self._run(1, second)
        head = _common(*runs)
        tail = _common(runs[0][head:][::-1], runs[1][head:][::-1])
        for one, other in zip(runs[0][:head], runs[1][:head], strict=True):
            yield self._item(one, other, places)
        middle = runs[0][head : len(runs[0]) - tail], runs[1][head : len(runs[1]) - tail]
        if middle[0] and middle[1]:
            yield from self._mixed(*middle, places)
        else:
            for one in middle[0]:
                yield self._item(one, None, places)
            for one in middle[1]:
                yield self._item(None, one, places)
        for one, other in zip(runs[0][len(runs[0]) - tail :], runs[1][len(runs[1]) - tail :], strict=True):
            yield self._item(one, other, places)

    def _run(self, side: int, indices: Sequence[int]) -> list[_InGap]:
        """Returns what a draft has in a gap; a block that only the other draft moved is not there."""
        draft = self._drafts[side]
        found: list[_InGap] = []
        for index in indices:
            block = draft.block_of.get(index)
            place = _new_range(draft.entries[index])
            if block is None:
                found.append(_InGap(draft.text[slice(*place)], place))
            elif block in draft.moved:
                found.append(_InGap("", place, block))
        return found

    def _item(self, one: _InGap | None, other: _InGap | None, places: Mapping[int, MergedItem]) -> MergedItem:
        found = one or other
        assert found is not None
        if found.block is None:
            return MergedItem(
                (Agreed(found.words),),
                None if one is None else one.place,
                None if other is None else other.place,
                None,
            )
        if (one is None or other is None) and all(found.block in draft.moved for draft in self._drafts):
            return self._two_places(found.block, places[found.block], first=one is not None)
        return places[found.block]

    def _mixed(
        self, first: Sequence[_InGap], second: Sequence[_InGap], places: Mapping[int, MergedItem]
    ) -> Iterator[MergedItem]:
        """Yields what both drafts have differently in one gap: moved blocks in the order of the base, then what is
        new, in which order is asked."""
        mine, theirs = ({one.block: one for one in run if one.block is not None} for run in (first, second))
        for block in sorted({*mine, *theirs}):
            yield self._item(mine.get(block), theirs.get(block), places)
        fresh = [[one for one in run if one.block is None] for run in (first, second)]
        ranges = [(run[0].place[0], run[-1].place[1]) if run else None for run in fresh]
        words = ["" if not run else LINE_BREAK.join(one.words for one in run) for run in fresh]
        if words[0] and words[1]:
            yield MergedItem(
                (self._conflict("", words[0], words[1], whole=True),), ranges[0], ranges[1], None
            )
        elif words[0] or words[1]:
            yield MergedItem((Agreed(words[0] or words[1]),), ranges[0], ranges[1], None)

    def _two_places(self, block: int, item: MergedItem, *, first: bool) -> MergedItem:
        """Returns a block that both drafts moved to different places, at one of them."""
        words = tuple(self._words(draft, block) or "" for draft in self._drafts)
        known = self._moves.get(block)
        base = self._base[slice(*self._blocks[block])]
        here = MergeTake.FIRST if first else MergeTake.SECOND
        made = (
            self._conflict(base, words[0], words[1], whole=True, here=here)
            if known is None
            else Conflict(known, base, words[0], words[1], whole=True, here=here)
        )
        self._moves[block] = made.number
        return MergedItem((made,), item.first if first else None, None if first else item.second, None)

    def _block(self, block: int) -> MergedItem:
        """Returns a block of the base as both drafts leave it."""
        start, end = self._blocks[block]
        base = self._base[start:end]
        one, other = self._drafts
        texts = tuple(self._words(draft, block) for draft in self._drafts)
        first, second = texts
        chunks: tuple[Chunk, ...]
        if second in (first, base):
            chunks = (Agreed(first or ""),)
        elif first == base:
            chunks = (Agreed(second or ""),)
        else:
            chunks = self._both_changed(block, base, first, second)
        return MergedItem(chunks, one.place(block), other.place(block), (start, end))

    def _both_changed(
        self, block: int, base: str, first: str | None, second: str | None
    ) -> tuple[Chunk, ...]:
        one, other = self._drafts
        if first is None or second is None:
            kept = other if first is None else one
            if self._only_number(kept, block):
                return (Agreed(""),)
            return (self._conflict(base, first or "", second or "", whole=True),)
        edits = self._edits(one, block), self._edits(other, block)
        if edits[0] is None or edits[1] is None:
            return (self._conflict(base, first, second, whole=True),)
        return tuple(self._word_by_word(self._blocks[block], edits[0], edits[1]))

    def _only_number(self, draft: _Draft, block: int) -> bool:
        """Returns whether a draft changed nothing in a block but its number and spelling."""
        entries = [draft.entries[index] for index in draft.blocks.get(block, ())]
        return all(
            span.op in (Op.EQUAL, Op.LABEL, Op.ORTHOGRAPHIC)
            for one in entries
            if one.new is not None
            for span in one.spans
        )

    def _words(self, draft: _Draft, block: int) -> str | None:
        """Returns the words of a block in a draft, or None if the draft lacks it."""
        indices = set(draft.blocks.get(block, ()))
        places = [_new_range(draft.entries[index]) for index in draft.order if index in indices]
        if not places:
            return None
        parts = [draft.text[slice(*places[0])]]
        for one, other in pairwise(places):
            gap = draft.text[one[1] : other[0]]
            parts += [gap if not gap.strip() else LINE_BREAK, draft.text[slice(*other)]]
        return "".join(parts)

    def _edits(self, draft: _Draft, block: int) -> list[_Edit] | None:
        """Returns how a draft changes the words of a block, or None if the block is not one provision in both."""
        indices = draft.blocks[block]
        entry = draft.entries[indices[0]]
        if len(indices) > 1 or entry.old is None or entry.new is None or not entry.spans:
            return None
        if (entry.old.start, entry.old.end) != self._blocks[block]:
            return None
        return [
            _Edit(span.old, draft.text[slice(*span.new)], span.op is Op.LABEL)
            for span in entry.spans
            if self._base[slice(*span.old)] != draft.text[slice(*span.new)]
        ]

    def _word_by_word(self, place: Range, first: Sequence[_Edit], second: Sequence[_Edit]) -> Iterator[Chunk]:
        at = place[0]
        for start, end, mine, theirs in self._regions(first, second):
            if start > at:
                yield Agreed(self._base[at:start])
            base = self._base[start:end]
            one, other = (_applied(self._base, start, end, edits) for edits in (mine, theirs))
            if other in (one, base):
                yield Agreed(one)
            elif one == base:
                yield Agreed(other)
            elif all(edit.label for edit in (*mine, *theirs)):
                # Numbers are put in order afterwards, and are no words.
                yield Agreed(max(one, other, key=_number))
            else:
                yield self._conflict(base, one, other)
            at = end
        if at < place[1]:
            yield Agreed(self._base[at : place[1]])

    def _regions(
        self, first: Sequence[_Edit], second: Sequence[_Edit]
    ) -> Iterator[tuple[int, int, list[_Edit], list[_Edit]]]:
        """Yields the changed ranges of the base; changes of both drafts that touch are in one range."""
        waiting = sorted(
            [(edit, 0) for edit in first] + [(edit, 1) for edit in second],
            key=lambda one: (one[0].place, one[1]),
        )
        group: list[tuple[_Edit, int]] = []
        end = -1
        for edit, side in waiting:
            apart = self._base[end : edit.place[0]] if group else ""
            joined = group and (edit.place[0] <= end or not apart.strip())
            if group and (not joined or any(one.label != edit.label for one, _side in group)):
                yield _region(group)
                group = []
                end = -1
            group.append((edit, side))
            end = max(end, edit.place[1])
        if group:
            yield _region(group)

    def _conflict(
        self, base: str, first: str, second: str, *, whole: bool = False, here: MergeTake | None = None
    ) -> Conflict:
        self._count += 1
        return Conflict(self._count, base, first, second, whole, here)


@dataclass(frozen=True, slots=True)
class _InGap:
    """A new provision between two blocks that stay, or a block that was moved there."""

    words: str
    place: Range
    block: int | None = None


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words that replace a range of the base."""

    place: Range
    words: str
    label: bool = False


def _region(group: Sequence[tuple[_Edit, int]]) -> tuple[int, int, list[_Edit], list[_Edit]]:
    sides: tuple[list[_Edit], list[_Edit]] = ([], [])
    for edit, side in group:
        sides[side].append(edit)
    edits = [edit for edit, _side in group]
    return min(e.place[0] for e in edits), max(e.place[1] for e in edits), *sides


def _applied(base: str, start: int, end: int, edits: Sequence[_Edit]) -> str:
    parts, at = [], start
    for edit in edits:
        parts += [base[at : edit.place[0]], edit.words]
        at = edit.place[1]
    return "".join([*parts, base[at:end]])


def _number(label: str) -> tuple[int, str]:
    words = label.strip(" ـ-–.:)(").split()
    return (value_of(words[-1]) or 0) if words else 0, label


def _new_range(entry: Entry) -> Range:
    assert entry.new is not None
    return entry.new.start, entry.new.end


def _common(one: Sequence[_InGap], other: Sequence[_InGap]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if (mine.block, mine.words) != (theirs.block, theirs.words):
            break
        count += 1
    return count


def _blocks(*every: Sequence[Entry]) -> list[Range]:
    """Returns the parts of the base that are decided together: mostly one provision.

    Entries of one group, and entries of both comparisons that overlap, are one part.
    """
    ranges: list[Range] = []
    for entries in every:
        groups: dict[int, Range] = {}
        for entry in entries:
            if entry.old is None or entry.part is not None:
                continue
            place = (entry.old.start, entry.old.end)
            ranges.append(place)
            if entry.group is not None and not entry.flags.isdisjoint({Flag.SPLIT, Flag.MERGED}):
                known = groups.get(entry.group, place)
                groups[entry.group] = (min(known[0], place[0]), max(known[1], place[1]))
        ranges += groups.values()
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
