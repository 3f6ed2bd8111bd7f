from __future__ import annotations

import pytest

from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.structure import Provision, parse


def labels(text: str) -> list[str | None]:
    return [provision.label for provision in parse(text)]


def own(text: str, provision: Provision) -> str:
    return text[provision.start : provision.end]


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("کتاب اول ـ کلیات", LabelKind.BOOK, "1"),
        ("باب سوم: حقوق", LabelKind.TITLE, "3"),
        ("بخش ۲ - نظارت", LabelKind.PART, "2"),
        ("فصل دوم", LabelKind.CHAPTER, "2"),
        ("مبحث چهارم ـ آثار", LabelKind.SECTION, "4"),
        ("گفتار پنجم", LabelKind.SPEECH, "5"),
        ("ماده ۵ـ متن", LabelKind.ARTICLE, "5"),
        ("ماده 5 – متن", LabelKind.ARTICLE, "5"),
        ("ماده ٥: متن", LabelKind.ARTICLE, "5"),
        ("ماده(۵)- متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵ متقاضی باید مدارک بدهد", LabelKind.ARTICLE, "5"),
        ("ماده۵\u200cمتن", LabelKind.ARTICLE, "5"),
        ("مادهٔ دوم متن", LabelKind.ARTICLE, "2"),
        ("ماده بیست و یکم ـ متن", LabelKind.ARTICLE, "21"),
        ("ماده ۵ مکرر- متن", LabelKind.ARTICLE, "5 مکرر"),
        ("ماده واحده ـ متن", LabelKind.ARTICLE, "واحده"),
        ("اصل یکصد و هفتم ـ متن", LabelKind.ARTICLE, "107"),
        ("اصل 2-متن", LabelKind.ARTICLE, "2"),
        ("اصل سی‌ام: متن", LabelKind.ARTICLE, "30"),
        ("تبصره ـ متن", LabelKind.NOTE, ""),
        ("تبصره ۲- متن", LabelKind.NOTE, "2"),
        ("تبصره یک: متن", LabelKind.NOTE, "1"),
        ("الف) متن", LabelKind.LETTER, "الف"),
        ("ب ـ متن", LabelKind.LETTER, "ب"),
        ("پ- متن", LabelKind.LETTER, "پ"),
        ("(ت) متن", LabelKind.LETTER, "ت"),
        ("هـ ـ متن", LabelKind.LETTER, "ه"),
        ("بند ج: متن", LabelKind.LETTER, "ج"),
        ("۱- متن", LabelKind.NUMBER, "1"),
        ("۱ـ متن", LabelKind.NUMBER, "1"),
        ("1. متن", LabelKind.NUMBER, "1"),
        ("(۱) متن", LabelKind.BRACKETED, "1"),
        ("جزء ۱- متن", LabelKind.ITEM, "1"),
    ],
)
def test_a_label_is_read_with_its_kind_and_number(line: str, kind: LabelKind, number: str) -> None:
    first = parse(f"{line}\n")[0]
    assert first.label is not None
    assert (first.kind, first.number) == (kind, number)


@pytest.mark.parametrize(
    "line",
    [
        "ماده ۱۲ این قانون لازم‌الاجراست.",
        "ماده ۱۲ قانون مطبوعات بر آن حاکم است.",
        "تبصره‌های ماده پیشین حذف می‌شود.",
        "تبصره ۲ ماده ۵ اصلاح می‌شود.",
        "بخش خصوصی می‌تواند مشارکت کند.",
        "۱۴۰۵/۰۹/۰۳ تاریخ تصویب است.",
        "۲.۵ میلیون ریال هزینه دارد.",
        "۱۲-۱۵ سال سن لازم است.",
        "فصل سوم این آیین‌نامه حذف شد.",
        "سـلام بر همگان",
        "اصلاح متن بر عهده شوراست.",
    ],
)
def test_running_text_is_not_taken_for_a_label(line: str) -> None:
    assert labels(f"{line}\n") == [None]


def test_a_reference_inside_a_sentence_is_no_label() -> None:
    text = "ماده ۱ـ طبق ماده ۱۲ این قانون، بند (الف) ماده ۷ و تبصره ۲- آن عمل می‌شود.\n"
    assert labels(text) == ["ماده ۱"]


def test_a_wrapped_line_that_begins_with_a_reference_goes_on_with_its_sentence() -> None:
    text = (
        "ماده ۱ـ متقاضی باید همه مدارک خود را پیش از پایان مهلت یادشده در\n"
        "ماده ۱۲ همان‌گونه که گفته شد به دبیرخانه بدهد.\n"
    )
    assert labels(text) == ["ماده ۱"]


def test_labels_that_run_together_in_a_paragraph_are_parted() -> None:
    text = (
        "ماده ۱- تعرفه هر سال مشخص می‌شود. ماده ۲- هزینه پرداخت می‌گردد "
        "ماده ۳- مهلت یک ماه است. تبصره ـ تمدید ندارد."
    )
    assert labels(text) == ["ماده ۱", "ماده ۲", "ماده ۳", "تبصره"]


