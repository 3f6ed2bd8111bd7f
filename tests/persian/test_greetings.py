"""What of a petition's first words is a greeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.persian.greetings import after_greeting, is_greeting


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("با سلام و احترام، کتاب ماهی سیاه", "کتاب ماهی سیاه"),
        ("با سلام\nو احترام کتاب", "کتاب"),
        ("باسلام و خسته نباشید کتاب", "کتاب"),
        ("ضمن عرض سلام و ادب؛ نشر ما", "نشر ما"),
        ("به نام خدا. سلام علیکم. من", "من"),
        ("احتراماً به استحضار می‌رساند", "به استحضار می‌رساند"),
        ("سلام. با مراجعه به اداره", "با مراجعه به اداره"),
        ("با سلام و با توجه به بند ۳", "با توجه به بند ۳"),
        ("وقت بخیر و درود بر شما. شماره ۲", "شماره ۲"),
    ],
)
def test_a_greeting_is_skipped(text: str, rest: str) -> None:
    assert after_greeting(text) == rest


@pytest.mark.parametrize(
    ("text", "greets"),
    [
        ("با سلام و احترام؛", True),
        ("سلام علیکم", True),
        ("بسمه تعالی", True),
        ("با احترام، به آگاهی می‌رساند", False),
        ("با", False),
        ("و با ", False),
        ("", False),
        ("سلامت روان", False),
    ],
)
def test_a_line_that_says_nothing_but_a_greeting(text: str, greets: bool) -> None:
    assert is_greeting(text) is greets


@pytest.mark.parametrize(
    "text",
    [
        "سلامت روان کارکنان", "با توجه به ماده ۹", "احترام به هنرمندان", "ادبیات کودک", "تقدیم مدارک", "و سلام",
        "با سلام", "", "و", "عرض خیابان",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_greeting_stays(text: str) -> None:
    assert after_greeting(text) == text


@given(st.text(st.sampled_from("سلام با و احترام،. \u200cکتاب\u064b"), max_size=40))
def test_what_is_left_is_the_end_of_the_text(text: str) -> None:
    rest = after_greeting(text)
    assert text.endswith(rest)
    assert rest or not text
