"""Texts as pages, pastes and amendments bring them: broken lines, one paragraph, laws inside laws."""

from __future__ import annotations

import textwrap

import pytest

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.folding import flat
from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.structure import parse
from desktop_app.comparison.wrapping import Wrapping

#: Sample text of no law, in the words of one.
_BYLAW = """آیین‌نامه نمونه کتابخانه‌های روستایی
فصل اول ـ تعریف‌ها و هدف‌های کتابخانه‌های روستایی و شیوه همکاری آن‌ها با دهیاری
ماده ۱ ـ کتابخانه روستایی جایی است که کتاب‌ها را به اهالی روستا و دانش‌آموزان آن امانت می‌دهد و ساعت کار آن روشن است.
تبصره ۱ ـ کسی که کتاب را دیر برمی‌گرداند، مشمول مواد (۳) و (۴) این آیین‌نامه است و تا یک ماه کتاب نمی‌گیرد.
تبصره ۲ ـ امانت کتاب‌های مرجع با رعایت بندهای (۱) و (۲) ماده بعد و با اجازه کتابدار ممکن است.
ماده ۲ ـ کتابدار وظیفه‌های زیر را دارد:
۱ ـ نگهداری از کتاب‌ها و قفسه‌ها و پاکیزگی تالار مطالعه در همه روزهای هفته.
۲ ـ پاسخ به پرسش‌های اهالی درباره کتاب‌ها و راهنمایی دانش‌آموزان در یافتن آن‌ها.
فصل دوم ـ هزینه‌ها
ماده ۳ ـ هزینه خرید کتاب را دهیاری و شورای روستا به نسبت برابر می‌پردازند و گزارش آن را هر سال به بخشداری می‌دهند.
ماده ۴ ـ این آیین‌نامه از اول مهر اجرا می‌شود.
این آیین‌نامه مشتمل بر دو فصل و چهار ماده و دو تبصره در نشست شورای نمونه روستا به تصویب رسید و به دهیاری فرستاده شد.
نام نمونه
رئیس شورای نمونه
"""


def wrapped(text: str, width: int) -> str:
    """`text` with no line longer than `width` code points, broken between words."""
    lines = [
        textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    ]
    return "\n".join("\n".join(line) for line in lines)


def labels(text: str) -> list[str | None]:
    return [provision.label for provision in parse(text)]


def paths(text: str) -> list[str]:
    return [" > ".join(provision.path) for provision in parse(text)]


def own(text: str, label: str) -> str:
    return next(text[one.start : one.end] for one in parse(text) if one.label == label)


@pytest.mark.parametrize("width", [30, 38, 45, 55, 70, 90])
def test_a_column_of_any_width_has_the_provisions_of_the_text_itself(width: int) -> None:
    def provisions(text: str) -> list[tuple[tuple[str, ...], str]]:
        return [(one.path, " ".join(text[one.start : one.end].split())) for one in parse(text)]

    titles = 1  # That of the bylaw may stand on two lines: nothing tells that it is one.
    whole, page = provisions(_BYLAW), provisions(wrapped(_BYLAW, width))
    assert page[-len(whole) + titles :] == whole[titles:]


@pytest.mark.parametrize("width", [30, 45, 60, 90])
def test_the_width_of_a_page_is_read_from_its_lines(width: int) -> None:
    measured = Wrapping(flat(wrapped(_BYLAW, width))).width
    assert measured is not None
    assert width - 4 <= measured <= width


def test_a_text_that_no_page_broke_has_no_width() -> None:
    assert Wrapping(flat(_BYLAW)).width is None
    assert Wrapping(flat("الف) دفتر و مداد\nب) کاغذ سفید\n" * 10)).width is None


@pytest.mark.parametrize(
    "text",
    [
        "ماده ۱ـ ناشر\nمشمول مواد\n(۴) و (۵) این آیین‌نامه است.\n",
        "ماده ۱ـ ناشر مشمول مواد (۳) و\n(۴) و (۵) این آیین‌نامه است.\n",
        "ماده ۱ـ با رعایت بندهای\n(۱) و (۲) آن.\n",
        "ماده ۱ـ با رعایت تبصره‌های\n۱- و ۲- آن.\n",
        "ماده ۱ـ مدارک را با رعایت\nماده ۲ این آیین‌نامه می‌دهد.\n",
    ],
)
def test_a_reference_that_a_line_end_breaks_is_no_label(text: str) -> None:
    assert labels(text) == ["ماده ۱"]


def test_a_list_in_brackets_below_an_unfinished_item_is_still_a_list() -> None:
    assert labels("ماده ۱ـ مدارک:\n(۱) شناسنامه؛ و\n(۲) گواهی؛\n(۳) عکس.\n")[1:] == ["(۱)", "(۲)", "(۳)"]


