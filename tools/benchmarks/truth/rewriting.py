"""A draft and its law: articles are rewritten and change their length, are deleted, inserted and moved.

A rewritten article keeps 50 to 80 % of the words of its shorter side, in runs, and becomes 0.5 to 2.5 times as long.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import exp, log
from typing import Final

from tools.benchmarks.truth import document as texts
from tools.benchmarks.truth import sentences
from tools.benchmarks.truth.amending import amended
from tools.benchmarks.truth.document import Document, Provision, regulation
from tools.benchmarks.truth.labels import Kind, Manner, Manners, manners
from tools.benchmarks.truth.rounds import bag, unlike
from tools.benchmarks.truth.words import Word
from tools.benchmarks.truth.writing import Placed, Writer

Range = tuple[int, int]
_KEPT: Final = (0.5, 0.8)
_LENGTH: Final = (0.5, 2.5)
#: Share of the rewritten articles whose kept runs also change their order.
_REORDERED: Final = 0.2


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the articles of OLD, 0 to 1. The remaining articles stay."""

    rewritten: float
    edited: float
    deleted: float
    inserted: float
    moved: float = 0.0


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Two texts, and the ranges of the articles that both have, in code points: `pairs`. `gone` is only in OLD."""

    old: str
    new: str
    pairs: dict[Range, Range]
    rewritten: frozenset[Range]
    gone: frozenset[Range]


def rewriting(seed: int, words: int, shares: Shares) -> Rewriting:
    """The same seed makes the same texts."""
    chance = random.Random(f"rewriting {seed} {words} {shares}")
    style = manners(chance, long=words > 15_000)
    old = regulation(chance, words, style[Kind.ARTICLE].word)
    new = old.copy()
    touched = _rewritten(new, chance, shares)
    sides = [_written(side, style) for side in (old, new)]
    articles = [
        {placed.identity: placed for placed in placed_ones if placed.kind is Kind.ARTICLE}
        for _text, placed_ones in sides
    ]
    before, after = articles
    return Rewriting(
        sides[0][0],
        sides[1][0],
        {_range(one): _range(after[identity]) for identity, one in before.items() if identity in after},
        frozenset(_range(one) for identity, one in before.items() if identity in touched),
        frozenset(_range(one) for identity, one in before.items() if identity not in after),
    )


def _range(placed: Placed) -> Range:
    return placed.start, placed.end


def _written(document: Document, style: Manners) -> tuple[str, tuple[Placed, ...]]:
    numbers = document.numbers()

    def manner(item: Provision) -> Manner | None:
        return style.get(item.kind)

    def number(word: Word) -> int:
        assert word.target is not None
        # A reference to a deleted article keeps some number.
        return numbers.get(word.target) or 1

    written = Writer(manner, lambda word: word, number).write(document)
    return written.text, written.placed


def _rewritten(new: Document, chance: random.Random, shares: Shares) -> set[int]:
    """Changes `new`. Returns the identities of the rewritten articles."""
    chapters = [item.children for item in new.items if item.kind is Kind.HEADING]
    # One that has a twin may be taken for it.
    articles = [article for chapter in chapters for article in chapter if not article.guarded]
    chance.shuffle(articles)
    count = len(articles)

    def some(share: float) -> list[Provision]:
        taken = round(count * share)
        return [articles.pop() for _ in range(taken) if articles]

    gone = {article.identity for article in some(shares.deleted)}
    moved = some(shares.moved)
    rewritten = some(shares.rewritten)
    for article in rewritten:
        _rewrite(article, chance)
    for article in some(shares.edited):
        article.words = amended(article.words, chance)
    for chapter in chapters:
        chapter[:] = [article for article in chapter if article.identity not in gone and article not in moved]
    taken = [bag(item) for item in new.walk()]
    inserted = [_unlike(taken, chance) for _ in range(round(count * shares.inserted))]
    for article in [*moved, *inserted]:
        chapter = chance.choice(chapters)
        chapter.insert(chance.randrange(len(chapter) + 1), article)
    return {article.identity for article in rewritten}


def _unlike(taken: list[frozenset[str]], chance: random.Random) -> Provision:
    """Returns a new article that is not like a given one by chance."""
    while True:
        article = texts.article(chance)
        if len(article.words) >= 8 and unlike(article, taken):
            return article


def _rewrite(article: Provision, chance: random.Random) -> None:
    for item in article.walk():
        item.words = _other_words(item.words, chance)
    # What is below an article is added and left out as well.
    article.children = [child for child in article.children if chance.random() < 0.85]
    if article.children and chance.random() < 0.3:
        kind = article.children[-1].kind
        more = texts.note(chance) if kind is Kind.NOTE else Provision(kind, sentences.clause(chance))
        article.children.insert(chance.randrange(len(article.children) + 1), more)


def _other_words(words: list[Word], chance: random.Random) -> list[Word]:
    low, high = (log(bound) for bound in _LENGTH)
    length = max(4, round(len(words) * exp(chance.uniform(low, high))))
    keep = round(chance.uniform(*_KEPT) * min(length, len(words)))
    kept = _kept_runs(words, keep, chance)
    if chance.random() < _REORDERED:
        chance.shuffle(kept)
    more = _new_runs(length - sum(map(len, kept)), chance)
    for run in more:
        kept.insert(chance.randrange(len(kept) + 1), run)
    return [word for run in kept for word in run]


def _kept_runs(words: list[Word], count: int, chance: random.Random) -> list[list[Word]]:
    """Returns `count` of the words, in the runs of 2 to 8 words that stay together."""
    runs: list[list[Word]] = []
    at = 0
    while at < len(words):
        size = chance.randrange(2, 9)
        runs.append(words[at : at + size])
        at += size
    order = list(range(len(runs)))
    chance.shuffle(order)
    staying: dict[int, list[Word]] = {}
    for place in order:
        if count <= 0:
            break
        staying[place] = runs[place][:count]
        count -= len(staying[place])
    return [staying[place] for place in sorted(staying)]


def _new_runs(count: int, chance: random.Random) -> list[list[Word]]:
    """Returns runs of about `count` new words: sentences and phrases."""
    runs: list[list[Word]] = []
    while count > 0:
        run = sentences.sentence(chance) if count > 12 else sentences.phrase(chance)
        runs.append(run[:count])
        count -= len(runs[-1])
    return runs
