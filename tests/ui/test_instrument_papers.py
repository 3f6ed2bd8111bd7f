"""The papers of a consultation in the window: its summing-up read, saved and printed, its package made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press
from ui import jobs
from ui.instruments.screen import InstrumentsScreen


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(sqlite_office, clock)


def screen_of(qtbot: QtBot, consultation: Consultation, folder: Path) -> InstrumentsScreen:
    office = consultation.office
    screen = InstrumentsScreen(
        workplace(office, office.reviewer), ask_folder=lambda _owner, _suggested: folder
    )
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    settle(screen)
    screen.open_item(consultation.id)
    settle(screen)
    return screen


def test_the_summing_up_is_read_and_saved_in_each_form(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    comment = consultation.comment()
    consultation.after_the_end()
    office = consultation.office
    office.services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.write(NEXT_TEXT)
    consultation.decide(comment)
    consultation.sum_up()
    screen = screen_of(qtbot, consultation, tmp_path)
    click(screen.details.life.report)
    assert jobs.wait_all(30)
    page = screen.summing_up
    assert page.isVisible()
    assert page.state.words == "نهایی، شمارهٔ ۱"
    assert page.preview.pages >= 2
    page.work.ask_path = lambda suggested, _kinds: tmp_path / suggested.name
    activate(screen)
    press(page, Qt.Key.Key_S, CONTROL)
    assert jobs.wait_all(30)
    for action in page.more_menu().actions():
        action.trigger()
        assert jobs.wait_all(30)
    assert {path.suffix for path in tmp_path.iterdir()} == {".pdf", ".docx", ".xlsx"}
    assert all("گزارش جمع‌بندی" in path.name for path in tmp_path.iterdir())
    assert next(tmp_path.glob("*.pdf")).read_bytes() == page.opened.pdf if page.opened else False
    press(page.preview.view, Qt.Key.Key_Escape)
    assert screen.details.isVisible()


def test_one_that_is_not_frozen_says_so_in_its_head(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    screen = screen_of(qtbot, consultation, tmp_path)
    click(screen.details.life.report)
    assert jobs.wait_all(30)
    assert screen.summing_up.state.words == "هنوز نهایی نشده"


def test_a_package_is_made_into_a_folder_of_its_own_and_no_other_folder_is_touched(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.opened()
    screen = screen_of(qtbot, consultation, tmp_path)
    click(screen.details.life.package)
    assert jobs.wait_all(30)
    target = tmp_path / consultation.now.row.code
    assert (target / "index.html").exists()
    assert "نوشته شد" in screen.packing.bar.text
    assert consultation.now.history[-1].action == "package_made"
    (target / "letter.docx").write_bytes(b"somebody's")
    click(screen.details.life.package)
    assert jobs.wait_all(30)
    assert "پرونده‌های دیگری دارد" in screen.packing.bar.text
    assert (target / "letter.docx").exists()


def test_a_draft_that_never_stood_before_the_public_offers_neither(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    consultation.register().ask()
    screen = screen_of(qtbot, consultation, tmp_path)
    life = screen.details.life
    assert life.isVisible()
    assert life.package.isHidden()
    assert life.report.isHidden()
