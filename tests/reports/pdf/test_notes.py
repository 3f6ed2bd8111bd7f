"""Notes at the foot of the page, lists, numbered headings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.persian.digits import persian_digits
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import PageBreak
from desktop_app.reports.pdf.layout import LANDSCAPE, PageLayout
from desktop_app.reports.pdf.lines import TextRun, Words
from desktop_app.reports.pdf.table import PdfColumn, Table
from tests.reports.pdf.reading import MADE_AT, by_pdfium, by_poppler, characters, document, has_poppler


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark() -> None:
    for filler in range(28, 36):
        made = document(*["سطر"] * filler)
        made.paragraph([TextRun("نشان"), made.note("یادداشت " * 40), TextRun(" دنباله")])
        pages = by_pdfium(made.to_bytes())
        page = next(number for number, page in enumerate(pages) if "نشان" in page)
        assert pages[page].count("یادداشت") == 40, filler
        assert sum(found.count("یادداشت") for found in pages) == 40
        seen = characters(made.to_bytes(), page)
        assert min(c.bottom for c in seen if c.text == "ش" and c.bottom > 45) > 60
        note = max(c.top for c in seen if c.text == "ت" and c.bottom < 110)
        assert note < min((c.bottom for c in seen if c.text == "ط"), default=800)


def test_the_word_before_a_mark_is_found_as_it_was_written() -> None:
    made = document()
    made.paragraph(
        [TextRun("پیش‌نویس"), made.note("یکم"), TextRun("، سپس متن"), made.note("دوم"), TextRun(".")]
    )
    content = made.to_bytes()
    assert "پیش‌نویس" in by_pdfium(content)[0].split()
    if has_poppler():
        assert "پیش‌نویس" in by_poppler(content).split()


def test_marks_are_small_and_above_the_line() -> None:
    made = document()
    made.paragraph([TextRun("متن"), made.note("یادداشت")])
    plain = document("متن ۱")
    marked, written = (
        next(c for c in characters(content.to_bytes()) if c.text == "۱") for content in (made, plain)
    )
    assert marked.right - marked.left < 0.8 * (written.right - written.left)


def test_a_note_longer_than_a_page_goes_on_and_loses_no_word() -> None:
    made = document("پیش")
    made.paragraph([TextRun("نشان"), made.note("واژه " * 3000)]).paragraph(
        [TextRun("پس"), made.note("دومین")]
    )
    pages = by_pdfium(made.to_bytes())
    assert sum(page.count("واژه") for page in pages) == 3000
    assert "دومین" in pages[-1]
    assert sum(page.count("دومین") for page in pages) == 1


def test_notes_of_a_table_stand_under_the_page_of_their_row_and_one_of_its_head_once() -> None:
    made = document()
    rows: list[list[Words]] = [[persian_digits(str(number)), "موضوع"] for number in range(1, 101)]
    rows[60] = ["۶۱", [TextRun("شصت‌ویکم"), made.note("یادداشت ردیف")]]
    head = [TextRun("موضوع"), made.note("یادداشت سرستون")]
    pages = by_pdfium(made.add(Table([PdfColumn("ردیف"), PdfColumn(head)], rows)).to_bytes())
    assert [page.count("سرستون") for page in pages] == [1, *[0] * (len(pages) - 1)]
    assert ["یادداشت ردیف" in page for page in pages] == ["شصت‌ویکم" in page for page in pages]


def test_notes_stay_where_the_sheet_turns() -> None:
    made = document()
    made.paragraph([TextRun("ایستاده"), made.note("یادداشت " * 2000)]).add(PageBreak(LANDSCAPE)).paragraph(
        "خوابیده"
    )
    pages = by_pdfium(made.to_bytes())
    assert sum(page.count("یادداشت") for page in pages) == 2000
    assert "خوابیده" in "".join(pages)


def test_a_sheet_too_low_for_notes_comes_to_an_end() -> None:
    made = PersianDocument("برچسب", made_at=MADE_AT, layout=PageLayout(height=160.0))
    made.paragraph([TextRun("متن"), made.note("واژه " * 50)])
    assert sum(page.count("واژه") for page in by_pdfium(made.to_bytes())) == 50


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 80)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_note_is_lost_or_said_twice_whatever_its_length(lengths: list[tuple[int, int]]) -> None:
    made = document()
    for text, note in lengths:
        made.paragraph([TextRun("متن " * text + "نشان"), made.note("یادداشت " * note + "پایان")])
    pages = "".join(by_pdfium(made.to_bytes()))
    assert pages.count("پایان") == len(lengths)
    assert pages.count("یادداشت") == sum(note for _, note in lengths)
    assert pages.count("متن") == sum(text for text, _ in lengths)
