"""Settings that the office fixed: the window shows them with a lock and the reason, and changes none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.settings import Settings, load_settings
from tests.department import PASSWORD, TestOffice
from tests.key_store import KeyStore
from tests.ui.keyboard import activate
from ui import jobs
from ui.actions import commands, why_not
from ui.main_window import MainWindow
from ui.sign_in.remembering import remember
from ui.sign_in.window import SignInWindow
from ui.widgets.fixed_setting import FixedMark
from ui.widgets.person_menu import PersonMenu
from ui.widgets.plain import LinkLabel
from ui.workplace import Workplace

REASON = "این مقدار را اداره ثابت کرده است."


class _Lock:
    """The lock of a window as far as the menu knows it."""

    minutes = 15

    def choose_minutes(self, minutes: int) -> None:
        self.minutes = minutes

    def lock(self) -> None: ...


def submenu(menu: QMenu, name: str) -> QMenu:
    return next(part for part in menu.findChildren(QMenu) if part.title() == name)


@pytest.mark.parametrize(
    ("name", "title"), [("language", "زبان"), ("theme", "پوسته"), ("lock_minutes", "قفل خودکار")]
)
def test_a_fixed_choice_of_the_menu_is_shown_with_its_reason(
    qtbot: QtBot, sqlite_office: TestOffice, name: str, title: str
) -> None:
    menu = PersonMenu((), sqlite_office.clerk, lock=_Lock(), fixed={name})
    qtbot.addWidget(menu)
    found = submenu(menu, title)
    reason, *choices = found.actions()
    assert reason.text() == REASON
    assert not any(action.isEnabled() for action in (reason, *choices))
    assert [action.isChecked() for action in choices].count(True) == 1
    assert not found.menuAction().icon().isNull()
    others = {"زبان", "پوسته", "قفل خودکار"} - {title}
    assert all(action.isEnabled() for other in others for action in submenu(menu, other).actions())


@pytest.mark.parametrize("fixed", [(), ("theme", "lock_minutes")])
def test_the_palette_offers_the_choices_and_says_which_are_fixed(
    qtbot: QtBot, tmp_path: Path, sqlite_office: TestOffice, fixed: tuple[str, ...]
) -> None:
    settings = pc(tmp_path, fixed=list(fixed))
    window = MainWindow(Workplace(sqlite_office.services, sqlite_office.clerk, settings), {})
    qtbot.addWidget(window)
    offered = {action.text(): action for action in commands(window)}
    dark, english = offered["پوسته: تیره"], offered["زبان: English"]
    assert english.isEnabled()
    assert dark.isEnabled() == offered["قفل خودکار: پس از ۵ دقیقه"].isEnabled() == (not fixed)
    assert why_not(dark) == (REASON if fixed else "")
    chosen: list[str] = []
    window.theme_chosen.connect(chosen.append)
    dark.trigger()
    assert chosen == ([] if fixed else ["dark"])
    window.close()


def pc(folder: Path, **values: object) -> Settings:
    """The settings of a PC for which the office wrote `values`."""
    machine = folder / "machine.json"
    machine.write_text(json.dumps(values), "utf-8")
    return load_settings(folder / "data", {}, machine)


def opened(qtbot: QtBot, settings: Settings, office: TestOffice | None = None) -> SignInWindow:
    window = SignInWindow(settings, office.services if office else None)
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    return window


def marks(window: SignInWindow) -> list[str]:
    return [mark.label.text() for mark in window.findChildren(FixedMark) if mark.isVisibleTo(window)]


def links(window: SignInWindow) -> list[str]:
    return [link.text() for link in window.findChildren(LinkLabel) if link.isVisibleTo(window)]


def test_the_sign_in_window_offers_no_other_value_of_a_fixed_setting(
    qtbot: QtBot, tmp_path: Path, sqlite_office: TestOffice
) -> None:
    settings = pc(tmp_path, remember=False, fixed=["language", "database", "remember"])
    window = opened(qtbot, settings, sqlite_office)
    assert marks(window) == ["پایگاه داده", "فارسی"]
    assert links(window) == []
    assert all(mark.toolTip() == REASON for mark in window.findChildren(FixedMark))
    assert not window.form.remember.isEnabled()
    assert window.form.remember.toolTip() == REASON
    window.open_setup()
    assert window.setup is not None
    window.setup.left.emit()
    assert links(window) == []


def test_without_fixed_settings_everything_is_offered(
    qtbot: QtBot, tmp_path: Path, sqlite_office: TestOffice
) -> None:
    window = opened(qtbot, pc(tmp_path, language="fa"), sqlite_office)
    assert marks(window) == []
    assert "English" in links(window)
    assert window.setup_link.isVisibleTo(window)
    assert window.form.remember.isEnabled()


def test_a_pc_of_the_server_alone_says_so_and_makes_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, pc(tmp_path, server_only=True))
    assert "فقط با سرور اداره" in window.form.trouble.text()
    assert not list(tmp_path.rglob("*.db"))


def test_a_password_that_was_remembered_is_deleted_once_the_office_forbids_it(tmp_path: Path) -> None:
    before, store = keyring.get_keyring(), KeyStore()
    keyring.set_keyring(store)
    try:
        free = pc(tmp_path)
        remember(replace(free, last_username="rezaei", remember=True), free, "office", PASSWORD)
        assert list(store.kept.values()) == [PASSWORD]
        fixed = pc(tmp_path, fixed=["remember"])
        remember(replace(fixed, last_username="rezaei"), fixed, "office", PASSWORD)
        assert store.kept == {}
    finally:
        keyring.set_keyring(before)


def test_a_broken_file_of_the_machine_is_said_in_the_first_window(
    qtbot: QtBot, tmp_path: Path, sqlite_office: TestOffice
) -> None:
    machine = tmp_path / "machine.json"
    machine.write_text("{", "utf-8")
    window = opened(qtbot, load_settings(tmp_path / "data", {}, machine), sqlite_office)
    assert str(machine) in window.form.trouble.text()
    assert machine.read_text("utf-8") == "{"
