"""The one search over everything, by keys in the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot

from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.people.experts import ExpertWords
from desktop_app.petitions.lists.filters import Grouping
from desktop_app.petitions.lists.inbox import ListFilter, Order, View
from tests.department import TestOffice
from tests.ui.consultation import workplace
from tests.ui.keyboard import CONTROL, activate, press, type_text
from ui import jobs
from ui.application import screens
from ui.global_search import forget_searches
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow
from ui.people.screen import PeopleScreen
from ui.petitions.screen import InboxScreen
from ui.workplace import SearchFor


@pytest.fixture
def window(qtbot: QtBot, sqlite_office: TestOffice) -> Iterator[MainWindow]:
    # What tests of other screens searched for is remembered for all of the program.
    forget_searches()
    office = sqlite_office
    office.registered("درخواست نگارخانه تازه", subject="مجوز نگارخانه", unit=office.books)
    office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها")
    office.services.experts.add(office.clerk, ExpertWords("نیلوفر نگارنده", organisation="نگارخانه نمونه"))
    made = MainWindow(workplace(office, office.manager), screens())
    qtbot.addWidget(made)
    activate(made)
    assert jobs.wait_all()
    yield made
    forget_searches()


def typed(window: MainWindow, qtbot: QtBot, text: str) -> None:
    press(window, Qt.Key.Key_K, CONTROL)
    field = window.top_bar.search
    assert field.hasFocus()
    type_text(field, text)
    # What was found for a beginning of it may stand there before.
    everywhere = window.everywhere
    qtbot.waitUntil(lambda: everywhere.text == text and everywhere.list.isVisible(), timeout=60_000)


def lines(window: MainWindow) -> list[str]:
    return [hit.words for hit in window.everywhere.list.rows()]


def test_petitions_drafts_and_experts_stand_under_the_field(window: MainWindow, qtbot: QtBot) -> None:
    typed(window, qtbot, "نگارخانه")
    assert lines(window)[1:] == ["مجوز نگارخانه", "آیین‌نامه نگارخانه‌ها", "نیلوفر نگارنده"]
    field = window.top_bar.search
    for _ in range(2):
        press(field, Qt.Key.Key_Down)
    assert field.hasFocus()
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Up)
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, InstrumentsScreen)
    assert screen.details.detail is not None
    assert screen.details.detail.row.title == "آیین‌نامه نگارخانه‌ها"
    assert not window.everywhere.list.isVisible()


def test_enter_alone_searches_the_inbox_and_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    field, everywhere = window.top_bar.search, window.everywhere
    told: list[str] = []
    everywhere.list.row_model.modelReset.connect(lambda: told.append(everywhere.text))

    def type_on() -> None:
        # The answer about the beginning is there, and is not shown yet.
        assert QThreadPool.globalInstance().waitForDone(60_000)
        type_text(field, "خانه")

    field.searched.connect(type_on, Qt.ConnectionType.SingleShotConnection)
    press(window, Qt.Key.Key_K, CONTROL)
    type_text(field, "نگار")
    assert jobs.wait_all()
    assert (told[-1], "نگار" in told) == ("نگارخانه", False)
    assert everywhere.list.isVisible()
    press(window.top_bar.search, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    assert screen.model.wanted.query == "نگارخانه"
    # The next key is for the list.
    assert window.focusWidget() is screen.table
    press(window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(window.everywhere.list.isVisible, timeout=60_000)
    assert lines(window) == ["نگارخانه"]
    press(window.top_bar.search, Qt.Key.Key_Escape)
    assert not window.everywhere.list.isVisible()


def test_a_search_leaves_the_inbox_as_the_person_arranged_it(window: MainWindow, qtbot: QtBot) -> None:
    window.go("inbox")
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    screen.filter.change(grouping=Grouping.UNIT)
    assert jobs.wait_all()
    own = screen.model.wanted
    for downs in (0, 2):
        typed(window, qtbot, "نگارخانه")
        for _ in range(downs):
            press(window.top_bar.search, Qt.Key.Key_Down)
        press(window.top_bar.search, Qt.Key.Key_Return)
        assert jobs.wait_all()
        assert screen.model.wanted.order is Order.NEWEST
        assert window.focusWidget() is screen.table
        press(screen.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert jobs.wait_all()
        assert screen.model.wanted == own
        # The list is not filtered by words of the search any more.
        assert window.top_bar.search.text() == ""
        # Whoever goes on to another view has it so, too.
        window.go("inbox", SearchFor("نگارخانه"))
        screen.lists.show_view(View.ALL)
        assert jobs.wait_all()
        assert screen.model.wanted == ListFilter(View.ALL, grouping=Grouping.UNIT)
        screen.lists.show_list(own)
        assert jobs.wait_all()


def test_searches_are_forgotten_when_a_person_leaves(window: MainWindow, qtbot: QtBot) -> None:
    typed(window, qtbot, "نگارخانه")
    press(window.top_bar.search, Qt.Key.Key_Return)
    assert jobs.wait_all()
    window.sign_out()
    press(window, Qt.Key.Key_K, CONTROL)
    press(window.top_bar.search, Qt.Key.Key_Escape)
    assert jobs.wait_all()
    assert not window.everywhere.list.isVisible()


def test_an_expert_is_shown_in_the_register(window: MainWindow, qtbot: QtBot) -> None:
    typed(window, qtbot, "نگارنده")
    press(window.top_bar.search, Qt.Key.Key_Down)
    press(window.top_bar.search, Qt.Key.Key_Down)
    press(window.top_bar.search, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, PeopleScreen)
    assert screen.experts.name.text() == "نیلوفر نگارنده"


def test_what_a_person_may_not_open_is_not_looked_for(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    office = sqlite_office
    office.registered("درخواست نگارخانه تازه", subject="مجوز نگارخانه", unit=office.music)
    made = MainWindow(workplace(office, office.other_clerk), screens())
    qtbot.addWidget(made)
    activate(made)
    assert jobs.wait_all()
    typed(made, qtbot, "نگارخانه")
    assert len(lines(made)) == 1
