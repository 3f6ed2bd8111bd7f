from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.database.changes import Changed
from desktop_app.errors import DatabaseAwayError, NoDisplayError
from desktop_app.services import SharedServices
from desktop_app.settings import Settings, load_settings
from desktop_app.wording import language_in_use
from tests.department import TestOffice
from tests.ui.keyboard import CONTROL, activate, click, press, type_text, wait
from ui import jobs
from ui.application import Session, require_display, screens
from ui.crash import CrashDialog, CrashReporter, Incident
from ui.errors import sentence
from ui.main_window import MainWindow
from ui.sign_in.window import SignInWindow
from ui.theme import appearance, theme
from ui.widgets import command_palette
from ui.widgets.person_menu import PersonMenu, roles_of
from ui.workplace import RegisterRequest, Screen, SearchFor, Workplace

Key = Qt.Key
BUILT: list[str] = []


class Page(Screen):
    """A screen that notes what it is asked for."""

    name = "page"

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        BUILT.append(self.name)
        self.asked: list[object] = []
        self.changes: list[Changed] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def title(self) -> str:
        return f"صفحه {self.name}"

    def refresh(self) -> None:
        self.asked.append("refresh")

    def shown(self) -> None:
        self.asked.append("shown")

    def others_changed(self, changed: Changed) -> None:
        self.changes.append(changed)

    def open_item(self, item: object) -> None:
        self.asked.append(item)


class InboxPage(Page):
    name = "inbox"


class ReportsPage(Page):
    name = "reports"


class OfficePage(Page):
    name = "administration"


FACTORIES = {"inbox": InboxPage, "reports": ReportsPage, "administration": OfficePage}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path, theme="light")


@pytest.fixture
def window(qtbot: QtBot, sqlite_office: TestOffice, settings: Settings) -> Iterator[MainWindow]:
    """The window of a clerk."""
    BUILT.clear()
    made = MainWindow(Workplace(sqlite_office.services, sqlite_office.clerk, settings), FACTORIES)
    activate(made)
    assert jobs.wait_all()
    yield made
    made.close()
    assert jobs.wait_all()
    made.deleteLater()


def page(window: MainWindow) -> Page:
    front = window.current_screen()
    assert isinstance(front, Page)
    return front


def state(window: MainWindow) -> str:
    return window.top_bar.connection.state


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


def test_a_job_of_a_screen_that_fails_tells_so_at_the_bottom_of_the_window(window: MainWindow) -> None:
    def work() -> None:
        raise DatabaseAwayError(where="srv-db01")

    jobs.run(page(window).field, work, lambda _: None)
    assert jobs.wait_all()
    assert "srv-db01" in window.message_bar.text


