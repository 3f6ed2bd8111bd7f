"""Generates the orthographic variants of a Persian word for search: hamza, «ط» and «ت», compounds.

It uses rules, not a dictionary. They cover letters that carry a hamza, the two letters for one sound in
loanwords, and elements of compounds. These are written apart, with a ZWNJ, or joined. Comparison and sorting do
not use this module.
"""

from __future__ import annotations

from itertools import product
from typing import Final

#: Letters that contain a hamza, and the replacements found where it is spelled differently.
HAMZA: Final = "ئؤأإء"
_CARRIERS: Final = ("ی", "و", "ا", "")
#: Words with more hamzas than this get no variants: there would be too many.
_MAX_HAMZAS: Final = 2
#: Second elements of compounds, written apart or joined.
_SECOND: Final = frozenset(
    """خانه نامه نویس نویسی گیر گیری گیرنده پذیر پذیری امیز شناس شناسی کار کاری ساز سازی پرداز پردازی دار داری
    گذار گذاری گزار گزاری مند مندی گون گونه پوش خواه خواهی دان دانی دهنده کننده گو گویی جو جویی یاب یابی بر بری بند
    بندی سنج سنجی نما نمایی وار واره بان بانی ور وری سرا کده گرا گرایی ستیز باز بازی افزار انداز اور اوری رسان
    رسانی""".split()  # noqa: SIM905 - a hundred quoted words read worse
)
#: First elements that are written apart or joined.
_FIRST: Final = frozenset(
    """پیش پس باز هم غیر نیم نیمه بین فرا ابر خود دست پر کم نا بی چند چنان علی میان زیر رو سر تک دو سه هیچ این
    ان""".split()  # noqa: SIM905 - as above
)
#: Elements that follow «و» in compounds of two verbs: «گفت‌وگو», «جست و جو», «شستشو».
_AFTER_AND: Final = frozenset(
    "گو جو شو امد پز ستد شنود خیز سوز گذار دوز روب خواب گیر".split()  # noqa: SIM905 - as above
)
#: Minimum length of the parts of a compound: shorter ones are too often words of their own.
_MIN_PART_LENGTH: Final = 2


def hamza_variants(word: str) -> tuple[str, ...]:
    """Returns the spellings of `word` with other hamza carriers and without the hamza, excluding `word` itself.

    `word` has folded letters, but still contains its hamza.
    """
    places = [at for at, letter in enumerate(word) if letter in HAMZA]
    if not places or len(places) > _MAX_HAMZAS:
        return ()
    made = []
    for carriers in product(_CARRIERS, repeat=len(places)):
        letters = list(word)
        for at, carrier in zip(places, carriers, strict=True):
            letters[at] = carrier
        made.append("".join(letters))
    return tuple(dict.fromkeys(form for form in made if len(form) > 1))


def one_sound(word: str) -> str:
    """Replaces «ط» by «ت»: «طهران» becomes «تهران»."""
    return word.replace("ط", "ت")


def compounds_of(found: list[str]) -> list[str]:
    """Returns the joined forms of adjacent words that may form a compound: «کتاب خانه» becomes «کتابخانه».

    `found` has folded words.
    """
    made: list[str] = []
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if len(first) < _MIN_PART_LENGTH or len(second) < _MIN_PART_LENGTH:
            continue
        if (second in _SECOND or first in _FIRST) and not (first.isdecimal() or second.isdecimal()):
            made.append(first + second)
    for at in range(len(found) - 2):
        if found[at + 1] == "و" and found[at + 2] in _AFTER_AND and len(found[at]) >= _MIN_PART_LENGTH:
            made += [found[at] + found[at + 2], found[at] + "و" + found[at + 2]]
    return made


def and_joined(parts: list[str]) -> str:
    """Returns «گفتگو» for the parts of «گفت‌وگو», and an empty string for any other compound."""
    if len(parts) == 2 and parts[1].startswith("و") and parts[1][1:] in _AFTER_AND:
        return parts[0] + parts[1][1:]
    if len(parts) == 3 and parts[1] == "و" and parts[2] in _AFTER_AND:
        return parts[0] + parts[2]
    return ""
