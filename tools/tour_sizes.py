"""`python -m tools.tour_sizes [--only NAME]`: opens the scenes of the tour in windows of the usual screens.

It prints what is cut, squeezed, out of sight or over something else, and what has no name or is in another language;
then a table with the number for each screen at each scale at which at least 960 × 600 logical pixels are left.
`tests/ui/test_every_screen.py` runs a few of the scenes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap import open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.languages import language_in_use
from desktop_app.services import Services
from desktop_app.settings import Settings
from tests.ui.fitting import misfits
from tests.ui.surface import foreign_words, unnamed, words_of_data
from tests.ui.typed_digits import wrong_digits
from tools.tour import Tour, appearance_of, filled, sample_day, scenes
from ui import stage
from ui.application import make_application
from ui.main_window import MainWindow
from ui.petitions.screen import InboxScreen

#: What every screen works in, in logical pixels.
LEAST: Final = QSize(960, 600)
SCREENS: Final = (QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080))
#: In percent.
SCALES: Final = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A sentence about a widget of a picture, in a window of a size in logical pixels."""

    picture: str
    size: tuple[int, int]
    words: str


@dataclass
class MeasuredTour(Tour):
    """A tour that keeps the window at the first of `sizes`, and looks at each picture in all of them."""

    sizes: Sequence[QSize] = (LEAST,)
    keep: bool = False
    found: list[Misfit] = field(default_factory=list)
    #: Every text in the database.
    data: str = ""

    def show(self, scene: str) -> None:
        try:
            super().show(scene)
        except (AssertionError, LookupError, RuntimeError, StopIteration) as error:
            step = traceback.extract_tb(error.__traceback__)[-1]
            self._note(scene, self.sizes[0], f"the scene ended with {error!r} in {step.name}: {step.line}")

    def open(self, services: Services, username: str, screen: str) -> None:
        super().open(services, username, screen)
        self._resize(self.window(), self.sizes[0])

    def inbox(self, username: str) -> InboxScreen:
        """Opens the petition as well, which a small window does not do by itself."""
        screen = super().inbox(username)
        self._open_details(screen)
        return screen

    def _open_details(self, screen: InboxScreen) -> None:
        if screen.details.isHidden():
            stage.press(screen.table, Qt.Key.Key_Space)
            stage.settle(300)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        shown = widget or self.window()
        if shown.isWindow():
            self._listen(name, shown)
            front = shown.current_screen() if isinstance(shown, MainWindow) else None
            inbox = front if isinstance(front, InboxScreen) and not front.details.isHidden() else None
            for size in self.sizes:
                self._look(name, shown, size)
                if self.keep:
                    super().picture(f"{name}-{size.width()}x{size.height()}", widget)
            if isinstance(shown, MainWindow):
                self._resize(shown, self.sizes[0])
                if inbox is not None:
                    # A window that becomes small closes the petition beside the list.
                    self._open_details(inbox)

    def _look(self, name: str, window: QWidget, size: QSize) -> None:
        if isinstance(window, MainWindow):
            self._resize(window, size)
        elif window.width() > size.width() or window.height() > size.height():
            window.resize(size.boundedTo(window.size()))
            stage.settle(30)
        wide, high = size.width(), size.height()
        if window.width() > wide or window.height() > high:
            self._note(name, size, f"the window is {window.width()} × {window.height()}")
        for words in misfits(window):
            self._note(name, size, words)

    def _listen(self, name: str, window: QWidget) -> None:
        """Notes what has no name, what is not in the language of the window, and digits of another script."""
        persian = language_in_use().code == "fa"
        said = unnamed(window) + foreign_words(window, self.data, persian=persian)
        if said:
            # A scene may have written what it shows.
            self.data = self._data()
            said = unnamed(window) + foreign_words(window, self.data, persian=persian)
        for words in said + (wrong_digits(window) if persian else []):
            self._note(name, self.sizes[-1], words)

    def _data(self) -> str:
        return "\n".join(words_of_data(Path(used.database.place)) for used in (self.services, self.empty))

    def _note(self, name: str, size: QSize, words: str) -> None:
        misfit = Misfit(name, (size.width(), size.height()), words)
        self.found.append(misfit)
        print(f"{misfit.picture} {size.width()}×{size.height()}: {words}", flush=True)

    def _resize(self, window: QWidget, size: QSize) -> None:
        if window.size() != size:
            window.resize(size)
            stage.settle(60)


