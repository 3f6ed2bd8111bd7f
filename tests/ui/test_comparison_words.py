"""The comparison in words, and what tool tips say: nothing rests on colour or place."""

from __future__ import annotations

from desktop_app.comparison.engine import compare_texts
from tests.ui.comparison_samples import gallery_bylaw
from ui.widgets.comparison_view.changes import Filter
from ui.widgets.comparison_view.in_words import in_words
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.tips import change_tip, word_tip


def test_every_change_is_named_in_words_at_the_place_that_is_told() -> None:
    reading = ComparisonReading(gallery_bylaw())
    made = in_words(reading, "both")
    assert sorted(made.starts) == reading.shown_changes
    for number, change in enumerate(reading.shown_changes, 1):
        assert made.text[made.starts[change] :].startswith(
            f"تغییر {'۰۱۲۳۴۵۶۷۸۹'[number % 10] if number < 10 else '۱۰'}"
        )
    assert "در حذف‌شده: هیئت پایان حذف افزوده: کارگروه پایان افزوده نظارت" in made.text
    assert "۱۲ ماده بدون تغییر: ماده ۵ تا ۱۶" in made.text
    assert "به ماده ۱۹ رفته است: ماده ۱۷ـ نمایش" in made.text
    assert "ارجاع کهنه: «ماده ۱۷» باید «ماده ۱۹» شود" in made.text
    assert "←" not in made.text


def test_one_side_is_told_from_its_beginning_to_its_end() -> None:
    reading = ComparisonReading(gallery_bylaw())
    old, new = in_words(reading, "old").text, in_words(reading, "new").text
    assert "ماده ۱۰ـ" in old
    assert "ماده ۱۰ـ" in new
    assert "حذف‌شده: هیئت پایان حذف نظارت" in old
    assert "افزوده: کارگروه" not in old
    assert "افزوده: کارگروه پایان افزوده نظارت" in new
    assert "حذف‌شده: هیئت" not in new
    assert old.index("نمایش و فروش") < old.index("مدیر نگارخانه پاسخ")
    assert new.index("نمایش و فروش") > new.index("مدیر نگارخانه پاسخ")


def test_spelling_is_told_only_when_it_is_shown() -> None:
    reading = ComparisonReading(compare_texts("ماده ۱ـ كتاب خوب", "ماده ۱ـ کتاب خوب"))
    assert "نگارشی" not in in_words(reading, "both").text
    reading.use_filter(Filter(orthographic=True))
    assert "کتاب (نگارشی، شکل حرف؛ پیش از این كتاب) خوب" in in_words(reading, "both").text


def test_what_was_decided_and_what_is_weighty_is_told_with_the_change() -> None:
    reading = ComparisonReading(compare_texts("ماده ۱ـ ظرف ۳۰ روز پاسخ دهد.", "ماده ۱ـ ظرف ۶۰ روز پاسخ دهد."))
    made = in_words(reading, "both", {0: ["پذیرفته"]})
    assert "؛ پراهمیت؛ پذیرفته" in made.text
    assert "پراهمیت: حذف‌شده: ۳۰ پایان حذف افزوده: ۶۰ پایان افزوده روز" in made.text


def test_control_characters_are_told_as_signs() -> None:
    text = in_words(ComparisonReading(compare_texts("ماده ۱ـ الف\u202e", "ماده ۱ـ ب\u202e\x07")), "both").text
    assert "\u202e" not in text
    assert "\x07" not in text


def test_a_tip_names_the_kind_of_a_difference_in_spelling() -> None:
    comparison = compare_texts("ماده ۱ـ كتاب ۱۲ خوب", "ماده ۱ـ کتاب 12 خوب")
    [entry] = comparison.entries
    assert word_tip(comparison, entry, "new", comparison.new.text.index("کتاب")) == (
        "نگارشی: شکل حرف\nپیش از این: كتاب"
    )
    assert "نگارشی: رقم" in word_tip(comparison, entry, "old", comparison.old.text.index("۱۲"))
    assert word_tip(comparison, entry, "new", comparison.new.text.index("خوب")) == ""


def test_a_tip_tells_of_weight_and_of_what_stood_there_before() -> None:
    comparison = compare_texts("ماده ۱ـ ظرف ۳۰ روز پاسخ دهد.", "ماده ۱ـ ظرف ۶۰ روز پاسخ دهد.")
    [entry] = comparison.entries
    tip = word_tip(comparison, entry, "new", comparison.new.text.index("۶۰"))
    assert tip.startswith("پراهمیت")
    assert tip.endswith("پیش از این: ۳۰")
    [change] = ComparisonReading(comparison).changes
    assert "پراهمیت" in change_tip(comparison, change, [])


def test_a_stale_reference_is_named_in_its_tip() -> None:
    comparison = gallery_bylaw()
    [reference] = comparison.stale_references
    reading = ComparisonReading(comparison)
    entry = comparison.entries[reading.places.entry_at("new", reference.new[0]) or 0]
    assert word_tip(comparison, entry, "new", reference.new[0]) == "ارجاع کهنه: «ماده ۱۷» باید «ماده ۱۹» شود"
