from __future__ import annotations

import pytest

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.result import ProvisionPlace
from desktop_app.comparison.structure import parse
from tests.comparison.layouts import layouts

_NUMBERS = ["1", "2", "3", "4", "5", "6", "7"]


def articles(text: str) -> list[str]:
    return [one.number for one in parse(text) if one.kind is LabelKind.ARTICLE]


def outline(text: str) -> list[str]:
    return [" > ".join(one.path) if one.label else "¶" for one in parse(text)]


def test_nearly_all_articles_are_recognised_over_all_layouts() -> None:
    found = [set(articles(text)) & set(_NUMBERS) for _name, text in layouts()]
    assert len(found) >= 100
    assert sum(map(len, found)) >= 0.98 * len(_NUMBERS) * len(found)


@pytest.mark.parametrize(("name", "text"), list(layouts()))
def test_the_articles_of_a_layout_are_its_provisions(name: str, text: str) -> None:
    assert articles(text) == _NUMBERS, name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The article itself follows, so that the line above it only cites it.
        ("ماده ۱ـ متن.\nماده ۲ این آیین‌نامه شامل آن نیست.\nماده ۲ـ متن.\n", ["ماده ۱", "ماده ۲"]),
        ("ماده ۷ـ متن.\nماده ۸ قانون مطبوعات بر آن حاکم است.\nماده ۸ـ متن.\n", ["ماده ۷", "ماده ۸"]),
        # A sentence that amends another law.
        ("ماده ۱ـ متن.\nماده ۲ قانون نمونه به شرح زیر اصلاح می‌شود:\nمتن.\n", ["ماده ۱"]),
        ("ماده ۱ـ متن.\nماده ۲ این آیین‌نامه حذف می‌شود.\n", ["ماده ۱"]),
        ("ماده ۱ـ متن.\nماده ۲، ۳ و ۴ لغو می‌شود.\n", ["ماده ۱"]),
        ("ماده ۱ متن.\nماده ۲ و ۳ این قانون شامل آن نیست.\n", ["ماده ۱"]),
        # Another law, in a text whose own articles have separators.
        ("ماده ۴ـ متن.\nماده ۵ قانون مطبوعات بر آن حاکم است.\n", ["ماده ۴"]),
        # Not the next number.
        ("ماده ۱ متن.\nماده ۹ این آیین‌نامه شامل آن نیست.\nماده ۲ متن.\n", ["ماده ۱", "ماده ۲"]),
        # A wrapped line.
        ("ماده ۱ متقاضی مدارک را طبق مفاد\nماده ۲ این آیین‌نامه می‌دهد.\nماده ۳ متن.\n", ["ماده ۱", "ماده ۳"]),
        ("ماده ۱ متقاضی مدارک را به استناد\nماده ۲ قانون می‌دهد.\n", ["ماده ۱"]),
        # A quotation of another law in a single line.
        ("ماده ۱ـ متن زیر جایگزین می‌شود:\n«ماده ۲ـ متن.»\nماده ۲ـ متن.\n", ["ماده ۱", "ماده ۲"]),
        ("ماده ۱ـ متن.\n«ماده ۷ـ متن.»\nماده ۲ـ متن.\n", ["ماده ۱", "ماده ۲"]),
        # An initial, a unit, a number of a sentence.
        ("ماده ۱ـ متن.\nم. ۲ قطعه عکس.\nماده ۲ـ متن.\n", ["ماده ۱", "ماده ۲"]),
        ("ماده ۱ـ متن.\nم ۷- متن.\nماده ۲ـ متن.\n", ["ماده ۱", "ماده ۲"]),
        ("مساحت:\nم ۲- ۱۵\n", ["¶", "¶"]),
        ("ماده ۱ـ متن.\nبند (۱) این ماده شامل آن نیست.\nبند (۲) این ماده شامل آن است.\n", ["ماده ۱"]),
        ("ماده ۱ـ متن.\nبند (۴) پروانه را لغو نمی‌کند.\n", ["ماده ۱"]),
        # Annexes and divisions that are only named.
        ("ماده ۱ـ متن.\nپیوست ۱ این آیین‌نامه بخشی از آن است.\nماده ۲ـ متن.\n", ["ماده ۱", "ماده ۲"]),
        ("ماده ۱ـ متن.\nپیوست ۱ را متقاضی پر می‌کند.\nماده ۲ـ متن.\n", ["ماده ۱", "ماده ۲"]),
        ("پیوست: ۱ برگ\nماده ۱ـ متن.\n", ["¶", "ماده ۱"]),
        # Arabic and English references.
        ("المادة ١- نص.\nالمادة ٢ من هذا القانون سارية.\nالمادة ٢- نص.\n", ["المادة ١", "المادة ٢"]),
        ("Article 1. Text.\nArticle 2 of this Law applies.\nArticle 2. Text.\n", ["Article 1", "Article 2"]),
        ("Article 1. Text under\narticle 2. Text.\nPart of it is void.\nTitle A\n", ["Article 1"]),
    ],
)
def test_a_citation_at_the_start_of_a_line_is_no_label(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    "closing",
    [
        "این آیین‌نامه از تاریخ ابلاغ لازم‌الاجرا است.",
        "این آیین‌نامه از تاریخ ابلاغ لازم‌الاجرا و همه مقررات مغایر با آن لغو می‌شود.",
        "این آیین‌نامه در سه ماده تنظیم شد و مقررات مغایر ملغی است.",
        "این دستورالعمل پس از تأیید مدیرکل اجرا می‌شود.",
        "آیین‌نامه‌های اجرایی این قانون را هیئت وزیران تصویب می‌کند.",
        "آیین‌نامه اجرایی این قانون ظرف سه ماه تهیه می‌شود.",
    ],
)
@pytest.mark.parametrize(
    "above", ["ماده (۱) متن.\nماده (۲) متن.\n", "ماده (۱)ـ متن.\nماده (۲)ـ متن.\nتبصره ـ متن.\n"]
)
def test_a_short_closing_article_is_an_article_of_its_own(closing: str, above: str) -> None:
    assert outline(f"{above}ماده (۳) {closing}\n")[-1] == "ماده (۳)"


