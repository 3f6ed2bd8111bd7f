"""Finds the articles of NEW that an article of OLD may have become, with their confidence and the reasons for it.

This is what a reviewer is asked about an uncertain pair. The confidence is that of `rewritten`. An article of NEW
with a certain partner is no candidate: to choose it would undo a pair that nobody doubts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from desktop_app.comparison.alignment import pinned
from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.lost_labels import cut_without_labels
from desktop_app.comparison.numbers import AMOUNT_WORDS
from desktop_app.comparison.pairing import Alignment
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import Comparison, Range, RewrittenPair
from desktop_app.comparison.rewritten import LEAST, LEAST_KEPT, Articles, WholeArticle, shared_words
from desktop_app.comparison.sequences import equal_runs
from desktop_app.comparison.tokens import Vocabulary

if TYPE_CHECKING:
    from desktop_app.comparison.profiles import Likeness

#: Maximum number of candidates for an article.
MOST: Final = 3
#: Articles that are rated, by their cosine.
_RATED: Final = 8
#: Candidates with a lower confidence are noise.
_WORTH_SHOWING: Final = 0.02
#: Share of the common words that must be in the same order to speak for a pair.
_MOSTLY: Final = 0.75
#: The lengths speak for a pair if neither is more than this multiple of the other.
_ALIKE_LENGTH: Final = 1.5
#: Shorter words tell nothing alone: «و», «از», «به», «هر».
_LETTERS: Final = 3
#: Maximum number of rare words that are named.
_NAMED: Final = 4


class SharedWords(NamedTuple):
    """The words that both articles have: in any order, in the same order, and all of the shorter article."""

    shared: int
    in_order: int
    shorter: int

    @property
    def supports(self) -> bool:
        """Whether they speak for the pair."""
        enough = self.shared >= LEAST_KEPT * self.shorter
        return enough and self.in_order >= _MOSTLY * self.shared


class ArticleBeside(NamedTuple):
    """The article beside the one of OLD, None at the end of the text, and its partner, None without one.

    `fits`: the partner is beside the candidate, or one place further, or both texts end here.
    """

    old: Range | None
    new: Range | None
    fits: bool


class Lengths(NamedTuple):
    """The number of words of both articles."""

    old: int
    new: int

    @property
    def supports(self) -> bool:
        """Whether they speak for the pair."""
        return max(self) <= _ALIKE_LENGTH * min(self)


@dataclass(frozen=True, slots=True)
class PairCandidate:
    """An article of NEW that one of OLD may have become. Ranges are code points `[start, end)` of their side.

    `old` and `new` are the articles with all provisions below them. `paired` tells whether the comparison takes
    them for a pair.
    """

    old: Range
    new: Range
    confidence: float
    paired: bool
    words: SharedWords
    before: ArticleBeside
    after: ArticleBeside
    lengths: Lengths
    #: Numbers and rare words that both have, as OLD writes them, the most telling first.
    rare: tuple[Range, ...]
    #: The common words on both sides, adjacent ones joined.
    shared_old: tuple[Range, ...]
    shared_new: tuple[Range, ...]

    @property
    def near(self) -> bool:
        """Whether the neighbours speak for the pair."""
        return self.before.fits and self.after.fits


class PairQuestion(NamedTuple):
    """An uncertain pair, with the candidates for its article of OLD, best first."""

    pair: RewrittenPair
    candidates: tuple[PairCandidate, ...]


def pair_questions(comparison: Comparison, pins: Iterable[Pin] = ()) -> tuple[PairQuestion, ...]:
    """Returns a question for each uncertain pair of a comparison that was made with `pins`."""
    if not comparison.uncertain_pairs:
        return ()
    asked = comparison.uncertain_pairs
    found = CandidateFinder(comparison, pins).candidates([pair.old[0] for pair in asked])
    return tuple(PairQuestion(pair, found[pair.old[0]]) for pair in asked)


class CandidateFinder:
    """Finds candidates in one comparison.

    `pins` are those of the comparison: two articles that a reviewer parted are no candidates for each other.
    """

    def __init__(self, comparison: Comparison, pins: Iterable[Pin] = ()) -> None:
        self._of_pair = {(pair.old[0], pair.new[0]): pair for pair in comparison.rewritten_pairs}
        self._found = _before_rewritten_pairs(comparison, pins, self._of_pair)
        self._articles = Articles(self._found)
        self._old, self._new = self._articles.old, self._articles.new
        certain = [pair for pair in comparison.rewritten_pairs if pair.certain]
        certain_old, certain_new = {pair.old[0] for pair in certain}, {pair.new[0] for pair in certain}
        #: The numbers of free articles: of possible partners, and by the start of their text.
        self._free_new = [
            number
            for number, place in enumerate(self._articles.free_new)
            if self._start(self._found.new, self._new[place]) not in certain_new
        ]
        self._free_old = {
            self._start(self._found.old, self._old[place]): number
            for number, place in enumerate(self._articles.free_old)
            if self._start(self._found.old, self._old[place]) not in certain_old
        }

    def candidates(self, starts: Sequence[int]) -> dict[int, tuple[PairCandidate, ...]]:
        """Returns up to `MOST` candidates, best first, for each article of OLD that starts at one of `starts`.

        There is none if its partner is certain, or if no article starts there.
        """
        made: dict[int, list[PairCandidate]] = {start: [] for start in starts}
        numbers = [self._free_old[start] for start in made if start in self._free_old]
        rated: dict[int, list[tuple[float, int]]] = defaultdict(list)
        if numbers and self._free_new:
            for old, new, confidence in self._rated(numbers):
                rated[old].append((-confidence, new))
        for old, news in rated.items():
            made[self._start(self._found.old, self._old[old])] = [
                self._candidate(old, new, -confidence) for confidence, new in sorted(news)[:MOST]
            ]
        return {start: tuple(found) for start, found in made.items()}

    def _rated(self, numbers: Sequence[int]) -> Iterator[tuple[int, int, float]]:
        """Yields the places of free articles and of possible partners, with their confidence."""
        likeness, free = self._likeness, np.array(self._free_new)
        best_old, best_new = likeness.best()
        cosines: dict[tuple[int, int], tuple[float, float]] = {}
        for old, row in zip(numbers, likeness.cosines(numbers), strict=True):
            nearest = free[np.argsort(-row[free], kind="stable")[:_RATED]]
            for new in map(int, nearest[row[nearest] >= LEAST]):
                across = best_old.second if best_old.partner[old] == new else best_old.cosine
                down = best_new.second if best_new.partner[new] == old else best_new.cosine
                cosines[old, new] = float(row[new]), float(max(across[old], down[new]))
        if not cosines:
            return
        for (old, new), pair in self._articles.with_rivals(likeness, cosines).items():
            one, other = self._articles.free_old[old], self._articles.free_new[new]
            told = self._pair(one, other)
            # What the comparison told is what is asked, even if later steps paired more articles.
            confidence = (
                self._articles.rated(self._partners, one, other, *pair).confidence
                if told is None
                else told.confidence
            )
            if confidence >= _WORTH_SHOWING:
                yield one, other, confidence

    @cached_property
    def _likeness(self) -> Likeness:
        return self._articles.likeness()

    @cached_property
    def _partners(self) -> dict[int, int]:
        """The partner of each article of OLD, those of the comparison's rewritten pairs included."""
        olds = {self._start(self._found.old, unit): place for place, unit in enumerate(self._old)}
        news = {self._start(self._found.new, unit): place for place, unit in enumerate(self._new)}
        return self._articles.partners(
            (olds[old], news[new])
            for (old, new), pair in self._of_pair.items()
            if pair.paired and old in olds and new in news
        )

    @cached_property
    def _often(self) -> Counter[str]:
        """In how many articles of both sides each word occurs."""
        sides = (self._found.old, self._old), (self._found.new, self._new)
        return Counter(
            word
            for side, units in sides
            for unit in units
            for word in set("".join(map(side.word_ids, range(*unit))))
        )

    def _candidate(self, old: int, new: int, confidence: float) -> PairCandidate:
        olds, news = _Words.of(self._found.old, self._old[old]), _Words.of(self._found.new, self._new[new])
        in_order, partner = _matches(olds.ids, news.ids)
        pair = self._pair(old, new)
        return PairCandidate(
            self._range(self._found.old, self._old[old]),
            self._range(self._found.new, self._new[new]),
            confidence,
            pair is not None and pair.paired,
            SharedWords(len(partner), in_order, shared_words(olds.ids, news.ids)[1]),
            self._neighbour(old, new, -1),
            self._neighbour(old, new, 1),
            Lengths(len(olds.ids), len(news.ids)),
            tuple(self._rare(olds, partner)),
            tuple(_runs(self._found.old, olds, partner.keys())),
            tuple(_runs(self._found.new, news, set(partner.values()))),
        )

    def _neighbour(self, old: int, new: int, step: int) -> ArticleBeside:
        fits = self._articles.fits(self._partners, old, new, step)
        if not 0 <= old + step < len(self._old):
            return ArticleBeside(None, None, fits)
        beside = self._partners.get(old + step)
        return ArticleBeside(
            self._range(self._found.old, self._old[old + step]),
            None if beside is None else self._range(self._found.new, self._new[beside]),
            fits,
        )

    def _rare(self, olds: _Words, partner: Mapping[int, int]) -> Iterator[Range]:
        """Yields the numbers with the word after them, and the rare words, that both articles have."""
        total = len(self._old) + len(self._new)
        found: list[tuple[bool, int, int, Range]] = []
        seen: set[str] = set()
        for at in partner:
            word, key, often = olds.ids[at], olds.keys[at], self._often[olds.ids[at]]
            number = key.isdecimal() or (key in AMOUNT_WORDS and key != "یک")
            if word in seen or often > 2 + total // (10 if number else 50):
                continue
            if not number and len(key) < _LETTERS:
                continue
            seen.add(word)
            last = at + 1 if number and partner.get(at + 1) == partner[at] + 1 else at
            found.append((not number, often, -len(key), (olds.starts[at], olds.ends[last])))
        found.sort()
        inside: list[Range] = []
        for _number, _often, _length, place in found:
            if not any(one[0] <= place[0] < one[1] for one in inside):
                inside.append(place)
        yield from inside[:_NAMED]

    def _pair(self, old: int, new: int) -> RewrittenPair | None:
        """Returns what the comparison told of two articles."""
        olds, news = self._found.old, self._found.new
        return self._of_pair.get((self._start(olds, self._old[old]), self._start(news, self._new[new])))

    @staticmethod
    def _start(side: SegmentedText, unit: WholeArticle) -> int:
        return side.provisions[unit.first].start

    @staticmethod
    def _range(side: SegmentedText, unit: WholeArticle) -> Range:
        return side.provisions[unit.first].start, side.provisions[unit.last - 1].end


