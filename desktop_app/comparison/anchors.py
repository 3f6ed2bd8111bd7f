"""Finding an anchor of OLD again in NEW.

The comparison's own map decides where it can: it knows which words lived on. Only what it does not know is looked
for by its words, and only among words that are new: what stood in OLD already is a twin and not the anchor. Where
two places are about as good both are named and a person chooses; where none is good enough it is an orphan, kept
with its quote.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from desktop_app.comparison.folding import bare, flat
from desktop_app.comparison.occurrences import Occurrences, to_words, words_of
from desktop_app.comparison.offsets import OffsetMap
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.placements import Anchor, AnchorMatch, AnchorPlacement, make_anchor
from desktop_app.comparison.ranges import apart, largest, length, meet, trimmed
from desktop_app.comparison.result import Comparison, Flag, ProvisionStatus, Range

__all__ = ["Anchor", "AnchorFinder", "AnchorMatch", "AnchorPlacement", "make_anchor"]

#: How much of an anchor has to survive for the comparison's own map to decide.
SURVIVES: Final = 0.3
#: The least likeness (0 to 100) of words that are taken for the same, and what a place has to lead the next by.
FLOOR: Final = 72.0
MARGIN: Final = 8.0
#: How much of its words, in letters, has to stand between its own neighbours still.
_STAYED: Final = 0.4
#: How many words have to be left where only the place of a whole provision is known.
_FEW: Final = 3
#: How like the surroundings, before and behind, have to be where the quote alone says too little.
_AROUND: Final = 60.0
#: How much of a place may have stood in OLD already for it to be new words.
_TWIN: Final = 0.5
#: From what likeness on another place is a copy and not only like the quote.
_COPY: Final = 97.0
#: A quote of fewer words, or one that OLD has several times, needs its surroundings to be believed.
_TELLING: Final = 4
#: Places that are named to a person who has to choose.
_MOST_CANDIDATES: Final = 8
#: What may stand between a label and the words behind it, in a flat text.
_BEHIND_LABEL: Final = " ـ-:.)(\u200c\n"
_ORPHAN: Final = AnchorPlacement(AnchorMatch.ORPHAN)


class AnchorFinder:
    """Finds anchors of OLD again in NEW; what it had to prepare for one serves all. `pins` are those that the
    comparison was made with: what a reviewer pinned is not asked about once more."""

    def __init__(self, comparison: Comparison, pins: Sequence[Pin] = ()) -> None:
        self._comparison = comparison
        self.offsets = OffsetMap(comparison)
        self._pinned = {self.offsets.entry_at_new(pin.new) for pin in pins if pin.same}

    def find(self, anchor: Anchor) -> AnchorPlacement:
        """Where `anchor` stands in NEW. One that was not made on this OLD is looked for by its words alone."""
        start, end = max(0, anchor.start), min(anchor.end, len(self._comparison.old.text))
        if not anchor.quote.strip():
            return _ORPHAN
        if start >= end or self._comparison.old.text[start:end] != anchor.quote:
            places = self._everywhere.likely(flat(anchor.quote), FLOOR)
            return self._decided(anchor, self._rated(anchor, places), FLOOR + MARGIN)
        kept = list(self.offsets.kept(start, end))
        survival = length([old for old, _new in kept]) / (end - start)
        if survival >= SURVIVES:
            return self._by_map(anchor, [new for _old, new in kept], survival)
        return self._instead(anchor, start, end) or self._by_words(anchor, start)

    def may_be_new(self, quote: str) -> bool:
        """Whether NEW has words like `quote` that did not stand in OLD: worth a closer look."""
        return bool(self._fresh.likely(flat(quote), FLOOR))

    def _by_map(self, anchor: Anchor, places: list[Range], survival: float) -> AnchorPlacement:
        text = self._comparison.new.text
        # A full stop that lived on behind a new sentence does not make that sentence a part of the quote.
        words = [place for place in places if any(letter.isalnum() for letter in text[slice(*place)])]
        pieces = largest(self._of_one_part(words or places), len(anchor.quote))
        first, last = pieces[0][0], pieces[-1][1]
        for start, end in sorted(places):
            if start >= last and not text[last:start].strip() and (start, end) not in words:
                last = end
        found = AnchorPlacement(AnchorMatch.CHANGED, *trimmed(text, first, last), round(survival, 3))
        if _key(text[first:last]) == _key(anchor.quote):
            found = AnchorPlacement(
                AnchorMatch.MOVED if self._moved(first) else AnchorMatch.EXACT, first, last, 1.0
            )
        at = self.offsets.entry_at_new(first)
        if at is None or at in self._pinned or not self._moved(first):
            return found
        if at in self._commonplace:
            edited = self._comparison.entries[at].status is ProvisionStatus.EDITED
            return self._commonplace_moved(anchor, found, edited=edited)
        return (found.state is AnchorMatch.MOVED and self._among_copies(anchor, (first, last))) or found

    def _commonplace_moved(self, anchor: Anchor, found: AnchorPlacement, *, edited: bool) -> AnchorPlacement:
        """What to make of a move of a provision whose words OLD has in several places. Its surroundings may tell;
        else it is a guess: a person is asked, and where it would have been edited besides it is not even that."""
        assert found.start is not None
        assert found.end is not None
        place = (found.start, found.end)
        if min(self._around(anchor, place)) >= _AROUND:
            return found
        gap = self.offsets.gap_between(anchor.start)
        stayed = None if gap is None else self._in_gap(anchor, gap, _FEW)
        if stayed is None and edited:
            return _ORPHAN
        candidates = [place]
        if stayed is not None and stayed.start is not None and stayed.end is not None:
            candidates.append((stayed.start, stayed.end))
        return AnchorPlacement(AnchorMatch.AMBIGUOUS, None, None, found.confidence, tuple(sorted(candidates)))

    @cached_property
    def _commonplace(self) -> set[int]:
        """The moved provisions whose words stand in OLD more than once."""
        found: set[int] = set()
        for at, entry in enumerate(self._comparison.entries):
            if Flag.MOVED in entry.flags and entry.old is not None:
                start = entry.old.start + len(entry.old.label or "")
                words = self._flat_old[start : entry.old.end].lstrip(_BEHIND_LABEL).rstrip()
                if words and self._flat_old.count(words) > 1:
                    found.add(at)
        return found

    def _of_one_part(self, places: list[Range]) -> list[Range]:
        """Of places that lie in several parts of one provision that was split, those in the part with the most."""
        parts: dict[int | None, list[Range]] = {}
        for place in places:
            at = self.offsets.entry_at_new(place[0])
            split = at is not None and Flag.SPLIT in self._comparison.entries[at].flags
            parts.setdefault(at if split else None, []).append(place)
        return max(parts.values(), key=length)

    def _among_copies(self, anchor: Anchor, place: Range) -> AnchorPlacement | None:
        """Asks where what moved could as well be another one of several new places with the same words."""
        copies = [
            (likeness, other)
            for likeness, other in self._fresh.likely(flat(anchor.quote), _COPY)
            if not meet(other, place)
        ]
        rated = self._rated(anchor, [(100.0, place), *copies])
        found = self._decided(anchor, rated, FLOOR)
        return found if copies and found.state is AnchorMatch.AMBIGUOUS else None

    def _moved(self, at: int) -> bool:
        entry = self.offsets.entry_at_new(at)
        return entry is not None and Flag.MOVED in self._comparison.entries[entry].flags

    def _instead(self, anchor: Anchor, start: int, end: int) -> AnchorPlacement | None:
        """What stands between the anchor's own neighbours now, if enough of its words are in it, or if it is like
        the anchor as another form of a word is. The place is certain here; only the likeness has to be judged."""
        gap = self.offsets.gap(start, end)
        # Where the whole provision went, the neighbours are those of the provision, and a word or two tell nothing.
        return None if gap is None else self._in_gap(anchor, gap, 1 if self._homes(start) else _FEW)

    def _in_gap(self, anchor: Anchor, gap: Range, least: int) -> AnchorPlacement | None:
        shared = self._shared(anchor, gap)
        if len(shared) >= least:
            pieces = largest(shared, len(anchor.quote))
            first, last, letters = pieces[0][0], pieces[-1][1], length(pieces)
            share = letters / length([place for _word, place in words_of(flat(anchor.quote))])
            if min(share, letters / (last - first)) >= _STAYED:
                return AnchorPlacement(AnchorMatch.CHANGED, first, last, round(share, 3))
        first, last = to_words(self._flat_new, *gap)
        likeness = fuzz.ratio(flat(anchor.quote), self._flat_new[first:last], score_cutoff=FLOOR)
        return (
            AnchorPlacement(AnchorMatch.CHANGED, first, last, round(likeness / 100, 3)) if likeness else None
        )

    def _shared(self, anchor: Anchor, stretch: Range) -> list[Range]:
        """The words of a stretch of NEW that the quote has in the same order."""
        quote, new = words_of(flat(anchor.quote)), words_of(self._flat_new, *stretch)
        blocks = LCSseq.opcodes([word for word, _at in quote], [word for word, _at in new])
        equal = [block for block in blocks if block.tag == "equal"]
        return [new[at][1] for block in equal for at in range(block.dest_start, block.dest_end)]

    def _by_words(self, anchor: Anchor, start: int) -> AnchorPlacement:
        """Among the new words of its own provision, then among all new words."""
        quote = flat(anchor.quote)
        repeated = self._flat_old.count(quote) > 1
        telling = len(words_of(quote)) >= _TELLING and not repeated
        fresh = [place for home in self._homes(start) for place in self.offsets.fresh_within(*home)]
        near = Occurrences(self._flat_new, fresh).likely(quote, FLOOR - MARGIN) if fresh else []
        placed = self._decided(anchor, self._rated(anchor, near, new_only=True, telling=telling), FLOOR)
        if placed.state is not AnchorMatch.ORPHAN or repeated:
            # What the draft says in several places is nobody's own: elsewhere it would be a twin.
            return placed
        far = self._fresh.likely(quote, FLOOR)
        return self._decided(anchor, self._rated(anchor, far, new_only=True, telling=telling), FLOOR + MARGIN)

    def _homes(self, at: int) -> list[Range]:
        """The provisions of NEW that the one of OLD around `at` became: several, if it was split."""
        number = self.offsets.entry_at_old(at)
        entries = self._comparison.entries
        if number is None or entries[number].old is None:
            return []
        group = entries[number].group
        own = [entries[number]] if group is None else [entry for entry in entries if entry.group == group]
        return [(entry.new.start, entry.new.end) for entry in own if entry.new is not None]

    def _rated(
        self,
        anchor: Anchor,
        places: list[tuple[float, Range]],
        *,
        new_only: bool = False,
        telling: bool = True,
    ) -> list[tuple[float, Range]]:
        """The places with their scores, the best first: three parts the quote's own likeness, one part its
        surroundings'. Words that are not `telling` by themselves stand only where their surroundings do."""
        rated: list[tuple[float, Range]] = []
        for likeness, place in places:
            if new_only and self.offsets.inherited(*place) > _TWIN:
                continue
            before, behind = self._around(anchor, place)
            if telling or min(before, behind) >= _AROUND:
                rated.append((0.75 * likeness + 0.125 * (before + behind), place))
        return sorted(rated, key=lambda item: (-item[0], item[1]))

    def _decided(self, anchor: Anchor, found: list[tuple[float, Range]], floor: float) -> AnchorPlacement:
        good = apart([(score, place) for score, place in found if score >= floor])
        if not good:
            return _ORPHAN
        score, place = good[0]
        rivals = [other for rating, other in good if score - rating < MARGIN]
        if len(rivals) > 1:
            return AnchorPlacement(
                AnchorMatch.AMBIGUOUS, None, None, round(score / 100, 3), tuple(rivals[:_MOST_CANDIDATES])
            )
        same = _key(self._comparison.new.text[slice(*place)]) == _key(anchor.quote)
        return AnchorPlacement(
            AnchorMatch.MOVED if same else AnchorMatch.CHANGED, *place, round(score / 100, 3)
        )

    def _around(self, anchor: Anchor, place: Range) -> tuple[float, float]:
        """How like the words before and behind a place are to those around the anchor, 0 to 100."""
        text = self._flat_new
        before = text[max(0, place[0] - len(anchor.prefix)) : place[0]]
        behind = text[place[1] : place[1] + len(anchor.suffix)]
        return fuzz.ratio(flat(anchor.prefix), before), fuzz.ratio(flat(anchor.suffix), behind)

    @cached_property
    def _flat_old(self) -> str:
        return flat(self._comparison.old.text)

    @cached_property
    def _flat_new(self) -> str:
        return flat(self._comparison.new.text)

    @cached_property
    def _fresh(self) -> Occurrences:
        return Occurrences(self._flat_new, self.offsets.fresh)

    @cached_property
    def _everywhere(self) -> Occurrences:
        return Occurrences(self._flat_new, [(0, len(self._flat_new))])


def _key(words: str) -> str:
    return "".join(bare(flat(words)).split())
