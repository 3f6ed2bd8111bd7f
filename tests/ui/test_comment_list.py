"""The list of comments with ten thousand of them: sizes by counted lines, right where they are drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop_app.instruments.comments.service import CommentRow, NewComment
from tests.instruments.campaigning import campaign
from tests.ui.keyboard import activate
from ui.comments.comment_list import CommentList, set_text
from ui.comments.words import shown_text

_CAME = datetime(2026, 11, 10, 8, tzinfo=UTC)


def row(number: int, made: NewComment) -> CommentRow:
    return CommentRow(
        number, 1, "portal", made.sender, "citizen", made.provision, "", made.text, _CAME, False, None, "", ""
    )


def shown(qtbot: QtBot, rows: list[CommentRow]) -> CommentList:
    made = CommentList()
    qtbot.addWidget(made)
    made.resize(700, 600)
    activate(made)
    made.show_comments(rows, None)
    return made


def test_lines_are_counted_as_they_are_set(qtbot: QtBot) -> None:
    rows = [row(n, one) for n, one in enumerate(campaign(_CAME, submissions=60, additions=20, others=140))]
    odd = ("یک\n\nسه سطر", "و" * 900, "a-b " * 200, "نشانی: https://example.ir/" + "x" * 300, " ")
    rows += [row(1_000 + n, NewComment(text)) for n, text in enumerate(odd)]
    made = shown(qtbot, rows)
    qtbot.waitUntil(lambda: made.row_model.rowCount() == len(rows))
    width = made.viewport().width() - 40.0
    counted = [made._texts.lines(one) for one in rows]
    drawn = [set_text(shown_text(one), width, made.logicalDpiY())[1] for one in rows]
    assert sum(a != b for a, b in zip(counted, drawn, strict=True)) <= len(rows) // 50
    option = QStyleOptionViewItem()
    for at in range(len(rows)):
        # What was counted wrongly is right as soon as it was drawn.
        made.go_to(at)
        made.grab()
    heights = [
        made.itemDelegate().sizeHint(option, made.row_model.index(at)).height() for at in range(len(rows))
    ]
    step = heights[0] - 44 if drawn[0] == 1 else (heights[0] - 44) / drawn[0]
    assert all(abs(h - 44 - step * lines) <= 1.5 for h, lines in zip(heights, drawn, strict=True))


def test_ten_thousand_are_shown_again_without_measuring_a_word(qtbot: QtBot) -> None:
    made_rows = campaign(_CAME, submissions=7_500, additions=340, others=2_500, persons=5_000)
    rows = [row(n, one) for n, one in enumerate(made_rows)]
    began = time.process_time()
    made = shown(qtbot, rows)
    qtbot.waitUntil(lambda: made.row_model.rowCount() == len(rows))
    made.visualRect(made.row_model.index(len(rows) - 1))
    first = time.process_time() - began
    began = time.process_time()
    for one in rows[:500]:
        set_text(shown_text(one), 660.0, made.logicalDpiY())
    setting_all = (time.process_time() - began) * len(rows) / 500
    began = time.process_time()
    made.show_comments(list(rows), 9_000)
    made.visualRect(made.row_model.index(len(rows) - 1))
    again = time.process_time() - began
    assert made.currentIndex().row() == 9_000
    assert first < setting_all / 2
    assert again < setting_all / 4
    assert made.row_model.index(0).data(Qt.ItemDataRole.DisplayRole)


def test_many_rows_are_laid_out_once_for_the_width_that_they_have(qtbot: QtBot) -> None:
    rows = [row(n, one) for n, one in enumerate(campaign(_CAME, submissions=300, additions=20, others=100))]
    made = shown(qtbot, rows)
    made.visualRect(made.row_model.index(399))
    width = made.viewport().width()
    qtbot.waitUntil(lambda: made.verticalScrollBar().isVisible(), timeout=60_000)
    made.grab()
    assert made.viewport().width() == width
    # A few need no bar, and have the whole width.
    made.show_comments(rows[:2], None)
    made.grab()
    qtbot.waitUntil(lambda: not made.verticalScrollBar().isVisible(), timeout=60_000)
    assert made.viewport().width() > width


def test_many_are_seen_at_once_and_the_rest_comes_below(qtbot: QtBot) -> None:
    rows = [row(n, NewComment(f"نظر {n} " * 9)) for n in range(1000)]
    made = shown(qtbot, rows)
    made.grab()
    assert made.indexAt(QPoint(30, made.viewport().height() - 4)).isValid()
    short = made.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: made.row_model.rowCount() == 1000)
    made.grab()
    assert short < made.verticalScrollBar().maximum()
    assert made.currentIndex().row() == made.verticalScrollBar().value() == 0
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
    assert made.indexAt(QPoint(30, made.viewport().height() - 4)).row() == 999


def _end(made: CommentList) -> None:
    QTest.keyClick(made, Qt.Key.Key_End)


def _all(made: CommentList) -> None:
    QTest.keyClick(made, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def _far(made: CommentList) -> None:
    made.step(999)


@pytest.mark.parametrize(("act", "chosen"), [(_end, 1), (_all, 1000), (_far, 1)])
def test_whoever_wants_all_gets_them_though_rows_are_still_coming(
    qtbot: QtBot, act: Callable[[CommentList], None], chosen: int
) -> None:
    rows = [row(n, NewComment(f"نظر {n} " * 9)) for n in range(1000)]
    made = shown(qtbot, rows)
    assert made.row_model.rowCount() < 1000
    act(made)
    assert made.chosen()[-1].id == 999
    assert len(made.chosen()) == chosen


def test_the_next_comment_is_chosen_alone_though_the_control_key_is_still_held(qtbot: QtBot) -> None:
    made = shown(qtbot, [row(n, NewComment(f"نظر {n}")) for n in range(3)])
    QTest.keyPress(made, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        made.step(1)
        assert [one.id for one in made.chosen()] == [1]
        made.show_comments([row(n, NewComment(f"نظر {n}")) for n in range(2)], 0)
        assert [one.id for one in made.chosen()] == [0]
    finally:
        QTest.keyRelease(made, Qt.Key.Key_Control)


def test_one_that_stands_far_below_is_seen_where_it_stood(qtbot: QtBot) -> None:
    rows = [row(n, NewComment(f"نظر {n} " * 9)) for n in range(1000)]
    made = shown(qtbot, rows[:1])
    made.show_comments(rows, 640)
    made.grab()
    assert made.viewport().rect().intersects(made.visualRect(made.row_model.index(640)))
    # And others in the midst of it: those that came first are gone.
    made.show_comments(list(reversed(rows)), None)
    made.show_comments(rows[:3], None)
    assert (made.row_model.rowCount(), made.currentIndex().row()) == (3, 0)