class _Words(NamedTuple):
    """The words of an article, one character each, with their keys and places. The parts of a compound share one."""

    ids: str
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, side: SegmentedText, unit: WholeArticle) -> _Words:
        ids: list[str] = []
        keys: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for index in range(unit.first, unit.last):
            tokens = side.tokens(index)
            for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
                words = side.vocabulary.words(side.flat[start:end])
                ids.extend(words)
                keys.extend([key] * len(words))
                starts.extend([start] * len(words))
                ends.extend([end] * len(words))
        return cls("".join(ids), keys, starts, ends)


def _before_rewritten_pairs(
    comparison: Comparison, pins: Iterable[Pin], rewritten: Mapping[tuple[int, int], object]
) -> Alignment:
    """Returns the alignment of a comparison as it was when the rewritten articles were rated."""
    vocabulary = Vocabulary()
    old, new = SegmentedText(comparison.old.body, vocabulary), SegmentedText(comparison.new.body, vocabulary)
    cut_without_labels(old, new)
    found = Alignment(old, new, pinned(old, new, pins)[1])
    for entry in comparison.entries:
        if entry.old is None or entry.new is None or (entry.old.start, entry.new.start) in rewritten:
            continue
        one, other = old.index_at(entry.old.start), new.index_at(entry.new.start)
        if one is not None and other is not None:
            found.pair(one, other)
    return found


