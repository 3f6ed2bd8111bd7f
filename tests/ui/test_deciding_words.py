"""The page of the coming revision: words decided one by one, written in place, numbers applied as one act."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.comparison.repairing import RepairKind
from desktop_app.instruments.drafting.coming_text import PlaceState
from tests import coming_samples
from tests.department import TestOffice
from tests.ui import keyboard
from tests.ui.comparing import compared_screen, dressed, instrument_of
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.build_page import BuildPage
from ui.comparison.screen import ComparisonScreen

__all__ = ["dressed"]
CONTROL = Qt.KeyboardModifier.ControlModifier


def drafted(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return instrument_of(office, coming_samples.BEFORE, coming_samples.AFTER)


prepared = begins_with(drafted)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    """The screen with the page of the coming revision."""
    made = compared_screen(qtbot, sqlite_office, instrument)
    keyboard.press(made.page.view, Qt.Key.Key_B, text="b")
    keyboard.press(made.page.view, Qt.Key.Key_W, text="w")
    assert jobs.wait_all()
    return made


@pytest.fixture
def page(screen: ComparisonScreen) -> BuildPage:
    return screen.desk.building.coming.page


def press(page: BuildPage, *keys: Qt.Key) -> None:
    for key in keys:
        keyboard.press(page.pane, key)
        assert jobs.wait_all()


def coming(office: TestOffice, instrument: int) -> str:
    services = office.services
    row = services.composing.current(instrument, 1, 2)
    assert row is not None
    comparison = services.drafting.compare(instrument, 1, 2)
    return services.composing.preview(instrument, 1, 2, row.taken, comparison).text


def title_of(page: BuildPage) -> str:
    return next(block.title for block in page.blocks if block.entry == page.current)


def test_each_place_is_refused_alone_and_tab_goes_on(
    page: BuildPage, sqlite_office: TestOffice, instrument: int
) -> None:
    assert title_of(page) == "ماده ۲"
    press(page, Qt.Key.Key_Tab)
    assert (title_of(page), page.place) == ("ماده ۳", 0)
    press(page, Qt.Key.Key_Tab, Qt.Key.Key_R)
    [row] = [one for one in page.list.rows() if one.title == "ماده ۳"]
    assert (row.block.state, row.summary) == (PlaceState.PARTLY, "۱ از ۲ جا پذیرفته")
    assert page.card.result.text().startswith("ماده ۳ـ صاحب پروانه باید دست‌کم بیست و سه سال سن و سه سال")
    expected = coming_samples.AFTER.replace("دو سال سابقه", "سه سال سابقه")
    assert coming(sqlite_office, instrument) == expected
    keyboard.press(page.pane, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.place == 0
    press(page, Qt.Key.Key_R)
    assert coming(sqlite_office, instrument) == expected.replace("بیست و سه", "بیست و پنج")
    press(page, Qt.Key.Key_A, Qt.Key.Key_Tab, Qt.Key.Key_A)
    assert coming(sqlite_office, instrument) == coming_samples.AFTER


def test_a_whole_change_is_refused_and_one_of_its_places_taken_again(
    page: BuildPage, sqlite_office: TestOffice, instrument: int
) -> None:
    press(page, Qt.Key.Key_J, Qt.Key.Key_Space)
    assert "بیست و پنج سال سن و سه سال" in coming(sqlite_office, instrument)
    press(page, Qt.Key.Key_A)
    assert "بیست و سه سال سن و سه سال" in coming(sqlite_office, instrument)
    press(page, Qt.Key.Key_Space)
    assert coming(sqlite_office, instrument) == coming_samples.AFTER


def test_words_are_written_in_place_and_given_back_by_undo(
    screen: ComparisonScreen, page: BuildPage, sqlite_office: TestOffice, instrument: int
) -> None:
    undone: list[Callable[[], object]] = []
    screen.message.connect(lambda _words, undo: undone.append(undo))
    press(page, Qt.Key.Key_E)
    assert page.card.field.toPlainText() == "کارگروهی"
    page.card.field.setPlainText("شورایی")
    keyboard.press(page.card.field, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert "با شورایی است" in coming(sqlite_office, instrument)
    row = sqlite_office.services.composing.current(instrument, 1, 2)
    assert row is not None
    assert row.taken.repair is None
    undone[-1]()
    assert jobs.wait_all()
    assert coming(sqlite_office, instrument) == coming_samples.AFTER
    press(page, Qt.Key.Key_E)
    keyboard.press(page.card.field, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert not page.card.is_writing


def test_numbers_references_and_counts_are_listed_applied_at_once_and_taken_back(
    screen: ComparisonScreen, page: BuildPage, sqlite_office: TestOffice, instrument: int
) -> None:
    undone: list[Callable[[], object]] = []
    screen.message.connect(lambda _words, undo: undone.append(undo))
    kinds = [item.key.kind for item in page.repairs.items]
    assert kinds == [RepairKind.NUMBER, RepairKind.REFERENCE, RepairKind.REFERENCE, RepairKind.COUNT]
    assert sqlite_office.services.composing.current(instrument, 1, 2) is None
    asked = next(box for box in page.repairs.boxes if box.item.asked)
    assert [button.text() for button in asked.buttons] == ["بند ب ماده ۱۰", "بدون تغییر"]
    keyboard.click(asked.buttons[0])
    assert jobs.wait_all()
    text = coming(sqlite_office, instrument)
    for words in ("مشتمل بر یازده ماده", "ب) قیمت آثار", "موضوع ماده ۹ از", "موضوع بند ب ماده ۱۰ هیئت"):
        assert words in text
    keyboard.click(next(box for box in page.repairs.boxes if box.item.key.kind is RepairKind.COUNT).tick)
    assert jobs.wait_all()
    assert "مشتمل بر ده ماده" in coming(sqlite_office, instrument)
    keyboard.click(page.repairs.button)
    assert jobs.wait_all()
    assert coming(sqlite_office, instrument) == coming_samples.AFTER
    undone[-1]()
    assert jobs.wait_all()
    assert "ب) قیمت آثار" in coming(sqlite_office, instrument)


def test_the_revision_is_saved_from_the_page(
    page: BuildPage, sqlite_office: TestOffice, instrument: int
) -> None:
    press(page, Qt.Key.Key_R)
    keyboard.press(page.pane, Qt.Key.Key_S, CONTROL)
    assert jobs.wait_all()
    assert "پذیرفته‌شده در بخشی" in page.form.text.toPlainText()
    keyboard.press(page.form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    saved = sqlite_office.services.drafting.revision(instrument, 3).text
    assert saved == coming_samples.AFTER.replace("کارگروهی", "هیئتی")
    assert not page.isVisible()
