"""What an annotation hangs on, and how it is found again in a later revision.

An anchor is never put on a place that only looks like its own: where two places are about as good, both are
named and a person chooses; where none is good enough it is an orphan, kept with its quote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from desktop_app.comparison.folding import bare, flat
from desktop_app.comparison.offsets import OffsetMap, offset_map
from desktop_app.comparison.result import Comparison, Flag, Range
from desktop_app.comparison.structure import Provision

#: How much of an anchor has to survive for the comparison's own map to decide.
SURVIVES: Final = 0.3
#: The least likeness (0 to 100) of a quote that is taken for the same, and what it has to lead the next by.
FLOOR: Final = 72.0
MARGIN: Final = 8.0
_CONTEXT: Final = 48
#: How much of a place may have stood in OLD already for it to be new words.
_TWIN: Final = 0.8
#: A quote shorter than this says too little to be looked for outside its own provision.
_TELLING: Final = 8
#: Longest piece of text that a quote is looked for in at once.
_WINDOW: Final = 20_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """A phrase of a revision: `[start, end)` in code points of its text, the labels above and around it, its
    words, and the words before and behind it."""

    path: tuple[str, ...]
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int


class Found(StrEnum):
    """How an anchor was found again."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    ORPHAN = "orphan"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor of OLD stands in NEW, `[start, end)` in code points of NEW; None for orphans and
    ambiguous ones. `confidence` is 0 to 1. `candidates` are the places among which a person has to choose."""

    state: Found
    start: int | None = None
    end: int | None = None
    confidence: float = 0.0
    candidates: tuple[Range, ...] = ()


def make_anchor(text: str, provisions: Sequence[Provision], start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`; the range is put right if it leaves the text or is reversed."""
    start, end = sorted((max(0, min(start, len(text))), max(0, min(end, len(text)))))
    path: tuple[str, ...] = ()
    for provision in provisions:
        if provision.start <= start < max(provision.end, provision.start + 1):
            path = provision.path
            break
    return Anchor(
        path, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT], start, end
    )


def find_again(anchor: Anchor, comparison: Comparison, known: OffsetMap | None = None) -> Placement:
    """Where `anchor`, made on OLD, stands in NEW. `known` spares the making of the map when many are looked for."""
    start, end = max(0, anchor.start), min(anchor.end, len(comparison.old.text))
    if start >= end or comparison.old.text[start:end] != anchor.quote:
        # Not of this text: only its words can tell.
        return _by_words(anchor, comparison, None, None)
    mapped = known or offset_map(comparison)
    kept = [
        (old, new)
        for old, new in mapped.kept(start, end)
        if anchor.quote[old[0] - start : old[1] - start].strip()
    ]
    survival = sum(old[1] - old[0] for old, _new in kept) / (end - start)
    if survival >= SURVIVES:
        return _by_map(anchor, comparison, [new for _old, new in kept], survival)
    return _by_words(anchor, comparison, _matched(comparison, start), mapped)


def _by_map(anchor: Anchor, comparison: Comparison, places: list[Range], survival: float) -> Placement:
    first = min(start for start, _end in places)
    last = max(end for _start, end in places)
    if last - first > 3 * len(anchor.quote) + 40:
        # The pieces were torn apart (a split, a move): the largest one carries the note.
        first, last = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    same = _key(comparison.new.text[first:last]) == _key(anchor.quote)
    if not same:
        return Placement(Found.CHANGED, first, last, round(survival, 3))
    return Placement(Found.MOVED if _moved(comparison, first) else Found.EXACT, first, last, 1.0)


def _key(words: str) -> str:
    return "".join(bare(flat(words)).split())


def _moved(comparison: Comparison, at: int) -> bool:
    for entry in comparison.entries:
        if entry.new is not None and entry.new.start <= at < entry.new.end:
            return Flag.MOVED in entry.flags
    return False


