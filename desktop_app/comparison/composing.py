"""Builds a text from both revisions, according to a reviewer's choice for each change.

Provisions of both texts in the same order are the backbone. Between two of them, chosen provisions of OLD come
before those of NEW, but a subordinate provision stays with the provision above it. White space is copied from a
text in which the two neighbours are adjacent, if there is one. Parts beside the body are chosen in the same way.
A provision with words of OLD keeps the number that it has in NEW.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from desktop_app.comparison.composed_text import Choices, Composed, CopiedRun, ProvisionOrigin, Wording
from desktop_app.comparison.result import (
    MARGINS,
    Comparison,
    Entry,
    Flag,
    Op,
    ProvisionPlace,
    ProvisionStatus,
    Range,
)
from desktop_app.documents.document import DocumentPart, in_order


@dataclass(frozen=True, slots=True)
class _Unit:
    """An entry and the text from which it is taken."""

    entry: int
    origin: ProvisionOrigin


@dataclass(slots=True)
class _Piece:
    """Code points `[start, end)` of one text, or, without an origin, the literal `words`."""

    origin: ProvisionOrigin | None
    start: int
    end: int
    words: str = ""


@dataclass(slots=True)
class _Side:
    """One text and the entries in it, in text order."""

    text: str
    order: list[int]
    places: dict[int, ProvisionPlace]
    position: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.position = {entry: number for number, entry in enumerate(self.order)}

    def gap_before(self, entry: int) -> Range | None:
        """Returns the range between an entry and the previous one, or None for the first."""
        at = self.position[entry]
        return None if at == 0 else (self.places[self.order[at - 1]].end, self.places[entry].start)

    def gap_after(self, entry: int) -> Range | None:
        """Returns the range between an entry and the next one, or None for the last."""
        at = self.position[entry] + 1
        return None if at == len(self.order) else (self.places[entry].end, self.places[self.order[at]].start)

    def adjacent(self, first: int, second: int) -> bool:
        """Returns whether `second` directly follows `first`."""
        before, after = self.position.get(first), self.position.get(second)
        return before is not None and after is not None and after == before + 1


#: Separates provisions that are adjacent in neither text.
_LINE_BREAK: Final = "\n"


def composed(comparison: Comparison, choices: Choices) -> Composed:
    """Returns the composed text, and the position of each replacement.

    Without choices the result equals NEW, with all entries from OLD it equals OLD, code point for code point. A
    mixture contains every chosen provision completely, with the numbers of NEW.
    """
    taken = whole_changes(comparison, choices.old)
    renumbered = {} if len(taken) == len(comparison.entries) else _labels(comparison)
    sides = {
        ProvisionOrigin.OLD: _side(comparison.old.body, [_in_body(one.old) for one in comparison.entries]),
        ProvisionOrigin.NEW: _side(comparison.new.body, [_in_body(one.new) for one in comparison.entries]),
    }
    units = list(_units(comparison, taken, sides))
    pieces = _joined(_pieces(units, sides, renumbered)) if units else _blank(sides, taken)
    made, copied = _with_wordings(pieces, sides, choices.wordings)
    if not comparison.old.parts and not comparison.new.parts:
        return made
    return replace(made, parts=tuple(in_order(_chosen_parts(comparison, taken, units, sides, copied))))


def _in_body(place: ProvisionPlace | None) -> ProvisionPlace | None:
    return None if place is None or place.part is not None else place


def _chosen_parts(
    comparison: Comparison,
    taken: Collection[int],
    units: Sequence[_Unit],
    sides: dict[ProvisionOrigin, _Side],
    copied: dict[ProvisionOrigin, list[tuple[int, int, int]]],
) -> Iterator[DocumentPart]:
    """Yields the parts beside the body. A reference whose words were not taken stands at the end of its provision."""
    both = {ProvisionOrigin.OLD: comparison.old, ProvisionOrigin.NEW: comparison.new}
    at = {origin: {part.start: part.at for part in side.parts} for origin, side in both.items()}
    origins = {unit.entry: unit.origin for unit in units}
    home = -1
    for index, entry in enumerate(comparison.entries):
        if entry.part is None:
            home = index
            continue
        origin = ProvisionOrigin.OLD if index in taken else ProvisionOrigin.NEW
        own, other = (entry.old, entry.new) if origin is ProvisionOrigin.OLD else (entry.new, entry.old)
        if own is None:
            continue
        text = both[origin].text[own.start : own.end]
        if entry.part in MARGINS:
            yield DocumentPart(entry.part, None, text)
            continue
        elsewhere = ProvisionOrigin.NEW if origin is ProvisionOrigin.OLD else ProvisionOrigin.OLD
        known = [(origin, at[origin].get(own.start))]
        if other is not None:
            known.append((elsewhere, at[elsewhere].get(other.start)))
        if home in origins:
            known.append((origins[home], sides[origins[home]].places[home].end))
        places = (_place_of(copied[which], place) for which, place in known if place is not None)
        yield DocumentPart(entry.part, next((one for one in places if one is not None), None), text)


def _place_of(copied: Sequence[tuple[int, int, int]], at: int) -> int | None:
    """Returns the place in the result of an offset of one text, if the characters before it were copied."""
    found = bisect_right(copied, at, key=lambda run: run[0]) - 1
    for start, end, place in copied[max(0, found - 1) : found + 1][::-1]:
        if start <= at <= end:
            return place + at - start
    return None


def changed(entry: Entry) -> bool:
    """Returns whether the two sides of an entry differ."""
    return entry.status is not ProvisionStatus.UNCHANGED or bool(entry.flags)


def only_renumbered(entry: Entry) -> bool:
    """Returns whether the two sides differ in the number alone, which is always that of NEW."""
    return entry.status is ProvisionStatus.UNCHANGED and entry.flags == {Flag.RENUMBERED}


def _labels(comparison: Comparison) -> dict[int, tuple[Range, Range]]:
    """Returns the labels on both sides of the entries whose number changed, by the index of the entry."""
    found = {}
    for index, entry in enumerate(comparison.entries):
        if Flag.RENUMBERED in entry.flags and entry.old is not None and entry.new is not None:
            label = next((span for span in entry.spans if span.op is Op.LABEL), None)
            if label is not None and label.old[0] == entry.old.start and label.new[0] == entry.new.start:
                found[index] = (label.old, label.new)
    return found


def whole_changes(comparison: Comparison, entries: Iterable[int]) -> frozenset[int]:
    """Returns `entries` extended to whole groups.

    If no change is left to NEW, returns all entries, so that the result equals OLD including its white space.
    """
    wanted = set(entries)
    groups = {comparison.entries[index].group for index in wanted} - {None}
    if groups:
        wanted |= {index for index, entry in enumerate(comparison.entries) if entry.group in groups}
    if any(changed(comparison.entries[index]) for index in wanted) and all(
        index in wanted or not changed(entry) or only_renumbered(entry)
        for index, entry in enumerate(comparison.entries)
    ):
        return frozenset(range(len(comparison.entries)))
    return frozenset(wanted)


def _side(text: str, places: Sequence[ProvisionPlace | None]) -> _Side:
    known = {index: place for index, place in enumerate(places) if place is not None}
    return _Side(text, sorted(known, key=lambda index: (known[index].start, known[index].end)), known)


def _units(
    comparison: Comparison, taken: Collection[int], sides: dict[ProvisionOrigin, _Side]
) -> Iterator[_Unit]:
    common = backbone(comparison.entries)
    before = _gaps(sides[ProvisionOrigin.OLD], common, lambda entry: entry in taken)
    after = _gaps(sides[ProvisionOrigin.NEW], common, lambda entry: entry not in taken)
    yield from _between(comparison, None, before[0], after[0])
    for number, entry in enumerate(common, 1):
        yield _Unit(entry, ProvisionOrigin.OLD if entry in taken else ProvisionOrigin.NEW)
        yield from _between(comparison, entry, before[number], after[number])


def backbone(entries: Sequence[Entry]) -> list[int]:
    """Returns the entries that are in both texts in the same order: the view shows the same ones in one row."""
    found: list[int] = []
    reached = -1
    for index, entry in enumerate(entries):
        if entry.old is None or entry.new is None or entry.part is not None:
            continue
        if Flag.MOVED in entry.flags or entry.old.start < reached:
            continue
        reached = entry.old.start
        found.append(index)
    return found


def _gaps(side: _Side, common: Sequence[int], wanted: Callable[[int], bool]) -> list[list[int]]:
    """Returns the wanted entries of one text before the first and after each entry of the backbone."""
    numbers = {entry: number for number, entry in enumerate(common, 1)}
    gaps: list[list[int]] = [[] for _ in range(len(common) + 1)]
    at = 0
    for entry in side.order:
        if entry in numbers:
            at = numbers[entry]
        elif wanted(entry):
            gaps[at].append(entry)
    return gaps


def _between(
    comparison: Comparison, anchor: int | None, old: Sequence[int], new: Sequence[int]
) -> Iterator[_Unit]:
    """Merges the entries of one gap. Those that share more labels with the provision above come first."""
    entries = comparison.entries
    above = (None, None) if anchor is None else (entries[anchor].old, entries[anchor].new)
    first = [(_shared(above[0], entries[entry].old), entry) for entry in old]
    second = [(_shared(above[1], entries[entry].new), entry) for entry in new]
    i = j = 0
    while i < len(first) or j < len(second):
        if j == len(second) or (i < len(first) and first[i][0] >= second[j][0]):
            yield _Unit(first[i][1], ProvisionOrigin.OLD)
            i += 1
        else:
            yield _Unit(second[j][1], ProvisionOrigin.NEW)
            j += 1


def _shared(above: ProvisionPlace | None, place: ProvisionPlace | None) -> int:
    if above is None or place is None:
        return 0
    count = 0
    for one, other in zip(above.path, place.path, strict=False):
        if one != other:
            break
        count += 1
    return count


def _pieces(
    units: Sequence[_Unit],
    sides: dict[ProvisionOrigin, _Side],
    renumbered: dict[int, tuple[Range, Range]],
) -> Iterator[_Piece]:
    first, last = units[0], units[-1]
    if sides[first.origin].order[0] == first.entry:
        yield _Piece(first.origin, 0, sides[first.origin].places[first.entry].start)
    yield from _whole(first, sides, renumbered)
    for one, other in pairwise(units):
        yield _separator(one, other, sides)
        yield from _whole(other, sides, renumbered)
    closing = last.origin if sides[last.origin].order[-1] == last.entry else ProvisionOrigin.NEW
    side = sides[closing]
    if side.order:
        yield _Piece(closing, side.places[side.order[-1]].end, len(side.text))


def _whole(
    unit: _Unit, sides: dict[ProvisionOrigin, _Side], renumbered: dict[int, tuple[Range, Range]]
) -> Iterator[_Piece]:
    place = sides[unit.origin].places[unit.entry]
    start = place.start
    if unit.origin is ProvisionOrigin.OLD and unit.entry in renumbered:
        old, new = renumbered[unit.entry]
        yield _Piece(ProvisionOrigin.NEW, *new)
        start = old[1]
    yield _Piece(unit.origin, start, place.end)


def _separator(one: _Unit, other: _Unit, sides: dict[ProvisionOrigin, _Side]) -> _Piece:
    """Returns the separator of two neighbours, copied from a text in which they are adjacent.

    Otherwise it is the separator before or after one of them, whichever has more lines.
    """
    both = ProvisionOrigin.OLD if one.origin is other.origin is ProvisionOrigin.OLD else ProvisionOrigin.NEW
    for origin in (both, ProvisionOrigin.NEW, ProvisionOrigin.OLD):
        side = sides[origin]
        if side.adjacent(one.entry, other.entry):
            start, end = side.places[one.entry].end, side.places[other.entry].start
            if start < end or one.origin is other.origin is origin:
                return _Piece(origin, start, end)
    known = [
        (other.origin, sides[other.origin].gap_before(other.entry)),
        (one.origin, sides[one.origin].gap_after(one.entry)),
    ]
    # Only white space qualifies: a page number between two provisions must not be copied.
    gaps = [
        (origin, gap)
        for origin, gap in known
        if gap is not None and sides[origin].text[slice(*gap)].isspace()
    ]
    if not gaps:
        return _Piece(None, 0, 0, _LINE_BREAK)
    origin, (start, end) = max(gaps, key=lambda found: sides[found[0]].text.count("\n", *found[1]))
    return _Piece(origin, start, end)


def _blank(sides: dict[ProvisionOrigin, _Side], taken: Collection[int]) -> list[_Piece]:
    """Returns only white space if no provision is taken."""
    if not sides[ProvisionOrigin.NEW].order and (not taken or sides[ProvisionOrigin.OLD].order):
        return [_Piece(ProvisionOrigin.NEW, 0, len(sides[ProvisionOrigin.NEW].text))]
    if not sides[ProvisionOrigin.OLD].order:
        return [_Piece(ProvisionOrigin.OLD, 0, len(sides[ProvisionOrigin.OLD].text))]
    return []


def _joined(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Merges pieces that are contiguous in their text, so that a replacement may span several."""
    found: list[_Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if (
            last is not None
            and piece.origin is not None
            and (last.origin, last.end) == (piece.origin, piece.start)
        ):
            last.end = piece.end
        else:
            found.append(piece)
    return found


def _with_wordings(
    pieces: Sequence[_Piece], sides: dict[ProvisionOrigin, _Side], wordings: Sequence[Wording]
) -> tuple[Composed, dict[ProvisionOrigin, list[tuple[int, int, int]]]]:
    """Returns the text, and the copied runs of each side in order: start, end, and place in the text."""
    parts: list[str] = []
    copied: dict[ProvisionOrigin, list[tuple[int, int, int]]] = {origin: [] for origin in ProvisionOrigin}
    ranges: list[Range | None] = [None] * len(wordings)
    length = 0

    def add(words: str) -> None:
        nonlocal length
        parts.append(words)
        length += len(words)

    for piece in pieces:
        if piece.origin is None:
            add(piece.words)
            continue
        text, at = sides[piece.origin].text, piece.start
        for number, wording in _inside(piece, wordings):
            if wording.start < at or ranges[number] is not None:
                continue
            copied[piece.origin].append((at, wording.start, length))
            add(text[at : wording.start])
            ranges[number] = (length, length + len(wording.text))
            add(wording.text)
            at = wording.end
        copied[piece.origin].append((at, piece.end, length))
        add(text[at : piece.end])
    every = [
        CopiedRun(origin, start, end, place)
        for origin, found in copied.items()
        for start, end, place in found
        if start < end
    ]
    every.sort(key=lambda run: run.place)
    for found in copied.values():
        found.sort()
    return Composed("".join(parts), tuple(ranges), runs=tuple(every)), copied


def _inside(piece: _Piece, wordings: Sequence[Wording]) -> list[tuple[int, Wording]]:
    found = [
        (number, wording)
        for number, wording in enumerate(wordings)
        if wording.origin is piece.origin and piece.start <= wording.start <= wording.end <= piece.end
    ]
    return sorted(found, key=lambda one: (one[1].start, one[1].start < one[1].end, one[0]))