def test_a_lost_connection_stands_over_the_screen_until_it_is_back(
    window: MainWindow, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(where: str) -> None:
        def away() -> bool:
            raise DatabaseAwayError(where=where)

        with monkeypatch.context() as broken:
            broken.setattr(sqlite_office.services.accounts, "is_empty", away)
            window.watch.look()
            assert jobs.wait_all()

    assert state(window) == "connected"
    page(window).field.setText("نیمه‌کاره")
    lose("srv-db01")
    assert state(window) == "away"
    told = window.outage_bar.text
    assert "srv-db01" in told
    assert "خودش دوباره وصل می‌شود" in told
    assert window.outage_bar.isVisible()
    # Told once: another failure changes nothing, and what is done meanwhile has its place at the bottom.
    lose("srv-db02")
    assert window.outage_bar.text == told
    assert window.message_bar.text == ""
    window.watch.look()
    assert jobs.wait_all()
    assert state(window) == "connected"
    assert window.outage_bar.text == ""
    assert page(window).asked[-1] == "refresh"
    assert page(window).field.text() == "نیمه‌کاره"


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


def test_the_menu_of_the_person_switches_person_language_and_theme(sqlite_office: TestOffice) -> None:
    menu = PersonMenu([sqlite_office.clerk, sqlite_office.manager], sqlite_office.clerk)
    chosen: list[object] = []
    for signal in (menu.person_chosen, menu.language_chosen, menu.theme_chosen):
        signal.connect(chosen.append)
    people, languages, themes, *_ = menu.findChildren(
        QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    assert [action.isChecked() for action in people.actions()] == [True, False]
    for submenu in (people, languages, themes):
        submenu.actions()[-1].trigger()
    assert chosen == [sqlite_office.manager, "en", "dark"]


def test_roles_are_told_once_each_in_words(sqlite_office: TestOffice) -> None:
    assert roles_of(sqlite_office.clerk) == "کارشناس"


def test_the_demo_opens_at_once_and_the_person_can_be_switched(
    sqlite_office: TestOffice, settings: Settings
) -> None:
    people = [sqlite_office.clerk, sqlite_office.administrator]
    session = Session(settings, FACTORIES, sqlite_office.services, people)
    first = session.open_main(sqlite_office.services, people[0])
    first.person_chosen.emit(people[1])
    assert isinstance(session.window, MainWindow)
    assert session.window is not first
    assert "administration" in session.window.rail.items
    session.window.signed_out.emit()
    assert isinstance(session.window, SignInWindow)
    assert jobs.wait_all()


def test_a_chosen_language_turns_the_window_round_and_is_kept(
    qapp: QApplication, sqlite_office: TestOffice, settings: Settings
) -> None:
    session = Session(settings, FACTORIES, sqlite_office.services)
    session.open_main(sqlite_office.services, sqlite_office.clerk).language_chosen.emit("en")
    assert language_in_use().code == "en"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert isinstance(session.window, MainWindow)
    assert session.window.rail.items["inbox"].text() == "Inbox"
    session.window.theme_chosen.emit("dark")
    assert appearance().choice == "dark"
    assert jobs.wait_all()
    session.close()
    kept = load_settings(settings.data_folder, {})
    assert (kept.language, kept.theme) == ("en", "dark")


def test_the_palette_changes_the_language_of_the_window_below_it(
    qapp: QApplication, sqlite_office: TestOffice, settings: Settings
) -> None:
    session = Session(settings, FACTORIES, sqlite_office.services)
    window = session.open_main(sqlite_office.services, sqlite_office.clerk)
    activate(window)
    palette = window.open_palette()
    type_text(palette.field, "English")
    press(palette.field, Key.Key_Return)
    command_palette.RECENT.clear()
    assert jobs.wait_all()
    assert language_in_use().code == "en"
    assert isinstance(session.window, MainWindow)
    assert session.window is not window
    session.window.close()
    session.close()


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


def test_without_a_display_it_is_said_before_qt_ends_the_process() -> None:
    with pytest.raises(NoDisplayError):
        require_display({}, "linux")
    require_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    require_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    require_display({}, "win32")


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


def test_a_bug_gets_a_number_stands_in_the_log_and_can_be_copied(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    shown: list[Incident] = []
    reporter = CrashReporter(tmp_path / "log", show=shown.append)
    try:
        raise ValueError("broken")
    except ValueError as error:
        with caplog.at_level(logging.CRITICAL):
            reporter.hook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(shown), timeout=60_000)
    assert len(shown[0].number) == 6
    assert shown[0].number in caplog.text
    assert "ValueError: broken" in shown[0].details
    dialog = CrashDialog(shown[0], tmp_path / "log")
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.copy_button)
    assert QApplication.clipboard().text() == shown[0].details
    assert f"incident {shown[0].number}" in shown[0].report
    assert "broken" not in shown[0].report


def test_a_report_of_a_bug_is_saved_as_a_file_or_it_is_said_why_not(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = CrashDialog(Incident("123456", "details", "the report"), None)
    qtbot.addWidget(dialog)
    dialog.show()
    chosen = ["", str(tmp_path / "missing" / "report.txt"), str(tmp_path / "report.txt")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (chosen.pop(0), ""))
    click(dialog.save_button)
    assert not dialog.told.isVisible()
    click(dialog.save_button)
    assert "report.txt" in dialog.told.text()
    assert not (tmp_path / "missing").exists()
    click(dialog.save_button)
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "the report"
    assert str(tmp_path / "report.txt") in dialog.told.text()


def test_what_is_not_expected_has_a_sentence_without_its_details() -> None:
    assert "secret" not in sentence(ValueError("secret"))


def test_a_new_person_is_offered_the_tour_until_they_answer(
    settings: Settings, sqlite_office: TestOffice
) -> None:
    services, clerk = sqlite_office.services, sqlite_office.clerk
    session = Session(settings, FACTORIES, services)

    def signed_in() -> MainWindow:
        session.open_sign_in()
        assert isinstance(session.window, SignInWindow)
        now = replace(load_settings(settings.data_folder, {}), last_username="r.ahmadi")
        session.window.signed_in.emit(services, clerk, now, "")
        assert isinstance(session.window, MainWindow)
        assert jobs.wait_all()
        return session.window

    window = signed_in()
    started: list[str] = []

    def start(program: str, _arguments: object) -> bool:
        started.append(program)
        return True

    window.guide.start_program = start
    assert window.tour_bar.isVisible()
    window.tour_bar.later_button.click()
    assert (window.tour_bar.isVisible(), started) == (False, [])
    # Later means at the next sign-in.
    window = signed_in()
    window.tour_bar.never_button.click()
    assert jobs.wait_all()
    assert not signed_in().tour_bar.isVisible()
    session.close()
