"""Notes at the foot of the page, lists, numbered headings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.persian.digits import persian_digits
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import PageTurn
from desktop_app.reports.pdf.layout import LANDSCAPE, PageLayout
from desktop_app.reports.pdf.lines import Run, Words
from desktop_app.reports.pdf.lists import Item, List
from desktop_app.reports.pdf.table import Column, Table
from tests.reports.pdf.reading import MADE_AT, by_pdfium, by_poppler, characters, document, has_poppler


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark() -> None:
    for filler in range(28, 36):
        made = document(*["سطر"] * filler)
        made.paragraph([Run("نشان"), made.note("یادداشت " * 40), Run(" دنباله")])
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
    made.paragraph([Run("پیش‌نویس"), made.note("یکم"), Run("، سپس متن"), made.note("دوم"), Run(".")])
    content = made.to_bytes()
    assert "پیش‌نویس" in by_pdfium(content)[0].split()
    if has_poppler():
        assert "پیش‌نویس" in by_poppler(content).split()


def test_marks_are_small_and_above_the_line() -> None:
    made = document()
    made.paragraph([Run("متن"), made.note("یادداشت")])
    plain = document("متن ۱")
    marked, written = (
        next(c for c in characters(content.to_bytes()) if c.text == "۱") for content in (made, plain)
    )
    assert marked.right - marked.left < 0.8 * (written.right - written.left)


def test_a_note_longer_than_a_page_goes_on_and_loses_no_word() -> None:
    made = document("پیش")
    made.paragraph([Run("نشان"), made.note("واژه " * 3000)]).paragraph([Run("پس"), made.note("دومین")])
    pages = by_pdfium(made.to_bytes())
    assert sum(page.count("واژه") for page in pages) == 3000
    assert "دومین" in pages[-1]
    assert sum(page.count("دومین") for page in pages) == 1


def test_notes_of_a_table_stand_under_the_page_of_their_row_and_one_of_its_head_once() -> None:
    made = document()
    rows: list[list[Words]] = [[persian_digits(str(number)), "موضوع"] for number in range(1, 101)]
    rows[60] = ["۶۱", [Run("شصت‌ویکم"), made.note("یادداشت ردیف")]]
    head = [Run("موضوع"), made.note("یادداشت سرستون")]
    pages = by_pdfium(made.add(Table([Column("ردیف"), Column(head)], rows)).to_bytes())
    assert [page.count("سرستون") for page in pages] == [1, *[0] * (len(pages) - 1)]
    assert ["یادداشت ردیف" in page for page in pages] == ["شصت‌ویکم" in page for page in pages]


def test_notes_stay_where_the_sheet_turns() -> None:
    made = document()
    made.paragraph([Run("ایستاده"), made.note("یادداشت " * 2000)]).add(PageTurn(LANDSCAPE)).paragraph(
        "خوابیده"
    )
    pages = by_pdfium(made.to_bytes())
    assert sum(page.count("یادداشت") for page in pages) == 2000
    assert "خوابیده" in "".join(pages)


def test_a_sheet_too_low_for_notes_comes_to_an_end() -> None:
    made = PersianDocument("برچسب", made_at=MADE_AT, layout=PageLayout(height=160.0))
    made.paragraph([Run("متن"), made.note("واژه " * 50)])
    assert sum(page.count("واژه") for page in by_pdfium(made.to_bytes())) == 50


def test_items_are_numbered_in_persian_digits_in_a_column_of_their_own() -> None:
    made = document().add(List(["یکم", Item("دوم", ["آ", "ژ"]), "سوم " * 40], numbered=True, start=9))
    content = made.to_bytes()
    found = by_pdfium(content)[0]
    for label in ("۹.", "۱۰.", "۱۰-۱.", "۱۰-۲.", "۱۱."):
        assert label in found.split()
    seen = characters(content)
    words = [c for c in seen if c.text == "س"]
    assert len({round(c.bottom) for c in words}) > 1
    assert max(c.right for c in words) < min(c.left for c in seen if c.text == "۹" and c.left > 400)
    assert next(c.left for c in seen if c.text == "آ") < next(c.left for c in seen if c.text == "م")


def test_lists_as_deep_as_anybody_nests_them_stay_on_the_sheet() -> None:
    item: Words | Item = "پایان"
    for _ in range(40):
        item = Item("بند", [item])
    content = document().add(List([item], numbered=True)).to_bytes()
    for page, words in enumerate(by_pdfium(content)):
        assert all(seen.left > 40 for seen in characters(content, page)), words
    assert "پایان" in "".join(by_pdfium(content))


def test_headings_are_numbered_where_it_is_wanted() -> None:
    made = PersianDocument("سند", made_at=MADE_AT, numbered=True).heading("سند", 0)
    for title, level in (("کلیات", 1), ("آمار", 2), ("شکایت", 2), ("پایان", 1), ("امضا", 2)):
        made.heading(title, level)
    lines = by_pdfium(made.to_bytes())[0].splitlines()
    assert lines[:6] == ["سند", "۱. کلیات", "۱-۱. آمار", "۱-۲. شکایت", "۲. پایان", "۲-۱. امضا"]


@pytest.mark.parametrize("numbered", [True, False])
def test_an_empty_list_is_nothing(numbered: bool) -> None:
    assert by_pdfium(document("متن").add(List([], numbered=numbered)).to_bytes())[0].startswith("متن")


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 80)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_note_is_lost_or_said_twice_whatever_its_length(lengths: list[tuple[int, int]]) -> None:
    made = document()
    for text, note in lengths:
        made.paragraph([Run("متن " * text + "نشان"), made.note("یادداشت " * note + "پایان")])
    pages = "".join(by_pdfium(made.to_bytes()))
    assert pages.count("پایان") == len(lengths)
    assert pages.count("یادداشت") == sum(note for _, note in lengths)
    assert pages.count("متن") == sum(text for text, _ in lengths)