def test_when_an_article_was_changed_is_said_behind_its_label() -> None:
    text = "مقدمه\nدر انتشار و آثار آن به طور عموم\nماده ۱ (اصلاحی ۱۴۰۰/۱/۱)- متن.\nماده ۷ (الحاقی\n۱۴۰۱/۱/۱)- متن.\n"
    assert labels(text) == [None, None, "ماده ۱", "ماده ۷"]


def test_a_title_that_hangs_goes_on_in_the_next_line() -> None:
    text = "فصل پنجم ـ شرایط متقاضی و\nمراحل صدور پروانه\nماده ۸ـ متن.\n"
    assert own(text, "فصل پنجم").endswith("صدور پروانه")
    assert paths(text) == ["فصل پنجم", "فصل پنجم > ماده ۸"]


def test_a_title_broken_otherwise_is_no_change() -> None:
    old = "فصل پنجم ـ شرایط متقاضی و مراحل صدور پروانه\nماده ۸ـ متن.\n"
    comparison = compare_texts(old, old.replace("متقاضی و ", "متقاضی و\n"))
    assert not any(entry.flags for entry in comparison.entries)
    assert {entry.status.value for entry in comparison.entries} <= {"unchanged", "orthographic"}


@pytest.mark.parametrize("title", ["تعریف‌ها و اصول", "قرارداد و آثار آن", "خرید مواد", "هدف و موضوع"])
def test_a_title_may_end_in_a_word_that_often_leads_on(title: str) -> None:
    text = f"فصل اول ـ {title}\nواژه‌ها در این فصل چنین معنا دارند.\nماده ۱ـ متن.\n"
    assert own(text, "فصل اول").endswith(title)


def test_a_title_that_is_over_leaves_the_words_below() -> None:
    text = "فصل پنجم ـ شرایط متقاضی\nدر این فصل پروانه جواز انتشار است.\nماده ۸ـ متن.\n"
    assert own(text, "فصل پنجم") == "فصل پنجم ـ شرایط متقاضی"


def test_the_formula_of_passing_stands_below_the_last_article_however_it_is_broken() -> None:
    text = (
        "ماده ۱ـ متن یک.\nماده ۲ـ متن دو.\nقانون فوق مشتمل بر دو ماده در جلسه علنی\n"
        "روز شنبه مجلس نمونه تصویب و\nدر تاریخ ۱۴۰۰/۱/۱ به تأیید رسیده است.\nنام نمونه\n"
    )
    assert own(text, "ماده ۲") == "ماده ۲ـ متن دو."


def test_the_formula_of_passing_ends_a_list_of_members() -> None:
    text = (
        "الف) هدف\nمتن هدف.\nب) هیأت\nاعضا عبارتند از:\n• وزیر\n• سه نفر به انتخاب وزیر\n"
        "این مصوبه در ۲ بخش در جلسه ۶ شورای نمونه به تصویب رسید و ابلاغ می‌گردد.\nنام نمونه\nرئیس شورا\n"
    )
    ends = [text[one.start : one.end] for one in parse(text) if not one.path][-3:]
    assert [words.split()[0] for words in ends] == ["این", "نام", "رئیس"]
    assert any(
        text[one.start : one.end].endswith("به انتخاب وزیر") and one.path == ("ب",) for one in parse(text)
    )


def test_an_article_that_says_how_its_bylaw_is_passed_is_no_formula() -> None:
    text = "ماده ۱ـ آیین‌نامه این قانون را وزیر می‌نویسد.\nدستورالعمل اجرایی آن به تصویب هیأت می‌رسد.\n"
    assert labels(text) == ["ماده ۱"]


def test_paragraphs_of_a_page_are_joined_and_names_are_not() -> None:
    text = (
        "نشست دوم شورا در تالار شهرداری برگزار\nشد و در آن گزارش کار سال گذشته خوانده\n"
        "شد و همه اعضا درباره آن سخن گفتند و\nبودجه سال آینده را هم بررسی کردند و\nبه آن رأی دادند.\n"
        "نام نمونه یک از روستای نمونه در شمال\nنام نمونه دو از روستای نمونه در جنوب\n"
    )
    assert [text[one.start : one.end].split(maxsplit=1)[0] for one in parse(text)] == ["نشست", "نام", "نام"]


def test_letters_with_colons_run_together_are_parted() -> None:
    text = (
        "ماده ۹: برای ثبت‌نام این شرط‌ها لازم است: الف: داشتن کارت ملی ب: نشانی روشن ج: دو قطعه عکس تازه "
        "تبصره: مدارک بازگردانده نمی‌شود. ماده ۱۰: نام‌نویسی رایگان است.\n"
    )
    assert paths(text) == [
        "ماده ۹", "ماده ۹ > الف", "ماده ۹ > ب", "ماده ۹ > ج", "ماده ۹ > تبصره", "ماده ۱۰",
    ]  # fmt: skip


