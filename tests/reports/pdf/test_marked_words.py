"""Words with a ground or a line, rows that go on on the next page, sheets that change within a document."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from desktop_app.reports.pdf.decoration import Decoration, Stroke
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import PageBreak
from desktop_app.reports.pdf.layout import LANDSCAPE
from desktop_app.reports.pdf.lines import TextRun, TextStyle, wrapped
from desktop_app.reports.pdf.table import CellLines, RowPiece
from tests.reports.pdf.reading import MADE_AT, by_pdfium, by_poppler, document, has_poppler

MARKED = [
    TextRun("مهلت پاسخ "),
    TextRun("سی روز", None, None, Decoration("#FFD9C4", Stroke.STRIKE, "#B5350F")),
    TextRun(" است و ("),
    TextRun("ده", None, None, Decoration("#CDEEE0", Stroke.UNDERLINE, "#0F7A52")),
    TextRun(") بار، در ۱۴۰۵/"),
    TextRun("۱۰", None, None, Decoration(None, Stroke.WAVY, "#BC7F0A")),
    TextRun("/۰۱ و ماده‌"),
    TextRun("ها", None, None, Decoration(None, Stroke.DOTTED, "#7B7F83")),
]
SAID = "مهلت پاسخ سی روز است و (ده) بار، در ۱۴۰۵/۱۰/۰۱ و ماده‌ها"


def picture(content: bytes, page: int = 0) -> np.ndarray:
    pdf = pypdfium2.PdfDocument(content)
    try:
        return np.asarray(pdf[page].render(scale=2).to_numpy())
    finally:
        pdf.close()


def test_marked_words_are_read_as_they_were_written() -> None:
    assert by_pdfium(document(MARKED).to_bytes())[0].strip().startswith(SAID)
    if has_poppler():
        assert SAID in by_poppler(document(MARKED).to_bytes())


def test_a_mark_inside_a_word_leaves_its_letters_joined() -> None:
    plain = wrapped([TextRun("نمی‌پذیرد")], TextStyle(), 400)[0]
    marked = wrapped([TextRun("نمی‌"), TextRun("پذیرد", None, None, Decoration("#FFD9C4"))], TextStyle(), 400)[
        0
    ]
    assert marked.width == pytest.approx(plain.width)
    assert [glyph.outline for span in marked.spans for glyph in span.glyphs] == [
        glyph.outline for span in plain.spans for glyph in span.glyphs
    ]


def test_a_ground_lies_under_its_words_and_a_line_goes_with_them() -> None:
    without = picture(document([TextRun(run.text) for run in MARKED]).to_bytes())
    drawn = picture(document(MARKED).to_bytes())
    changed = (without != drawn).any(axis=2)
    assert changed.any()
    ground = (drawn == np.array([0xC4, 0xD9, 0xFF])).all(axis=2) | (
        drawn == np.array([0xFF, 0xD9, 0xC4])
    ).all(axis=2)
    assert ground.sum() > 200


def row(lines: int, *, tears: bool) -> RowPiece:
    style = TextStyle(size=10, leading=20)
    words = "\n".join(f"سطر {number}" for number in range(lines))
    again = wrapped("ادامه", style, 100)
    cells = (
        CellLines(wrapped("نام", style, 100), style, 0, 100, again=again),
        CellLines(wrapped(words, style, 300), style, 110, 400),
    )
    return RowPiece(cells, 0.5, "#D3CFC6", tears=tears)


def test_a_row_that_tears_fills_the_page_and_says_its_name_again() -> None:
    head, rest = row(20, tears=True).split(210.0) or (None, None)
    assert isinstance(head, RowPiece)
    assert isinstance(rest, RowPiece)
    assert [len(cell.lines) for cell in head.cells] == [1, 10]
    assert [len(cell.lines) for cell in rest.cells] == [1, 10]
    assert head.height <= 210.0


def test_no_single_line_goes_to_the_next_page() -> None:
    whole = row(11, tears=True)
    assert whole.least < whole.height
    head, rest = whole.split(whole.height - 1) or (None, None)
    assert isinstance(head, RowPiece)
    assert isinstance(rest, RowPiece)
    assert len(rest.cells[1].lines) == 3


def test_a_short_row_and_one_that_does_not_tear_stay_whole() -> None:
    assert row(5, tears=True).least == row(5, tears=True).height
    assert row(20, tears=False).least == row(20, tears=False).height


def sizes(made: PersianDocument) -> list[tuple[int, int]]:
    pdf = pypdfium2.PdfDocument(made.to_bytes())
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in pdf]
    finally:
        pdf.close()


def test_a_page_turn_lays_the_sheet_and_leaves_no_empty_page() -> None:
    made = PersianDocument("سند آزمون", made_at=MADE_AT)
    made.paragraph("ایستاده").add(PageBreak(LANDSCAPE)).add(PageBreak()).paragraph("خوابیده")
    assert sizes(made) == [(595, 842), (842, 595)]
    assert "صفحهٔ ۲ از ۲" in " ".join(by_pdfium(made.to_bytes())[1].split())


def test_a_document_may_begin_with_a_page_turn() -> None:
    made = PersianDocument("سند آزمون", made_at=MADE_AT).add(PageBreak(LANDSCAPE)).paragraph("خوابیده")
    assert sizes(made) == [(842, 595)]
