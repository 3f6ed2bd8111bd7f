"""Values for the placeholders of sentence templates; each is generated on first use and then kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from desktop_app.persian.dates import MONTHS
from desktop_app.persian.digits import persian_digits
from desktop_app.sample.moments import SampleYears
from desktop_app.sample.pools import pools

_POOLED: Final = (
    "publisher", "mag", "ensemble", "gallery", "school", "agency", "troupe", "book", "film", "play", "album",
    "hall", "city", "street", "browser", "clock", "times",
)  # fmt: skip


class Slots(dict[str, str]):
    """The values of one petition. `day` is the index of its day in `span`, `email` its e-mail address."""

    __slots__ = ("day", "email", "numeric", "random", "since", "span")

    def __init__(self, random: Callable[[], float], span: SampleYears, day: int, email: str) -> None:
        super().__init__()
        self.random = random
        self.span = span
        self.day = day
        self.email = email
        #: Days since the event that the petition is about; used by both {date} and {days}.
        self.since = 6 + int(random() * random() * 80)
        self.numeric = random() < 0.6

    def __missing__(self, slot: str) -> str:
        made = _MAKERS[slot](self)
        self[slot] = made
        return made


def _pooled(entries: tuple[str, ...]) -> Callable[[Slots], str]:
    size = len(entries)
    return lambda slots: entries[int(slots.random() * size)]


@lru_cache(maxsize=1)
def _numbers() -> tuple[str, ...]:
    return tuple(persian_digits(str(number)) for number in range(1000))


def _number(low: int, high: int) -> Callable[[Slots], str]:
    return lambda slots: _numbers()[low + int(slots.random() * (high - low))]


def _days(slots: Slots) -> str:
    return _numbers()[slots.since]


def _date(slots: Slots) -> str:
    return slots.span.named(slots.day - slots.since, numeric=slots.numeric)


def _later_date(slots: Slots) -> str:
    return slots.span.named(slots.day - slots.since // 2, numeric=slots.numeric)


def _future(slots: Slots) -> str:
    return slots.span.named(slots.day + 8 + int(slots.random() * 40), numeric=slots.numeric)


def _month(slots: Slots) -> str:
    return MONTHS[int(slots.random() * 12)]


def _code(slots: Slots) -> str:
    number = int(slots.random() * 900_000) + 100_000
    if slots.random() < 0.25:
        return f"WF-{number}"
    return persian_digits(f"{slots.span.years[slots.day] % 100}{number}")


def _letter(slots: Slots) -> str:
    return persian_digits(f"{int(slots.random() * 80) + 110}/{int(slots.random() * 90_000) + 1000}")


def _isbn(slots: Slots) -> str:
    body = f"978600{int(slots.random() * 900_000) + 100_000}"
    rest = sum(int(digit) * (1 if place % 2 == 0 else 3) for place, digit in enumerate(body)) % 10
    return f"978-600-{body[6:10]}-{body[10:12]}-{(10 - rest) % 10}"


def _amount(slots: Slots) -> str:
    millions = 3 + int(slots.random() * slots.random() * 240)
    unit = "میلیون تومان" if slots.random() < 0.6 else "میلیون ریال"
    return f"{_numbers()[millions if unit.endswith('تومان') else min(millions * 10, 999)]} {unit}"


_MAKERS: Final[dict[str, Callable[[Slots], str]]] = {
    **{name: _pooled(pools("names")[name]) for name in _POOLED},
    "days": _days,
    "date": _date,
    "date2": _later_date,
    "future": _future,
    "month": _month,
    "code": _code,
    "num": _letter,
    "isbn": _isbn,
    "amount": _amount,
    "page": _number(48, 320),
    "count": _number(8, 48),
    "email": lambda slots: slots.email,
}
