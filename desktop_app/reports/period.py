"""The time that a report is about: a Jalali month, a quarter (three of them), a year, or any days. Pure.

Each knows what it is compared with: the one before, and the same one last year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    JalaliDay,
    JalaliMonth,
    parse_date,
    short_date,
    year_title,
)
from desktop_app.persian.day_ranges import DayRange
from desktop_app.persian.digits import latin_digits
from desktop_app.wording import PERSIAN, fill, language_in_use, translate

#: More than this many days are more than a page of figures can say anything about.
LONGEST: Final = 5 * 366
_QUARTER: Final = re.compile(r"(\d{4})[-/]?Q([1-4])", re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}")


class PeriodKind(StrEnum):
    """What a period is called after."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both in it; days are days in Tehran. Made by `month`, `quarter`, `year` and `between`:
    days that are just a month, a quarter or a year are that."""

    first: date
    last: date
    kind: PeriodKind

    @classmethod
    def month(cls, month: JalaliMonth) -> Period:
        return cls(month.first_day, month.last_day, PeriodKind.MONTH)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """The first quarter (1) is spring, the last (4) winter."""
        last = JalaliMonth(year, quarter * 3)
        return cls(JalaliMonth(year, quarter * 3 - 2).first_day, last.last_day, PeriodKind.QUARTER)

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(JalaliMonth(year, 1).first_day, JalaliMonth(year, 12).last_day, PeriodKind.YEAR)

    @classmethod
    def between(cls, first: date, last: date) -> Period:
        """Any days. Raises `InvalidValueError` where they are reversed, or too many."""
        if last < first:
            raise InvalidValueError(field="date", reason="days_reversed", value="")
        if (last - first).days >= LONGEST:
            raise InvalidValueError(field="date", reason="out_of_range", value="")
        begin = JalaliMonth.of(first)
        for whole in (
            cls.month(begin),
            cls.quarter(begin.year, (begin.month + 2) // 3),
            cls.year(begin.year),
        ):
            if (whole.first, whole.last) == (first, last):
                return whole
        return cls(first, last, PeriodKind.RANGE)

    @classmethod
    def of(cls, kind: PeriodKind, day: date) -> Period:
        """The month, quarter or year in which a day lies; as a range, that day's month so far is as good as any."""
        month = JalaliMonth.of(day)
        match kind:
            case PeriodKind.QUARTER:
                return cls.quarter(month.year, (month.month + 2) // 3)
            case PeriodKind.YEAR:
                return cls.year(month.year)
            case _:
                return cls.month(month)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Reads `1405-08`, `1405-Q3`, `1405`, `1405-08-01..1405-08-15`, in any digits. Raises `InvalidValueError`."""
        written = latin_digits(text).strip()
        quarter = _QUARTER.fullmatch(written)
        year = int(quarter[1]) if quarter else int(written) if _YEAR.fullmatch(written) else FIRST_YEAR
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise InvalidValueError(field="month", reason="no_such_month", value=text[:20])
        if quarter:
            return cls.quarter(year, int(quarter[2]))
        if _YEAR.fullmatch(written):
            return cls.year(year)
        if ".." in written:
            first, last = written.split("..", 1)
            return cls.between(parse_date(first), parse_date(last))
        return cls.month(JalaliMonth.parse(text))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def before(self) -> Period:
        """The one that ended the day before: a month before a month; of any days, as many before them."""
        end = self.first - timedelta(days=1)
        if self.kind is PeriodKind.RANGE:
            return Period(end - timedelta(days=self.days - 1), end, PeriodKind.RANGE)
        return Period.of(self.kind, end)

    def next(self) -> Period:
        """The one that begins the day after."""
        begin = self.last + timedelta(days=1)
        if self.kind is PeriodKind.RANGE:
            return Period(begin, begin + timedelta(days=self.days - 1), PeriodKind.RANGE)
        return Period.of(self.kind, begin)

    def year_before(self) -> Period:
        """The same one last year, by the Jalali calendar; 30 Esfand is the last of the month where there is none."""
        if self.kind is not PeriodKind.RANGE:
            return Period.of(self.kind, _a_year_before(self.first))
        return Period(_a_year_before(self.first), _a_year_before(self.last), PeriodKind.RANGE)

    def months(self, count: int) -> tuple[JalaliMonth, ...]:
        """The `count` months that end with the one of the last day, the oldest first."""
        found = [JalaliMonth.of(self.last)]
        while len(found) < count:
            found.append(found[-1].previous())
        return tuple(reversed(found))

    @property
    def title(self) -> str:
        """«آبان ۱۴۰۵», «سه‌ماههٔ سوم ۱۴۰۵», «سال ۱۴۰۵», «۱ تا ۱۵ آبان ۱۴۰۵»."""
        begin = JalaliDay.of(self.first)
        match self.kind:
            case PeriodKind.MONTH:
                return JalaliMonth(begin.year, begin.month).title
            case PeriodKind.QUARTER:
                return fill(_quarters()[(begin.month - 1) // 3], year=begin.year)
            case PeriodKind.YEAR:
                return year_title(begin.year)
            case _:
                words = translate("Period", "{first} to {last}")
                whole = DayRange(self.first, self.last).title() if language_in_use().code == PERSIAN else ""
                return whole or fill(words, first=short_date(self.first), last=short_date(self.last))

    @property
    def code(self) -> str:
        """What `parse` reads again."""
        begin = JalaliDay.of(self.first)
        match self.kind:
            case PeriodKind.MONTH:
                return f"{begin.year:04}-{begin.month:02}"
            case PeriodKind.QUARTER:
                return f"{begin.year:04}-Q{(begin.month + 2) // 3}"
            case PeriodKind.YEAR:
                return f"{begin.year:04}"
            case _:
                return "..".join(_day_code(day) for day in (self.first, self.last))


def _day_code(day: date) -> str:
    jalali = JalaliDay.of(day)
    return f"{jalali.year:04}-{jalali.month:02}-{jalali.day:02}"


def _a_year_before(day: date) -> date:
    jalali = JalaliDay.of(day)
    month = JalaliMonth(jalali.year - 1, jalali.month)
    return JalaliDay(month.year, month.month, min(jalali.day, month.days)).to_date()


def _quarters() -> tuple[str, str, str, str]:
    return (
        translate("Period", "first quarter of {year}"),
        translate("Period", "second quarter of {year}"),
        translate("Period", "third quarter of {year}"),
        translate("Period", "fourth quarter of {year}"),
    )
