"""Exports of an SMS gateway: parts joined in any order, digits of three scripts, nothing lost."""

from __future__ import annotations

import pytest

from desktop_app.intake.formats.columns import COMMENT_FIELDS, match
from desktop_app.intake.formats.sms import PartedMessages
from desktop_app.intake.formats.tabular import TabularRow

COLUMNS = ("شماره فرستنده", "زمان", "متن پیام", "ref", "part", "parts")


def joined(*rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS) -> tuple[list[str], dict[str, int]]:
    messages = PartedMessages(columns, match(columns, COMMENT_FIELDS))
    given = (TabularRow(at, dict(zip(columns, row, strict=False))) for at, row in enumerate(rows, start=2))
    texts = [row.cells["متن پیام"] for row in messages.rows(given)]
    return texts, dict(messages.counts)


def test_parts_are_joined_by_their_columns_in_any_order_and_script() -> None:
    texts, told = joined(
        ("09121234567", "", "دوم", "7", "2", "3"),
        ("09350000000", "", "کوتاه", "", "", ""),
        ("۰۹۱۲۱۲۳۴۵۶۷", "", "نخست ", "7", "۱", "۳"),
        ("٠٩١٢١٢٣٤٥٦٧", "", " سوم", "7", "٣", "٣"),
    )
    assert texts == ["کوتاه", "نخست دوم سوم"]
    assert told == {"joined": 3}


def test_a_reference_that_comes_again_is_another_message() -> None:
    rows = [("0912", "", text, "7", part, "2") for text, part in (("الف", "1"), ("ب", "1"), ("پ", "2"))]
    assert joined(*rows) == (["الف", "بپ"], {"joined": 2, "parts_missing": 1})


def test_marks_in_the_text_join_and_are_taken_off() -> None:
    columns = COLUMNS[:3]
    texts, told = joined(
        ("0912", "", "(1/2) ماده ۲ "), ("0935", "", "(1/2) کوتاه است"), ("0912", "", "(۲ از ۲) مبهم است."),
        columns=columns,
    )  # fmt: skip
    assert texts == ["ماده ۲ مبهم است.", "(1/2) کوتاه است"]
    assert told == {"joined": 2}


@pytest.mark.parametrize("text", ["1/2 سهم من است", "(13/8) روز خوبی بود", "نظر (1/2)"])
def test_a_fraction_or_a_day_is_no_mark(text: str) -> None:
    assert joined(("0912", "", text), columns=COLUMNS[:3]) == ([text], {})


def test_a_message_without_one_of_its_parts_is_given_and_told() -> None:
    texts, told = joined(("0912", "", "نخست ", "7", "1", "3"), ("0912", "", " سوم", "7", "3", "3"))
    assert (texts, told) == (["نخست  سوم"], {"joined": 2, "parts_missing": 1})
