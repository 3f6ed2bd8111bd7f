"""Folds and gaps in the view of a comparison: opened, walked and searched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.comparison_samples import compare_by_hand, same
from tests.ui.comparison_views import Opens, click, colours, dressed, line_top, long_pair, opened, view
from ui.theme import theme
from ui.widgets.comparison_view import ChangeKind, ComparisonView, Filter, MarginCard
from ui.widgets.comparison_view.rows import Fold, UnchangedGap

__all__ = ["dressed", "opened", "view"]


def first_fold(view: ComparisonView, hidden: int) -> int:
    assert view.reading is not None
    return next(
        i for i, line in enumerate(view.reading.lines) if isinstance(line, Fold) and line.hidden == hidden
    )


def test_a_click_on_a_fold_opens_it_and_another_closes_it(view: ComparisonView) -> None:
    assert view.reading is not None
    at = first_fold(view, 2)
    before = len(view.reading.lines)
    click(view, 500, line_top(view, at) + 16)
    assert len(view.reading.lines) == before + 2
    click(view, 500, line_top(view, at) + 16)
    assert len(view.reading.lines) == before


def test_a_fold_opens_from_the_keyboard(view: ComparisonView) -> None:
    assert view.reading is not None
    before = len(view.reading.lines)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(view.reading.lines) == before + 2


def test_the_keyboard_leaves_a_fold_that_a_filter_took_away(view: ComparisonView) -> None:
    assert view.reading is not None
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.shown.focused_fold is not None
    view.set_filter(Filter(frozenset({ChangeKind.MOVED})))
    before = list(view.reading.lines)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.reading.lines == before


def test_a_filter_folds_the_other_changes_away(view: ComparisonView) -> None:
    assert view.reading is not None
    view.set_filter(Filter(frozenset({ChangeKind.INSERTED})))
    kinds = {view.reading.changes[c].kind for c in view.reading.shown_changes}
    assert kinds == {ChangeKind.INSERTED}
    assert theme().delline.name() not in colours(view)
    view.set_filter(Filter())
    assert theme().delbg.name() in colours(view)


def test_finding_opens_the_fold_that_hides_the_words(view: ComparisonView) -> None:
    assert view.reading is not None
    before = len(view.reading.lines)
    assert view.find_words("بیمه آثار")[1] > 0
    assert len(view.reading.lines) > before


def test_unchanged_texts_are_one_fold(opened: Opens) -> None:
    view = opened(compare_by_hand([same(f"ماده {n}ـ متن") for n in range(1, 9)]))
    assert view.reading is not None
    [fold] = view.reading.lines
    assert isinstance(fold, Fold)
    view.next_change()
    assert view.current_change is None


def test_a_gap_in_a_long_provision_opens_by_a_click_and_by_the_keyboard(opened: Opens) -> None:
    view = opened(long_pair())
    assert view.reading is not None
    before = len(view.reading.lines)
    click(view, 500, line_top(view, 1) + 10)
    assert len(view.reading.lines) == before + 1
    click(view, 500, line_top(view, 1) + 10)
    assert len(view.reading.lines) == before
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(view.reading.lines) == before + 1


def test_finding_opens_the_gap_that_hides_the_words(opened: Opens) -> None:
    view = opened(long_pair())
    assert view.reading is not None
    gap = view.reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.new is not None
    middle = sum(gap.new) // 2
    words = view.reading.comparison.new.text[middle : middle + 30]
    number, total = view.find_words(words)
    assert (number, total) == (1, 2)
    gap = view.reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.opened
    assert view.selected_text() == words


def test_a_card_on_words_behind_a_gap_keeps_them_in_sight(opened: Opens) -> None:
    view = opened(long_pair())
    assert view.reading is not None
    gap = view.reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.new is not None
    start = sum(gap.new) // 2
    view.set_cards([MarginCard(1, "new", start, start + 10, "note", "کارشناس", "دیروز", "ببینید")])
    assert len(view.shown.placed) == 1
