"""Folding: what counts as the same word, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.persian.names import sort_key
from desktop_app.persian.text import (
    fold,
    fold_letters,
    fold_with_offsets,
    query_terms,
    search_terms,
    visible_controls,
    words,
)

PERSIAN = st.text(
    alphabet="ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكىأإآةۀۂ‌ \n\u0640\u064b\u0651\u0654۱٢3ﻻﷲ«».،a\u200f"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي كريمي", "علی کریمی"),
        ("مي رود", "می‌رود"),
        ("ميرود", "می رود"),
        ("نمي‌شود", "نمیشود"),
        ("كتاب ها", "کتاب‌ها"),
        ("كتاب‌هاي", "کتابهای"),
        ("بزرگ تر", "بزرگ‌تر"),
        ("خانهٔ ما", "خانه ما"),
        ("خانۀ ما", "خانه ما"),
        ("مسأله", "مساله"),
        ("آئین", "آیین"),
        ("لطفاً", "لطفا"),
        ("١٢٣", "۱۲۳"),
        ("123", "۱۲۳"),
        ("کتـــاب", "کتاب"),
        ("ﻻله", "لاله"),
    ],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert words(one) == words(other)
    assert set(query_terms(one)) <= set(search_terms(other))


def test_different_words_keep_different_keys() -> None:
    assert words("مادر") != words("ما در")
    assert words("نمی‌تواند") != words("می‌تواند")


def test_a_plural_is_found_by_its_singular_and_a_compound_by_its_parts() -> None:
    assert "کتاب" in search_terms("کتاب‌های خوب")
    assert "خانه" in search_terms("کتاب‌خانه")


@given(PERSIAN)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(PERSIAN)
def test_both_ways_of_folding_give_the_same_key(text: str) -> None:
    assert fold_with_offsets(text).text == fold(text)


@given(st.text())
def test_offsets_grow_and_stay_inside_of_any_text(text: str) -> None:
    folded = fold_with_offsets(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset <= len(text) for offset in folded.offsets)


@given(st.text())
def test_letters_are_folded_one_for_one(text: str) -> None:
    assert len(fold_letters(text)) == len(text)


def test_a_found_key_leads_back_to_its_words_in_the_original() -> None:
    text = "نامهٔ علي  كريمي رسید"
    folded = fold_with_offsets(text)
    start = folded.text.index("علی کریمی")
    begin, end = folded.original_range(start, start + len("علی کریمی"))
    assert text[begin:end].strip() == "علي  كريمي"


@given(st.text())
def test_no_control_or_override_survives_on_the_screen(text: str) -> None:
    shown = visible_controls(text)
    assert not any("\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069" for letter in shown)
    assert not any(letter < " " and letter not in "\n\t" for letter in shown)


def test_names_stand_in_the_order_of_the_persian_alphabet() -> None:
    names = ["یاسر", "آرش", "پری", "بابک", "ژاله", "زهرا", "گلناز", "كاوه", "چنگیز", "", "ali"]
    assert sorted(names, key=sort_key) == [
        "ali", "آرش", "بابک", "پری", "چنگیز", "زهرا", "ژاله", "كاوه", "گلناز", "یاسر", "",
    ]  # fmt: skip


@given(PERSIAN)
def test_a_sort_key_is_plain_ascii_so_that_both_engines_sort_alike(text: str) -> None:
    assert sort_key(text).isascii()
