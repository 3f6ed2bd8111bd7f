"""What is copied or searched in the PDF is the logical text."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from desktop_app.persian.digits import isolated
from desktop_app.reports.pdf.embedding import LAST_CODE, EmbeddedFont
from desktop_app.reports.pdf.fonts import FontBook
from desktop_app.reports.pdf.lines import TextRun, TextStyle, wrapped
from desktop_app.reports.pdf.shaping import Weight, shape, typeface
from tests.reports.pdf.page import SUMMARY
from tests.reports.pdf.reading import by_pdfium, by_poppler, characters, document, has_poppler, ink_columns

needs_poppler = pytest.mark.skipif(
    not has_poppler(), reason="pdftotext (poppler-utils) is not installed; pdfium alone reads the text back"
)

TEXTS = {
    "plain words": "وزارت فرهنگ و ارشاد اسلامی",
    "lam-alef": "سلام بر مسئولان بلاغ و لازم الاجرا",
    "the one ligature of three letters": "بسم الله",
    "zwnj": "می‌رود خانه‌های پیش‌نویس",
    "ezafe hamza": "شمارهٔ نامهٔ مادهٔ",
    "tanwin": "حتماً کاملاً ضمناً",
    "other marks": "کتابِ حقّ شورای",
    "guillemets": "گفت «سلام» و رفت",
    "brackets": "بند (الف) و (ب) متن",
    "touching brackets": "بند (الف)«ب» متن",
    "digits": "سال ۱۴۰۵ رسید",
    "date": "تا ۱۴۰۵/۰۹/۰۷ باز",
    "number in brackets": "مادهٔ ۱۲ (تبصرهٔ ۲) و بند [۳] متن",
    "comma behind a number": "آبان ۱۴۰۵، همه",
    "percent": "رشد ۴۵٫۶٪ بود",
    "numbered heading": "۱. درخواست‌ها",
    "full stops and colons": "چنین است: ۱۲ مورد. پایان یافت.",
    "brackets in brackets": "متن (الف «ب») و («ب») متن",
    "number in guillemets": "«سال ۱۴۰۵» و (۱۲) مورد",
    "Latin in brackets": "متن (PDF) و «PDF» (نسخهٔ PDF) است",
    "Latin words": "فایل PDF and XLSX خوب",
    "address": f"نشانی {isolated('info@example.ir')} برای پرسش",
    "file name": f"فایل {isolated('report-v2.1.pdf')} رسید",
    "two isolated names": f"کد {isolated('a.b')} {isolated('c.d')} متن",
    "Latin inside": "فایل PDF و XLSX برای چاپ",
    "comma behind tanwin": "حتماً، اصولاً. قبلاً: پس",
    "comma behind ezafe hamza": "ادارهٔ، نامهٔ، ۵ و حقّ، کتابِ.",
    "years with a dash": "سال‌های ۱۴۰۱-۱۴۰۵ است",
    "telephone": "تلفن ۰۲۱-۸۸۷۷۶۶ است",
    "three numbers": "کد ۱۲-۳۴-۵۶ ثبت",
    "signed numbers": "دمای -۵ تا +۱۲ درجه",
    "dash and comma": "بند ۱-۲، متن",
    "number, hyphen, letters": "۱۲/۳۴۵-الف و ۵۰-هزار و ۷-ب، ۸-ج",
    "hyphen before letters": "-الف و ب-۱۲ و -۵",
    "Latin, digits, hyphen, letters": "نسخهٔ v2-الف و B-12-ج است",
    "comma behind a telephone number": "تلفن ۰۲۱-۸۸۷۷۶۶۵۵، ساعت ۸-۱۴؛",
    "quotes behind Latin": 'نام "PDF" و "B5"، «v.2» است',
    "mark and joiner": "نامهٔ‌ها و حتماً، (۵٪)",
    "isolated code": f"کد {isolated('۱۲۳۴-۵۶۷۸')} ثبت",
}
LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئآ"


@pytest.mark.parametrize("name", TEXTS)
def test_pdfium_finds_the_logical_text(name: str) -> None:
    assert _plain(TEXTS[name]) in by_pdfium(document(TEXTS[name]).to_bytes())[0]


@needs_poppler
@pytest.mark.parametrize("name", TEXTS)
def test_poppler_finds_every_logical_word(name: str) -> None:
    found = by_poppler(document(TEXTS[name]).to_bytes())
    assert [word for word in _plain(TEXTS[name]).split() if word not in found] == []


@given(st.text("ابپ لا(«»)[]،.:٪٪-۱۲0159abZ\u200c\u064b@", max_size=40))
@settings(max_examples=150, deadline=None)
@example(f"متن {isolated('3 Word')}، ب")
@example(f"متن {isolated('3. Word, 4')}. ب")
def test_every_glyph_of_a_line_is_shown_exactly_once_and_in_its_place(text: str) -> None:
    book = FontBook(Canvas(BytesIO()))
    (line,) = wrapped(text, TextStyle(), 10_000)
    for span in line.spans:
        shown = re.findall(r"<([0-9A-F]+)> Tj", book.operators(span, 10))
        codes = "".join(shown)
        alone = [
            re.findall(r"<([0-9A-F]+)> Tj", book.operators(replace(span, glyphs=(g,), readings=()), 10))[0]
            for g in span.glyphs
        ]
        assert codes == "".join(alone)


def test_a_date_is_never_parted_unless_it_is_wider_than_the_line() -> None:
    text = "نظرها تا پایان ۱۰ آذر ۱۴۰۵ دریافت می‌شود."
    for width in range(60, 260, 5):
        lines = [line.text for line in wrapped(text, TextStyle(), width)]
        assert sum("۱۰ آذر ۱۴۰۵" in line for line in lines) == 1
        assert " ".join(lines) == text
    assert [line.text for line in wrapped("۱۰ آذر ۱۴۰۵", TextStyle(), 30)] == ["۱۰ آذر", "۱۴۰۵"]


@pytest.mark.parametrize("alignment", ["justified", "right", "centre", "left"])
def test_a_wrapped_paragraph_is_read_in_its_order(alignment: str) -> None:
    made = document().paragraph(SUMMARY * 3, TextStyle(alignment=alignment))  # type: ignore[arg-type]
    found = by_pdfium(made.to_bytes())[0].replace("\n", " ")
    assert [word for word in re.findall(r"\w+", SUMMARY) if word not in found] == []
    assert found.index("در آبان") < found.index("از مهلت گذشته")


@pytest.mark.parametrize("first", ["۵۰-هزار", "۱۲/۳۴۵-الف", "-الف", "۷-"])
@pytest.mark.parametrize("before", ["آغاز", "۱۲", "PDF"])
def test_a_line_that_begins_with_a_number_and_a_hyphen_is_not_joined_with_the_next_one(
    first: str, before: str
) -> None:
    pages = by_pdfium(document(before, f"{first} نسخه", "پایان").to_bytes())
    assert pages[0].split("\n")[:3] == [before, f"{first} نسخه", "پایان"]


@pytest.mark.parametrize("place", range(1, 10))
def test_a_number_that_changes_its_weight_is_read_in_order(place: int) -> None:
    text = "بند ۱۲-ب، v2."
    runs = [TextRun(text[:place], Weight.BOLD), TextRun(text[place:])]
    assert text in by_pdfium(document(runs).to_bytes())[0]


def test_bold_and_regular_runs_read_as_one_sentence() -> None:
    runs = [
        TextRun("سه پیش‌نویس در معرض "),
        TextRun("نقد مردمی", Weight.BOLD),
        TextRun(" گذاشته شد", None, "#A8321D"),
    ]
    assert "سه پیش‌نویس در معرض نقد مردمی گذاشته شد" in by_pdfium(document(runs).to_bytes())[0]


@needs_poppler
def test_a_bold_number_does_not_swallow_the_words_behind_it() -> None:
    runs = [
        TextRun("رسیده "),
        TextRun("۶۱۲", Weight.BOLD),
        TextRun(" درخواست، باز "),
        TextRun("۱۴۱", Weight.BOLD),
        TextRun(" مورد"),
    ]
    content = document(runs).to_bytes()
    assert "رسیده ۶۱۲ درخواست، باز ۱۴۱ مورد" in by_poppler(content)
    assert "رسیده ۶۱۲ درخواست، باز ۱۴۱ مورد" in by_pdfium(content)[0]


def test_letters_join_across_a_change_of_weight() -> None:
    whole = shape(Weight.REGULAR, "سمن", True).glyphs
    alone = shape(Weight.REGULAR, "من", True).glyphs
    joined = shape(Weight.REGULAR, "من", True, "س", "").glyphs
    assert joined == whole[:2]
    assert joined != alone


@given(st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_plain_persian_words_come_back_exactly(words: list[str]) -> None:
    found = by_pdfium(document(" ".join(words)).to_bytes())[0].split()
    assert found[: len(words)] == words


@given(st.text(max_size=60))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example("\ud800\udfff\x00\x1b\x7f")
@example("\u0651\u064b")
@example("👩‍👩‍👧‍👦🏳️‍🌈")
@example("\u202e\u202d\u2067\u2066\u2069\u2069\u2069\u202c")
@example("\u0378\U0010ffff\ufffe")
@example("\u200c\u200d \u200b\u00ad")
def test_any_text_makes_a_pdf_that_opens(text: str) -> None:
    assert len(by_pdfium(document(text, [TextRun(text, Weight.BOLD), TextRun(text)]).to_bytes())) >= 1


def test_a_letter_that_the_font_lacks_is_shown_as_a_box_and_keeps_its_text() -> None:
    box = shape(Weight.REGULAR, "\ufffd", False).glyphs[0].outline
    assert [(glyph.outline, glyph.text) for glyph in shape(Weight.REGULAR, "漢", False).glyphs] == [
        (box, "漢")
    ]
    assert "漢" in by_pdfium(document("نام 漢 است").to_bytes())[0]


def test_an_override_is_shown_and_the_words_around_it_keep_their_order() -> None:
    assert "نام [راست‌به‌چپ]abc است" in by_pdfium(document("نام \u202eabc است").to_bytes())[0]


def test_control_characters_and_emoji_are_shown_by_their_names() -> None:
    found = by_pdfium(document([TextRun("زنگ \x07 بود"), TextRun(" 🌹 و 🙏🏽.", Weight.BOLD)]).to_bytes())[0]
    assert "زنگ [زنگ] بود [گل] و [سپاس]." in found


def test_ten_thousand_letters_without_a_space_stay_inside_the_margins() -> None:
    content = document("بی" * 5000).to_bytes()
    pages = by_pdfium(content)
    assert sum(page.count("ب") for page in pages) >= 5000
    for page in range(len(pages)):
        left, right = ink_columns(content, page)
        assert left >= 55
        assert right <= 541


def test_no_character_stands_outside_the_margins() -> None:
    content = document(SUMMARY * 20, "واژه " * 300, "Latin words and 123 " * 60).to_bytes()
    for seen in characters(content):
        assert seen.left >= 55.5
        assert seen.right <= 595.3 - 55.5
        assert seen.bottom > 20


def test_glyphs_share_the_width_that_harfbuzz_gives() -> None:
    for text in ("سلام لا", "خانهٔ", "مُحَمَّد", "می‌رود"):
        shaped = shape(Weight.REGULAR, text, True)
        assert sum(glyph.width for glyph in shaped.glyphs) == pytest.approx(shaped.width, abs=0.02)
        assert sorted(glyph.text for glyph in shaped.glyphs) == sorted(text)


def test_every_font_is_embedded_as_a_subset() -> None:
    content = document("سلام", [TextRun("پررنگ", Weight.BOLD)]).to_bytes()
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert sorted(str(font.BaseFont)[8:] for font in fonts) == ["Vazirmatn-Bold", "Vazirmatn-Regular"]
    whole = sum(len(typeface(weight).face.blob.data) for weight in (Weight.REGULAR, Weight.BOLD))
    assert len(content) < whole / 4


def test_a_font_is_full_when_its_two_byte_codes_are_used_up() -> None:
    face = typeface(Weight.REGULAR)
    font = EmbeddedFont(face.name, face.face, face.ascent, face.descent)
    assert [font.allot(1, "ا", 500.0) for _ in range(LAST_CODE)][-1] == LAST_CODE
    assert font.full


def _plain(text: str) -> str:
    return text.replace("\u2066", "").replace("\u2069", "")
