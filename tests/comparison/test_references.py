from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.folding import flat
from desktop_app.comparison.numbers import in_words_as, value_of
from tests.comparison.drafts import sentence
from tests.comparison.invariants import check

OLD = """ماده ۱ـ نمایش آثار تابع مقررات عمومی است و هر متقاضی باید آن را بپذیرد.
ماده ۲ـ صدور پروانه بر عهده اداره کل است که در مهلت مقرر تصمیم می‌گیرد.
الف) پروانه نگارخانه
ب) پروانه آموزشگاه آزاد هنری
ماده ۳ـ {reference} رسیدگی می‌شود و نتیجه آن به آگاهی متقاضی می‌رسد.
تبصره ۱ـ مرجع رسیدگی کارگروه استان است.
"""


def revised(text: str) -> str:
    """An article before article 2, a clause before its clause «ب»: 2 and 3 become 3 and 4, «ب» becomes «ج»."""
    for number in (3, 2):
        text = text.replace(f"ماده {'۰۱۲۳'[number]}ـ", f"ماده {'۰۱۲۳۴'[number + 1]}ـ")
    text = text.replace("ماده ۳ـ صدور", "ماده ۲ـ اصطلاحات این متن به شرح پیوست معنا می‌شوند.\nماده ۳ـ صدور")
    return text.replace("ب) پروانه", "ب) مجوز جشنواره و برنامه صحنه‌ای\nج) پروانه")


def stale(reference: str, replacement: str | None = None) -> list[tuple[str, str]]:
    old = OLD.replace("{reference}", reference)
    new = revised(old)
    if replacement is not None:
        new = new.replace(reference, replacement)
    result = compare_texts(old, new)
    check(result)
    assert all(found.was == found.text for found in result.stale_references)
    return [(found.text, found.now) for found in result.stale_references]


@pytest.mark.parametrize(
    ("reference", "found", "now"),
    [
        ("تخلف موضوع ماده ۲", "ماده ۲", "ماده ۳"),
        ("تخلف موضوع ماده (۲)", "ماده (۲)", "ماده (۳)"),
        ("تخلف موضوع ماده 2", "ماده 2", "ماده 3"),
        ("تخلف موضوع ماده ٢", "ماده ٢", "ماده ٣"),
        ("تخلف موضوع مادهٔ دوم", "مادهٔ دوم", "مادهٔ سوم"),
        ("تخلف موضوع ماده دو", "ماده دو", "ماده سه"),
        ("تخلف موضوع مادة دوّم", "مادة دوّم", "مادة سوم"),
        ("موارد بند ب ماده دوم", "بند ب ماده دوم", "بند ج ماده سوم"),
        ("موارد مواد دوم و سوم", "مواد دوم و سوم", "مواد سوم و چهارم"),
        ("موارد مواد اول، ۲ و سوم", "مواد اول، ۲ و سوم", "مواد اول، ۳ و چهارم"),
        ("تخلف موضوع ماده ۲ این آیین‌نامه", "ماده ۲", "ماده ۳"),
        ("موارد مواد ۲ تا ۳", "مواد ۲ تا ۳", "مواد ۳ تا ۴"),
        ("موارد مواد ۱، ۲ و ۳", "مواد ۱، ۲ و ۳", "مواد ۱، ۳ و ۴"),
        ("موارد ماده‌های ۱ و ۲", "ماده‌های ۱ و ۲", "ماده‌های ۱ و ۳"),
        ("موارد بند ب ماده ۲", "بند ب ماده ۲", "بند ج ماده ۳"),
        ("موارد بند «ب» ماده ۲", "بند «ب» ماده ۲", "بند «ج» ماده ۳"),
        ("موارد بند (الف) ماده ۲", "بند (الف) ماده ۲", "بند (الف) ماده ۳"),
        ("موارد تبصره ۱ ماده ۳", "تبصره ۱ ماده ۳", "تبصره ۱ ماده ۴"),
    ],
)
def test_a_reference_to_a_renumbered_provision_is_stale(reference: str, found: str, now: str) -> None:
    assert stale(reference) == [(found, now)]


