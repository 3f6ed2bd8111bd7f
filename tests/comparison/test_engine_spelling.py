"""Differences of spelling alone, and those that look so and weigh more."""

from __future__ import annotations

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Flag, Op, ProvisionStatus, SpellingKind
from tests.comparison.compared import BYLAW, compared
from tests.comparison.drafts import noisy


def kinds(old: str, new: str) -> set[SpellingKind | None]:
    """The kinds of spelling differences of one sentence; fails if there is any other difference."""
    result = compared(f"ماده ۱ـ {old}\n", f"ماده ۱ـ {new}\n")
    assert result.counts["orthographic"] == 1, result.entries
    assert result.counts["changes"] == 0
    return {span.kind for span in result.entries[0].spans if span.op is Op.ORTHOGRAPHIC}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("هيئت رسيدگي كننده", "هیئت رسیدگی کننده", SpellingKind.LETTER_FORM),
        ("خانهٔ هنرمندان", "خانۀ هنرمندان", SpellingKind.LETTER_FORM),
        ("خانه\u200cٔ هنرمندان", "خانهٔ هنرمندان", SpellingKind.LETTER_FORM),
        ("ظرف ۳۰ روز", "ظرف 30 روز", SpellingKind.DIGITS),
        ("ظرف ٣٠ روز", "ظرف ۳۰ روز", SpellingKind.DIGITS),
        ("مبلغ ۱٬۰۰۰٬۰۰۰ ریال", "مبلغ 1,000,000 ریال", SpellingKind.DIGITS),
        ("رسماً اعلام", "رسما اعلام", SpellingKind.MARKS),
        ("سـلام دوستان", "سلام دوستان", SpellingKind.MARKS),
        ("اعلام می‌کند", "اعلام می کند", SpellingKind.JOINING),
        ("اعلام می‌کند", "اعلام میکند", SpellingKind.JOINING),
        ("کتاب ها را", "کتاب‌ها را", SpellingKind.JOINING),
        ("آیین‌نامه اجرایی", "آیین نامه اجرایی", SpellingKind.JOINING),
        ("گفت: «باید»", 'گفت: "باید"', SpellingKind.PUNCTUATION),
        ("سال ۱۴۰۴–۱۴۰۵", "سال ۱۴۰۴-۱۴۰۵", SpellingKind.PUNCTUATION),
        ("هنر ، فرهنگ", "هنر، فرهنگ", SpellingKind.SPACING),
        ("هنر و  فرهنگ", "هنر و فرهنگ", SpellingKind.SPACING),
        ("می\u200fکند کار", "می\u200cکند کار", SpellingKind.INVISIBLE),
        ("هنر\u00adمند خوب", "هنرمند خوب", SpellingKind.INVISIBLE),
        ("هنر \u200eو فرهنگ", "هنر و فرهنگ", SpellingKind.INVISIBLE),
    ],
)
def test_a_difference_in_spelling_has_its_kind(old: str, new: str, kind: SpellingKind) -> None:
    assert kinds(old, new) == {kind}
    assert kinds(new, old) == {kind}


def test_joining_that_makes_another_word_is_weighty() -> None:
    result = compared("ماده ۱ـ او در آمد و رفت.\n", "ماده ۱ـ او درآمد و رفت.\n")
    (span,) = [span for span in result.entries[0].spans if span.op is Op.ORTHOGRAPHIC]
    assert (span.kind, span.weighty) == (SpellingKind.JOINING, True)
    taste = compared("ماده ۱ـ کتاب‌ها را می‌برد.\n", "ماده ۱ـ کتابها را می برد.\n")
    assert not any(span.weighty for span in taste.entries[0].spans)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("اصل دوم ـ متن اصل", "اصل ۲ ـ متن اصل"),
        ("ماده ۵ـ متن ماده", "ماده 5- متن ماده"),
        ("مادهٔ ۵: متن ماده", "ماده (۵) ـ متن ماده"),
        ("الف) متن بند", "الف- متن بند"),
        ("(۱) متن بند", "۱- متن بند"),
    ],
)
def test_the_same_number_spelled_otherwise_is_no_renumbering(old: str, new: str) -> None:
    result = compared(f"{old}\n", f"{new}\n")
    assert result.entries[0].status is ProvisionStatus.ORTHOGRAPHIC
    assert result.entries[0].flags == frozenset()
    assert result.counts["changes"] == 0


def test_a_number_word_in_a_label_counts_as_digits() -> None:
    result = compared("اصل دوم ـ متن\n", "اصل ۳ ـ متن\n")
    assert result.entries[0].flags == {Flag.RENUMBERED}
    spelled = compared("اصل دوم ـ متن\n", "اصل ۲ ـ متن\n")
    assert spelled.entries[0].spans[0].kind is SpellingKind.DIGITS


