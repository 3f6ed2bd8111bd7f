"""A made regulation as a tree of provisions, its writing, and which of its provisions moved."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tools.benchmarks.truth import sentences
from tools.benchmarks.truth.words import Kind, Manner, Word, fresh, key, persian, ranges_of, words_of

Range = tuple[int, int]
_identities = itertools.count(1)
#: Words by which the order kept must be heavier than one that keeps another provision; else it is a tie.
_MARGIN: Final = 3
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
        made += words_of(chance.choice(sentences.BOILERPLATE))
    return made


def article(chance: random.Random) -> Provision:
    """An article: plain, short, in two paragraphs, with a list, with notes."""
    turn = chance.random()
    if turn < 0.04:
        return Provision(Kind.ARTICLE, words_of(chance.choice(sentences.SHORT)))
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
        made[at] = fresh(made[at], sentences.OPPOSITES.get(made[at].core, chance.choice(sentences.QUALITIES)))
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
        items.append(Provision(Kind.HEADING, words_of(chance.choice(sentences.HEADINGS)), made))
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
        Provision(
            Kind.SIGNATURE, words_of(f"{chance.choice(sentences.GIVEN)} {chance.choice(sentences.FAMILY)}")
        ),
        Provision(Kind.SIGNATURE, words_of("مدیرکل")),
    ]


def guarded(document: Document) -> Document:
    """`document`, with those guarded whose words are those of another provision."""
    counts = Counter(signature(item.words) for item in document.walk())
    for item in document.walk():
        if counts[signature(item.words)] > 1:
            item.guarded = True
    return document


@dataclass(frozen=True, slots=True)
class Unit:
    """A word by the contract: its place in the text, what it says whatever its spelling, and whose it is.

    A date is one `Word` of three units; a word whose ZWNJ became a space is one unit that reaches over two.
    """

    place: Range
    key: str
    identity: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision in the text `[start, end)`, from its label on; `body` is where its own words begin."""

    identity: int
    kind: Kind
    number: int | None
    label: str
    start: int
    body: int
    end: int
    units: tuple[Unit, ...]
    spelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """One side: its text and its provisions in order."""

    text: str
    placed: tuple[Placed, ...]


@dataclass(slots=True)
class Writer:
    """How one side is written: its labels, its spelling, and the numbers that its references name."""

    manner: Callable[[Provision], Manner | None]
    spelling: Callable[[Word], Word]
    reference: Callable[[Word], int]

    def write(self, document: Document) -> Written:
        """The text of `document`, one provision a line (or more, where it has paragraphs)."""
        numbers = document.numbers()
        parts: list[str] = []
        placed: list[Placed] = []
        at = 0
        for item in document.walk():
            one = self._provision(item, numbers[item.identity], at, parts)
            placed.append(one)
            parts.append("\n")
            at = one.end + 1
        return Written("".join(parts), tuple(placed))

    def _provision(self, item: Provision, number: int | None, start: int, parts: list[str]) -> Placed:
        manner = self.manner(item)
        label = manner.label(number) if manner else ""
        parts.append(label)
        at = start + len(label)
        body, units, spelled = at, [], []
        for position, word in enumerate(item.words):
            meant = (
                word
                if word.target is None
                else replace(word, core=f"{word.core} {persian(self.reference(word))}")
            )
            shown = self.spelling(meant)
            last = position + 1 == len(item.words)
            text = shown.head + shown.core + shown.tail + ("" if last else shown.gap)
            made = _units(meant, shown, at + len(shown.head))
            if word.target is not None:
                # «ماده» stays when the number behind it is put right.
                made[:-1] = [replace(unit, identity=-word.target) for unit in made[:-1]]
            units += made
            spelled.append(text)
            at += len(text)
        parts.extend(spelled)
        return Placed(
            *(item.identity, item.kind, number, label, start, body, at),
            units=tuple(units),
            spelled=tuple(spelled),
        )


def _units(meant: Word, shown: Word, start: int) -> list[Unit]:
    """The words by the contract that `shown` consists of, as many as `meant` has."""
    keys = [key(meant.core[first:last]) for first, last in ranges_of(meant.core)]
    places = ranges_of(shown.core)
    if len(keys) != len(places):
        whole = (0, len(shown.core))
        places = [whole] * len(keys) if len(keys) == 1 else places[: len(keys)]
    return [
        Unit((start + first, start + last), said, meant.identity)
        for said, (first, last) in zip(keys, places, strict=True)
    ]


class _Highest:
    """Highest value among the first n places, as values are raised (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._values = [0] * (size + 1)

    def raise_to(self, place: int, value: int) -> None:
        place += 1
        while place < len(self._values):
            self._values[place] = max(self._values[place], value)
            place += place & -place

    def among(self, count: int) -> int:
        highest = 0
        while count:
            highest = max(highest, self._values[count])
            count -= count & -count
        return highest


def which_moved(places: Sequence[int], weights: Sequence[int]) -> list[bool | None]:
    """For each provision, in the order of NEW, whether it moved; None where another order is about as heavy.

    `places` are ranks in OLD, all different; `weights` words.
    """
    ahead = _through(places, weights)
    last = len(places) - 1
    behind = _through([last - place for place in reversed(places)], list(reversed(weights)))[::-1]
    whole = [a + b - weight for a, b, weight in zip(ahead, behind, weights, strict=True)]
    best = max(whole, default=0)
    on_best = [total == best for total in whole]
    near = [not best_one and total >= best - _MARGIN for best_one, total in zip(on_best, whole, strict=True)]
    ties = _crossed(places, on_best) | {n for n, close in enumerate(near) if close}
    tied = [n for n in ties if near[n]]
    for n in tied:
        ties |= {m for m, one in enumerate(on_best) if one and (m < n) != (places[m] < places[n])}
    return [None if n in ties else not kept for n, kept in enumerate(on_best)]


def _through(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Weight of the heaviest rising run that ends with each."""
    highest = _Highest(len(places))
    made = []
    for place, weight in zip(places, weights, strict=True):
        value = highest.among(place) + weight
        highest.raise_to(place, value)
        made.append(value)
    return made


def _crossed(places: Sequence[int], on_best: Sequence[bool]) -> set[int]:
    """Those of several equally heavy orders that exclude one another."""
    chosen = [n for n, one in enumerate(on_best) if one]
    crossed: set[int] = set()
    for earlier, later in itertools.pairwise(chosen):
        if places[earlier] > places[later]:
            crossed |= {earlier, later}
    return crossed
