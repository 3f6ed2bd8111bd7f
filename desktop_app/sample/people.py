"""Made senders: common Persian names put together at random, and codes that no real person carries.

National IDs have a right check digit but begin with 99, a prefix that no registry office was given; mobile
numbers begin with 0970, which no operator uses; e-mail addresses end in a domain that is reserved for
examples.
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
#: Kinds of organisations and their groups; each is a slot of the sentence templates and a pool of made names.
ORGANISATIONS: Final[dict[str, str]] = {
    "publisher": "publisher", "mag": "media", "ensemble": "artist", "gallery": "institute", "school": "institute",
    "agency": "institute", "troupe": "artist",
}  # fmt: skip
#: How many different codes there are; people are numbered below this.
PEOPLE: Final = 9_000_000
_SCATTER: Final = 1_234_577  # odd and no multiple of 5 or 3: neighbours get codes that look unrelated
_MAIL: Final = ("example.com", "example.org", "example.net")
_LATIN: Final = (
    "maryam", "s.karimi", "ali.rezaei", "negar", "parsa", "h.moradi", "sara84", "m.nouri", "kaveh", "info",
    "nashr", "gallery", "arash.art", "office", "tavakoli", "f.amini", "shahram", "hooman", "leila", "daftar",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A made sender. `national_id` is ten Latin digits, `mobile` eleven beginning with 09."""

    name: str
    woman: bool
    national_id: str
    mobile: str
    email: str


@lru_cache(maxsize=1)
def first_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """First names of women, and of men."""
    found = pools("names")
    return tuple(found["women"][0].split()), (*found["men"][0].split(), *found["compound"])


@lru_cache(maxsize=1)
def family_names() -> tuple[str, ...]:
    """Family names, each once."""
    return tuple(dict.fromkeys(pools("names")["family"][0].split()))


def organisations(kind: str) -> tuple[str, ...]:
    """Made names of organisations of a kind in `ORGANISATIONS`."""
    return pools("names")[kind]


def national_id(number: int) -> str:
    """The made national ID of person `number` (0 to `PEOPLE` - 1): `99`, seven digits, the check digit."""
    body = f"99{number * _SCATTER % 10_000_000:07}"
    return body + str(check_digit(body))


def check_digit(body: str) -> int:
    """The tenth digit that the civil registry's rule gives nine Latin digits: weights 10 to 2, modulo 11."""
    rest = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
    return rest if rest < 2 else 11 - rest


def mobile(number: int) -> str:
    """The made mobile number of person `number`."""
    return f"0970{(number * _SCATTER + 7_777) % 10_000_000:07}"


def numbered_person(number: int, rng: Random) -> SamplePerson:
    """The made person who carries the codes of `number`."""
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