@pytest.mark.parametrize(
    "reference",
    [
        "تخلف موضوع ماده ۱",
        "تخلف موضوع ماده ۲ قانون مطبوعات",
        "تخلف موضوع ماده ۲ آیین‌نامه اجرایی دیگر",
        "تخلف موضوع تبصره ۱ همین ماده",
        "تخلف موضوع ماده ۹۹",
        "تخلف موضوع مواد آموزشی",
    ],
)
def test_what_still_holds_or_lies_elsewhere_is_not_stale(reference: str) -> None:
    assert stale(reference) == []


def test_a_reference_that_was_put_right_is_not_stale() -> None:
    assert stale("تخلف موضوع ماده ۲", "تخلف موضوع ماده ۳") == []


def test_a_reference_that_was_written_for_the_new_text_is_taken_at_its_word() -> None:
    old = OLD.replace("{reference}", "تخلف")
    new = revised(old) + "ماده ۵ـ جریمه موضوع ماده ۲ هر سال بازنگری می‌شود.\n"
    assert compare_texts(old, new).stale_references == ()


def test_a_note_that_was_renumbered_leaves_references_of_its_own_article_stale() -> None:
    old = "ماده ۱ـ متن ماده با اشاره به تبصره ۲ همین ماده است.\n"
    old += "تبصره ۱ـ نخستین تبصره.\nتبصره ۲ـ هزینه بر عهده ناشر است.\n"
    new = old.replace("تبصره ۲ـ", "تبصره ۳ـ").replace("تبصره ۳ـ", "تبصره ۲ـ مهلت تازه شش ماه است.\nتبصره ۳ـ")
    found = compare_texts(old, new).stale_references
    assert [(one.text, one.now) for one in found] == [("تبصره ۲", "تبصره ۳")]


ORDER = (
    "ماده ۱ـ ناشر شخصی است که پروانه دارد.",
    "ماده ۲ـ تعرفه خدمات هر سال بازبینی می‌شود.",
    "ماده ۳ـ پروانه را اداره با رعایت ماده ۲ صادر می‌کند.",
    "ماده ۴ـ کارگروه استانی تشکیل می‌شود.",
    "تبصره ۱ـ دبیرخانه در اداره است.",
    "تبصره ۲ـ جلسه‌ها ماهانه است و صورت‌جلسه آن نگه داشته می‌شود.",
    "ماده ۵ـ تصمیم‌های موضوع تبصره ۲ ماده ۴ به متقاضی اعلام می‌شود.",
)


