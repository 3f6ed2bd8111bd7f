"""The languages of the program, and the one in use.

`LANGUAGES` is the only list of them. A further language needs an entry here and, unless it is the source, the file
`translations/mosharekat_CODE.ts`. Words (`wording`), digits and dates (`persian`) and the direction of windows all
read `language_in_use()`, so they never disagree.

The calendar is Jalali in every language, and the order of day, month and year is fixed: `persian.day_ranges` reads
what `persian.dates` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, TypeVar

#: Citizens are written to in this language. It is the default.
PERSIAN: Final = "fa"
#: The language of the source strings: it has no file.
SOURCE: Final = "en"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is written. The defaults are those of English."""

    #: ISO 639 code, as `QLocale` and `<html lang>` take it.
    code: str
    #: What the language calls itself.
    name: str
    right_to_left: bool = False
    #: The ten digits, zero first.
    digits: str = "0123456789"
    thousands: str = ","
    decimal: str = "."
    #: The Jalali months, Farvardin first.
    months: tuple[str, ...] = (
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
        "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
    )  # fmt: skip
    #: By `date.weekday()`, Monday first.
    weekdays: tuple[str, ...] = (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    )  # fmt: skip
    #: A year on its own, with `{year}`.
    year: str = "{year}"
    #: Whether the command line prints days as ISO dates and periods as the codes that it accepts.
    iso_dates: bool = False


LANGUAGES: Final[Mapping[str, Language]] = {
    language.code: language
    for language in (
        Language(
            PERSIAN,
            "فارسی",
            right_to_left=True,
            digits="۰۱۲۳۴۵۶۷۸۹",
            thousands="٬",
            decimal="٫",
            months=(
                "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
            ),
            weekdays=("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
            year="سال {year}",
        ),
        Language(SOURCE, "English", iso_dates=True),
    )
}  # fmt: skip

_in_use: Final[ContextVar[Language]] = ContextVar("language", default=LANGUAGES[PERSIAN])


def language_in_use() -> Language:
    """The language of the current context. A thread begins in Persian unless it is given a context (`ui.jobs`)."""
    return _in_use.get()


def use_language(code: str) -> None:
    """Chooses the language of the current context. Raises KeyError for a code that is not in `LANGUAGES`."""
    _in_use.set(LANGUAGES[code])


def in_language(code: str, work: Callable[[], T]) -> T:
    """The result of `work`, done in another language. Raises KeyError as `use_language` does."""
    token = _in_use.set(LANGUAGES[code])
    try:
        return work()
    finally:
        _in_use.reset(token)
