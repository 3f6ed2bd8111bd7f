"""Parses and writes numbers as in Persian legal texts: «۱۲», «دوازده», «دوازدهم», «یکصد و هفتم», «بیست‌ودوم»,
«دوّم»."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.comparison.folding import KASHIDA, MARK_CLASS
from desktop_app.persian.text import ZWNJ

_CARDINALS: Final[dict[str, int]] = {
    "صفر": 0, "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10,
    "یازده": 11, "دوازده": 12, "سیزده": 13, "چهارده": 14, "پانزده": 15, "شانزده": 16, "هفده": 17, "هجده": 18,
    "هیجده": 18, "نوزده": 19, "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70,
    "هشتاد": 80, "نود": 90, "صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300, "چهارصد": 400, "پانصد": 500,
    "ششصد": 600, "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
}  # fmt: skip
_SCALES: Final[dict[str, int]] = {"هزار": 1_000, "میلیون": 1_000_000, "میلیارد": 1_000_000_000}
_ORDINALS: Final[dict[str, int]] = {
    **{word + "م": value for word, value in _CARDINALS.items()},
    "اول": 1, "نخست": 1, "نخستین": 1, "سوم": 3, "سیم": 30, "سیام": 30, "هزارم": 1_000,
}  # fmt: skip
_VALUES: Final = {**_CARDINALS, **_SCALES, **_ORDINALS}
_ARABIC_ONES: Final = (
    ("الاول", "الاولی"), ("الثانی", "الثانیه"), ("الثالث", "الثالثه"), ("الرابع", "الرابعه"),
    ("الخامس", "الخامسه"), ("السادس", "السادسه"), ("السابع", "السابعه"), ("الثامن", "الثامنه"),
    ("التاسع", "التاسعه"), ("العاشر", "العاشره"),
)  # fmt: skip
_ARABIC_TENS: Final = (
    "العشرون", "الثلاثون", "الاربعون", "الخمسون", "الستون", "السبعون", "الثمانون", "التسعون",
)  # fmt: skip
#: Arabic ordinals in a flat text. The parts of «الحادیه عشره» and «الثانیه والعشرون» add up.
_ARABIC: Final[dict[str, int]] = {
    **{word: value for value, words in enumerate(_ARABIC_ONES, 1) for word in words},
    **{word: value * 10 for value, word in enumerate(_ARABIC_TENS, 2)},
    "الحادی": 1, "الحادیه": 1, "عشر": 10, "عشره": 10, "المایه": 100, "المیه": 100,
}  # fmt: skip

#: Number words in running text. «نه» (no) is excluded as ambiguous.
AMOUNT_WORDS: Final = frozenset({*_CARDINALS, *_SCALES, "نیم", "نصف", "ثلث", "ربع"} - {"نه", "صفر"})

#: Ordinals of headings without a name.
ORDINALS: Final = (
    "اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم", "سیزدهم",
    "چهاردهم", "پانزدهم",
)  # fmt: skip

#: The usual word of each value.
_WORD_OF: Final = {value: word for word, value in reversed(_CARDINALS.items())}
#: The largest number that is written in words.
_GREATEST: Final = 1_999

#: Characters that may occur between the letters of a printed word.
_STRETCH: Final = f"[{KASHIDA}{MARK_CLASS}]*+"


def stretched(word: str, between: str = _STRETCH) -> str:
    """Returns a pattern for `word` in a flat text that allows kashida and marks between and after its letters."""
    return "".join(letter + between for letter in word)


#: The doubled letter is often marked: «اوّل», «دوّم», «سوّم».
_WORD: Final = f"(?:او{_STRETCH}ل|[دس]و{_STRETCH}م|" + "|".join(sorted(_VALUES, key=len, reverse=True)) + ")"
_GAP: Final = f"[ {ZWNJ}]"
#: A number in words in a flat text. «سی‌ام» has its own ending, and «دوم و سوم» are two numbers. The repetition
#: is bounded to keep a search linear.
WORDS_PATTERN: Final = (
    f"(?:سی{_GAP}?ا{_STRETCH}م|{_WORD}(?:(?<!م)(?<!اول){_GAP}*+و{_GAP}*+{_WORD}|{_GAP}++(?:هزار|میلیون|صد)م?){{0,8}}(?:{_GAP}ام)?)"
    f"{_STRETCH}(?![^\\W_]|{ZWNJ}[^\\W_])"
)
_ARABIC_WORD: Final = f"(?:{'|'.join(sorted(_ARABIC, key=len, reverse=True))})(?![^\\W_])"
#: An Arabic ordinal in a flat text.
ARABIC_PATTERN: Final = f"{_ARABIC_WORD}(?:{_GAP}++(?:بعد{_GAP}++)?(?:و{_GAP}?)?{_ARABIC_WORD}){{0,3}}"
_SPLIT: Final = re.compile(f"{_GAP}+")
_UNREAD: Final = re.compile(f"[{KASHIDA}{MARK_CLASS}]+")
#: A joined «و»: «بیستویکم», «یکصدوهفتم».
_JOINED_AND: Final = re.compile("(?<=[تیدلهر])و(?=[^\\W\\d_]{2})")


def value_of(number: str) -> int | None:
    """Returns the value of a number in a flat text, in digits of any script or in words. Returns None if it is no
    number."""
    number = number.strip(f" {ZWNJ}")
    if number.isdecimal():
        # Longer strings are not numbers, and costly to convert.
        return int(number) if len(number) <= 18 else None
    number = _UNREAD.sub("", number)
    total = current = 0
    parts = [part for part in _SPLIT.split(number) if part not in {"و", "ام", "بعد", ""}]
    if not parts:
        return None
    for part in parts:
        value = _value(part)
        if value is None:
            return None
        if part in _SCALES:
            total += max(current, 1) * value
            current = 0
        elif value == 100 and 0 < current < 10 and part not in _ARABIC:
            current *= 100
        else:
            current += value
    return total + current


def _value(part: str) -> int | None:
    """Returns the value of one word, also with a joined «و» before it or inside it."""
    value = _VALUES.get(part, _ARABIC.get(part))
    if value is None and part.startswith("و"):
        value = _VALUES.get(part[1:], _ARABIC.get(part[1:]))
    if value is None and len(part) <= 40 and "و" in part[1:]:
        joined = [_VALUES.get(piece) for piece in _JOINED_AND.split(part)]
        value = sum(joined_value or 0 for joined_value in joined) if all(joined) else None
    return value


def in_words_as(like: str, value: int) -> str | None:
    """Returns `value` in words, in the style of the number in the flat text `like`: cardinal or ordinal, with its
    joiner.

    Returns None if `like` has no number in words, or if `value` is too large.
    """
    parts = _SPLIT.split(_UNREAD.sub("", like))
    numbers = [part for part in parts if part not in _SCALES and _value(part) is not None]
    if not numbers or not 0 < value <= _GREATEST:
        return None
    joint = f"{ZWNJ}و{ZWNJ}" if f"{ZWNJ}و{ZWNJ}" in like else " و "
    hundred = "صد" if "صد" in numbers or "صدم" in numbers else "یکصد"
    words = joint.join(_words_of(value, hundred))
    return _ordinal(words) if numbers[-1] not in _CARDINALS or "ام" in parts else words


def _words_of(value: int, hundred: str) -> list[str]:
    thousands, value = divmod(value, 1_000)
    hundreds, value = divmod(value, 100)
    tens, ones = (0, value) if value <= 20 else divmod(value, 10)
    made = ["هزار"] if thousands else []
    if hundreds:
        made.append(hundred if hundreds == 1 else _WORD_OF[hundreds * 100])
    return made + [_WORD_OF[part] for part in (tens * 10, ones) if part]


def _ordinal(words: str) -> str:
    if words == "یک":
        return "اول"
    if words.endswith("سی"):
        return f"{words}{ZWNJ}ام"
    return f"{words.removesuffix('سه')}سوم" if words.endswith("سه") else f"{words}م"
