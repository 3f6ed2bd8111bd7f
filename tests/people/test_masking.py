"""Personal data in running text is found however it is written, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.people.masking import Personal, masked, personal_data


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("کد ملی من ۰۰۱۲۳۴۵۶۷۹ است", Personal.NATIONAL_ID, "۰۰۱۲۳۴۵۶۷۹"),
        ("کد ملی ٠٠١-٢٣٤٥٦٧-٩.", Personal.NATIONAL_ID, "٠٠١-٢٣٤٥٦٧-٩"),
        ("تماس: ۰۹۱۲ ۱۲۳ ۴۵ ۶۷", Personal.MOBILE, "۰۹۱۲ ۱۲۳ ۴۵ ۶۷"),
        ("تماس:+989121234567،", Personal.MOBILE, "+989121234567"),
        ("با ۰۲۱-۸۸۱۲۳۴۵۶ تماس بگیرید", Personal.TELEPHONE, "۰۲۱-۸۸۱۲۳۴۵۶"),
        ("کارت ۶۲۷۴-۱۲۱۱-۱۱۱۱-۱۱۱۸", Personal.ACCOUNT, "۶۲۷۴-۱۲۱۱-۱۱۱۱-۱۱۱۸"),
        ("شبا IR820540102680020817909002", Personal.ACCOUNT, "IR820540102680020817909002"),
        ("رایانامه ali.karimi@example.org.", Personal.EMAIL, "ali.karimi@example.org"),
    ],
)
def test_personal_data_is_found_in_any_digits_and_spacing(text: str, kind: Personal, part: str) -> None:
    (found,) = personal_data(text)
    assert (found.kind, text[found.start : found.end]) == (kind, part)
    hidden = masked(text)
    assert part not in hidden
    assert len(hidden) == len(text)
    assert (hidden[: found.start], hidden[found.end :]) == (text[: found.start], text[found.end :])


@pytest.mark.parametrize(
    "text",
    [
        "ماده ۱۲ تبصره ۳ مصوب ۱۴۰۵/۰۹/۰۳",
        "مبلغ ۲٬۵۰۰٬۰۰۰٬۰۰۰ ریال",
        "شماره نامه ۱۱۲۷۱۲۸",
        # Sixteen digits whose check digit fits no card.
        "شماره پرونده ۶۲۷۴-۱۲۱۱-۱۱۱۱-۱۱۱۹",
        "۱۲۳۴۵۶۷۸۹۰",
        "۱۱۱۱۱۱۱۱۱۱",
        "از ۱۳۸۰ تا ۱۴۰۵ هجری",
        "نظر@مردم",
    ],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert personal_data(text) == ()
    assert masked(text) == text


@given(st.text(max_size=300))
def test_masking_keeps_the_length_and_leaves_nothing_to_find(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert personal_data(hidden) == ()
