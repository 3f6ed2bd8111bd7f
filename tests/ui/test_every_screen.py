"""Every screen in its least window, for the eye, the keyboard and a screen reader, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services import Services
from desktop_app.settings import Settings
from tests.tour import actor, filled
from tests.tour_sizes import LEAST, SCALES, MeasuredTour, sizes_at
from tests.ui.fitting import misfits
from tests.ui.surface import foreign_words, unnamed, unreachable, words_of_data
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.application import screens, speak
from ui.main_window import MainWindow
from ui.workplace import Workplace

#: Scenes of the tour that are quick and show most of what there is.
SCENES = (
    "bulk", "comments", "comments_triage", "comparison", "drafts", "everywhere", "inbox_details", "palette", "people",
    "people_correction", "registering", "reports", "setup", "sign_in",
)  # fmt: skip


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, Services]]:
    folder = tmp_path_factory.mktemp("tour")
    both = filled(folder, petitions=40), filled(folder, petitions=0)
    yield both
    for services in both:
        services.close()


@pytest.fixture
def tour(offices: tuple[Services, Services], tmp_path: Path) -> Iterator[MeasuredTour]:
    made = MeasuredTour(*offices, tmp_path, Settings(data_folder=tmp_path))
    yield made
    for window in QApplication.topLevelWidgets():
        # A window with an unfinished text asks before it closes; its thread that waits for changes has to end.
        if isinstance(window, MainWindow):
            window.watch.stop()
            window.close()
    assert jobs.wait_all()


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_of_the_tour_fits(tour: MeasuredTour, scene: str) -> None:
    tour.show(scene)
    assert [f"{misfit.picture}: {misfit.words}" for misfit in tour.found] == []


def opened(qtbot: QtBot, services: Services, folder: Path, language: str) -> MainWindow:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(data_folder=folder, language=language)
    speak(application, settings)
    window = MainWindow(Workplace(services, actor(services, "p.hosseini"), settings), screens())
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
    language: str, offices: tuple[Services, Services], tmp_path: Path, qtbot: QtBot
) -> None:
    services, _ = offices
    data = words_of_data(Path(services.database.place))
    window = opened(qtbot, services, tmp_path, language)
    found = []
    for place in places(window):
        faults = misfits(window) + unnamed(window)
        if language == "fa":
            faults += unreachable(window)
        faults += foreign_words(window, data, persian=language == "fa")
        found += [f"{place}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


def test_sizes() -> None:
    assert LEAST in sizes_at(100)
    assert [len(sizes_at(scale)) for scale in SCALES] == [4, 3, 2, 1, 0]
