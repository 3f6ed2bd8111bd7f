"""Edits inside one provision, as amendments make them, and one round of amendments as it goes."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from tools.benchmarks.truth import sentences
from tools.benchmarks.truth.document import Document, Provision, signature
from tools.benchmarks.truth.words import Kind, Word, cardinal, fresh, key, persian, words_of

Words = list[Word]
Edit = Callable[[Words, random.Random], Words]
#: No amendment takes or replaces more of a provision than this share of its words.
MOST_CHANGED: Final = 0.45
#: Two texts that share more of their words than this may be taken for one another: no truth is to hang on it.
_LIKE: Final = 0.4
_TRIES: Final = 200
_POOLS: Final = (
    *(sentences.PERSONS, sentences.BODIES, sentences.THINGS, sentences.QUALITIES, sentences.ACTS),
    *(sentences.ACTIVITIES, sentences.UNITS),
)


def _run(words: Words, chance: random.Random, least: int, most: int) -> tuple[int, int]:
    """Where a run of words without punctuation or reference stands; (0, 0) if there is none."""
    length = chance.randrange(least, most + 1)
    places = [at for at in range(len(words) - length) if all(word.bare for word in words[at : at + length])]
    if not places:
        return 0, 0
    at = chance.choice(places)
    return at, at + length


def _replaced(words: Words, at: int, core: str) -> Words:
    """`words` with the words of `core` in the place of one, its punctuation kept."""
    old = words[at]
    made = words_of(core)
    made[0] = replace(made[0], head=old.head + made[0].head)
    made[-1] = replace(made[-1], tail=made[-1].tail + old.tail, gap=old.gap)
    return [*words[:at], *made, *words[at + 1 :]]


def replace_word(words: Words, chance: random.Random) -> Words:
    """One word for another, of the same sort where the vocabulary knows it."""
    places = [at for at, word in enumerate(words) if word.target is None and not word.head]
    if not places:
        return words
    at = chance.choice(places)
    pool = next((pool for pool in _POOLS if words[at].core in pool), sentences.QUALITIES)
    return _replaced(words, at, chance.choice([other for other in pool if other != words[at].core]))


def insert_word(words: Words, chance: random.Random) -> Words:
    """One adverb or adjective more."""
    at = chance.randrange(1, len(words)) if len(words) > 1 else 0
    return [*words[:at], *words_of(chance.choice((*sentences.ADVERBS, *sentences.QUALITIES))), *words[at:]]


def delete_word(words: Words, chance: random.Random) -> Words:
    """One word less."""
    start, end = _run(words, chance, 1, 1)
    return [*words[:start], *words[end:]]


def insert_phrase(words: Words, chance: random.Random) -> Words:
    """A phrase of two to seven words more."""
    at = chance.randrange(1, len(words)) if len(words) > 1 else 0
    return [*words[:at], *sentences.phrase(chance), *words[at:]]


def delete_phrase(words: Words, chance: random.Random) -> Words:
    """Two to six words less."""
    start, end = _run(words, chance, 2, 6)
    return [*words[:start], *words[end:]]


def replace_phrase(words: Words, chance: random.Random) -> Words:
    """Two to six words for a phrase of another wording."""
    start, end = _run(words, chance, 2, 6)
    return words if start == end else [*words[:start], *sentences.phrase(chance), *words[end:]]


def change_amount(words: Words, chance: random.Random) -> Words:
    """Another number, or another unit behind it; a replaced word where there is neither."""
    numbers = [at for at, word in enumerate(words) if word.core.isdigit() and word.target is None]
    units = [at for at, word in enumerate(words) if word.core in sentences.UNITS]
    if not numbers + units:
        return replace_word(words, chance)
    at = chance.choice(numbers + units)
    if at in units:
        return _replaced(
            words, at, chance.choice([unit for unit in sentences.UNITS if unit != words[at].core])
        )
    value = int(words[at].core)
    other = chance.choice([n for n in (value + 5, value * 2 + 1, value + 11) if n != value])
    spelled = cardinal(other) if other < 100 and chance.random() < 0.2 else persian(other)
    return _replaced(words, at, spelled)


def change_sum(words: Words, chance: random.Random) -> Words:
    """Another amount of rials or another date; an amount where there is none."""
    sums = [at for at, word in enumerate(words) if "٬" in word.core]
    dates = [at for at, word in enumerate(words) if "/" in word.core]
    if sums:
        return _replaced(words, chance.choice(sums), sentences.money(chance))
    if dates:
        return _replaced(words, chance.choice(dates), sentences.date(chance))
    return change_amount(words, chance)


def negate(words: Words, chance: random.Random) -> Words:
    """A verb or a permission turned into its opposite; a replaced word where there is none."""
    places = [at for at, word in enumerate(words) if word.core in sentences.OPPOSITES]
    if not places:
        return replace_word(words, chance)
    at = chance.choice(places)
    return [*words[:at], fresh(words[at], sentences.OPPOSITES[words[at].core]), *words[at + 1 :]]


def _ends(words: Words) -> list[int]:
    return [at + 1 for at, word in enumerate(words) if word.ends]


def insert_sentence(words: Words, chance: random.Random) -> Words:
    """A sentence more, between two or at the end."""
    ends = _ends(words)
    if not ends:
        return insert_phrase(words, chance)
    at = chance.choice(ends)
    return [*words[:at], *sentences.sentence(chance), *words[at:]]


def delete_sentence(words: Words, chance: random.Random) -> Words:
    """A sentence less, if it is no more than may be taken."""
    ends = [0, *_ends(words)]
    choices = [
        (start, end)
        for start, end in itertools.pairwise(ends)
        if end - start <= len(words) * MOST_CHANGED and all(word.target is None for word in words[start:end])
    ]
    if not choices:
        return delete_phrase(words, chance)
    start, end = chance.choice(choices)
    return [*words[:start], *words[end:]]


def rewrite(words: Words, chance: random.Random) -> Words:
    """A good part of it in other words, phrase by phrase."""
    made, wanted = words, chance.uniform(0.25, 0.4)
    for _ in range(len(words)):
        if changed(words, made) >= wanted:
            break
        turn = chance.choice((replace_phrase, replace_phrase, replace_word, delete_phrase, insert_phrase))
        made = turn(made, chance)
    return made


def changed(old: Words, new: Words) -> float:
    """The share of the words of `old` that are not in `new`, or of those put in, whichever is more."""
    before, after = {word.identity for word in old}, {word.identity for word in new}
    return max(len(before - after), len(after - before)) / max(1, len(old))


_EDITS: Final[tuple[tuple[Edit, int], ...]] = (
    (replace_word, 20),
    (insert_word, 12),
    (delete_word, 10),
    (replace_phrase, 12),
    (insert_phrase, 10),
    (delete_phrase, 8),
    (change_amount, 14),
    (change_sum, 6),
    (negate, 12),
    (insert_sentence, 8),
    (delete_sentence, 6),
    (rewrite, 6),
)


def amended(words: Words, chance: random.Random, most: float = MOST_CHANGED) -> Words:
    """`words` after one to four edits that leave at least `1 - most` of them; never the same."""
    edits, weights = zip(*_EDITS, strict=True)
    made = words
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        (edit,) = chance.choices(edits, weights)
        tried: Words = edit(made, chance)
        if tried and changed(words, tried) <= most:
            made = tried
    for _ in range(20):
        if made is not words and [w.core for w in made] != [w.core for w in words]:
            return made
        tried = replace_word(words, chance)
        made = tried if changed(words, tried) <= most else insert_word(words, chance)
    return made


@dataclass(slots=True)
class Revision:
    """OLD and NEW, and what cannot be seen from the identities: parts of split and merged provisions.

    `split` gives the two identities in NEW for one in OLD, `merged` the two in OLD for one in NEW.
    """

    old: Document
    new: Document
    split: dict[int, tuple[int, int]] = field(default_factory=dict)
    merged: dict[int, tuple[int, int]] = field(default_factory=dict)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Different words that both have, as a share of all (0 to 1)."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def bag(item: Provision) -> frozenset[str]:
    return frozenset(key(word.core) for word in item.words)


def unlike(item: Provision, others: Iterable[frozenset[str]]) -> bool:
    own = bag(item)
    return all(likeness(own, other) < _LIKE for other in others)


@dataclass(slots=True)
class Round:
    """One round: NEW as far as it is, and what no second amendment may touch."""

    chance: random.Random
    made: Revision
    touched: set[int] = field(default_factory=set)
    edited: list[frozenset[str]] = field(default_factory=list)
    removed: list[frozenset[str]] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)

    def rows(self) -> list[list[Provision]]:
        """The lists that the main provisions stand in: one for each chapter, or the whole text."""
        chapters = [item.children for item in self.made.new.items if item.kind is Kind.HEADING]
        return chapters or [self.made.new.items]

    def is_free(self, item: Provision) -> bool:
        """Whether it may be amended."""
        return (
            item.kind not in {Kind.TITLE, Kind.SIGNATURE, Kind.HEADING}
            and item.identity not in self.touched
            and not any(each.guarded for each in item.walk())
        )

    def pick(self, wanted: Callable[[Provision], bool]) -> tuple[list[Provision], Provision] | None:
        """A main provision that may be amended, and its row; it is touched from then on."""
        rows = self.rows()
        for row in self.chance.choices(rows, [len(row) for row in rows], k=_TRIES):
            item = self.chance.choice(row)
            if self.is_free(item) and wanted(item):
                self.touched.update(each.identity for each in item.walk())
                return row, item
        return None

    def edit(self, item: Provision, most: float = 0.45) -> None:
        """Edits the words of `item`."""
        item.words = amended(item.words, self.chance, most)
        self.edited.append(bag(item))

    def is_new(self, item: Provision) -> bool:
        """Whether nothing in `item` could be taken for what was taken out, or stands in the text already."""
        return all(
            signature(each.words) not in self.bodies and unlike(each, (*self.removed, *self.edited))
            for each in item.walk()
        )

    def fresh(self, make: Callable[[random.Random], Provision]) -> Provision | None:
        """A provision that resembles nothing amended; None if chance gave none."""
        for _ in range(30):
            item = make(self.chance)
            if self.is_new(item):
                self.bodies.update(signature(each.words) for each in item.walk())
                self.touched.update(each.identity for each in item.walk())
                # What comes in later must not look like it, nor what goes out.
                self.edited.extend(bag(each) for each in item.walk())
                return item
        return None
