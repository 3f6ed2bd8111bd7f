from __future__ import annotations

import pytest

from desktop_app.comparison.labels import LabelKind, canonical_number, follows
from desktop_app.comparison.numbers import value_of
from desktop_app.comparison.structure import parse
from desktop_app.instruments.drafting.outline import outline


def labels(text: str) -> list[str | None]:
    return [provision.label for provision in parse(text)]


def numbers(text: str) -> list[str]:
    return [provision.number for provision in parse(text) if provision.label is not None]


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("مـاده ۵- متن", LabelKind.ARTICLE, "5"),
        ("مـــاده ۵ متن", LabelKind.ARTICLE, "5"),
        ("ما\u200cده ۵: متن", LabelKind.ARTICLE, "5"),
        ("ما\u00adده ۵: متن", LabelKind.ARTICLE, "5"),
        ("\u200f\u200eماده\u200f ۵\u200f- متن", LabelKind.ARTICLE, "5"),
        ("ما ده ۵ - متن", LabelKind.ARTICLE, "5"),
        ("م ا د ه ۵ : متن", LabelKind.ARTICLE, "5"),
        ("م ا د ه ۵", LabelKind.ARTICLE, "5"),
        ("ماده۵-متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵متن", LabelKind.ARTICLE, "5"),
        ("مادة ٥- متن", LabelKind.ARTICLE, "5"),
        ("مادۀ ۵- متن", LabelKind.ARTICLE, "5"),
        ("مادهٔ ۵- متن", LabelKind.ARTICLE, "5"),
        ("ماده‌ی ۵- متن", LabelKind.ARTICLE, "5"),
        ("ﻣﺎﺩﻩ ۵- متن", LabelKind.ARTICLE, "5"),
        ("ماده شماره ۵: متن", LabelKind.ARTICLE, "5"),
        ("[ماده ۵] متن", LabelKind.ARTICLE, "5"),
        ("(ماده ۵) متن", LabelKind.ARTICLE, "5"),
        ("*ماده ۵ متن", LabelKind.ARTICLE, "5"),
        ("**ماده ۵-** متن", LabelKind.ARTICLE, "5"),
        ("## ماده ۵", LabelKind.ARTICLE, "5"),
        ("ماده ۵[۱]ـ متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵¹ـ متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵. متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵) متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵ ‐ متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵ — متن", LabelKind.ARTICLE, "5"),
        ("ماده ۵ـ ۱۵ روز مهلت است.", LabelKind.ARTICLE, "5"),
        ("ماده ۵-۱- متن", LabelKind.ARTICLE, "5-1"),
        ("ماده ۵.۱ متن", LabelKind.ARTICLE, "5-1"),
        ("ماده ۵/۱ـ متن", LabelKind.ARTICLE, "5/1"),
        ("ماده ۵ (مکرر) ـ متن", LabelKind.ARTICLE, "5 مکرر"),
        ("ماده ۵ مکرر ۲ ـ متن", LabelKind.ARTICLE, "5 مکرر 2"),
        ("ماده‌واحده: متن", LabelKind.ARTICLE, "واحده"),
        ("ماده اول متن", LabelKind.ARTICLE, "1"),
        ("ماده دوّم ـ متن", LabelKind.ARTICLE, "2"),
        ("ماده بیستم ـ متن", LabelKind.ARTICLE, "20"),
        ("ماده بیست‌ویکم ـ متن", LabelKind.ARTICLE, "21"),
        ("اصل یک‌صد و هفتم متن", LabelKind.ARTICLE, "107"),
        ("اصل هشتاد و پنجم: متن", LabelKind.ARTICLE, "85"),
        ("تبصره۱: متن", LabelKind.NOTE, "1"),
        ("تبصره (۱) متن", LabelKind.NOTE, "1"),
        ("تبصرهـ متن", LabelKind.NOTE, ""),
        ("تبصرة ۲ـ متن", LabelKind.NOTE, "2"),
        ("تبصره الحاقی ـ متن", LabelKind.NOTE, ""),
        ("ت ب ص ر ه ۲ - متن", LabelKind.NOTE, "2"),
        ("تبصره دوم ـ متن", LabelKind.NOTE, "2"),
        ("فصل نخست", LabelKind.CHAPTER, "1"),
        ("ف صل دوم", LabelKind.CHAPTER, "2"),
        ("بخش اوّل: متن", LabelKind.PART, "1"),
        ("(الف) متن", LabelKind.LETTER, "الف"),
        ("الف . متن", LabelKind.LETTER, "الف"),
        ("الفـ متن", LabelKind.LETTER, "الف"),
        ("• الف) متن", LabelKind.LETTER, "الف"),
        ("بند (ب)ـ متن", LabelKind.LETTER, "ب"),
        ("بند ب", LabelKind.LETTER, "ب"),
        ("بند ۲: متن", LabelKind.NUMBER, "2"),
        ("بند دوم ـ متن", LabelKind.NUMBER, "2"),
        ("الف-۲- متن", LabelKind.LETTER, "الف-2"),
        ("۱ ـ متن", LabelKind.NUMBER, "1"),
        ("۱) متن", LabelKind.NUMBER, "1"),
        ("1-1- متن", LabelKind.NUMBER, "1-1"),
        ("۱.۱. متن", LabelKind.NUMBER, "1-1"),
        ("( ۱ ) متن", LabelKind.BRACKETED, "1"),
        ("جزء (۱): متن", LabelKind.ITEM, "1"),
        ("جزء یک ـ متن", LabelKind.ITEM, "1"),
    ],
)
def test_a_label_is_read_however_it_is_printed(line: str, kind: LabelKind, number: str) -> None:
    first = parse(f"{line}\n")[0]
    assert first.label is not None
    assert (first.kind, first.number) == (kind, number)
    assert line[: first.label_end].endswith(first.label)


