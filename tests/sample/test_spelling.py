from __future__ import annotations

import pytest

from desktop_app.persian.text import words
from desktop_app.sample import spelling

TEXT = "با سلام. کتاب‌های ما ۱۴ روز است می‌ماند، چرا؟"


@pytest.mark.parametrize(
    "habit",
    [
        spelling.arabic_letters, spelling.spaced, spelling.joined, spelling.latin_numbers, spelling.arabic_numbers,
        spelling.extra_spaces, spelling.old_phone, spelling.stretched,
    ],
    ids=lambda habit: habit.__name__,
)  # fmt: skip
def test_a_habit_changes_the_letters_and_not_the_words(habit: spelling.Habit) -> None:
    assert habit(TEXT) != TEXT
    assert words(habit(TEXT)) == words(TEXT)


def test_most_people_type_well() -> None:
    assert 400 < spelling.HABITS.count(None) < 700
