"""Whatever somebody wrote, in whatever place: a page comes out that opens, is sound, and stays within its margins."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_app.reports.pdf.charts import ChartSeries, HorizontalBar, HorizontalBarChart, PdfBarChart
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextRun
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.shaping import Weight, shape
from desktop_app.reports.pdf.table import PdfColumn, Table
from tests.reports.pdf.reading import (
    MADE_AT,
    by_pdfium,
    by_poppler,
    characters,
    document,
    has_poppler,
    ink_columns,
)
from tests.reports.pdf.tree import tree

#: Any code point at all, and more often those with which pages have been broken.
ANYTHING = st.text(st.characters(), max_size=30)
NASTY = st.text(
    st.sampled_from(
        "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u061c\u200b\u200c\u200d\u00ad\ufeff"
        "\x00\x07\x08\t\n\x0b\x0c\r\x1b\x7f\x85\u2028\u2029\ud800\udfff\ufffe\uffff\ufffd\u0378\U0010ffff"
        "👩🏽🏳️🌈🇮🇷漢اﷲﷺلا\u064b\u0651\u0654\u0300\u20dd()[]«»<>{}&%/\\١۱1-+.,،٫٬٪@ aZ\u0e01\u0915\u094d"
    ),
    max_size=40,
)
EXAMPLES = {
    "a cell of isolates never closed": "\u2067متن \u2066abc " * 30,
    "isolates closed that were never opened": "\u2069" * 50 + "متن",
    "an override round a file name": "فایل \u202egpj.exe\u202c است",
    "a family and a flag": "👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇷",
    "letters that no font has": "漢字 ก ก็ \u0915\u094d\u0937 \U00012000",
    "code points without a meaning": "\u0378 \U0010ffff \ufffe \uffff",
    "control characters": "زنگ\x07 پاک\x08 فرار\x1b[31m صفر\x00",
    "half a surrogate pair": "نام \ud83d و \udc69",
    "hundreds of marks on one letter": "ا" + "\u064b\u0651\u0310" * 300 + " پس",
    "marks on nothing": "\u0651\u064b\u0654",
    "mark-up": "<b>متن</b> <img src='/etc/passwd'> &amp; %s {0} \\u0041",
    "operators of a PDF": ") Tj ET Q endstream endobj (",
    "every kind of line break": "یک\r\nدو\nسه\rچهار\x0bپنج\x0cشش\x85هفت\u2028هشت\u2029نه",
    "tabs and wide spaces": "یک\tدو\u3000سه\u2003چهار\xa0پنج\u202fشش",
    "brackets that are never closed": "((([[[«««" * 40,
    "only spaces": " " * 500,
    "only joiners": "\u200c" * 1_000,
}


def everywhere(text: str) -> PersianDocument:
    """A document that says `text` wherever words can be."""
    made = PersianDocument(
        text,
        made_at=MADE_AT,
        letterhead=Letterhead([text, text], [(text, text)]),
        marking=text,
    )
    made.heading(text, 0).heading(text).heading(text, 2)
    made.paragraph(
        [TextRun(text), TextRun(text, Weight.BOLD), made.note(text), TextRun(text, None, "#A8321D")]
    )
    made.add(Table([PdfColumn(text), PdfColumn(text, width=30)], [[text, text]], [text, text]))
    made.add(HorizontalBarChart([HorizontalBar(text, 1, text)]))
    return made.add(PdfBarChart([text], [ChartSeries(text, [1])], shaded=frozenset({0}), shaded_name=text))


def sound(content: bytes) -> None:
    """It opens, its tree is sound, and no ink is beyond the margins (a label's overhang aside)."""
    tree(content)
    for page in range(len(by_pdfium(content))):
        left, right = ink_columns(content, page)
        assert left >= 50
        assert right <= 546


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_is_made_of_it_wherever_it_stands(name: str) -> None:
    content = everywhere(EXAMPLES[name]).to_bytes()
    assert content == everywhere(EXAMPLES[name]).to_bytes()
    sound(content)
    if has_poppler():
        by_poppler(content)


@given(ANYTHING | NASTY)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example("\ud800")
@example("\x00")
def test_any_text_in_any_place_makes_a_sound_page(text: str) -> None:
    sound(everywhere(text).to_bytes())


@given(NASTY, NASTY)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_words_of_others_are_read_as_ever_beside_a_nasty_paragraph(before: str, behind: str) -> None:
    said = "شمارهٔ ۱۲ (تبصرهٔ «ب») از ۱۴۰۱-۱۴۰۵ حتماً، کاملاً"
    assert said in by_pdfium(document(before, said, behind).to_bytes())[0]


@pytest.mark.once
@pytest.mark.parametrize(
    "text",
    [
        "واژهٔ نمونه (۱۲) و «متن» ۱۴۰۵/۰۲/۰۳، " * 700,
        "بی" * 12_000,
        "\u2067ا" * 12_000,
        "(a)" * 8_000,
        "(" * 12_000 + ")" * 12_000,
        "\u202eab\u202c" * 6_000,
        "\u064b" * 24_000,
        "\u200c" * 24_000,
        "👩‍👩‍👧‍👦" * 3_400,
        "漢" * 24_000,
        "۱-" * 12_000,
    ],
    ids=lambda text: ascii(text[:4]),
)
def test_tens_of_thousands_of_characters_of_it_are_printed(text: str) -> None:
    content = document(text).to_bytes()
    left, right = ink_columns(content)
    assert left >= 50
    assert right <= 546


@pytest.mark.once
def test_a_paragraph_of_a_quarter_megabyte_is_printed_to_its_end() -> None:
    pages = by_pdfium(document("واژه " * 28_000 + "پایان").to_bytes())
    assert "پایان" in pages[-1]
    assert sum(page.count("واژه") for page in pages) == 28_000


def test_a_cell_of_ten_thousand_characters_without_a_space_stays_in_its_column() -> None:
    table = Table([PdfColumn("ستون", width=120), PdfColumn("دیگر")], [["بی" * 5_000, "ژ"]])
    content = document().add(table).to_bytes()
    seen = characters(content)
    other = next(c for c in seen if c.text == "ژ")
    assert min(c.left for c in seen if c.text == "ب" and c.bottom > 60) >= other.right
    assert sum(page.count("ب") for page in by_pdfium(content)) >= 5_000


def test_a_pile_of_marks_does_not_write_over_the_lines_above() -> None:
    pile = shape(Weight.REGULAR, "ا" + "\u064b" * 300, True)
    assert 1 <= len(pile.marks) <= 8
    assert sum(glyph.text == "\u064b" for glyph in pile.glyphs) == 300
