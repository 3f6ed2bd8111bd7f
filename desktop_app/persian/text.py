"""Folds Persian text into keys for search, sorting and comparison.

Folding makes keys; stored text is never changed. Offsets are code points of the given text. `fold` may shorten a
text (it drops marks and kashida) or lengthen it (ligatures); `fold_with_offsets` also returns the original offset
of each folded character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.persian.controls import with_control_names
from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS, in_own_direction
from desktop_app.persian.spelling_variants import (
    HAMZA,
    and_joined,
    compounds_of,
    hamza_variants,
    one_sound,
)

ZWNJ: Final = "\u200c"

#: Letter forms that are equivalent in Persian spelling. They map one to one, so offsets stay valid.
LETTER_FORMS: Final[dict[str, str]] = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۂ": "ه", "ۃ": "ه",
}  # fmt: skip
#: Letters that are only folded in keys: a search for «اب» may find «آب», but a comparison must distinguish them.
KEY_LETTERS: Final[dict[str, str]] = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی"}
#: Kashida, diacritics and the ezafe hamza, all of which are optional in writing.
MARKS: Final = "\u0640" + "".join(map(chr, range(0x064B, 0x0656))) + "\u0656\u0657\u0658\u0670\u06d6\u06e1"
#: Characters without a glyph: direction marks, joiners, soft hyphen, byte order mark.
INVISIBLE: Final = "\u200b\u200d\u200e\u200f\u00ad\ufeff\u2060\u061c" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
#: White space, and whatever shows nothing: a text of these alone looks empty.
UNSEEN: Final = "".join(
    (
        *(chr(code) for code in range(1, 0x3001) if chr(code).isspace()),
        *(ZWNJ, *INVISIBLE),
        *map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0)),
        *map(chr, (*range(0x180B, 0x1810), *range(0x2061, 0x2066), *range(0x206A, 0x2070))),
        *map(chr, (*range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC))),
    )
)

_LETTERS: Final = [*LETTER_FORMS.items()]
_DIGITS: Final = [*zip(PERSIAN_DIGITS + ARABIC_DIGITS, LATIN_DIGITS * 2, strict=True)]
_IGNORABLE: Final = re.compile(f"[{MARKS}{INVISIBLE}]")
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
#: Punctuation that is no matter of spelling.
_TELLING: Final = frozenset("()[]{}%٪‰")
_NUMBER: Final = re.compile(r"\d(?:[\d.,/٫٬]*\d)?")
_WORD: Final = re.compile(rf"[^\W_]+(?:{ZWNJ}[^\W_]+)*")

#: Affixes, which are written joined, with a ZWNJ or with a space: «می رود», «می‌رود», «میرود».
PREFIXES: Final = frozenset({"می", "نمی", "همی", "بی"})
_JOINED_PREFIXES: Final = frozenset({"می", "نمی", "همی"})
SUFFIXES: Final = frozenset(
    """ها های هایی هایم هایت هایش هایمان هایتان هایشان تر تری ترین ترینها ام ات اش مان تان شان
    ای اند اید ایم گر گری گاه گاهی""".split()  # noqa: SIM905 - forty quoted words read worse
)
_PLURAL: Final = re.compile(r"^(.{2,}?)(?:های(?:ی|م|ت|ش|مان|تان|شان)?|ها)$")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, with the original offset of each of its characters.

    `offsets` has one entry more than `text`. `offsets[i]` is the code point of the original at which folded
    character `i` begins. The last entry is the end of the original without trailing white space.
    """

    text: str
    offsets: tuple[int, ...]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Returns the original range of the folded range `[start, end)`, including marks that follow a letter."""
        return self.offsets[start], self.offsets[end]


def fold_letters(text: str) -> str:
    """Unifies letter forms and digits one to one, so offsets stay valid. Keeps marks and ZWNJ."""
    # Chained replace is ten times faster than str.translate on long texts.
    for variant, letter in _LETTERS:
        text = text.replace(variant, letter)
    for digit, latin in _DIGITS:
        text = text.replace(digit, latin)
    return text


def fold(text: str) -> str:
    """Returns the key of `text`, in lower case and without marks and invisible characters.

    Letters, digits and presentation forms are unified. A ZWNJ and each run of white space become one space.
    """
    return " ".join(_fold_characters(text).replace(ZWNJ, " ").split())


def fold_with_offsets(text: str) -> Folded:
    """Folds as `fold` does, and also returns offsets, to show a match of the key in the original text."""
    characters: list[str] = []
    offsets: list[int] = []
    pending_space = -1
    for position, character in enumerate(text):
        piece = _fold_character(character)
        for made in piece:
            if made == ZWNJ or made.isspace():
                if pending_space < 0:
                    pending_space = position
                continue
            if pending_space >= 0 and characters:
                characters.append(" ")
                offsets.append(pending_space)
            pending_space = -1
            characters.append(made)
            offsets.append(position)
    offsets.append(pending_space if pending_space >= 0 else len(text))
    return Folded("".join(characters), tuple(offsets))


def words(text: str) -> list[str]:
    """Returns the folded words of `text`, with affixes joined: «می رود», «می‌رود» and «میرود» all become «میرود»."""
    return _joined(_WORD.findall(_fold_characters(text)))


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but spelling, spaces and punctuation.

    Brackets and signs such as «٪» count, and what stands between digits: «۱٫۵» is neither «۱۵» nor «۱ ۵».
    """
    return one == other or _told(one) == _told(other)