def sizes_at(scale: int) -> list[QSize]:
    """Returns the logical sizes of the screens at a scale in percent, the smallest first."""
    shown = [QSize(screen.width() * 100 // scale, screen.height() * 100 // scale) for screen in SCREENS]
    fitting = [size for size in shown if size.expandedTo(LEAST) == size]
    if scale == 100:
        fitting.append(LEAST)
    return sorted(fitting, key=lambda size: (size.width(), size.height()))


@sample_day()
def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.tour_sizes")
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    parser.add_argument("--scales", type=int, nargs="+", default=SCALES, help="in percent")
    parser.add_argument("--least", action="store_true", help="only 960 × 600")
    parser.add_argument("--dark", action="store_true", help="the dark theme")
    parser.add_argument("--pictures", type=Path, help="where to put pictures")
    parser.add_argument("--scenes", nargs="+", default=(), help="only these scenes, by their whole names")
    parser.add_argument("--petitions", type=int, default=3000, help=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if unknown := set(options.scenes) - set(scenes("")):
        parser.error(f"no such scene: {', '.join(sorted(unknown))}")
    if len(options.scales) == 1 and options.data is not None:
        return _run(options)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        for petitions in (options.petitions, 0):
            filled(Path(name), petitions=petitions).close()
        scales = (100,) if options.least and options.scales is SCALES else options.scales
        flags: list[str] = [flag for flag in ("--least", "--dark") if flag in sys.argv]
        flags += ["--petitions", str(options.petitions)]
        if options.pictures is not None:
            flags += ["--pictures", str(options.pictures)]
        if options.scenes:
            flags += ["--scenes", *options.scenes]
        screen = _largest_screen(Path(name))
        failed = 0
        for scale in scales:
            command = [sys.executable, "-m", "tools.tour_sizes", "--data", name, "--scales", str(scale)]
            factor = {"QT_SCALE_FACTOR": str(scale / 100), "QT_QPA_PLATFORM": screen}
            failed += subprocess.call([*command, "--only", options.only, *flags], env=os.environ | factor)
    return min(failed, 1)


def _largest_screen(folder: Path) -> str:
    """Returns the platform with the largest of the screens: Qt's own of 800 × 800 pixels limits every dialog."""
    shown = SCREENS[-1]
    size = {"x": 0, "y": 0, "width": shown.width(), "height": shown.height()}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [{"name": "office", **size, **dots}]}))
    return f"offscreen:configfile={described}"


def _run(options: argparse.Namespace) -> int:
    """One scale, on copies of the filled databases."""
    scale = options.scales[0]
    sizes = [LEAST] if options.least else sizes_at(scale)
    if not sizes:
        return 0
    found: list[Misfit] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        shutil.copytree(options.data, name, dirs_exist_ok=True)
        folder = Path(name)
        services, empty = (
            open_services(sqlite_url(folder / f"{number}.db")) for number in (options.petitions, 0)
        )
        settings = Settings(data_folder=folder)
        make_application(settings)
        appearance_of("dark" if options.dark else "light")()
        tour = MeasuredTour(
            services,
            empty,
            options.pictures or folder,
            settings,
            options.only,
            sizes=sizes,
            keep=options.pictures is not None,
        )
        for scene in options.scenes:
            tour.show(scene)
        if not options.scenes:
            tour.run()
        found = tour.found
        for opened in (services, empty):
            opened.close()
    counted = Counter(misfit.size for misfit in found)
    print(f"{'scale':>6}  {'window':>12}  {'scenes':>6}  misfits")
    for size in sizes:
        number = counted[size.width(), size.height()]
        place = f"{size.width()} × {size.height()}"
        print(f"{scale:>5}%  {place:>12}  {len(options.scenes or scenes(options.only)):>6}  {number}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
