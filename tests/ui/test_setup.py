"""Choosing where the database is, in the sign-in window, on real servers."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url

from desktop_app.services import Services
from desktop_app.settings import Settings, load_settings
from desktop_app.staff.roles import Actor, Role
from tests.department import PASSWORD
from tests.engines import SqliteFiles
from tests.guarded import OWNER, Department
from tests.standing import free_port
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.sign_in.setup_page import SetupPage
from ui.sign_in.window import SignInWindow

Key = Qt.Key


@dataclass
class Door:
    window: SignInWindow
    folder: Path
    signed: list[tuple[Services, Actor]] = field(default_factory=list)

    @property
    def page(self) -> SetupPage:
        assert self.window.setup is not None
        return self.window.setup

    def saved(self) -> str:
        return load_settings(self.folder, {}).database


@pytest.fixture
def door(qtbot: QtBot, sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Door]:
    """The sign-in window of a new PC, whose file has no account yet, on its set-up page."""
    # The file is made already: that takes longer than most of the tests.
    with sqlite_files.fresh() as made_already:
        shutil.copyfile(make_url(made_already).database or "", tmp_path / "mosharekat.db")
    window = SignInWindow(Settings(data_folder=tmp_path))
    qtbot.addWidget(window)
    made = Door(window, tmp_path)
    window.signed_in.connect(lambda services, actor, *_: made.signed.append((services, actor)))
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state == "connected", timeout=60_000)
    window.open_setup()
    yield made
    assert jobs.wait_all()
    if window.services is not None:
        window.services.close()
    for services, _ in made.signed:
        services.close()


def fill(page: SetupPage, department_url: str) -> None:
    url = make_url(department_url)
    page.kind.choose("department")
    page.department.hosts.setText(str(url.query["host"]))
    page.department.name.setText(url.database or "")


def outcomes(page: SetupPage) -> list[str]:
    """The states of the rows that say something, and those of servers that are not used."""
    states = [row.state for row in page.test.rows if row.state != "waiting"]
    return [*states, *["other" for _ in page.test.others]]


def test_by_keys_alone_from_the_link_to_a_trial_and_back(door: Door) -> None:
    window = door.window
    press(door.page, Key.Key_Escape)
    assert window.setup is None
    assert window.pages.place() == 0
    window.setup_link.setFocus()
    press(window.setup_link, Key.Key_Return)
    page = door.page
    assert page.kind.hasFocus()
    press(page.kind, Key.Key_2)
    port = str(free_port())
    type_text(page.department.hosts, "127.0.0.1")
    page.department.port.clear()
    type_text(page.department.port, port)
    press(page.department.port, Key.Key_Return)
    assert jobs.wait_all()
    assert outcomes(page) == ["done", "failed"]
    assert page.trouble.text()
    assert page.test.again_button.isVisible()
    press(page.department.hosts, Key.Key_Escape)
    assert window.setup is None
    assert door.saved() == ""


def test_a_department_s_server_is_tried_taken_and_signed_in_to(
    door: Door, guarded: Department, qtbot: QtBot
) -> None:
    page = door.page
    fill(page, guarded.url)
    click(page.test_button)
    assert jobs.wait_all()
    assert outcomes(page) == ["done", "done", "done", "later", "done"]
    assert page.use_button.hasFocus()
    press(page.use_button, Key.Key_Space)
    assert jobs.wait_all()
    kept = json.loads((door.folder / "settings.json").read_text(encoding="utf-8"))["database"]
    address = make_url(kept)
    assert (address.username, address.password) == ("", None)
    assert PASSWORD not in kept
    window = door.window
    assert window.setup is None
    qtbot.waitUntil(lambda: window.connection.state == "connected", timeout=60_000)
    window.form.username.setText("rezaei")
    type_text(window.form.password, PASSWORD)
    press(window.form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert [actor.name for _, actor in door.signed] == [guarded.office.clerk.name]


def test_a_server_that_does_not_work_changes_nothing(door: Door) -> None:
    page = door.page
    page.kind.choose("department")
    page.department.hosts.setText(f"127.0.0.1:{free_port()}, localhost:{free_port()}")
    click(page.use_button)
    assert jobs.wait_all()
    assert outcomes(page) == ["done", "failed"]
    assert "پیشین" in page.trouble.text()
    assert door.saved() == ""
    assert not (door.folder / "settings.json").exists()
    assert door.window.settings.database == ""


@pytest.mark.parametrize(
    ("hosts", "port", "name", "word"),
    [("", "5432", "x", "سرور"), ("srv", "۷۰۰۰۰", "x", "پورت"), ("srv", "5432", " ", "نام پایگاه")],
)
def test_what_is_missing_is_said_in_words(door: Door, hosts: str, port: str, name: str, word: str) -> None:
    page = door.page
    page.kind.choose("department")
    page.department.hosts.setText(hosts)
    page.department.port.setText(port)
    page.department.name.setText(name)
    click(page.test_button)
    assert jobs.wait_all()
    assert word in page.trouble.text()
    assert outcomes(page) == []


def test_a_trial_can_be_cancelled(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    page = door.page
    page.kind.choose("department")
    page.department.hosts.setText("127.0.0.1")
    page.department.port.setText(str(free_port()))
    entered: list[bool] = []
    find, cancelled = socket.getaddrinfo, threading.Event()

    def slow(*asked: Any, **more: Any) -> object:
        entered.append(True)
        assert cancelled.wait(60)
        return find(*asked, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    page.test_button.setFocus()
    press(page.test_button, Key.Key_Space)
    assert page.test.stop_button.hasFocus()
    press(page.test.stop_button, Key.Key_Space)
    assert page.test_button.isEnabled()
    assert page.test_button.hasFocus()
    cancelled.set()
    assert jobs.wait_all()
    assert (page.trouble.text(), outcomes(page)) == ("", [])


def test_the_file_of_the_authority_comes_from_a_dialog(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/etc/office-ca.crt", ""))
    door.page.kind.choose("department")
    click(door.page.department.certificate.choose_link)
    assert door.page.department.certificate.text() == "/etc/office-ca.crt"


def test_the_owner_prepares_and_makes_the_first_administrator(door: Door, empty_department: str) -> None:
    page = door.page
    fill(page, empty_department)
    click(page.prepare_button)
    page.owner.username.setText(OWNER)
    type_text(page.owner.password, "wrong words")
    press(page.owner.password, Key.Key_Return)
    assert jobs.wait_all()
    assert outcomes(page)[-1] == "failed"
    assert page.owner.password.hasFocus()
    assert page.owner.password.text() == "", "no password stands there longer than it is used"
    assert door.saved() == ""
    type_text(page.owner.password, PASSWORD)
    press(page.owner.password, Key.Key_Return)
    assert jobs.wait_all()
    window = door.window
    assert window.pages.place() == 1
    assert PASSWORD not in (door.folder / "settings.json").read_text(encoding="utf-8")
    assert OWNER not in door.saved().partition("?")[0].partition("/")[0]
    window.first_form.submitted.emit("راهبر یکم", "rahbar", "first-words-1405")
    assert jobs.wait_all()
    [(services, actor)] = door.signed
    assert actor.has(Role.ADMINISTRATOR)
    assert services.accounts.myself() == actor
    window.services = None


def test_who_signs_in_before_it_is_prepared_is_led_there(
    qtbot: QtBot, empty_department: str, tmp_path: Path
) -> None:
    address = make_url(empty_department)._replace(username="", password=None).render_as_string()
    window = SignInWindow(Settings(data_folder=tmp_path, database=address))
    qtbot.addWidget(window)
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state == "connected", timeout=60_000)
    window.form.username.setText(OWNER)
    type_text(window.form.password, PASSWORD)
    press(window.form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert window.setup is not None
    assert window.setup.owner.password.isVisible()
    assert window.setup.department.name.text() == "set_up"


def test_back_to_the_file_of_this_pc(qtbot: QtBot, tmp_path: Path) -> None:
    gone = f"postgresql://127.0.0.1:{free_port()}/office"
    window = SignInWindow(Settings(data_folder=tmp_path, database=gone))
    qtbot.addWidget(window)
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state == "away", timeout=60_000)
    window.open_setup()
    assert window.setup is not None
    window.setup.kind.choose("pc")
    assert not window.settings.local_database.exists()
    click(window.setup.use_button)
    assert jobs.wait_all()
    assert load_settings(tmp_path, {}).database == ""
    assert window.connection.state == "connected"
    assert window.pages.place() == 1, "a new file asks for its first administrator"
    assert window.services is not None
    window.services.close()
