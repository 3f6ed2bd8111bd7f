"""The administration of an office, with its set-up checklist in front."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.office.set_up import SetUpTask
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.administering import Desk
from tests.ui.keyboard import activate, click, press
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.administration.set_up.panel import SetUpPanel
from ui.administration.set_up.rows import DoneRow, RemainingRow
from ui.workplace import Workplace

Task = SetUpTask


class SetUpDesk(Desk):
    """The administration of an office, with its checklist in front."""

    def __init__(self, screen: AdministrationScreen, office: TestOffice) -> None:
        super().__init__(screen)
        self.office = office

    @property
    def panel(self) -> SetUpPanel:
        return self.screen.set_up

    def selected(self) -> Task | None:
        return self.panel.list.task

    def remaining(self) -> list[Task]:
        return [row.state.task for row in self.panel.list.rows.values() if isinstance(row, RemainingRow)]

    def done(self) -> list[Task]:
        return [row.state.task for row in self.panel.list.rows.values() if isinstance(row, DoneRow)]

    def row(self, task: Task) -> RemainingRow:
        found = self.panel.list.rows[task]
        assert isinstance(found, RemainingRow)
        return found

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        press(widget or self.panel.list, key)
        assert jobs.wait_all()

    def go(self, task: Task) -> None:
        """Clicks on the title of a row."""
        row = self.panel.list.rows[task]
        click(row, QRectF(row.width() - 140, 8, 20, 20))
        assert jobs.wait_all()
        assert self.selected() is task

    def click(self, widget: QWidget) -> None:
        click(widget)
        assert jobs.wait_all()


def set_up_screen(office: TestOffice, actor: Actor, folder: Path, width: int) -> AdministrationScreen:
    screen = AdministrationScreen(Workplace(office.services, actor, Settings(data_folder=folder)))
    screen.resize(width, 800)
    activate(screen)
    screen.shown()
    assert jobs.wait_all()
    return screen


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[SetUpDesk]:
    screen = set_up_screen(sqlite_office, sqlite_office.administrator, tmp_path, 1272)
    qtbot.addWidget(screen)
    yield SetUpDesk(screen, sqlite_office)
    assert jobs.wait_all()
