"""Words that are selected, annotated and copied in the view of a comparison."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import SideName
from tests.ui.comparison_samples import Made, compare_by_hand
from tests.ui.comparison_views import Opens, dressed, opened, point_of, view
from ui.widgets.comparison_view import ChangeKind, ComparisonView
from ui.widgets.comparison_view.copying import marked_selection

__all__ = ["dressed", "opened", "view"]


def drag(view: ComparisonView, start: QPoint, stop: QPoint) -> None:
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, stop)
    view.mouseMoveEvent(_move(stop))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=stop)


def _move(at: QPoint) -> QMouseEvent:
    return QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(at),
        QPointF(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_words_drawn_over_with_the_mouse_are_copied_in_logical_order(view: ComparisonView) -> None:
    words = "پروانه برای سه سال"
    drag(view, point_of(view, "old", words), point_of(view, "old", words, end=True))
    assert view.selection() is not None
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert words.startswith(copied[:-1])
    assert len(copied) >= len(words) - 1


def test_a_selection_stays_on_the_side_where_it_began(view: ComparisonView) -> None:
    drag(view, point_of(view, "old", "هیئت"), point_of(view, "new", "کتبی متقاضی"))
    chosen = view.selection()
    assert chosen is not None
    assert chosen[0] == "old"


def test_offsets_count_code_points_where_letters_joiners_and_emoji_mix(opened: Opens) -> None:
    text = "ماده ۱ـ 😀😀 می‌شود و 🏛 نگارخانه‌ها را ۱۲ بار در Tehran می‌بیند"
    view = opened(compare_by_hand([Made(text, text.replace("۱۲", "۱۳"))]))
    for words in ("نگارخانه‌ها", "می‌شود", "می‌بیند"):
        first = view.offset_at("old", point_of(view, "old", words))
        assert first == text.index(words)
        at = point_of(view, "old", words) + QPoint(-3, 0)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.selected_text() == words
        start = text.index(words)
        assert view.selection() == ("old", start, start + len(words))


def test_a_double_click_takes_the_word(view: ComparisonView) -> None:
    at = point_of(view, "new", "کارگروه") + QPoint(-4, 0)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.selected_text() == "کارگروه"


def test_shift_and_arrows_draw_a_selection_on(view: ComparisonView) -> None:
    assert view.reading is not None
    start = view.reading.comparison.new.text.index("کارگروه")
    view.select_text("new", start, start + 3)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == ("new", start, start + 4)
    shift_control = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Left, shift_control)
    assert view.selected_text() == "کارگروه"
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "کارگرو"


def test_n_asks_for_an_annotation_on_the_selection(qtbot: QtBot, view: ComparisonView) -> None:
    view.select_text("new", 10, 23)
    with qtbot.waitSignal(view.annotation_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_N)
    assert told.args == ["new", 10, 23]


def test_without_a_selection_the_current_provision_is_annotated(qtbot: QtBot, view: ComparisonView) -> None:
    assert view.reading is not None
    deleted = next(i for i, c in enumerate(view.reading.changes) if c.kind is ChangeKind.DELETED)
    view.select_change(deleted)
    with qtbot.waitSignal(view.annotation_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_N)
    side, start, end = told.args
    assert side == "old"
    assert view.reading.comparison.old.text[start:end] == "ب) معرفی‌نامه انجمن صنفی را پیوست کند."


def test_a_change_is_copied_with_its_name_and_both_wordings(view: ComparisonView) -> None:
    view.select_change(0)
    view.copy_change()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "ماده ۲"
    assert lines[1] == "نسخهٔ ۲: ماده ۲ـ درخواست‌ها در هیئت نظارت بررسی می‌شود."
    assert lines[2].startswith("نسخهٔ ۳: ماده ۲ـ درخواست‌ها در کارگروه")


def test_the_context_menu_offers_only_what_can_be_done(view: ComparisonView) -> None:
    enabled = {a.text(): a.isEnabled() for a in view.context_menu().actions() if a.text()}
    assert enabled == {
        "کپی": False,
        "کپی با نشانه‌ها": False,
        "کپی تغییر": False,
        "حاشیه بر بخش انتخاب‌شده": False,
    }
    view.select_text("old", 0, 5)
    enabled = {a.text(): a.isEnabled() for a in view.context_menu().actions() if a.text()}
    assert enabled["حاشیه بر بخش انتخاب‌شده"]
    view.next_change()
    assert [a.text() for a in view.context_menu().actions() if a.text() and a.isEnabled()] == [
        "کپی با نشانه‌ها",
        "کپی تغییر",
        "حاشیه بر این تغییر",
    ]


def test_the_current_change_is_copied_with_marks(view: ComparisonView) -> None:
    view.select_change(0)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "ماده ۲ـ درخواست‌ها در [-هیئت-]{+کارگروه+} نظارت بررسی می‌شود."


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_selection_is_copied_with_what_stands_on_the_other_side(
    view: ComparisonView, side: SideName
) -> None:
    assert view.reading is not None
    text = view.reading.comparison.old.text if side == "old" else view.reading.comparison.new.text
    start = text.index("ها در ")
    view.select_text(side, start, text.index("پروانه برای"))
    view.copy_marked()
    copied = QGuiApplication.clipboard().text()
    assert copied == "ها در [-هیئت-]{+کارگروه+} نظارت بررسی می‌شود.\nماده ۳ـ "


def test_copied_marks_name_only_what_is_there_and_what_is_weighty(opened: Opens) -> None:
    view = opened(
        compare_texts("ماده ۱ـ كتاب ظرف ۳۰ روز به او داده می‌شود.", "ماده ۱ـ کتاب تازه ظرف ۶۰ روز داده می‌شود.")
    )
    view.select_change(0)
    view.copy_marked()
    copied = QGuiApplication.clipboard().text()
    assert "[~كتاب→کتاب~]" in copied
    assert "[-۳۰-]{+۶۰+}!" in copied
    assert "{+تازه" in copied
    assert "[--]" not in copied
    assert "{++}" not in copied
    assert "".join(marked_selection(view.reading.comparison, "new", 0, 4)) == "ماده"  # type: ignore[union-attr]


def test_what_only_one_side_has_is_marked_whole_when_copied(view: ComparisonView) -> None:
    assert view.reading is not None
    text = view.reading.comparison.old.text
    start = text.index("معرفی‌نامه")
    view.select_text("old", start, start + len("معرفی‌نامه"))
    view.copy_marked()
    assert QGuiApplication.clipboard().text() == "[-معرفی‌نامه-]"
