"""Archiving by itself: the setting in the window of administration, and the window that does it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.petitions.vocabulary import Status
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.petitions.test_archiving import events, resolved, set_days, status
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.administration.archiving_panel import ArchivingPanel
from ui.administration.screen import AdministrationScreen
from ui.housekeeping import IDLE_MINUTES, Housekeeping
from ui.petitions.desk.history_words import time_line
from ui.workplace import Workplace

Key = Qt.Key


class Told:
    """The panel, and what it told the window."""

    def __init__(self, screen: AdministrationScreen) -> None:
        self.panel: ArchivingPanel = screen.archiving
        self.said: list[str] = []
        self.troubles: list[Exception] = []
        screen.message.connect(lambda sentence, _undo: self.said.append(sentence))
        screen.trouble.connect(self.troubles.append)


@pytest.fixture
def told(qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path) -> Told:
    for n in range(3):
        resolved(sqlite_office, f"درخواست شماره {n} درباره کتاب")
    clock.advance(timedelta(days=10))
    workplace = Workplace(sqlite_office.services, sqlite_office.administrator, Settings(data_folder=tmp_path))
    screen = AdministrationScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    activate(screen)
    screen.tabs.choose("archiving")
    screen.shown()
    assert jobs.wait_all()
    return Told(screen)


def test_it_is_off_until_days_are_saved_and_tells_before_how_many_they_are(
    told: Told, sqlite_office: TestOffice
) -> None:
    panel, archiving = told.panel, sqlite_office.services.archiving
    assert "خاموش" in panel.state.text()
    assert not panel.days.isEnabled()
    press(panel.on, Key.Key_Space)
    assert panel.days.hasFocus()
    type_text(panel.days, "۷")
    press(panel.days, Key.Key_Return)
    assert jobs.wait_all()
    assert panel.counts.text() == "اکنون ۳ درخواست بایگانی می‌شود."
    assert archiving.days() == 0
    press(panel.save_button, Key.Key_Space)
    assert jobs.wait_all()
    assert archiving.days() == 7
    assert told.said == ["درخواست‌ها ۷ روز پس از رسیدگی بایگانی می‌شوند."]
    assert "۷ روز" in panel.state.text()
    press(panel.on, Key.Key_Space)
    click(panel.save_button)
    assert jobs.wait_all()
    assert archiving.days() == 0
    assert told.troubles == []


def test_anything_but_a_number_of_days_is_refused(told: Told, sqlite_office: TestOffice) -> None:
    panel = told.panel
    press(panel.on, Key.Key_Space)
    for words in ("", "۰", "سی", "۴۰۰۰"):
        panel.days.clear()
        type_text(panel.days, words)
        click(panel.save_button)
        assert jobs.wait_all()
        assert panel.refusals.card.field is panel.days
        assert panel.days.hasFocus()
    assert sqlite_office.services.archiving.days() == 0


def test_a_setting_that_somebody_else_changed_is_not_overwritten(
    told: Told, sqlite_office: TestOffice
) -> None:
    panel = told.panel
    set_days(sqlite_office, 90)
    press(panel.on, Key.Key_Space)
    type_text(panel.days, "7")
    click(panel.save_button)
    assert jobs.wait_all()
    assert len(told.troubles) == 1
    assert sqlite_office.services.archiving.days() == 90


def test_a_window_that_nobody_uses_archives_what_is_due_and_the_history_says_so(
    qapp: QApplication,
    sqlite_office: TestOffice,
    clock: FixedClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number = resolved(sqlite_office)
    set_days(sqlite_office, 30)
    clock.advance(timedelta(days=31))
    moment = [0.0]
    monkeypatch.setattr("ui.idle.IdleWatch.now", staticmethod(lambda: moment[0]))
    workplace = Workplace(sqlite_office.services, sqlite_office.clerk, Settings(data_folder=tmp_path))
    house = Housekeeping(workplace, qapp)
    try:
        moment[0] = IDLE_MINUTES * 60 - 1
        house.watch.look()
        assert jobs.wait_all()
        assert status(sqlite_office, number) is Status.RESOLVED
        moment[0] += 1
        house.watch.look()
        assert jobs.wait_all()
        assert status(sqlite_office, number) is Status.ARCHIVED
    finally:
        house.stop()
    shown = time_line(events(sqlite_office, number), sqlite_office.clerk.person_id, this_year=2026)
    assert shown[-1].sentence == "درخواست ۳۰ روز پس از پایان رسیدگی خودکار بایگانی شد"
