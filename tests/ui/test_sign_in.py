from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop_app.settings import Settings, load_settings
from desktop_app.staff.roles import Role
from tests.department import PASSWORD, TestOffice, confirm_all
from tests.ui.keyboard import activate, click, press, type_text
from tests.ui.signing_in import FakeKeyring, Key, Signed, door, opened, settings, store, username_of
from ui import jobs
from ui.sign_in.entrance import FIRST, SHEET
from ui.sign_in.window import SignInWindow
from ui.widgets.plain import PlainLabel

__all__ = ["door", "settings", "store"]


def test_the_window_names_the_office_that_this_pc_signed_in_to_last(
    qtbot: QtBot, door: Signed, sqlite_office: TestOffice, settings: Settings
) -> None:
    def words(window: SignInWindow) -> list[str]:
        labels = window.form.findChildren(PlainLabel)
        return [label.text() for label in labels if label.isVisibleTo(window.form)]

    office = sqlite_office.services.office
    changed = replace(office.settings(), office_name="ادارهٔ کل استان یزد")
    office.change(sqlite_office.administrator, changed)
    assert not [word for word in words(door.window) if "استان" in word]
    type_text(door.window.form.username, username_of(sqlite_office))
    type_text(door.window.form.password, PASSWORD)
    press(door.window.form.password, Key.Key_Return)
    assert jobs.wait_all()
    kept = load_settings(settings.data_folder, {})
    assert kept.office_name == "ادارهٔ کل استان یزد"
    again = opened(qtbot, SignInWindow(kept, sqlite_office.services))
    assert "ادارهٔ کل استان یزد" in words(again.window)


def test_signing_in_by_keys_alone(door: Signed, sqlite_office: TestOffice) -> None:
    form = door.window.form
    assert form.username.hasFocus()
    type_text(form.username, username_of(sqlite_office))
    press(form.username, Key.Key_Return)
    assert form.password.hasFocus()
    type_text(form.password, PASSWORD)
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert [told[1] for told in door.results] == [sqlite_office.clerk]
    kept = load_settings(door.window.settings.data_folder, {})
    assert kept.last_username == username_of(sqlite_office)
    assert not kept.remember


def test_a_wrong_password_is_said_in_words_and_marked_to_be_typed_again(
    door: Signed, sqlite_office: TestOffice
) -> None:
    form = door.window.form
    type_text(form.username, username_of(sqlite_office))
    type_text(form.password, "wrong-words")
    click(form.button)
    assert jobs.wait_all()
    assert door.results == []
    assert form.trouble.isVisible()
    assert form.trouble.text()
    assert form.password.hasFocus()
    assert form.password.selectedText() != ""
    assert form.button.isEnabled()


def test_a_one_time_password_asks_for_one_of_one_s_own(
    door: Signed, sqlite_office: TestOffice, store: FakeKeyring
) -> None:
    accounts = sqlite_office.services.accounts
    row = next(row for row in accounts.all() if row.id == sqlite_office.clerk.person_id)
    once = accounts.reset_password(sqlite_office.administrator, row.id, row.version).password
    form, own = door.window.form, door.window.new_password_form
    form.remember.setChecked(True)
    type_text(form.username, row.username)
    type_text(form.password, once)
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert door.results == []
    assert own.password.hasFocus()
    assert form.password.text() == ""
    type_text(own.password, "short")
    press(own.password, Key.Key_Return)
    press(own.again, Key.Key_Return)
    assert own.trouble.isVisible()
    own.password.clear()
    type_text(own.password, once)
    type_text(own.again, once)
    click(own.button)
    assert jobs.wait_all()
    assert own.trouble.text() == "گذرواژهٔ جدید همان گذرواژهٔ پیشین است؛ گذرواژهٔ دیگری انتخاب کنید."
    for edit in (own.password, own.again):
        edit.clear()
        type_text(edit, "my own words")
    press(own.again, Key.Key_Return)
    assert jobs.wait_all()
    # A second person confirms the account, and the window says so.
    assert door.results == []
    assert "نفر دوم" in form.trouble.text()
    confirm_all(sqlite_office.services, row.id)
    type_text(form.password, "my own words")
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert [told[1] for told in door.results] == [sqlite_office.clerk]
    # What was kept is the password that counts from now on.
    assert list(store.kept.values()) == ["my own words"]


def test_an_empty_field_gets_the_focus_instead_of_an_error(door: Signed) -> None:
    form = door.window.form
    click(form.button)
    assert form.username.hasFocus()
    type_text(form.username, "s.kazemi")
    click(form.button)
    assert form.password.hasFocus()
    assert not form.trouble.isVisible()


