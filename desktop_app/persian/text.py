"""Folding of Persian text: what counts as the same when one searches, sorts or compares.

The stored text is never altered; folding makes keys. Offsets are code points of the text that was given.
`fold` may shorten a text (marks and kashida vanish) or lengthen it (ligatures); `fold_with_offsets` tells for
every folded character where it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS, in_own_direction
from desktop_app.persian.spelling_variants import (
    HAMZA,
    and_joined,
    compounds_of,
    hamza_variants,
    one_sound,
)

ZWNJ: Final = "\u200c"

#: Letters that are one letter in Persian spelling; one for one, so offsets hold.
LETTER_FORMS: Final[dict[str, str]] = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۂ": "ه", "ۃ": "ه",
}  # fmt: skip
#: Letters that only keys confuse: a search for «اب» may find «آب», a comparison must not call them the same.
KEY_LETTERS: Final[dict[str, str]] = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی"}
#: Kashida, diacritics and the ezafe hamza: written or left out at will.
MARKS: Final = "\u0640" + "".join(map(chr, range(0x064B, 0x0656))) + "\u0656\u0657\u0658\u0670\u06d6\u06e1"
#: Characters that show nothing: direction marks, joiners, soft hyphen, byte order mark.
INVISIBLE: Final = "\u200b\u200d\u200e\u200f\u00ad\ufeff\u2060\u061c" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)

_LETTERS: Final = [*LETTER_FORMS.items()]
_DIGITS: Final = [*zip(PERSIAN_DIGITS + ARABIC_DIGITS, LATIN_DIGITS * 2, strict=True)]
_DROPPED: Final = re.compile(f"[{MARKS}{INVISIBLE}]")
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_WORD: Final = re.compile(rf"[^\W_]+(?:{ZWNJ}[^\W_]+)*")

#: Parts of a word that are written joined, with a ZWNJ or with a space: «می رود», «می‌رود», «میرود».
PREFIXES: Final = frozenset({"می", "نمی", "همی", "بی"})
_JOINED_PREFIXES: Final = frozenset({"می", "نمی", "همی"})
SUFFIXES: Final = frozenset(
    """ها های هایی هایم هایت هایش هایمان هایتان هایشان تر تری ترین ترینها ام ات اش مان تان شان
    ای اند اید ایم گر گری گاه گاهی""".split()  # noqa: SIM905 - forty quoted words read worse
)
_PLURAL: Final = re.compile(r"^(.{2,}?)(?:های(?:ی|م|ت|ش|مان|تان|شان)?|ها)$")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters came from.

    `offsets` has one entry more than `text`: `offsets[i]` is the code point of the original at which folded
    character `i` begins, the last entry is the original's length.
    """

    text: str
    offsets: tuple[int, ...]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that folded `[start, end)` covers, marks behind a letter included."""
        return self.offsets[start], self.offsets[end]


def fold_letters(text: str) -> str:
    """Letter forms and digits made one; one character for one, so offsets hold. Keeps marks and ZWNJ."""
    # Chained replace beats str.translate by an order of magnitude on long texts.
    for variant, letter in _LETTERS:
        text = text.replace(variant, letter)
    for digit, latin in _DIGITS:
        text = text.replace(digit, latin)
    return text


def fold(text: str) -> str:
    """The key of `text`: letters, digits, presentation forms made one; marks and invisible characters gone;
    ZWNJ and every run of white space one space; lower case."""
    return " ".join(_fold_characters(text).replace(ZWNJ, " ").split())


def fold_with_offsets(text: str) -> Folded:
    """As `fold`, with the way back: for showing in the original what was found in the key."""
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
    """The folded words of `text`, affixes joined: «می رود», «می‌رود» and «میرود» are all «میرود»."""
    return _joined(_WORD.findall(_fold_characters(text)))


def search_terms(text: str) -> list[str]:
    """What a text is found by: its folded words, the parts of compounds, and plural words without «ها»."""
    found: list[str] = _WORD.findall(_fold_characters(text))
    terms: dict[str, None] = {}
    for word in _joined(found):
        terms[word] = None
        # The plural is looked for only where there is one: most words end otherwise.
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
    """The words that a query asks for, folded as `search_terms` folds them."""
    return list(dict.fromkeys(words(query)))


def visible_controls(text: str) -> str:
    """`text` for display: control, override and isolate characters shown as symbols, not obeyed."""
    return _CONTROL.sub(_control_picture, text)


def shown_name(name: str) -> str:
    """A file's name inside a sentence, in its own direction, what would turn it round made visible."""
    return in_own_direction(visible_controls(name))


_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _control_picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return f"⟨{unicodedata.name(match.group(), f'U+{code:04X}')}⟩"


def hamza_words(text: str) -> list[str]:
    """The words of `text` in which a hamza is written, their letters folded and the hamza still on its carrier."""
    kept = fold_letters(_DROPPED.sub("", text)).replace("آ", "ا").replace("ٱ", "ا").lower()
    return [word.replace(ZWNJ, "") for word in _WORD.findall(kept) if any(h in word for h in HAMZA)]


def _joined(found: list[str]) -> list[str]:
    """Words with their detached prefixes and suffixes."""
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
    text = fold_letters(_DROPPED.sub("", text))
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
