"""Generated comments with a known provision. They have labels in many spellings, mistyped quotes of 4 to 20
words, wrong numbers or several provisions, or are about the whole text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.structure import Provision, parse
from desktop_app.instruments.comments.anchoring import SURE, How, Places
from desktop_app.persian.digits import persian_digits
from desktop_app.persian.text import ZWNJ
from tests.likeness.made import sentence as made_sentence

_WORDS: Final = (
    "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده",
)  # fmt: skip
_ORDINALS: Final = (
    "", "اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم", "سیزدهم",
    "چهاردهم",
)  # fmt: skip
_LETTERS: Final = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"


@dataclass(frozen=True, slots=True)
class MadeComment:
    """A generated comment. `about` is the start of its provision in the text; None for the whole text; -1 if
    only a person can decide.
    """

    label: str
    quote: str
    text: str
    about: int | None
    sort: str


def drafts() -> Iterator[str]:
    """Yields the texts of the sample's drafts."""
    for folder in sorted(
        files("resources.sample").joinpath("instruments").iterdir(), key=lambda one: one.name
    ):
        for file in folder.iterdir():
            if file.name.endswith("1.txt"):
                yield file.read_text(encoding="utf-8")


def made_comments(chance: random.Random, text: str, count: int) -> list[MadeComment]:
    """Returns `count` comments on a text, of every sort."""
    provisions = [one for one in parse(text) if one.label is not None and not one.kind.heading]
    articles = [one for one in provisions if one.address[0][0] is LabelKind.ARTICLE]
    makers = (
        _labelled,
        _mentioning,
        _quoting,
        _quoting_inside,
        _contrary,
        _of_no_such_number,
        _of_several,
        _general,
    )
    made: list[MadeComment] = []
    while len(made) < count:
        maker = makers[len(made) % len(makers)]
        made.append(maker(chance, text, articles or provisions))
    return made


@dataclass(frozen=True, slots=True)
class Score:
    """The result for `made` comments.

    `placed` were placed with certainty, `right` of them correctly. `pointing` are those about one provision,
    `found` of them were found. `left`: how many of those that only a person can place were left to a person.
    """

    made: int
    placed: int
    right: int
    pointing: int
    found: int
    for_a_person: int
    left: int
    offered: int
    wrong: tuple[MadeComment, ...]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.placed)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.pointing)


def score(text: str, comments: list[MadeComment]) -> Score:
    """Returns how well comments are placed on `text`."""
    places = Places(text)
    placed = right = pointing = found = person = left = offered = 0
    wrong = []
    for one in comments:
        got = places.locate(one.label, one.quote, one.text)
        start = None if got.at is None else places.provisions[got.at].start
        sure = got.how is not How.UNSURE and got.confidence >= SURE
        correct = sure and start == one.about
        placed, right = placed + sure, right + correct
        if one.about == -1:
            person, left = person + 1, left + (not sure)
        elif one.about is not None:
            pointing, found = pointing + 1, found + correct
            offered += correct or any(
                places.provisions[at].start == one.about for at, _ in got.candidates[:3]
            )
        if sure and not correct:
            wrong.append(one)
    return Score(len(comments), placed, right, pointing, found, person, left, offered, tuple(wrong))


def sentence(chance: random.Random) -> str:
    """Returns a sentence without quotation marks, and without words that would turn «ماده ۳ قانون …» into
    another law.
    """
    words = made_sentence(chance)
    for mark in '«»"“”':
        words = words.replace(mark, "")
    return "به نظر من " + words


