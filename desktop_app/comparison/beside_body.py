"""Compares the parts beside the bodies: notes and comments by their references, headers and footers.

Parts of one kind are aligned like provisions, after those whose references stand at the same place. Their entries
follow the provision that refers to them; headers, footers and parts without a place are last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from desktop_app.comparison.alignment import align
from desktop_app.comparison.draft import CutText, SegmentedText
from desktop_app.comparison.entries import entries_of
from desktop_app.comparison.folding import flat
from desktop_app.comparison.pairing import Alignment
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import (
    MARGINS,
    Entry,
    Flag,
    Op,
    PartRange,
    ProvisionPlace,
    Range,
    Side,
    Span,
)
from desktop_app.comparison.structure import paragraph
from desktop_app.comparison.tokens import Vocabulary
from desktop_app.documents.document import DocumentPart, PartKind, in_order

_ORDER: Final = {kind: number for number, kind in enumerate(PartKind)}


def side_of(name: str, body: str, parts: Iterable[DocumentPart]) -> Side:
    """Returns a side whose text has the body, and after it the parts by kind and place."""
    texts, ranges = [body], list[PartRange]()
    end = len(body)
    for part in in_order(parts):
        if part.text.strip():
            start, end = end + 1, end + 1 + len(part.text)
            ranges.append(PartRange(part.kind, part.at, start, end))
            texts.append(part.text)
    return Side(name, "\n".join(texts), tuple(ranges))


def parts_of(side: Side) -> tuple[DocumentPart, ...]:
    """Returns the parts of a side, for a further comparison of its body."""
    return tuple(DocumentPart(part.kind, part.at, side.text[part.start : part.end]) for part in side.parts)


def in_text_order(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Returns entries in the order of NEW's text, where all parts follow the body.

    A deleted part follows the one of its kind that preceded it in OLD.
    """
    if all(entry.part is None for entry in entries):
        return entries
    beside = [entry for entry in entries if entry.part is not None]
    keys: dict[int, tuple[int, int, int, int]] = {}
    last: dict[PartKind, int] = {}
    for entry in sorted(beside, key=lambda one: one.old.start if one.old else -1):
        assert entry.part is not None
        if entry.new is not None:
            keys[id(entry)] = _ORDER[entry.part], entry.new.start, 0, 0
            if entry.old is not None:
                last[entry.part] = entry.new.start
        elif entry.old is not None:
            keys[id(entry)] = _ORDER[entry.part], last.get(entry.part, -1), 1, entry.old.start
    beside.sort(key=lambda entry: keys[id(entry)])
    return [*(entry for entry in entries if entry.part is None), *beside]


def with_parts(
    body: tuple[Entry, ...], old: Side, new: Side, vocabulary: Vocabulary, pins: Sequence[Pin]
) -> tuple[Entry, ...]:
    """Returns the entries of the body, each followed by those of the parts that it refers to."""
    if not old.parts and not new.parts:
        return body
    homes = _Homes(body)
    flats = flat(old.text), flat(new.text)
    groups = max((entry.group for entry in body if entry.group is not None), default=0)
    below: dict[int | None, list[Entry]] = defaultdict(list)
    for kind in PartKind:
        olds = [part for part in old.parts if part.kind is kind]
        news = [part for part in new.parts if part.kind is kind]
        before = _segmented(old.text, flats[0], olds, homes.path_at_old, vocabulary)
        after = _segmented(new.text, flats[1], news, homes.path_at_new, vocabulary)
        found = align(before, after, (*pins, *_pins(kind, olds, news, homes)))
        if kind in MARGINS:
            _pair_rest(found)
        entries = entries_of(found)
        at = {part.start: part.at for part in olds}, {part.start: part.at for part in news}
        for entry in _placed(entries, kind, at, homes, groups):
            below[_home(entry, at, homes)].append(entry)
        groups += max((entry.group for entry in entries if entry.group is not None), default=0)
    following = (chain((entry,), below.get(index, ())) for index, entry in enumerate(body))
    return (*chain.from_iterable(following), *below.get(None, ()))


