"""Tracking codes (کد رهگیری): ten random digits and two check digits (ISO 7064 mod 97-10), said 4-4-4.

Unguessable, and every single wrong digit or swap of neighbours is caught.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from stdnum.iso7064 import mod_97_10

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import only_digits


def new_tracking_code(random_below: Callable[[int], int] = secrets.randbelow) -> str:
    """A new code, twelve Latin digits. That nobody has it yet is for the database to say."""
    body = f"{random_below(10**10):010}"
    return body + str(mod_97_10.calc_check_digits(body))


def spoken(code: str) -> str:
    """The code in groups of four: `4072-9183-5592`."""
    return "-".join((code[:4], code[4:8], code[8:]))


def read_tracking_code(typed: str) -> str:
    """The code in `typed`, whatever digits, spaces and dashes. Raises `InvalidValueError`."""
    number = only_digits(typed)
    if len(number) != 12:
        raise InvalidValueError(field="tracking_code", reason="twelve_digits", value=typed[:20])
    if not mod_97_10.is_valid(number):
        raise InvalidValueError(field="tracking_code", reason="check_digit", value=typed[:20])
    return number
