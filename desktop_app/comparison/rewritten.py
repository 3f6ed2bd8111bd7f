"""Pairs articles that were rewritten: much was replaced, the length changed, and too few words stand in order.

Two articles are a pair if each is the most similar one for the other among all articles, those with a partner
included, and if the confidence is high enough. It is calculated from their similarity, from the partners of their
neighbours, and from the second most similar article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp, log
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.pairing import Alignment
from desktop_app.persian.text import ZWNJ

if TYPE_CHECKING:
    from desktop_app.comparison.profiles import Likeness

#: By the numbers of two free articles: their cosine, and that of the second best article.
Cosines = Mapping[tuple[int, int], tuple[float, float]]

#: A pair with a lower confidence is none.
_ACCEPTED: Final = 0.5
#: Least confidence of a pair that is worth a question.
_WORTH_ASKING: Final = 0.2
#: Minimum similarity: below it, true and false pairs are mixed.
LEAST: Final = 0.12
#: Minimum share of the words of the shorter article: one common phrase is not enough.
LEAST_KEPT: Final = 0.5
#: Number of articles with a partner that are looked at, to tell which runs of letters are rare.
_SAMPLE: Final = 256
#: What the number of neighbours with fitting partners adds to the logarithm of the odds.
_NEAR: Final = (-3.5, 0.0, 1.5)
#: Articles with fewer words are too short to tell.
_LEAST_WORDS: Final = 6


class WholeArticle(NamedTuple):
    """An article with all provisions below it: `[first, last)` are indices of provisions."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible pair of two articles, by the indices of their provisions, and its confidence, 0 to 1."""

    old: int
    new: int
    confidence: float


def pair_rewritten(found: Alignment) -> bool:
    """Pairs the articles without a partner that were rewritten. Returns whether any was paired."""
    articles = Articles(found)
    if not articles.free_old or not articles.free_new:
        return False
    paired = False
    for candidate in articles.candidates():
        if candidate.confidence >= _ACCEPTED:
            found.pair(candidate.old, candidate.new)
            paired = True
        if candidate.confidence >= _WORTH_ASKING:
            found.rewritten[candidate.old, candidate.new] = candidate.confidence
    return paired


