from __future__ import annotations

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.three import ThreeTexts, Timing, three_texts

PUBLISHED = """ماده ۱ـ متقاضی درخواست خود را در سامانه ثبت می‌کند.
ماده ۲ـ اداره ظرف سی روز پاسخ می‌دهد و نتیجه را اعلام می‌کند.
ماده ۳ـ هزینه بررسی بر عهده متقاضی است.
ماده ۴ـ کارگروه استانی با سه عضو تشکیل می‌شود.
"""


def compare_three(published: str, commented: str, final: str) -> ThreeTexts:
    return three_texts(
        compare_texts(published, final), compare_texts(published, commented), compare_texts(commented, final)
    )


def timing_of(found: ThreeTexts, words: str) -> Timing | None:
    """The timing of the entry whose text on either side holds `words`."""
    for index, entry in enumerate(found.whole.entries):
        texts = (
            found.whole.old.text[entry.old.start : entry.old.end] if entry.old else "",
            found.whole.new.text[entry.new.start : entry.new.end] if entry.new else "",
        )
        if any(words in text for text in texts):
            return found.timings.get(index)
    raise AssertionError(words)


def test_a_change_that_the_commented_text_has_is_told_from_one_that_came_later() -> None:
    commented = PUBLISHED.replace("سی روز", "بیست روز")
    final = commented.replace("سه عضو", "پنج عضو")
    found = compare_three(PUBLISHED, commented, final)
    assert timing_of(found, "بیست روز") is Timing.BEFORE
    assert timing_of(found, "پنج عضو") is Timing.LATER
    assert timing_of(found, "متقاضی درخواست") is None
    assert [index for index, timing in found.timings.items() if timing is not Timing.BEFORE] == [3]


def test_a_provision_that_changed_both_times_is_both() -> None:
    commented = PUBLISHED.replace("سی روز", "بیست روز")
    final = commented.replace("نتیجه را اعلام", "دلیل را به متقاضی اعلام")
    assert timing_of(compare_three(PUBLISHED, commented, final), "بیست روز") is Timing.BOTH


def test_words_that_were_changed_again_are_both() -> None:
    commented = PUBLISHED.replace("سی روز", "بیست روز")
    final = commented.replace("بیست روز", "ده روز")
    assert timing_of(compare_three(PUBLISHED, commented, final), "ده روز") is Timing.BOTH


@pytest.mark.parametrize("late", [False, True])
def test_a_provision_put_in_or_taken_out_has_its_time_too(late: bool) -> None:
    revised = PUBLISHED.replace("ماده ۳ـ هزینه بررسی بر عهده متقاضی است.\n", "") + (
        "ماده ۵ـ این آیین‌نامه از تاریخ ابلاغ لازم‌الاجرا است.\n"
    )
    found = compare_three(PUBLISHED, PUBLISHED if late else revised, revised)
    wanted = Timing.LATER if late else Timing.BEFORE
    assert timing_of(found, "هزینه بررسی") is wanted
    assert timing_of(found, "لازم‌الاجرا") is wanted


@pytest.mark.parametrize("late", [False, True])
def test_a_move_has_its_time_too(late: bool) -> None:
    lines = PUBLISHED.splitlines(keepends=True)
    bodies = [line.split("ـ", 1)[1] for line in lines]
    bodies.insert(0, bodies.pop())
    moved = "".join(f"ماده {number}ـ{body}" for number, body in zip("۱۲۳۴", bodies, strict=True))
    found = compare_three(PUBLISHED, PUBLISHED if late else moved, moved)
    assert set(found.timings.values()) == {Timing.LATER if late else Timing.BEFORE}


def test_what_was_undone_again_is_no_change() -> None:
    commented = PUBLISHED.replace("سی روز", "بیست روز")
    found = compare_three(PUBLISHED, commented, PUBLISHED)
    assert found.timings == {}
    assert found.first.counts["edited"] == found.last.counts["edited"] == 1


def test_comparisons_of_other_texts_are_refused() -> None:
    one, other = compare_texts("الف", "ب"), compare_texts("پ", "ت")
    with pytest.raises(ValueError, match="three texts"):
        three_texts(one, other, one)
