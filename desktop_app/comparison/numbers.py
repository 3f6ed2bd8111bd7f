"""Numbers as Persian legal texts write them: «۱۲», «دوازده», «دوازدهم», «یکصد و هفتم», «بیست‌ودوم»."""

from __future__ import annotations

import re
from typing import Final

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
    "اول": 1, "نخست": 1, "سوم": 3, "سیم": 30, "هزارم": 1_000,
}  # fmt: skip
_VALUES: Final = {**_CARDINALS, **_SCALES, **_ORDINALS}

#: Number words of running text, where «نه» (no), «سی» and bare «یک» would mislead.
AMOUNT_WORDS: Final = frozenset({*_CARDINALS, *_SCALES, "نیم", "نصف", "ثلث", "ربع"} - {"نه", "صفر"})

_WORD: Final = "(?:" + "|".join(sorted(_VALUES, key=len, reverse=True)) + ")"
_GAP: Final = f"[ {ZWNJ}]"
#: A number in words, in a flat text; «سی‌ام» has its own ending.
WORDS_PATTERN: Final = (
    f"(?:سی{_GAP}?ام|{_WORD}(?:{_GAP}++و{_GAP}*+{_WORD}|{_GAP}++(?:هزار|میلیون)م?)*(?:{_GAP}ام)?)"
    f"(?![^\\W_]|{ZWNJ}[^\\W_])"
)
_SPLIT: Final = re.compile(f"{_GAP}+")


def value_of(number: str) -> int | None:
    """The value of a number in a flat text, in digits or words; None if it is no number."""
    number = number.strip(f" {ZWNJ}")
    if number.isascii() and number.isdigit():
        # Longer ones are no numbers but strings of digits, and costly to convert.
        return int(number) if len(number) <= 18 else None
    total = current = 0
    parts = [part for part in _SPLIT.split(number) if part not in {"و", "ام", ""}]
    if not parts:
        return None
    for part in parts:
        value = _VALUES.get(part)
        if value is None and part.startswith("و"):
            value = _VALUES.get(part[1:])
        if value is None:
            return None
        if part in _SCALES:
            total += max(current, 1) * value
            current = 0
        else:
            current += value
    return total + current
