"""A made regulation as a tree of provisions, and its writing."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from tools.benchmarks.truth import sentences
from tools.benchmarks.truth.labels import Kind, Manners
from tools.benchmarks.truth.vocabulary import (
    BOILERPLATE,
    FAMILY,
    GIVEN,
    HEADINGS,
    OPPOSITES,
    QUALITIES,
    SHORT,
)
from tools.benchmarks.truth.words import Word, fresh, key, words_of

_identities = itertools.count(1)
_ACROSS: Final = frozenset({Kind.HEADING, Kind.ARTICLE})


@dataclass(slots=True)
class Provision:
    """A provision: its own words, and those below it. What is `guarded` has a twin, and no amendment touches it."""

    kind: Kind
    words: list[Word]
    children: list[Provision] = field(default_factory=list)
    guarded: bool = False
    identity: int = field(default_factory=lambda: next(_identities))

    def walk(self) -> Iterator[Provision]:
        """It and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def weight(self) -> int:
        """Words of it and of all below it."""
        return sum(len(item.words) for item in self.walk())

    def copy(self) -> Provision:
        """The same provision with lists of its own."""
        return Provision(
            self.kind, list(self.words), [c.copy() for c in self.children], self.guarded, self.identity
        )


@dataclass(slots=True)
class Document:
    """A regulation: what stands at its top level, in order."""

    items: list[Provision]

    def walk(self) -> Iterator[Provision]:
        """Every provision in the order of the text."""
        for item in self.items:
            yield from item.walk()

    def copy(self) -> Document:
        """The same regulation with lists of its own."""
        return Document([item.copy() for item in self.items])

    def numbers(self) -> dict[int, int | None]:
        """The number of each labelled provision by its identity; None for the only note of its article.

        Articles and headings are numbered through the text, the rest below what they stand under.
        """
        made: dict[int, int | None] = {}
        through: Counter[Kind] = Counter()

        def number(items: list[Provision]) -> None:
            kinds = Counter(item.kind for item in items)
            here: Counter[Kind] = Counter()
            for item in items:
                count = through if item.kind in _ACROSS else here
                count[item.kind] += 1
                alone = item.kind is Kind.NOTE and kinds[Kind.NOTE] == 1
                made[item.identity] = None if alone else count[item.kind]
                number(item.children)

        number(self.items)
        return made


def signature(items: list[Word]) -> str:
    """What is the same of two bodies that differ in spelling at most."""
    return " ".join(key(word.core) for word in items)


def body(chance: random.Random, least: int, most: int) -> list[Word]:
    """Between `least` and `most` sentences, the last one now and then of every regulation's stock."""
    made = [word for _ in range(chance.randrange(least, most + 1)) for word in sentences.sentence(chance)]
    if chance.random() < 0.15:
        made += words_of(chance.choice(BOILERPLATE))
    return made


def article(chance: random.Random) -> Provision:
    """An article: plain, short, in two paragraphs, with a list, with notes."""
    turn = chance.random()
    if turn < 0.04:
        return Provision(Kind.ARTICLE, words_of(chance.choice(SHORT)))
    if turn < 0.14:
        return Provision(Kind.ARTICLE, sentences.sentence(chance), _notes(chance))
    if turn < 0.26:
        return _with_list(chance)
    made = body(chance, 1, 4)
    if turn < 0.34:
        ends = [place for place, word in enumerate(made[:-1]) if word.ends]
        if ends:
            at = chance.choice(ends)
            made[at] = replace(made[at], gap="\n")
    return Provision(Kind.ARTICLE, made, _notes(chance))


def note(chance: random.Random) -> Provision:
    """A note of one or two sentences."""
    return Provision(Kind.NOTE, body(chance, 1, 2))


def _notes(chance: random.Random) -> list[Provision]:
    return [note(chance) for _ in range(chance.choice((0, 0, 0, 0, 1, 1, 2, 3)))]


