"""A main window with screens that note what they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.database.changes import Changed
from desktop_app.services import SharedServices
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.keyboard import activate
from ui import jobs
from ui.main_window import MainWindow
from ui.workplace import Screen, Workplace

BUILT: list[str] = []


class Page(Screen):
    """A screen that notes what it is asked for."""

    name = "page"

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        BUILT.append(self.name)
        self.asked: list[object] = []
        self.changes: list[Changed] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def title(self) -> str:
        return f"صفحه {self.name}"

    def refresh(self) -> None:
        self.asked.append("refresh")

    def shown(self) -> None:
        self.asked.append("shown")

    def others_changed(self, changed: Changed) -> None:
        self.changes.append(changed)

    def open_item(self, item: object) -> None:
        self.asked.append(item)


class InboxPage(Page):
    name = "inbox"


class ReportsPage(Page):
    name = "reports"


class OfficePage(Page):
    name = "administration"


FACTORIES = {"inbox": InboxPage, "reports": ReportsPage, "administration": OfficePage}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path, theme="light")


@pytest.fixture
def window(qtbot: QtBot, sqlite_office: TestOffice, settings: Settings) -> Iterator[MainWindow]:
    """The window of a clerk."""
    BUILT.clear()
    made = MainWindow(Workplace(sqlite_office.services, sqlite_office.clerk, settings), FACTORIES)
    activate(made)
    assert jobs.wait_all()
    yield made
    made.close()
    assert jobs.wait_all()
    made.deleteLater()


def page(window: MainWindow) -> Page:
    front = window.current_screen()
    assert isinstance(front, Page)
    return front
