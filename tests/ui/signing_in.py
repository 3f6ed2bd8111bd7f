"""The sign-in window before an office, and a store of passwords in memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.keyboard import activate
from ui.sign_in.window import SignInWindow

Key = Qt.Key


class FakeKeyring(keyring.backend.KeyringBackend):
    """A store of passwords in memory; `forgets` keeps nothing, `lies` gives another one back, `sticks` deletes
    nothing, `raises` is what every question meets, `full` what keeping meets. It waits for `answer`, where given."""

    priority = 1

    def __init__(
        self,
        *,
        forgets: bool = False,
        lies: bool = False,
        sticks: bool = False,
        raises: Exception | None = None,
        full: Exception | None = None,
        answer: threading.Event | None = None,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0
        self._forgets, self.lies, self._sticks = forgets, lies, sticks
        self._raises, self._full, self._answer = raises, full, answer

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        if self._full is not None:
            raise self._full
        if not self._forgets:
            self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return "another" if self.lies else self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        if self._sticks or self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError

    def _check(self) -> None:
        self.asked += 1
        if self._answer is not None:
            self._answer.wait(30)
        if self._raises is not None:
            raise self._raises


@pytest.fixture
def store() -> Iterator[FakeKeyring]:
    before, store = keyring.get_keyring(), FakeKeyring()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


@dataclass
class Signed:
    window: SignInWindow
    results: list[tuple[object, ...]] = field(default_factory=list)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path)


@pytest.fixture
def door(qtbot: QtBot, sqlite_office: TestOffice, settings: Settings, store: FakeKeyring) -> Signed:
    """The sign-in window before an office with accounts, connected."""
    return opened(qtbot, SignInWindow(settings, sqlite_office.services))


def opened(qtbot: QtBot, window: SignInWindow) -> Signed:
    qtbot.addWidget(window)
    signed = Signed(window)
    window.signed_in.connect(lambda *told: signed.results.append(told))
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state == "connected", timeout=60_000)
    return signed


def username_of(office: TestOffice) -> str:
    return next(row.username for row in office.services.accounts.all() if row.id == office.clerk.person_id)
