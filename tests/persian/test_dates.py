"""Jalali dates, read in any digits, written as Persian and English readers expect."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import (
    JalaliDay,
    JalaliMonth,
    clock_time,
    full_date,
    long_date,
    parse_date,
    parse_moment,
    short_date,
    start_of_day,
    tehran_day,
)
from desktop_app.wording import use_language

DAYS = st.dates(min_value=date(1921, 3, 21), max_value=date(2122, 3, 20))


@given(DAYS)
def test_a_day_goes_to_jalali_and_back(day: date) -> None:
    assert JalaliDay.of(day).to_date() == day


@given(DAYS)
def test_what_is_written_can_be_read(day: date) -> None:
    assert parse_date(short_date(day)) == day
    assert parse_date(day.isoformat()) == day


@given(DAYS)
def test_the_days_of_a_month_are_its_own(day: date) -> None:
    month = JalaliMonth.of(day)
    assert month.first_day <= day <= month.last_day
    assert month.next().previous() == month


@pytest.mark.parametrize(
    "typed", ["1405/9/3", "۱۴۰۵/۰۹/۰۳", "٢٠٢٦-١١-٢٤", "2026-11-24", "1405.09.03", " 1405-9-3 "]
)
def test_a_day_is_read_in_any_digits_and_both_calendars(typed: str) -> None:
    assert parse_date(typed) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1405/13/45", "no_such_date"),
        ("1404/12/30", "no_such_date"),
        ("2026-02-30", "no_such_date"),
        ("0000/01/01", "no_such_date"),
        ("1405/01/01 25:00", "no_such_date"),
        ("دیروز", "not_a_date"),
        ("", "not_a_date"),
        ("05/09/03", "not_a_date"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        parse_date(typed)
    assert refused.value.parameters["reason"] == reason


def test_a_moment_without_a_zone_is_tehran_s() -> None:
    assert parse_moment("1405/9/3 10:12") == datetime(2026, 11, 24, 6, 42, tzinfo=UTC)
    assert parse_moment("2026-11-24T10:12:30Z") == datetime(2026, 11, 24, 10, 12, 30, tzinfo=UTC)
    assert parse_moment("2026-11-24T10:12+03:30") == datetime(2026, 11, 24, 6, 42, tzinfo=UTC)


def test_a_day_in_tehran_begins_before_the_day_in_utc() -> None:
    begin = start_of_day(date(2026, 11, 24))
    assert tehran_day(begin) == date(2026, 11, 24)
    assert tehran_day(begin - timedelta(seconds=1)) == date(2026, 11, 23)


def test_dates_are_written_in_the_language_in_use() -> None:
    day, noon = date(2026, 11, 24), datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    assert (long_date(day), full_date(day)) == ("۳ آذر ۱۴۰۵", "سه‌شنبه ۳ آذر ۱۴۰۵")
    assert (clock_time(noon), JalaliMonth(1405, 8).title) == ("۱۲:۰۰", "آبان ۱۴۰۵")
    use_language("en")
    assert (long_date(day), full_date(day)) == ("3 Azar 1405", "Tuesday 3 Azar 1405")
    assert (short_date(day), clock_time(noon)) == ("1405/09/03", "12:00")
    assert JalaliMonth(1405, 8).title == "Aban 1405"


@pytest.mark.parametrize("typed", ["1405-08", "۱۴۰۵/۸", " 1405-8 "])
def test_a_month_is_read(typed: str) -> None:
    assert JalaliMonth.parse(typed) == JalaliMonth(1405, 8)


@pytest.mark.parametrize("typed", ["1405-13", "2026-11", "1405", "آبان", "1405-00"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError):
        JalaliMonth.parse(typed)
