"""The pages of a report: previewed, turned, printed to a real file, saved."""

from __future__ import annotations

import errno
import gc
import os
from pathlib import Path

import numpy as np
import openpyxl
import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.wording import digits
from tests.department import TestOffice
from tests.office.test_logo import picture
from tests.reports.test_letterhead_logo import broken
from tests.ui.conftest import OFFSCREEN_ONLY
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press
from tests.ui.printers import into_file
from tests.ui.reports_window import ABAN, Open, busy_office, open_screen, picker, prepared, text_of
from ui import jobs
from ui.reports.made import file_name, make_report
from ui.reports.screen import ReportsScreen

__all__ = ["busy_office", "open_screen", "prepared"]


def ink_of(pdf: bytes | Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """How black the first page is in squares of ten points, from 0 to 1."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=1.0).to_numpy()
    finally:
        document.close()
    # A printer knows whole points only: A4 is 595 or 595.28 of them wide.
    black = 1.0 - picture.mean(axis=2)[:840, :590] / 255.0
    return np.asarray(black.reshape(84, 10, 59, 10).mean(axis=(1, 3)))


def test_the_preview_is_the_pdf_itself(open_screen: Open) -> None:
    screen = open_screen()
    assert screen.made is not None
    words = text_of(screen.made.pdf)
    assert "گزارش ماهانهٔ مشارکت مردمی" in words
    assert "آبان ۱۴۰۵" in words
    assert screen.preview.pages == len(pypdfium2.PdfDocument(screen.made.pdf))
    assert screen.preview.document.getAllText(0).text().strip()


def test_the_printed_pages_take_the_place_of_the_dashboard_and_escape_leads_back(open_screen: Open) -> None:
    screen = open_screen()
    assert screen.page.isVisible()
    assert not screen.preview.isVisible()
    click(screen.header.preview_button)
    assert screen.preview.isVisible()
    assert not screen.page.isVisible()
    # Another month is shown as pages too.
    press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert screen.preview.isVisible()
    activate(screen)
    screen.preview.view.setFocus()
    press(screen.preview.view, Qt.Key.Key_Escape)
    assert screen.page.isVisible()
    press(screen, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert screen.header.back_button.isVisible()
    click(screen.header.back_button)
    assert screen.page.isVisible()
    assert not screen.header.back_button.isVisible()


def test_pages_turn_and_the_zoom_follows_the_buttons(open_screen: Open) -> None:
    screen = open_screen()
    screen.turn_preview()
    settle(screen)
    preview = screen.preview
    assert preview.pages > 1
    click(preview.following)
    assert preview.view.pageNavigator().currentPage() == 1
    assert preview.page_label.text().startswith("صفحهٔ ۲ از")
    before = preview.factor()
    click(preview.larger)
    assert preview.factor() == pytest.approx(before * 1.15)
    # At first as large as on paper: the width of the window would be too much.
    assert before == pytest.approx(1.0)
    preview.fit_width()
    assert preview.factor() > 1.2


def test_ctrl_p_prints_every_page_into_a_real_file(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    screen = open_screen(ask_printer=into_file(target))
    press(screen, Qt.Key.Key_P, CONTROL)
    settle(screen)
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == screen.preview.pages
    width, height = printed[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    assert screen.work.bar.text == f"{digits(len(printed))} صفحه به چاپگر رفت."


def test_the_printed_page_shows_what_the_preview_shows(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    screen = open_screen(ask_printer=into_file(target))
    screen.files.print_report()
    settle(screen)
    assert screen.made is not None
    printed = ink_of(target)
    wanted = ink_of(screen.made.pdf)
    # A page that slid, shrank or stayed white has its ink in other places.
    assert np.corrcoef(printed.ravel(), wanted.ravel())[0, 1] > 0.97
    # The hairlines of the charts come lighter from a printer's own resolution.
    assert printed.sum() == pytest.approx(wanted.sum(), rel=0.15)


def test_only_the_pages_that_were_asked_for_are_printed(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, parent: QWidget) -> bool:
        printer.setFromTo(2, 2)
        return into_file(target)(printer, parent)

    screen = open_screen(ask_printer=choose)
    screen.files.print_report()
    settle(screen)
    assert len(pypdfium2.PdfDocument(target)) == 1


def test_thinking_better_of_it_prints_nothing(open_screen: Open) -> None:
    screen = open_screen()
    press(screen, Qt.Key.Key_P, CONTROL)
    settle(screen)
    assert screen.work.bar.text == ""


@pytest.mark.qt_log_ignore(OFFSCREEN_ONLY, r"QPainter::begin\(\): Returned false")
def test_a_printer_that_does_not_take_the_pages_is_told(open_screen: Open, tmp_path: Path) -> None:
    screen = open_screen(ask_printer=into_file(tmp_path / "no such folder" / "printed.pdf"))
    screen.files.print_report()
    settle(screen)
    assert "چاپگر صفحه‌ها را نپذیرفت" in screen.work.bar.text


def test_the_saved_pdf_is_the_preview_byte_for_byte(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    screen = open_screen(target)
    press(screen, Qt.Key.Key_S, CONTROL)
    settle(screen)
    assert screen.made is not None
    assert target.read_bytes() == screen.made.pdf
    assert os.listdir(tmp_path) == ["report.pdf"]


def test_a_name_without_ending_gets_one(open_screen: Open, tmp_path: Path) -> None:
    screen = open_screen(tmp_path / "گزارش")
    screen.files.save_spreadsheet()
    settle(screen)
    book = openpyxl.load_workbook(tmp_path / "گزارش.xlsx")
    rows = list(book.active.iter_rows(values_only=True))
    book.close()
    assert str(rows[1][0]).startswith("آبان ۱۴۰۵، همهٔ واحدها؛ ")
    assert ("آبان ۱۴۰۵", 5) in {row[:2] for row in rows}


def test_the_suggested_name_says_month_and_unit(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    screen.files.save_pdf()
    ((suggested, kinds),) = screen.asked  # type: ignore[attr-defined]
    assert suggested.name == "گزارش ماهانهٔ آبان ۱۴۰۵.pdf"
    assert "*.pdf" in kinds
    made = make_report(
        busy_office.services, ReportScope(Period.month(ABAN), busy_office.books.id), busy_office.manager
    )
    assert file_name(made.report, ".xlsx") == "گزارش ماهانهٔ آبان ۱۴۰۵، واحد اداره کتاب.xlsx"


def test_a_folder_that_is_gone_is_told_in_one_sentence(open_screen: Open, tmp_path: Path) -> None:
    screen = open_screen(tmp_path / "gone" / "report.pdf")
    screen.files.save_pdf()
    settle(screen)
    assert "report.pdf" in screen.work.bar.text
    assert "پوشه دیگر نیست" in screen.work.bar.text


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "دیسک پر است"), (errno.EACCES, "اجازهٔ نوشتن"), (errno.EIO, "نوشته نشد")],
)
def test_a_full_disk_and_a_forbidden_folder_have_their_own_sentences(
    open_screen: Open,
    busy_office: TestOffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    def refuse(source: object, target: object) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "report.pdf"
    target.write_bytes(b"the old one")
    screen = open_screen(target)
    monkeypatch.setattr(os, "replace", refuse)
    screen.files.save_pdf()
    settle(screen)
    assert words in screen.work.bar.text
    assert target.read_bytes() == b"the old one"
    assert os.listdir(tmp_path) == ["report.pdf"]


def test_a_logo_that_is_broken_is_told_over_the_preview(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    assert screen.left_out.isHidden()
    broken(busy_office)
    screen.refresh()
    settle(screen)
    assert "نشان سربرگ خوانده نشد" in screen.left_out.text()
    assert screen.left_out.isVisible()
    assert screen.preview.pages
    busy_office.services.office.change_logo(busy_office.administrator, picture())
    screen.refresh()
    settle(screen)
    assert screen.left_out.isHidden()


def test_nothing_can_be_printed_before_there_is_a_report(qtbot: QtBot, busy_office: TestOffice) -> None:
    screen = ReportsScreen(workplace(busy_office, busy_office.manager))
    qtbot.addWidget(screen)
    assert not screen.print_action.isEnabled()
    screen.files.print_report()
    assert jobs.wait_all()
    assert screen.print_action.isEnabled()


def test_the_document_is_let_go_before_its_bytes(open_screen: Open) -> None:
    screen = open_screen()
    for _ in range(3):
        press(picker(screen), Qt.Key.Key_PageUp)
        settle(screen)
    document = screen.preview.document
    screen.close()
    shiboken6.delete(screen)
    assert not shiboken6.isValid(document)
    gc.collect()


def test_saving_again_replaces_the_whole_file(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"of another month" * 100_000)
    screen = open_screen(target)
    screen.files.save_pdf()
    settle(screen)
    assert screen.made is not None
    assert target.read_bytes() == screen.made.pdf
    assert "نوشته شد" in screen.work.bar.text
