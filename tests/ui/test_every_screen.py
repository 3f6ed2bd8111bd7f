"""Every screen in its least window, for the eye, the keyboard and a screen reader, in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.services import Services
from desktop_app.settings import Settings
from tests.ui.fitting import misfits
from tests.ui.surface import foreign_words, unnamed, unreachable, words_of_data
from tests.ui.typed_digits import wrong_digits
from tests.ui.under_pointer import taken_clicks
from tools.tour import actor, filled, sample_day
from tools.tour_sizes import LEAST, SCALES, sizes_at
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.application import screens, speak
from ui.main_window import MainWindow
from ui.workplace import Workplace

PETITIONS = 40
#: Scenes of the tour that are quick and show most of what there is.
SCENES = (
    "bulk", "comments", "comments_triage", "comparison", "drafts", "everywhere", "inbox_details", "palette", "people",
    "people_correction", "registering", "reports", "setup", "sign_in",
)  # fmt: skip


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an office with petitions and an empty one."""
    folder = tmp_path_factory.mktemp("tour")
    with sample_day():
        for petitions in (PETITIONS, 0):
            filled(folder, petitions=petitions).close()
    return folder


def test_scenes_of_the_tour_fit(offices: Path) -> None:
    # In a process of its own: a scene leaves windows and unfinished texts behind.
    command = [sys.executable, "-m", "tools.tour_sizes", "--least", "--scales", "100", "--scenes", *SCENES]
    command += ["--data", str(offices), "--petitions", str(PETITIONS)]
    # A pipe on Windows has the encoding of the PC otherwise.
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(SCENES)}  0" in done.stdout


def opened(
    qtbot: QtBot, services: Services, folder: Path, language: str, username: str = "p.hosseini"
) -> MainWindow:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(data_folder=folder, language=language)
    speak(application, settings)
    window = MainWindow(Workplace(services, actor(services, username), settings), screens())
    qtbot.addWidget(window)
    window.resize(LEAST)
    window.show()
    assert jobs.wait_all()
    return window


def places(window: MainWindow) -> Iterator[str]:
    """Goes to every screen, and to every section of the administration."""
    for name in list(window.rail.items):
        window.go(name)
        assert jobs.wait_all()
        yield name
        screen = window.current_screen()
        if isinstance(screen, AdministrationScreen):
            for section in screen.tabs.codes():
                screen.tabs.choose(section)
                assert jobs.wait_all()
                yield f"{name}/{section}"


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_screen_is_named_reached_and_in_one_language(
    language: str, offices: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = offices / f"{PETITIONS}.db"
    services = open_services(sqlite_url(path))
    data = words_of_data(path)
    window = opened(qtbot, services, tmp_path, language)
    found = []
    for place in places(window):
        faults = misfits(window) + unnamed(window)
        if language == "fa":
            faults += unreachable(window) + wrong_digits(window)
        faults += foreign_words(window, data, persian=language == "fa")
        found += [f"{place}: {fault}" for fault in faults]
    window.close()
    assert jobs.wait_all()
    services.close()
    assert not found, "\n".join(found)


def test_sizes() -> None:
    assert LEAST in sizes_at(100)
    assert [len(sizes_at(scale)) for scale in SCALES] == [4, 3, 2, 1, 0]


@pytest.mark.parametrize("username", ["s.kazemi", "sh.tavakoli"])
def test_nothing_comes_under_a_resting_pointer(
    username: str, offices: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asks in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(f"PySide6.QtWidgets.QFileDialog.{asks}", lambda *_args, **_known: ("", ""))
    services = open_services(sqlite_url(offices / f"{PETITIONS}.db"))
    window = opened(qtbot, services, tmp_path, "fa", username)
    found = []
    for width, height in ((1440, 868), (1366, 768)):
        window.resize(width, height)
        for name in [one for one in window.rail.items if one != "administration"]:
            window.go(name)
            assert jobs.wait_all()
            found += [f"{name}: {one}" for one in taken_clicks(window)]
    window.close()
    services.close()
    assert not found, "\n".join(found)
