"""What all scenes use: the tour with its windows and pictures, the sample office, the register of scenes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.engine import sqlite_url
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.sample.filling import fill
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.clocks import pc_at
from ui import stage
from ui.administration.screen import AdministrationScreen
from ui.application import Session, screens
from ui.main_window import MainWindow
from ui.petitions.screen import InboxScreen
from ui.theme import appearance

UNTIL = date(2026, 11, 24)
LONG = "کتاب «آزمون بلندی متن» را بررسی کنید. " * 400
HOSTILE = "<h1>سلام</h1><img src='file:///etc/passwd'> \u202eمتن وارونه\u202c و \x07 زنگ"
#: Each scene by its name. A room of the tour adds its own with `scene`.
SCENES: Final[dict[str, Callable[[Tour], None]]] = {}


@dataclass
class Tour:
    """One theme's tour through the window."""

    services: Services
    empty: Services
    folder: Path
    settings: Settings
    only: str = ""
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.session = Session(self.settings, screens())

    def run(self) -> None:
        for name in scenes(self.only):
            print(f"{self.folder.name}/{name}", flush=True)
            self.show(name)
        if self.session.window is not None:
            self.session.window.close()
        stage.settle()

    def show(self, scene: str) -> None:
        """Plays the scene with this name."""
        SCENES[scene](self)

    def new_pc(self, folder: str) -> Settings:
        return Settings(data_folder=Path(folder), theme=self.settings.theme)

    def window(self) -> MainWindow:
        window = self.session.window
        assert isinstance(window, MainWindow)
        return window

    def open(self, services: Services, username: str, screen: str) -> None:
        self.session.open_main(services, actor(services, username))
        stage.settle(300)
        self.window().go(screen)
        stage.settle(300)

    def inbox(self, username: str) -> InboxScreen:
        self.open(self.services, username, "inbox")
        screen = self.window().current_screen()
        assert isinstance(screen, InboxScreen)
        stage.settle(300)
        return screen

    def administration(self, username: str, section: str) -> AdministrationScreen:
        self.open(self.services, username, "administration")
        screen = self.window().current_screen()
        assert isinstance(screen, AdministrationScreen)
        screen.tabs.choose(section)
        stage.settle(400)
        return screen

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        stage.picture(widget or self.window(), self.folder, name)


def scene(play: Callable[[Tour], None]) -> Callable[[Tour], None]:
    """Registers a function as the scene of its name."""
    assert play.__name__ not in SCENES, f"two scenes are called {play.__name__}"
    SCENES[play.__name__] = play
    return play


def scenes(only: str = "") -> list[str]:
    """Returns the names of the scenes in which `only` occurs."""
    return sorted(name for name in SCENES if only in name)


def actor(services: Services, username: str) -> Actor:
    """Returns a person of the sample office."""
    row = next(person for person in services.accounts.all() if person.username == username)
    return services.accounts.actor(row.id)


@contextmanager
def locked(services: Services) -> Iterator[None]:
    """Holds the database's lock as another program."""
    other = sqlite3.connect(services.database.place, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def sample_day() -> Iterator[None]:
    """Gives the PC a time on `UNTIL`, the day of the sample office; also a decorator."""
    with pc_at(FixedClock(datetime.combine(UNTIL, time(8), UTC))):
        yield


def filled(folder: Path, *, petitions: int) -> Services:
    services = open_services(sqlite_url(folder / f"{petitions}.db"))
    fill(services, petitions=petitions, instruments=None if petitions else 0, until=UNTIL)
    if petitions:
        clerk = actor(services, "s.kazemi")
        for text in (LONG, HOSTILE):
            services.register.register(clerk, NewPetition(Kind.OPINION, Channel.LETTER, text))
    return services


def appearance_of(theme: str) -> Callable[[], None]:
    return lambda: appearance().choose("dark" if theme == "dark" else "light")
