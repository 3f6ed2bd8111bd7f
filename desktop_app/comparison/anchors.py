"""Relocates an anchor of OLD, the earlier revision, in NEW, the later one.

The offset map of the comparison is authoritative where it covers the anchor. Otherwise the quote is searched, but
only among inserted words: words that were already in OLD belong to another, similar place. If two places are
about equally good, both are reported for a person to choose. If none is good enough, the anchor is an orphan that
keeps its quote.
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
from desktop_app.comparison.word_counts import WordCounts

__all__ = ["Anchor", "AnchorFinder", "AnchorMatch", "AnchorPlacement", "make_anchor"]

#: Minimum share of an anchor that must survive for the offset map to decide.
SURVIVES: Final = 0.3
#: Minimum similarity (0 to 100) of the quote, and the minimum lead over the second best place.
FLOOR: Final = 72.0
MARGIN: Final = 8.0
#: Minimum share of the quote's letters that must be found between the anchor's neighbours.
_MIN_SHARE: Final = 0.4
#: Minimum number of common words if only the place of the whole provision is known.
_MIN_WORDS: Final = 3
#: Minimum similarity of the context before and after, if the quote is not distinctive.
_MIN_CONTEXT: Final = 60.0
#: Maximum share of a place that may come from OLD, for the place to count as new words.
_MAX_INHERITED: Final = 0.5
#: Minimum similarity of another place, to count as a copy of the quote.
_COPY_LIKENESS: Final = 97.0
#: A quote with fewer words than this, or with several occurrences in OLD, is not distinctive without its context.
_DISTINCTIVE_WORDS: Final = 4
#: A share of survival at which words that stand everywhere are evidence enough.
_MOSTLY: Final = 0.5
#: Code points before and after a quote in which its neighbours are looked for.
_NEAR: Final = 60
#: Maximum number of places offered to a person.
_MAX_CANDIDATES: Final = 8
#: Characters between a label and the text after it, in a flat text.
_AFTER_LABEL: Final = " ـ-:.)(\u200c\n"
_ORPHAN: Final = AnchorPlacement(AnchorMatch.ORPHAN)


class AnchorFinder:
    """Relocates anchors of OLD in NEW, and shares the preparation between calls of `find`.

    `pins` are those of the comparison. A move that a reviewer pinned is accepted without further checks.
    """

    def __init__(self, comparison: Comparison, pins: Sequence[Pin] = ()) -> None:
        self._comparison = comparison
        self.offsets = OffsetMap(comparison)
        self._pinned = {self.offsets.entry_at_new(pin.new) for pin in pins if pin.same}

    def find(self, anchor: Anchor) -> AnchorPlacement:
        """Returns where `anchor` is in NEW. If its offsets do not fit this OLD, only its words are searched."""
        start, end = max(0, anchor.start), min(anchor.end, len(self._comparison.old.text))
        if not anchor.quote.strip():
            return _ORPHAN
        if start >= end or self._comparison.old.text[start:end] != anchor.quote:
            places = self._everywhere.similar_places(flat(anchor.quote), FLOOR)
            return self._decided(anchor, self._rated(anchor, places), FLOOR + MARGIN)
        kept = list(self.offsets.kept(start, end))
        survival = length([old for old, _new in kept]) / (end - start)
        if survival >= SURVIVES and not (
            survival < _MOSTLY and self._only_common([old for old, _new in kept])
        ):
            found = self._by_map(anchor, [new for _old, new in kept], survival)
            return self._asked_if_isolated(anchor, found, start, end)
        return self._by_neighbours(anchor, start, end) or self._by_words(anchor, start)

    def may_be_new(self, quote: str) -> bool:
        """Returns whether NEW contains inserted words similar to `quote`: a cheap test before `find`."""
        return bool(self._fresh.similar_places(flat(quote), FLOOR))

    def _by_map(self, anchor: Anchor, places: list[Range], survival: float) -> AnchorPlacement:
        text = self._comparison.new.text
        # A full stop that survived after a new sentence does not make that sentence part of the quote.
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
        if at is not None and at not in self._pinned and at in self._doubtful:
            return self._to_be_confirmed(anchor, found, (first, last))
        if at is None or at in self._pinned or not self._moved(first):
            return found
        if at in self._commonplace:
            edited = self._comparison.entries[at].status is ProvisionStatus.EDITED
            return self._commonplace_moved(anchor, found, edited=edited)
        return (found.state is AnchorMatch.MOVED and self._among_copies(anchor, (first, last))) or found

    def _only_common(self, places: Sequence[Range]) -> bool:
        """Returns whether ranges of OLD have only words that stand everywhere, which a rewritten text has by
        chance.
        """
        words = [word for place in places for word, _at in words_of(self._flat_old, *place)]
        return all(map(self._counts.stands_everywhere, words))

    def _asked_if_isolated(
        self, anchor: Anchor, found: AnchorPlacement, start: int, end: int
    ) -> AnchorPlacement:
        """Asks about a few words that survived alone, without the word before them and without the one after them.

        In a rewritten text the same words stand nearby by chance.
        """
        if found.start is None or found.end is None or found.state is AnchorMatch.MOVED:
            return found
        if len(words_of(flat(anchor.quote))) >= _DISTINCTIVE_WORDS:
            return found
        home = self.offsets.entry_at_old(start)
        old = None if home is None else self._comparison.entries[home].old
        # A person said of a pinned pair that it is one provision.
        if (
            old is None
            or home in self._pinned
            or self._comparison.entries[home or 0].status is not ProvisionStatus.EDITED
        ):
            return found
        before = words_of(self._flat_old, max(old.start, start - _NEAR), start)[-1:]
        after = words_of(self._flat_old, end, min(old.end, end + _NEAR))[:1]
        if not before or not after:
            return found
        place = (found.start, found.end)
        beside = [
            new for _word, old_place in (*before, *after) for _old, new in self.offsets.kept(*old_place)
        ]
        if any(self._adjoins(new, place) for new in beside):
            return found
        return AnchorPlacement(AnchorMatch.AMBIGUOUS, None, None, found.confidence, (place,))

    def _adjoins(self, one: Range, other: Range) -> bool:
        """Returns whether no word stands between two ranges of NEW."""
        first, last = min(one[1], other[1]), max(one[0], other[0])
        return not any(letter.isalnum() for letter in self._comparison.new.text[first:last])

    def _commonplace_moved(self, anchor: Anchor, found: AnchorPlacement, *, edited: bool) -> AnchorPlacement:
        """Decides a move of a provision whose words occur in OLD several times.

        A matching context confirms the move. Otherwise the result is ambiguous, or an orphan if the provision was
        also edited.
        """
        assert found.start is not None
        assert found.end is not None
        place = (found.start, found.end)
        if min(self._around(anchor, place)) >= _MIN_CONTEXT:
            return found
        gap = self.offsets.gap_between(anchor.start)
        alternative = None if gap is None else self._in_gap(anchor, gap, _MIN_WORDS)
        if alternative is None and edited:
            return _ORPHAN
        candidates = [place]
        if alternative is not None and alternative.start is not None and alternative.end is not None:
            candidates.append((alternative.start, alternative.end))
        return AnchorPlacement(AnchorMatch.AMBIGUOUS, None, None, found.confidence, tuple(sorted(candidates)))

    def _to_be_confirmed(self, anchor: Anchor, found: AnchorPlacement, place: Range) -> AnchorPlacement:
        """Returns the place in a doubtful pair beside similar ones, for a person to choose."""
        others = [
            (likeness, other)
            for likeness, other in self._fresh.similar_places(flat(anchor.quote), FLOOR)
            if not meet(other, place)
        ]
        good = apart(self._rated(anchor, [(100.0, place), *others]))
        candidates = tuple(sorted(other for _score, other in good[:_MAX_CANDIDATES]))
        return AnchorPlacement(AnchorMatch.AMBIGUOUS, None, None, found.confidence, candidates)

    @cached_property
    def _doubtful(self) -> set[int | None]:
        """Returns the entries whose two articles may be no pair."""
        return {
            self.offsets.entry_at_new(pair.new[0])
            for pair in self._comparison.rewritten_pairs
            if pair.paired and not pair.certain
        }

    @cached_property
    def _commonplace(self) -> set[int]:
        """Returns the moved entries whose words occur in OLD more than once."""
        found: set[int] = set()
        for at, entry in enumerate(self._comparison.entries):
            if Flag.MOVED in entry.flags and entry.old is not None:
                start = entry.old.start + len(entry.old.label or "")
                words = self._flat_old[start : entry.old.end].lstrip(_AFTER_LABEL).rstrip()
                if words and self._flat_old.count(words) > 1:
                    found.add(at)
        return found

    def _of_one_part(self, places: list[Range]) -> list[Range]:
        """If the places are in several parts of a split provision, returns those in the part with the most text."""
        parts: dict[int | None, list[Range]] = {}
        for place in places:
            at = self.offsets.entry_at_new(place[0])
            split = at is not None and Flag.SPLIT in self._comparison.entries[at].flags
            parts.setdefault(at if split else None, []).append(place)
        return max(parts.values(), key=length)

    def _among_copies(self, anchor: Anchor, place: Range) -> AnchorPlacement | None:
        """Returns an ambiguous placement if other inserted places have the same words as a moved one."""
        copies = [
            (likeness, other)
            for likeness, other in self._fresh.similar_places(flat(anchor.quote), _COPY_LIKENESS)
            if not meet(other, place)
        ]
        rated = self._rated(anchor, [(100.0, place), *copies])
        found = self._decided(anchor, rated, FLOOR)
        return found if copies and found.state is AnchorMatch.AMBIGUOUS else None

    def _moved(self, at: int) -> bool:
        entry = self.offsets.entry_at_new(at)
        return entry is not None and Flag.MOVED in self._comparison.entries[entry].flags

    def _by_neighbours(self, anchor: Anchor, start: int, end: int) -> AnchorPlacement | None:
        """Returns the text between the anchor's neighbours, if it contains enough words of the quote or resembles
        it.

        The position is certain here; only the similarity has to be checked.
        """
        gap = self.offsets.gap(start, end)
        # If the provision is gone, the neighbours are those of the provision, and one or two words prove nothing.
        return None if gap is None else self._in_gap(anchor, gap, 1 if self._homes(start) else _MIN_WORDS)

    def _in_gap(self, anchor: Anchor, gap: Range, least: int) -> AnchorPlacement | None:
        shared = self._shared(anchor, gap)
        if len(shared) >= least:
            pieces = largest(shared, len(anchor.quote))
            first, last, letters = pieces[0][0], pieces[-1][1], length(pieces)
            share = letters / length([place for _word, place in words_of(flat(anchor.quote))])
            if min(share, letters / (last - first)) >= _MIN_SHARE:
                return AnchorPlacement(AnchorMatch.CHANGED, first, last, round(share, 3))
        first, last = to_words(self._flat_new, *gap)
        likeness = fuzz.ratio(flat(anchor.quote), self._flat_new[first:last], score_cutoff=FLOOR)
        return (
            AnchorPlacement(AnchorMatch.CHANGED, first, last, round(likeness / 100, 3)) if likeness else None
        )

    def _shared(self, anchor: Anchor, stretch: Range) -> list[Range]:
        """Returns the words of a range of NEW that the quote contains in the same order."""
        quote, new = words_of(flat(anchor.quote)), words_of(self._flat_new, *stretch)
        blocks = LCSseq.opcodes([word for word, _at in quote], [word for word, _at in new])
        equal = [block for block in blocks if block.tag == "equal"]
        return [new[at][1] for block in equal for at in range(block.dest_start, block.dest_end)]

    def _by_words(self, anchor: Anchor, start: int) -> AnchorPlacement:
        """Searches the inserted words of the anchor's own provision, then all inserted words."""
        quote = flat(anchor.quote)
        repeated = self._flat_old.count(quote) > 1 or self._has_like_ones(quote, start)
        distinctive = len(words_of(quote)) >= _DISTINCTIVE_WORDS and not repeated
        fresh = [place for home in self._homes(start) for place in self.offsets.fresh_within(*home)]
        near = Occurrences(self._flat_new, fresh).similar_places(quote, FLOOR - MARGIN) if fresh else []
        placed = self._decided(
            anchor, self._rated(anchor, near, new_only=True, distinctive=distinctive), FLOOR
        )
        if placed.state is not AnchorMatch.ORPHAN or repeated:
            # Words that OLD has in several places identify no provision: a match elsewhere would be another copy.
            return placed
        far = self._fresh.similar_places(quote, FLOOR)
        return self._decided(
            anchor, self._rated(anchor, far, new_only=True, distinctive=distinctive), FLOOR + MARGIN
        )

    def _has_like_ones(self, quote: str, start: int) -> bool:
        """Returns whether OLD says nearly the same as a quote in another place, as every draft does with some
        sentences.
        """
        places = self._throughout_old.similar_places(quote, FLOOR + MARGIN)
        return any(not meet(place, (start, start + len(quote))) for _likeness, place in places)

    def _homes(self, at: int) -> list[Range]:
        """Returns the ranges in NEW of the provision of OLD around `at`: several if it was split."""
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
        distinctive: bool = True,
    ) -> list[tuple[float, Range]]:
        """Returns the places with their scores, best first: 75 % similarity of the quote, 25 % of its context.

        Without `distinctive`, a place also needs a matching context.
        """
        rated: list[tuple[float, Range]] = []
        for likeness, place in places:
            if new_only and self.offsets.inherited(*place) > _MAX_INHERITED:
                continue
            before, after = self._around(anchor, place)
            if distinctive or min(before, after) >= _MIN_CONTEXT:
                rated.append((0.75 * likeness + 0.125 * (before + after), place))
        return sorted(rated, key=lambda item: (-item[0], item[1]))

    def _decided(self, anchor: Anchor, found: list[tuple[float, Range]], floor: float) -> AnchorPlacement:
        good = apart([(score, place) for score, place in found if score >= floor])
        if not good:
            return _ORPHAN
        score, place = good[0]
        rivals = [other for rating, other in good if score - rating < MARGIN]
        if len(rivals) > 1:
            return AnchorPlacement(
                AnchorMatch.AMBIGUOUS, None, None, round(score / 100, 3), tuple(rivals[:_MAX_CANDIDATES])
            )
        same = _key(self._comparison.new.text[slice(*place)]) == _key(anchor.quote)
        return AnchorPlacement(
            AnchorMatch.MOVED if same else AnchorMatch.CHANGED, *place, round(score / 100, 3)
        )

    def _around(self, anchor: Anchor, place: Range) -> tuple[float, float]:
        """Returns the similarity of the text before and after a place to the anchor's context, each 0 to 100."""
        text = self._flat_new
        before = text[max(0, place[0] - len(anchor.prefix)) : place[0]]
        after = text[place[1] : place[1] + len(anchor.suffix)]
        return fuzz.ratio(flat(anchor.prefix), before), fuzz.ratio(flat(anchor.suffix), after)

    @cached_property
    def _flat_old(self) -> str:
        return flat(self._comparison.old.text)

    @cached_property
    def _throughout_old(self) -> Occurrences:
        return Occurrences(self._flat_old, [(0, len(self._flat_old))])

    @cached_property
    def _counts(self) -> WordCounts:
        return WordCounts(self._flat_old)

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
