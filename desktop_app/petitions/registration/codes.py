"""Tracking codes (کد رهگیری): ten random digits and two check digits (ISO 7064 mod 97-10), said 4-4-4.

Unguessable, and every single wrong digit or swap of neighbours is caught.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import Final

from stdnum.iso7064 import mod_97_10

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits, only_digits

#: Twelve digits of one script or several, however they are parted: by spaces, dashes, dots, marks of direction.
_CODE: Final = re.compile(
    r"(?<!\d)\d(?:[\s\u200b-\u200f\u2010-\u2015\u2066-\u2069\u202a-\u202e\u066b\u066c\u0640_.,/-]{0,3}\d){11}(?!\d)"
)

_GROUPS: Final = re.compile(r"(?<![\d\u200e-])\d{4}-\d{4}-\d{4}(?![\d-])")
_LEFT_TO_RIGHT: Final = "\u200e"


def new_tracking_code(random_below: Callable[[int], int] = secrets.randbelow) -> str:
    """A new code, twelve Latin digits. That nobody has it yet is for the database to say."""
    body = f"{random_below(10**10):010}"
    return body + str(mod_97_10.calc_check_digits(body))


def spoken(code: str) -> str:
    """The code in groups of four: `4072-9183-5592`."""
    return "-".join((code[:4], code[4:8], code[8:]))


def led(text: str) -> str:
    """Plain text whose codes in groups each have a mark of direction before them: behind Persian letters the groups
    would change places wherever the text is shown."""
    return _GROUPS.sub(_LEFT_TO_RIGHT + r"\g<0>", text)


def read_tracking_code(typed: str) -> str:
    """The code in `typed`, whatever digits, spaces and dashes. Raises `InvalidValueError`."""
    number = only_digits(typed)
    if len(number) != 12:
        raise InvalidValueError(field="tracking_code", reason="twelve_digits", value=typed[:20])
    if not mod_97_10.is_valid(number):
        raise InvalidValueError(field="tracking_code", reason="check_digit", value=typed[:20])
    return number


def codes_in(text: str) -> tuple[str, ...]:
    """The codes that stand in a text, in any digits and however they are grouped: only such whose check digits are
    right, so that a telephone number beside an amount is none. Each once, in their order."""
    found = (only_digits(match.group()) for match in _CODE.finditer(latin_digits(text)))
    return tuple(dict.fromkeys(code for code in found if mod_97_10.is_valid(code)))
