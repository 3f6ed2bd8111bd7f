"""The screen of the drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.errors import AppError
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import activate
from ui.instruments.screen import InstrumentsScreen

Open = Callable[..., InstrumentsScreen]


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice) -> Open:
    """Opens the screen for somebody; `file` is what the dialog for files answers."""

    def make(actor: Actor | None = None, file: Path | None = None) -> InstrumentsScreen:
        place = workplace(sqlite_office, actor or sqlite_office.reviewer)
        screen = InstrumentsScreen(place, ask_file=lambda: file)
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        screen.shown()
        settle(screen)
        return screen

    return make


def errors_of(screen: InstrumentsScreen) -> list[AppError]:
    found: list[AppError] = []
    screen.trouble.connect(found.append)
    return found


def asked_of(screen: InstrumentsScreen) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: found.append((name, item)))
    return found
