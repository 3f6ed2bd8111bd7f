"""The recovery code as people read and type it: six groups of four letters and digits.

Letters that are taken for others on paper are left out: I, L, O, 0, 1, and of B and 8, S and 5, Z and 2, U and V one
of the two. The other one is read as its twin.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits

#: 27 characters: 24 of them are about 114 bits.
_ALPHABET: Final = "23456789ACDEFGHJKMNPQRTVWXY"
_TWINS: Final = str.maketrans("BSZU", "852V")
_GROUPS, _GROUP = 6, 4
LENGTH: Final = _GROUPS * _GROUP
#: So many wrong codes cost no waiting.
FREE_TRIES: Final = 3
LONGEST_WAIT: Final = timedelta(days=1)


def new_code() -> str:
    """Returns a new code in groups."""
    return grouped("".join(secrets.choice(_ALPHABET) for _ in range(LENGTH)))


def grouped(code: str) -> str:
    """Returns the characters of a code in groups with hyphens."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> str:
    """Returns what was typed as it is stored, in groups.

    Spaces, hyphens, small letters, Persian and Arabic digits, and twins of letters do not matter. Raises
    `InvalidValueError` if it cannot be a code; that is no try.
    """
    plain = "".join(letter for letter in latin_digits(typed).upper() if letter.isalnum()).translate(_TWINS)
    if len(plain) != LENGTH or not set(plain) <= set(_ALPHABET):
        raise InvalidValueError(field="recovery_code", reason="recovery_code_form", minimum=LENGTH)
    return grouped(plain)


def wait_after(tries: int, last: datetime | None, now: datetime) -> timedelta:
    """Returns how long to wait after so many wrong codes, the `last` at that moment: zero if another one is taken.

    It doubles from one minute up to a day. A clock that was put back gives no advantage.
    """
    if tries < FREE_TRIES or last is None:
        return timedelta(0)
    whole = min(timedelta(minutes=2 ** min(tries - FREE_TRIES, 12)), LONGEST_WAIT)
    return max(timedelta(0), whole - max(timedelta(0), now - last))
