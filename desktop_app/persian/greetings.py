"""The greeting at the beginning of a petition or a reply, which says nothing about it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop_app.persian.text import fold, fold_with_offsets

#: Phrases of greetings, in any order: «با سلام و احترام»، «ضمن عرض سلام و خسته نباشید».
_PHRASES: Final = (
    "بسمه تعالی", "باسمه تعالی", "به نام خدا", "بسم الله الرحمن الرحیم", "سلام علیکم", "سلام", "باسلام", "ضمن سلام",
    "عرض سلام", "ضمن عرض سلام", "عرض ادب", "ضمن عرض ادب", "عرض احترام", "تقدیم احترام", "با احترام", "و احترام",
    "و ادب", "با ادب", "احتراما", "سلام فراوان", "احترام فراوان", "درود", "درود بر شما", "خدمت شما", "خسته نباشید",
    "خدا قوت", "وقت بخیر", "وقت به خیر", "وقتتان بخیر", "روز بخیر", "روز به خیر", "روزتان بخیر", "صبح بخیر",
    "صبح به خیر", "عصر بخیر", "عصر به خیر", "با", "و",
)  # fmt: skip
_GREETING: Final = re.compile(
    r"(?:(?:{})(?!\w)[\s،؛,;.:!…–-]*)+".format("|".join(sorted(map(fold, _PHRASES), key=len, reverse=True)))
)
_JOINING: Final = re.compile(r"(?:(?<!\w)(?:با|و)\s+)+$")


def is_greeting(text: str) -> bool:
    """Whether `text` says nothing but a greeting."""
    found = _GREETING.fullmatch(fold(text).strip())
    return found is not None and bool(_JOINING.sub("", f"{found.group()} ").strip())


@lru_cache(maxsize=4096)
def after_greeting(text: str) -> str:
    """Returns `text` from the first word behind its greeting; `text` itself without one, or if nothing is left."""
    folded = fold_with_offsets(text)
    found = _GREETING.match(folded.text)
    if found is None:
        return text
    if not _JOINING.sub("", found.group()):
        return text
    # The last word belongs to what follows: «سلام، با مراجعه به …».
    greeting = found.group().removesuffix("با ")
    return text[folded.offsets[len(greeting)] :] or text
