"""Validates identifiers of persons: national ID and mobile number, in digits of any script."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits

_MOBILE: Final = re.compile(r"(?:\+98|0098|98|0)?(9\d{9})")
_EMAIL: Final = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")
#: Marks between the digits of a number; the same as in `app.bare_identifier` and `app.identifies`.
_MARKS: Final = re.compile("[-\\s().\u00a0\u2000-\u200f\u2010-\u2013\u202a-\u202e\u2060-\u2069\ufeff]")
_ADDRESS: Final = re.compile(r"\S@\S")
_LONG_NUMBER: Final = re.compile(r"(?:\+|ir)?[0-9]{7,26}")
_DAY: Final = re.compile(r"\s*(?:1[34]|20)[0-9]{2}[-.][0-9]{1,2}[-.][0-9]{1,2}(?:[^0-9]|$)")
_LONGEST_IDENTIFIER: Final = 200


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


def bare_identifier(words: str) -> str:
    """Returns a number or an address without spaces and marks, in Latin digits and small letters."""
    return _MARKS.sub("", latin_digits(words)).lower()


def identifies(words: str) -> bool:
    """Whether words are a number or an address by which somebody is reached or known, and no day."""
    if len(words) > _LONGEST_IDENTIFIER:
        return False
    if _ADDRESS.search(words):
        return True
    return _LONG_NUMBER.fullmatch(bare_identifier(words)) is not None and not _DAY.match(latin_digits(words))


def reachable(sender: str) -> str:
    """Returns the mobile number (`09…`) or the e-mail address that a sender left; empty for anything else."""
    mobile = mobile_in(bare_identifier(sender))
    if mobile is not None:
        return mobile
    return sender.strip() if takes_mail(sender.strip()) else ""


def takes_mail(address: str) -> bool:
    """Whether an e-mail can be sent to an address; mail servers accept other characters only with extensions."""
    try:
        return valid_email(address).isascii() and not any(one in ' "(),:;<>[]\\' for one in address)
    except InvalidValueError:
        return False


def valid_email(text: str) -> str:
    """Returns an e-mail address, stripped. Raises `InvalidValueError`."""
    typed = text.strip()
    if len(typed) > 120 or not _EMAIL.fullmatch(typed):
        raise InvalidValueError(field="email", reason="email_form", value=text[:40])
    return typed
