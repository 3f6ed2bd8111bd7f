"""Tracking codes (کد رهگیری): ten random digits and two check digits (ISO 7064 mod 97-10), spoken 4-4-4.

They cannot be guessed, and every single wrong digit or swap of adjacent digits is detected.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import Final

from stdnum.iso7064 import mod_97_10

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import digits, isolated, latin_digits, only_digits

#: Twelve digits in any scripts, however they are separated: by spaces, dashes, dots, bidi marks.
_CODE: Final = re.compile(
    r"(?<!\d)\d(?:[\s\u200b-\u200f\u2010-\u2015\u2066-\u2069\u202a-\u202e\u066b\u066c\u0640_.,/-]{0,3}\d){11}(?!\d)"
)

_GROUPS: Final = re.compile(r"(?<![\d\u200e-])\d{4}-\d{4}-\d{4}(?![\d-])")
_LEFT_TO_RIGHT: Final = "\u200e"


def new_tracking_code(random_below: Callable[[int], int] = secrets.randbelow) -> str:
    """Returns a new random code, twelve Latin digits; the database checks that it is unused."""
    body = f"{random_below(10**10):010}"
    return body + str(mod_97_10.calc_check_digits(body))


def spoken(code: str) -> str:
    """Returns the code in groups of four: `4072-9183-5592`."""
    return "-".join((code[:4], code[4:8], code[8:]))


def shown_code(code: str) -> str:
    """Returns `4072-9183-5592` in the digits of the language, isolated left to right."""
    return isolated(digits(spoken(code)))


def led(text: str) -> str:
    """Returns plain text with a left-to-right mark before each grouped code.

    After Persian letters the groups would otherwise be displayed in reverse order.
    """
    return _GROUPS.sub(_LEFT_TO_RIGHT + r"\g<0>", text)


def read_tracking_code(typed: str) -> str:
    """Returns the code in `typed`, in any digits, with spaces and dashes. Raises `InvalidValueError`."""
    number = only_digits(typed)
    if len(number) != 12:
        raise InvalidValueError(field="tracking_code", reason="twelve_digits", value=typed[:20])
    if not mod_97_10.is_valid(number):
        raise InvalidValueError(field="tracking_code", reason="check_digit", value=typed[:20])
    return number


def codes_in(text: str) -> tuple[str, ...]:
    """Returns the codes in a text, in any digits and grouping, each once, in their order.

    Only codes with correct check digits count, so that a telephone number beside an amount is not taken for one.
    """
    found = (only_digits(match.group()) for match in _CODE.finditer(latin_digits(text)))
    return tuple(dict.fromkeys(code for code in found if mod_97_10.is_valid(code)))
