"""Labels of provisions as drafts write them: one draft's manner for each kind, with numbers by position."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a provision is."""

    TITLE = "title"
    HEADING = "heading"
    ARTICLE = "article"
    NOTE = "note"
    LETTER = "letter"
    NUMBER = "number"
    PARAGRAPH = "paragraph"
    SIGNATURE = "signature"


LABELLED: Final = frozenset({Kind.HEADING, Kind.ARTICLE, Kind.NOTE, Kind.LETTER, Kind.NUMBER})
_PERSIAN: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ONES: Final = [
    "صفر",
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
]
_TENS: Final = ["-", "-", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_HUNDREDS: Final = ["-", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
_ALPHABET: Final = ["الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش"]
_ABJAD: Final = ["الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی", "ک", "ل", "م", "ن"]
_ENDINGS: Final = {"یک": "یکم", "دو": "دوم", "سه": "سوم", "سی": "سی‌ام"}


def persian(value: object) -> str:
    """With Persian digits."""
    return str(value).translate(_PERSIAN)


def cardinal(value: int) -> str:
    """A number of 0 to 999 in words."""
    parts = []
    if value >= 100:
        parts.append(_HUNDREDS[value // 100])
    rest = value % 100
    if rest >= 20:
        parts.append(_TENS[rest // 10])
        rest %= 10
    if rest or not parts:
        parts.append(_ONES[rest])
    return " و ".join(parts)


def ordinal(value: int) -> str:
    """A number of 1 to 999 as «چهارم», «یکصد و هفتم»."""
    if value == 1:
        return "اول"
    *before, last = cardinal(value).split(" ")
    return " ".join([*before, _ENDINGS.get(last, last + "م")])


@dataclass(frozen=True, slots=True)
class Manner:
    """How one draft writes the labels of one kind.

    `word` stands before the number («ماده»; empty for lists), `digits` is fa, en, ar or words, `separator` what
    follows, with its spaces; `wrap` stands around the number, its two characters or none.
    """

    word: str
    digits: str
    separator: str
    wrap: str = ""
    letters: tuple[str, ...] = ()

    def number(self, value: int) -> str:
        """The number alone."""
        if self.letters:
            written = self.letters[(value - 1) % len(self.letters)]
        elif self.digits == "words" and value < 1000:
            written = ordinal(value)
        else:
            written = str(value).translate({"en": {}, "ar": _ARABIC}.get(self.digits, _PERSIAN))
        return f"{self.wrap[0]}{written}{self.wrap[1]}" if self.wrap else written

    def label(self, value: int | None) -> str:
        """The label and its separator, up to the first word of the body."""
        core = " ".join(part for part in (self.word, "" if value is None else self.number(value)) if part)
        # A label alone may not run into its dash: «تبصره ـ».
        gap = " " if value is None and not self.separator.startswith((" ", ":", "\n")) else ""
        return f"{core}{gap}{self.separator}"


Manners = dict[Kind, Manner]


def manners(chance: random.Random, *, long: bool) -> Manners:
    """One draft's manner for each kind. A long draft does not write its numbers as words."""
    digits = chance.choice(("fa", "fa", "fa", "en", "ar"))
    dash = chance.choice(("ـ ", " ـ ", "- ", " - ", " – ", ": "))
    article = chance.choice(("ماده", "ماده", "ماده", "مادهٔ", "اصل"))
    in_words = not long and chance.random() < 0.2
    return {
        Kind.HEADING: Manner(
            chance.choice(("فصل", "فصل", "بخش", "باب", "گفتار")),
            chance.choice(("words", "words", digits)),
            chance.choice((" ـ ", " – ", ": ", " - ")),
        ),
        Kind.ARTICLE: Manner(article, "words", chance.choice((": ", " ـ ", "\n")))
        if in_words
        else Manner(article, digits, dash),
        Kind.NOTE: Manner(chance.choice(("تبصره", "تبصره", "تبصرهٔ")), digits, dash),
        Kind.LETTER: Manner(
            "",
            digits,
            chance.choice((") ", "- ", " ـ ", " - ")),
            letters=tuple(chance.choice((_ALPHABET, _ABJAD))),
        ),
        Kind.NUMBER: chance.choice(
            (
                Manner("", digits, "- "),
                Manner("", digits, " ـ "),
                Manner("", digits, ") "),
                Manner("", digits, " ", "()"),
            )
        ),
    }


def respelled(manner: Manner, chance: random.Random) -> Manner:
    """The same labels in another spelling: digits of another script, words for digits, another dash or gap."""
    choices = []
    if not manner.letters and manner.digits != "words":
        choices += [
            replace(manner, digits=script) for script in ("fa", "en", "ar") if script != manner.digits
        ]
    if manner.word and manner.digits != "words":
        choices.append(replace(manner, digits="words"))
    dashes = [dash for dash in ("ـ ", " ـ ", "- ", " - ", " – ") if dash != manner.separator]
    if manner.separator.strip() in {"ـ", "-", "–"}:
        choices += [replace(manner, separator=dash) for dash in dashes if dash.startswith(" ") or manner.word]
    return chance.choice(choices) if choices else manner
