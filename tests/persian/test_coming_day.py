from __future__ import annotations

from datetime import date

import pytest

from desktop_app.errors import InvalidValueError
from desktop_app.persian.coming_day import parse_coming_day

#: Tuesday 3 Azar 1405.
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("امروز", date(2026, 11, 24)),
        ("فردا", date(2026, 11, 25)),
        ("پس‌فردا", date(2026, 11, 26)),
        ("شنبه", date(2026, 11, 28)),
        ("چهارشنبه", date(2026, 11, 25)),
        # Said on a Tuesday, that is the next one.
        ("سه شنبه", date(2026, 12, 1)),
        ("سه‌شنبه", date(2026, 12, 1)),
        ("جمعه", date(2026, 11, 27)),
        ("۳ روز دیگر", date(2026, 11, 27)),
        ("2 هفته بعد", date(2026, 12, 8)),
        ("هفتهٔ بعد", date(2026, 12, 1)),
        ("۱۴۰۵/۰۹/۱۰", date(2026, 12, 1)),
        ("1405/9/10", date(2026, 12, 1)),
        ("٥ آذر", date(2026, 11, 26)),
        ("۱ فروردین", date(2027, 3, 21)),
        ("tomorrow", date(2026, 11, 25)),
        ("Saturday", date(2026, 11, 28)),
    ],
)
def test_a_day_to_come_is_read_as_it_is_said(typed: str, day: date) -> None:
    assert parse_coming_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("  ", "empty"),
        ("دیروز", "day_is_past"),
        ("۱۴۰۴/۰۱/۰۱", "day_is_past"),
        ("آذر ۱۴۰۵", "not_a_coming_day"),
        ("هر وقت شد", "not_a_coming_day"),
        ("۳۱ آذر ۱۴۰۵", "no_such_date"),
    ],
)
def test_what_is_no_day_to_come_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_coming_day(typed, TODAY)
    assert caught.value.parameters["reason"] == reason