def test_letters_in_brackets_run_together_without_stops_are_parted() -> None:
    assert labels("ماده ۱ـ مدارک: الف) کارت ملی ب) نشانی (کد پستی) پ) عکس\n") == ["ماده ۱", "الف", "ب", "پ"]


def test_numbers_with_full_stops_run_together_are_parted() -> None:
    text = "ماده ۱ـ مدارک چنین است: ۱. کارت ملی. ۲. نشانی. ۳. عکس.\n"
    assert labels(text) == ["ماده ۱", "۱", "۲", "۳"]


@pytest.mark.parametrize(
    "sentence",
    [
        "ساعت کار: ۸:۳۰ تا ۱۲:۳۰ است.",
        "سال‌های ۱، ۲. و پس از آن.",
        "آقایان: الف. نمونه، ب. نمونه و پ. نمونه عضوند.",
        "نمره او: ۱. نمره دیگری: ۳. همین.",
        "نسخه ۲.۱. از آن است.",
        "گروه ب: سه نفرند.",
        "او گفت: و: حرف ربط است.",
        "طبق تبصره: نیازی نیست.",
        "خیابان نمونه، پلاک ۲. تلفن ندارد.",
    ],
)
def test_numbers_and_letters_of_a_sentence_start_no_clause(sentence: str) -> None:
    assert labels(f"ماده ۱ـ متن این است. {sentence}\n") == ["ماده ۱"]


def test_articles_that_were_struck_out_do_not_hide_those_below() -> None:
    text = "ماده ۱۱: متن یک است. ماده ۲۷: متن دو است. ماده ۴۱: متن سه است. تبصره: متن چهار.\n"
    assert labels(text) == ["ماده ۱۱", "ماده ۲۷", "ماده ۴۱", "تبصره"]


def test_a_heading_inside_a_paragraph_leads_to_the_article_behind_it() -> None:
    text = "ماده ۱۱: متن یک است. مبحث دوم: تعلیق کار ماده ۲۴: متن دو است.\nمبحث اول: کلیات ماده ۳۰: متن سه.\n"
    assert "ماده ۳۰" in labels(text)


def test_an_article_of_another_law_does_not_leap_ahead() -> None:
    text = "ماده ۱۱: متن یک است. ماده ۶۶۰: مذکور در قانون مدنی است. ماده ۱۲: متن دو است.\n"
    assert labels(text) == ["ماده ۱۱", "ماده ۱۲"]


def test_volumes_divisions_and_subsections_are_headings() -> None:
    text = (
        "ماده ۱۰- متن.\nجلد اول - در اموال\nکتاب دوم - در اسباب تملک\nقسمت دوم - در عقود\nباب اول - کلیات\n"
        "مبحث پنجم - در خیارات\nفقره اول - در خیارات\nماده ۱۱- متن.\n"
        "اول - در خیار مجلس\nماده ۱۲- متن.\nدوم - در خیار حیوان\nماده ۱۳- متن.\n"
    )
    kinds = [one.kind for one in parse(text)]
    assert kinds == [
        LabelKind.ARTICLE, LabelKind.VOLUME, LabelKind.BOOK, LabelKind.DIVISION, LabelKind.TITLE,
        LabelKind.SECTION, LabelKind.SUBSECTION,
        LabelKind.ARTICLE, LabelKind.ORDINAL, LabelKind.ARTICLE, LabelKind.ORDINAL, LabelKind.ARTICLE,
    ]  # fmt: skip
    assert paths(text)[-1].endswith("فقره اول > دوم > ماده ۱۳")


@pytest.mark.parametrize(
    "line",
    [
        "قسمت دوم بند الف حذف می‌شود.",
        "قسمت اول: متقاضی مدارک را ثبت می‌کند.",
        "قسمت اخیر ماده ۵ اصلاح شد.",
        "جلد دوم این کتاب چاپ شد.",
        "فقره اول از این وجه پرداخت می‌شود.",
        "اول - مدارک را آماده کنند؛",
        "دوم: نشانی را بنویسند.",
    ],
)
def test_words_of_rare_headings_mean_something_else_in_sentences(line: str) -> None:
    assert labels(f"ماده ۱ـ متن.\n{line}\nماده ۲ـ متن.\n") == ["ماده ۱", "ماده ۲"]


def test_a_division_stands_where_the_text_puts_it() -> None:
    text = (
        "فصل اول - کلیات\nقسمت اول - هدف\nماده ۱- متن.\n"
        "قسمت دوم - دامنه\nماده ۲- متن.\nفصل دوم - اجرا\nماده ۳- متن.\n"
    )
    assert paths(text)[1] == "فصل اول > قسمت اول"
    assert paths(text)[3:] == [
        "فصل اول > قسمت دوم", "فصل اول > قسمت دوم > ماده ۲", "فصل دوم", "فصل دوم > ماده ۳",
    ]  # fmt: skip


