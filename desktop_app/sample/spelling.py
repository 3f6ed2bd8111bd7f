"""Realistic spelling: the same words as typed on telephones, old keyboards and in haste."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS
from desktop_app.persian.text import ZWNJ

Habit = Callable[[str], str]
_RLM: Final = "\u200f"
_OVERRIDE: Final = "\u202e"
_POP: Final = "\u202c"


def arabic_letters(text: str) -> str:
    """Arabic ي and ك, as produced by old keyboards."""
    return text.replace("ی", "ي").replace("ک", "ك")


def spaced(text: str) -> str:
    """Replaces each ZWNJ by a space: «می شود»، «کتاب ها»."""
    return text.replace(ZWNJ, " ")


def joined(text: str) -> str:
    """Removes each ZWNJ: «میشود»، «کتابها»; uses a space after a silent «ه», where nobody joins words."""
    return text.replace("ه" + ZWNJ, "ه ").replace(ZWNJ, "")


def latin_numbers(text: str) -> str:
    """Latin digits, as typed on a telephone."""
    for persian, latin in zip(PERSIAN_DIGITS, LATIN_DIGITS, strict=True):
        text = text.replace(persian, latin)
    return text


def arabic_numbers(text: str) -> str:
    """Arabic-Indic digits (٤ ٥ ٦ differ from the Persian ones)."""
    for persian, arabic in zip(PERSIAN_DIGITS, ARABIC_DIGITS, strict=True):
        text = text.replace(persian, arabic)
    return text


def extra_spaces(text: str) -> str:
    """Double spaces between sentences, and a space before commas."""
    return text.replace(". ", ".  ").replace("،", " ،")


def old_phone(text: str) -> str:
    """Arabic letters without ZWNJ."""
    return arabic_letters(spaced(text))


def stretched(text: str) -> str:
    """A kashida and repeated punctuation, for emphasis."""
    return text.replace("سلام", "ســلام").replace("!", "!!!").replace("؟", "؟؟")


def invisible_marks(text: str) -> str:
    """RLM instead of ZWNJ, as in old word processors."""
    return text.replace(ZWNJ, _RLM)


def pasted(text: str) -> str:
    """Characters of copied text: a byte order mark, a no-break space, an emoji, a soft hyphen."""
    return "\ufeff" + text.replace(" ", "\u00a0", 1) + " 🙏\u00ad"


def overridden(text: str) -> str:
    """A direction override and control characters, which must be displayed and never interpreted."""
    return text.replace(". ", f". {_OVERRIDE}txt.exe{_POP} \x07", 1)


_SHARES: Final[tuple[tuple[Habit | None, int], ...]] = (
    (None, 560), (spaced, 130), (arabic_letters, 80), (joined, 50), (latin_numbers, 65), (old_phone, 45),
    (extra_spaces, 30), (arabic_numbers, 15), (stretched, 10), (invisible_marks, 8), (pasted, 5), (overridden, 2),
)  # fmt: skip
#: One thousand typing habits in proportion to their frequency: index with a random number.
HABITS: Final = tuple(habit for habit, share in _SHARES for _ in range(share))
assert len(HABITS) == 1000