def test_what_is_submitted_before_the_connection_is_made_waits_for_it(
    qtbot: QtBot,
    sqlite_office: TestOffice,
    settings: Settings,
    store: FakeKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services, asked, connected = sqlite_office.services, threading.Event(), threading.Event()
    is_empty = services.accounts.is_empty

    def slowly() -> bool:
        asked.set()
        assert connected.wait(60)
        return is_empty()

    # Connecting ends with this question.
    monkeypatch.setattr(services.accounts, "is_empty", slowly)
    window = SignInWindow(settings, services)
    qtbot.addWidget(window)
    signed: list[object] = []
    window.signed_in.connect(lambda *told: signed.append(told[1]))
    activate(window)
    qtbot.waitUntil(asked.is_set, timeout=60_000)
    type_text(window.form.username, username_of(sqlite_office))
    type_text(window.form.password, PASSWORD)
    press(window.form.password, Key.Key_Return)
    assert signed == []
    assert not window.form.button.isEnabled()
    connected.set()
    assert jobs.wait_all()
    assert signed == [sqlite_office.clerk]


def test_the_eye_shows_the_password_and_hides_it_again(door: Signed) -> None:
    field = door.window.form.password
    type_text(field, "secret")
    click(field, field.eye())
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    click(field, field.eye())
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_persian_keyboard_is_pointed_out_while_the_password_is_typed(door: Signed) -> None:
    form = door.window.form
    form.password.setFocus()
    form.warning.show_language(QLocale.Language.Persian)
    assert form.warning.accessibleName() != ""
    form.warning.show_language(QLocale.Language.English)
    assert form.warning.accessibleName() == ""
    form.username.setFocus()
    form.warning.show_language(QLocale.Language.Persian)
    assert form.warning.accessibleName() == ""
    # Where no layout is told, the letters tell it, also after a refusal.
    type_text(form.username, "rezaei")
    for typed, told in (("گذرواژه", True), ("secret", False)):
        form.password.clear()
        type_text(form.password, typed)
        form.submit()
        assert jobs.wait_all()
        assert bool(form.warning.accessibleName()) is told


def test_a_new_database_asks_for_its_first_administrator(
    qtbot: QtBot, settings: Settings, store: FakeKeyring
) -> None:
    window = SignInWindow(settings)
    qtbot.addWidget(window)
    signed: list[tuple[object, ...]] = []
    window.signed_in.connect(lambda *told: signed.append(told))
    activate(window)
    assert jobs.wait_all()
    assert window.setup is not None, "no file is made before somebody asks for it"
    assert not settings.local_database.exists()
    click(window.setup.use_button)
    assert jobs.wait_all()
    assert window.pages.place() == FIRST
    form = window.first_form
    press(form.again, Key.Key_Return)
    assert form.full_name.hasFocus()
    type_text(form.full_name, "سارا کاظمی")
    type_text(form.username, "s.kazemi")
    type_text(form.password, "short")
    click(form.button)
    assert form.password.hasFocus()
    assert "۸" in form.trouble.text()
    form.password.clear()
    type_text(form.password, "long-enough-1405")
    type_text(form.again, "long-enough-1404")
    click(form.button)
    assert form.again.hasFocus()
    assert signed == []
    form.again.clear()
    type_text(form.again, "long-enough-1405")
    press(form.again, Key.Key_Return)
    assert jobs.wait_all()
    assert window.pages.place() == SHEET, "the recovery code comes first"
    page = window.pages.sheet_page
    assert signed == []
    code = page.sheet.box.code
    click(page.ticked)
    click(page.button)
    assert page.sheet.box.code == ""
    services, actor = signed[0][0], signed[0][1]
    with services.database.reading() as session:  # type: ignore[attr-defined]
        [stored] = session.execute(text("SELECT code_hash FROM recovery_code"))
    assert code not in stored[0]
    assert actor.name == "سارا کاظمی"  # type: ignore[attr-defined]
    assert actor.has(Role.ADMINISTRATOR)  # type: ignore[attr-defined]
    services.close()  # type: ignore[attr-defined]


def test_a_database_that_is_away_is_told_and_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "folder"
    blocked.mkdir()
    window = SignInWindow(Settings(data_folder=tmp_path, database=f"sqlite:///{blocked.as_posix()}"))
    qtbot.addWidget(window)
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state == "away", timeout=60_000)
    assert window.form.trouble.text() != ""
    assert window.again_link.isVisible()
    blocked.rmdir()
    click(window.again_link)
    qtbot.waitUntil(lambda: window.connection.state == "connected", timeout=60_000)
    assert window.again_link.isHidden()
    assert window.services is not None
    window.services.close()


def test_the_other_language_is_one_click_away(door: Signed) -> None:
    from ui.widgets.plain import LinkLabel  # noqa: PLC0415

    asked: list[str] = []
    door.window.language_chosen.connect(asked.append)
    english = next(label for label in door.window.findChildren(LinkLabel) if label.text() == "English")
    click(english)
    assert asked == ["en"]
