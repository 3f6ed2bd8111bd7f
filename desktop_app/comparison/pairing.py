"""The pairs of provisions found during an alignment, and the similarity of two provisions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import Final

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.result import Range
from desktop_app.comparison.sequences import common_ends, similarity
from desktop_app.persian.text import ZWNJ

#: The lowest similarity threshold of any step: that of provisions with the same label.
LEAST_ALIKE: Final = 0.4
#: A word pair that occurs in more provisions than this does not distinguish them.
_COMMON: Final = 24
#: Maximum number of candidates compared with each provision.
CANDIDATES: Final = 4


class Alignment:
    """The pairs found so far. `new_of[old]` and `old_of[new]` are indices, -1 for none.

    `apart` has the pairs (old, new) that a reviewer declared to be different provisions.
    """

    def __init__(
        self, old: SegmentedText, new: SegmentedText, apart: frozenset[tuple[int, int]] = frozenset()
    ) -> None:
        self.old, self.new, self.apart = old, new, apart
        self.new_of = [-1] * len(old)
        self.old_of = [-1] * len(new)
        #: Ranges of NEW whose words were aligned within a bound of work.
        self.rough: list[Range] = []
        #: The confidence, 0 to 1, of articles (old, new) of which one may be the other, rewritten.
        self.rewritten: dict[tuple[int, int], float] = {}
        self._likeness: dict[tuple[int, int], float] = {}

    def pair(self, old: int, new: int) -> None:
        self.new_of[old] = new
        self.old_of[new] = old

    def pairs(self) -> list[tuple[int, int]]:
        """Returns all pairs (old, new) in the order of NEW."""
        return [(old, new) for new, old in enumerate(self.old_of) if old >= 0]

    def equal(self, old: int, new: int) -> bool:
        """Returns whether two bodies differ at most in spelling. Empty bodies also need labels of one kind."""
        if (old, new) in self.apart:
            return False
        return self.same_words(old, new)

    def same_words(self, old: int, new: int) -> bool:
        """Works as `equal`, but ignores what a reviewer declared."""
        body, other = self.old.bodies[old], self.new.bodies[new]
        if body != other and self.old.key(old) != self.new.key(new):
            return False
        return bool(body) or self._same_kind(old, new)

    def likeness(self, old: int, new: int) -> float:
        """Returns the similarity of two bodies, 0 to 1. It is 0 below the threshold of every step."""
        known = self._likeness.get((old, new))
        if known is None:
            if (old, new) in self.apart:
                known = 0.0
            elif self.same_words(old, new):
                known = 1.0
            else:
                known = self._measured(old, new)
            self._likeness[old, new] = known
        return known

    def _measured(self, old: int, new: int) -> float:
        body, other = self.old.bodies[old], self.new.bodies[new]
        head, tail = common_ends(body, other)
        if head + tail < len(body) // 4:
            return similarity(self.old.word_ids(old), self.new.word_ids(new), LEAST_ALIKE)
        # Most edited provisions share their beginning and end: only the text between needs a closer comparison.
        shared = f"{body[:head]}{body[len(body) - tail :]}"
        kept = shared.count(" ") + shared.count(ZWNJ)
        removed = self.old.vocabulary.words(body[head : len(body) - tail])
        added = self.new.vocabulary.words(other[head : len(other) - tail])
        total = 2 * kept + len(removed) + len(added)
        likeness = (2 * kept + similarity(removed, added) * (len(removed) + len(added))) / max(1, total)
        return likeness if likeness >= LEAST_ALIKE else 0.0

    def same_label(self, old: int, new: int) -> bool:
        label = self.old.labels[old]
        return label is not None and label == self.new.labels[new]

    def same_rank(self, old: int, new: int) -> bool:
        """Returns whether two labels are of one kind, as of two articles, or one is missing."""
        return None in (self.old.labels[old], self.new.labels[new]) or self._same_kind(old, new)

    def kept_words(self, old: int, new: int) -> int:
        """Returns the approximate number of words that both sides of a pair share, at least one."""
        body = self.old.bodies[old]
        if body and body is self.new.bodies[new] and not self.apart:
            return body.count(" ") + 1
        return max(1, round(self.about_words(old, new) * self.likeness(old, new)))

    def about_words(self, old: int, new: int) -> float:
        """Returns the approximate number of words in a body of a pair, as the mean of both sides."""
        return (self.old.about_words(old) + self.new.about_words(new)) / 2

    def _same_kind(self, old: int, new: int) -> bool:
        return self.old.provisions[old].kind is self.new.provisions[new].kind


def shared_pairs(
    found: Alignment, olds: Iterable[int], news: Iterable[int], candidates: int = CANDIDATES
) -> Iterable[tuple[int, int, int]]:
    """Yields (old, new, number of shared word pairs) for the most similar provisions of `olds` to each of `news`."""
    index: dict[str, list[int]] = defaultdict(list)
    for old in olds:
        for shingle in found.old.shingles(old):
            index[shingle].append(old)
    distinctive = {shingle: places for shingle, places in index.items() if len(places) <= _COMMON}
    for new in news:
        places = filter(None, map(distinctive.get, found.new.shingles(new)))
        shared = Counter(chain.from_iterable(places))
        threshold = sorted(shared.values(), reverse=True)[candidates - 1] if len(shared) > candidates else 0
        # Most provisions share a pair or two by chance: only the best are sorted.
        best = [(-count, abs(old - new), old) for old, count in shared.items() if count >= threshold]
        best.sort()
        for count, _distance, old in best[:candidates]:
            yield old, new, -count
