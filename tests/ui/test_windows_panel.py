"""The floor of windows in the administration, by keys: the rule is shown while one types, a lower one is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.instruments.vocabulary import Track
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.keyboard import activate, press, type_text
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.administration.windows_panel import WindowsPanel, facts_of
from ui.workplace import Workplace


@dataclass
class Told:
    office: TestOffice
    screen: AdministrationScreen
    said: list[str] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)

    @property
    def panel(self) -> WindowsPanel:
        return self.screen.windows

    def days(self, words: str) -> str:
        """Types a number of days; the rule that is shown for it."""
        self.panel.days.clear()
        type_text(self.panel.days, words)
        assert jobs.wait_all()
        return self.panel.rule.text()

    def floor(self, track: Track) -> int:
        return {one.track: one.floor.days for one in self.office.services.floors.in_force()}[track]


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[Told]:
    workplace = Workplace(sqlite_office.services, sqlite_office.administrator, Settings(data_folder=tmp_path))
    screen = AdministrationScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    activate(screen)
    screen.tabs.choose("windows")
    assert jobs.wait_all()
    made = Told(sqlite_office, screen)
    screen.message.connect(lambda sentence, _undo: made.said.append(sentence))
    screen.trouble.connect(made.troubles.append)
    yield made
    assert jobs.wait_all()


def test_the_floor_is_raised_by_keys_and_its_rule_is_shown_before(desk: Told) -> None:
    panel = desk.panel
    rule = desk.days("۲۱")
    assert rule.startswith("پیش‌نویسی که امروز باز شود تا پایان ۲۴ آذر ۱۴۰۵ می‌ماند: ۲۱ روز کامل")
    assert rule.endswith("روز انتشار به حساب نمی‌آید.")
    press(panel.days, Qt.Key.Key_Return)
    assert jobs.wait_all()
    assert panel.refusals.card.field is panel.source_date
    assert desk.floor(Track.A) == 14
    type_text(panel.source, "نظر اداره حقوقی به شماره ۱۲")
    type_text(panel.source_date, "1405/9/1")
    press(panel.source_date, Qt.Key.Key_Return)
    assert jobs.wait_all()
    assert desk.floor(Track.A) == 21
    assert (panel.days.text(), panel.source.text(), panel.source_date.day()) == ("", "", None)
    assert "دست‌کم ۲۱ روز کامل" in desk.said[-1]
    told = dict(facts_of(desk.office.services.floors.in_force()[0]))
    assert told["مستند قانونی"] == (
        "نظر اداره حقوقی به شماره ۱۲، مورخ ۱ آذر ۱۴۰۵، مدیر سامانه در ۳ آذر ۱۴۰۵ آن را افزایش داد"
    )
    assert told["کف مهلت کنونی"] == "۲۱ روز کامل"


def test_a_lower_floor_is_refused_with_the_rule_in_one_sentence(desk: Told) -> None:
    assert "۱۴" in desk.days("13")
    type_text(desk.panel.source, "بخشنامه")
    type_text(desk.panel.source_date, "1405/9/1")
    press(desk.panel.source, Qt.Key.Key_Return)
    assert jobs.wait_all()
    assert desk.floor(Track.A) == 14
    assert "۱۴" in desk.panel.refusals.card.words.text()
    assert desk.panel.days.hasFocus()
    # What was typed stays, to be put right.
    assert (desk.panel.days.text(), desk.panel.source.text()) == ("13", "بخشنامه")
    desk.panel.track.setFocus()
    press(desk.panel.track, Qt.Key.Key_2, text="2")
    assert "۳۰" in desk.days("29")


def test_who_administers_nothing_finds_no_windows_to_set(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    screen = AdministrationScreen(
        Workplace(sqlite_office.services, sqlite_office.manager, Settings(data_folder=Path()))
    )
    qtbot.addWidget(screen)
    assert "windows" not in screen.tabs.codes()