@pytest.mark.parametrize(
    "line",
    [
        "ماده ۵ قانون نمونه حاکم است.",
        "ماده ۵ آیین‌نامه نمونه حاکم است.",
        "ماده ۵، ۶ و ۷ لغو می‌شود.",
        "ماده ۵ و ۶ لغو می‌شود.",
        "ماده ۵ تا ۷ لغو می‌شود.",
        "ماده ۵ مصوب سال ۱۳۹۰ لغو می‌شود.",
        "ماده ۹ به شرح زیر اصلاح می‌شود:",
        "ماده ۹ حذف شد.",
        "ماده ۹ سابق حذف شد.",
        "کتاب ۱۲۰ برگ دارد.",
        "بخش دوم بیمارستان است.",
        "تبصره ۲ همین ماده لغو می‌شود.",
        "تبصره‌ای به ماده ۵ افزوده می‌شود.",
        "تبصره مذکور لغو می‌شود.",
        "بند الف ماده ۵ لغو می‌شود.",
        "بند ۲ این ماده لغو می‌شود.",
        "بندهای الف و ب لغو می‌شود.",
        "بند کفش نمونه",
        "اصل سند نزد دفتر می‌ماند.",
        "اصل بر این است که همه برابرند.",
        "اصل دو سند لازم است.",
        "اصلی ۲ نسخه لازم است.",
        "اصول یکم و دوم",
        "بخشنامه ۵ اداره",
        "بخش خصوصی",
        "باب آشنایی",
        "کتاب دو جلد دارد و در بخش نخست آن سرگذشت هنرمندان استان آمده و در بخش دیگر آثار آنان معرفی شده است.",
        "مادهاي ۵",
        "۱۴۰۵ـ سال نمونه",
        "۱۴۰۵/۰۳/۰۱",
        "۱-۳-۱۴۰۵",
        "۲/۵ درصد",
        "۳.۵ درصد",
        "۱۵٪ درصد",
        "۵۰۰٬۰۰۰ ریال",
        "۰۲۱-۸۸۹۰۱۲۳۴",
        "۰۲۱ - ۸۸۹۰۱۲۳۴",
        "۸:۳۰ صبح",
        "م. نمونه",
        "ع . نمونه",
        "ت: ۸۸۹۰۱۲۳۴",
        "«الف» و «ب» درست است.",
        "«الف» متن",
        "و دیگران",
    ],
)
def test_what_only_begins_like_a_label_is_running_text(line: str) -> None:
    assert labels(f"{line}\n") == [None]


