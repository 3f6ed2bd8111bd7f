"""How a window is counted: worked by hand, and as properties over every opening day of 1400 to 1410."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.instruments.consultation.windows import (
    STATUTE,
    ClosedEnd,
    Measure,
    count_window,
    same_day_next_month,
)
from desktop_app.instruments.statute.days import floor_of_law
from desktop_app.instruments.vocabulary import Track
from desktop_app.office.workdays import WorkCalendar, official_holidays
from desktop_app.persian.dates import JalaliDay, JalaliMonth
from tests.department import TestOffice
from tests.instruments.opening_days import asked_of_the_database

TWO_WEEKS, MONTH = STATUTE[Track.A], STATUTE[Track.B]
ALWAYS_OPEN = WorkCalendar(frozenset())
FIRST, LAST = JalaliDay(1400, 1, 1).to_date(), JalaliDay(1410, 12, 29).to_date()


def day(year: int, month: int, number: int) -> date:
    return JalaliDay(year, month, number).to_date()


def test_the_opening_day_does_not_count() -> None:
    window = count_window(day(1405, 9, 3), TWO_WEEKS, ALWAYS_OPEN)
    assert window.closes_on == day(1405, 9, 17)
    assert (window.closes_on - window.opened_on).days == 14


def test_an_end_on_a_closed_day_moves_to_the_next_open_one_and_says_over_which() -> None:
    thursday = day(1405, 9, 19)
    closed = WorkCalendar(closed={day(1405, 9, 21): "تعطیلی رسمی"})
    window = count_window(thursday - timedelta(days=14), TWO_WEEKS, closed)
    assert thursday.weekday() == 3
    assert window.closes_on == day(1405, 9, 22)
    assert window.moved_over == (
        ClosedEnd(day(1405, 9, 19), "weekend"),
        ClosedEnd(day(1405, 9, 20), "weekend"),
        ClosedEnd(day(1405, 9, 21), "تعطیلی رسمی"),
    )


@pytest.mark.parametrize(
    ("opened", "ends", "measure"),
    [
        # 31 days: the same day of the next month is later than 30 days.
        ((1405, 2, 10), (1405, 3, 10), Measure.MONTH),
        # 30 days: both are one.
        ((1405, 8, 10), (1405, 9, 10), Measure.DAYS),
        # Esfand of 29 days: 30 days are longer than to the same day of Farvardin.
        ((1405, 12, 10), (1406, 1, 11), Measure.DAYS),
        # The leap Esfand has 30.
        ((1403, 12, 10), (1404, 1, 10), Measure.DAYS),
        # There is no 31 Mehr: the last day of it is 30 days off.
        ((1405, 6, 31), (1405, 7, 30), Measure.DAYS),
        # There is no 30 Esfand: 29 Esfand would be 29 days off.
        ((1405, 11, 30), (1406, 1, 1), Measure.DAYS),
    ],
)
def test_a_month_is_the_longer_of_thirty_days_and_the_jalali_month(
    opened: tuple[int, int, int], ends: tuple[int, int, int], measure: Measure
) -> None:
    window = count_window(day(*opened), MONTH, ALWAYS_OPEN)
    assert (window.closes_on, window.measure) == (day(*ends), measure)


def test_no_end_of_any_opening_day_of_eleven_years_is_early_or_on_a_closed_day() -> None:
    calendar = WorkCalendar(
        closed={day: one.name for day, one in official_holidays(range(1400, 1412)).items()}
    )
    opened = FIRST
    while opened <= LAST:
        for floor in (TWO_WEEKS, MONTH):
            window = count_window(opened, floor, calendar)
            assert (window.closes_on - window.opened_on).days >= floor.days
            assert not calendar.is_closed(window.closes_on)
            assert window.closes_on >= (
                same_day_next_month(opened) if floor.month else opened + timedelta(days=14)
            )
            assert all(calendar.is_closed(end.day) for end in window.moved_over)
            assert window.closes_on == window.counted_to + timedelta(days=len(window.moved_over))
        opened += timedelta(days=1)


@given(st.dates(FIRST, LAST), st.sets(st.integers(0, 80), max_size=40))
def test_closing_more_days_never_shortens_a_window(opened: date, closed: set[int]) -> None:
    more = WorkCalendar(closed={opened + timedelta(days=step): "بسته" for step in closed})
    for floor in (TWO_WEEKS, MONTH):
        assert (
            count_window(opened, floor, more).closes_on
            >= count_window(opened, floor, WorkCalendar()).closes_on
        )


@given(st.dates(FIRST, LAST))
def test_the_same_day_of_the_next_month_is_in_the_next_month(opened: date) -> None:
    found = same_day_next_month(opened)
    assert JalaliMonth.of(found) == JalaliMonth.of(opened).next()
    assert JalaliDay.of(found).day == min(JalaliDay.of(opened).day, JalaliMonth.of(found).days)


def test_the_database_counts_no_opening_day_of_eleven_years_shorter_or_longer(office: TestOffice) -> None:
    """The floor that the triggers hold windows to, asked for every day at once."""
    found = asked_of_the_database(office, FIRST, LAST, floor_of_law)
    assert len(found) == 2 * ((LAST - FIRST).days + 1)
    for (track, opened), end in found.items():
        assert end == count_window(opened, STATUTE[Track(track)], ALWAYS_OPEN).closes_on
