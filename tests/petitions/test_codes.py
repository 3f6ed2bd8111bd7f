from __future__ import annotations

import pytest
from bidi.algorithm import get_display

from desktop_app.petitions.registration.codes import codes_in, led


@pytest.mark.parametrize("code", ["۴۰۷۲-۹۱۸۳-۵۵۹۲", "4072-9183-5592"])
def test_the_groups_of_a_code_behind_persian_words_keep_their_order(code: str) -> None:
    text = f"درخواست شما با کد {code} ثبت شد."
    # As a telephone lays it out; without the mark the last group comes first.
    assert code not in str(get_display(text, base_dir="R"))
    assert code in str(get_display(led(text), base_dir="R"))
    assert led(led(text)) == led(text)
    assert codes_in(led(text)) == codes_in(text)


@pytest.mark.parametrize("text", ["", "شماره ۱۲-۳۴", "9140720-9183-5592", "1234-5678-9012-3456"])
def test_what_is_no_code_is_left_as_it_is(text: str) -> None:
    assert led(text) == text
