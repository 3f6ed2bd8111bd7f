"""Spelling noise: what two typists write differently without meaning anything by it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tools.benchmarks.truth.words import Word

Noise = Callable[[Word, random.Random], Word]
_ZWNJ: Final = "\u200c"
_LATIN: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹٬", "0123456789,")
_ARABIC: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
#: A ZWNJ that parts letters; one before the hamza of an ezafe parts nothing.
_BETWEEN_LETTERS: Final = re.compile(f"{_ZWNJ}(?!\u0654)")
_JOINING: Final = "بپتثجچحخسشصضطظعغفقکگلمنهی"


def _core(word: Word, core: str) -> Word:
    return replace(word, core=core)


def _inside(word: Word, mark: str, allowed: Callable[[str, str], bool], chance: random.Random) -> Word:
    core = word.core
    places = [at for at in range(1, len(core)) if allowed(core[at - 1], core[at])]
    if not places:
        return word
    at = chance.choice(places)
    return _core(word, core[:at] + mark + core[at:])


def letters(word: Word, chance: random.Random) -> Word:
    """Arabic yeh and kaf, the other ways to write the hamza of an ezafe."""
    core = word.core.replace("هٔ", chance.choice(("ۀ", "ه\u200cٔ")))
    return _core(word, core.replace("ی", "ي").replace("ک", "ك"))


def digits(word: Word, chance: random.Random) -> Word:
    """Digits of another script."""
    return _core(word, word.core.translate(chance.choice((_LATIN, _ARABIC))))


def latin_digits(word: Word, chance: random.Random) -> Word:
    """Latin digits."""
    return _core(word, word.core.translate(_LATIN))


def kashida(word: Word, chance: random.Random) -> Word:
    """A letter drawn out."""
    return _inside(word, "ـ", lambda a, b: a in _JOINING and b.isalpha(), chance)


def marks(word: Word, chance: random.Random) -> Word:
    """Tanwin left out, or a tashdid put in."""
    if "\u064b" in word.core:
        return _core(word, word.core.replace("\u064b", ""))
    return _inside(word, "\u0651", lambda a, b: a in _JOINING and b.isalpha(), chance)


def joining(word: Word, chance: random.Random) -> Word:
    """A space or nothing for a ZWNJ."""
    return _core(word, _BETWEEN_LETTERS.sub(chance.choice((" ", " ", "")), word.core))


def spaced(word: Word, chance: random.Random) -> Word:
    """A space for each ZWNJ."""
    return _core(word, _BETWEEN_LETTERS.sub(" ", word.core))


def punctuation(word: Word, chance: random.Random) -> Word:
    """Straight quotation marks, a hyphen for a dash."""
    quoted = replace(word, head=word.head.replace("«", '"'), tail=word.tail.replace("»", '"'))
    return _core(quoted, word.core.replace("–", "-"))


def spacing(word: Word, chance: random.Random) -> Word:
    """A space too many: behind the word, or before its comma."""
    if word.tail[:1] in {"،", "؛", "."} and chance.random() < 0.6:
        return replace(word, tail=" " + word.tail)
    return replace(word, gap="  ") if word.gap == " " else word


def invisible(word: Word, chance: random.Random) -> Word:
    """RLM for a ZWNJ, a soft hyphen inside, a mark of direction behind."""
    if _ZWNJ in word.core and chance.random() < 0.5:
        return _core(word, word.core.replace(_ZWNJ, "\u200f"))
    if chance.random() < 0.4:
        return _inside(word, "\u00ad", lambda a, b: a.isalpha() and b.isalpha(), chance)
    return replace(word, tail=word.tail + chance.choice(("\u200f", "\u200e")))


SCATTERED: Final[tuple[Noise, ...]] = (
    *(letters, letters, digits, kashida, marks, joining, joining, punctuation, spacing, invisible),
)
#: How one side as a whole may have been typed.
THROUGHOUT: Final[dict[str, tuple[Noise, ...]]] = {
    "letters": (letters,),
    "letters and digits": (letters, latin_digits),
    "letters and spaces": (letters, spaced),
}


def scattered(words: list[Word], chance: random.Random, most: int) -> dict[int, Word]:
    """Up to `most` of these words in another spelling, by identity. Behind the last one the text ends."""
    made: dict[int, Word] = {}
    for at in chance.sample(range(len(words)), min(len(words), most * 4)):
        noise, word = chance.choice(SCATTERED), words[at]
        if word.target is not None or (noise in (spacing, invisible) and at == len(words) - 1):
            continue
        other = noise(word, chance)
        if other != word:
            made[word.identity] = other
        if len(made) == most:
            break
    return made


def throughout(word: Word, noises: tuple[Noise, ...], chance: random.Random) -> Word:
    """`word` as that typist writes it."""
    for noise in noises:
        word = noise(word, chance)
    return word
