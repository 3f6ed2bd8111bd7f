"""What a search asks for, and how many spellings of a word it finds."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.persian.query import Query, Wanted, contains_phrase, marked, parse_query
from desktop_app.persian.text import search_terms, words
from tests.persian.spellings import pairs


def finds(query: str, text: str) -> bool:
    """Whether an index of `text` answers to `query`, as both engines read it."""
    asked, terms = parse_query(query), set(search_terms(text))

    def there(one: Wanted) -> bool:
        return any(
            all(word in terms for word in way[:-1])
            and (any(term.startswith(way[-1]) for term in terms) if one.beginning else way[-1] in terms)
            for way in one.ways
        )

    return (
        bool(asked.wanted)
        and all(map(there, asked.wanted))
        and not any(map(there, asked.unwanted))
        and all(contains_phrase(phrase, text) for phrase in asked.phrases)
    )


def test_nine_in_ten_spellings_of_a_word_are_found_by_another_one() -> None:
    tried = pairs()
    assert len(tried) >= 600
    # The text goes on behind the word, so that nothing is found because the typed word is a beginning.
    missed = Counter(rule for rule, text, typed in tried if not finds(f"{typed} باید", f"{text} باید"))
    assert sum(missed.values()) <= 0.1 * len(tried), missed


def test_what_is_another_word_is_not_found() -> None:
    for query, text in (
        ("کتاب", "دفتر باید"), ("مجوز نشر", "مجوز چاپ"), ("کرم", "گرم"), ("سفر", "سقر"), ("۱۲", "112"),
        ("نظر", "نذر"),
    ):  # fmt: skip
        assert not finds(f"{query} باید", text)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ('"مجوز نشر کتاب"', "درخواست مجوز نشر کتاب دارم", True),
        ('"مجوز نشر کتاب"', "کتاب و مجوز نشر", False),
        ("«مجوز نشر»", "مجوز نشر", True),
        ("«مجوزهاي نشر»", "مجوز‌های نشر", True),
        ("مجوز -کنسرت", "مجوز نشر", True),
        ("مجوز -کنسرت", "مجوز کنسرت", False),
        ("مجوز −کنسرت", "مجوز كنسرت", False),
        ("نشر* مجوز", "مجوز نشریه", True),
        ("نشر مجوز", "مجوز نشریه", False),
        ("مجوز نش", "مجوز نشریه", True),
        ('"نش"', "نشریه", False),
        ("۱۲۳۴ ۵۶۷۸ ۹۰۱۲", "123456789012", True),
        ("1234-5678-9012", "123456789012", True),
        ("نامه ۰۹۱۲ ۱۲۳ ۴۵۶۷", "نامه 09121234567", True),
        ("ماده ۱۲", "ماده 12", True),
        ("-کنسرت", "نشر", False),
        ("", "نشر", False),
        ("«", "نشر", False),
    ],
)
def test_a_query_is_read_as_it_is_meant(query: str, text: str, found: bool) -> None:
    assert finds(query, text) is found


@given(st.text(max_size=60))
def test_any_text_is_a_query_of_folded_words(text: str) -> None:
    asked = parse_query(text)
    for one in (*asked.wanted, *asked.unwanted):
        assert one.ways
        for way in one.ways:
            assert way
            # Letters and digits alone: nothing that either engine could take for an operator.
            assert all(character.isalnum() for word in way for character in word)
    assert parse_query("") == Query()


@given(st.lists(st.sampled_from(["مجوز", "نشر", "کتاب", "را", "بدهید", "لطفا"]), min_size=1, max_size=5))
def test_a_text_is_found_by_its_own_words_and_by_itself_as_a_phrase(found: list[str]) -> None:
    text = " ".join(found)
    assert finds(text, text)
    assert finds(f'"{text}"', text)
    assert contains_phrase(tuple(words(text)), f"پیش {text} پس")


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("مجوز نشر", "درخواست مُجَوِّزِ نشرِ كتاب", ["مُجَوِّزِ", "نشرِ"]),
        ("کتابخانه", "این کتاب خانه و آن کتاب‌خانه", ["کتاب خانه", "کتاب‌خانه"]),
        ('"نظر‌های مردم"', "نظرهاي مردم و نظر دیگران", ["نظرهاي", "مردم"]),
        ("نظر", "نظر و نظرها و منظر", ["نظر", "نظرها"]),
        ("سین", "سینما 😀 سینماگر", ["سینما", "سینماگر"]),
        ("-نشر", "نشر", []),
    ],
)
def test_what_was_asked_for_is_marked_as_it_is_written(query: str, text: str, shown: list[str]) -> None:
    assert [text[start:end] for start, end in marked(parse_query(query), text)] == shown


@given(st.text(max_size=80), st.text(max_size=80))
def test_marks_are_in_order_inside_the_text_and_never_overlap(query: str, text: str) -> None:
    last = 0
    for start, end in marked(parse_query(query), text):
        assert last <= start < end <= len(text)
        last = end
