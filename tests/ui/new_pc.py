"""The pages of a PC with an empty data folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services import Services
from desktop_app.settings import Settings, load_settings
from desktop_app.staff.roles import Actor
from tests.ui.keyboard import activate, press
from ui import jobs
from ui.sign_in.first_start.window import FirstStartWindow

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


def machine(folder: Path, **values: object) -> Settings:
    """The settings of a new PC with a file of the machine, all of whose values are fixed."""
    file = folder / "machine.json"
    file.write_text(json.dumps({**values, "fixed": list(values)}), encoding="utf-8")
    return load_settings(folder / "data", {}, file)
