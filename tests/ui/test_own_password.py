"""Changing one's own password in the window, on one PC and in a department."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.database.audit import history
from desktop_app.errors import SignInError
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from desktop_app.staff.unlocking import FREE
from tests.department import PASSWORD, TestOffice
from tests.guarded import Department
from tests.key_store import KeyStore
from tests.ui.keyboard import activate, press, type_text
from ui import jobs
from ui.main_window import MainWindow
from ui.sign_in.password_dialog import PasswordDialog
from ui.workplace import Screen, Workplace

Key = Qt.Key
NEW = "my own words 1405"


class Page(Screen):
    def title(self) -> str:
        return "کارتابل"


def opened(qtbot: QtBot, services: Services, actor: Actor, settings: Settings) -> MainWindow:
    window = MainWindow(Workplace(services, actor, settings), {"inbox": Page})
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    return window


def fill(dialog: PasswordDialog, old: str, new: str, again: str | None = None) -> None:
    for edit, text in ((dialog.old, old), (dialog.new, new), (dialog.again, new if again is None else again)):
        edit.clear()
        type_text(edit, text)
    press(dialog.again, Key.Key_Return)
    assert jobs.wait_all()


def changes_of(services: Services, actor: Actor) -> list[str]:
    with services.database.reading() as session:
        return [event.action for event in history(session, "person", actor.person_id or 0)]


@pytest.fixture
def window(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> MainWindow:
    return opened(qtbot, sqlite_office.services, sqlite_office.clerk, Settings(data_folder=tmp_path))


def test_the_menu_of_the_person_leads_there(window: MainWindow) -> None:
    names = [action.text() for action in window.actions()]
    assert "تغییر گذرواژهٔ من…" in names


def test_a_changed_password_is_in_force_and_in_the_history(
    window: MainWindow, sqlite_office: TestOffice
) -> None:
    dialog = window.person_corner.change_password()
    assert dialog.focusWidget() is dialog.old
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    fill(dialog, PASSWORD, NEW)
    assert ended == [PasswordDialog.DialogCode.Accepted.value]
    assert window.message_bar.text == "گذرواژهٔ شما تغییر کرد."
    accounts = sqlite_office.services.accounts
    assert accounts.sign_in("rezaei", NEW) == sqlite_office.clerk
    with pytest.raises(SignInError):
        accounts.sign_in("rezaei", PASSWORD)
    assert changes_of(sqlite_office.services, sqlite_office.clerk)[-1] == "password_changed"


@pytest.mark.parametrize(
    ("old", "new", "again", "words", "field"),
    [
        ("", NEW, NEW, "گذرواژهٔ فعلی خود", "old"),
        (PASSWORD, "short", "short", "دست‌کم ۸", "new"),
        (PASSWORD, NEW, "my own words 1406", "یکی نیستند", "again"),
        ("another-1405", NEW, NEW, "گذرواژهٔ فعلی درست نیست", "old"),
        (PASSWORD, PASSWORD, PASSWORD, "همان", "new"),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_changes(
    window: MainWindow, sqlite_office: TestOffice, old: str, new: str, again: str, words: str, field: str
) -> None:
    dialog = window.person_corner.change_password()
    fill(dialog, old, new, again)
    assert dialog.isVisible()
    assert words in dialog.trouble.text()
    assert dialog.focusWidget() is getattr(dialog, field)
    assert sqlite_office.services.accounts.sign_in("rezaei", PASSWORD) == sqlite_office.clerk
    assert changes_of(sqlite_office.services, sqlite_office.clerk).count("password_changed") == 1
    dialog.reject()


def test_whoever_guesses_waits(window: MainWindow) -> None:
    dialog = window.person_corner.change_password()
    for number in range(FREE):
        fill(dialog, f"guess number {number}", NEW)
    assert "۱۰" in dialog.trouble.text()
    assert not dialog.change_button.isEnabled()
    fill(dialog, PASSWORD, NEW)
    assert dialog.isVisible()
    dialog.reject()


def test_in_a_department_the_connections_made_later_use_the_new_one(
    qtbot: QtBot, department: Department, tmp_path: Path
) -> None:
    services, actor = department.signed_in("rezaei")
    window = opened(qtbot, services, actor, Settings(data_folder=tmp_path))
    fill(window.person_corner.change_password(), PASSWORD, NEW)
    assert window.message_bar.text == "گذرواژهٔ شما تغییر کرد."
    services.database.engine.dispose()
    assert services.accounts.myself() == actor
    services.database.connect_apart().close()
    again, same = department.signed_in("rezaei", NEW)
    assert same == actor
    assert changes_of(again, actor)[-1] == "password_changed"
    with pytest.raises(SignInError):
        department.signed_in("rezaei")
    window.close()


def test_in_a_department_a_refused_change_leaves_the_old_one_in_use(department: Department) -> None:
    services, actor = department.signed_in("rezaei")
    with pytest.raises(SignInError):
        services.accounts.change_own_password(actor, "another-1405", NEW)
    services.database.engine.dispose()
    assert services.accounts.myself() == actor


@pytest.mark.parametrize("remember", [True, False])
def test_a_password_that_was_remembered_is_remembered_again(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path, remember: bool
) -> None:
    settings = Settings(data_folder=tmp_path, remember=remember, last_username="rezaei")
    window = opened(qtbot, sqlite_office.services, sqlite_office.clerk, settings)
    store, before = KeyStore(), keyring.get_keyring()
    keyring.set_keyring(store)
    try:
        fill(window.person_corner.change_password(), PASSWORD, NEW)
    finally:
        keyring.set_keyring(before)
    assert list(store.kept.values()) == ([NEW] if remember else [])
