"""The person at the window: their menu, language, roles, the demo and the tour."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.settings import Settings, load_settings
from desktop_app.wording import language_in_use
from tests.department import TestOffice
from tests.ui.keyboard import activate, press, type_text
from tests.ui.shell_pages import FACTORIES, settings
from ui import jobs
from ui.application import Session
from ui.main_window import MainWindow
from ui.sign_in.window import SignInWindow
from ui.theme import appearance
from ui.widgets import command_palette
from ui.widgets.person_menu import PersonMenu, roles_of

__all__ = ["settings"]

Key = Qt.Key


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