def left_behind(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    result = compare_texts("\n".join(old), "\n".join(new))
    return [(one.text, one.now) for one in result.stale_references]


def test_a_reference_to_what_is_gone_is_stale_without_a_suggestion() -> None:
    kept = [line for line in ORDER if not line.startswith("ماده ۲ـ")]
    new = [line.replace("ماده ۳ـ", "ماده ۲ـ") for line in kept[:2]] + kept[2:]
    assert ("ماده ۲", "") in left_behind(ORDER, new)


def one_later(old: Sequence[str]) -> list[str]:
    """The lines with a new article after the first, and higher numbers after it."""
    new = [old[0], "ماده ۲ـ متقاضی مدارک را ثبت می‌کند.", *old[1:]]
    for number in (5, 4, 3, 2):
        digits = "۰۱۲۳۴۵۶"
        new[2:] = [line.replace(f"ماده {digits[number]}ـ", f"ماده {digits[number + 1]}ـ") for line in new[2:]]
    return new


@pytest.mark.parametrize(
    ("part", "now"),
    [
        ("بند ب ماده ۴", "بند ب ماده ۵"),
        ("بند ۳ ماده ۴", "بند ۳ ماده ۵"),
        ("بند (۳) ماده (۴)", "بند (۳) ماده (۵)"),
        ("بند ده ماده چهارم", "بند ده ماده پنجم"),
        ("جزء ۲ بند «الف» ماده ۴", "جزء ۲ بند «الف» ماده ۵"),
        ("بند ۳ تبصره ۲ ماده ۴", "بند ۳ تبصره ۲ ماده ۵"),
    ],
)
def test_of_a_reference_to_a_part_that_is_no_provision_its_article_is_put_right(part: str, now: str) -> None:
    old = [line.replace("تبصره ۲ ماده ۴", part) for line in ORDER]
    assert left_behind(old, one_later(old)) == [("ماده ۲", "ماده ۳"), (part, now)]


@pytest.mark.parametrize(
    "part", ["بند ۳ ماده ۱", "بند ۳ ماده ۹", "بند ۳", "بند ۳ ماده ۴ قانون مطبوعات", "بند ۳ این ماده"]
)
def test_a_part_of_an_article_that_kept_its_number_or_that_nobody_knows_is_left_alone(part: str) -> None:
    old = [line.replace("تبصره ۲ ماده ۴", part) for line in ORDER]
    assert left_behind(old, one_later(old)) == [("ماده ۲", "ماده ۳")]


def test_a_part_of_an_article_that_is_gone_is_stale_without_a_suggestion() -> None:
    old = [line.replace("رعایت ماده ۲", "رعایت بند ۳ ماده ۲") for line in ORDER]
    new = [line.replace("ماده ۳ـ", "ماده ۲ـ") for line in old if not line.startswith("ماده ۲ـ")]
    assert ("بند ۳ ماده ۲", "") in left_behind(old, new)


def test_the_principles_of_a_constitution_are_named_in_words() -> None:
    chance = random.Random(4)
    bodies = [sentence(chance) for _ in range(111)]
    bodies[5] = "اختیارهای موضوع بند ده اصل یکصد و دهم و بند ۳ اصل صد و نهم با رعایت قانون است."
    new = [*bodies[:50], "این اصل تازه است و همه موظف به رعایت آن هستند.", *bodies[50:]]
    found = left_behind(*([f"اصل {n}ـ {body}" for n, body in enumerate(side, 1)] for side in (bodies, new)))
    assert found == [
        ("بند ده اصل یکصد و دهم", "بند ده اصل یکصد و یازدهم"),
        ("بند ۳ اصل صد و نهم", "بند ۳ اصل صد و دهم"),
    ]


def test_a_note_that_became_an_article_is_named_as_one() -> None:
    new = [*ORDER[:5], ORDER[5].replace("تبصره ۲ـ", "ماده ۵ـ"), ORDER[6].replace("ماده ۵ـ", "ماده ۶ـ")]
    assert left_behind(ORDER, new) == [("تبصره ۲ ماده ۴", "ماده ۵")]


def test_a_note_that_is_the_only_one_now_loses_its_number() -> None:
    new = [*ORDER[:4], ORDER[5].replace("تبصره ۲ـ", "تبصره ـ"), ORDER[6]]
    assert left_behind(ORDER, new) == [("تبصره ۲ ماده ۴", "تبصره ماده ۴")]


def test_a_chapter_that_is_called_otherwise_now_is_named_so() -> None:
    old = [
        "فصل اول ـ کلیات",
        "ماده ۱ـ متقاضی مدارک فصل دوم را ثبت می‌کند.",
        "فصل دوم ـ نظارت بر اجرا",
        "ماده ۲ـ بازرس گزارش می‌دهد.",
    ]
    assert left_behind(old, [line.replace("فصل دوم ـ", "قسمت دوم ـ") for line in old]) == [
        ("فصل دوم", "قسمت دوم")
    ]


@pytest.mark.parametrize(
    ("like", "value", "written"),
    [
        ("هفتم", 8, "هشتم"),
        ("دوم", 1, "اول"),
        ("نخست", 30, "سی‌ام"),
        ("بیست و نهم", 30, "سی‌ام"),
        ("سی‌ام", 31, "سی و یکم"),
        ("بیست‌و‌نهم", 33, "سی‌و‌سوم"),
        ("یکصد و هفتم", 108, "یکصد و هشتم"),
        ("صد و هفتم", 108, "صد و هشتم"),
        ("نهصد و نود و نه", 1000, "هزار"),
        ("دوازده", 13, "سیزده"),
        ("الف", 2, None),
        ("۱۲", 13, None),
        ("اول", 2000, None),
    ],
)
def test_a_number_is_written_in_the_words_that_another_is_written_in(
    like: str, value: int, written: str | None
) -> None:
    assert in_words_as(flat(like), value) == written


@pytest.mark.parametrize("like", ["دوم", "دو", "سی‌ام", "یکصد و یکم", "بیست‌و‌دوم"])
def test_every_number_in_words_is_read_as_what_it_is(like: str) -> None:
    assert [value_of(in_words_as(flat(like), value) or "") for value in range(1, 2000)] == [*range(1, 2000)]
