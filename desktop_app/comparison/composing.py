"""The text that a reviewer puts together from both sides of a comparison, change by change.

Provisions that stand on both sides in the same order are the backbone; between two of them come first those that
are put back from OLD, then those of NEW, and what belongs under the provision before it stays with it. All white
space is that of a text in which the two neighbours stood beside each other, where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final

from desktop_app.comparison.result import Comparison, Entry, Flag, ProvisionPlace, ProvisionStatus, Range


class ProvisionOrigin(StrEnum):
    """From which text a provision is taken."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that stand in place of code points `[start, end)` of one text, if these are taken."""

    origin: ProvisionOrigin
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What is taken. `old` are entries of the comparison, by index, that are taken from OLD; the other entries of
    their group go with them, for they are one change. Everything else is taken from NEW."""

    old: frozenset[int] = frozenset()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The text, and for each wording its range in it; None for one that found no place: its words were not taken,
    or another wording changed them before."""

    text: str
    wordings: tuple[Range | None, ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    """An entry as it stands in the composed text."""

    entry: int
    origin: ProvisionOrigin


@dataclass(slots=True)
class _Piece:
    """Code points `[start, end)` of one text, or (without an origin) words of nobody's."""

    origin: ProvisionOrigin | None
    start: int
    end: int
    words: str = ""


@dataclass(slots=True)
class _Side:
    """One text with the entries that stand in it, in its order."""

    text: str
    order: list[int]
    places: dict[int, ProvisionPlace]
    position: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.position = {entry: number for number, entry in enumerate(self.order)}

    def gap_before(self, entry: int) -> Range | None:
        """The range between an entry and the one before it; None for the first."""
        at = self.position[entry]
        return None if at == 0 else (self.places[self.order[at - 1]].end, self.places[entry].start)

    def gap_after(self, entry: int) -> Range | None:
        """The range between an entry and the one behind it; None for the last."""
        at = self.position[entry] + 1
        return None if at == len(self.order) else (self.places[entry].end, self.places[self.order[at]].start)

    def adjacent(self, first: int, second: int) -> bool:
        """Whether `second` stands right behind `first`."""
        before, after = self.position.get(first), self.position.get(second)
        return before is not None and after is not None and after == before + 1


#: Between two provisions that never stood beside each other, where neither text says how.
_OWN_LINE: Final = "\n"


def composed(comparison: Comparison, choices: Choices) -> Composed:
    """The text that the choices make, and where each wording came to stand.

    Nothing chosen gives NEW, everything from OLD gives OLD, code point by code point; any mixture has every taken
    provision whole.
    """
    taken = whole_changes(comparison, choices.old)
    sides = {
        ProvisionOrigin.OLD: _side(comparison.old.text, [entry.old for entry in comparison.entries]),
        ProvisionOrigin.NEW: _side(comparison.new.text, [entry.new for entry in comparison.entries]),
    }
    units = list(_units(comparison, taken, sides))
    pieces = _joined(_pieces(units, sides)) if units else _blank(sides, taken)
    return _worded(pieces, sides, choices.wordings)


def changed(entry: Entry) -> bool:
    """Whether it makes a difference from which side an entry is taken."""
    return entry.status is not ProvisionStatus.UNCHANGED or bool(entry.flags)


def whole_changes(comparison: Comparison, entries: Iterable[int]) -> frozenset[int]:
    """`entries` with all others of their groups. Where nothing that changed is left to NEW, it is all of them: OLD
    as it is, its white space too."""
    wanted = set(entries)
    groups = {comparison.entries[index].group for index in wanted} - {None}
    if groups:
        wanted |= {index for index, entry in enumerate(comparison.entries) if entry.group in groups}
    if wanted and all(
        index in wanted or not changed(entry) for index, entry in enumerate(comparison.entries)
    ):
        return frozenset(range(len(comparison.entries)))
    return frozenset(wanted)


def _side(text: str, places: Sequence[ProvisionPlace | None]) -> _Side:
    known = {index: place for index, place in enumerate(places) if place is not None}
    return _Side(text, sorted(known, key=lambda index: (known[index].start, known[index].end)), known)


def _units(
    comparison: Comparison, taken: Collection[int], sides: dict[ProvisionOrigin, _Side]
) -> Iterator[_Unit]:
    backbone = _backbone(comparison.entries)
    before = _gaps(sides[ProvisionOrigin.OLD], backbone, lambda entry: entry in taken)
    after = _gaps(sides[ProvisionOrigin.NEW], backbone, lambda entry: entry not in taken)
    yield from _between(comparison, None, before[0], after[0])
    for number, entry in enumerate(backbone, 1):
        yield _Unit(entry, ProvisionOrigin.OLD if entry in taken else ProvisionOrigin.NEW)
        yield from _between(comparison, entry, before[number], after[number])


def _backbone(entries: Sequence[Entry]) -> list[int]:
    """Entries that stand in both texts in the same order; the view puts the same ones into one row."""
    found: list[int] = []
    reached = -1
    for index, entry in enumerate(entries):
        if entry.old is None or entry.new is None or Flag.MOVED in entry.flags or entry.old.start < reached:
            continue
        reached = entry.old.start
        found.append(index)
    return found


def _gaps(side: _Side, backbone: Sequence[int], wanted: Callable[[int], bool]) -> list[list[int]]:
    """What of one text stands before the first, and behind each, of the backbone."""
    numbers = {entry: number for number, entry in enumerate(backbone, 1)}
    gaps: list[list[int]] = [[] for _ in range(len(backbone) + 1)]
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
    """Both runs as one: what shares more labels with the provision before them stays nearer to it."""
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


def _pieces(units: Sequence[_Unit], sides: dict[ProvisionOrigin, _Side]) -> Iterator[_Piece]:
    first, last = units[0], units[-1]
    if sides[first.origin].order[0] == first.entry:
        yield _Piece(first.origin, 0, sides[first.origin].places[first.entry].start)
    yield _whole(first, sides)
    for one, other in pairwise(units):
        yield _separator(one, other, sides)
        yield _whole(other, sides)
    closing = last.origin if sides[last.origin].order[-1] == last.entry else ProvisionOrigin.NEW
    side = sides[closing]
    if side.order:
        yield _Piece(closing, side.places[side.order[-1]].end, len(side.text))


def _whole(unit: _Unit, sides: dict[ProvisionOrigin, _Side]) -> _Piece:
    place = sides[unit.origin].places[unit.entry]
    return _Piece(unit.origin, place.start, place.end)


def _separator(one: _Unit, other: _Unit, sides: dict[ProvisionOrigin, _Side]) -> _Piece:
    """What stands between two neighbours: as in a text that has them side by side, one that both are taken from
    before the other; else as before or behind one of them, whichever has more lines."""
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
    # A page number that stood between two provisions has no business between others.
    gaps = [
        (origin, gap)
        for origin, gap in known
        if gap is not None and sides[origin].text[slice(*gap)].isspace()
    ]
    if not gaps:
        return _Piece(None, 0, 0, _OWN_LINE)
    origin, (start, end) = max(gaps, key=lambda found: sides[found[0]].text.count("\n", *found[1]))
    return _Piece(origin, start, end)


def _blank(sides: dict[ProvisionOrigin, _Side], taken: Collection[int]) -> list[_Piece]:
    """No provision is taken: white space alone, where a text is nothing else."""
    if not sides[ProvisionOrigin.NEW].order and (not taken or sides[ProvisionOrigin.OLD].order):
        return [_Piece(ProvisionOrigin.NEW, 0, len(sides[ProvisionOrigin.NEW].text))]
    if not sides[ProvisionOrigin.OLD].order:
        return [_Piece(ProvisionOrigin.OLD, 0, len(sides[ProvisionOrigin.OLD].text))]
    return []


def _joined(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Pieces that follow each other in their text as one, so that a wording may reach over several."""
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


def _worded(
    pieces: Sequence[_Piece], sides: dict[ProvisionOrigin, _Side], wordings: Sequence[Wording]
) -> Composed:
    parts: list[str] = []
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
            if wording.start < at:
                continue
            add(text[at : wording.start])
            ranges[number] = (length, length + len(wording.text))
            add(wording.text)
            at = wording.end
        add(text[at : piece.end])
    return Composed("".join(parts), tuple(ranges))


def _inside(piece: _Piece, wordings: Sequence[Wording]) -> list[tuple[int, Wording]]:
    found = [
        (number, wording)
        for number, wording in enumerate(wordings)
        if wording.origin is piece.origin and piece.start <= wording.start < wording.end <= piece.end
    ]
    return sorted(found, key=lambda one: (one[1].start, one[0]))
