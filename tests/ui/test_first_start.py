"""The pages of a PC that was never started, by keys and clicks, on this PC alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.office.office_settings import OfficeSettings
from desktop_app.services import Services
from desktop_app.settings import Settings, load_settings
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import language_in_use
from tests.department import PASSWORD
from tests.only import on_sqlite
from tests.standing import free_port
from tests.ui.keyboard import activate, click, press, type_text
from tests.ui.new_pc import ACCOUNT, LANGUAGE, LETTERHEAD, PLACE, Key, NewPc, Open, machine, opened, pc
from ui import jobs
from ui.application import Session
from ui.sign_in.entrance import RECOVERY, SHEET
from ui.sign_in.first_start.window import FirstStartWindow
from ui.sign_in.window import SignInWindow

__all__ = ["opened", "pc"]


def test_this_pc_alone_by_keys_alone_from_the_language_to_the_letterhead(pc: NewPc) -> None:
    window = pc.window
    assert window.language.cards.hasFocus()
    pc.on()
    assert (pc.place, window.place.cards.value()) == (PLACE, "pc")
    assert window.next_button.isEnabled()
    pc.on()
    assert pc.place == ACCOUNT
    assert pc.written() == [], "nothing is written before the account is made"
    entrance = window.account.entrance
    form = entrance.first_form
    assert form.full_name.hasFocus()
    for words in ("سارا کاظمی", "s.kazemi", PASSWORD, PASSWORD):
        focus = window.focusWidget()
        assert isinstance(focus, QLineEdit)
        type_text(focus, words)
        pc.on()
    assert entrance.place() == SHEET
    code = entrance.sheet_page.sheet.box.code
    assert len(code) == 29
    assert not window.next_button.isEnabled()
    assert window.why.text()
    pc.on(Key.Key_Escape)
    assert pc.place == ACCOUNT, "the code is not left before it is on paper"
    entrance.sheet_page.ticked.setFocus()
    pc.on(Key.Key_Space)
    pc.on()
    assert pc.place == LETTERHEAD
    page = window.letterhead
    assert page.office_name.hasFocus()
    assert [field.text() for field in page.fields()[1:]] == ["", "", ""], "no words of another province"
    pc.on()
    assert pc.came_in == [], "an office has a name"
    type_text(page.office_name, "ادارهٔ آزمایش")
    pc.on()
    [(services, actor, settings)] = pc.came_in
    assert actor.has(Role.ADMINISTRATOR)
    office = services.office.settings()
    assert (office.office_name, office.office_short, office.phone) == ("ادارهٔ آزمایش", "ادارهٔ آزمایش", "")
    assert settings.database == ""
    assert load_settings(pc.folder, {}).last_username == "s.kazemi"
    assert services.recovery.recover(code, "new-words-1405").username == "s.kazemi"


def test_the_letterhead_can_be_left_for_later(pc: NewPc) -> None:
    window = pc.window
    click(window.next_button)
    click(window.next_button)
    form = window.account.entrance.first_form
    for edit, words in (
        (form.full_name, "سارا کاظمی"),
        (form.username, "s.kazemi"),
        (form.password, PASSWORD),
        (form.again, PASSWORD),
    ):
        type_text(edit, words)
    click(window.next_button)
    assert jobs.wait_all()
    click(window.account.entrance.sheet_page.ticked)
    click(window.next_button)
    assert jobs.wait_all()
    type_text(window.letterhead.office_name, "نیمه‌کاره")
    click(window.later_button)
    [(services, *_)] = pc.came_in
    assert services.office.settings().office_name == OfficeSettings().office_name


@pytest.mark.parametrize(("username", "password"), [("نام", PASSWORD), ("s.kazemi", "short")])
def test_a_name_that_is_refused_makes_no_file(pc: NewPc, username: str, password: str) -> None:
    window = pc.window
    pc.on()
    pc.on()
    form = window.account.entrance.first_form
    form.full_name.setText("سارا کاظمی")
    form.username.setText(username)
    for edit in (form.password, form.again):
        edit.setText(password)
    click(window.next_button)
    assert jobs.wait_all()
    assert form.trouble.isVisible()
    assert form.trouble.text()
    assert pc.written() == []
    assert window.next_button.isEnabled()


def test_going_back_from_the_account_and_choosing_this_pc_leaves_no_file(pc: NewPc) -> None:
    window = pc.window
    pc.on()
    pc.on()
    assert pc.place == ACCOUNT
    click(window.back_button)
    assert pc.place == PLACE
    click(window.back_button)
    assert pc.place == LANGUAGE
    assert not window.back_button.isVisible()
    assert pc.written() == []


@pytest.fixture
def start() -> Iterator[Callable[[Settings], Session]]:
    sessions: list[Session] = []

    def begin(settings: Settings) -> Session:
        session = Session(settings, {}, remembers_place=True)
        sessions.append(session)
        session.open_first()
        return session

    yield begin
    assert jobs.wait_all()
    for session in sessions:
        window = session.window
        assert window is not None
        if isinstance(window, SignInWindow) and window.services is not None:
            window.services.close()
        window.close()
        session.close()


def test_a_pc_with_settings_a_file_or_an_address_skips_the_pages(
    start: Callable[[Settings], Session], tmp_path: Path
) -> None:
    new = Settings(data_folder=tmp_path / "new")
    assert isinstance(start(new).window, FirstStartWindow)
    there = tmp_path / "there"
    there.mkdir()
    (there / "mosharekat.db").touch()
    assert isinstance(start(Settings(data_folder=there)).window, SignInWindow)
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "settings.json").write_text("{}", encoding="utf-8")
    assert isinstance(start(Settings(data_folder=saved)).window, SignInWindow)
    address = f"postgresql://127.0.0.1:{free_port()}/office"
    assert isinstance(start(machine(tmp_path, database=address)).window, SignInWindow)


def test_another_language_turns_the_pages_round_and_writes_nothing(
    start: Callable[[Settings], Session], tmp_path: Path, qapp: QApplication
) -> None:
    session = start(Settings(data_folder=tmp_path / "data"))
    window = session.window
    assert isinstance(window, FirstStartWindow)
    activate(window)
    click(window.language.cards, window.language.cards.box("en"))
    turned = session.window
    assert isinstance(turned, FirstStartWindow)
    assert turned is not window
    assert language_in_use().code == "en"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert turned.title.text() == "In which language do you work?"
    turned.close()
    session.keep_place()
    # The next start shows the pages again.
    assert not (tmp_path / "data").exists()


@on_sqlite
def test_who_forgot_the_password_gets_in_by_the_code_and_gets_a_new_one(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    first = services.accounts.create_first_administrator("سارا کاظمی", "s.kazemi", PASSWORD)
    sheet = services.recovery.make(first)
    window = SignInWindow(Settings(data_folder=tmp_path), services)
    qtbot.addWidget(window)
    came_in: list[Actor] = []
    window.signed_in.connect(lambda _services, actor, *_: came_in.append(actor))
    activate(window)
    assert jobs.wait_all()
    assert window.form.lost_link.isVisible()
    press(window.form.lost_link, Key.Key_Return)
    form = window.pages.recovery_form
    assert window.pages.place() == RECOVERY
    assert form.code.hasFocus()
    type_text(form.code, "AAAA" * 6)
    press(form.code, Key.Key_Return)
    for edit in (form.password, form.again):
        type_text(edit, "new-words-1405")
        press(edit, Key.Key_Return)
    assert jobs.wait_all()
    assert "کد بازیابی" in form.trouble.text()
    assert form.password.text() == "new-words-1405", "what was typed stays"
    form.code.clear()
    type_text(form.code, sheet.code.lower().replace("-", " "))
    click(form.button)
    assert jobs.wait_all()
    page = window.pages.sheet_page
    assert window.pages.place() == SHEET
    assert came_in == []
    assert page.sheet.box.code not in {"", sheet.code}
    click(page.sheet.copy_button)
    assert QApplication.clipboard().text() == page.sheet.box.code
    click(page.ticked)
    click(page.button)
    assert [actor.person_id for actor in came_in] == [first.person_id]
    assert services.accounts.sign_in("s.kazemi", "new-words-1405").person_id == first.person_id


def test_the_code_is_saved_as_a_page(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    pc = opened(Settings(data_folder=tmp_path / "data"))
    pc.on()
    pc.on()
    form = pc.window.account.entrance.first_form
    form.submitted.emit("سارا کاظمی", "s.kazemi", PASSWORD)
    assert jobs.wait_all()
    box = pc.window.account.entrance.sheet_page.sheet
    assert box.work is not None
    target = tmp_path / "code.pdf"
    box.work.ask_path = lambda _suggested, _kinds: target
    click(box.save_button)
    assert jobs.wait_all()
    assert target.read_bytes().startswith(b"%PDF")
