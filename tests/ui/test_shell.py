"""The main window: its rail, keys, palette, and what it tells its screens."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.database.changes import Changed
from desktop_app.errors import DatabaseAwayError
from desktop_app.settings import Settings
from desktop_app.unfinished import Key as TextKey
from tests.department import TestOffice
from tests.ui.keyboard import CONTROL, activate, click, press, type_text, wait
from tests.ui.shell_pages import BUILT, FACTORIES, page, settings, window
from ui import jobs
from ui.application import screens
from ui.main_window import MainWindow
from ui.theme import theme
from ui.workplace import RegisterRequest, SearchFor, Workplace

__all__ = ["settings", "window"]

Key = Qt.Key


def test_a_screen_is_built_when_it_is_first_visited(window: MainWindow) -> None:
    assert BUILT == ["inbox"]
    click(window.rail.items["reports"])
    click(window.rail.items["inbox"])
    click(window.rail.items["reports"])
    assert BUILT == ["inbox", "reports"]
    assert window.screen_name == "reports"
    assert window.windowTitle() == "صفحه reports — میز مشارکت"


def test_only_an_administrator_finds_administration_in_the_rail(
    window: MainWindow, sqlite_office: TestOffice, settings: Settings
) -> None:
    assert "administration" not in window.rail.items
    theirs = MainWindow(Workplace(sqlite_office.services, sqlite_office.administrator, settings), FACTORIES)
    assert "administration" in theirs.rail.items
    theirs.close()


def test_what_is_still_to_come_is_absent_from_the_rail(window: MainWindow) -> None:
    assert list(window.rail.items) == ["inbox", "reports"]


def test_the_way_back_and_on_is_remembered(window: MainWindow) -> None:
    assert not window.top_bar.back_button.isEnabled()
    window.go("reports", "a month")
    press(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.screen_name == "inbox"
    press(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.screen_name == "reports"
    assert page(window).asked[-1] == "a month"
    click(window.top_bar.back_button)
    assert window.screen_name == "inbox"
    assert window.top_bar.forward_button.isEnabled()


@pytest.mark.parametrize("letter", ["K", "ن"])
def test_the_search_over_everything_goes_to_the_inbox(window: MainWindow, letter: str) -> None:
    window.go("reports")
    press(window, ord(letter), CONTROL)
    assert window.top_bar.search.hasFocus()
    type_text(window.top_bar.search, "کریمی")
    press(window.top_bar.search, Key.Key_Return)
    assert window.screen_name == "inbox"
    assert page(window).asked[-1] == SearchFor("کریمی")


def test_a_new_petition_is_one_click_or_key_away_from_everywhere(window: MainWindow) -> None:
    window.go("reports")
    click(window.rail.new_button)
    assert page(window).asked[-1] == RegisterRequest()
    window.go("reports")
    press(window, ord("ف"), CONTROL)
    assert window.screen_name == "inbox"


def test_screens_are_reached_by_number_and_read_again_by_f5(window: MainWindow) -> None:
    press(window, Key.Key_2, CONTROL)
    assert window.screen_name == "reports"
    press(window, Key.Key_F5)
    assert page(window).asked[-1] == "refresh"


def test_the_signals_of_a_screen_reach_the_window(window: MainWindow) -> None:
    undone: list[int] = []
    screen = page(window)
    screen.say("بسته شد.", lambda: undone.append(1))
    assert window.message_bar.text == "بسته شد."
    press(window, Key.Key_Z, CONTROL)
    assert undone == [1]
    screen.show_error(DatabaseAwayError(where="srv-db01"))
    assert "srv-db01" in window.message_bar.text
    screen.navigate.emit("reports", None)
    assert window.screen_name == "reports"


def test_what_others_changed_reaches_the_screen_in_front_and_the_others_when_they_are_visited(
    window: MainWindow,
) -> None:
    window.go("reports")
    reports = page(window)
    window.go("inbox")
    window.watch.changed.emit(frozenset({("petition", 3)}))
    assert page(window).changes == [frozenset({("petition", 3)})]
    window.watch.changed.emit(frozenset({("thread", 1)}))
    assert reports.changes == []
    window.go("reports")
    assert reports.changes == [frozenset({("petition", 3), ("thread", 1)})]
    window.go("inbox")
    window.go("reports")
    assert len(reports.changes) == 1


def test_what_comes_in_quick_succession_is_told_together(window: MainWindow) -> None:
    told: list[Changed] = []
    window.watch.changed.connect(told.append)
    for number in range(20):
        window.watch.hear(frozenset({("petition", number)}))
    assert told == [frozenset({("petition", 0)})]
    assert wait(lambda: len(told) > 1)
    assert told[1:] == [frozenset({("petition", number) for number in range(1, 20)})]


def test_texts_that_come_back_are_offered_newest_first(window: MainWindow, clock: FixedClock) -> None:
    texts = window.workplace.unfinished
    for field in ("note", "order", "reply"):
        clock.advance(timedelta(minutes=1))
        texts.keep(TextKey("petition", 1, field), "نیمه‌کاره")
    kept = texts.all()
    texts.throw_away(kept)
    texts.bring_back(kept)
    offered = [action.text().split()[0] for action in window.keeping.bar.menu().actions()]
    assert offered == ["پاسخ", "هامش", "یادداشت"]


@pytest.mark.parametrize("letter", ["P", "ح"])
def test_the_palette_lists_commands_of_screen_and_window(window: MainWindow, letter: str) -> None:
    from ui.actions import make_action  # noqa: PLC0415

    make_action(page(window), "ارجاع", lambda: None, key="R")
    press(window, ord(letter), CONTROL | Qt.KeyboardModifier.ShiftModifier)
    from ui.widgets.command_palette import CommandPalette  # noqa: PLC0415

    palettes = window.findChildren(CommandPalette)
    assert len(palettes) == 1
    shown = palettes[0].shown()
    assert shown[0] == "ارجاع"
    assert {"ثبت درخواست", "تازه‌سازی", "گزارش‌ها"} <= set(shown)
    assert "همهٔ فرمان‌ها" not in shown
    press(palettes[0].field, Key.Key_Escape)


def test_document_text_grows_with_control_plus(window: MainWindow) -> None:
    press(window, Key.Key_Plus, CONTROL)
    press(window, Key.Key_Plus, CONTROL)
    press(window, Key.Key_Minus, CONTROL)
    assert theme().document_scale == pytest.approx(1.1)


def test_counts_stand_beside_screens_in_persian_digits(window: MainWindow) -> None:
    page(window).count_changed.emit(128)
    assert window.rail.items["inbox"].accessibleDescription() == "۱۲۸"
    page(window).count_changed.emit(-1)
    assert window.rail.items["inbox"].accessibleDescription() == ""


@pytest.mark.parametrize("name", list(screens()))
def test_every_screen_of_the_rail_opens_on_a_new_office(
    qtbot: QtBot, sqlite_office: TestOffice, settings: Settings, name: str
) -> None:
    made = MainWindow(
        Workplace(sqlite_office.services, sqlite_office.administrator, settings), {name: screens()[name]}
    )
    qtbot.addWidget(made)
    activate(made)
    assert jobs.wait_all()
    front = made.current_screen()
    assert front is not None
    assert front.title()
    assert made.message_bar.text == ""
    made.close()


def test_the_sign_in_window_imports_nothing_of_the_database() -> None:
    heavy = ("sqlalchemy", "alembic", "keyring", "reportlab", "xlsxwriter", "psycopg", "qtawesome", "argon2")
    code = (
        "import sys; import ui.application; from desktop_app.settings import Settings; from pathlib import Path;"
        "s = Settings(data_folder=Path('nowhere')); a = ui.application.make_application(s);"
        "w = ui.application.Session(s, {}).open_sign_in(); w.grab();"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == "[]"
