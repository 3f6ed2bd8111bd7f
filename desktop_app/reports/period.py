"""The period of a report: a week, a Jalali month, a quarter (three months), a year, or any range of days. Pure.

Each period knows its two reference periods: the previous one, and the same one a year earlier.
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
    day_and_month,
    long_date,
    parse_date,
    short_date,
    year_title,
)
from desktop_app.persian.day_ranges import DayRange, end_of_week
from desktop_app.persian.digits import digits, latin_digits
from desktop_app.wording import PERSIAN, fill, language_in_use, translate

#: Maximum number of days; a page of figures cannot describe a longer period.
LONGEST: Final = 5 * 366
_QUARTER: Final = re.compile(r"(\d{4})[-/]?Q([1-4])", re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}")


class PeriodKind(StrEnum):
    """The calendar unit of a period."""

    #: From Saturday to Friday.
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included, in Tehran.

    Use `week`, `month`, `quarter`, `year` and `between`; a range that is exactly one of them gets that kind.
    """

    first: date
    last: date
    kind: PeriodKind

    @classmethod
    def week(cls, day: date) -> Period:
        """Returns the week that contains `day`."""
        last = end_of_week(day)
        return cls(last - timedelta(days=6), last, PeriodKind.WEEK)

    @classmethod
    def month(cls, month: JalaliMonth) -> Period:
        return cls(month.first_day, month.last_day, PeriodKind.MONTH)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Returns a quarter of a Jalali year: 1 is spring, 4 is winter."""
        last = JalaliMonth(year, quarter * 3)
        return cls(JalaliMonth(year, quarter * 3 - 2).first_day, last.last_day, PeriodKind.QUARTER)

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(JalaliMonth(year, 1).first_day, JalaliMonth(year, 12).last_day, PeriodKind.YEAR)

    @classmethod
    def between(cls, first: date, last: date) -> Period:
        """Returns any range of days. Raises `InvalidValueError` where it is reversed or too long."""
        written = _range_code(first, last)
        if last < first:
            raise InvalidValueError(field="date", reason="days_reversed", value=written)
        if (last - first).days >= LONGEST:
            raise InvalidValueError(field="date", reason="out_of_range", value=written)
        begin = JalaliMonth.of(first)
        for whole in (
            cls.week(first),
            cls.month(begin),
            cls.quarter(begin.year, (begin.month + 2) // 3),
            cls.year(begin.year),
        ):
            if (whole.first, whole.last) == (first, last):
                return whole
        return cls(first, last, PeriodKind.RANGE)

    @classmethod
    def of(cls, kind: PeriodKind, day: date) -> Period:
        """Returns the week, month, quarter or year that contains `day`; a month for `RANGE`."""
        month = JalaliMonth.of(day)
        match kind:
            case PeriodKind.WEEK:
                return cls.week(day)
            case PeriodKind.QUARTER:
                return cls.quarter(month.year, (month.month + 2) // 3)
            case PeriodKind.YEAR:
                return cls.year(month.year)
            case _:
                return cls.month(month)

    @classmethod
    def latest(cls, kind: PeriodKind, yesterday: date) -> Period:
        """Returns the last one that is over; a month for `RANGE`."""
        found = cls.of(kind, yesterday)
        return found if found.last <= yesterday else found.before()

    @classmethod
    def parse(cls, text: str) -> Period:
        """Parses `1405-08`, `1405-Q3`, `1405`, `1405-08-01..1405-08-15` in any digits.

        Raises `InvalidValueError`.
        """
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
        """Returns the preceding period of the same kind; for a range, as many days."""
        end = self.first - timedelta(days=1)
        if self.kind is PeriodKind.RANGE:
            return Period(end - timedelta(days=self.days - 1), end, PeriodKind.RANGE)
        return Period.of(self.kind, end)

    def next(self) -> Period:
        """Returns the following period of the same kind; for a range, as many days."""
        begin = self.last + timedelta(days=1)
        if self.kind is PeriodKind.RANGE:
            return Period(begin, begin + timedelta(days=self.days - 1), PeriodKind.RANGE)
        return Period.of(self.kind, begin)

    def year_before(self) -> Period:
        """Returns the same period of the previous Jalali year; 30 Esfand becomes 29 where there is no leap day.

        For a week, the same days of the year, whatever weekdays they are.
        """
        if self.kind not in (PeriodKind.RANGE, PeriodKind.WEEK):
            return Period.of(self.kind, _a_year_before(self.first))
        return Period(_a_year_before(self.first), _a_year_before(self.last), PeriodKind.RANGE)

    def months(self, count: int) -> tuple[JalaliMonth, ...]:
        """Returns the `count` months up to the one that contains the last day, oldest first."""
        found = [JalaliMonth.of(self.last)]
        while len(found) < count:
            found.append(found[-1].previous())
        return tuple(reversed(found))

    @property
    def title(self) -> str:
        """«آبان ۱۴۰۵», «سه‌ماههٔ سوم ۱۴۰۵», «سال ۱۴۰۵», «هفتهٔ ۲ تا ۸ آبان ۱۴۰۵», «۱ تا ۱۵ آبان ۱۴۰۵»."""
        begin = JalaliDay.of(self.first)
        match self.kind:
            case PeriodKind.MONTH:
                return JalaliMonth(begin.year, begin.month).title
            case PeriodKind.QUARTER:
                return fill(_quarters()[(begin.month - 1) // 3], year=begin.year)
            case PeriodKind.YEAR:
                return year_title(begin.year)
            case PeriodKind.WEEK:
                return fill(translate("Period", "week of {days}"), days=_week_days(self.first, self.last))
            case _:
                return self._days_title

    @property
    def _days_title(self) -> str:
        words = translate("Period", "{first} to {last}")
        whole = DayRange(self.first, self.last).title() if language_in_use().code == PERSIAN else ""
        return whole or fill(words, first=short_date(self.first), last=short_date(self.last))

    @property
    def code(self) -> str:
        """The text that `parse` accepts."""
        begin = JalaliDay.of(self.first)
        match self.kind:
            case PeriodKind.MONTH:
                return f"{begin.year:04}-{begin.month:02}"
            case PeriodKind.QUARTER:
                return f"{begin.year:04}-Q{(begin.month + 2) // 3}"
            case PeriodKind.YEAR:
                return f"{begin.year:04}"
            case _:
                return _range_code(self.first, self.last)


def _week_days(first: date, last: date) -> str:
    """«۲ تا ۸ آبان ۱۴۰۵», «۳۰ آبان تا ۶ آذر ۱۴۰۵»: month and year only where they change."""
    begin, end = JalaliDay.of(first), JalaliDay.of(last)
    start = long_date(first) if begin.year != end.year else day_and_month(first)
    if (begin.year, begin.month) == (end.year, end.month):
        start = digits(begin.day)
    return fill(translate("Period", "{first} to {last}"), first=start, last=long_date(last))


def _range_code(first: date, last: date) -> str:
    return "..".join(map(_day_code, (first, last)))


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
