"""Spans of days as they are typed: relative ones stay relative, all others become days; nothing else gets through."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import JalaliDay, JalaliMonth, long_date, short_date
from desktop_app.persian.day_ranges import DayRange, parse_days
from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS
from desktop_app.wording import use_language

#: Tuesday, 3 Azar 1405.
TODAY = date(2026, 11, 24)
DAYS = st.dates(min_value=date(1922, 3, 21), max_value=date(2121, 3, 20))


def jalali(year: int, month: int, day: int) -> date:
    return JalaliDay(year, month, day).to_date()


def read(text: str, today: date = TODAY) -> tuple[date | None, date | None]:
    return parse_days(text, today).on(today)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("امروز", (1405, 9, 3), (1405, 9, 3)),
        ("هفتهٔ گذشته", (1405, 8, 23), (1405, 8, 29)),
        ("این هفته", (1405, 8, 30), (1405, 9, 6)),
        ("ماه جاري", (1405, 9, 1), (1405, 9, 30)),
        ("ماه گذشته", (1405, 8, 1), (1405, 8, 30)),
        ("امسال", (1405, 1, 1), (1405, 12, 29)),
        ("۷ روز گذشته", (1405, 8, 27), (1405, 9, 3)),
        ("مهر ۱۴۰۵", (1405, 7, 1), (1405, 7, 30)),
        ("مهر ماه 1405", (1405, 7, 1), (1405, 7, 30)),
        ("1405/7", (1405, 7, 1), (1405, 7, 30)),
        ("مهر", (1405, 7, 1), (1405, 7, 30)),
        ("دی", (1404, 10, 1), (1404, 10, 30)),
        ("۱ تا ۱۵ آبان", (1405, 8, 1), (1405, 8, 15)),
        ("۱ تا ۱۵ آبان ۱۴۰۴", (1404, 8, 1), (1404, 8, 15)),
        ("از ۱ دی تا ۳ بهمن ۱۴۰۴", (1404, 10, 1), (1404, 11, 3)),
        ("۲۵ اسفند تا ۵ فروردین ۱۴۰۵", (1404, 12, 25), (1405, 1, 5)),
        ("مهر تا آبان ۱۴۰۵", (1405, 7, 1), (1405, 8, 30)),
        ("از اول مهر تا پایان آبان", (1405, 7, 1), (1405, 8, 30)),
        ("از مهر ۱۴۰۵", (1405, 7, 1), None),
        ("٣ مهر به بعد", (1405, 7, 3), None),
        ("تا پایان مهر", None, (1405, 7, 30)),
        ("پیش از ۱ مهر ۱۴۰۵", None, (1405, 6, 31)),
        ("سال ۱۴۰۴", (1404, 1, 1), (1404, 12, 29)),
        ("۱۴۰۵/۰۷/۰۱ – ۱۴۰۵/۰۷/۰۹", (1405, 7, 1), (1405, 7, 9)),
        ("last week", (1405, 8, 23), (1405, 8, 29)),
        ("from 1 Mehr to 15 Aban 1405", (1405, 7, 1), (1405, 8, 15)),
    ],
)
def test_what_people_type_is_read(
    typed: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    assert read(typed) == (jalali(*first) if first else None, jalali(*last) if last else None)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"), ("کتاب", "not_days"), ("۳۱ مهر ۱۴۰۵", "no_such_date"), ("۱۴۰۴/۱۲/۳۰", "no_such_date"),
        ("۱۵ آبان تا ۳ مهر ۱۴۰۵ ۷", "not_days"), ("۱۴۰۵/۸/۱ تا ۱۴۰۵/۷/۱", "days_reversed"),
        ("۰ روز گذشته", "not_days"),
        ("۱۴۰۵/۱۳", "no_such_month"), ("ا" * 200, "not_days"),
    ],
)  # fmt: skip
def test_what_is_no_span_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        parse_days(typed, TODAY)
    assert refused.value.parameters["reason"] == reason


def test_a_relative_span_moves_with_the_day_and_a_named_one_does_not() -> None:
    later = TODAY + timedelta(days=40)
    assert parse_days("ماه جاری", TODAY).on(later) == (jalali(1405, 10, 1), jalali(1405, 10, 30))
    assert parse_days("مهر", TODAY).on(later) == (jalali(1405, 7, 1), jalali(1405, 7, 30))


def test_a_month_without_a_year_lies_behind_or_ahead() -> None:
    assert parse_days("دی", TODAY, toward="future").on(TODAY)[0] == jalali(1405, 10, 1)
    assert parse_days("مهر", TODAY, toward="future").on(TODAY)[0] == jalali(1406, 7, 1)


@given(DAYS, DAYS, st.sampled_from([LATIN_DIGITS, PERSIAN_DIGITS, ARABIC_DIGITS]), st.booleans())
def test_two_written_days_are_read_in_any_digits(one: date, two: date, script: str, long: bool) -> None:
    first, last = sorted((one, two))
    written = long_date if long else short_date
    typed = f"از {written(first)} تا {written(last)}".translate(str.maketrans(PERSIAN_DIGITS, script))
    assert read(typed) == (first, last)


@given(DAYS, DAYS)
def test_what_a_span_is_called_is_read_as_the_same_span(one: date, two: date) -> None:
    first, last = sorted((one, two))
    month = JalaliMonth.of(one)
    for span in (
        DayRange(first, last), DayRange(first, None), DayRange(None, last), DayRange(first, first),
        DayRange(month.first_day, month.last_day),
    ):  # fmt: skip
        assert parse_days(span.title(), TODAY) == span
        use_language("en")
        try:
            assert parse_days(span.title(), TODAY) == span
        finally:
            use_language("fa")


@given(DAYS, st.sampled_from(["هفته گذشته", "این هفته", "ماه جاری", "ماه گذشته", "سال آینده", "۹ روز گذشته"]))
def test_a_relative_span_lies_as_its_words_say(today: date, words: str) -> None:
    first, last = parse_days(words, today).on(today)
    assert first is not None
    assert last is not None
    if "هفته" in words:
        assert first.weekday() == 5
        assert (last - first).days == 6
    past = "گذشته" in words and "روز" not in words
    assert last < today if past else first > today if "آینده" in words else first <= today <= last


@given(st.text(max_size=80) | st.text(alphabet="۰۱۲345/- تااز مهر به بعد پایان روز گذشته", max_size=30), DAYS)
def test_no_text_does_anything_but_mean_days_or_be_refused(text: str, today: date) -> None:
    try:
        found = parse_days(text, today)
    except InvalidValueError:
        return
    first, last = found.on(today)
    assert (first, last) != (None, None)
    # An open end lies before, or after, every day.
    assert (first or date.min) <= (last or date.max)