def test_an_article_without_a_dash_is_known_by_its_number_where_its_first_word_could_refer() -> None:
    text = "ماده ۱ متن.\nماده ۲ به منظور اجرا کارگروهی تشکیل می‌شود.\nماده ۹ به وزارت نمونه رسید.\n"
    assert labels(text) == ["ماده ۱", "ماده ۲"]


def test_a_wrapped_line_may_begin_with_a_number_and_a_full_stop() -> None:
    text = (
        "ماده ۱ـ مهلت بررسی درخواست از روز ثبت آن در سامانه تا پایان کار حداکثر\n۳۰. روز است.\nماده ۲ـ متن.\n"
    )
    assert labels(text) == ["ماده ۱", "ماده ۲"]


def test_a_letter_with_a_full_stop_is_a_clause_only_among_its_neighbours() -> None:
    assert labels("ماده ۱ـ متن:\nالف. یکم\nب. دوم\n") == ["ماده ۱", "الف", "ب"]
    assert labels("ماده ۱ـ متن:\nپ. نمونه\n") == ["ماده ۱"]


def test_headings_and_articles_run_together_in_one_paragraph() -> None:
    text = (
        "فصل اول ـ کلیات ماده ۱ـ متن نخست است. ماده ۲ متقاضی مدارک می‌دهد. فصل دوم ـ نظارت "
        "ماده ۳- متن پایانی است."
    )
    assert labels(text) == ["فصل اول", "ماده ۱", "ماده ۲", "فصل دوم", "ماده ۳"]


def test_references_inside_a_paragraph_stay_inside_it() -> None:
    text = (
        "ماده ۱ـ متقاضی مدارک می‌دهد. ماده ۲ این آیین‌نامه مهلت را می‌گوید. طبق ماده ۲- بند ب آن عمل می‌شود: "
        "موضوع تبصره ۱- ماده ۷ و فصل دوم- آن.\n"
    )
    assert labels(text) == ["ماده ۱"]


def test_a_reference_behind_an_abbreviation_is_no_label() -> None:
    assert labels("ماده ۱ـ متن است. ر.ک. ماده ۱۲- بند ب آن. ماده ۲ـ متن است. ماده ۴ـ متن.\n") == [
        "ماده ۱",
        "ماده ۲",
        "ماده ۴",
    ]


def test_the_order_of_letters_as_numbers_is_followed_inside_a_paragraph() -> None:
    assert labels("ماده ۱ـ مدارک: الف) یکم؛ ب) دوم؛ ج) سوم؛ د) چهارم.\n") == ["ماده ۱", "الف", "ب", "ج", "د"]


def test_a_quoted_article_belongs_to_what_quotes_it() -> None:
    text = "ماده ۱ـ ماده ۵ چنین می‌شود: «ماده ۵ـ متن.\nتبصره ـ متن.»\nماده ۲ـ متن.\n"
    assert labels(text) == ["ماده ۱", "ماده ۲"]


def test_a_quotation_that_never_ends_hides_nothing() -> None:
    assert labels("ماده ۱ـ گفت:\n«متن\nماده ۲ـ متن.\n") == ["ماده ۱", "ماده ۲"]


def test_notes_at_the_foot_of_a_page_are_no_clauses() -> None:
    text = "ماده ۱ـ مطابق قانون[۱] عمل می‌شود.\n_____\n۱- قانون نمونه\n۲- قانون دیگر\n\nماده ۲ـ متن.\n"
    assert labels(text) == ["ماده ۱", None, None, None, "ماده ۲"]


def test_a_rule_without_a_mark_above_parts_a_list_and_starts_no_notes() -> None:
    assert labels("بخشنامه\n----------\n۱- یکم\n۲- دوم\n") == [None, None, "۱", "۲"]


def test_a_list_of_copies_is_no_list_of_clauses() -> None:
    text = "ماده ۱ـ متن است.\nنام نمونه\nمدیرکل\nرونوشت:\n۱- یکم\n۲- دوم\n"
    assert labels(text) == ["ماده ۱", None, None, None, None, None]


def test_a_copy_that_is_asked_for_is_no_list_of_copies() -> None:
    assert labels("ماده ۱ـ مدارک:\nرونوشت شناسنامه\n۱- یکم\n۲- دوم\n") == ["ماده ۱", "۱", "۲"]


