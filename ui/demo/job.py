"""What the steps of `mosharekat demo --pictures` share: the window, its screens, and the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from ui import stage
from ui.application import Session, screens
from ui.main_window import MainWindow
from ui.workplace import Screen

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.settings import Settings
    from desktop_app.staff.roles import Actor

S = TypeVar("S", bound=QWidget)


class DemoJob:
    """A session on sample data whose pictures go into `folder`, numbered in their order.

    `people` are a clerk, a legal reviewer, a manager and an administrator.
    """

    def __init__(self, settings: Settings, services: Services, people: Sequence[Actor], folder: Path) -> None:
        self.services = services
        self.people = people
        self.folder = folder
        self.session = Session(settings, screens(), services, people)
        self.written: list[Path] = []

    def main(self) -> MainWindow:
        window = self.session.window
        assert isinstance(window, MainWindow)
        return window

    def switch(self, person: int) -> None:
        self.session.open_main(self.services, self.people[person])
        stage.settle(300)

    def screen(self, name: str, kind: type[S]) -> S:
        window = self.main()
        if window.screen_name != name:
            window.go(name)
        stage.settle(150)
        screen: Screen | None = window.current_screen()
        assert isinstance(screen, kind), name
        return screen

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        shown = widget or self.session.window
        assert shown is not None
        self.written.append(stage.picture(shown, self.folder, f"{len(self.pictures()) + 1:02}-{name}"))

    def pictures(self) -> list[Path]:
        return [path for path in self.written if path.suffix == ".png"]
