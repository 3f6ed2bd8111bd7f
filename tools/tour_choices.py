"""`python -m tools.tour_choices [--only NAME]`: picks each entry of each drop-down that the scenes of the tour show.

Each drop-down is tried once, by mouse and by keys, in the window where a scene shows it, with everything that its
screen does about the choice. One that no scene shows is tried beside its window. It prints what was not chosen.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from desktop_app.settings import Settings
from tests.ui.keyboard import activate
from tests.ui.picking import pick_by_keys, pick_by_mouse
from tools.tour import Tour, appearance_of, filled, sample_day, scenes
from ui import jobs, stage
from ui.application import make_application

#: The class and the attribute that hold a drop-down.
Name = tuple[str, str]
_PETITIONS: Final = 400
#: Seconds for a list to open and to close.
_PATIENCE: Final = 3.0


@dataclass
class ChoosingTour(Tour):
    """A tour that picks each entry where a picture would be taken."""

    tried: dict[Name, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def show(self, scene: str) -> None:
        try:
            super().show(scene)
        except (AssertionError, LookupError, RuntimeError, StopIteration, ValueError) as error:
            step = traceback.extract_tb(error.__traceback__)[-1]
            print(f"{scene} ended with {error!r} in {step.name}: {step.line}", flush=True)
        for name, box in drop_downs():
            if name not in self.tried and box.count() > 1 and not box.isVisible():
                self._try_alone(name, box)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        for held, box in drop_downs():
            if held not in self.tried and box.count() > 1 and box.isVisible() and box.isEnabled():
                self._try(held, box)

    def _try_alone(self, name: Name, box: QComboBox) -> None:
        box.setParent(None)
        box.setEnabled(True)
        activate(box)
        self._try(name, box)
        if shiboken6.isValid(box):
            box.close()

    def _try(self, name: Name, box: QComboBox) -> None:
        self.tried[name] = box.count()
        before, words = box.currentIndex(), [box.itemText(row) for row in range(box.count())]
        for pick in (pick_by_mouse, pick_by_keys):
            for row, entry in enumerate(words):
                chosen: list[str] = []
                link = box.textActivated.connect(chosen.append)
                try:
                    # Offscreen nothing gives it back the keyboard when a list closes.
                    activate(box.window())
                    pick(box, row, _PATIENCE)
                    jobs.wait_all()
                except (AssertionError, RuntimeError) as error:
                    chosen.append(repr(error))
                if not shiboken6.isValid(box):
                    self._note(f"{name}: {pick.__name__} {row} destroyed the box")
                    return
                box.textActivated.disconnect(link)
                if chosen != [entry] or box.currentText() != entry:
                    self._note(
                        f"{name}: {pick.__name__} {row} {entry!r} chose {chosen}, {box.currentText()!r}"
                    )
        box.setCurrentIndex(before)
        jobs.wait_all()

    def _note(self, fault: str) -> None:
        print(fault, flush=True)
        self.faults.append(fault)


def drop_downs() -> Iterator[tuple[Name, QComboBox]]:
    """Returns the drop-downs of all open windows with their names."""
    found: dict[QComboBox, Name] = {}
    for widget in QApplication.allWidgets():
        for attribute, value in list(getattr(widget, "__dict__", {}).items()):
            for part in _parts(value):
                if isinstance(part, QComboBox) and shiboken6.isValid(part):
                    found.setdefault(part, (type(widget).__name__, attribute))
    yield from ((name, box) for box, name in found.items() if box.window().isVisible())


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list | tuple):
        yield from value
    else:
        yield value


@sample_day()
def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.tour_choices")
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    parser.add_argument("--scenes", nargs="+", default=(), help="only these scenes, by their whole names")
    options = parser.parse_args()
    # Nobody looks at pictures that need time to settle.
    stage.LONGEST_PAUSE = 20
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        services, empty = filled(folder, petitions=_PETITIONS), filled(folder, petitions=0)
        settings = Settings(data_folder=folder)
        make_application(settings)
        appearance_of("light")()
        tour = ChoosingTour(services, empty, folder, settings)
        for scene in options.scenes or scenes(options.only):
            print(scene, flush=True)
            tour.show(scene)
        for opened in (services, empty):
            opened.close()
    for (held, attribute), count in sorted(tour.tried.items()):
        print(f"{held}.{attribute} {count}")
    print("\n".join(tour.faults))
    sys.stdout.flush()
    # Windows of the scenes wait for nothing any more.
    os._exit(bool(tour.faults))


if __name__ == "__main__":
    main()