def _matches(old: str, new: str) -> tuple[int, dict[int, int]]:
    """Returns how many words are common in the same order, and the partner of each common word, in any order."""
    partner: dict[int, int] = {}
    for first, last, begin, _end in equal_runs(old, new):
        partner.update(zip(range(first, last), range(begin, begin + last - first), strict=True))
    in_order = len(partner)
    taken = set(partner.values())
    free: dict[str, list[int]] = defaultdict(list)
    for at in range(len(new) - 1, -1, -1):
        if at not in taken:
            free[new[at]].append(at)
    for at, word in enumerate(old):
        if at not in partner and free.get(word):
            partner[at] = free[word].pop()
    return in_order, dict(sorted(partner.items()))


def _runs(side: SegmentedText, words: _Words, common: Iterable[int]) -> Iterator[Range]:
    """Yields the ranges of common words. Adjacent ones are joined; short words alone are left out."""
    chosen = set(common)
    whole: dict[Range, bool] = {}
    for at, place in enumerate(zip(words.starts, words.ends, strict=True)):
        whole[place] = whole.get(place, True) and at in chosen
    run: list[Range] = []
    for place, marked in whole.items():
        if run and not (marked and not side.flat[run[-1][1] : place[0]].strip()):
            yield from _joined(side, run)
            run = []
        if marked:
            run.append(place)
    yield from _joined(side, run)


def _joined(side: SegmentedText, run: Sequence[Range]) -> Iterator[Range]:
    if any(end - start >= _LETTERS or side.flat[start:end].isdecimal() for start, end in run):
        yield run[0][0], run[-1][1]
