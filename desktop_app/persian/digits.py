"""Converts between the digits that office texts mix: Latin, Persian (U+06F0..) and Arabic (U+0660..).

`digits` and `number` use the digits of the language in use, the other functions those in their name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from desktop_app.languages import LANGUAGES, PERSIAN, language_in_use

PERSIAN_DIGITS: Final = LANGUAGES[PERSIAN].digits
ARABIC_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩"
LATIN_DIGITS: Final = "0123456789"
#: The pattern of a digit of any of the three.
ANY_DIGIT: Final = f"[{LATIN_DIGITS}{ARABIC_DIGITS}{PERSIAN_DIGITS}]"

_TO_LATIN: Final = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, LATIN_DIGITS * 2)
_TO_PERSIAN: Final = str.maketrans(LATIN_DIGITS + ARABIC_DIGITS, PERSIAN_DIGITS * 2)

RLM: Final = "\u200f"
LRI: Final = "\u2066"
FSI: Final = "\u2068"
PDI: Final = "\u2069"


def latin_digits(text: str) -> str:
    """Returns `text` with Latin digits. Characters map one to one, so offsets stay valid."""
    return text.translate(_TO_LATIN)


def persian_digits(text: str) -> str:
    """Returns `text` with Persian digits. Characters map one to one, so offsets stay valid."""
    return text.translate(_TO_PERSIAN)


def only_digits(text: str) -> str:
    """Returns only the digits of `text`, as Latin digits: for codes typed with spaces or dashes."""
    return "".join(character for character in latin_digits(text) if "0" <= character <= "9")


def digits(text: object) -> str:
    """Returns `text` with the digits of the language in use. If those are Latin, `text` is returned unchanged."""
    script = language_in_use().digits
    return str(text) if script == LATIN_DIGITS else str(text).translate(_to(script))


def number(value: int | float, *, decimals: int = 0) -> str:
    """Formats a number with the digits, thousands separator and decimal mark of the language in use."""
    language = language_in_use()
    marks = str.maketrans(",.", language.thousands + language.decimal)
    return digits(f"{value:,.{decimals}f}".translate(marks))


@lru_cache
def _to(script: str) -> dict[int, int]:
    return str.maketrans(LATIN_DIGITS + PERSIAN_DIGITS + ARABIC_DIGITS, script * 3)


def isolated(text: str) -> str:
    """Wraps `text` (a code, a phone number, Latin words) in a left-to-right isolate, so that it is never
    reordered."""
    return f"{LRI}{text}{PDI}"


def in_own_direction(text: str) -> str:
    """Wraps `text` (a file name or a person's name) in a first-strong isolate, so that its parts keep their
    order."""
    return f"{FSI}{text}{PDI}"
