"""The inbox in a window of 960 × 600: the rail folds, the list keeps its place, the petition lies over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.petitions.lists.filters import ListFilter, Order, Scope
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Move
from desktop_app.settings import Settings
from desktop_app.staff.presence import Doing, OpenItem, Present
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.fitting import misfits
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.petitions.desk.sending import Mode
from ui.theme_tokens import ROW, TWO_LINE_ROW
from ui.widgets.beside import WIDTH
from ui.window_place import PREFERRED, first_place, place_of, show_in_place
from ui.workplace import Workplace

SMALL = QSize(960, 600)


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    for number in range(6):
        sqlite_office.petition(f"متن {number}", subject=f"پرونده {number}", unit=sqlite_office.books)
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        opened.window.resize(SMALL)
        opened.show()
        opened.focus_table()
        opened.settle()
        yield opened


def shown_in_full(window: QWidget, widget: QWidget) -> bool:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.isVisible() and window.rect().contains(place)


def test_the_window_is_as_small_as_asked(clerk: DeskWindow) -> None:
    assert clerk.window.size() == SMALL


def test_nothing_is_cut_off_in_the_list_or_in_the_petition_over_it(clerk: DeskWindow) -> None:
    assert misfits(clerk.window) == []
    clerk.key(Qt.Key.Key_Space)
    assert misfits(clerk.window) == []


def test_the_rail_folds_to_icons_and_unfolds(clerk: DeskWindow) -> None:
    button = clerk.window.rail.items["inbox"]
    assert clerk.window.rail.width() == 56
    assert "Ctrl" in button.toolTip()
    clerk.window.resize(1440, 868)
    clerk.settle()
    assert clerk.window.rail.width() == 168
    assert not button.toolTip()


def test_the_petition_opens_over_the_list_and_closes_step_by_step(clerk: DeskWindow) -> None:
    details, table = clerk.screen.details, clerk.screen.table
    assert not details.isVisible()
    clerk.key(Qt.Key.Key_Space)
    assert details.isVisible()
    assert details.width() == 560
    clerk.key(Qt.Key.Key_Return)
    assert clerk.focus() is details.body
    clerk.key(Qt.Key.Key_Escape)
    assert table.hasFocus()
    assert details.isVisible()
    clerk.key(Qt.Key.Key_Escape)
    assert not details.isVisible()
    assert table.hasFocus()


def test_the_cross_closes_the_petition_over_the_list(clerk: DeskWindow) -> None:
    head = clerk.screen.details.head
    clerk.key(Qt.Key.Key_Space)
    assert head.close_button.isVisible()
    click(head.close_button)
    clerk.settle()
    assert not clerk.screen.details.isVisible()
    assert clerk.focus() is clerk.screen.table
    clerk.window.resize(1440, 868)
    clerk.settle()
    assert not head.close_button.isVisible()


def test_a_click_opens_the_petition(clerk: DeskWindow) -> None:
    table = clerk.screen.table
    row = table.current_table_row()
    place = QPoint(table.viewport().width() // 2, table.rowViewportPosition(row) + 10)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.settle()
    assert clerk.screen.details.isVisible()


def test_rows_have_two_lines_and_keep_their_height_when_a_petition_opens(clerk: DeskWindow) -> None:
    table = clerk.screen.table
    row = table.current_table_row()
    assert table.rowHeight(row) == TWO_LINE_ROW
    clerk.key(Qt.Key.Key_Space)
    assert table.rowHeight(row) == TWO_LINE_ROW
    clerk.window.resize(1440, 868)
    clerk.settle()
    assert table.rowHeight(row) == ROW


def test_a_text_being_written_stays_in_sight_when_the_window_becomes_small(office: TestOffice) -> None:
    with desk(office, office.clerk) as opened:
        opened.show()
        opened.settle()
        opened.write("یادداشت")
        opened.settle()
        opened.window.resize(SMALL)
        opened.settle()
        assert opened.screen.details.isVisible()
        assert opened.screen.details.composer.edit.toPlainText() == "یادداشت"


def test_the_sentence_has_one_line_and_its_rest_behind_one_chip(clerk: DeskWindow) -> None:
    bar = clerk.screen.filter
    clerk.screen.lists.show_list(
        ListFilter(
            View.ALL, scope=Scope.OPEN, kind="complaint", channel="letter", late=True, urgency="urgent",
            order=Order.NEWEST,
        )
    )  # fmt: skip
    clerk.settle()
    assert bar.height() == 44
    assert shown_in_full(clerk.window, bar.folded)
    assert shown_in_full(clerk.window, bar.order)
    actions = bar.folded.parts_menu().actions()
    inner: list[object] = [QMenu.menuInAction(action) for action in actions]
    removals = [menu.actions()[1] for menu in inner if isinstance(menu, QMenu)]
    before = bar.wanted()
    removals[-1].trigger()
    clerk.settle()
    assert bar.wanted() != before
    assert bar.wanted().urgency is None or bar.wanted().channel is None


def test_every_view_is_reached_from_a_narrow_list(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Space)
    views = clerk.screen.views
    assert shown_in_full(clerk.window, views.rest_button)
    named = {action.text() for action in views.rest_menu().actions()}
    action = next(action for action in views.rest_menu().actions() if "واحد من" in action.text())
    assert len(named) > 3
    action.trigger()
    clerk.settle()
    assert clerk.screen.filter.wanted().view is View.MY_UNIT


def test_a_message_moves_nothing_and_leaves_the_writing_free(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Space)
    table, composer = clerk.screen.table, clerk.screen.details.composer
    before = table.geometry()
    clerk.window.message_bar.say("انجام شد", lambda: None)
    clerk.settle()
    bar = clerk.window.message_bar
    assert shown_in_full(clerk.window, bar)
    assert table.geometry() == before
    place = QRect(bar.mapTo(clerk.window, QPoint(0, 0)), bar.size())
    writing = QRect(composer.mapTo(clerk.window, QPoint(0, 0)), composer.size())
    assert not place.intersects(writing)


def test_a_message_does_not_follow_to_another_screen(clerk: DeskWindow) -> None:
    clerk.window.message_bar.say("انجام شد")
    click(clerk.window.rail.items["people"])
    clerk.settle()
    assert not clerk.window.message_bar.isVisible()


def test_a_key_about_a_row_opens_the_petition_that_was_never_shown(sqlite_office: TestOffice) -> None:
    first, second = sqlite_office.registered("یک"), sqlite_office.taken(text="دو").id
    with desk(sqlite_office, sqlite_office.clerk) as clerk:
        clerk.window.resize(SMALL)
        clerk.settle()
        for number, letter, mode in ((first, "r", Mode.ORDER), (second, "w", Move.WAIT)):
            clerk.show(View.ALL, keep=number)
            clerk.focus_table()
            assert not clerk.screen.details.isVisible()
            clerk.letter(letter)
            assert clerk.screen.details.isVisible()
            assert (clerk.shown.id, clerk.mode) == (number, mode)
            clerk.screen.details.composer.back_to_notes()
            clerk.screen.preview.toggle()


def test_keys_lead_from_an_empty_view_to_another(clerk: DeskWindow) -> None:
    clerk.show(View.WAITING)
    assert not clerk.screen.table.isVisible()
    for letter in "gl":
        clerk.letter(letter)
    assert clerk.screen.model.wanted.view is View.ALL
    assert clerk.screen.table.isVisible()


def test_a_message_that_went_away_can_still_be_undone(clerk: DeskWindow) -> None:
    undone: list[bool] = []
    clerk.window.message_bar.say("انجام شد", lambda: undone.append(True))
    clerk.window.message_bar.hide()
    press(clerk.window.rail, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    question = clerk.window.message_bar.question
    assert (undone, question is not None) == ([], True)
    assert question is not None
    click(question.buttons[0])
    assert undone == [True]


def test_colleagues_are_named_on_the_row(clerk: DeskWindow) -> None:
    row = clerk.screen.table.current_row()
    assert row is not None
    viewport = clerk.screen.table.viewport()
    before = viewport.grab().toImage()
    present = [Present("زهرا رضایی", OpenItem("petition", row.id, Doing.WRITING), 12.0)]
    clerk.screen.model.indicators.show_present(present)
    assert viewport.grab().toImage() != before


def test_the_border_of_the_petition_is_dragged_and_remembered(office: TestOffice) -> None:
    with desk(office, office.clerk) as opened:
        opened.show()
        chosen: list[tuple[str, object]] = []
        opened.window.setting_chosen.connect(lambda name, value: chosen.append((name, value)))
        assert opened.screen.details.width() == WIDTH
        opened.screen.desk.moveSplitter(opened.screen.desk.handle(1).x() + 60, 1)
        assert jobs.wait_all()
        assert chosen == [("details_width", opened.screen.details.width())]
        assert opened.screen.details.width() != WIDTH


def test_the_first_place_is_inside_the_screen() -> None:
    assert first_place(QRect(0, 0, 1366, 728)) is None
    place = first_place(QRect(1920, 0, 1920, 1040))
    assert place is not None
    assert place.size() == PREFERRED
    assert QRect(1920, 0, 1920, 1040).contains(place)


def test_a_window_is_shown_where_it_was_and_never_outside(qtbot: QtBot) -> None:
    first = QWidget()
    qtbot.addWidget(first)
    first.setGeometry(30, 40, 500, 300)
    first.show()
    kept = place_of(first)
    again = QWidget()
    qtbot.addWidget(again)
    show_in_place(again, kept)
    assert again.geometry() == first.geometry()
    first.setGeometry(9000, 9000, 500, 300)
    lost = QWidget()
    qtbot.addWidget(lost)
    show_in_place(lost, place_of(first))
    assert lost.screen().availableGeometry().intersects(lost.geometry())


def test_an_unreadable_place_is_no_place(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    show_in_place(window, "!!")
    assert window.isVisible()


def test_the_sections_of_the_administration_are_searched_where_there_is_no_room(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    workplace = Workplace(
        sqlite_office.services, sqlite_office.administrator, Settings(data_folder=Path(), theme="light")
    )
    screen = AdministrationScreen(workplace)
    qtbot.addWidget(screen)
    screen.tabs.choose("units")
    screen.resize(904, 540)
    activate(screen)
    assert screen.tabs.isHidden()
    assert screen.section_button.text() == "واحدها"
    finder = screen.choose_section()
    type_text(finder.field, "کارکنان")
    press(finder.field, Qt.Key.Key_Return)
    assert jobs.wait_all()
    assert screen.tabs.value() == "staff"
    screen.resize(1300, 700)
    assert not screen.tabs.isHidden()
    assert not screen.section_button.isVisible()


def test_a_long_text_leaves_the_time_line_in_sight_and_opens_on_demand(office: TestOffice) -> None:
    long = office.petition("پاسخ مرا ندادند. " * 150)
    with desk(office, office.clerk) as opened:
        opened.show(View.ALL, keep=long.id)
        opened.key(Qt.Key.Key_Space)
        opened.settle()
        body = opened.screen.details.body
        page, button = body.text.page, body.history_section.button
        whole = page.document().size().height()
        assert page.height() <= body.viewport().height() // 2 < whole
        assert button.mapTo(body.viewport(), QPoint()).y() < body.viewport().height()
        assert body.text.unfold.text() == "ادامهٔ متن"
        press(body.text.unfold, Qt.Key.Key_Return)
        opened.settle()
        assert page.height() >= page.document().size().height() > body.viewport().height()
        press(body.text.unfold, Qt.Key.Key_Return)
        assert page.height() < whole
        # In the whole window there is room for all of it.
        opened.key(Qt.Key.Key_Return)
        assert page.height() >= page.document().size().height()
