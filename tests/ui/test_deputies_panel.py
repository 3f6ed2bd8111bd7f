from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.persian.dates import short_date
from desktop_app.settings import Settings
from desktop_app.staff.roles import Role
from tests.department import TestOffice
from tests.ui.keyboard import CONTROL, activate, click, press, titles, type_text
from ui import jobs
from ui.administration.deputies_panel import DeputiesPanel
from ui.administration.screen import AdministrationScreen
from ui.workplace import Workplace

Key = Qt.Key
TODAY = date(2026, 11, 24)


class Told:
    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.panel: DeputiesPanel = screen.deputies
        self.said: list[str] = []
        self.undo: Callable[[], None] | None = None
        self.troubles: list[Exception] = []
        screen.message.connect(self._on_message)
        screen.trouble.connect(self.troubles.append)

    def _on_message(self, sentence: str, undo: Callable[[], None] | None) -> None:
        self.said.append(sentence)
        self.undo = undo

    def choose(self, absent: int | None, acting: int | None) -> None:
        self.panel.person.setCurrentIndex(self.panel.person.findData(absent))
        self.panel.deputy.setCurrentIndex(self.panel.deputy.findData(acting))


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[Told]:
    settings = Settings(data_folder=tmp_path)
    screen = AdministrationScreen(Workplace(sqlite_office.services, sqlite_office.administrator, settings))
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    activate(screen)
    screen.tabs.choose("deputies")
    assert jobs.wait_all()
    yield Told(screen)
    assert jobs.wait_all()


def made(desk: Told, office: TestOffice) -> None:
    press(desk.screen, Key.Key_N, CONTROL)
    desk.choose(office.music_clerk.person_id, office.clerk.person_id)
    type_text(desk.panel.first_day, short_date(TODAY))
    type_text(desk.panel.last_day, short_date(TODAY + timedelta(days=6)))
    press(desk.panel.last_day, Key.Key_Return)
    assert jobs.wait_all()


def test_a_deputy_is_made_by_keys_and_stands_in_the_list(desk: Told, sqlite_office: TestOffice) -> None:
    made(desk, sqlite_office)
    assert desk.troubles == []
    assert titles(desk.panel.roster) == ["مریم رضایی به جای سارا امینی"]
    [row] = desk.panel.roster.rows()
    assert (row.about, row.mark) == ("۳ آذر ۱۴۰۵ تا ۹ آذر ۱۴۰۵", "امروز")
    assert desk.said == ["مریم رضایی از ۳ آذر ۱۴۰۵ تا ۹ آذر ۱۴۰۵ جانشین سارا امینی است."]
    actor = sqlite_office.services.accounts.actor(sqlite_office.clerk.person_id or 0)
    assert actor.has(Role.CLERK, sqlite_office.music.id)


def test_the_focus_stays_at_the_button_that_saved(desk: Told, sqlite_office: TestOffice) -> None:
    made(desk, sqlite_office)
    desk.panel.last_day.set_day(TODAY + timedelta(days=8))
    desk.panel.save_button.setFocus()
    press(desk.panel.save_button, Key.Key_Return)
    assert jobs.wait_all()
    assert desk.panel.window().focusWidget() is desk.panel.save_button


def test_ending_it_can_be_undone(desk: Told, sqlite_office: TestOffice) -> None:
    made(desk, sqlite_office)
    click(desk.panel.remove_button)
    assert jobs.wait_all()
    assert titles(desk.panel.roster) == []
    assert desk.undo is not None
    desk.undo()
    assert jobs.wait_all()
    assert titles(desk.panel.roster) == ["مریم رضایی به جای سارا امینی"]


def test_a_change_can_be_undone(desk: Told, sqlite_office: TestOffice) -> None:
    made(desk, sqlite_office)
    desk.panel.last_day.set_day(TODAY + timedelta(days=20))
    click(desk.panel.save_button)
    assert jobs.wait_all()
    assert sqlite_office.services.deputies.all()[0].terms.last_day == TODAY + timedelta(days=20)
    assert desk.undo is not None
    desk.undo()
    assert jobs.wait_all()
    assert sqlite_office.services.deputies.all()[0].terms.last_day == TODAY + timedelta(days=6)


def test_what_is_missing_or_no_date_is_said_and_what_was_typed_stays(
    desk: Told, sqlite_office: TestOffice
) -> None:
    press(desk.screen, Key.Key_N, CONTROL)
    click(desk.panel.save_button)
    card = desk.panel.refusals.card
    assert desk.panel.person.hasFocus()
    desk.choose(sqlite_office.music_clerk.person_id, sqlite_office.clerk.person_id)
    type_text(desk.panel.first_day, "۱۴۰۵/۱۳/۱")
    click(desk.panel.save_button)
    assert jobs.wait_all()
    assert card.field is desk.panel.first_day
    assert "۱۴۰۵/۱۳/۱" in card.words.text()
    assert desk.troubles == []
    assert desk.panel.first_day.text() == "۱۴۰۵/۱۳/۱"
    assert desk.panel.first_day.hasFocus()


def test_a_refused_deputy_leaves_the_form_as_it_was(desk: Told, sqlite_office: TestOffice) -> None:
    press(desk.screen, Key.Key_N, CONTROL)
    desk.choose(sqlite_office.clerk.person_id, sqlite_office.clerk.person_id)
    for field in (desk.panel.first_day, desk.panel.last_day):
        field.set_day(TODAY)
    click(desk.panel.save_button)
    assert jobs.wait_all()
    assert len(desk.troubles) == 1
    assert desk.panel.save_button.isEnabled()
    assert desk.panel.deputy.currentData() == sqlite_office.clerk.person_id