class Articles:
    """The articles of both sides. All places are indices into `old` or `new`; `free` ones have no partner."""

    def __init__(self, found: Alignment) -> None:
        self._found = found
        labelled = all(_has_articles(side) for side in (found.old, found.new))
        self.old = _units(found.old, labelled=labelled)
        self.new = _units(found.new, labelled=labelled)
        self.free_old = _free(found.old, self.old, found.new_of)
        self.free_new = _free(found.new, self.new, found.old_of)

    def candidates(self) -> list[Candidate]:
        """Returns the pairs of which each is the best for the other, with their confidence."""
        likeness = self.likeness()
        best_old, best_new = likeness.best()
        cosines: dict[tuple[int, int], tuple[float, float]] = {}
        for old, new in enumerate(map(int, best_old.partner)):
            cosine = float(best_old.cosine[old])
            if new >= 0 and best_new.partner[new] == old and cosine >= LEAST:
                second = max(float(best_old.second[old]), float(best_new.second[new]))
                cosines[old, new] = cosine, second
        worth = {
            pair: cosines[pair]
            for pair, candidate in zip(cosines, self._rated(cosines), strict=True)
            if candidate.confidence >= _WORTH_ASKING
        }
        if not worth:
            return []
        worth = self.with_rivals(likeness, worth)
        return [*self._rated(worth)]

    @cached_property
    def _taken(self) -> tuple[list[WholeArticle], list[WholeArticle]]:
        """The articles of OLD and of NEW with a partner, or too short to tell."""
        return _others(self.old, self.free_old), _others(self.new, self.free_new)

    def likeness(self) -> Likeness:
        """Returns the measure of the free articles, by their numbers in `free_old` and `free_new`."""
        from desktop_app.comparison.profiles import Likeness  # noqa: PLC0415 - numpy, for rewritten texts only

        olds, news = self._taken
        step = max(1, (len(olds) + len(news)) // _SAMPLE)
        return Likeness(
            _texts(self._found.old, [self.old[place] for place in self.free_old]),
            _texts(self._found.new, [self.new[place] for place in self.free_new]),
            [*_texts(self._found.old, olds[::step]), *_texts(self._found.new, news[::step])],
        )

    def with_rivals(self, likeness: Likeness, cosines: Cosines) -> dict[tuple[int, int], tuple[float, float]]:
        """Returns `cosines`, with an article that has a partner as the second best if it is more similar."""
        olds, news = self._taken
        taken = [*_texts(self._found.old, olds), *_texts(self._found.new, news)]
        rivals = likeness.best_of([old for old, _new in cosines], [new for _old, new in cosines], taken)
        return {
            pair: (cosine, max(second, float(old), float(new)))
            for (pair, (cosine, second)), old, new in zip(cosines.items(), *rivals, strict=True)
        }

    def _rated(self, cosines: Cosines) -> Iterator[Candidate]:
        """Yields the pairs with their confidence; it is 0 if another article is more similar than the best."""
        partners = self.partners((self.free_old[old], self.free_new[new]) for old, new in cosines)
        for (old, new), (cosine, second) in cosines.items():
            candidate = self.rated(partners, self.free_old[old], self.free_new[new], cosine, second)
            yield candidate if second < cosine else replace(candidate, confidence=0.0)

    def rated(
        self, partners: Mapping[int, int], old: int, new: int, cosine: float, second: float
    ) -> Candidate:
        """Returns two articles with their confidence. `second` is the cosine of the best other article."""
        pair = self.old[old].first, self.new[new].first
        near = sum(self.fits(partners, old, new, step) for step in (-1, 1))
        barred = pair in self._found.apart or self._kept(self.old[old], self.new[new]) < LEAST_KEPT
        return Candidate(*pair, 0.0 if barred else _confidence(cosine, second / cosine, near))

    def _kept(self, old: WholeArticle, new: WholeArticle) -> float:
        """Returns the share of the words of the shorter article that the other one has, in any order."""
        sides = (self._found.old, old), (self._found.new, new)
        shared, shorter = shared_words(*("".join(map(side.word_ids, range(*unit))) for side, unit in sides))
        return shared / max(1, shorter)

    def partners(self, pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
        """Maps each article of OLD to its partner, those of `pairs` included."""
        place_of = {unit.first: place for place, unit in enumerate(self.new)}
        made = dict(pairs)
        for place, unit in enumerate(self.old):
            partner = place_of.get(self._found.new_of[unit.first])
            if partner is not None:
                made[place] = partner
        return made

    def fits(self, partners: Mapping[int, int], old: int, new: int, step: int) -> bool:
        """Returns whether the neighbours in one direction are partners, or one place from it, or both ends."""
        if not 0 <= old + step < len(self.old):
            return not 0 <= new + step < len(self.new)
        beside = partners.get(old + step)
        return beside is not None and abs(beside - new - step) <= 1


def shared_words(old: str, new: str) -> tuple[int, int]:
    """Returns how many words two articles share in any order, and how many the shorter one has.

    Each word is one character, as in `SegmentedText.word_ids`.
    """
    return (Counter(old) & Counter(new)).total(), min(len(old), len(new))


def _has_articles(side: SegmentedText) -> bool:
    return sum(provision.kind is LabelKind.ARTICLE for provision in side.provisions) > 1


def _units(side: SegmentedText, *, labelled: bool) -> list[WholeArticle]:
    """Returns the articles, or without `labelled` the top provisions that are no headings."""
    made: list[WholeArticle] = []
    last = 0
    provisions = side.provisions
    for at, provision in enumerate(provisions):
        if at < last or provision.kind.heading or (labelled and provision.kind is not LabelKind.ARTICLE):
            continue
        path, last = provision.path, at + 1
        while path and last < len(provisions) and provisions[last].path[: len(path)] == path:
            last += 1
        made.append(WholeArticle(at, last))
    return made


def _free(side: SegmentedText, units: Sequence[WholeArticle], partners: Sequence[int]) -> list[int]:
    return [
        place
        for place, unit in enumerate(units)
        if partners[unit.first] < 0 and _words(side, unit) >= _LEAST_WORDS
    ]


def _words(side: SegmentedText, unit: WholeArticle) -> int:
    return sum(map(side.about_words, range(*unit)))


def _others(units: Sequence[WholeArticle], places: Sequence[int]) -> list[WholeArticle]:
    left_out = set(places)
    return [unit for place, unit in enumerate(units) if place not in left_out]


def _texts(side: SegmentedText, units: Sequence[WholeArticle]) -> list[str]:
    """Returns the texts of articles without labels and spaces."""
    texts = ("".join(side.bodies[unit.first : unit.last]) for unit in units)
    return [text.replace(" ", "").replace("\n", "").replace(ZWNJ, "") for text in texts]


def _confidence(cosine: float, rival: float, near: int) -> float:
    """Returns the confidence of a pair, 0 to 1. `rival` is the share of the cosine that the second best has.

    It is more than 1 if the second best is more similar.

    The first two terms come from a draft and its law, the others from made texts (tools/benchmarks/quality.py).
    """
    cosine = min(cosine, 0.99)
    odds = 6.9 + 3.6 * log(cosine / (1 - cosine)) + _NEAR[near] - 6 * max(0.0, rival - 0.6)
    return 1 / (1 + exp(-odds))