def test_a_signature_before_an_annex_ends_the_last_article() -> None:
    text = (
        "ماده ۱ـ متن.\nماده ۲ـ این دستورالعمل از تاریخ ابلاغ اجرا می‌شود.\nنام نمونه\nمدیرکل استان\n"
        "پیوست شماره ۱\nماده ۱ـ متن.\nماده ۲ـ متن.\n"
    )
    assert labels(text) == ["ماده ۱", "ماده ۲", None, None, "پیوست شماره ۱", "ماده ۱", "ماده ۲"]


def test_members_below_a_colon_sign_nothing() -> None:
    text = "ماده ۱ـ متن.\nماده ۲ـ اعضا چنین‌اند:\nمدیرکل استان\nرئیس شورا\n"
    assert labels(text) == ["ماده ۱", "ماده ۲"]


def test_the_sentence_of_adoption_and_its_signature_end_the_last_note() -> None:
    text = (
        "ماده ۱ـ متن.\nتبصره ـ متن.\n"
        "قانون فوق مشتمل بر یک ماده و یک تبصره در جلسه علنی روز یکشنبه مجلس نمونه تصویب شد.\n"
        "رئیس مجلس نمونه ـ نام نمونه\n[امضاء]\n"
    )
    assert labels(text) == ["ماده ۱", "تبصره", None, None, None]


def test_an_item_of_a_list_keeps_its_wrapped_lines() -> None:
    text = (
        "۱- همه واحدها باید گزارش ماهانه خود را تا پنجم هر ماه بفرستند و در آن\nشمارها را بیاورند.\n۲- دوم\n"
    )
    assert labels(text) == ["۱", "۲"]


def test_a_clause_behind_a_note_goes_on_with_the_list_of_the_article() -> None:
    paths = [p.path for p in parse("ماده ۱ـ متن:\nالف) یکم\nتبصره ـ متن\nب) دوم\nتبصره ـ متن\nالف) یکم\n")]
    assert paths[3:] == [("ماده ۱", "ب"), ("ماده ۱", "تبصره"), ("ماده ۱", "تبصره", "الف")]


def test_a_label_has_the_word_that_a_dictionary_has() -> None:
    words = [p.word for p in parse("مـاده ۱- متن\nم ا د ه ۲ - متن\nاصل ۳ ـ متن\nجز ۱- متن\n۱- متن\n")]
    assert words == ["ماده", "ماده", "اصل", "جزء", ""]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("۱۲", 12),
        ("دوازدهم", 12),
        ("یکصد و هفتم", 107),
        ("یک‌صد و هفتم", 107),
        ("بیستویکم", 21),
        ("سی‌اُم", 30),
        ("اوّل", 1),
        ("هزار و دویست و سی", 1230),
        ("دو هزار", 2000),
        ("کتاب", None),
        ("", None),
        ("۵" * 30, None),
    ],
)
def test_a_number_has_its_value_in_digits_and_words(written: str, value: int | None) -> None:
    from desktop_app.comparison.folding import flat  # noqa: PLC0415 - only here

    assert value_of(flat(written)) == value


def test_numbers_of_labels_are_keys() -> None:
    assert canonical_number("(05)") == "5"
    assert canonical_number("1.2") == canonical_number("1-2") == "1-2"
    assert canonical_number("ا") == "الف"
    assert canonical_number("5 مکرر دوم") == "5 مکرر 2"


@pytest.mark.parametrize(
    ("number", "following", "expected"),
    [
        ("1", "2", True),
        ("9", "10", True),
        ("2", "2", False),
        ("ب", "پ", True),
        ("ب", "ج", True),
        ("ب", "ت", False),
        ("1", "1-1", True),
        ("1-1", "1-2", True),
        ("1-2", "2", True),
        ("1-2", "2-1", False),
        ("1", "الف", False),
    ],
)
def test_a_list_goes_on_with_the_next_number_or_letter(number: str, following: str, expected: bool) -> None:
    assert follows(number, following) is expected


def test_the_outline_marks_the_label_where_it_stands() -> None:
    text = "\u200fماده ۱ـ هدف\n"
    (entry,) = outline(text)
    assert (entry.label, entry.heading, entry.start) == ("ماده ۱", "هدف", 0)
    (provision,) = parse(text)
    assert provision.label_end == 7
