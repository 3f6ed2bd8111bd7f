"""The languages of the program, and the one in use.

`LANGUAGES` is the only list of them. To add a language, add an entry here and, unless it is the source language,
the file `translations/mosharekat_CODE.ts`. Messages (`wording`), digits and dates (`persian`) and the layout
direction of windows all read `language_in_use()`, so they always agree.

The calendar is Jalali in every language. The order of day, month and year is fixed, because `persian.day_ranges`
parses what `persian.dates` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Final, TypeVar

#: The default language, and the language of all letters to citizens.
PERSIAN: Final = "fa"
#: The language of the source strings. It has no translation file.
SOURCE: Final = "en"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """The conventions of a language. The defaults are those of English."""

    #: ISO 639 code, as `QLocale` and `<html lang>` take it.
    code: str
    #: The name of the language in the language itself.
    name: str
    right_to_left: bool = False
    #: The ten digits, starting with zero.
    digits: str = "0123456789"
    thousands: str = ","
    decimal: str = "."
    #: The Jalali months, starting with Farvardin.
    months: tuple[str, ...] = (
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
        "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
    )  # fmt: skip
    #: Indexed by `date.weekday()`, starting with Monday.
    weekdays: tuple[str, ...] = (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    )  # fmt: skip
    #: The format of a year on its own, with the placeholder `{year}`.
    year: str = "{year}"
    #: Whether the command line prints days as ISO dates and periods in the form that it also accepts as input.
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
    """Returns the language of the current context. A new thread starts in Persian unless it gets a context
    (`ui.jobs`)."""
    return _in_use.get()


def use_language(code: str, *, latin_digits: bool = False) -> None:
    """Sets the language of the current context. Raises KeyError for a code that is not in `LANGUAGES`.

    With `latin_digits`, what this context shows has the digits and marks of English; letters and messages, which are
    written `in_language`, keep their own.
    """
    language, source = LANGUAGES[code], LANGUAGES[SOURCE]
    if latin_digits:
        language = replace(language, digits=source.digits, thousands=source.thousands, decimal=source.decimal)
    _in_use.set(language)


def in_language(code: str, work: Callable[[], T]) -> T:
    """Calls `work` in another language and returns its result. Raises KeyError as `use_language` does."""
    token = _in_use.set(LANGUAGES[code])
    try:
        return work()
    finally:
        _in_use.reset(token)
