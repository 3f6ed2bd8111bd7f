"""Texts with known truth: who sent whose text again, with which changes; and texts that only sound alike.

Words come from the sample's sentences, drawn as often as words are (Zipf), so that unrelated texts share the common
ones; greetings and closing phrases stand in many; some unrelated ones have a sentence of a third in common.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from desktop_app.persian.text import ZWNJ
from desktop_app.sample.pools import campaigns, cases
from desktop_app.sample.spelling import HABITS

_GREETINGS: Final = (
    "با سلام و احترام.", "سلام.", "به نام خدا. با سلام و عرض ادب.", "با سلام و خسته نباشید خدمت همکاران محترم.", "",
)  # fmt: skip
_CLOSINGS: Final = (
    "لطفاً رسیدگی فرمایید.", "با تشکر.", "خواهشمند است دستور فرمایید اقدام لازم انجام شود.", "منتظر پاسخ هستم.", "",
)  # fmt: skip
_LETTERS: Final = "ابپتجچحخدرزسشصطعفقکگلمنوهی"


@dataclass(frozen=True, slots=True)
class MadeText:
    """A text and the number of the one that it is, with whatever changes."""

    text: str
    truth: int


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[list[str], list[float]]:
    found: dict[str, None] = {}
    for case in (*cases(), *campaigns()):
        for sentence in (*case.facts, *case.details, *case.asks):
            found.update(dict.fromkeys(word for word in sentence.split() if "{" not in word))
    words = list(found)
    random.Random(1405).shuffle(words)
    return words, list(accumulate(1 / (place + 12) for place in range(len(words))))


def sentence(chance: random.Random) -> str:
    """A sentence of 5 to 16 words."""
    words, weights = _vocabulary()
    return " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(5, 16))).strip(".،") + "."


def base_text(chance: random.Random, borrowed: str = "") -> list[str]:
    """The sentences of a new text; `borrowed` is one that stands in others too."""
    said = [sentence(chance) for _ in range(chance.randint(2, 8))]
    if borrowed and len(said) > 2:
        said.insert(chance.randrange(len(said)), borrowed)
    return [chance.choice(_GREETINGS), *said, chance.choice(_CLOSINGS)]


def changed(chance: random.Random, base: list[str]) -> str:
    """The text as another person sends it: other greetings, spelling, slips, some other words, an addition."""
    said = [chance.choice(_GREETINGS), *base[1:-1], chance.choice(_CLOSINGS)]
    for change, share in _CHANGES:
        if chance.random() < share:
            said = change(chance, said)
    habit = chance.choice(HABITS)
    text = " ".join(filter(None, said))
    return habit(text) if habit else text


def _other_words(chance: random.Random, said: list[str]) -> list[str]:
    words, weights = _vocabulary()
    share = chance.uniform(0.02, 0.1)
    return [
        " ".join(
            chance.choices(words, cum_weights=weights)[0] if chance.random() < share else word
            for word in one.split(" ")
        )
        for one in said
    ]


def _slips(chance: random.Random, said: list[str]) -> list[str]:
    text = list("\n".join(said))
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text))
        if text[place].isalpha():
            text[place] = chance.choice(("", text[place] * 2, chance.choice(_LETTERS)))
    return "".join(text).split("\n")


def _one_more(chance: random.Random, said: list[str]) -> list[str]:
    return [*said[:-1], sentence(chance), said[-1]]


def _one_less(chance: random.Random, said: list[str]) -> list[str]:
    if len(said) < 6:
        return said
    gone = chance.randrange(1, len(said) - 1)
    return said[:gone] + said[gone + 1 :]


def _other_order(chance: random.Random, said: list[str]) -> list[str]:
    middle = said[1:-1]
    chance.shuffle(middle)
    return [said[0], *middle, said[-1]]


def _all_apart(chance: random.Random, said: list[str]) -> list[str]:
    return [one.replace(ZWNJ, " ") for one in said]


Change = Callable[[random.Random, list[str]], list[str]]
_CHANGES: Final[tuple[tuple[Change, float], ...]] = (
    (_one_more, 0.3), (_one_less, 0.15), (_other_words, 0.4), (_other_order, 0.08), (_slips, 0.4), (_all_apart, 0.1),
)  # fmt: skip


def made_texts(count: int, seed: int = 7) -> list[MadeText]:
    """`count` texts: about half of them alone, some twice or three times, and a few campaigns of up to 400; in the
    order of chance."""
    chance = random.Random(seed)
    shared = [sentence(chance) for _ in range(max(2, count // 200))]
    made: list[MadeText] = []
    truth = 0
    while len(made) < count:
        base = base_text(chance, chance.choice(shared) if chance.random() < 0.25 else "")
        draw = chance.random()
        times = 1 if draw < 0.84 else chance.randint(2, 4) if draw < 0.998 else chance.randint(20, 400)
        made.append(MadeText(" ".join(filter(None, base)), truth))
        made.extend(MadeText(changed(chance, base), truth) for _ in range(times - 1))
        truth += 1
    made = made[:count]
    chance.shuffle(made)
    return made
