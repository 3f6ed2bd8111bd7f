"""The tree of tags: what a document is when it is read aloud."""

from __future__ import annotations

import pytest

from desktop_app.persian.digits import isolated
from desktop_app.reports.pdf import structure
from desktop_app.reports.pdf.charts import ChartSeries, HorizontalBar, HorizontalBarChart, PdfBarChart
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import PageBreak
from desktop_app.reports.pdf.layout import LANDSCAPE
from desktop_app.reports.pdf.lines import TextRun
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle
from tests.reports.pdf.page import LETTERHEAD, MADE_AT, SUMMARY, report
from tests.reports.pdf.reading import by_pdfium, by_poppler, document, has_poppler
from tests.reports.pdf.tree import tree

COLUMNS = [PdfColumn("ردیف"), PdfColumn("موضوع"), PdfColumn("شماره")]


def test_a_report_is_headings_paragraphs_tables_and_figures_in_the_order_of_reading() -> None:
    found = tree(report().to_bytes())
    assert found.kind == "Document"
    assert found.kinds[:6] == ["P", "P", "H1", "P", "P", "H2"]
    assert found.kinds[6:] == ["Table", "H2", "Figure", "H2", "P", "Table", "H2", "Figure"]
    assert found.children[2].text == "گزارش ماهانه مشارکت مردمی"
    assert found.children[0].text == "وزارت فرهنگ و ارشاد اسلامی\nاداره کل استان تهران"
    assert found.children[1].text == "تاریخ: ۱۴۰۵/۰۹/۰۷\nشماره: پس از صدور"


def test_the_words_of_an_element_are_those_that_were_written() -> None:
    words = [
        TextRun("نامهٔ "),
        TextRun("شمارهٔ ۱۲", Weight.BOLD),
        TextRun(f" به {isolated('info@example.ir')} رسید"),
    ]
    (paragraph,) = tree(document(words).to_bytes()).children
    assert paragraph.text == "نامهٔ شمارهٔ ۱۲ به info@example.ir رسید"


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    content = document(SUMMARY * 80).to_bytes()
    (paragraph,) = tree(content).children
    assert {page for page, _ in paragraph.marked} == set(range(len(by_pdfium(content))))
    assert len(paragraph.marked) > 2
    assert paragraph.text.count("در آبان") == 80


def test_a_table_has_rows_of_cells_under_heads_of_columns() -> None:
    rows = [["۱", "تمدید", "۷"], ["۲", "پیگیری", ""]]
    table = Table(COLUMNS, rows, ["جمع", "", "۷"], TableStyle(zebra=True))
    (found,) = tree(document().add(table).to_bytes()).children
    assert found.kinds == ["TR"] * 4
    head, *rest = found.children
    assert [(cell.kind, cell.text, cell.attribute) for cell in head.children] == [
        ("TH", "ردیف", "Column"),
        ("TH", "موضوع", "Column"),
        ("TH", "شماره", "Column"),
    ]
    assert [[cell.text for cell in row.children] for row in rest] == [*rows, ["جمع", "", "۷"]]
    assert {cell.kind for row in rest for cell in row.children} == {"TD"}


def test_the_head_that_comes_again_on_a_page_is_read_once() -> None:
    rows = [[str(number), "موضوع", "شماره"] for number in range(200)]
    content = document().add(Table(COLUMNS, rows)).to_bytes()
    found = tree(content)
    assert len(by_pdfium(content)) > 4
    assert len(found.all("TH")) == 3
    assert len(found.all("TR")) == 201


def test_a_row_that_is_torn_is_one_row() -> None:
    (table,) = tree(document().add(Table(COLUMNS, [["۱", "واژه " * 3000, "۳"]])).to_bytes()).children
    _, row = table.children
    assert row.kinds == ["TD"] * 3
    assert len({page for page, _ in row.children[1].marked}) > 3


def test_a_table_with_too_many_cells_goes_on_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "MOST_BY_CELLS", 40)
    rows = [[str(number), "موضوع", "شماره"] for number in range(30)]
    (table,) = tree(document().add(Table(COLUMNS, rows)).to_bytes()).children
    assert len(table.children) == 31
    assert table.children[5].kinds == ["TD"] * 3
    assert table.children[30].kinds == ["TD"]


def test_a_figure_says_its_values_unless_it_is_given_other_words() -> None:
    made = document().add(
        HorizontalBarChart([HorizontalBar("راضی", 96), HorizontalBar("ناراضی", 18, "۱۸ نفر")])
    )
    made.add(PdfBarChart(["۱", "۲"], [ChartSeries("رسیده", [7, 0.5])]))
    made.add(PdfBarChart(["۱"], [ChartSeries("رسیده", [7])], alternative="روند آبان"))
    figures = tree(made.to_bytes()).children
    assert [figure.alternative for figure in figures] == [
        "راضی ۹۶، ناراضی ۱۸ نفر",
        "رسیده: ۱ ۷، ۲ ۰٫۵",
        "روند آبان",
    ]


def test_running_heads_and_numbers_of_pages_are_not_read() -> None:
    made = PersianDocument("عنوان", made_at=MADE_AT, letterhead=LETTERHEAD, marking="محرمانه")
    found = tree(made.paragraph("متن " * 2000).to_bytes())
    assert found.kinds == ["P", "P", "P"]


def test_a_first_page_that_was_turned_at_once_leaves_nothing_in_the_tree() -> None:
    made = PersianDocument("عنوان", made_at=MADE_AT, letterhead=LETTERHEAD)
    found = tree(made.add(PageBreak(LANDSCAPE)).paragraph("متن").to_bytes())
    assert found.kinds == ["P", "P", "P"]


def test_an_empty_document_has_an_empty_tree() -> None:
    assert tree(document().to_bytes()).children == []


def test_half_a_surrogate_pair_can_be_read_aloud() -> None:
    (paragraph,) = tree(document("نام \ud800 است").to_bytes()).children
    assert paragraph.text == "نام \ufffd است"


def test_readers_find_the_same_words_with_tags() -> None:
    content = document(SUMMARY).to_bytes()
    assert SUMMARY.split() == by_pdfium(content)[0].split()[: len(SUMMARY.split())]
    if has_poppler():
        assert SUMMARY.split() == by_poppler(content).split()[: len(SUMMARY.split())]


def test_a_note_is_read_behind_the_paragraph_of_its_mark() -> None:
    made = document()
    made.paragraph([TextRun("متن"), made.note("یادداشت")]).paragraph("دیگر")
    found = tree(made.to_bytes())
    assert found.kinds == ["P", "Note", "P"]
    assert found.children[1].text == "۱. یادداشت"
