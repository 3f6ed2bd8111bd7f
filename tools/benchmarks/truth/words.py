"""The words of made texts and the labels of their provisions, and how two typists spell both."""

from __future__ import annotations

import functools
import itertools
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

_identities = itertools.count(1)

_MARKS: Final = "\u064b-\u065f\u0670\u06d6-\u06ed"
INVISIBLE: Final = "\u200e\u200f\u00ad"
_WORD: Final = re.compile(f"(?:[^\\W_]|[{_MARKS}\u200c{INVISIBLE}])+")
_TATWEEL: Final = "ـ"
_SHAPE: Final = re.compile(r"([«(\"]*)(.*?)([»)\".،؛:؟]*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the punctuation around it and the gap behind; its identity stays through revisions.

    `target` is the identity of the article that the word refers to: its number follows `core` in the text, so that
    no amendment can part the two.
    """

    core: str
    head: str = ""
    tail: str = ""
    gap: str = " "
    target: int | None = None
    identity: int = field(default_factory=lambda: next(_identities))

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with it."""
        return "." in self.tail

    @property
    def bare(self) -> bool:
        """Whether it has no punctuation and is no reference: it can be edited freely."""
        return not self.head and not self.tail and self.gap == " " and self.target is None


def fresh(word: Word, core: str) -> Word:
    """Another word in the place of `word`: what an amendment writes."""
    return replace(word, core=core, target=None, identity=next(_identities))


def words_of(text: str) -> list[Word]:
    """New words for the text of a sentence."""
    made = []
    for piece in text.split():
        shape = _SHAPE.match(piece)
        assert shape is not None
        head, core, tail = shape.groups()
        made.append(Word(core, head, tail))
    return made


@functools.lru_cache(maxsize=100_000)
def key(text: str) -> str:
    """What stays of a word whatever its spelling: the made texts' own words are written one way only."""
    return "".join(c for c in text if c.isalnum() and c != _TATWEEL)


def ranges_of(text: str) -> list[tuple[int, int]]:
    """The words of `text`, `[start, end)` in code points: runs of letters, digits, marks and ZWNJ.

    Invisible marks inside a word do not part it, and a lone kashida, which stands for a dash, is none.
    """
    return [match.span() for match in _WORD.finditer(text) if key(match.group())]


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
_PERSIAN_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ONES: Final = (
    "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده",
    "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده",
)  # fmt: skip
_TENS: Final = ["-", "-", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_HUNDREDS: Final = ["-", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
_ALPHABET: Final = ["الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش"]
_ABJAD: Final = ["الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی", "ک", "ل", "م", "ن"]
_ENDINGS: Final = {"یک": "یکم", "دو": "دوم", "سه": "سوم", "سی": "سی‌ام"}


def persian(value: object) -> str:
    """With Persian digits."""
    return str(value).translate(_PERSIAN_DIGITS)


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
            written = str(value).translate({"en": {}, "ar": _ARABIC_DIGITS}.get(self.digits, _PERSIAN_DIGITS))
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


Noise = Callable[[Word, random.Random], Word]
_ZWNJ: Final = "\u200c"
_IN_LATIN: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹٬", "0123456789,")
_IN_ARABIC: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
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
    return _core(word, word.core.translate(chance.choice((_IN_LATIN, _IN_ARABIC))))


def latin_digits(word: Word, chance: random.Random) -> Word:
    """Latin digits."""
    return _core(word, word.core.translate(_IN_LATIN))


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
