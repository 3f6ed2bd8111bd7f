"""The administration of an office, and what it told the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.keyboard import activate
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.workplace import Workplace

Key = Qt.Key


class Desk:
    """The screen, and what it told the window."""

    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.said: list[str] = []
        self.troubles: list[Exception] = []
        self.undo: Callable[[], None] | None = None
        screen.message.connect(self._on_message)
        screen.trouble.connect(self.troubles.append)

    def _on_message(self, sentence: str, undo: Callable[[], None] | None) -> None:
        self.said.append(sentence)
        self.undo = undo

    def take_back(self) -> None:
        """Ctrl+Z in the message bar."""
        assert self.undo is not None
        self.undo()
        assert jobs.wait_all()

    def section(self, name: str) -> None:
        self.screen.tabs.choose(name)
        assert jobs.wait_all()


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(data_folder=tmp_path)
    screen = AdministrationScreen(Workplace(sqlite_office.services, sqlite_office.administrator, settings))
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    activate(screen)
    screen.tabs.choose("units")
    assert jobs.wait_all()
    yield Desk(screen)
    assert jobs.wait_all()