def test_articles_with_the_name_of_their_law_need_no_complete_series() -> None:
    text = "".join(f"ماده {number} قانون نمونه: متن.\n" for number in ("۲", "۱۴", "۱۹"))
    assert outline(text) == ["ماده ۲", "ماده ۱۴", "ماده ۱۹"]
    assert outline("ماده ۲ قانون نمونه: متن.\nماده ۱۴ قانون دیگر: متن.\n") == ["¶", "¶"]


def test_clauses_without_a_separator_are_parted() -> None:
    text = "ماده ۱ـ مدارک:\nبند (۱) کارت ملی است.\nبند (۲) نشانی است.\nبند ۳ عکس است.\nتبصره ـ متن.\n"
    assert outline(text)[1:] == [
        "ماده ۱ > بند (۱)", "ماده ۱ > بند (۲)", "ماده ۱ > بند ۳", "ماده ۱ > تبصره",
    ]  # fmt: skip


def test_a_division_may_contain_a_sentence_if_another_follows() -> None:
    text = "قسمت اول- متقاضی مدارک را می‌دهد.\nقسمت دوم- اداره کل آن را بررسی می‌کند.\n"
    assert outline(text) == ["قسمت اول", "قسمت دوم"]
    assert outline("قسمت اول-\nماده ۱- متن.\n") == ["قسمت اول", "قسمت اول > ماده ۱"]


def test_an_annex_has_articles_of_its_own() -> None:
    text = (
        "فصل اول\nماده ۱- متن.\nماده ۲- متن.\nپیوست ۱- ضوابط اجرا\nماده ۱ این پیوست درباره اجرا است.\nماده ۲ متن.\n"
        "پیوست شماره (۲)\n۱- کارت ملی\nضمیمه ۳: نشانی‌ها\n"
    )
    assert outline(text) == [
        "فصل اول", "فصل اول > ماده ۱", "فصل اول > ماده ۲", "پیوست ۱",
        "پیوست ۱ > ماده ۱", "پیوست ۱ > ماده ۲", "پیوست شماره (۲)", "پیوست شماره (۲) > ۱", "ضمیمه ۳",
    ]  # fmt: skip


def test_a_text_in_quotation_marks_has_its_articles() -> None:
    assert outline("قانون نمونه\n«ماده ۱ـ متن.\nتبصره ـ متن.\nماده ۲ـ متن.»\n") == [
        "¶", "«ماده ۱", "«ماده ۱ > تبصره", "ماده ۲",
    ]  # fmt: skip


def test_notes_with_a_dash_before_their_number_are_read() -> None:
    assert outline("ماده ۱- متن.\nتبصره-۱- متن.\nتبصره-۲- متن.\nتبصره - ۱- یک.\n۲- دو.\n")[1:] == [
        "ماده ۱ > تبصره-۱", "ماده ۱ > تبصره-۲", "ماده ۱ > تبصره", "ماده ۱ > تبصره > ۱", "ماده ۱ > تبصره > ۲",
    ]  # fmt: skip


def test_sections_are_articles_only_where_a_text_has_no_others() -> None:
    statute = parse("Chapter I\nSection 1. Text.\nSection 2. Text.\n")
    assert [one.kind for one in statute] == [LabelKind.CHAPTER, LabelKind.ARTICLE, LabelKind.ARTICLE]
    treaty = parse("Chapter I\nSection 1\nArticle 1. Text.\nSection 2\nArticle 2. Text.\n")
    assert [one.kind for one in treaty][1:] == [LabelKind.SECTION, LabelKind.ARTICLE] * 2


def test_arabic_numbers_in_words_have_their_values() -> None:
    numbers = ("الحادية عشرة", "الثانية والعشرون", "الثلاثون", "المائة", "الأولى بعد المائة")
    text = "".join(f"المادة {number}: نص.\n" for number in numbers)
    assert articles(text) == ["11", "22", "30", "100", "101"]
    assert [one.number for one in parse("الفصل الأول\nنص.\nالفصل الثاني: نص\n") if one.label] == ["1", "2"]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("«ماده ۴", "ماده ۴"),
        ("«ماده ۴»", "ماده ۴"),
        ("ماده-۴", "ماده-۴"),
        ("المادة (۴)", "المادة ۴"),
        ("Article IV", "Article IV"),
        ("پیوست ۱", "پیوست ۱"),
    ],
)
def test_a_provision_is_named_by_its_article_in_each_layout(label: str, title: str) -> None:
    assert provision_title(ProvisionPlace(label, (label,), 0, 1)) == title
    note = ProvisionPlace("تبصره ۱", (label, "تبصره ۱"), 0, 1)
    assert (title in provision_title(note)) is (label != "پیوست ۱")
