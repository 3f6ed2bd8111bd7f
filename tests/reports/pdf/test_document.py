"""Pages: what stands where, what is repeated, what is kept together, and what the file says of itself."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop_app.errors import CancelledError
from desktop_app.persian.digits import persian_digits
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import PageBreak
from desktop_app.reports.pdf.layout import LANDSCAPE
from desktop_app.reports.pdf.lines import TextStyle, wrapped
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle, column_edges
from tests.reports.pdf.page import MADE_AT, report
from tests.reports.pdf.reading import by_pdfium, characters, document

COLUMNS = [PdfColumn("ردیف", width=60), PdfColumn("موضوع", weight=3), PdfColumn("شماره")]


def rows(count: int) -> list[list[str]]:
    return [[persian_digits(str(n)), f"درخواست {persian_digits(str(n))}", "ثبت"] for n in range(1, count + 1)]


def test_two_writings_of_one_document_are_the_same_bytes() -> None:
    assert report().to_bytes() == report().to_bytes()


def test_the_date_is_the_one_that_was_given() -> None:
    with pikepdf.open(BytesIO(report().to_bytes())) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261128083000")


def test_the_file_says_that_it_is_persian_and_read_from_the_right() -> None:
    with pikepdf.open(BytesIO(report().to_bytes())) as pdf:
        assert str(pdf.Root.Lang) == "fa-IR"
        assert pdf.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]) == "گزارش ماهانه مشارکت مردمی"


def test_the_outline_has_the_headings_and_leads_to_their_pages() -> None:
    made = document().heading("فصل یکم", 0).paragraph("متن " * 1500).heading("بند دوم").paragraph("پایان")
    content = made.to_bytes()
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        first = outline.root[0]
        assert first.title == "فصل یکم"
        assert [entry.title for entry in first.children] == ["بند دوم"]
    last = by_pdfium(content)[-1]
    assert "بند دوم" in last


def test_the_letterhead_stands_right_and_left_on_the_first_page_alone() -> None:
    content = report().to_bytes()
    seen = characters(content)
    head = [character for character in seen if character.bottom > 740]
    assert {c.text for c in head if c.left > 400} >= set("وزارت")
    assert {c.text for c in head if c.right < 200} >= set("تاریخ")
    assert "وزارت فرهنگ" not in by_pdfium(content)[1]


def test_the_first_column_stands_at_the_right() -> None:
    seen = characters(document().add(Table(COLUMNS, [["آ", "ژ", "چ"]])).to_bytes())
    first, second, third = (next(c.left for c in seen if c.text == letter) for letter in "آژچ")
    assert first > second > third


def test_column_edges_follow_fixed_widths_and_weights_and_end_at_the_margin() -> None:
    edges = column_edges([PdfColumn("ا", width=100), PdfColumn("ب", weight=3), PdfColumn("پ", weight=1)], 500)
    assert edges == [(0, 90), (100, 390), (400, 500)]


def test_fixed_columns_that_are_too_wide_are_shrunk_to_the_page() -> None:
    edges = column_edges([PdfColumn("ا", width=900), PdfColumn("ب", width=900), PdfColumn("پ")], 500)
    assert edges[-1][1] == pytest.approx(500)
    assert all(end > start for start, end in edges)


def test_the_header_comes_again_on_every_page_and_no_row_is_lost() -> None:
    pages = by_pdfium(document().add(Table(COLUMNS, rows(2000))).to_bytes())
    assert len(pages) > 20
    assert [page.count("موضوع") for page in pages] == [1] * len(pages)
    assert sum(page.count("درخواست") for page in pages) == 2000


def test_the_header_is_drawn_once_where_the_table_begins_on_a_new_page() -> None:
    for filler in range(28, 36):
        made = document(*["سطر"] * filler).heading("بخش").add(Table(COLUMNS, rows(3)))
        pages = by_pdfium(made.to_bytes())
        assert sum(page.count("موضوع") for page in pages) == 1


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    for filler in range(20, 40):
        pages = by_pdfium(document(*["سطر"] * filler).heading("سرفصل").paragraph("دنباله").to_bytes())
        page = next(page for page in pages if "سرفصل" in page)
        assert "دنباله" in page


def test_the_totals_stay_with_the_last_row() -> None:
    for count in range(25, 45):
        table = Table(COLUMNS, rows(count), ["جمع", "همه", "۹۹"])
        pages = by_pdfium(document().add(table).to_bytes())
        page = next(page for page in pages if "جمع" in page)
        assert f"درخواست {persian_digits(str(count))}" in page


def test_the_last_row_is_never_alone_on_a_page() -> None:
    ends = []
    for count in range(30, 50):
        *_, last = by_pdfium(document().add(Table(COLUMNS, rows(count))).to_bytes())
        ends.append(last.count("درخواست "))
    assert min(ends) == 2


def test_what_stands_beside_the_title_of_later_pages_leaves_room_for_it() -> None:
    made = PersianDocument("گزارش", made_at=MADE_AT, running="عنوانی که بسیار بلند است " * 12)
    _, later, *_ = by_pdfium(made.add(Table(COLUMNS, rows(60))).to_bytes())
    assert "گزارش" in later
    assert "عنوانی که بسیار بلند" in later
    assert "..." in later


def test_a_small_table_is_kept_together_with_its_heading_wherever_it_begins() -> None:
    for filler in range(20, 45):
        made = document(*["سطر"] * filler).heading("بخش").add(Table(COLUMNS, rows(8), together=True))
        holding = [page for page in by_pdfium(made.to_bytes()) if "درخواست" in page]
        assert len(holding) == 1, filler
        assert "بخش" in holding[0]


def test_a_row_that_heads_others_is_never_the_last_one_on_a_page() -> None:
    heads = frozenset(range(0, 60, 3))
    for filler in range(3):
        made = document(*["سطر"] * filler).add(Table(COLUMNS, rows(60), heads=heads))
        ends = [page.split("درخواست ")[-1].split()[0] for page in by_pdfium(made.to_bytes())[:-1]]
        assert ends
        assert not {persian_digits(str(place + 1)) for place in heads} & set(ends)


def test_the_end_of_a_table_stays_with_what_comes_below_where_that_is_asked_for() -> None:
    for filler in range(20, 40):
        table = Table(COLUMNS, rows(4), keep_with_next=True)
        pages = by_pdfium(document(*["سطر"] * filler).add(table).paragraph("امضا").to_bytes())
        page = next(page for page in pages if "امضا" in page)
        assert "درخواست ۴" in page


def test_the_marking_stands_on_every_page_whatever_its_size() -> None:
    made = PersianDocument("گزارش", made_at=MADE_AT, marking="محرمانه")
    made.paragraph("یک").add(PageBreak(LANDSCAPE)).add(Table(COLUMNS, rows(100)))
    pages = by_pdfium(made.to_bytes())
    assert len(pages) > 3
    assert all(page.count("محرمانه") == 1 for page in pages)


def test_a_row_higher_than_a_page_goes_on_and_loses_no_word() -> None:
    content = document().add(Table(COLUMNS, [["۱", "واژه " * 3000, "پ"]])).to_bytes()
    assert sum(page.count("واژه") for page in by_pdfium(content)) == 3000


def test_every_page_says_its_number_and_how_many_there_are() -> None:
    pages = by_pdfium(document(*["متن " * 400] * 6).to_bytes())
    total = persian_digits(str(len(pages)))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"صفحهٔ {persian_digits(str(number))} از {total}" in page
        assert "میز مشارکت" in page


def test_an_empty_document_and_an_empty_table_are_pages() -> None:
    assert len(by_pdfium(document().to_bytes())) == 1
    assert "موضوع" in by_pdfium(document().add(Table(COLUMNS, [])).to_bytes())[0]


def test_a_hundred_headings_in_a_row_are_all_drawn() -> None:
    made = document()
    for number in range(100):
        made.heading(f"عنوان {number}")
    assert sum(page.count("عنوان") for page in by_pdfium(made.to_bytes())) == 100


def test_a_row_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        document().add(Table(COLUMNS, [["۱", "۲"]])).to_bytes()


def test_rows_may_come_from_an_iterator_and_be_tinted() -> None:
    table = Table(COLUMNS, iter(rows(4)), style=TableStyle(zebra=True))
    assert by_pdfium(document().add(table).to_bytes())[0].count("درخواست") == 4


def test_a_file_is_replaced_only_when_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "گزارش.pdf"
    target.write_bytes(b"before")
    with pytest.raises(CancelledError):
        document().add(Table(COLUMNS, rows(1000))).write(target, _Stopping())
    assert target.read_bytes() == b"before"
    document("متن").write(target)
    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["گزارش.pdf"]


def test_a_document_can_be_written_into_a_stream() -> None:
    stream = BytesIO()
    PersianDocument("سند", made_at=MADE_AT).spacer(10).paragraph("متن").write(stream)
    assert stream.getvalue() == PersianDocument("سند", made_at=MADE_AT).spacer(10).paragraph("متن").to_bytes()


def test_lines_are_filled_in_reading_order_and_none_is_wider_than_the_page() -> None:
    style = TextStyle()
    lines = wrapped("یک دو سه چهار پنج شش هفت هشت نه ده " * 10, style, 200)
    assert lines[0].text.startswith("یک دو")
    assert all(line.width <= 200.01 for line in lines)
    assert (
        " ".join(line.text for line in lines).split() == ("یک دو سه چهار پنج شش هفت هشت نه ده " * 10).split()
    )


def test_a_line_break_in_the_text_is_a_line_break_on_the_page() -> None:
    assert [line.text for line in wrapped("یک\r\nدو\n\nسه", TextStyle(), 200)] == ["یک", "دو", "", "سه"]


class _Stopping:
    def report(self, done: int, total: int | None = None) -> None:
        del done, total

    def cancelled(self) -> bool:
        return True


def test_a_document_that_closes_up_has_no_nearly_empty_last_page() -> None:
    def made(*, closes_up: bool) -> list[str]:
        made = PersianDocument("سند", made_at=MADE_AT, closes_up=closes_up)
        for number in range(1, 31):
            made.paragraph(f"بند {persian_digits(str(number))}", gap=8.0)
        return by_pdfium(made.to_bytes())

    assert [len(made(closes_up=False)), len(made(closes_up=True))] == [2, 1]
    assert all(f"بند {persian_digits(str(number))}" in made(closes_up=True)[0] for number in range(1, 31))
