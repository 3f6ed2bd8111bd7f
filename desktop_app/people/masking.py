"""Finds personal data in text and masks it in published texts. Pure.

It finds national IDs (with a valid check digit), mobile and phone numbers, card and account numbers, and
e-mail addresses; in digits of any script, with spaces, dashes and invisible characters between them.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from desktop_app.errors import InvalidValueError
from desktop_app.people.identity import valid_national_id
from desktop_app.persian.digits import latin_digits


class Personal(StrEnum):
    """The kind of personal data."""

    NATIONAL_ID = "national_id"
    MOBILE = "mobile"
    TELEPHONE = "telephone"
    ACCOUNT = "account"
    EMAIL = "email"


class PersonalDataMatch(NamedTuple):
    """Personal data at code points `[start, end)` of the searched text."""

    kind: Personal
    start: int
    end: int


#: Up to two separators between the digits of a number: space, dash, dot or an invisible character.
_GAP: Final = "[ \u00a0\\-‐‑–ـ./\u200b-\u200f\u2060\u2066-\u2069]{0,2}"
_NUMBER: Final = re.compile(rf"(?<![\w+])\+?\d(?:{_GAP}\d){{7,25}}(?!\w)")
_IBAN: Final = re.compile(rf"(?<!\w)(?i:IR){_GAP}\d(?:{_GAP}\d){{23}}(?!\w)")
_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}(?![\w-])"
)
_MOBILE: Final = re.compile(r"(?:\+?98|0098|0)?9\d{9}")
_TELEPHONE: Final = re.compile(r"(?:\+98|0098|0)[1-8]\d{9}")
#: Replaces a masked letter or digit.
DOT: Final = "•"


def personal_data(text: str) -> tuple[PersonalDataMatch, ...]:
    """Returns the personal data in `text`, in order and without overlaps."""
    digits = latin_digits(text)
    found = [PersonalDataMatch(Personal.EMAIL, *match.span()) for match in _EMAIL.finditer(digits)]
    found += [PersonalDataMatch(Personal.ACCOUNT, *match.span()) for match in _IBAN.finditer(digits)]
    for match in _NUMBER.finditer(digits):
        kind = _kind(re.sub(r"[^\d+]", "", match[0]))
        if kind is not None:
            found.append(PersonalDataMatch(kind, *match.span()))
    found.sort(key=lambda one: (one.start, -one.end))
    apart: list[PersonalDataMatch] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return tuple(apart)


def masked(text: str) -> str:
    """Replaces every letter and digit of personal data by a dot; the length stays the same."""
    shown = list(text)
    for one in personal_data(text):
        for at in range(one.start, one.end):
            if text[at].isalnum():
                shown[at] = DOT
    return "".join(shown)


def digits_apart(number: str) -> re.Pattern[str]:
    """Returns a pattern that finds this number in Latin digits.

    It accepts separators, and a missing leading zero.
    """
    zero = "0?" if number.startswith("0") else ""
    return re.compile(rf"(?<!\d){zero}{_GAP.join(number.removeprefix('0'))}(?!\d)")


def _kind(number: str) -> Personal | None:
    if _MOBILE.fullmatch(number):
        return Personal.MOBILE
    if _TELEPHONE.fullmatch(number):
        return Personal.TELEPHONE
    if len(number) == 10:
        try:
            valid_national_id(number)
        except InvalidValueError:
            return None
        return Personal.NATIONAL_ID
    return Personal.ACCOUNT if len(number) == 16 and _luhn(number) else None


def _luhn(number: str) -> bool:
    """Whether the check digit of a bank card is valid."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(number)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
