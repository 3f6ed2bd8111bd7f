"""The view of a comparison, driven by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.comparison.engine import compare_texts
from tests.ui.comparison_samples import Made, compare_by_hand
from tests.ui.comparison_views import Opens, click, dressed, line_top, long_pair, opened, view
from ui.theme import theme
from ui.widgets.comparison_view import ChangeKind, ComparisonReading, ComparisonView, Filter
from ui.widgets.comparison_view.columns import MAP
from ui.widgets.comparison_view.labels import absent_note

__all__ = ["dressed", "opened", "view"]


def test_f8_and_f7_walk_through_the_changes(qtbot: QtBot, view: ComparisonView) -> None:
    with qtbot.waitSignal(view.change_selected) as told:
        QTest.keyClick(view, Qt.Key.Key_F8)
    assert told.args == [0]
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert view.current_change == 1
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert view.current_change == 0
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert view.current_change == 0


@pytest.mark.parametrize("letter", ["j", "ت"])
def test_the_letter_for_the_next_change_works_on_both_keyboard_layouts(
    view: ComparisonView, letter: str
) -> None:
    keys = [s.toString() for action in view.actions() if action.text() == "بعدی" for s in action.shortcuts()]
    assert letter.upper() in keys


def test_going_to_a_change_scrolls_it_into_sight_with_what_stands_before_it(view: ComparisonView) -> None:
    assert view.reading is not None
    view.resize(1084, 300)
    last = view.reading.shown_changes[-1]
    view.select_change(last)
    line = view.reading.line_of(view.reading.changes[last].entries[0])
    assert line is not None
    assert 0 <= line_top(view, line) < 300
    view.select_change(0)
    assert 0 <= line_top(view, view.reading.line_of(view.reading.changes[0].entries[0]) or 0) < 300


def test_a_click_on_the_map_jumps_there(opened: Opens) -> None:
    made = [Made(f"ماده {n}ـ متن یک", f"ماده {n}ـ متن دو") for n in range(1, 200)]
    view = opened(compare_by_hand(made))
    click(view, MAP / 2, 600)
    assert view.verticalScrollBar().value() > view.verticalScrollBar().maximum() * 0.8
    click(view, MAP / 2, 5)
    assert view.verticalScrollBar().value() == 0


def test_home_and_end_lead_to_the_ends_of_the_text(opened: Opens) -> None:
    made = [Made(f"ماده {n}ـ " + "متن یک " * (n % 60), f"ماده {n}ـ متن دو") for n in range(1, 120)]
    view = opened(compare_by_hand(made))
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 1000
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_what_the_reader_sees_stays_in_place_when_heights_become_exact(opened: Opens) -> None:
    made = [Made(f"ماده {n}ـ " + "اا " * 600, f"ماده {n}ـ " + "اا " * 601) for n in range(1, 60)]
    view = opened(compare_by_hand(made))
    view.select_change(30)
    assert view.reading is not None
    line = view.reading.line_of(30)
    assert line is not None
    before = line_top(view, line)
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Up)
        moved = line_top(view, line) - before
        assert moved == 54
        before = line_top(view, line)


def test_the_text_grows_with_control_and_plus_and_keeps_its_place(view: ComparisonView) -> None:
    assert view.lines is not None
    # With every row in sight, no height is an estimate.
    view.resize(1084, 2000)
    view.select_change(3)
    before = view.lines.heights.total
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme().document_scale == pytest.approx(1.1)
    assert view.lines.heights.total > before
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.lines.heights.total == before


def test_found_words_are_walked_through_in_the_order_of_the_page(view: ComparisonView) -> None:
    found = [view.find_words("متقاضي") for _ in range(3)]
    total = found[0][1]
    assert total >= 6
    assert [number for number, _ in found] == [1, 2, 3]
    assert view.find_words("متقاضی", backwards=True)[0] == 2
    assert view.selected_text() == "متقاضی"
    assert view.find_words("هیچ‌جا نیست") == (0, 0)


def test_a_screen_reader_is_told_the_current_change(view: ComparisonView) -> None:
    view.select_change(0)
    words = view.accessibleDescription()
    assert words.startswith("تغییر ۱ از ۱۰")
    assert "ماده ۲" in words
    assert "کارگروه" in words


def test_a_hostile_text_is_shown_as_it_is_written(opened: Opens) -> None:
    text = "ماده ۱ـ <b>قوی</b> <img src='file:///etc/passwd'>\u202e وارونه \x07"
    view = opened(compare_texts(text, text + " و باز"))
    assert view.lines is not None
    assert view.reading is not None
    block = view.lines.block(view.reading.lines[0], "old")  # type: ignore[arg-type]
    assert block is not None
    shown = block.paragraphs[0].layout.text()
    assert "<b>قوی</b>" in shown
    assert "\u202e" not in shown
    assert not view.viewport().grab().isNull()


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "ماده ۱ـ تازه"), ("یک متن بی‌شماره", "")])
def test_empty_texts_are_painted_without_a_complaint(opened: Opens, old: str, new: str) -> None:
    view = opened(compare_texts(old, new))
    view.next_change()
    view.find_words("متن")
    assert not view.viewport().grab().isNull()


def test_a_disc_puts_the_reader_on_its_change(view: ComparisonView) -> None:
    assert view.lines is not None
    assert view.reading is not None
    index = view.reading.line_of(view.reading.changes[1].entries[0])
    assert index is not None
    click(view, view.lines.columns.gutter_left + 28, line_top(view, index) + 20)
    assert view.current_change == 1


def test_shift_f8_goes_to_the_next_change_of_the_same_kind(view: ComparisonView) -> None:
    assert view.reading is not None
    view.select_change(0)
    kinds = [view.reading.changes[0].kind]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        assert view.current_change is not None
        kinds.append(view.reading.changes[view.current_change].kind)
    assert set(kinds) == {ChangeKind.EDITED}
    assert (
        view.current_change
        == [i for i, c in enumerate(view.reading.changes) if c.kind is ChangeKind.EDITED][3]
    )
    QTest.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert view.reading.changes[view.current_change].kind is ChangeKind.EDITED


def test_alt_and_a_digit_walk_through_one_kind_and_begin_again_behind_the_last(view: ComparisonView) -> None:
    assert view.reading is not None
    inserted = [i for i, c in enumerate(view.reading.changes) if c.kind is ChangeKind.INSERTED]
    walked = []
    for _ in range(len(inserted) + 1):
        QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        walked.append(view.current_change)
    assert walked == [*inserted, inserted[0]]


def test_weighty_changes_can_be_walked_through_and_filtered(opened: Opens) -> None:
    view = opened(
        compare_texts(
            "ماده ۱ـ او ظرف ۳۰ روز پاسخ می‌دهد.\nماده ۲ـ متن ساده یک است.\nماده ۳ـ اداره می‌تواند بپذیرد.",
            "ماده ۱ـ او ظرف ۶۰ روز پاسخ می‌دهد.\nماده ۲ـ متن روان یک است.\nماده ۳ـ اداره نمی‌تواند بپذیرد.",
        )
    )
    assert view.reading is not None
    walked = []
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
        walked.append(view.current_change)
    assert walked == [0, 2, 2]
    view.set_filter(Filter(weighty=True))
    assert view.reading.shown_changes == [0, 2]


def test_the_comparison_in_words_is_reached_walked_and_left_by_the_keyboard(
    qtbot: QtBot, view: ComparisonView
) -> None:
    view.select_change(1)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_R, both)
    pane = view.words
    assert pane is not None
    assert QApplication.focusWidget() is pane.text
    assert pane.text.textCursor().block().text().startswith("تغییر ۲ از ۱۰")
    QTest.keyClick(pane.text, Qt.Key.Key_F8)
    assert view.current_change == 2
    assert pane.text.textCursor().block().text().startswith("تغییر ۳ از ۱۰")
    QTest.keyClick(pane.text, Qt.Key.Key_Down)
    assert "حذف‌شده: رسمی پایان حذف" in pane.text.textCursor().block().text()
    QTest.keyClick(pane.text, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert pane.choice is not None
    pane.choice.setFocus()
    QTest.keyClick(pane.choice, Qt.Key.Key_2)
    assert pane.choice.value() == "old"
    assert "افزوده: کارگروه" not in pane.text.toPlainText()
    pane.text.setFocus()
    QTest.keyClick(pane.text, Qt.Key.Key_Escape)
    assert view.words is None
    assert QApplication.focusWidget() is view


def test_a_screen_reader_gets_the_words_through_its_own_interface(view: ComparisonView) -> None:
    QAccessible.setActive(True)
    try:
        view.select_change(0)
        view.toggle_words()
        assert view.words is not None
        interface = QAccessible.queryAccessibleInterface(view.words.text)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name) == "متن خواندنی مقایسه"
        walked = interface.textInterface()
        told = walked.text(walked.cursorPosition(), walked.characterCount())
        assert told.startswith("تغییر ۱ از ۱۰؛ ماده ۲")
        assert "حذف‌شده: هیئت پایان حذف" in told
    finally:
        QAccessible.setActive(False)


def test_another_comparison_closes_the_one_in_words(view: ComparisonView) -> None:
    view.toggle_words()
    view.set_comparison(long_pair(), "۱", "۲")
    assert view.words is None


def test_an_empty_side_says_so_once(view: ComparisonView) -> None:
    comparison = compare_texts("", "ماده ۱ـ یک است.\nماده ۲ـ دو است.")
    reading = ComparisonReading(comparison)
    notes = [absent_note(comparison, row, "old", "نسخهٔ ۱") for row in reading.rows]
    assert notes == ["نسخهٔ ۱ متن ندارد", ""]
