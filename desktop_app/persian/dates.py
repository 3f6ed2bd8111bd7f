"""Parses and formats Jalali dates. A day is a `datetime.date`; dates are formatted in the language in use.

All days are days in Tehran. Years outside 1300 to 1500 are refused: within them, persiantools agrees with the
astronomical equinox.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from persiantools.jdatetime import JalaliDate

from desktop_app.clock import TEHRAN
from desktop_app.errors import InvalidValueError
from desktop_app.languages import LANGUAGES, PERSIAN, language_in_use
from desktop_app.persian.digits import digits, latin_digits

#: The Persian names of the months.
MONTHS: Final = LANGUAGES[PERSIAN].months
FIRST_YEAR: Final = 1300
LAST_YEAR: Final = 1500
_DATE: Final = re.compile(r"(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\S*)?")


def month_name(month: int) -> str:
    """Returns the name of a month, 1 to 12."""
    return language_in_use().months[month - 1]


def weekday_name(day: date) -> str:
    return language_in_use().weekdays[day.weekday()]


@dataclass(frozen=True, slots=True, order=True)
class JalaliDay:
    """A day as Jalali year, month (1 to 12) and day of the month (1 to 31)."""

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, day: date) -> JalaliDay:
        made = JalaliDate(day)
        return cls(made.year, made.month, made.day)

    def to_date(self) -> date:
        """Converts to a `date`. Raises ValueError if there is no such day."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError("year out of range")
        made: date = JalaliDate(self.year, self.month, self.day).to_gregorian()
        return made


@dataclass(frozen=True, slots=True, order=True)
class JalaliMonth:
    """A month of the Jalali calendar; `month` is 1 to 12."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> JalaliMonth:
        made = JalaliDay.of(day)
        return cls(made.year, made.month)

    @classmethod
    def parse(cls, text: str) -> JalaliMonth:
        """Parses `1405-08` or `۱۴۰۵/۸`. Raises `InvalidValueError`."""
        match = re.fullmatch(r"\s*(\d{4})[-/](\d{1,2})\s*", latin_digits(text))
        if match:
            made = cls(int(match[1]), int(match[2]))
            if FIRST_YEAR <= made.year <= LAST_YEAR and 1 <= made.month <= 12:
                return made
        raise InvalidValueError(field="month", reason="no_such_month", value=text[:20])

    @property
    def first_day(self) -> date:
        return JalaliDay(self.year, self.month, 1).to_date()

    @property
    def last_day(self) -> date:
        return self.first_day + timedelta(days=self.days - 1)

    @property
    def days(self) -> int:
        """Returns the number of days: 29, 30 or 31."""
        return int(JalaliDate.days_in_month(self.month, self.year))

    def next(self) -> JalaliMonth:
        return JalaliMonth(self.year + self.month // 12, self.month % 12 + 1)

    def previous(self) -> JalaliMonth:
        return JalaliMonth(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    @property
    def title(self) -> str:
        """Returns, for example, «آبان ۱۴۰۵»."""
        return f"{month_name(self.month)} {digits(self.year)}"

    @property
    def code(self) -> str:
        """Returns, for example, `1405-08`: the form that the command line accepts."""
        return f"{self.year:04}-{self.month:02}"


def tehran_day(moment: datetime) -> date:
    """Returns the day in Tehran at `moment`, which must be timezone-aware."""
    return moment.astimezone(TEHRAN).date()


def start_of_day(day: date) -> datetime:
    """Returns the moment at which `day` starts in Tehran, as aware UTC."""
    return datetime.combine(day, time.min, tzinfo=TEHRAN).astimezone(UTC)


def plain_date(day: date) -> str:
    """Returns `1405/09/03` in every language, for files that programs read."""
    made = JalaliDay.of(day)
    return f"{made.year:04}/{made.month:02}/{made.day:02}"


def short_date(day: date) -> str:
    """Returns «۱۴۰۵/۰۹/۰۳», for tables."""
    return digits(plain_date(day))


def long_date(day: date) -> str:
    """Returns «۳ آذر ۱۴۰۵»."""
    made = JalaliDay.of(day)
    return digits(f"{made.day} {month_name(made.month)} {made.year}")


def day_and_month(day: date) -> str:
    """Returns «۳ آذر», for places where the year is obvious."""
    made = JalaliDay.of(day)
    return digits(f"{made.day} {month_name(made.month)}")


def year_title(year: int) -> str:
    """Returns «سال ۱۴۰۵»."""
    return language_in_use().year.format(year=digits(year))


def full_date(day: date) -> str:
    """Returns «سه‌شنبه ۳ آذر ۱۴۰۵», for tool tips and letters."""
    return f"{weekday_name(day)} {long_date(day)}"


def clock_time(moment: datetime) -> str:
    """Returns the time in Tehran, «۰۹:۱۲»."""
    return digits(moment.astimezone(TEHRAN).strftime("%H:%M"))


def parse_date(text: str) -> date:
    """Parses a Jalali (`1405/9/3`) or Gregorian ISO date (`2026-11-24`), in any digits, and ignores a time of
    day.

    Raises `InvalidValueError` (reasons `not_a_date`, `no_such_date`).
    """
    return parse_moment(text).astimezone(TEHRAN).date()


def parse_moment(text: str) -> datetime:
    """Parses a date with an optional time into UTC. Raises `InvalidValueError` as `parse_date` does.

    A time without a zone is in Tehran; a date without a time is the start of that day.
    """
    match = _DATE.fullmatch(latin_digits(text).strip())
    if not match:
        raise InvalidValueError(field="date", reason="not_a_date", value=text[:30])
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    try:
        if FIRST_YEAR <= year <= LAST_YEAR:
            found = JalaliDay(year, month, day).to_date()
        elif 1900 <= year <= 2200:
            found = date(year, month, day)
        else:
            raise ValueError("year out of range")
        if match[4] is None:
            return start_of_day(found)
        return _moment(found, latin_digits(text).strip(), match)
    except ValueError as error:
        raise InvalidValueError(field="date", reason="no_such_date", value=text[:30]) from error


def _moment(day: date, text: str, match: re.Match[str]) -> datetime:
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    zone = re.search(r"(Z|[+-]\d{2}:?\d{2})$", text[match.end(5) :])
    naive = datetime.combine(day, time(hour, minute, second))
    if zone is None:
        return naive.replace(tzinfo=TEHRAN).astimezone(UTC)
    return datetime.fromisoformat(naive.isoformat() + zone[1].replace("Z", "+00:00")).astimezone(UTC)
