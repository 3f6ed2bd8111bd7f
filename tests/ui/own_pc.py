"""A PC on which windows are opened, killed and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from desktop_app.unfinished import FOLDER
from tests.department import TestOffice
from tests.ui.keyboard import activate, put_away, wait
from ui import jobs
from ui.application import Session, screens
from ui.main_window import MainWindow

S = TypeVar("S", bound=Any)


class Place:
    """A PC: windows open on it one after the other, or beside each other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sessions: list[Session] = []

    def window(self, office: TestOffice, actor: Actor | None = None, only: str | None = None) -> MainWindow:
        """Signs in, and waits until everything stands there; with one screen if `only` names it."""
        offered = screens()
        session = Session(
            Settings(data_folder=self.folder, theme="light"),
            offered if only is None else {only: offered[only]},
        )
        self.sessions.append(session)
        window = session.open_main(office.services, actor or office.clerk)
        activate(window)
        assert wait(lambda: ready(window))
        return window

    def crash(self, window: MainWindow) -> None:
        """The window is gone without a word; its file stays behind as it is."""
        assert wait(lambda: window.workplace.unfinished.is_written)
        session = next(one for one in self.sessions if one.window is window)
        window.keeping.settle()
        session.close()
        window.close()
        put_away(window)
        session.window = None
        assert jobs.wait_all()

    def files(self) -> list[Path]:
        folder = self.folder / FOLDER
        return list(folder.iterdir()) if folder.exists() else []

    def clean_up(self) -> None:
        for session in self.sessions:
            if session.window is not None:
                keeping = getattr(session.window, "keeping", None)
                if keeping is not None:
                    keeping.settle()
                session.window.close()
                put_away(session.window)
            session.close()
        assert jobs.wait_all()


def ready(window: MainWindow) -> bool:
    assert jobs.wait_all()
    return window.workplace.unfinished.is_open


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path / "data")
    yield made
    made.clean_up()


def screen_of(window: MainWindow, kind: type[S], name: str, item: object = None) -> S:
    window.go(name, item)
    assert jobs.wait_all()
    found = window.current_screen()
    assert isinstance(found, kind)
    return found
