"""Classifies the spelling difference between two runs that are equal after folding."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from desktop_app.comparison.folding import ALL_MARKS, HAMZA, KASHIDA, SEATS, bare, flat
from desktop_app.comparison.result import SpellingKind
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import INVISIBLE, ZWNJ

_INVISIBLE: Final = re.compile(f"[{re.escape(INVISIBLE)}]")
_MARKS: Final = re.compile(f"[{re.escape(ALL_MARKS)}{KASHIDA}]")
_HEH_YEH: Final = re.compile(f"(?:ه{ZWNJ}?ٔ|ۂ|ۀ|ه{ZWNJ}?ء)")
#: «خانه‌ی» for «خانهٔ».
_EZAFE: Final = re.compile(f"(?<=ه)[{ZWNJ} ]ی$")
_BETWEEN: Final = re.compile(f"[\\s{ZWNJ}]+")

#: Letters that never join to the next one: a ZWNJ after them is invisible.
_NEVER_JOIN: Final = frozenset("اآأإدذرزژوؤ")
#: Words of their own that a lost space makes of two words, or a space too many parts: «درآمد» and «در آمد».
_STEMS: Final = """آمد آمدن آورد آوردن خواست داشت داشتن گشت گشتن دید خورد خوردن خوردار گذشت رفت نشست ماند گرفت پرداخت
    یافت گزیده خاست شمرد انداز"""
_VERB_PREFIXES: Final = ("باز", "بر", "در", "فرو", "فرا", "وا", "پیش", "پس")
_FORMS: Final = """درگاه درمان دربان دربار درد درج درک ازدیاد ازدحام بهنام بهار بهتر بهره بهانه بهبود بهداشت باهم
    بازار باران باطن کهنه تابع تاخیر تامین تابش برادر هرگز هراس یادگار چرا مرا ترا کارکرد سرکار سردار دستور دستگیر
    سرباز روبرو جانباز نامزد برنامه برکنار برتر پیشرو"""
_JOINED_WORDS: Final = frozenset(
    [*_FORMS.split(), *(prefix + stem for prefix in _VERB_PREFIXES for stem in _STEMS.split())]
)


@lru_cache(maxsize=16_384)
def spelling_kind(old: str, new: str) -> SpellingKind:
    """Returns the kind of difference between `old` and `new`, which are unequal but equal after folding.

    If several kinds occur in one word, returns the most visible one.
    """
    for kind, fold in _SINGLE_KINDS:
        if fold(old) == fold(new):
            return kind
    old, new = _plain(old), _plain(new)
    if _joints(old) != _joints(new):
        return SpellingKind.JOINING
    flat_old, flat_new = flat(old), flat(new)
    if latin_digits(old) == latin_digits(new):
        return SpellingKind.DIGITS
    if any(character.isalpha() for character in flat_old + flat_new):
        return SpellingKind.LETTER_FORM
    return SpellingKind.DIGITS if _latin(old) != _latin(new) else SpellingKind.PUNCTUATION


def gap_kind(old: str, new: str) -> SpellingKind:
    """Returns the kind of difference between the separators of two words."""
    if not old.strip(ZWNJ + INVISIBLE) and not new.strip(ZWNJ + INVISIBLE):
        return SpellingKind.INVISIBLE
    seen_old, seen_new = _unseen(old), _unseen(new)
    if seen_old == seen_new:
        return SpellingKind.INVISIBLE
    if _MARKS.sub("", seen_old) == _MARKS.sub("", seen_new):
        return SpellingKind.MARKS
    return SpellingKind.SPACING


def makes_another_word(old: str, new: str) -> bool:
    """Returns whether joining or separating made another word: «در آمد» and «درآمد», «به‌نام» and «بهنام».

    Any other lost space («کردیا»), affixes, and a ZWNJ instead of a space are matters of style.
    """
    old_parts, new_parts = _parts(old), _parts(new)
    old_cuts, new_cuts = _cuts(old_parts), _cuts(new_parts)
    whole = "".join(old_parts)
    for cut in old_cuts ^ new_cuts:
        before, after = _around(whole, cut, old_cuts | new_cuts)
        if before + after not in _JOINED_WORDS:
            continue
        parted = old if cut in old_cuts else new
        # A ZWNJ is invisible after a letter that never joins to the next one.
        if before[-1] not in _NEVER_JOIN or any(character.isspace() for character in parted):
            return True
    return False


def _without_invisible(text: str) -> str:
    # Old texts use RLM, LRM or a soft hyphen instead of a ZWNJ between letters.
    return _INVISIBLE.sub("", _INNER.sub(ZWNJ, text))


_INNER: Final = re.compile(f"(?<=\\w)[{re.escape(INVISIBLE)}](?=\\w)")


def _unseen(text: str) -> str:
    return "".join(
        c
        for c in _INVISIBLE.sub("", text).replace(ZWNJ, "")
        if c in "\n\t" or unicodedata.category(c) != "Cc"
    )


def _seen(text: str) -> str:
    return _INVISIBLE.sub("", text)


def _one_hamza(text: str) -> str:
    return _HEH_YEH.sub("ۀ", text)


def _without_marks(text: str) -> str:
    text = _EZAFE.sub("", _MARKS.sub("", text))
    for seated, plain in (*SEATS.items(), *HAMZA.items()):
        text = text.replace(seated, plain)
    return text.removesuffix("ء") if text.endswith("اء") else text


def _plain(text: str) -> str:
    return _without_marks(_without_invisible(_one_hamza(text)))


def _joints(text: str) -> list[str]:
    return _BETWEEN.findall(text)


def _latin(text: str) -> bool:
    """Returns whether all digits of `text`, if any, are Latin."""
    return latin_digits(text) == text


def _parts(text: str) -> list[str]:
    return [part for part in map(bare, _BETWEEN.split(flat(text).replace(" ", ZWNJ))) if part]


def _cuts(parts: list[str]) -> set[int]:
    cuts, at = set(), 0
    for part in parts[:-1]:
        at += len(part)
        cuts.add(at)
    return cuts


def _around(whole: str, cut: int, cuts: set[int]) -> tuple[str, str]:
    start = max((other for other in cuts if other < cut), default=0)
    end = min((other for other in cuts if other > cut), default=len(whole))
    return whole[start:cut], whole[cut:end]


_SINGLE_KINDS: Final = (
    (SpellingKind.INVISIBLE, _seen),
    (SpellingKind.INVISIBLE, _without_invisible),
    (SpellingKind.LETTER_FORM, _one_hamza),
    (SpellingKind.MARKS, _without_marks),
    (SpellingKind.DIGITS, latin_digits),
)
