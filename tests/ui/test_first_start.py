"""The pages of a PC that was never started: by keys and clicks, on this PC alone and with real servers."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url

from desktop_app.office.office_settings import OfficeSettings
from desktop_app.services import Services
from desktop_app.settings import Settings, load_settings
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import language_in_use
from tests.department import PASSWORD
from tests.guarded import OWNER, Department
from tests.only import on_sqlite
from tests.standing import free_port
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.application import Session
from ui.sign_in.entrance import FIRST, RECOVERY, SHEET, SIGN_IN
from ui.sign_in.first_start.window import FirstStartWindow
from ui.sign_in.window import SignInWindow

Key = Qt.Key
LANGUAGE, PLACE, ACCOUNT, LETTERHEAD = range(4)


@dataclass
class NewPc:
    """A PC with an empty data folder."""

    window: FirstStartWindow
    folder: Path
    came_in: list[tuple[Services, Actor, Settings]] = field(default_factory=list)

    @property
    def place(self) -> int:
        return self.window.stack.place()

    def on(self, press_key: int = Key.Key_Return) -> None:
        """Enter, where the focus is."""
        press(self.window.focusWidget(), press_key)
        assert jobs.wait_all()

    def written(self) -> list[str]:
        return sorted(path.name for path in self.folder.rglob("*")) if self.folder.exists() else []


Open = Callable[[Settings], NewPc]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    made: list[NewPc] = []

    def open_window(settings: Settings) -> NewPc:
        window = FirstStartWindow(settings)
        qtbot.addWidget(window)
        pc = NewPc(window, settings.data_folder)
        window.signed_in.connect(lambda services, actor, kept, _: pc.came_in.append((services, actor, kept)))
        activate(window)
        made.append(pc)
        return pc

    yield open_window
    assert jobs.wait_all()
    for pc in made:
        for services, *_ in pc.came_in:
            services.close()
        kept = pc.window.account.entrance.services
        if kept is not None:
            kept.close()


@pytest.fixture
def pc(opened: Open, tmp_path: Path) -> NewPc:
    return opened(Settings(data_folder=tmp_path / "data"))


def choose_department(pc: NewPc, url: str) -> None:
    """Goes to the second page and types the address of a server, without leaving the field."""
    pc.on()
    window = pc.window
    assert pc.place == PLACE
    press(window.place.cards, Key.Key_Left)
    assert window.place.cards.value() == "department"
    address = make_url(url)
    fields = window.place.department
    fields.name.setText(address.database or "")
    host = address.host or str(address.query["host"])
    type_text(fields.hosts, host)
    if address.port is not None:
        fields.port.clear()
        type_text(fields.port, str(address.port))


def states(pc: NewPc) -> list[str]:
    return [row.state for row in pc.window.place.test.rows]


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
    type_text(page.office_name, "ادارهٔ آزمایش")
    pc.on()
    [(services, actor, settings)] = pc.came_in
    assert actor.has(Role.ADMINISTRATOR)
    assert services.office.settings().office_name == "ادارهٔ آزمایش"
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


def test_the_connection_is_tested_when_the_address_is_left_and_a_clerk_signs_in(
    pc: NewPc, guarded: Department
) -> None:
    window = pc.window
    choose_department(pc, guarded.url)
    assert not window.next_button.isEnabled()
    assert window.why.text()
    press(window.place.department.hosts, Key.Key_Tab)
    assert jobs.wait_all()
    assert states(pc) == ["done", "done", "done", "later", "done"]
    assert pc.written() == [], "nothing is written before the page is left"
    assert window.next_button.isEnabled()
    assert window.why.text() == ""
    pc.on()
    assert pc.place == ACCOUNT
    assert pc.written() == ["settings.json"]
    entrance = window.account.entrance
    assert entrance.place() == SIGN_IN, "a PC of the department sees no form for an administrator"
    type_text(entrance.form.username, "rezaei")
    pc.on()
    type_text(entrance.form.password, PASSWORD)
    pc.on()
    assert pc.place == LETTERHEAD
    assert not window.later_button.isVisible()
    assert not window.letterhead.office_name.isVisible()
    pc.on()
    [(_, actor, settings)] = pc.came_in
    assert actor == guarded.office.clerk
    assert settings.is_department
    assert PASSWORD not in (pc.folder / "settings.json").read_text(encoding="utf-8")
    assert not settings.local_database.exists(), "no empty file is left"


def test_a_port_that_is_closed_is_said_under_its_row_and_tried_again_by_a_button(pc: NewPc) -> None:
    window = pc.window
    pc.on()
    window.place.cards.choose("department")
    fields = window.place.department
    type_text(fields.port, "")
    fields.port.setText(str(free_port()))
    type_text(fields.hosts, "127.0.0.1")
    press(fields.hosts, Key.Key_Return)
    assert jobs.wait_all()
    assert states(pc) == ["done", "failed", "waiting", "waiting", "waiting"]
    row = window.place.test.rows[1]
    assert "PostgreSQL" in row.sentence
    assert row.sentence in row.accessibleName()
    assert not window.next_button.isEnabled()
    press(fields.hosts, Key.Key_Return)
    assert pc.place == PLACE
    click(window.place.test.again_button)
    assert jobs.wait_all()
    assert states(pc)[1] == "failed"
    type_text(fields.hosts, "x")
    assert states(pc) == ["waiting"] * 5, "what was found is not true of another address"
    assert pc.written() == []


def test_esc_stops_the_test_and_then_goes_back(pc: NewPc, monkeypatch: pytest.MonkeyPatch) -> None:
    window = pc.window
    pc.on()
    window.place.cards.choose("department")
    fields = window.place.department
    fields.port.setText(str(free_port()))
    entered, go_on = threading.Event(), threading.Event()
    find = socket.getaddrinfo

    def slow(*asked: object, **more: object) -> object:
        entered.set()
        assert go_on.wait(60)
        return find(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    type_text(fields.hosts, "127.0.0.1")
    press(fields.hosts, Key.Key_Return)
    assert entered.wait(60)
    assert states(pc)[0] == "running"
    assert window.place.test.stop_button.isVisible()
    press(fields.hosts, Key.Key_Escape)
    assert pc.place == PLACE
    assert not window.place.test.running
    go_on.set()
    assert jobs.wait_all()
    assert states(pc) == ["waiting"] * 5
    press(fields.hosts, Key.Key_Escape)
    assert pc.place == LANGUAGE


def test_the_tab_key_goes_from_choice_to_address_port_certificate_and_on(pc: NewPc) -> None:
    window = pc.window
    pc.on()
    window.place.cards.choose("department")
    fields = window.place.department
    window.place.cards.setFocus()
    passed = []
    for _ in range(6):
        press(window.focusWidget(), Key.Key_Tab)
        passed.append(window.focusWidget())
    assert passed == [
        fields.hosts, fields.port, fields.certificate, fields.certificate.choose_link, fields.name_link,
        window.back_button,
    ]  # fmt: skip


def test_the_owner_of_a_database_without_tables_makes_them_and_the_first_administrator(
    pc: NewPc, empty_department: str
) -> None:
    window = pc.window
    choose_department(pc, empty_department)
    press(window.place.department.hosts, Key.Key_Return)
    assert jobs.wait_all()
    pc.on()
    assert pc.place == ACCOUNT
    entrance = window.account.entrance
    type_text(entrance.form.username, OWNER)
    type_text(entrance.form.password, PASSWORD)
    pc.on()
    prepare = window.account.prepare
    assert prepare.isVisible()
    assert prepare.owner.username.text() == OWNER
    type_text(prepare.owner.password, PASSWORD)
    press(prepare.owner.password, Key.Key_Return)
    assert jobs.wait_all()
    assert entrance.place() == FIRST
    form = entrance.first_form
    for edit, words in (
        (form.full_name, "راهبر یکم"),
        (form.username, "rahbar"),
        (form.password, "first-words-1405"),
        (form.again, "first-words-1405"),
    ):
        type_text(edit, words)
    click(window.next_button)
    assert jobs.wait_all()
    assert pc.place == LETTERHEAD, "there is no recovery code on a server"
    assert window.letterhead.office_name.isVisible()
    click(window.next_button)
    assert jobs.wait_all()
    [(services, actor, _)] = pc.came_in
    assert actor.has(Role.ADMINISTRATOR)
    assert services.accounts.myself() == actor


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


def machine(folder: Path, **values: object) -> Settings:
    """The settings of a new PC with a file of the machine, all of whose values are fixed."""
    file = folder / "machine.json"
    file.write_text(json.dumps({**values, "fixed": list(values)}), encoding="utf-8")
    return load_settings(folder / "data", {}, file)


def test_a_pc_for_the_server_alone_offers_nothing_else_and_locks_what_is_fixed(
    opened: Open, tmp_path: Path
) -> None:
    pc = opened(machine(tmp_path, server_only=True, certificate="/etc/office-ca.crt", language="fa"))
    window = pc.window
    press(window.language.cards, Key.Key_Left)
    assert language_in_use().code == "fa"
    pc.on()
    cards = window.place.cards
    assert (cards.codes(), cards.value()) == (["department"], "department")
    certificate = window.place.department.certificate
    assert certificate.text() == "/etc/office-ca.crt"
    assert certificate.isReadOnly()
    assert certificate.choose_link.isHidden()
    assert certificate.accessibleDescription()
    type_text(certificate, "x")
    assert certificate.text() == "/etc/office-ca.crt"
    assert not window.place.department.hosts.isReadOnly()


def test_a_fixed_address_can_be_read_and_not_changed(opened: Open, tmp_path: Path) -> None:
    settings = machine(tmp_path, database=f"postgresql://127.0.0.1:{free_port()}/office")
    pc = opened(settings)
    window = pc.window
    pc.on()
    assert jobs.wait_all()
    fields = window.place.department
    assert all(edit.isReadOnly() for edit in (fields.hosts, fields.port, fields.name))
    press(window.place.cards, Key.Key_Right)
    assert window.place.cards.value() == "department"
    assert states(pc)[1] == "failed", "what is known already is tested at once"


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
