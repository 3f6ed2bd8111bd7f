from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.languages import in_language
from desktop_app.persian.controls import subject_on_paper, with_control_names, with_emoji_names, without_emoji
from desktop_app.persian.quotes import inner_quotes, names_in_quotes, quoted
from desktop_app.wording import fill


def test_control_characters_have_short_persian_names() -> None:
    assert with_control_names("الف\u202eب\u2066\x00\x1c") == "الف[راست‌به‌چپ]ب[چپ‌به‌راست][تهی][کنترل ۲۸]"


def test_the_names_are_those_of_the_language() -> None:
    assert in_language("en", lambda: with_control_names("a\u202eb")) == "a[right-to-left override]b"
    assert in_language("en", lambda: with_emoji_names("🌹")) == "[rose]"


@pytest.mark.parametrize(
    ("text", "named", "without"),
    [
        ("سپاس 🙏🏽🙏 از شما", "سپاس [سپاس] از شما", "سپاس از شما"),
        ("🌹❤️", "[گل] [قلب]", ""),
        ("خانوادهٔ 👨‍👩‍👧‍👦 ما", "خانوادهٔ [شکلک] ما", "خانوادهٔ ما"),
        ("پرچم 🇮🇷.", "پرچم [شکلک].", "پرچم ."),
        ("گام 1️⃣ و ۲", "گام 1 و ۲", "گام 1 و ۲"),
        ("می‌رود → ۱۰ ≥ ۵", "می‌رود → ۱۰ ≥ ۵", "می‌رود → ۱۰ ≥ ۵"),
    ],
)
def test_emoji_are_named_in_quoted_words_and_left_out_of_subjects(
    text: str, named: str, without: str
) -> None:
    assert with_emoji_names(text) == named
    assert without_emoji(text) == without


def test_a_subject_is_one_line() -> None:
    assert subject_on_paper(" درخواست 😊\n فوری\u202e \x07 ") == "درخواست فوری [زنگ]"


#: Drawn as pictures, some of them only as parts of a larger one.
_PICTURES = "🙏❤🌹👨👩👧⭐🇮🇷♂"


@given(st.lists(st.sampled_from([*_PICTURES, *"\u200d\ufe0f\u20e3🏽", *"سa1۲ .["])).map("".join))
def test_no_emoji_remains_and_other_words_do(text: str) -> None:
    named, bare = with_emoji_names(text), without_emoji(text)
    assert not set(_PICTURES) & {*named, *bare}
    assert with_emoji_names(named) == named
    assert [one for one in bare if one.isalnum()] == [one for one in text if one.isalnum()]


def test_quotes_within_quotes_have_single_marks() -> None:
    assert quoted("گفت «سلام»") == "«گفت ‹سلام›»"
    assert inner_quotes("«") == "‹"
    assert names_in_quotes("با موضوع «{subject}» از {name}") == {"subject"}
    assert fill("موضوع «{subject}» و {name}", subject="لغو «تلفن»", name="«ب»") == "موضوع «لغو ‹تلفن›» و «ب»"
