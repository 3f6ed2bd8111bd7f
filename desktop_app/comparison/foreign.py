"""The syntax of labels of provisions in Arabic and English legal texts: «المادة الأولى», "Article 5".

Treaties and their translations have both. All functions work on a flat text (see `folding.flat`), whose offsets
are those of the original.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.comparison.finding import LazyPattern
from desktop_app.comparison.labels import LabelKind, LabelReading, ProvisionLabel, canonical_number
from desktop_app.comparison.numbers import ARABIC_PATTERN
from desktop_app.persian.text import ZWNJ

SECTION: Final = "section"
#: Each word with its kind. A label has the Persian word, so that a text and its translation have equal labels.
_ARABIC: Final = {
    "الماده": (LabelKind.ARTICLE, "ماده"), "الفصل": (LabelKind.CHAPTER, "فصل"), "الباب": (LabelKind.TITLE, "باب"),
    "القسم": (LabelKind.PART, "بخش"), "الکتاب": (LabelKind.BOOK, "کتاب"), "المبحث": (LabelKind.SECTION, "مبحث"),
    "الفرع": (LabelKind.SPEECH, "گفتار"), "الملحق": (LabelKind.ANNEX, "پیوست"),
}  # fmt: skip
_ENGLISH: Final = {
    "article": (LabelKind.ARTICLE, "ماده"), "art": (LabelKind.ARTICLE, "ماده"),
    "section": (LabelKind.SECTION, SECTION), "sec": (LabelKind.SECTION, SECTION), "§": (LabelKind.SECTION, SECTION),
    "chapter": (LabelKind.CHAPTER, "فصل"), "part": (LabelKind.PART, "بخش"), "title": (LabelKind.TITLE, "باب"),
    "book": (LabelKind.BOOK, "کتاب"), "annex": (LabelKind.ANNEX, "پیوست"), "appendix": (LabelKind.ANNEX, "پیوست"),
    "schedule": (LabelKind.ANNEX, "پیوست"),
}  # fmt: skip
_WORDS: Final = {**_ARABIC, **_ENGLISH}
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_IS_ROMAN: Final = re.compile("(?=.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_W: Final = f"[ {ZWNJ}]*+"
_OPENED: Final = f"(?:[(\\[]{_W})?"
_CLOSED: Final = f"(?:{_W}[)\\]])?"
#: A lower-case word at the start of a line is part of a sentence.
_NAMED: Final = "|".join(
    dict.fromkeys(form for word in _ENGLISH for form in (word.capitalize(), word.upper()))
)
_LABEL: Final = LazyPattern(
    f'[ \\f\\v{ZWNJ}]*+(?P<label>(?:[*#"]++{_W})?(?:'
    f"(?P<arabic>{'|'.join(_ARABIC)}){_W}"
    f"(?P<counted>{_OPENED}(?:\\d{{1,4}}(?!\\d)|{ARABIC_PATTERN})(?:{_W}مکرر)?{_CLOSED})"
    f"|(?P<english>{_NAMED})\\.?{_W}"
    f"(?P<number>{_OPENED}(?:\\d{{1,4}}(?:\\.\\d{{1,3}})?[A-Za-z]?|[IVXLC]{{1,7}}|[A-Z])(?![^\\W_]){_CLOSED})"
    f')(?:["*]++)?)(?P<separator>{_W}[-:.]++(?:{_W}[-:]++)?\\**+)?'
)


def read_foreign(text: str, start: int) -> LabelReading | None:
    """Returns the possible Arabic or English label at the start of a line, or None."""
    match = _LABEL.compiled.match(text, start)
    if match is None:
        return None
    kind, word = _WORDS[match["arabic"] or match["english"].lower()]
    number = _number(match["counted"] or match["number"])
    if number.isalpha() and kind is not LabelKind.ANNEX:
        return None
    separated = match["separator"] is not None
    alone = text[match.end() : match.end() + 1] in {"", "\n"}
    loose = kind in {LabelKind.ARTICLE, LabelKind.SECTION} and not separated and not alone
    label = ProvisionLabel(kind, number, match.start("label"), match.end("label"), match.end(), word)
    return LabelReading(label, separated, loose, loose)


def with_sections_as_articles(readings: list[LabelReading]) -> list[LabelReading]:
    """Returns the readings with each "Section 5" as an article, if the text has no others.

    A treaty has sections above its articles; a statute has sections instead of them.
    """
    words = {reading.label.word for reading in readings}
    if SECTION not in words or words & {"ماده", "اصل"}:
        return readings
    return [
        reading._replace(label=reading.label._replace(kind=LabelKind.ARTICLE, word="ماده"))
        if reading.label.kind is LabelKind.SECTION and reading.label.word == SECTION
        else reading
        for reading in readings
    ]


def _number(written: str) -> str:
    core = written.strip(f" {ZWNJ}()[]")
    if _IS_ROMAN.fullmatch(core):
        values = [_ROMAN[letter] for letter in core]
        following = [*values[1:], 0]
        total = sum(-one if one < other else one for one, other in zip(values, following, strict=True))
        return str(total)
    return canonical_number(core)
