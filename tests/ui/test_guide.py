"""The user guide in the window: the page of each screen, search, links, and where the focus goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import __version__
from desktop_app.guide.key_card import KeyLine
from desktop_app.guide.pages import FIRST_PAGE, GLOSSARY, GuidePlace, guide
from desktop_app.processes import own_command
from desktop_app.settings import Settings
from desktop_app.wording import digits
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import activate, click, press, put_away, type_text
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.application import screens
from ui.guide.pane import GuidePane
from ui.main_window import MainWindow
from ui.petitions.desk.details_facts import FactLines
from ui.petitions.desk.sending import Mode
from ui.widgets import term_mark
from ui.widgets.person_menu import PersonMenu
from ui.workplace import RegisterRequest, Workplace


@pytest.fixture
def clerk(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    for number in range(3):
        sqlite_office.taken(subject=f"موضوع {number}")
    with desk(sqlite_office, sqlite_office.clerk) as opened:
        opened.show()
        opened.focus_table()
        opened.settle()
        yield opened


def helped(shown: DeskWindow) -> GuidePane:
    """Opens the guide by its key."""
    # Under `offscreen` the window does not get the keyboard back by itself when another one closes.
    activate(shown.window)
    shown.key(Qt.Key.Key_F1)
    pane = shown.window.guide.pane
    assert pane is not None
    assert shown.window.side_pane.content is pane
    return pane


def words_of(pane: GuidePane) -> str:
    return pane.view.text.toPlainText()


def test_f1_opens_the_page_of_the_screen_and_closes_it_again(clerk: DeskWindow) -> None:
    pane = helped(clerk)
    assert pane.view.place == GuidePlace("inbox")
    assert words_of(pane).startswith("رسیدگی به درخواست‌ها در کارتابل")
    assert clerk.focus() is pane.view.text
    clerk.key(Qt.Key.Key_F1)
    assert not clerk.window.side_pane.isVisible()
    assert clerk.focus() is clerk.screen.table


def test_the_draft_of_a_reply_is_there_after_the_guide(clerk: DeskWindow) -> None:
    clerk.letter("e")
    assert clerk.screen.details.composer.mode is Mode.REPLY
    edit = clerk.screen.details.composer.edit
    type_text(edit, "خانم گرامی")
    pane = helped(clerk)
    assert pane.view.place == GuidePlace("petition")
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.focus() is edit
    assert edit.toPlainText() == "خانم گرامی"


def test_the_form_of_a_call_has_its_own_page(clerk: DeskWindow) -> None:
    clerk.window.go("inbox", RegisterRequest())
    clerk.settle()
    assert helped(clerk).view.place == GuidePlace("phone")


def test_a_search_shows_passages_as_one_types_and_enter_opens_one(clerk: DeskWindow) -> None:
    pane = helped(clerk)
    press(pane.view.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert clerk.focus() is pane.view.field
    type_text(pane.view.field, "هامش")
    clerk.settle()
    assert pane.view.text.places()[0] == GuidePlace(GLOSSARY, "هامش")
    clerk.key(Qt.Key.Key_Return)
    assert clerk.focus() is pane.view.text
    clerk.key(Qt.Key.Key_Tab)
    clerk.key(Qt.Key.Key_Return)
    assert pane.view.place == GuidePlace(GLOSSARY, "هامش")
    assert pane.view.field.text() == ""
    assert words_of(pane).startswith("واژه‌نامه")


def test_enter_opens_the_only_hit(clerk: DeskWindow) -> None:
    pane = helped(clerk)
    pane.view.field.setFocus()
    type_text(pane.view.field, "تماس نیمه")
    clerk.settle()
    assert len(pane.view.text.places()) == 1
    clerk.key(Qt.Key.Key_Return)
    assert (pane.view.place.page, pane.view.field.text()) == ("phone", "")
    assert clerk.focus() is pane.view.text


def test_words_that_no_page_has_are_said_to_be_on_none(clerk: DeskWindow) -> None:
    pane = helped(clerk)
    type_text(pane.view.field, "زرافه")
    clerk.settle()
    assert words_of(pane) == "هیچ صفحه‌ای همهٔ این واژه‌ها را ندارد."
    assert pane.view.text.places() == []


def test_letters_in_the_guide_start_no_command_of_the_list(clerk: DeskWindow) -> None:
    helped(clerk)
    before = clerk.screen.table.current_table_row()
    clerk.letter("j")
    clerk.letter("s")
    assert clerk.screen.table.current_table_row() == before
    assert clerk.screen.details.composer.mode is not Mode.REPLY


def test_the_contents_lead_to_every_page_and_back(clerk: DeskWindow) -> None:
    pane = helped(clerk)
    click(pane.contents_button)
    assert {place.page for place in pane.view.text.places()} == set(guide().pages)
    click(pane.contents_button)
    assert words_of(pane).startswith("رسیدگی به درخواست‌ها")


def test_a_term_is_shown_where_it_is_explained(clerk: DeskWindow) -> None:
    clerk.window.guide.show_place(GuidePlace(GLOSSARY, "هامش"))
    pane = clerk.window.guide.pane
    assert pane is not None
    [shown] = pane.view.text.extraSelections()
    assert QTextCursor(shown.cursor).selectedText() == "هامش"


def test_the_own_window_stays_and_f1_closes_it(clerk: DeskWindow) -> None:
    pane = helped(clerk)
    click(pane.window_button)
    own = clerk.window.guide.own_window
    assert own is not None
    assert not clerk.window.side_pane.isVisible()
    assert own.windowTitle() == "رسیدگی به درخواست‌ها در کارتابل — راهنمای کاربر"
    activate(own)
    press(own, Qt.Key.Key_Escape)
    assert not own.isVisible()


def test_the_page_is_printed_as_it_is_shown(clerk: DeskWindow) -> None:
    pane, titles = helped(clerk), list[str]()

    def refuse(printer: QPrinter, _owner: QWidget) -> bool:
        titles.append(printer.docName())
        return False

    pane.view.work.ask_printer = refuse
    press(pane.view.text, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert titles == ["رسیدگی به درخواست‌ها در کارتابل"]


def test_an_unknown_page_is_the_first_one(clerk: DeskWindow) -> None:
    pane = helped(clerk)
    pane.view.open("")
    assert pane.view.place == GuidePlace(FIRST_PAGE)


def test_every_screen_and_every_section_of_the_administration_has_a_page(
    sqlite_office: TestOffice,
) -> None:
    workplace = Workplace(
        sqlite_office.services, sqlite_office.administrator, Settings(data_folder=Path(), theme="light")
    )
    window = MainWindow(workplace, screens())
    try:
        activate(window)
        for name in window.rail.items:
            window.go(name)
            front = window.current_screen()
            assert front is not None
            assert front.help_page() in guide().pages, name
            if isinstance(front, AdministrationScreen):
                for section in front.tabs.codes():
                    front.tabs.choose(section)
                    assert front.help_page() in guide().pages, section
        assert jobs.wait_all()
        assert front is not None
        assert isinstance(front, AdministrationScreen)
        front.tabs.choose("set_up")
        assert front.help_page() == "first-start"
    finally:
        put_away(window)


def lines_of(shown: DeskWindow) -> dict[str, KeyLine]:
    sheet = shown.window.guide.sheet
    assert sheet is not None
    assert sheet.isVisible()
    return {line.words: line for _, lines in sheet.card.groups for line in lines}


@pytest.mark.parametrize("mark", ["?", "؟"])
def test_the_question_mark_shows_the_keys_of_the_screen_and_closes_them(clerk: DeskWindow, mark: str) -> None:
    press(clerk.focus(), ord(mark), text=mark)
    lines = lines_of(clerk)
    assert lines["ارجاع"].keys == ("R", "ق")
    assert lines["ارجاع"].refused == ""
    assert lines["بازگشایی"].refused == "در وضعیت کنونی این کار ممکن نیست."
    assert lines["همهٔ فرمان‌ها"].keys == ("Ctrl+Shift+P",)
    press(clerk.focus(), ord(mark), text=mark)
    assert clerk.window.guide.sheet is not None
    assert not clerk.window.guide.sheet.isVisible()
    assert clerk.focus() is clerk.screen.table


def test_a_question_mark_in_a_field_is_text(clerk: DeskWindow) -> None:
    clerk.letter("n")
    edit = clerk.screen.details.composer.edit
    press(edit, ord("؟"), Qt.KeyboardModifier.ShiftModifier, "؟")
    assert edit.toPlainText() == "؟"
    assert clerk.window.guide.sheet is None


def test_the_keys_lie_at_the_foot_of_the_list_and_move_nothing(clerk: DeskWindow) -> None:
    side = clerk.screen.side
    before = (side.mapToGlobal(QPoint(0, 0)), side.size())
    clerk.window.guide.toggle_keys()
    sheet = clerk.window.guide.sheet
    assert sheet is not None
    assert (side.mapToGlobal(QPoint(0, 0)), side.size()) == before
    assert sheet.mapToGlobal(QPoint(0, 0)).x() == before[0].x()
    assert sheet.width() == side.width()
    foot = side.mapToGlobal(QPoint(0, side.height()))
    assert sheet.mapToGlobal(QPoint(0, sheet.height())) == foot
    clerk.window.resize(960, 600)
    clerk.settle()
    assert sheet.width() == side.width()


def test_the_letters_of_the_list_work_while_its_keys_are_shown(clerk: DeskWindow) -> None:
    before = clerk.screen.table.current_table_row()
    clerk.window.guide.toggle_keys()
    clerk.letter("j")
    assert clerk.screen.table.current_table_row() != before
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.window.guide.sheet is not None
    assert not clerk.window.guide.sheet.isVisible()


def test_the_keys_of_a_screen_go_with_it(clerk: DeskWindow) -> None:
    clerk.window.guide.toggle_keys()
    clerk.key(Qt.Key.Key_2, control=True)
    assert clerk.window.screen_name == "people"
    assert clerk.window.guide.sheet is not None
    assert not clerk.window.guide.sheet.isVisible()


def test_the_card_of_the_keys_is_printed(clerk: DeskWindow) -> None:
    clerk.window.guide.toggle_keys()
    sheet, titles = clerk.window.guide.sheet, list[str]()
    assert sheet is not None

    def refuse(printer: QPrinter, _owner: QWidget) -> bool:
        titles.append(printer.docName())
        return False

    sheet.work.ask_printer = refuse
    click(sheet.print_button)
    clerk.settle()
    assert titles == ["کلیدهای این صفحه رسیدگی به درخواست‌ها در کارتابل"]


def test_the_menu_of_the_person_leads_to_help_keys_and_about(clerk: DeskWindow) -> None:
    corner = clerk.window.person_corner
    corner.guide_chosen.emit()
    clerk.settle()
    assert clerk.window.side_pane.isVisible()
    corner.keys_chosen.emit()
    clerk.settle()
    assert clerk.window.guide.sheet is not None
    assert clerk.window.guide.sheet.isVisible()
    menu = PersonMenu((), clerk.actor)
    said = [action.text() for action in menu.actions() if action.text()]
    assert said[-5:-1] == [
        "راهنمای کاربر (\u2066F1\u2069)",
        "کلیدهای این صفحه (\u2066?\u2069)",
        "گشت پنج‌دقیقه‌ای",
        "دربارهٔ میز مشارکت…",
    ]


def test_about_tells_the_version_and_every_licence(clerk: DeskWindow) -> None:
    dialog = clerk.window.guide.show_about()
    clerk.settle()
    assert dialog.version.text() == f"نسخهٔ \u2066{digits(__version__)}\u2069"
    for part in ("MIT", "SIL OPEN FONT LICENSE", "PySide6", "SQLAlchemy"):
        assert part in dialog.licences.toPlainText()
    dialog.reject()


def test_the_notices_have_their_own_page(clerk: DeskWindow) -> None:
    clerk.window.bell.open()
    clerk.settle()
    assert helped(clerk).view.place == GuidePlace("notices")


def test_a_standing_clock_is_explained_where_it_stands(clerk: DeskWindow) -> None:
    mark = clerk.screen.details.findChildren(FactLines)[0].standing
    assert not mark.isVisible()
    clerk.letter("w")
    clerk.write("کارت ملی")
    clerk.send()
    clerk.show()
    assert mark.isVisible()
    QApplication.sendEvent(
        mark, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), mark.mapToGlobal(QPoint(2, 2)))
    )
    assert "مهلت متوقف: ساعت ایستاده" in mark.toolTip()
    click(mark)
    pane = clerk.window.guide.pane
    assert pane is not None
    assert pane.view.place == GuidePlace(GLOSSARY, "مهلت متوقف")


def test_every_term_with_a_mark_is_in_the_glossary() -> None:
    named = {words for name, words in vars(term_mark).items() if name.isupper() and isinstance(words, str)}
    assert len(named) >= 6
    assert named <= set(guide().terms)


@pytest.mark.parametrize(
    ("starts", "words"),
    [
        (True, "برنامه با دادهٔ نمونه باز می‌شود؛ چند ثانیه طول می‌کشد."),
        (False, "برنامه با دادهٔ نمونه باز نشد."),
    ],
)
def test_the_tour_starts_the_program_on_sample_data(clerk: DeskWindow, starts: bool, words: str) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> bool:
        started.append((program, arguments))
        return starts

    clerk.window.guide.start_program = start
    clerk.window.person_corner.tour_chosen.emit()
    assert started == [(sys.executable, ["-P", "-m", "desktop_app", "demo", "--tour"])]
    assert clerk.message == words


def test_the_frozen_program_is_started_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "mosharekat-desk.exe")
    assert own_command("demo", "--tour") == ["mosharekat-desk.exe", "demo", "--tour"]
