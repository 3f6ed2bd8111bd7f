"""Parses date ranges as a person writes them, in any digits: «هفتهٔ گذشته», «مهر ۱۴۰۵», «۱ تا ۱۵ آبان».

This module is pure. A relative range («ماه جاری») is stored as text, so that a saved filter is evaluated on the
day of its use. All others become fixed days. A week runs from Saturday to Friday; days are Tehran's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from desktop_app.errors import InvalidValueError
from desktop_app.languages import LANGUAGES
from desktop_app.persian.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    JalaliDay,
    JalaliMonth,
    long_date,
    parse_date,
    year_title,
)
from desktop_app.persian.text import fold

#: The direction in which a date without a year is resolved: receipt dates are past, deadlines future.
Toward = Literal["past", "future"]
Days = tuple[date | None, date | None]
_MAX_LENGTH: Final = 60
#: The longest relative range, in days: «۳۶۵ روز گذشته» is reasonable, a million days is not.
_MAX_DAYS: Final = 4000


@dataclass(frozen=True, slots=True)
class DayRange:
    """From the first to the last day, both included. None is an open end.

    A relative range has only `words`; its `first` and `last` are None.
    """

    first: date | None = None
    last: date | None = None
    words: str = ""

    def on(self, today: date) -> Days:
        """Returns the first and last day, evaluated on `today`."""
        return _relative(fold(self.words), today) or (None, None) if self.words else (self.first, self.last)

    def title(self) -> str:
        """Returns a text that `parse_days` accepts: «مهر ۱۴۰۵», «۱ تا ۱۵ آبان ۱۴۰۵», «از ۱ مهر ۱۴۰۵».

        Dates are Jalali, in the digits and month names of the language in use; the joining words are Persian.
        """
        first, last = self.first, self.last
        if self.words or (first is None and last is None):
            return self.words
        if first is None or last is None:
            return f"از {long_date(first)}" if first else f"تا {long_date(last)}" if last else ""
        if first == last:
            return long_date(first)
        return _whole(first, last) or f"{long_date(first)} تا {long_date(last)}"


def parse_days(text: str, today: date, *, toward: Toward = "past") -> DayRange:
    """Parses a date range.

    Raises `InvalidValueError` (reasons `empty`, `not_days`, `no_such_date`, `days_reversed`).
    """
    folded = _persian(fold(text))
    if not folded:
        raise InvalidValueError(field="date", reason="empty", value="")
    if len(folded) > _MAX_LENGTH:
        raise _unread(text)
    relative = _relative(folded, today)
    if relative is not None:
        return DayRange(words=" ".join(text.split()) if fold(text) == folded else folded)
    first, last = _between(folded, today, toward, text)
    if first is not None and last is not None and last < first:
        raise InvalidValueError(field="date", reason="days_reversed", value=text[:30])
    return DayRange(first, last)


def end_of_week(day: date) -> date:
    """Returns the Friday of the week of `day`. Weeks start on Saturday."""
    return day + timedelta(days=(4 - day.weekday()) % 7)


# Relative ranges


def _week(today: date, by: int) -> Days:
    last = end_of_week(today) + timedelta(weeks=by)
    return last - timedelta(days=6), last


def _month(today: date, by: int) -> Days:
    month = JalaliMonth.of(today)
    month = month.next() if by > 0 else month.previous() if by < 0 else month
    return month.first_day, month.last_day


def _year(today: date, by: int) -> Days:
    return _of_year(JalaliDay.of(today).year + by)


def _day(today: date, by: int) -> Days:
    day = today + timedelta(days=by)
    return day, day


_NAMED: Final[dict[str, tuple[Callable[[date, int], Days], int]]] = {
    "امروز": (_day, 0), "دیروز": (_day, -1), "پریروز": (_day, -2), "فردا": (_day, 1), "پس فردا": (_day, 2),
    "امسال": (_year, 0), "پارسال": (_year, -1),
}  # fmt: skip
_UNITS: Final[dict[str, Callable[[date, int], Days]]] = {"هفته": _week, "ماه": _month, "سال": _year}
_NOW: Final = ("جاری", "کنونی", "فعلی")
_BEFORE: Final = ("گذشته", "پیش", "قبل", "قبلی", "پیشین")
_AFTER: Final = ("اینده", "بعد", "بعدی", "دیگر")
_LAST_DAYS: Final = re.compile(r"(\d{1,4}) (روز|هفته) (گذشته|اخیر|پیش|اینده|بعد)")
_LENGTHS: Final = {"روز": 1, "هفته": 7}


def _relative(folded: str, today: date) -> Days | None:
    if folded in _NAMED:
        what, by = _NAMED[folded]
        return what(today, by)
    counted = _LAST_DAYS.fullmatch(folded)
    if counted:
        days = int(counted[1]) * _LENGTHS[counted[2]]
        if not 1 <= days <= _MAX_DAYS:
            return None
        along = timedelta(days=days - 1)
        return (today, today + along) if counted[3] in _AFTER else (today - along, today)
    parts = folded.split()
    if len(parts) != 2:
        return None
    if parts[0] == "این" and parts[1] in _UNITS:
        return _UNITS[parts[1]](today, 0)
    if parts[0] in _UNITS:
        for by, known in ((0, _NOW), (-1, _BEFORE), (1, _AFTER)):
            if parts[1] in known:
                return _UNITS[parts[0]](today, by)
    return None


# Absolute ranges


_MONTHS: Final = {fold(name): number for number, name in enumerate(MONTHS, 1)} | {"امرداد": 5}
_YEAR: Final = re.compile(r"(?:سال )?(1[345]\d\d)")
_MONTH_BY_NUMBER: Final = re.compile(r"(1[345]\d\d)[/\-.](\d{1,2})")
_FROM_TO: Final = re.compile(r"(?:از )?(.+?) (?:تا|الی) (?:پایان |اخر )?(.+)")
_SINCE: Final = re.compile(r"از (.+?)(?: به بعد| تاکنون| تا کنون| تا امروز)?|(.+?) به بعد")
_UNTIL: Final = re.compile(r"تا (?:پایان |اخر )?(.+)")
_BEFORE_THAT: Final = re.compile(r"(?:پیش|قبل) از (.+)")
_AFTER_THAT: Final = re.compile(r"(?:پس|بعد) از (.+)")
_ORDINALS: Final = {"اول": 1, "یکم": 1}


def _between(folded: str, today: date, toward: Toward, text: str) -> Days:
    one = _span(folded, today, toward, text)
    if one is not None:
        return one
    since = _SINCE.fullmatch(folded)
    if since and (opened := _span(since[1] or since[2], today, toward, text)):
        return opened[0], None
    both = _FROM_TO.fullmatch(folded)
    if both:
        return _from_to(both[1], both[2], today, toward, text)
    for pattern, pick in ((_UNTIL, _until), (_BEFORE_THAT, _before), (_AFTER_THAT, _after)):
        found = pattern.fullmatch(folded)
        if found and (named := _span(found[1], today, toward, text)):
            return pick(named)
    raise _unread(text)


def _until(named: Days) -> Days:
    return None, named[1]


def _before(named: Days) -> Days:
    return None, named[0] - timedelta(days=1) if named[0] else None


def _after(named: Days) -> Days:
    return named[1] + timedelta(days=1) if named[1] else None, None


def _from_to(left: str, right: str, today: date, toward: Toward, text: str) -> Days:
    """Parses a range whose left side takes missing parts from the right side.

    Examples: «۱ تا ۱۵ آبان», «مهر تا آبان ۱۴۰۵», «۱ دی تا ۳ بهمن ۱۴۰۴».
    """
    end = _span(right, today, toward, text)
    if end is None or end[1] is None:
        raise _unread(text)
    closing = JalaliDay.of(end[1])
    number = re.fullmatch(r"\d{1,2}|اول|یکم", left)
    if number:
        day = _ORDINALS.get(left) or int(left)
        return _made(closing.year, closing.month, day, text), end[1]
    begin = _span(left, today, toward, text, year=closing.year)
    if begin is None:
        raise _unread(text)
    if begin[0] and begin[0] > end[1] and not re.search(r"\d{4}", left):
        # «۱ دی تا ۳ بهمن» is within one year, «۱ بهمن تا ۳ فروردین ۱۴۰۵» spans two.
        begin = _span(left, today, toward, text, year=closing.year - 1)
    return (begin[0] if begin else None), end[1]


def _span(folded: str, today: date, toward: Toward, text: str, year: int | None = None) -> Days | None:
    """Parses a single day, month or year. Returns None if `folded` is none of them."""
    relative = _relative(folded, today)
    if relative is not None:
        return relative
    if match := _YEAR.fullmatch(folded):
        return _of_year(int(match[1])) if FIRST_YEAR <= int(match[1]) <= LAST_YEAR else None
    if match := _MONTH_BY_NUMBER.fullmatch(folded):
        month = JalaliMonth.parse(f"{match[1]}-{match[2]}")
        return month.first_day, month.last_day
    if re.fullmatch(r"\d{4}[/\-.]\d{1,2}[/\-.]\d{1,2}", folded):
        day = parse_date(folded)
        return day, day
    return _parse_words(folded.split(), today, toward, text, year)


def _parse_words(parts: list[str], today: date, toward: Toward, text: str, year: int | None) -> Days | None:
    """Parses «۳ مهر ۱۴۰۵», «اول مهر», «مهر ماه ۱۴۰۵», «مهر»."""
    parts = [part for part in parts if part not in ("ماه", "سال")]
    day = None
    if len(parts) > 1 and (re.fullmatch(r"\d{1,2}", parts[0]) or parts[0] in _ORDINALS):
        day = _ORDINALS.get(parts[0]) or int(parts[0])
        parts = parts[1:]
    if not parts or parts[0] not in _MONTHS or len(parts) > 2:
        return None
    number = _MONTHS[parts[0]]
    if len(parts) == 2:
        if not re.fullmatch(r"1[345]\d\d", parts[1]):
            return None
        year = int(parts[1])
    if year is None:
        year = _year_of(number, day, today, toward)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError(field="date", reason="no_such_date", value=text[:30])
    if day is not None:
        found = _made(year, number, day, text)
        return found, found
    month = JalaliMonth(year, number)
    return month.first_day, month.last_day


def _year_of(month: int, day: int | None, today: date, toward: Toward) -> int:
    """Returns the year of a date without one: the latest that has begun, or the next that has not ended."""
    now = JalaliDay.of(today)
    if toward == "past":
        return now.year - ((month, day or 1) > (now.month, now.day))
    return now.year + ((month, day or 31) < (now.month, now.day))


def _made(year: int, month: int, day: int, text: str) -> date:
    try:
        return JalaliDay(year, month, day).to_date()
    except ValueError as error:
        raise InvalidValueError(field="date", reason="no_such_date", value=text[:30]) from error


def _of_year(year: int) -> Days:
    return JalaliMonth(year, 1).first_day, JalaliMonth(year, 12).last_day


def _whole(first: date, last: date) -> str:
    """Returns the title of the month or year that is exactly this range, or an empty string."""
    begin = JalaliDay.of(first)
    month = JalaliMonth(begin.year, begin.month)
    if (first, last) == (month.first_day, month.last_day):
        return month.title
    if (first, last) == _of_year(begin.year):
        return year_title(begin.year)
    return ""


def _unread(text: str) -> InvalidValueError:
    return InvalidValueError(field="date", reason="not_days", value=text[:30])


# English input is translated to Persian before parsing


_ENGLISH: Final = {
    "today": "امروز", "yesterday": "دیروز", "tomorrow": "فردا",
    "this week": "این هفته", "last week": "هفته گذشته", "next week": "هفته اینده",
    "this month": "این ماه", "last month": "ماه گذشته", "next month": "ماه اینده",
    "this year": "امسال", "last year": "پارسال", "next year": "سال اینده",
}  # fmt: skip
_ENGLISH_JOINTS: Final = (
    (re.compile(r"\b(?:last|past) (\d+) days\b"), r"\1 روز گذشته"),
    (re.compile(r"\bnext (\d+) days\b"), r"\1 روز اینده"),
    (re.compile(r"\b(?:from|since)\b"), "از"), (re.compile(r"\b(?:to|until|till)\b"), "تا"),
    (re.compile(r"\bbefore\b"), "پیش از"), (re.compile(r"\bafter\b"), "پس از"),
)  # fmt: skip


def _persian(folded: str) -> str:
    folded = re.sub(r" ?[–—] ?", " تا ", folded).strip()
    if folded.isascii() and not re.search("[a-z]", folded):
        return folded
    for english, persian in _ENGLISH.items():
        folded = re.sub(rf"\b{english}\b", persian, folded)
    for pattern, persian in _ENGLISH_JOINTS:
        folded = pattern.sub(persian, folded)
    others = [language.months for language in LANGUAGES.values() if language.months != MONTHS]
    for months in others:
        for name, persian in zip(months, MONTHS, strict=True):
            folded = re.sub(rf"\b{re.escape(fold(name))}\b", fold(persian), folded)
    return folded