def test_an_article_put_in_without_quotation_marks_belongs_to_what_puts_it_in() -> None:
    text = (
        "ماده ۳ـ ماده (۹) به شرح زیر اصلاح می‌شود:\nماده ۹ـ ناشر باید چنین باشد:\nالف ـ ایرانی.\n"
        "تبصره ۱ـ متن.\nماده ۴ـ به ماده (۱۰) یک تبصره به شرح زیر الحاق می‌شود:\nتبصره ۴ـ متن.\nماده ۵ـ متن.\n"
    )
    assert labels(text) == ["ماده ۳", "ماده ۴", "ماده ۵"]


def test_a_list_below_a_sentence_on_amendments_stays_a_list() -> None:
    text = "ماده ۳ـ این قانون را نمی‌توان اصلاح کرد مگر:\nالف ـ با رأی همه.\nب ـ با همه‌پرسی.\n"
    assert labels(text) == ["ماده ۳", "الف", "ب"]


@pytest.mark.parametrize(
    "words",
    [
        "متقاضی اصلاح پروانه باید مدارک زیر را پیوست کند:",
        "در صورت تغییر نشانی، دارنده پروانه موظف است:",
        "پروانه موضوع ماده ۵ در موارد زیر اصلاح می‌شود:",
        "شرایط تغییر کاربری موضوع ماده ۵ قانون شهرداری عبارت است از:",
        "دبیر پس از تغییر مدیر، آیین‌نامه داخلی اصلاح‌شده را به این ترتیب ابلاغ می‌کند:",
        "درخواست الحاق به موافقتنامه شامل موارد زیر است:",
    ],
)
def test_an_article_that_speaks_of_a_change_heads_a_list_of_its_own(words: str) -> None:
    text = f"ماده ۳ـ {words}\nالف ـ گزارش.\nب ـ نشانی.\nتبصره ـ متن.\nماده ۴ـ متن.\n"
    assert labels(text) == ["ماده ۳", "الف", "ب", "تبصره", "ماده ۴"]


@pytest.mark.parametrize(
    "words",
    [
        "متن زیر جایگزین تبصره (۲) ماده (۵) آن قانون مي گردد :",
        "تبصره ۲ ماده ۵ حذف و متن زیر به عنوان تبصره ۲ به آن اضافه شد:",
        "ماده ۵ ضوابط حمل بار موضوع ماده ۹ آیین نامه یاد شده\nبه شرح ذیل اصلاح و ابلاغ می‌گردد:",
        "بند «ج» ماده ۷ آیین‌نامه اجرایی به شرح ذیل تغییر می‌یابد:",
        "ماده ۵ اصلاح می‌شود و متن آن به شرح زیر است:",
    ],
)
def test_what_is_put_in_is_told_by_the_words_above_it(words: str) -> None:
    text = f"ماده ۳ـ {words}\nتبصره ۲ـ متن.\nماده ۴ـ متن.\n"
    assert labels(text) == ["ماده ۳", "ماده ۴"]


def test_a_text_is_signed_below_an_item_that_ends_in_a_semicolon() -> None:
    text = "ماده ۹ـ مدارک:\nالف ـ گزارش؛\nب ـ نشانی؛\nاین آیین‌نامه در تاریخ ۱۴۰۲/۸/۱ تصویب شد.\nنام نمونه\nمدیرکل\n"
    assert own(text, "ب") == "ب ـ نشانی؛"
    assert paths(text)[-3:] == ["", "", ""]


def test_what_follows_the_name_of_god_is_an_annex() -> None:
    text = (
        "ماده واحده - پیوستن به کنوانسیون نمونه مجاز است.\nتبصره ۲ - متن تبصره.\nبسم‌الله الرحمن الرحیم\n"
        "کنوانسیون نمونه\nدولت‌های عضو چنین توافق کردند.\nماده ۱ - هدف\nبخش دوم - ارکان\nماده ۲ - متن.\n"
    )
    assert own(text, "تبصره ۲") == "تبصره ۲ - متن تبصره."
    assert paths(text)[2:5] == ["", "", ""]


def test_a_note_in_a_text_without_articles_stands_below_its_clause() -> None:
    text = "الف) هدف\n۱) یک\n۲) دو\nج) حدود\n۱. دین\n۲. سیاست\nتبصره ۱: متن.\nتبصره ۲: متن.\nد) پایان\n"
    assert paths(text)[-3:] == ["ج > تبصره ۱", "ج > تبصره ۲", "د"]