class _Homes:
    """The provisions of the body by the places of references."""

    def __init__(self, body: tuple[Entry, ...]) -> None:
        self.entries = body
        self._old = sorted((entry.old.start, index) for index, entry in enumerate(body) if entry.old)
        self._new = sorted((entry.new.start, index) for index, entry in enumerate(body) if entry.new)
        self._starts: dict[int, list[int]] = {}

    def at_old(self, at: int | None) -> int | None:
        """Returns the entry whose old text refers to a part at `at`, or the one before it."""
        return _before(self._old, at)

    def at_new(self, at: int | None) -> int | None:
        """Returns the entry whose new text refers to a part at `at`, or the one before it."""
        return _before(self._new, at)

    def path_at_old(self, at: int | None) -> tuple[str, ...]:
        home = self.at_old(at)
        return _path(None if home is None else self.entries[home].old)

    def path_at_new(self, at: int | None) -> tuple[str, ...]:
        home = self.at_new(at)
        return _path(None if home is None else self.entries[home].new)

    def same(self, one: int | None, other: int | None) -> bool:
        """Returns whether two provisions are one, or parts of one change."""
        if one is None or other is None or one == other:
            return one == other
        group = self.entries[one].group
        return group is not None and group == self.entries[other].group

    def carried(self, at: int | None) -> int | None:
        """Returns the place in NEW of a place in OLD, or None if its provision was deleted."""
        home = self.at_old(at)
        if at is None or home is None or self.entries[home].new is None:
            return None
        spans = self.entries[home].spans
        if home not in self._starts:
            self._starts[home] = [span.old[0] for span in spans]
        last = bisect_right(self._starts[home], at) - 1
        near = [spans[index] for index in range(max(0, last - 2), last + 1) if spans[index].old[1] >= at]
        return next(_carried(near, at), None)


def _carried(spans: Sequence[Span], at: int) -> Iterator[int]:
    yield from (span.new[0] + at - span.old[0] for span in spans if span.op is Op.EQUAL)
    yield from (span.new[1] if at == span.old[1] else span.new[0] for span in spans)


def _before(places: Sequence[Range], at: int | None) -> int | None:
    if at is None or not places:
        return None
    return places[max(0, bisect_right(places, at, key=lambda place: place[0]) - 1)][1]


def _path(place: ProvisionPlace | None) -> tuple[str, ...]:
    return () if place is None else place.path


def _segmented(
    text: str,
    flat_text: str,
    parts: Sequence[PartRange],
    path_at: Callable[[int | None], tuple[str, ...]],
    vocabulary: Vocabulary,
) -> SegmentedText:
    provisions = tuple(paragraph(path_at(part.at), part.start, part.end) for part in parts)
    return SegmentedText(text, vocabulary, CutText(flat_text, provisions))


def _pins(
    kind: PartKind, olds: Sequence[PartRange], news: Sequence[PartRange], homes: _Homes
) -> Iterator[Pin]:
    """Pins parts whose references stand at the same place, and the only header or footer."""
    if kind in MARGINS:
        if len(olds) == len(news) == 1:
            yield Pin(olds[0].start, news[0].start, same=True)
        return
    by_place: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for part in olds:
        place = homes.carried(part.at)
        if place is not None:
            by_place[place][0].append(part.start)
    for part in news:
        if part.at is not None and part.at in by_place:
            by_place[part.at][1].append(part.start)
    for before, after in by_place.values():
        # If the numbers differ, similarity decides which one was added.
        if len(before) == len(after):
            yield from (Pin(*pair, same=True) for pair in zip(before, after, strict=True))


def _pair_rest(found: Alignment) -> None:
    """Pairs the remaining margins in order, if both sides have equally many."""
    olds = [index for index, new in enumerate(found.new_of) if new < 0]
    news = [index for index, old in enumerate(found.old_of) if old < 0]
    if len(olds) == len(news):
        for pair in zip(olds, news, strict=True):
            found.pair(*pair)


_Places = tuple[Mapping[int, int | None], Mapping[int, int | None]]


def _placed(
    entries: Iterable[Entry], kind: PartKind, at: _Places, homes: _Homes, groups: int
) -> Iterator[Entry]:
    """Yields entries with their kind. A part moved if another provision refers to it, whatever its order."""
    old_at, new_at = at
    for entry in entries:
        old = entry.old and entry.old._replace(part=kind)
        new = entry.new and entry.new._replace(part=kind)
        flags = entry.flags - {Flag.MOVED}
        if old is not None and new is not None and kind not in MARGINS:
            homes_of = homes.at_old(old_at.get(old.start)), homes.at_new(new_at.get(new.start))
            if not homes.same(*homes_of) and not flags:
                flags |= {Flag.MOVED}
        divided = entry.group is not None and bool(flags & {Flag.SPLIT, Flag.MERGED})
        group = groups + (entry.group or 0) if divided else None
        yield entry._replace(old=old, new=new, flags=flags, group=group)


def _home(entry: Entry, at: _Places, homes: _Homes) -> int | None:
    """Returns the provision that an entry follows: the one in NEW, or in OLD if the part was deleted."""
    if entry.new is not None:
        return homes.at_new(at[1].get(entry.new.start))
    assert entry.old is not None
    return homes.at_old(at[0].get(entry.old.start))