def _labelled(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    one = chance.choice(provisions)
    return MadeComment(_spelled(chance, one), "", sentence(chance), one.start, "label")


def _mentioning(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    one = chance.choice(provisions)
    words = f"{sentence(chance)} در {_spelled(chance, one, within=True)} {sentence(chance)}"
    return MadeComment("", "", words, one.start, "mention")


def _quoting(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    one, words = _words_of(chance, text, provisions)
    return MadeComment("", words, sentence(chance), one.start, "quote")


def _quoting_inside(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    one, words = _words_of(chance, text, provisions)
    opening, closing = chance.choice([("«", "»"), ('"', '"'), ("“", "”")])
    said = f"{sentence(chance)} اینکه {opening}{words}{closing} {sentence(chance)}"
    return MadeComment("", "", said, one.start, "quote inside")


def _contrary(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    """Returns a comment with the number of one article and the words of another, which only a person can resolve."""
    one, words = _words_of(chance, text, provisions)
    others = [other for other in provisions if other.address[0] != one.address[0]]
    other = chance.choice(others or provisions)
    about = -1 if others else one.start
    return MadeComment(_spelled(chance, other), words, sentence(chance), about, "contrary")


def _of_no_such_number(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    number = len(provisions) + chance.randint(20, 60)
    return MadeComment(f"ماده {_numeral(chance, number)}", "", sentence(chance), -1, "no such number")


def _of_several(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    tops = [one for one in provisions if len(one.address) == 1]
    first, second = chance.sample(tops, 2)
    words = f"{_spelled(chance, first)} خوب است. {_spelled(chance, second)} {sentence(chance)}"
    return MadeComment("", "", words, -1, "several")


def _general(chance: random.Random, text: str, provisions: list[Provision]) -> MadeComment:
    law = chance.choice(("", " طبق ماده ۱۲ قانون مطبوعات همین بود.", " اصل 24 قانون اساسی را ببینید."))
    return MadeComment("", "", sentence(chance) + law, None, "general")


def _numeral(chance: random.Random, number: int) -> str:
    written = [
        persian_digits(str(number)),
        str(number),
        str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    ]
    if number < len(_WORDS):
        written += [_WORDS[number], _ORDINALS[number]]
    return chance.choice(written)


def _spelled(chance: random.Random, one: Provision, *, within: bool = False) -> str:
    steps = []
    for kind, number in one.address:
        value = _numeral(chance, int(number)) if number.isdecimal() else number
        if kind is LabelKind.ARTICLE:
            word = chance.choice(["ماده", "مادهٔ", "ماده‌ی", "مادۀ", "ماده"])
            step = f"{word}{chance.choice([' ', ' ', ' شماره '])}{value}"
            if number.isdecimal() and len(one.address) == 1 and chance.random() < 0.2:
                step = f"م{chance.choice(['', ' '])}{chance.choice([number, persian_digits(number)])}"
        elif kind is LabelKind.NOTE:
            step = f"تبصره {value}".strip()
        else:
            left, right = chance.choice([("", ""), ("«", "»"), ("(", ")")])
            step = f"بند {left}{value}{right}"
        steps.append(step)
    if len(steps) > 1 and chance.random() < 0.4:
        return chance.choice([" ", "، "]).join(steps)
    return chance.choice([" ", " از "]).join(reversed(steps)) if not within else " ".join(reversed(steps))


def _words_of(chance: random.Random, text: str, provisions: list[Provision]) -> tuple[Provision, str]:
    while True:
        one = chance.choice(provisions)
        words = text[one.body : one.end].split()
        if len(words) < 4:
            continue
        length = chance.randint(4, min(20, len(words)))
        first = chance.randrange(len(words) - length + 1)
        quoted = " ".join(words[first : first + length])
        # A text that occurs in several provisions is no quote of a particular one.
        if text.count(quoted) == 1 and not set('«»"“”') & set(quoted):
            return one, _mistyped(chance, quoted)


def _mistyped(chance: random.Random, words: str) -> str:
    for old, new in (("ی", "ي"), ("ک", "ك"), (ZWNJ, " "), (ZWNJ, ""), ("ۀ", "ه ")):
        if chance.random() < 0.3:
            words = words.replace(old, new)
    for _ in range(chance.randint(0, 1 + len(words) // 40)):
        place = chance.randrange(1, len(words) - 1)
        letter = chance.choice(_LETTERS)
        words = chance.choice(
            [words[:place] + words[place + 1 :], words[:place] + letter + words[place:],
             words[:place] + letter + words[place + 1 :]]
        )  # fmt: skip
    return words
