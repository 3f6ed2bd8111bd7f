"""The retention of personal data in the window of administration: rule, counting, a second confirmation, masking."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.petitions.retention import service
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.petitions.test_retention import closed
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.administration.retention_panel import RetentionPanel
from ui.administration.screen import AdministrationScreen
from ui.workplace import Workplace

Key = Qt.Key


class Told:
    """The panel, and what it told the window."""

    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.panel: RetentionPanel = screen.retention
        self.said: list[str] = []
        self.troubles: list[Exception] = []
        screen.message.connect(lambda sentence, _undo: self.said.append(sentence))
        screen.trouble.connect(self.troubles.append)


def opened(qtbot: QtBot, office: TestOffice, actor: Actor, folder: Path) -> Told:
    screen = AdministrationScreen(Workplace(office.services, actor, Settings(data_folder=folder)))
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    activate(screen)
    screen.tabs.choose("retention")
    screen.shown()
    assert jobs.wait_all()
    return Told(screen)


@pytest.fixture
def told(qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path) -> Told:
    for n in range(3):
        closed(sqlite_office, clock, external_id=f"old-{n}")
    return opened(qtbot, sqlite_office, sqlite_office.administrator, tmp_path)


def in_force(told: Told) -> None:
    panel = told.panel
    press(panel.on, Key.Key_Space)
    for field, words in ((panel.years, "۵"), (panel.basis, "مصوبه ۱۲ شورا")):
        field.setFocus()
        type_text(field, words)
    click(panel.save_button)
    assert jobs.wait_all()


def masked(office: TestOffice) -> int:
    with office.services.database.reading() as session:
        return session.scalar(text("SELECT count(*) FROM petition WHERE masked_at IS NOT NULL")) or 0


def test_it_is_off_until_a_rule_with_its_basis_is_saved(told: Told, sqlite_office: TestOffice) -> None:
    panel = told.panel
    assert "خاموش" in panel.state.text()
    assert not panel.count_button.isEnabled()
    assert not panel.years.isEnabled()
    press(panel.on, Key.Key_Space)
    click(panel.save_button)
    assert jobs.wait_all()
    assert panel.refusals.card.field is panel.years
    panel.years.setFocus()
    type_text(panel.years, "۵")
    click(panel.save_button)
    assert jobs.wait_all()
    assert (panel.refusals.card.field, told.troubles) == (panel.basis, [])
    assert sqlite_office.services.retention.rule().years == 0
    panel.basis.setFocus()
    type_text(panel.basis, "مصوبه ۱۲ شورا")
    click(panel.save_button)
    assert jobs.wait_all()
    assert told.said == ["قاعدهٔ نگهداری ذخیره شد."]
    assert "۵ سال" in panel.state.text()


def test_masking_wants_the_number_typed_and_tells_what_it_did(told: Told, sqlite_office: TestOffice) -> None:
    in_force(told)
    panel = told.panel
    assert not panel.question.isVisible()
    click(panel.count_button)
    assert jobs.wait_all()
    assert "۳ درخواست از ۱ نفر" in panel.counts.text()
    assert "۳ پیوست" in panel.counts.text()
    assert panel.question.isVisible()
    assert not panel.mask_button.isEnabled()
    type_text(panel.confirmation, "۲")
    press(panel.confirmation, Key.Key_Return)
    assert jobs.wait_all()
    assert masked(sqlite_office) == 0
    panel.confirmation.clear()
    type_text(panel.confirmation, "۳")
    assert panel.mask_button.isEnabled()
    press(panel.confirmation, Key.Key_Return)
    assert jobs.wait_all()
    assert masked(sqlite_office) == 3
    assert told.said[-1] == "دادهٔ شخصی ۳ درخواست پوشانده و ۳ پیوست پاک شد."
    assert not panel.question.isVisible()
    assert told.troubles == []
    click(panel.count_button)
    assert jobs.wait_all()
    assert "هیچ درخواستی" in panel.counts.text()
    assert not panel.question.isVisible()


def test_a_masking_that_was_stopped_is_gone_on_with(
    told: Told, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CHUNK", 1)
    in_force(told)
    panel = told.panel
    click(panel.count_button)
    assert jobs.wait_all()
    type_text(panel.confirmation, "3")
    panel.start()
    panel.stop()
    assert jobs.wait_all()
    before = masked(sqlite_office)
    assert before < 3
    assert "متوقف شد" in panel.result.text()
    click(panel.again_button)
    assert jobs.wait_all()
    assert masked(sqlite_office) == 3
    assert not panel.again_button.isVisible()


def test_managers_do_not_find_it(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> None:
    screen = AdministrationScreen(
        Workplace(sqlite_office.services, sqlite_office.manager, Settings(data_folder=tmp_path))
    )
    qtbot.addWidget(screen)
    assert "retention" not in screen.tabs.codes()
    assert screen.findChildren(RetentionPanel) == []
