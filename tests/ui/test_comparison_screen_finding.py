"""Finding words and going to changes on the comparison screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.comparing import compared, dressed, instrument, reading, screen
from tests.ui.keyboard import type_text
from ui import jobs
from ui.comparison.screen import ComparisonScreen

__all__ = ["compared", "dressed", "instrument", "screen"]


def test_words_are_found_from_the_keyboard(compared: ComparisonScreen) -> None:
    QTest.keyClick(compared.page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = compared.page.find_bar
    assert bar.isVisible()
    bar.field.setText("متقاضي")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words().startswith("۱ از ")
    assert compared.page.view.selected_text() == "متقاضی"
    bar.field.setText("نیست‌درجهان")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words() == "در هیچ‌یک از دو متن پیدا نشد"
    bar.put_away()
    assert not compared.page.view.shown.matches


def test_escape_closes_the_find_bar_at_once_and_keeps_the_words_for_the_next_time(
    compared: ComparisonScreen,
) -> None:
    QTest.keyClick(compared.page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = compared.page.find_bar
    bar.field.setText("متقاضی")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not compared.page.view.shown.matches
    assert compared.page.view.hasFocus()
    assert bar.field.text() == "متقاضی"


def test_an_emptied_find_field_leaves_nothing_marked(compared: ComparisonScreen) -> None:
    QTest.keyClick(compared.page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = compared.page.find_bar
    bar.field.setText("متقاضی")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert compared.page.view.shown.matches
    cross = QPoint(16, bar.field.height() // 2)
    QTest.mouseClick(bar.field, Qt.MouseButton.LeftButton, pos=cross)
    assert bar.field.text() == ""
    assert bar.words() == ""
    assert not compared.page.view.shown.matches


def test_searching_begins_where_the_reader_looks(compared: ComparisonScreen) -> None:
    view = compared.page.view
    compared.resize(1272, 420)
    view.select_change(reading(compared).shown_changes[-1])
    above, total = view.find_words("ماده")
    assert above > total // 2
    view.clear_matches()
    backwards, _ = view.find_words("ماده", backwards=True)
    assert backwards == above - 1


def test_what_was_selected_elsewhere_is_let_go_of_on_the_way_to_a_change(compared: ComparisonScreen) -> None:
    view, bar = compared.page.view, compared.page.find_bar
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(bar.field, "نگارخانه")
    # Typing alone finds, after a pause.
    assert jobs.wait_all()
    assert bar.words().startswith("۱ از ")
    assert view.selected_text() == "نگارخانه"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert view.selection() is None
    QTest.keyClick(view, Qt.Key.Key_N)
    wanted = compared.page.threads.composer.target
    assert wanted is not None
    assert "کارگروه" in reading(compared).comparison.new.text[wanted.start : wanted.end]
