"""What is chosen for a letter: the lines of its copies, with their purposes."""

from __future__ import annotations

import pytest

from desktop_app.errors import InvalidValueError
from desktop_app.office.letter_choices import (
    DEFAULT_PURPOSES,
    CopyLine,
    LetterChoices,
    copy_line,
    valid_choices,
    valid_purposes,
    with_purpose,
)


@pytest.mark.parametrize(
    ("line", "recipient", "purpose"),
    [
        ("ادارهٔ کتاب، جهت اطلاع", "ادارهٔ کتاب", "جهت اطلاع"),
        ("ادارهٔ کتاب,جهت اقدام", "ادارهٔ کتاب", "جهت اقدام"),
        ("دفتر مدیرکل، آقای نمونه، برای پیگیری", "دفتر مدیرکل، آقای نمونه", "برای پیگیری"),
        ("Books, for information", "Books", "for information"),
        ("دفتر مدیرکل، آقای نمونه", "دفتر مدیرکل، آقای نمونه", ""),
        ("ستاد جهت‌دهی", "ستاد جهت‌دهی", ""),
        ("ادارهٔ کتاب، جهت", "ادارهٔ کتاب، جهت", ""),
        ("جهت اطلاع", "جهت اطلاع", ""),
    ],
)
def test_the_purpose_of_a_copy_is_the_end_of_its_line(line: str, recipient: str, purpose: str) -> None:
    assert copy_line(line) == CopyLine(recipient, purpose)


@pytest.mark.parametrize("line", ["ادارهٔ کتاب", "ادارهٔ کتاب،", "ادارهٔ کتاب، جهت اقدام"])
def test_another_purpose_takes_the_place_of_the_former(line: str) -> None:
    assert with_purpose(line, "جهت اطلاع") == "ادارهٔ کتاب، جهت اطلاع"
    assert with_purpose("", "جهت اطلاع") == "جهت اطلاع"


def test_choices_are_stripped_and_too_long_ones_are_refused_by_their_field() -> None:
    assert valid_choices(LetterChoices(" دو  برگ ", copies="\nالف  ب\n\nپ ")) == LetterChoices(
        "دو برگ", copies="الف ب\nپ"
    )
    with pytest.raises(InvalidValueError) as refused:
        valid_choices(LetterChoices(copies="ب" * 201))
    assert refused.value.parameters["field"] == "letter_copies"
    assert valid_purposes(DEFAULT_PURPOSES) == DEFAULT_PURPOSES
    for text in ("جهت\n" * 13, "ب" * 61):
        with pytest.raises(InvalidValueError) as refused:
            valid_purposes(text)
        assert refused.value.parameters["field"] == "copy_purposes"
