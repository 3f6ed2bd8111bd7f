"""Sample senders: random combinations of common Persian names, with identifiers that no real person has.

National IDs have a valid check digit but start with 99, a prefix that is not in use; mobile numbers start
with 0970, which no operator uses; e-mail addresses use domains reserved for examples.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Final

from desktop_app.sample.pools import pools

#: Groups of senders and their Persian names.
GROUPS: Final[dict[str, str]] = {
    "citizen": "شهروند",
    "artist": "هنرمند",
    "media": "اصحاب رسانه",
    "publisher": "ناشر",
    "expert": "صاحب‌نظر",
    "institute": "مؤسسه فرهنگی و هنری",
}
#: Kinds of organisations and their groups; each kind is also a placeholder and a pool of fictitious names.
ORGANISATIONS: Final[dict[str, str]] = {
    "publisher": "publisher", "mag": "media", "ensemble": "artist", "gallery": "institute", "school": "institute",
    "agency": "institute", "troupe": "artist",
}  # fmt: skip
#: Number of different identifiers; numbers of people are below this.
PEOPLE: Final = 9_000_000
_SCATTER: Final = 1_234_577  # odd and no multiple of 5 or 3: neighbours get codes that look unrelated
_MAIL: Final = ("example.com", "example.org", "example.net")
_LATIN: Final = (
    "maryam", "s.karimi", "ali.rezaei", "negar", "parsa", "h.moradi", "sara84", "m.nouri", "kaveh", "info",
    "nashr", "gallery", "arash.art", "office", "tavakoli", "f.amini", "shahram", "hooman", "leila", "daftar",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A fictitious sender. `national_id` has ten Latin digits, `mobile` eleven and starts with 09."""

    name: str
    woman: bool
    national_id: str
    mobile: str
    email: str


@lru_cache(maxsize=1)
def first_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """First names of women and of men."""
    found = pools("names")
    return tuple(found["women"][0].split()), (*found["men"][0].split(), *found["compound"])


@lru_cache(maxsize=1)
def family_names() -> tuple[str, ...]:
    """Family names without duplicates."""
    return tuple(dict.fromkeys(pools("names")["family"][0].split()))


def organisations(kind: str) -> tuple[str, ...]:
    """Fictitious names of organisations of a kind in `ORGANISATIONS`."""
    return pools("names")[kind]


def national_id(number: int) -> str:
    """The fictitious national ID of person `number` (0 to `PEOPLE` - 1): `99`, seven digits, check digit."""
    body = f"99{number * _SCATTER % 10_000_000:07}"
    return body + str(check_digit(body))


def check_digit(body: str) -> int:
    """The check digit of nine Latin digits by the rule of the civil registry: weights 10 to 2, modulo 11."""
    rest = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
    return rest if rest < 2 else 11 - rest


def mobile(number: int) -> str:
    """The fictitious mobile number of person `number`."""
    return f"0970{(number * _SCATTER + 7_777) % 10_000_000:07}"


def numbered_person(number: int, rng: Random) -> SamplePerson:
    """Returns the fictitious person with the identifiers of `number`."""
    random = rng.random
    woman = random() < 0.48
    names = first_names()[0 if woman else 1]
    families = family_names()
    return SamplePerson(
        name=f"{names[int(random() * len(names))]} {families[int(random() * len(families))]}",
        woman=woman,
        national_id=national_id(number),
        mobile=mobile(number),
        email=f"{_LATIN[int(random() * len(_LATIN))]}{number % 1000}@{_MAIL[int(random() * len(_MAIL))]}",
    )
