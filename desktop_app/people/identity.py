"""Validates identifiers of persons: national ID and mobile number, in digits of any script."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits

_MOBILE: Final = re.compile(r"(?:\+98|0098|98|0)?(9\d{9})")
_EMAIL: Final = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")


class Group(StrEnum):
    """The group of a petitioner (گروه)."""

    CITIZEN = "citizen"
    ARTIST = "artist"
    MEDIA = "media"
    PUBLISHER = "publisher"
    EXPERT = "expert"
    INSTITUTE = "institute"
    OFFICIAL = "official"


def valid_national_id(text: str) -> str:
    """Returns the ten Latin digits of a national ID (کد ملی). Raises `InvalidValueError`.

    The check digit is the weighted sum of the first nine digits modulo 11. IDs of one repeated digit satisfy
    that but were never issued. Spreadsheets drop leading zeros, so eight and nine digits are padded.
    """
    typed = re.sub(r"[\s\-\u200c\u200e\u200f]", "", latin_digits(text))
    number = typed.zfill(10) if 8 <= len(typed) <= 10 else typed
    if not re.fullmatch(r"\d{10}", number):
        raise InvalidValueError(field="national_id", reason="ten_digits", value=text[:20])
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(number[:9])) % 11
    expected = total if total < 2 else 11 - total
    if int(number[9]) != expected or len(set(number)) == 1:
        raise InvalidValueError(field="national_id", reason="check_digit", value=text[:20])
    return number


def valid_mobile(text: str) -> str:
    """Returns a mobile number as `09…`, eleven Latin digits. Raises `InvalidValueError`."""
    typed = re.sub(r"[\s\-()\u200c\u200e\u200f]", "", latin_digits(text))
    match = _MOBILE.fullmatch(typed)
    if not match:
        raise InvalidValueError(field="mobile", reason="mobile_form", value=text[:20])
    return "0" + match[1]


def mobile_in(words: str) -> str | None:
    """Returns the mobile number in `words`; None where it is a name or another number."""
    try:
        return valid_mobile(words)
    except InvalidValueError:
        return None


def whole_number(words: str) -> str:
    """Returns the mobile number or national ID that `words` are; empty for anything else."""
    for valid in (valid_mobile, valid_national_id):
        try:
            return valid(words)
        except InvalidValueError:
            continue
    return ""


def valid_email(text: str) -> str:
    """Returns an e-mail address, stripped. Raises `InvalidValueError`."""
    typed = text.strip()
    if len(typed) > 120 or not _EMAIL.fullmatch(typed):
        raise InvalidValueError(field="email", reason="email_form", value=text[:40])
    return typed