def test_clauses_that_run_together_are_parted_in_their_sequence() -> None:
    text = "ماده ۲ـ مدارک: الف) شناسنامه؛ ب) کارت ملی؛ پ) عکس.\n"
    assert labels(text) == ["ماده ۲", "الف", "ب", "پ"]


def test_a_lone_bracketed_letter_in_running_text_starts_no_clause() -> None:
    assert labels("ماده ۲ـ مطابق جدول: ب) نباید چیزی پرداخت شود.\n") == ["ماده ۲"]


def test_a_clause_straight_behind_an_article_label_is_its_own_provision() -> None:
    parsed = parse("ماده ۵ـ الف) ناشر\nب) مؤلف\n")
    assert [provision.path for provision in parsed] == [("ماده ۵",), ("ماده ۵", "الف"), ("ماده ۵", "ب")]


def test_the_path_names_the_labels_above() -> None:
    text = "فصل اول ـ کلیات\nماده ۱ـ متن\nالف) متن\n۱- متن\n۲- متن\nب) متن\n"
    text += "تبصره ـ متن\nماده ۲ـ متن\nفصل دوم\nماده ۳ـ متن\n"
    paths = [provision.path for provision in parse(text)]
    assert paths == [
        ("فصل اول",),
        ("فصل اول", "ماده ۱"),
        ("فصل اول", "ماده ۱", "الف"),
        ("فصل اول", "ماده ۱", "الف", "۱"),
        ("فصل اول", "ماده ۱", "الف", "۲"),
        ("فصل اول", "ماده ۱", "ب"),
        ("فصل اول", "ماده ۱", "تبصره"),
        ("فصل اول", "ماده ۲"),
        ("فصل دوم",),
        ("فصل دوم", "ماده ۳"),
    ]


def test_letters_may_stand_under_numbers_as_well() -> None:
    paths = [provision.path for provision in parse("ماده ۱ـ متن\n۱- متن\nالف) متن\nب) متن\n۲- متن\n")]
    assert paths[2:] == [("ماده ۱", "۱", "الف"), ("ماده ۱", "۱", "ب"), ("ماده ۱", "۲")]


def test_an_article_keeps_all_its_paragraphs_but_not_its_notes() -> None:
    text = "ماده ۱ـ بند نخست متن.\nپاراگراف دوم همان ماده.\nتبصره ـ چیز دیگر.\n"
    first, note = parse(text)
    assert own(text, first) == "ماده ۱ـ بند نخست متن.\nپاراگراف دوم همان ماده."
    assert own(text, note) == "تبصره ـ چیز دیگر."


def test_a_label_alone_on_its_line_takes_the_text_below() -> None:
    text = "ماده ۷\nنگارخانه باید پروانه داشته باشد.\n"
    (only,) = parse(text)
    assert only.label == "ماده ۷"
    assert own(text, only).endswith("داشته باشد.")


def test_a_heading_takes_its_title_and_leaves_the_text_below() -> None:
    text = "فصل دوم\nنظارت\nهمه نگارخانه‌ها زیر نظر اداره کل کار می‌کنند.\nماده ۱ـ متن\n"
    assert [own(text, provision) for provision in parse(text)] == [
        "فصل دوم\nنظارت",
        "همه نگارخانه‌ها زیر نظر اداره کل کار می‌کنند.",
        "ماده ۱ـ متن",
    ]


def test_preamble_and_signature_have_no_label() -> None:
    text = (
        "آیین‌نامه نگارخانه‌ها\nمقدمه‌ای کوتاه.\nماده ۱ـ متن ماده یک است.\nماده ۲ـ این آیین‌نامه لازم‌الاجراست.\n"
        "نام و نام خانوادگی\nمدیرکل فرهنگ و ارشاد اسلامی\n"
    )
    assert labels(text) == [None, None, "ماده ۱", "ماده ۲", None, None]


def test_a_text_without_labels_is_cut_into_paragraphs() -> None:
    assert labels("یک متن ساده.\n\nبند دوم آن.\n") == [None, None]


def test_in_a_list_without_articles_paragraphs_between_stand_alone() -> None:
    assert labels("۱- یکم\nتوضیح آزاد\n۲- دوم\nپایان متن\n") == ["۱", None, "۲", None]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u200c", "\n"])
def test_a_text_without_words_has_hardly_any_provision(text: str) -> None:
    assert all(own(text, provision).strip() for provision in parse(text))
    assert len(parse(text)) <= 1


def test_direction_marks_where_a_zwnj_belongs_do_not_hide_a_label() -> None:
    assert labels("\u200fماده ۱\u200f- متن\n\ufeffتبصره\u200e- متن\n") == ["ماده ۱", "تبصره"]


def test_the_address_is_what_a_reference_would_say() -> None:
    last = parse("فصل اول\nماده ۵ـ متن\nتبصره ۲ـ متن\n")[-1]
    assert last.address == ((LabelKind.ARTICLE, "5"), (LabelKind.NOTE, "2"))


def test_nesting_without_end_stays_flat_enough() -> None:
    text = "ماده ۱ـ متن\n" + "".join(f"{mark} متن\n" for mark in ("الف)", "۱-", "(۱)", "جزء ۱-") * 500)
    assert max(len(provision.path) for provision in parse(text)) < 20
