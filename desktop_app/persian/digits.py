"""Digits of the three scripts that office texts mix: Latin, Persian (U+06F0..) and Arabic (U+0660..).

`digits` and `number` write in the language in use, the others in the script of their name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from desktop_app.languages import LANGUAGES, PERSIAN, language_in_use

PERSIAN_DIGITS: Final = LANGUAGES[PERSIAN].digits
ARABIC_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩"
LATIN_DIGITS: Final = "0123456789"

_TO_LATIN: Final = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, LATIN_DIGITS * 2)
_TO_PERSIAN: Final = str.maketrans(LATIN_DIGITS + ARABIC_DIGITS, PERSIAN_DIGITS * 2)

RLM: Final = "\u200f"
LRI: Final = "\u2066"
FSI: Final = "\u2068"
PDI: Final = "\u2069"


def latin_digits(text: str) -> str:
    """`text` with every digit in Latin script; one character for one, so offsets hold."""
    return text.translate(_TO_LATIN)


def persian_digits(text: str) -> str:
    """`text` with every digit in Persian script; one character for one, so offsets hold."""
    return text.translate(_TO_PERSIAN)


def only_digits(text: str) -> str:
    """The digits of `text` in Latin script and nothing else: for codes that are typed with spaces or dashes."""
    return "".join(character for character in latin_digits(text) if "0" <= character <= "9")


def digits(text: object) -> str:
    """`text` with every digit in the script of the language in use. Where that is Latin, `text` stays as it is."""
    script = language_in_use().digits
    return str(text) if script == LATIN_DIGITS else str(text).translate(_to(script))


def number(value: int | float, *, decimals: int = 0) -> str:
    """A number with the digits, the thousands separator and the decimal mark of the language in use."""
    language = language_in_use()
    marks = str.maketrans(",.", language.thousands + language.decimal)
    return digits(f"{value:,.{decimals}f}".translate(marks))


@lru_cache
def _to(script: str) -> dict[int, int]:
    return str.maketrans(LATIN_DIGITS + PERSIAN_DIGITS + ARABIC_DIGITS, script * 3)


def isolated(text: str) -> str:
    """`text` (a code, a phone number, Latin words) isolated left to right, so that it never turns round."""
    return f"{LRI}{text}{PDI}"


def in_own_direction(text: str) -> str:
    """`text` (a file's name, a person's) isolated by its first letter: a Persian name keeps its ending at its end."""
    return f"{FSI}{text}{PDI}"