def _told(text: str) -> tuple[str, list[str]]:
    # «مسئول» and «مسؤول»: the seat of a hamza is no other word.
    folded = _fold_characters(text.replace("ئو", "وو"))
    return "".join(filter(_tells, folded)), _NUMBER.findall(folded)


def _tells(character: str) -> bool:
    return character.isalnum() or character in _TELLING or unicodedata.category(character)[0] == "S"


def search_terms(text: str) -> list[str]:
    """Returns the index terms of `text`: its folded words, the parts of compounds, and plurals without «ها»."""
    found: list[str] = _WORD.findall(_fold_characters(text))
    terms: dict[str, None] = {}
    for word in _joined(found):
        terms[word] = None
        # The regular expression is only tried on words with «ها», because few words have it.
        plural = _PLURAL.match(word) if "ها" in word else None
        if plural:
            terms[plural.group(1)] = None
    for word in found:
        parts = word.split(ZWNJ)
        for part in parts:
            if len(part) > 1 and part not in PREFIXES and part not in SUFFIXES:
                terms[part] = None
        if len(parts) > 1 and (pair := and_joined(parts)):
            terms[pair] = None
    terms.update(dict.fromkeys(compounds_of(found)))
    if "ط" in text:
        terms.update(dict.fromkeys([one_sound(word) for word in terms if "ط" in word]))
    if any(letter in text for letter in HAMZA):
        terms.update(dict.fromkeys(form for word in hamza_words(text) for form in hamza_variants(word)))
    return list(terms)


def query_terms(query: str) -> list[str]:
    """Returns the distinct words of a query, folded as `search_terms` folds them."""
    return list(dict.fromkeys(words(query)))


def visible_controls(text: str) -> str:
    """Returns `text` for display, with control, override and isolate characters replaced by names in brackets."""
    return with_control_names(text)


def shown_name(name: str) -> str:
    """Returns a file name for use in a sentence: isolated, with direction controls made visible."""
    return in_own_direction(visible_controls(name))


def hamza_words(text: str) -> list[str]:
    """Returns the words of `text` that contain a hamza, with letters folded except the hamza and its carrier."""
    with_hamza = fold_letters(_IGNORABLE.sub("", text)).replace("آ", "ا").replace("ٱ", "ا").lower()
    return [word.replace(ZWNJ, "") for word in _WORD.findall(with_hamza) if any(h in word for h in HAMZA)]


def _joined(found: list[str]) -> list[str]:
    """Joins detached prefixes and suffixes to their words."""
    joined: list[str] = []
    carry = ""
    for compound in found:
        word = compound.replace(ZWNJ, "")
        if word in _JOINED_PREFIXES:
            carry += word
            continue
        if not carry and joined and word in SUFFIXES and not joined[-1][-1].isdigit():
            joined[-1] += word
            continue
        joined.append(carry + word)
        carry = ""
    if carry:
        joined.append(carry)
    return joined


def _fold_characters(text: str) -> str:
    if _PRESENTATION.search(text):
        text = "".join(_presentation(character) for character in text)
    text = fold_letters(_IGNORABLE.sub("", text))
    for variant, letter in KEY_LETTERS.items():
        text = text.replace(variant, letter)
    return text.lower()


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    return _fold_characters(character)


def _presentation(character: str) -> str:
    if _PRESENTATION.match(character):
        return unicodedata.normalize("NFKC", character)
    return character
