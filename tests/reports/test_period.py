"""Months, quarters, years and any days: what each is called, and what it is compared with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import JalaliDay, JalaliMonth
from desktop_app.reports.period import Period, PeriodKind


def day(year: int, month: int, number: int) -> date:
    return JalaliDay(year, month, number).to_date()


@pytest.mark.parametrize(
    ("written", "title", "first", "last", "before", "year_before"),
    [
        ("1405-08", "آبان ۱۴۰۵", (1405, 8, 1), (1405, 8, 30), "1405-07", "1404-08"),
        ("۱۴۰۵/۱", "فروردین ۱۴۰۵", (1405, 1, 1), (1405, 1, 31), "1404-12", "1404-01"),
        ("1405-Q3", "سه‌ماههٔ سوم ۱۴۰۵", (1405, 7, 1), (1405, 9, 30), "1405-Q2", "1404-Q3"),
        ("1405q1", "سه‌ماههٔ نخست ۱۴۰۵", (1405, 1, 1), (1405, 3, 31), "1404-Q4", "1404-Q1"),
        # 1403 was a leap year.
        ("1403", "سال ۱۴۰۳", (1403, 1, 1), (1403, 12, 30), "1402", "1402"),
        (
            "1405-08-05..1405-08-14", "۵ آبان ۱۴۰۵ تا ۱۴ آبان ۱۴۰۵", (1405, 8, 5), (1405, 8, 14),
            "1405-07-25..1405-08-04", "1404-08-05..1404-08-14",
        ),
    ],
)  # fmt: skip
def test_what_is_typed_is_a_period_with_its_neighbours(
    written: str,
    title: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    before: str,
    year_before: str,
) -> None:
    period = Period.parse(written)
    assert (period.title, period.first, period.last) == (title, day(*first), day(*last))
    assert (period.before().code, period.year_before().code) == (before, year_before)
    assert Period.parse(period.code) == period


def test_days_that_are_a_month_a_quarter_or_a_year_are_that() -> None:
    assert Period.between(day(1405, 8, 1), day(1405, 8, 30)) == Period.month(JalaliMonth(1405, 8))
    assert Period.between(day(1405, 7, 1), day(1405, 9, 30)).kind is PeriodKind.QUARTER
    assert Period.between(day(1404, 1, 1), day(1404, 12, 29)).kind is PeriodKind.YEAR
    assert Period.between(day(1404, 1, 1), day(1404, 12, 28)).kind is PeriodKind.RANGE
    # 2 Aban 1405 is a Saturday.
    week = Period.between(day(1405, 8, 2), day(1405, 8, 8))
    assert (week.kind, week.title) == (PeriodKind.WEEK, "هفتهٔ ۲ تا ۸ آبان ۱۴۰۵")
    assert Period.week(day(1405, 8, 8)) == week == Period.latest(PeriodKind.WEEK, day(1405, 8, 14))
    assert week.year_before().code == "1404-08-02..1404-08-08"
    assert Period.between(day(1405, 8, 3), day(1405, 8, 9)).kind is PeriodKind.RANGE
    assert Period.latest(PeriodKind.MONTH, day(1405, 8, 30)) == Period.month(JalaliMonth(1405, 8))
    assert Period.latest(PeriodKind.MONTH, day(1405, 8, 29)) == Period.month(JalaliMonth(1405, 7))


def test_the_last_day_of_a_leap_year_was_another_one_the_year_before() -> None:
    leap = Period.between(day(1403, 12, 20), day(1403, 12, 30))
    assert leap.year_before().code == "1402-12-20..1402-12-29"


@pytest.mark.parametrize(
    "written", ["", "1405-13", "1405-Q5", "1200", "1405-08-10..1405-08-01", "1390-01-01..1405-01-01", "آبان"]
)
def test_what_is_no_period_is_refused(written: str) -> None:
    with pytest.raises(InvalidValueError):
        Period.parse(written)


@given(
    first=st.dates(day(1390, 1, 1), day(1440, 1, 1)),
    length=st.integers(0, 400),
    kind=st.sampled_from(list(PeriodKind)),
)
def test_periods_follow_one_another_without_a_gap(first: date, length: int, kind: PeriodKind) -> None:
    period = (
        Period.between(first, first + timedelta(days=length))
        if kind is PeriodKind.RANGE
        else Period.of(kind, first)
    )
    assert period.before().last == period.first - timedelta(days=1)
    assert period.next().first == period.last + timedelta(days=1)
    assert Period.parse(period.code) == period
    assert period.kind is PeriodKind.RANGE or kind in (period.kind, PeriodKind.RANGE)
    if period.kind is not PeriodKind.RANGE:
        assert period.before().next() == period == period.next().before()
    assert len(period.months(12)) == 12
    assert period.months(12)[-1] == JalaliMonth.of(period.last)
