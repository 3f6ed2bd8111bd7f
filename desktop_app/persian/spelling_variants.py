"""Spellings of one Persian word that rules of orthography allow, for finding it: hamza, «ط» and «ت», compounds.

Rules, no dictionary of words: letters that carry a hamza, the two letters for one sound in borrowed words, elements
that form compounds and are written apart, with a ZWNJ, or joined. Comparison and sorting use none of this.
"""

from __future__ import annotations

from itertools import product
from typing import Final

#: Letters of a hamza, in the text as it stands; and what stands for them where the hamza is written otherwise.
HAMZA: Final = "ئؤأإء"
_CARRIERS: Final = ("ی", "و", "ا", "")
#: Beyond so many hamzas in one word its variants are more than anybody needs.
_MOST_HAMZAS: Final = 2
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
#: What stands behind «و» in compounds of two verbs: «گفت‌وگو», «جست و جو», «شستشو».
_BEHIND_AND: Final = frozenset(
    "گو جو شو امد پز ستد شنود خیز سوز گذار دوز روب خواب گیر".split()  # noqa: SIM905 - as above
)
#: Shorter first parts are words of their own too often.
_LEAST: Final = 2


def hamza_variants(word: str) -> tuple[str, ...]:
    """The forms of a word (letters folded, its hamza still there) on other carriers and without; itself left out."""
    places = [at for at, letter in enumerate(word) if letter in HAMZA]
    if not places or len(places) > _MOST_HAMZAS:
        return ()
    made = []
    for carriers in product(_CARRIERS, repeat=len(places)):
        letters = list(word)
        for at, carrier in zip(places, carriers, strict=True):
            letters[at] = carrier
        made.append("".join(letters))
    return tuple(dict.fromkeys(form for form in made if len(form) > 1))


def one_sound(word: str) -> str:
    """«طهران» as «تهران»: the same word where it has no «ط»."""
    return word.replace("ط", "ت")


def compounds_of(found: list[str]) -> list[str]:
    """Words in a row, folded, that may be one compound, in the joined form: «کتاب خانه» is «کتابخانه»."""
    made: list[str] = []
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if len(first) < _LEAST or len(second) < _LEAST:
            continue
        if (second in _SECOND or first in _FIRST) and not (first.isdecimal() or second.isdecimal()):
            made.append(first + second)
    for at in range(len(found) - 2):
        if found[at + 1] == "و" and found[at + 2] in _BEHIND_AND and len(found[at]) >= _LEAST:
            made += [found[at] + found[at + 2], found[at] + "و" + found[at + 2]]
    return made


def and_joined(parts: list[str]) -> str:
    """«گفت‌وگو», by its parts, as «گفتگو»; empty for any other compound."""
    if len(parts) == 2 and parts[1].startswith("و") and parts[1][1:] in _BEHIND_AND:
        return parts[0] + parts[1][1:]
    if len(parts) == 3 and parts[1] == "و" and parts[2] in _BEHIND_AND:
        return parts[0] + parts[2]
    return ""
