"""Issues (محور) of sample comments, assigned by keywords."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.persian.text import fold

_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "روشنی متن": ("روشن", "تفسیر", "مبهم"),
    "ضمانت اجرا": ("ضمانت", "مسئول اجرا"),
    "زمان و مهلت": ("مهلت", "زمان", "تاریخ اجرا", "دوره گذار"),
    "هزینه و تعرفه": ("هزینه", "تعرفه", "شهریه", "مبلغ"),
    "دسترسی شهرستان‌ها": ("شهرستان", "استان", "شهرهای کوچک"),
}


def issues_of(text: str) -> tuple[str, ...]:
    """Returns the issues of a comment in any spelling; may be empty."""
    folded = fold(text)
    return tuple(issue for issue, words in _WORDS.items() if any(fold(word) in folded for word in words))