def _with_list(chance: random.Random) -> Provision:
    lead = sentences.sentence(chance)[:-1]
    lead.append(
        replace(
            lead[-1], core=chance.choice(("عبارت‌اند", "چنین")), head="", tail="", identity=Word("").identity
        )
    )
    lead += words_of(chance.choice(("از:", "است:")))
    kind = chance.choice((Kind.LETTER, Kind.LETTER, Kind.NUMBER))
    item = chance.choice((sentences.clause, sentences.clause, sentences.clause, sentences.definition))
    items = [Provision(kind, item(chance)) for _ in range(chance.randrange(3, 8))]
    if kind is Kind.LETTER and chance.random() < 0.25:
        inner = chance.choice(items)
        inner.children = [
            Provision(Kind.NUMBER, sentences.clause(chance)) for _ in range(chance.randrange(2, 5))
        ]
    return Provision(Kind.ARTICLE, lead, [*items, *_notes(chance)])


def twin(chance: random.Random, of: Provision) -> Provision:
    """An article that says of another thing nearly what `of` says."""
    made = list(of.words)
    for at in chance.sample(range(len(made)), k=chance.randrange(1, 4)):
        made[at] = fresh(made[at], OPPOSITES.get(made[at].core, chance.choice(QUALITIES)))
    # Words have one place each: the twin's are its own.
    return Provision(Kind.ARTICLE, [fresh(word, word.core) for word in made])


def _articles(
    chance: random.Random, count: int, before: list[Provision], name: str, twins: float
) -> list[Provision]:
    made: list[Provision] = []
    for _ in range(count):
        known = [item for item in (*before, *made) if not item.guarded and len(item.words) > 14]
        if known and chance.random() < (twins or 0.04):
            of = chance.choice(known)
            made.append(twin(chance, of))
            of.guarded = made[-1].guarded = not twins
            continue
        item = article(chance)
        if known and chance.random() < 0.15 and len(item.words) > 8 and not item.children:
            item.words += sentences.reference(chance, name, chance.choice(known).identity)
        made.append(item)
    return made


def regulation(chance: random.Random, words: int, name: str, twins: float = 0.0) -> Document:
    """A regulation of about `words` words in chapters, with a title, a preamble and a signature.

    `name` is what its articles are called, for the references among them. `twins` is the share of its articles that
    are nearly another one, to be amended like the rest; by default a few are, and stay.
    """
    items = [
        Provision(Kind.TITLE, words_of("آیین‌نامه نمونه ساختگی برای سنجش")),
        *(Provision(Kind.PARAGRAPH, body(chance, 1, 2)) for _ in range(chance.randrange(0, 3))),
    ]
    articles: list[Provision] = []
    have = 0
    while have < words:
        made = _articles(chance, chance.randrange(4, 22), articles[-40:], name, twins)
        articles += made
        have += sum(item.weight for item in made)
        items.append(Provision(Kind.HEADING, words_of(chance.choice(HEADINGS)), made))
    items += signatory(chance)
    return guarded(Document(items))


def paragraphs(chance: random.Random, words: int) -> Document:
    """A text without any label: a title and paragraphs of about `words` words."""
    items = [Provision(Kind.TITLE, words_of("گزارش نمونه ساختگی"))]
    have = 0
    while have < words:
        items.append(Provision(Kind.PARAGRAPH, body(chance, 1, 5)))
        have += items[-1].weight
    return guarded(Document(items))


def signatory(chance: random.Random) -> list[Provision]:
    """Closing formula and signature of a person who does not exist."""
    closing = f"این آیین‌نامه در تاریخ {sentences.date(chance)} به تصویب رسید."
    return [
        Provision(Kind.SIGNATURE, words_of(closing)),
        Provision(Kind.SIGNATURE, words_of(f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}")),
        Provision(Kind.SIGNATURE, words_of("مدیرکل")),
    ]


def guarded(document: Document) -> Document:
    """`document`, with those guarded whose words are those of another provision."""
    counts = Counter(signature(item.words) for item in document.walk())
    for item in document.walk():
        if counts[signature(item.words)] > 1:
            item.guarded = True
    return document


def label_of(item: Provision, number: int | None, manners: Manners) -> str:
    """The label and separator of a provision; empty where its kind has none."""
    return manners[item.kind].label(number) if item.kind in manners else ""
