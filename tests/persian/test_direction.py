from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.persian.digits import isolated
from desktop_app.persian.direction import levels, visual_order


def shown(text: str, base: int = 1) -> str:
    """`text` as it stands on the page from left to right, invisible characters left out, nothing mirrored."""
    ordered = visual_order(list(text), list(levels(text, base)))
    return "".join(character for character in ordered if character not in "\u2066\u2067\u2068\u2069\u200c")


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("سلام", "مالس"),
        ("سال ۱۴۰۵ است", "تسا ۱۴۰۵ لاس"),
        ("فایل PDF خوب", "بوخ PDF لیاف"),
        ("۱۴۰۵/۰۹/۰۷", "۱۴۰۵/۰۹/۰۷"),
        ("متن [abc] (def) متن", "نتم )def( ]abc[ نتم"),
        ("الف (ب)", ")ب( فلا"),
        # The sign of percent is at the left of its number, after a letter and without one.
        ("هدف ۹۰٪", "٪۹۰ فده"),
        ("۹۰٪", "٪۹۰"),
        ("۱۳٪ بیش، ۴۵٫۶٪", "٪۴۵٫۶ ،شیب ٪۱۳"),
        ("", ""),
    ],
)
def test_a_line_stands_on_the_page_as_the_algorithm_says(text: str, page: str) -> None:
    assert shown(text) == page


def test_two_numbers_turn_round_after_a_letter_unless_they_are_isolated() -> None:
    assert shown("نامه ۸-۱۴") == "۱۴-۸ همان"
    assert shown("نامه " + isolated("۸-۱۴")) == "۸-۱۴ همان"


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("شماره ۱۴۰۴/۰۱-۱۰۰۰۱ است", "تسا ۱۴۰۴/۰۱-۱۰۰۰۱ هرامش"),
        ("تلفن ۰۲۱-۸۸۷۷۶۶۵۵، ساعت ۸-۱۴", "۱۴-۸ تعاس ،۰۲۱-۸۸۷۷۶۶۵۵ نفلت"),
        ("تلفن ٠٢١-٨٨٧٧٦٦٥٥", "٠٢١-٨٨٧٧٦٦٥٥ نفلت"),
        ("تلفن 0912 345 6789 و ۰۹۱۲ ۳۴۵ ۶۷۸۹", "۰۹۱۲ ۳۴۵ ۶۷۸۹ و 0912 345 6789 نفلت"),
        ("از \u2067۰۲۱-۸۸۷۷۶۶۵۵ ب\u2069 د", "د ب ۰۲۱-۸۸۷۷۶۶۵۵ زا"),
        ("از \u2066۰۲۱-۸۸۷۷۶۶۵۵\u2069 د", "د ۰۲۱-۸۸۷۷۶۶۵۵ زا"),
    ],
)
def test_a_number_of_several_parts_stands_as_it_is_written(text: str, page: str) -> None:
    assert shown(text) == page


def test_an_isolate_inside_an_isolate_has_a_direction_of_its_own() -> None:
    assert shown("ا \u2066a \u2067ب ج\u2069 b\u2069 د") == "د a ج ب b ا"


def test_an_override_does_not_turn_a_line_round() -> None:
    assert visual_order(list("\u202dسلام"), list(levels("\u202dسلام")))[:4] == list("مالس")


def test_a_thousand_nested_isolates_are_laid_out() -> None:
    text = "\u2067" * 1000 + "متن" + "\u2069" * 1000
    assert len(levels(text)) == len(text)


@given(st.text(max_size=80))
def test_every_character_of_any_text_has_one_level_not_below_the_paragraphs(text: str) -> None:
    found = levels(text)
    assert len(found) == len(text)
    assert all(level >= 1 for level in found)


@given(st.lists(st.integers(0, 6), max_size=30))
def test_ordering_a_line_loses_nothing(item_levels: list[int]) -> None:
    items = list(range(len(item_levels)))
    assert sorted(visual_order(items, item_levels)) == items


@given(st.text(alphabet='ابپی\u200c\u200d\u064b ۱۲3٤.,:/،«»()!؟؛…—"%٪+-ـ', max_size=14))
def test_a_text_without_latin_letters_has_the_levels_of_the_whole_algorithm(text: str) -> None:
    # An isolate with nothing in it is resolved by the whole algorithm, and changes no other level.
    assert levels(text) == levels(f"{text}\u2066\u2069")[: len(text)]
