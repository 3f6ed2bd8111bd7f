"""Letters and papers of a petition in the inbox: looked at, sent out, printed and saved by keys."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize, QTextCursor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from reportlab.lib.pagesizes import A4, A5

from desktop_app.database.audit import history
from desktop_app.office.letter_choices import PaperSize
from desktop_app.office.letter_templates import LetterKind
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.progress import SilentProgress
from tests.department import TestOffice
from tests.reports.pdf.reading import by_pdfium, page_sizes
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import click, press
from tests.ui.printers import into_file
from ui.actions import commands
from ui.petitions.replies.letter_page import LetterPage
from ui.widgets.printing import PrinterTrouble, print_pdf


def answered(office: TestOffice) -> int:
    taken = office.taken(subject="مجوز کتاب")
    return office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.GRANTED, "صادر شد.").id


def page_of(shown: DeskWindow) -> LetterPage:
    page = shown.screen.papers.letters
    assert page is not None
    return page


def actions_of(office: TestOffice, petition_id: int) -> list[tuple[str, object]]:
    with office.services.database.reading() as session:
        return [(e.action, e.after.get("onto")) for e in history(session, "petition", petition_id)]


def open_papers(shown: DeskWindow, petition_id: int) -> LetterPage:
    """By keys: into the petition, then Ctrl+P."""
    shown.screen.open_petition(petition_id)
    shown.settle()
    shown.focus_table()
    shown.key(Qt.Key.Key_Return)
    shown.key(Qt.Key.Key_P, control=True)
    return page_of(shown)


def test_ctrl_p_in_a_petition_offers_its_papers_and_in_the_list_the_worklist(
    sqlite_office: TestOffice,
) -> None:
    number = answered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        assert page.isVisible()
        assert (page.kind(), page.preview.pages) == (LetterKind.REPLY, 1)
        assert page.state.text() == "پیش‌نویس، بدون شماره"
        assert page.address.toPlainText() == "علی کریمی"
        shown.key(Qt.Key.Key_Escape)
        assert shown.screen.pages.currentIndex() == 0
        shown.focus_table()
        shown.key(Qt.Key.Key_P, control=True)
        assert shown.screen.papers.worklist is not None
        assert shown.screen.papers.worklist.isVisible()


def test_a_reply_goes_out_by_keys_is_saved_and_the_history_tells_of_both(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    number = answered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        page.address.setPlainText("جناب آقای علی کریمی\nتهران، خیابان بهار")
        # A letter is issued as it is shown: the preview with the new address comes first.
        shown.settle()
        shown.key(Qt.Key.Key_Return, control=True)
        assert page.paper is not None
        assert page.paper.issued is not None
        assert page.paper.issued.addressee[1] == "تهران، خیابان بهار"
        assert "۱۴۰۵/۱" in page.state.text()
        assert page.address.isHidden()
        assert page.issue_button.isHidden()
        page.work.ask_path = lambda suggested, _kinds: tmp_path / suggested.name
        shown.key(Qt.Key.Key_S, control=True)
        (written,) = tmp_path.iterdir()
        assert written.name.startswith("نامهٔ پاسخ ")
        assert written.name.endswith(" 1405-1.pdf")
        assert written.read_bytes() == page.paper.pdf
        shown.key(Qt.Key.Key_Escape)
        again = open_papers(shown, number)
        assert again.paper is not None
        assert again.paper.pdf == page.paper.pdf
    assert actions_of(sqlite_office, number)[-2:] == [("letter_issued", None), ("printed", "file")]


def test_what_is_chosen_beside_the_page_goes_out_with_the_letter(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    number = answered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        form = page.choices
        assert (form.classification.currentText(), form.paper_size.currentText()) == ("عادی", "A4")
        assert list(form.purposes)[:2] == ["جهت اطلاع", "جهت اقدام"]
        press(form.classification, Qt.Key.Key_Down)
        press(form.paper_size, Qt.Key.Key_Down)
        form.enclosure.setText("دو برگ")
        form.copies.setPlainText("ادارهٔ کتاب\nدفتر مدیرکل")
        form.copies.moveCursor(QTextCursor.MoveOperation.Start)
        click(form.purposes["جهت اقدام"])
        # Another purpose takes its place, on the line of the caret alone.
        click(form.purposes["جهت اطلاع"])
        assert form.copies.toPlainText() == "ادارهٔ کتاب، جهت اطلاع\nدفتر مدیرکل"
        shown.settle()
        words = " ".join(by_pdfium(page.preview.pdf)[0].split())
        assert all(one in words for one in ("محرمانه", "دو برگ", "ادارهٔ کتاب، جهت اطلاع"))
        form.copies.setPlainText("سطر\n" * 13)
        shown.key(Qt.Key.Key_Return, control=True)
        assert page.refusals.card.field is form.copies
        assert ("letter_issued", None) not in actions_of(sqlite_office, number)
        form.copies.setPlainText("ادارهٔ کتاب، جهت اطلاع")
        shown.settle()
        shown.key(Qt.Key.Key_Return, control=True)
        assert page.paper is not None
        assert page.paper.issued is not None
        assert page.paper.issued.choices.paper_size is PaperSize.A5
        assert not form.isVisible()
        for one in ("محرمانه، کاغذ A5", "دو برگ", "ادارهٔ کتاب، جهت اطلاع"):
            assert one in page.why.text()
        page.work.ask_printer = into_file(tmp_path / "out.pdf")
        shown.key(Qt.Key.Key_P, control=True)
        [size] = page_sizes(tmp_path / "out.pdf")
        assert size == pytest.approx(A5, abs=1)
        page.kinds.choose(LetterKind.SLIP.value)
        shown.settle()
        assert page.side.isHidden()


def test_each_page_is_printed_on_its_own_paper(tmp_path: Path) -> None:
    source, target, printer = BytesIO(), tmp_path / "out.pdf", QPrinter()
    pages = pypdfium2.PdfDocument.new()
    for size in (A5, A4, A5):
        pages.new_page(*size)
    pages.save(source)
    pages.close()
    into_file(target)(printer, QWidget())
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert print_pdf(source.getvalue(), printer, SilentProgress()) == 3
    assert page_sizes(target) == [pytest.approx(size, abs=1) for size in (A5, A4, A5)]


def test_each_paper_is_chosen_by_its_digit_and_from_the_commands(sqlite_office: TestOffice) -> None:
    number = answered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        page.kinds.setFocus()
        for digit, words in ((2, "رسید ثبت درخواست"), (3, "برگ ارجاع"), (4, "پروندهٔ درخواست")):
            shown.key(ord(str(digit)), text=str(digit))
            assert page.paper is not None
            assert words in by_pdfium(page.paper.pdf)[0]
            assert page.side.isHidden()
        shown.key(Qt.Key.Key_Escape)
        named = {action.text(): action for action in commands(shown.window)}
        for words in ("چاپ نامهٔ پاسخ", "چاپ رسید", "چاپ برگ ارجاع", "چاپ پرونده"):
            named[words].trigger()
            shown.settle()
            assert page.isVisible()
            shown.key(Qt.Key.Key_Escape)


def test_what_cannot_go_out_says_why(sqlite_office: TestOffice) -> None:
    number = sqlite_office.taken().id
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        assert page.kind() is LetterKind.SLIP
        page.kinds.choose("reply")
        shown.settle()
        assert "هنوز پاسخی" in page.why.text()
        assert not page.issue_button.isEnabled()
        shown.key(Qt.Key.Key_Return, control=True)
    assert [one for one, _ in actions_of(sqlite_office, number)].count("letter_issued") == 0


def test_an_address_of_too_many_lines_is_told_and_nothing_is_lost(sqlite_office: TestOffice) -> None:
    number = answered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        page.address.setPlainText("سطر\n" * 9)
        shown.key(Qt.Key.Key_Return, control=True)
        assert "گیرنده" in page.refusals.card.words.text()
        assert page.refusals.card.field is page.address
        assert page.address.toPlainText() == "سطر\n" * 9
        assert page.issue_button.isEnabled()


def test_printing_is_noted_when_a_printer_was_chosen_and_its_trouble_is_one_sentence(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = answered(sqlite_office)

    def broken(data: bytes, printer: QPrinter, progress: object) -> int:
        raise PrinterTrouble

    monkeypatch.setattr("ui.widgets.printing.print_pdf", broken)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        chosen = [False, True]

        def choose(printer: QPrinter, _owner: QWidget) -> bool:
            return chosen.pop(0)

        page.work.ask_printer = choose
        shown.key(Qt.Key.Key_P, control=True)
        assert ("printed", "printer") not in actions_of(sqlite_office, number)
        shown.key(Qt.Key.Key_P, control=True)
        assert ("printed", "printer") in actions_of(sqlite_office, number)
        assert page.work.bar.isVisible()


def test_a_pc_without_a_printer_says_so_in_one_sentence(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.widgets.printing.QPrinterInfo.availablePrinterNames", list)
    number = answered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        shown.key(Qt.Key.Key_P, control=True)
        assert "چاپگری ندارد" in page.work.bar.text
        assert ("printed", "printer") not in actions_of(sqlite_office, number)


def test_a_window_without_a_postal_address_is_pointed_out(sqlite_office: TestOffice) -> None:
    number = answered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        assert "نشانی پستی" in page.hint.text()
        page.address.setPlainText("علی کریمی\nتهران، خیابان بهار")
        assert page.hint.text() == ""
        page.address.setPlainText("")
        assert "خالی می‌ماند" in page.hint.text()


def test_which_referral_a_sheet_is_of_is_chosen(sqlite_office: TestOffice) -> None:
    taken = sqlite_office.taken()
    sqlite_office.services.desk.refer(
        sqlite_office.clerk, taken.id, taken.version, sqlite_office.music.id, "هامش دوم"
    )
    with desk(sqlite_office, sqlite_office.manager) as shown:
        page = open_papers(shown, taken.id)
        page.kinds.choose(LetterKind.REFERRAL.value)
        shown.settle()
        assert page.which.isVisible()
        assert not page.address.isVisible()
        assert page.preview.pages == 1
        press(page.which, Qt.Key.Key_End)
        shown.settle()
        assert page.preview.pages == 2
        page.kinds.choose(LetterKind.SLIP.value)
        shown.settle()
        assert not page.which.isVisible()


def test_a_full_disk_is_one_sentence(
    sqlite_office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = answered(sqlite_office)

    def full(target: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("ui.widgets.export_work.write_whole", full)
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        page = open_papers(shown, number)
        page.work.ask_path = lambda suggested, _kinds: tmp_path / suggested.name
        shown.key(Qt.Key.Key_S, control=True)
        assert page.work.bar.isVisible()
        assert list(tmp_path.iterdir()) == []


def test_behind_a_registration_one_key_shows_the_receipt_and_escape_leads_back(
    sqlite_office: TestOffice,
) -> None:
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        shown.screen.registration.register()
        shown.settle()
        form = shown.screen.registration.form
        assert form is not None
        assert form.footer.receipt_button.isHidden()
        form.fields.text.setPlainText("لطفاً مجوز کتاب مرا اعلام کنید.")
        shown.key(Qt.Key.Key_F6)
        assert form.footer.receipt_button.isVisible()
        shown.key(Qt.Key.Key_P, control=True)
        page = page_of(shown)
        assert page.isVisible()
        assert page.kind() is LetterKind.SLIP
        assert page.paper is not None
        assert form.last_registered is not None
        assert page.paper.tracking_code == form.last_registered.tracking_code
        shown.key(Qt.Key.Key_Escape)
        assert form.isVisible()
