"""Labels that one side lost, as by character recognition: what they labelled is known by the other side."""

from __future__ import annotations

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, Flag, ProvisionStatus
from tests.comparison.invariants import check
from tools.benchmarks.quality import LOST_LABELS, OURS, scored

BODIES = (
    "این آیین‌نامه برای ساماندهی نگارخانه‌های استان نوشته شده است.",
    "هر نگارخانه دفتر ثبت فروش دارد و آن را هنگام بازرسی نشان می‌دهد.",
    "تعرفه خدمات هر سال با پیشنهاد مدیرکل بازنگری می‌شود.",
    "نمایش آثار در فضای مجازی تابع همین ضوابط است.",
    "نام نگارخانه نباید با نام نگارخانه دیگری در همان شهر یکی باشد.",
    "ایمنی محل برابر ضوابط سازمان آتش‌نشانی است.",
)
WHOLE = "فصل اول ـ کلیات\n" + "".join(f"ماده {number}ـ {body}\n" for number, body in enumerate(BODIES, 1))


def compared(old: str, new: str) -> Comparison:
    result = compare_texts(old, new)
    check(result)
    return result


def partners(result: Comparison, old: str, new: str) -> list[tuple[str, str]]:
    return [
        (old[slice(entry.old.start, entry.old.end)], new[slice(entry.new.start, entry.new.end)])
        for entry in result.entries
        if entry.old and entry.new
    ]


@pytest.mark.parametrize("newer", [True, False])
def test_an_article_without_its_label_is_an_entry_of_its_own(newer: bool) -> None:
    lost = WHOLE.replace("ماده 3ـ ", "").replace("ماده 5ـ ", "")
    old, new = (WHOLE, lost) if newer else (lost, WHOLE)
    result = compared(old, new)
    pairs = partners(result, old, new)
    whole = [f"ماده {number}ـ {body}" for number, body in enumerate(BODIES, 1)]
    without = [body if number in {3, 5} else whole[number - 1] for number, body in enumerate(BODIES, 1)]
    assert pairs[1:] == list(zip(whole, without, strict=True) if newer else zip(without, whole, strict=True))
    assert {entry.status for entry in result.entries} == {ProvisionStatus.UNCHANGED}
    assert not any({Flag.MERGED, Flag.SPLIT} & entry.flags for entry in result.entries)


def test_it_is_known_if_its_beginning_was_edited_as_well() -> None:
    new = WHOLE.replace("ماده 5ـ نام نگارخانه نباید", "هیچ نگارخانه‌ای نباید").replace("ماده 3ـ ", "")
    result = compared(WHOLE, new)
    (edited,) = (entry for entry in result.entries if entry.status is ProvisionStatus.EDITED)
    assert edited.old is not None
    assert (edited.old.label, edited.flags) == ("ماده 5", frozenset({Flag.RENUMBERED}))


def test_a_heading_without_its_label_is_no_part_of_an_article() -> None:
    old = WHOLE.replace("ماده 4", "فصل دوم ـ نمایش برخط\nماده 4")
    new = old.replace("فصل دوم ـ ", "").replace("ماده 2ـ ", "")
    assert ("فصل دوم ـ نمایش برخط", "نمایش برخط") in partners(compared(old, new), old, new)


def test_two_headings_of_one_title_are_told_apart_by_what_is_below_them() -> None:
    first, second = WHOLE.index("ماده 3"), WHOLE.index("ماده 5")
    begun, one, other = WHOLE[:first], WHOLE[first:second], WHOLE[second:]
    old = f"{begun}فصل دوم ـ احکام\n{one}فصل سوم ـ احکام\n{other}"
    new = f"{begun}احکام\n{other}فصل سوم ـ احکام\n{one}".replace("ماده 2ـ ", "")
    pairs = partners(compared(old, new), old, new)
    assert [pair for pair in pairs if "احکام" in pair[1]] == [
        ("فصل سوم ـ احکام", "احکام"),
        ("فصل دوم ـ احکام", "فصل سوم ـ احکام"),
    ]


def test_one_gap_does_not_part_many_merged_articles() -> None:
    old = "".join(f"ماده {number}ـ {body}\n" for number, body in enumerate(BODIES * 2, 1))
    # All but the last two are one article now, and a number is left out after it.
    new = "ماده 1ـ " + "\n".join((BODIES * 2)[:-2]) + "".join(f"\nماده {at}ـ {BODIES[at]}" for at in (4, 5))
    assert not any(
        entry.new and entry.new.label is None and entry.new.start > 0
        for entry in compared(old, new).entries
        if Flag.MERGED not in entry.flags
    )


def test_articles_that_were_merged_on_purpose_stay_merged() -> None:
    lines = "".join(
        f"ماده {number}ـ {body}\n"
        for number, body in enumerate((*BODIES[:2], f"{BODIES[2]}\n{BODIES[3]}", *BODIES[4:]), 1)
    )
    result = compared(WHOLE, "فصل اول ـ کلیات\n" + lines)
    merged = [entry.old.label for entry in result.entries if Flag.MERGED in entry.flags and entry.old]
    assert merged == ["ماده 3", "ماده 4"]


def test_of_a_law_that_lost_a_third_of_its_labels_little_is_marked_falsely() -> None:
    made, _words = scored([OURS], LOST_LABELS[:2])
    score = made["Mosharekat"].score
    assert score.words.false <= 0.02 * score.words.claimed
    assert (score.words.recall or 0) >= 0.995
    assert (score.classes["renumbered"].recall or 0) >= 0.99
