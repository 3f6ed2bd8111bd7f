"""Which texts are an answer of one digit, which are unclear, and which are something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.intake.formats.answers import AnswerReading, marks_in, read_answer
from desktop_app.persian.digits import ARABIC_DIGITS, PERSIAN_DIGITS


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("5", 5), ("۵", 5), ("٥", 5), ("5.", 5), (" ۴ ", 4), ("«۳»", 3), ("(2)", 2), ("نمره ۵", 5), ("نمره: ۱", 1),
        ("امتیاز من ۴ است", 4), ("سلام ۵ ممنون", 5), ("۵\nبا تشکر", 5), ("رضایت‌مندی ۴", 4), ("1 راضی نبودم", 1),
        ("خیلی راضی ۵", 5), ("ناراضی ۱", 1), ("3 خوب", 3), ("Thanks, 5", 5), ("\u200f۵\u200e", 5),
    ],
)  # fmt: skip
def test_one_digit_is_an_answer_in_any_script_and_among_the_usual_words(text: str, mark: int) -> None:
    assert read_answer(text) == AnswerReading(mark)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("4 5", "several_digits"), ("45", "several_digits"), ("4.5", "several_digits"), ("۴ یا ۵", "several_digits"),
        ("10", "several_digits"), ("6", "no_such_mark"), ("0", "no_such_mark"), ("۵ ناراضی", "words_against_mark"),
        ("5 راضی نیستم", "words_against_mark"), ("1 عالی بود", "words_against_mark"), ("نه 5", "words_against_mark"),
        ("راضی ناراضی 3", "words_against_mark"),
    ],
)  # fmt: skip
def test_what_is_unclear_says_why(text: str, reason: str) -> None:
    assert read_answer(text) == AnswerReading(None, reason)


@pytest.mark.parametrize(
    "text",
    [
        "", "سلام", "راضی بودم", "۵ ماه است که منتظر مجوز هستم", "کد 8888 8888 8888 نمره ۵", "ماده 5 را ببینید",
        "1. مجوز چه شد؟ 2. پروانه چه شد؟", "2) اول\n3) دوم", "۴ ۵ مجوز", "❺",
    ],
)  # fmt: skip
def test_another_text_is_no_answer(text: str) -> None:
    assert read_answer(text) is None


@pytest.mark.parametrize(
    "text", ["۵\nمجوز کتاب من چه شد؟", "5. مجوز من چه شد؟", "نمره ۴، نامه ۱۲۳۴ را بفرستید"]
)
def test_a_digit_before_another_request_counts_and_the_request_stays(text: str) -> None:
    found = read_answer(text)
    assert found is not None
    assert (found.mark in (4, 5), found.more) == (True, True)


def test_the_subject_of_a_mail_counts_unless_it_repeats_the_question() -> None:
    for subject in ("Re: رضایت شما از درخواست 888", "پاسخ: درخواست شما", "RE : x", ""):
        assert read_answer("5", subject) == AnswerReading(5)
    assert read_answer("5", "درخواست مجوز") is None
    assert read_answer("ممنون", "نمره ۵") == AnswerReading(5)


def test_the_marks_that_somebody_may_have_meant_are_those_in_the_text() -> None:
    assert marks_in("۴ یا ٥، نه 6 و ۴") == (4, 5)
    assert marks_in("هیچ") == ()


@given(st.text(), st.sampled_from("12345"))
def test_reading_never_fails_and_no_script_of_digits_matters(text: str, digit: str) -> None:
    whole = f"{text} {digit}"
    read_answer(text)
    found = read_answer(whole)
    for script in (PERSIAN_DIGITS, ARABIC_DIGITS):
        assert read_answer(whole.translate(str.maketrans("0123456789", script))) == found
