"""Revisions of a regulation: a round of amendments, or a law after its draft.

In a law, articles are rewritten, deleted, inserted and moved. A rewritten article keeps 50 to 80 % of the words of
its shorter side, in runs, and becomes 0.5 to 2.5 times as long.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from math import exp, log
from typing import Final

from tools.benchmarks.truth import document as texts
from tools.benchmarks.truth import sentences
from tools.benchmarks.truth.amending import Revision, Round, amended, bag, insert_word, unlike
from tools.benchmarks.truth.document import Document, Placed, Provision, Range, Writer, regulation, signature
from tools.benchmarks.truth.words import Kind, Manner, Manners, Word, fresh, manners

_LEAST_PART: Final = 8
_KEPT: Final = (0.5, 0.8)
_LENGTH: Final = (0.5, 2.5)
#: Share of the rewritten articles whose kept runs also change their order.
_REORDERED: Final = 0.2


def revised(old: Document, chance: random.Random, merged: float = 0.012) -> Revision:
    """`old` after a round of amendments: about a fifth of its provisions edited, some moved, split, merged …

    `merged` is the share of its provisions that take in the next one.
    """
    it = Round(chance, Revision(old, old.copy()))
    it.bodies = {signature(item.words) for item in old.walk()}
    count = sum(len(row) for row in it.rows())
    main: list[tuple[Callable[[Round], None], float]] = [
        *((_split, 0.012), (_merge, merged), (_move, 0.015), (_move_edited, 0.012), (_edit, 0.17)),
        *((_below, 0.12), (_delete, 0.03), (_insert, 0.03)),
    ]
    for amend, share in main:
        for _ in range(max(1, round(count * share))):
            amend(it)
    _move_chapter(it)
    _rename_chapters(it)
    _sign_again(it)
    _update_references(it)
    return it.made


def _edit(it: Round) -> None:
    found = it.pick(lambda item: len(item.words) > 3)
    if found:
        it.edit(found[1])


def _cut(item: Provision, chance: random.Random) -> int:
    """Where `item` can be split in two of some length; 0 if nowhere."""
    least = max(_LEAST_PART, len(item.words) // 4)
    ends = [
        at + 1
        for at, word in enumerate(item.words)
        if word.ends and least <= at + 1 <= len(item.words) - least
    ]
    return chance.choice(ends) if ends else 0


def _split(it: Round) -> None:
    found = it.pick(
        lambda item: (
            _cut(item, random.Random(0)) > 0
            and all(child.kind is Kind.NOTE and not child.guarded for child in item.children)
        )
    )
    if not found:
        return
    row, item = found
    at = _cut(item, it.chance)
    as_note = item.kind is Kind.ARTICLE and it.chance.random() < 0.3
    second = Provision(Kind.NOTE if as_note else item.kind, item.words[at:])
    item.words = item.words[:at]
    item.words[-1] = replace(item.words[-1], gap=" ")
    if as_note:
        item.children.insert(0, second)
    else:
        second.children, item.children = item.children, []
        row.insert(row.index(item) + 1, second)
    it.touched.add(second.identity)
    it.made.split[item.identity] = (item.identity, second.identity)
    for part in (item, second):
        if it.chance.random() < 0.2:
            it.edit(part, 0.15)


def _joinable(item: Provision) -> bool:
    return len(item.words) >= _LEAST_PART


def _merge(it: Round) -> None:
    def with_note(item: Provision) -> bool:
        return _joinable(item) and len(item.children) == 1 and _fits(item, item.children[0])

    def with_next(item: Provision) -> bool:
        (row,) = [row for row in it.rows() if any(other is item for other in row)]
        behind = row[next(at for at, other in enumerate(row) if other is item) + 1 :][:1]
        return bool(behind) and not item.children and _fits(item, behind[0]) and it.is_free(behind[0])

    as_note = it.chance.random() < 0.3
    found = it.pick(with_note if as_note else with_next)
    if not found:
        return
    row, item = found
    second = item.children.pop() if as_note else row.pop(row.index(item) + 1)
    it.touched.add(second.identity)
    it.made.merged[item.identity] = (item.identity, second.identity)
    item.words = [*item.words, *second.words]
    if it.chance.random() < 0.3:
        it.edit(item, 0.1)


def _fits(item: Provision, second: Provision) -> bool:
    """Whether the two can be merged so that both can be told in the result."""
    weights = sorted((len(item.words), len(second.words)))
    plain = second.kind in {item.kind, Kind.NOTE} and not second.children and not second.guarded
    return plain and weights[0] >= _LEAST_PART and weights[1] <= 3 * weights[0]


def _far_enough(it: Round, row: list[Provision], item: Provision) -> tuple[list[Provision], int] | None:
    """A place to move `item` to, over at least twice its own words."""
    order = [(line, at, other) for line in it.rows() for at, other in enumerate(line)]
    here = next(n for n, (_, _, other) in enumerate(order) if other is item)
    needed = 2 * item.weight + 20
    fit = []
    before = [0, *accumulate(other.weight for _, _, other in order)]
    for target, (line, at, other) in enumerate(order):
        low, high = (target, here) if target < here else (here + 1, target)
        if before[high] - before[low] >= needed and other.kind not in {Kind.TITLE, Kind.SIGNATURE}:
            fit.append((line, at, other))
    if not fit:
        return None
    line, _, other = it.chance.choice(fit)
    row.remove(item)
    return line, next(at for at, each in enumerate(line) if each is other)


def _move(it: Round) -> None:
    found = it.pick(lambda item: len(item.words) >= 6)
    if not found:
        return
    row, item = found
    place = _far_enough(it, row, item)
    if place:
        place[0].insert(place[1], item)


def _move_edited(it: Round) -> None:
    found = it.pick(lambda item: len(item.words) >= 14)
    if not found:
        return
    row, item = found
    place = _far_enough(it, row, item)
    if place:
        place[0].insert(place[1], item)
        it.edit(item, 0.25)


def _delete(it: Round) -> None:
    def strange(item: Provision) -> bool:
        return all(not each.guarded and unlike(each, it.edited) for each in item.walk())

    found = it.pick(strange)
    if found:
        row, item = found
        it.removed.extend(bag(each) for each in item.walk())
        row.remove(item)


def _insert(it: Round) -> None:
    kind = it.rows()[0][-1].kind
    make = texts.article if kind is Kind.ARTICLE else lambda chance: Provision(kind, texts.body(chance, 1, 4))
    item = it.fresh(make)
    if item:
        row = it.chance.choice(it.rows())
        first = 1 if row[0].kind is Kind.TITLE else 0
        row.insert(it.chance.randrange(first, len(row) + 1), item)


def _below(it: Round) -> None:
    """Amends what stands below one article: its notes or its list, in one way."""
    found = it.pick(lambda item: bool(item.children))
    if not found:
        return
    rows = [item.children for item in found[1].walk() if item.children]
    row = it.chance.choice(rows)
    inner = [child for child in row if not child.guarded]
    turn = it.chance.random()
    if turn < 0.5 and inner:
        it.edit(it.chance.choice(inner))
    elif turn < 0.75:
        make = texts.note if row[0].kind is Kind.NOTE else _item(row[0].kind)
        item = it.fresh(make)
        if item:
            same = [at for at, child in enumerate(row) if child.kind is item.kind]
            row.insert(it.chance.choice((*same, same[-1] + 1)), item)
    elif inner:
        child = it.chance.choice(inner)
        strange = all(unlike(each, it.edited) for each in child.walk())
        if strange and not any(each.guarded for each in child.walk()):
            it.removed.extend(bag(each) for each in child.walk())
            row.remove(child)


def _item(kind: Kind) -> Callable[[random.Random], Provision]:
    return lambda chance: Provision(kind, sentences.clause(chance))


def _move_chapter(it: Round) -> None:
    """Now and then one chapter goes elsewhere as a whole, over at least twice its words."""
    items = it.made.new.items
    chapters = [item for item in items if item.kind is Kind.HEADING]
    if len(chapters) < 4 or it.chance.random() < 0.4:
        return
    weights = [chapter.weight for chapter in chapters]
    choices = []
    for here, chapter in enumerate(chapters):
        for there, target in enumerate(chapters):
            low, high = (there, here) if there < here else (here + 1, there + 1)
            if sum(weights[low:high]) >= 2 * weights[here]:
                choices.append((chapter, target, there > here))
    if choices:
        chapter, target, behind = it.chance.choice(choices)
        items.remove(chapter)
        items.insert(items.index(target) + behind, chapter)


def _rename_chapters(it: Round) -> None:
    for item in it.made.new.items:
        if (
            item.kind is Kind.HEADING
            and not item.guarded
            and len(item.words) > 1
            and it.chance.random() < 0.06
        ):
            item.words = insert_word(item.words, it.chance)


def _sign_again(it: Round) -> None:
    """Another date of adoption."""
    for item in it.made.new.items:
        if item.kind is Kind.SIGNATURE and it.chance.random() < 0.5:
            item.words = [
                fresh(word, sentences.date(it.chance)) if "/" in word.core else word for word in item.words
            ]


def _update_references(it: Round) -> None:
    """Half the references to what got another number are put right; the others grow stale."""
    before, after = it.made.old.numbers(), it.made.new.numbers()
    unclear = {*it.made.split, *it.made.merged}

    def put_right(word: Word) -> Word:
        target = word.target
        if target is None or target not in after or target in unclear or before.get(target) == after[target]:
            return word
        return replace(fresh(word, word.core), target=target) if it.chance.random() < 0.5 else word

    for item in it.made.new.walk():
        if not item.guarded:
            item.words = [put_right(word) for word in item.words]


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
