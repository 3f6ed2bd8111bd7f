"""Names of provisions and headings in a comparison, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.labelling import change_title as change_in_words
from desktop_app.comparison.labelling import provision_title, range_ends, same_name
from desktop_app.comparison.result import Comparison
from desktop_app.wording import use_language
from tests.ui.comparison_samples import RENUMBERED, Made, bylaw, compare_by_hand, reading, same
from ui.widgets.comparison_view.changes import ChangeKind
from ui.widgets.comparison_view.fold_labels import fold_title
from ui.widgets.comparison_view.labels import absent_note, change_title
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.rows import Fold, ShownSides

__all__ = ["bylaw", "reading"]


def test_paragraphs_without_a_label_are_called_so() -> None:
    made = ComparisonReading(compare_by_hand([same("یک"), same("دو"), Made("سه", "چهار")]))
    fold = made.lines[0]
    assert isinstance(fold, Fold)
    assert fold_title(made.comparison, fold, made.rows) == ("۲ پاراگراف بدون تغییر", "")


def test_the_empty_side_says_where_a_provision_went(reading: ComparisonReading) -> None:
    notes = {
        (row.part, side): absent_note(reading.comparison, row, side, "نسخهٔ ۲" if side == "old" else "نسخهٔ ۳")
        for row in reading.rows
        for side in ("old", "new")
        if not row.shows(side)
    }
    assert notes[ShownSides.DEPARTURE, "new"] == "به ماده ۱۹ رفته است"
    assert notes[ShownSides.ARRIVAL, "old"] == "از ماده ۱۷ آمده است"
    assert notes[ShownSides.DELETED, "new"] == "در نسخهٔ ۳ نیست"
    assert notes[ShownSides.INSERTED, "old"] == "در نسخهٔ ۲ نیست"


def test_words_follow_the_language_in_use(reading: ComparisonReading) -> None:
    use_language("en")
    fold = next(line for line in reading.lines if isinstance(line, Fold) and line.hidden == 12)
    assert fold_title(reading.comparison, fold, reading.rows) == (
        "12 articles without a change",
        "\u2068ماده ۵\u2069 to \u2068۱۶\u2069",
    )


def test_clauses_and_notes_are_named_with_their_article(bylaw: Comparison) -> None:
    titles = {provision_title(e.old) for e in bylaw.entries if e.old is not None}
    assert {"ماده ۴", "بند ب ماده ۱۹", "فصل دوم"} <= titles


def test_changes_are_grouped_by_the_heading_of_their_chapter(reading: ComparisonReading) -> None:
    path = reading.chapter_of(0)
    assert path == ("فصل دوم",)
    assert reading.chapters[path] == "فصل دوم ـ صدور پروانه"


_LEFT = (
    "فصل اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست آمده است.\nفصل دوم ـ نظارت\n"
    "ماده ۲ـ بازرسان اداره با حکم مأموریت از محل فعالیت بازدید می‌کنند و گزارش می‌دهند.\n"
    "ماده ۳ـ هیئت نظارت پنج عضو دارد.\nفصل سوم ـ تخلفات\nماده ۴ـ متخلف اخطار می‌گیرد.\n"
    "ماده ۵ـ رأی هیئت ظرف بیست روز ابلاغ می‌شود.\n"
)
_ARRIVED = (
    "فصل اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست آمده است.\nفصل دوم ـ نظارت\n"
    "ماده ۲ـ هیئت نظارت هفت عضو دارد.\nفصل سوم ـ تخلفات\nماده ۳ـ متخلف اخطار می‌گیرد.\n"
    "ماده ۴ـ رأی هیئت ظرف سی روز ابلاغ می‌شود.\n"
    "ماده ۵ـ بازرسان اداره با حکم مأموریت از محل فعالیت بازدید می‌کنند و گزارش می‌دهند.\n"
)


def test_what_moved_to_another_chapter_is_listed_under_the_heading_where_it_is_met() -> None:
    reading = ComparisonReading(compare_texts(_LEFT, _ARRIVED))
    listed = [
        (change_title(reading.comparison, c), reading.chapter_of(i)) for i, c in enumerate(reading.changes)
    ]
    assert listed[0] == ("ماده ۲ ← ۵", ("فصل دوم",))
    headings = [path for _, path in listed]
    assert headings == [("فصل دوم",)] * 2 + [("فصل سوم",)] * 2


def test_what_was_left_out_is_listed_under_the_heading_that_its_chapter_has_now() -> None:
    old = "فصل اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست آمده است.\nفصل دوم ـ نظارت\nماده ۲ـ هیئت پنج عضو دارد.\n"
    old += "ماده ۳ـ این ماده برای همیشه کنار گذاشته می‌شود.\n"
    new = "فصل اول ـ هدف\nماده ۱ـ هدف این متن روشن کردن کارهاست.\n" + old.replace(
        "فصل دوم", "فصل سوم"
    ).replace("فصل اول", "فصل دوم").replace("ماده ۳ـ این ماده برای همیشه کنار گذاشته می‌شود.\n", "")
    reading = ComparisonReading(compare_texts(old, new))
    gone = next(i for i, c in enumerate(reading.changes) if c.kind is ChangeKind.DELETED)
    assert reading.chapters[reading.chapter_of(gone)] == "فصل سوم ـ نظارت"


@pytest.mark.parametrize("article", ["ماده۴-", "ماده4ـ", "ماده (۴):", "ماده ۴ـ"])
def test_a_clause_is_named_with_its_article_however_the_article_is_typed(article: str) -> None:
    old = f"{article} متقاضی باید شرایط زیر را داشته باشد:\n۱- تابعیت ایران.\n۲- دست‌کم بیست و پنج سال سن.\n"
    reading = ComparisonReading(compare_texts(old, old.replace("پنج", "سه")))
    assert [change_title(reading.comparison, change) for change in reading.changes] == ["بند ۲ ماده ۴"]


def test_a_number_in_brackets_is_the_same_name() -> None:
    made = compare_texts("ماده (۳): فعالیت آزاد است.", "ماده ۳ـ فعالیت آزاد نیست.")
    assert change_in_words(made.entries[:1]) == "ماده ۳"


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("ماده هفتم", "ماده هشتم", "ماده هفتم ← هشتم"),
        ("باب سوم", "باب دوم", "باب سوم ← دوم"),
        ("ماده ۷", "ماده ۸", "ماده ۷ ← ۸"),
        ("ماده واحده", "ماده ۸", "ماده واحده ← ۸"),
    ],
)
def test_what_both_names_of_a_renumbered_provision_share_is_said_once(old: str, new: str, title: str) -> None:
    words = " ـ صاحب پروانه هر سال گزارش فعالیت خود را به اداره می‌دهد."
    made = compare_by_hand([Made(old + words, new + words, flags=RENUMBERED)])
    entry = made.entries[0]
    assert entry.old is not None
    assert entry.new is not None
    named = entry._replace(
        old=entry.old._replace(label=old, path=(old,)),
        new=entry.new._replace(label=new, path=(new,)),
    )
    reading = ComparisonReading(replace(made, entries=(named,)))
    assert change_title(reading.comparison, reading.changes[0]) == title


def test_a_heading_is_that_of_the_newer_text_where_two_chapters_changed_places() -> None:
    two = "باب دوم ـ کارگروه\nماده ۲ـ کارگروه پنج عضو دارد و هر ماه یک بار تشکیل می‌شود.\n"
    two += "ماده ۳ـ آرای کارگروه با اکثریت معتبر است و صورت‌جلسه آن بایگانی می‌شود.\n"
    three = "باب سوم ـ سایر مقررات\nماده ۴ـ نظارت با معاونت است.\n"
    old = "باب اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست است.\n" + two + three
    new = "باب اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست است.\n" + three.replace("سوم", "دوم").replace("۴", "۲")
    new += two.replace("دوم", "سوم").replace("ماده ۳", "ماده ۴").replace("ماده ۲", "ماده ۳")
    reading = ComparisonReading(compare_texts(old, new))
    assert reading.chapters["باب دوم",] == "باب دوم ـ سایر مقررات"
    assert reading.chapters["باب سوم",] == "باب سوم ـ کارگروه"


@pytest.mark.parametrize(
    ("old", "new"), [("تبصره يك ماده چهارم", "تبصره یک ماده چهارم"), ("اصل دوم", "اصل ۲")]
)
def test_a_name_that_is_only_spelled_otherwise_is_said_once(old: str, new: str) -> None:
    assert same_name(old, new)
    assert not same_name(old, new.replace("چهارم", "پنجم").replace("۲", "۳"))


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        ("ماده ۵", "ماده ۱۶", ("ماده ۵", "۱۶")),
        ("بند ۳ ماده ۴", "بند ۵ ماده ۴", ("بند ۳", "۵ ماده ۴")),
        ("بند د ماده ۱۰", "تبصره ماده ۱۰", ("بند د", "تبصره ماده ۱۰")),
        ("تبصره ۱ ماده ۷", "تبصره ۲ ماده ۸", ("تبصره ۱ ماده ۷", "تبصره ۲ ماده ۸")),
        ("ماده ۵", "بند ۳ ماده ۵", ("ماده ۵", "بند ۳ ماده ۵")),
        ("فصل دوم", "ماده ۵", ("فصل دوم", "ماده ۵")),
    ],
)
def test_what_the_ends_of_a_range_share_is_said_once(first: str, last: str, ends: tuple[str, str]) -> None:
    assert range_ends(first, last) == ends
