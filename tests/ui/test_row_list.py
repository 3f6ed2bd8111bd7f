"""The list of painted rows that the screens share."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHoverEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import activate, click, press
from ui.widgets.rows import LONGEST, RowList, RowsModel

Key = Qt.Key


@dataclass(frozen=True)
class Line:
    number: int
    words: str = "کتاب"
    heading: bool = False


def model() -> RowsModel[Line]:
    return RowsModel(
        lambda line: line.words,
        spoken=lambda line: f"{line.words}، {line.number}",
        tip=lambda line: f"<b>{line.words}</b>",
        heading=lambda line: line.heading,
    )


def shown(
    qtbot: QtBot, rows: list[Line], *, keyed: bool = True, steady: bool = False, one_click: bool = False
) -> RowList[Line]:
    made = RowList[Line](
        "ردیف‌ها",
        model(),
        lambda painter, rect, line: None,
        key=(lambda line: line.number) if keyed else None,
        steady=steady,
        one_click=one_click,
    )
    qtbot.addWidget(made)
    made.resize(300, 200)
    activate(made)
    made.show_rows(rows)
    return made


GROUPED = [Line(0, heading=True), Line(1), Line(0, heading=True), Line(2), Line(3)]


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    made = model()
    made.show_rows(GROUPED)
    made.append_rows([Line(4)])
    made.update_rows([*made.rows, Line(5)])
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]
    assert made.rowCount() == 7


def test_a_screen_reader_hears_more_than_the_view_gets_and_a_tip_is_no_mark_up() -> None:
    made = model()
    made.show_rows([Line(7, "و" * 900)])
    index = made.index(0)
    assert len(index.data()) == LONGEST
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "و" * 900 + "، 7"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_keys_and_steps_pass_over_headings(qtbot: QtBot) -> None:
    made = shown(qtbot, GROUPED)
    assert made.current() == Line(1)
    press(made, Key.Key_Down)
    assert made.current() == Line(2)
    made.step(-1)
    assert made.current() == Line(1)
    made.step(-1)
    assert made.current() == Line(1)


def test_a_click_on_a_heading_chooses_and_opens_nothing(qtbot: QtBot) -> None:
    made = shown(qtbot, GROUPED, one_click=True)
    told: list[object] = []
    made.picked.connect(told.append)
    made.opened.connect(told.append)
    click(made.viewport(), QRectF(made.visualRect(made.row_model.index(2))))
    assert told == []
    click(made.viewport(), QRectF(made.visualRect(made.row_model.index(3))))
    assert told == [Line(2), Line(2)]


@pytest.mark.parametrize(("keep", "current"), [(3, Line(3)), (9, Line(1))])
def test_the_row_of_a_key_or_the_first_is_current_and_told(qtbot: QtBot, keep: int, current: Line) -> None:
    made = shown(qtbot, GROUPED)
    told: list[object] = []
    made.picked.connect(told.append)
    made.show_rows(list(GROUPED), keep)
    assert made.current() == current
    made.show_rows([])
    assert told == [current, None]


def test_without_keys_no_row_is_current(qtbot: QtBot) -> None:
    made = shown(qtbot, GROUPED, keyed=False)
    made.clearFocus()
    made.show_rows(list(GROUPED))
    assert made.current() is None


def test_a_steady_list_stays_where_it_was_scrolled_to(qtbot: QtBot) -> None:
    rows = [Line(number) for number in range(100)]
    steady, other = shown(qtbot, rows, steady=True), shown(qtbot, rows)
    for made in (steady, other):
        made.verticalScrollBar().setValue(50)
        made.show_rows([Line(number, "فیلم") for number in range(110)], 0)
    assert (steady.verticalScrollBar().value(), other.verticalScrollBar().value()) == (50, 0)
    assert steady.rows() == other.rows()
    assert steady.current() == Line(0, "فیلم")


@pytest.mark.parametrize("one_click", [False, True])
def test_a_row_is_opened_by_enter_and_by_one_click_or_two(qtbot: QtBot, one_click: bool) -> None:
    made = shown(qtbot, GROUPED, one_click=one_click)
    opened: list[object] = []
    made.opened.connect(opened.append)
    press(made, Key.Key_Return)
    assert opened == [Line(1)]
    at = made.visualRect(made.row_model.index(4)).center()
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [Line(1), Line(3)][: 1 + one_click]
    if not one_click:
        QTest.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert opened == [Line(1), Line(3)]


def test_rows_are_as_high_as_they_say_and_drawn_into_their_place(qtbot: QtBot) -> None:
    def draw(painter: QPainter, rect: QRectF, number: int) -> None:
        painter.fillRect(rect, QColor(number, 0, 0))

    made = RowList[int]("ردیف‌ها", RowsModel(str), draw, height=lambda number: number, line=False)
    qtbot.addWidget(made)
    made.resize(200, 200)
    activate(made)
    made.show_rows([20, 60])
    assert [made.visualRect(made.row_model.index(at)).height() for at in (0, 1)] == [20, 60]
    image = made.viewport().grab().toImage()
    assert [image.pixelColor(100, y).red() for y in (10, 40)] == [20, 60]


def test_a_heading_does_not_answer_to_the_mouse(qtbot: QtBot) -> None:
    made = shown(qtbot, GROUPED)

    def hovered(at: int) -> bool:
        before = made.viewport().grab().toImage()
        place = QPointF(made.visualRect(made.row_model.index(at)).center())
        QApplication.sendEvent(made.viewport(), QHoverEvent(QEvent.Type.HoverEnter, place, place, place))
        QApplication.sendEvent(made.viewport(), QHoverEvent(QEvent.Type.HoverMove, place, place, place))
        return made.viewport().grab().toImage() != before

    assert not hovered(0)
    assert hovered(4)