def _matched(comparison: Comparison, at: int) -> Range | None:
    """The provision of NEW that the one of OLD around `at` became."""
    for entry in comparison.entries:
        if entry.old is not None and entry.old.start <= at < max(entry.old.end, entry.old.start + 1):
            return None if entry.new is None else (entry.new.start, entry.new.end)
    return None


def _by_words(
    anchor: Anchor, comparison: Comparison, home: Range | None, known: OffsetMap | None
) -> Placement:
    """By quote and context: in the provision that it stood in first, then anywhere.

    Words that stood in OLD already, at a place of their own, are a twin and not the anchor: `known` tells them.
    """
    text = comparison.new.text
    if not anchor.quote.strip():
        return Placement(Found.ORPHAN)
    if home is not None:
        inside = _best(anchor, text, [home], known)
        placed = _decided(anchor, text, inside, FLOOR)
        if placed.state is not Found.ORPHAN:
            return placed
    if len(anchor.quote.strip()) < _TELLING:
        return Placement(Found.ORPHAN)
    provisions = [(entry.new.start, entry.new.end) for entry in comparison.entries if entry.new is not None]
    return _decided(anchor, text, _best(anchor, text, provisions, known), FLOOR + MARGIN)


def _decided(anchor: Anchor, text: str, found: list[tuple[float, Range]], floor: float) -> Placement:
    good = [(score, place) for score, place in found if score >= floor]
    if not good:
        return Placement(Found.ORPHAN)
    score, place = good[0]
    rivals = [other for rating, other in good if score - rating < MARGIN]
    if len(rivals) > 1:
        return Placement(Found.AMBIGUOUS, None, None, round(score / 100, 3), tuple(rivals[:8]))
    same = _key(text[slice(*place)]) == _key(anchor.quote)
    return Placement(Found.MOVED if same else Found.CHANGED, *place, round(score / 100, 3))


def _best(
    anchor: Anchor, text: str, ranges: Sequence[Range], known: OffsetMap | None
) -> list[tuple[float, Range]]:
    """The likeliest places, the best first: three parts the quote's own likeness, one part its surroundings'."""
    quote = flat(anchor.quote)
    found: dict[Range, float] = {}
    for start, end in ranges:
        for first in range(start, end, _WINDOW):
            last = min(end, first + _WINDOW + len(quote))
            for place, likeness in _occurrences(quote, flat(text[first:last]), first):
                if known is not None and known.inherited(*place) > _TWIN:
                    continue
                around = _surroundings(anchor, text, place)
                found[place] = max(found.get(place, 0.0), 0.75 * likeness + 0.25 * around)
    return sorted(((score, place) for place, score in found.items()), key=lambda item: (-item[0], item[1]))


def _occurrences(quote: str, window: str, offset: int) -> list[tuple[Range, float]]:
    """Where `quote` stands in `window`: every place where it stands whole, else the likest one."""
    places: list[tuple[Range, float]] = []
    at = window.find(quote)
    while at != -1 and len(places) < 16:
        places.append(((offset + at, offset + at + len(quote)), 100.0))
        at = window.find(quote, at + 1)
    if places:
        return places
    alignment = fuzz.partial_ratio_alignment(quote, window, score_cutoff=FLOOR - MARGIN)
    if alignment is None or len(window) < len(quote) // 2:
        return []
    first, last = _to_words(window, alignment.dest_start, alignment.dest_end)
    if first >= last:
        return []
    return [((offset + first, offset + last), float(alignment.score))]


def _to_words(text: str, start: int, end: int) -> Range:
    """`[start, end)` with no word cut and no white space at its ends."""
    while start > 0 and start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _surroundings(anchor: Anchor, text: str, place: Range) -> float:
    before = flat(text[max(0, place[0] - len(anchor.prefix)) : place[0]])
    behind = flat(text[place[1] : place[1] + len(anchor.suffix)])
    return float(fuzz.ratio(flat(anchor.prefix), before) + fuzz.ratio(flat(anchor.suffix), behind)) / 2