def test_letters_that_only_search_confuses_are_an_edit() -> None:
    assert compared("ماده ۱ـ آن مرد آمد اینجا.\n", "ماده ۱ـ آن مرد امد اینجا.\n").counts["edited"] == 1


def test_only_other_letter_forms_are_only_orthographic() -> None:
    result = compared(BYLAW, noisy(BYLAW))
    assert result.counts["edited"] == result.counts["changes"] == 0
    assert result.counts["orthographic"] > 5


def test_spelling_that_makes_another_word_is_known_without_its_spans() -> None:
    result = compare_texts("ماده ۱ـ در آمد شهرداری", "ماده ۱ـ درآمد شهرداري")
    assert result.entries[0].weighty
    assert not compare_texts("ماده ۱ـ می شود", "ماده ۱ـ مي‌شود").entries[0].weighty
    assert not compare_texts("ماده ۱ـ کتاب ها", "ماده ۱ـ کتاب‌ها").entries[0].weighty
    assert compare_texts("ماده ۱ـ ۳۰ روز", "ماده ۱ـ ۶۰ روز").entries[0].weighty


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مأمور تأمین مؤسسه جزئی", "مامور تامین موسسه جزیی"),
        ("امضاء و اجراء آن", "امضا و اجرا آن"),
        ("همه‌ی برنامه‌ها", "همهٔ برنامه‌ها"),
        ("همه ی برنامه‌ها", "همه برنامه‌ها"),
        ("وزارت کشورـ سازمان", "وزارت کشور ـ سازمان"),
        ("آیین‌نامه٬ دستورالعمل و بخشنامه", "آیین‌نامه، دستورالعمل و بخشنامه"),
        ("بنا بر این مقررات", "بنابراین مقررات"),
        ("در این قانون", "دراین قانون"),
        ("اعمال شود و ابلاغ گردد", "اعمال شودو ابلاغ گردد"),
        ("بی‌کار و شصت‌وپنج", "بیکار و شصت و پنج"),
    ],
)
def test_what_is_only_spelled_otherwise_is_no_edit_and_weighs_nothing(one: str, other: str) -> None:
    for old, new in ((one, other), (other, one)):
        result = compared(f"ماده ۱ـ {old} است.", f"ماده ۱ـ {new} است.")
        assert [entry.status for entry in result.entries] == [ProvisionStatus.ORTHOGRAPHIC]
        assert not result.entries[0].weighty


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("در آمد", "درآمد", ProvisionStatus.ORTHOGRAPHIC),
        ("به نام", "بهنام", ProvisionStatus.ORTHOGRAPHIC),
        ("باز دید", "بازدید", ProvisionStatus.ORTHOGRAPHIC),
        ("آب", "اب", ProvisionStatus.EDITED),
    ],
)
def test_another_word_is_said_to_be_one(one: str, other: str, status: ProvisionStatus) -> None:
    result = compared(f"ماده ۱ـ {one} آنان است.", f"ماده ۱ـ {other} آنان است.")
    # A difference in spelling alone is shown only because it is weighty; an edit is shown anyhow.
    assert (result.entries[0].status, result.entries[0].weighty) == (
        status,
        status is ProvisionStatus.ORTHOGRAPHIC,
    )


def test_words_between_compounds_that_are_only_written_apart_are_no_edit() -> None:
    result = compared(
        "ماده ۱ـ سازمان‌های اداری به وضع تصویب‌نامه و آیین‌نامه بپردازد.",
        "ماده ۱ـ وضع تصویب نامه و آیین نامه بپردازد.",
    )
    (entry,) = result.entries
    changed = [span for span in entry.spans if span.op in {Op.DELETE, Op.INSERT, Op.REPLACE}]
    assert [result.old.text[slice(*span.old)].strip() for span in changed] == ["سازمان‌های اداری به"]
    assert {span.op for span in changed} == {Op.DELETE}


def test_a_word_written_in_two_is_no_edit_though_its_first_half_stands_behind_it_again() -> None:
    joined = "ماده ۱ـ هیئت داوران به‌تدریج به معنای گروه است."
    parted = "ماده ۱ـ هیئت داوران به تدریج به معنای گروه نیست."
    for old, new in ((joined, parted), (parted, joined)):
        result = compared(old, new)
        (entry,) = result.entries
        changed = [span for span in entry.spans if span.op in {Op.DELETE, Op.INSERT, Op.REPLACE}]
        assert {result.old.text[slice(*span.old)] for span in changed} <= {"است", "نیست"}
        assert Op.ORTHOGRAPHIC in {span.op for span in entry.spans}
