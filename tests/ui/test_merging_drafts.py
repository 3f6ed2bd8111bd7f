"""The page that merges two drafts: questions by key, a file of a colleague, and the saved revision."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.settings import Settings
from tests import coming_samples
from tests.department import TestOffice
from tests.ui import keyboard
from tests.ui.comparing import compared_screen, dressed, instrument_of
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.merge_page import MergePage
from ui.comparison.screen import ComparisonScreen
from ui.draft_recovery import describe
from ui.workplace import Workplace

__all__ = ["dressed"]
BASE = coming_samples.BEFORE
FIRST = BASE.replace("سی روز", "پانزده روز").replace("هیئتی", "کارگروهی")
SECOND = BASE.replace("سی روز", "بیست روز").replace("پاسخ‌گوی", "مسئول")


def drafted(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return instrument_of(office, BASE, FIRST)


prepared = begins_with(drafted)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    made = compared_screen(qtbot, sqlite_office, instrument)
    keyboard.press(made.page.view, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert jobs.wait_all()
    return made


@pytest.fixture
def page(screen: ComparisonScreen) -> MergePage:
    return screen.desk.merging.page


def test_the_draft_of_a_colleague_is_merged_from_a_file_asked_and_saved(
    screen: ComparisonScreen, page: MergePage, sqlite_office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    assert page.isVisible()
    assert not page.save_button.isEnabled()
    file = tmp_path / "همکار.txt"
    file.write_text(SECOND, encoding="utf-8")
    screen.desk.merging.choose_file("second", file)
    assert jobs.wait_all()
    [question] = page.questions
    assert question.title == "ماده ۴"
    assert not page.save_button.isEnabled()
    keyboard.press(page.list, Qt.Key.Key_2)
    assert jobs.wait_all()
    assert page.save_button.isEnabled()
    keyboard.press(page.list, Qt.Key.Key_5)
    assert page.card is not None
    page.card.field.setPlainText("هجده")
    keyboard.press(page.card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert [row.summary for row in page.list.rows()] == ["عبارت دیگر"]
    keyboard.press(page.list, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "همکار.txt" in page.form.text.toPlainText()
    keyboard.press(page.form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    saved = sqlite_office.services.drafting.revision(instrument, 3).text
    assert saved == FIRST.replace("پانزده روز", "هجده روز").replace("پاسخ‌گوی", "مسئول")
    assert not page.isVisible()


def test_answers_outlive_a_look_at_the_comparison_and_a_bad_file_loses_nothing(
    screen: ComparisonScreen, page: MergePage, tmp_path: Path
) -> None:
    file = tmp_path / "همکار.txt"
    file.write_text(SECOND, encoding="utf-8")
    screen.desk.merging.choose_file("second", file)
    assert jobs.wait_all()
    keyboard.press(page.list, Qt.Key.Key_1)
    assert jobs.wait_all()
    keyboard.press(page.list, Qt.Key.Key_Escape)
    assert screen.page.isVisible()
    keyboard.press(screen.page.view, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert jobs.wait_all()
    assert len(page.answers) == 1
    trouble: list[object] = []
    screen.trouble.connect(trouble.append)
    bad = tmp_path / "خراب.docx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    screen.desk.merging.choose_file("second", bad)
    assert jobs.wait_all()
    assert len(trouble) == 1
    assert page.isVisible()


def test_answers_outlive_the_program_and_are_dropped_once_the_text_is_another_one(
    screen: ComparisonScreen,
    page: MergePage,
    sqlite_office: TestOffice,
    instrument: int,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    file = tmp_path / "همکار.txt"
    file.write_text(SECOND, encoding="utf-8")
    screen.desk.merging.choose_file("second", file)
    assert jobs.wait_all()
    keyboard.press(page.list, Qt.Key.Key_2)
    assert jobs.wait_all()
    [kept] = screen.workplace.unfinished.all()
    assert describe(kept) == f"پاسخ‌های ادغام پیش‌نویس‌های «{kept.name}»"
    for text, left in ((SECOND, 0), (SECOND.replace("بیست روز", "ده روز"), 1)):
        file.write_text(text, encoding="utf-8")
        later = ComparisonScreen(Workplace(sqlite_office.services, sqlite_office.reviewer, Settings()))
        later.workplace.unfinished.bring_back([kept])
        qtbot.addWidget(later)
        later.show()
        later.open_item(kept.way)
        assert jobs.wait_all()
        keyboard.press(later.page.view, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
        assert jobs.wait_all()
        merged = later.desk.merging.page
        assert merged.names[2] == "همکار.txt"
        assert sum(row.answer is None for row in merged.list.rows()) == left
        later.workplace.unfinished.throw_away([kept])
        assert jobs.wait_all()
        assert all(row.answer is None for row in merged.list.rows())
