"""Issues (محور) of made comments: what the reviewers of the sample saw in them, by the words that stand there."""

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
    """The issues that a comment speaks of, however it is spelled; none for what speaks of nothing of the kind."""
    said = fold(text)
    return tuple(issue for issue, words in _WORDS.items() if any(fold(word) in said for word in words))
