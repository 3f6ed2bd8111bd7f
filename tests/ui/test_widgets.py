"""Widgets of several screens: messages, choices, searches, chips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QHoverEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ConflictError
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui.widgets.button import Button
from ui.widgets.chip import KIND_COLOURS, STATE_MARKS, Chip, FilterChip, StateLabel
from ui.widgets.choice import CodeComboBox
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.emptying import release
from ui.widgets.flow import FlowLayout
from ui.widgets.message_bar import MessageBar
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import Segmented
from ui.widgets.tabs import ViewTabs

Key = Qt.Key


def test_a_field_keeps_the_height_that_it_was_given_where_the_pane_is_full(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, other = PlainText("", editable=True), PlainText("", editable=True)
    for one in (field, other):
        one.keep_height(104)
        column.addWidget(one)
    activate(window)
    window.resize(300, 60)
    field.setFocus()
    other.setFocus()
    assert [one.height() for one in (field, other)] == [104, 104]
    assert field.minimumHeight() == other.minimumHeight() == 104


def test_the_message_bar_offers_undo_and_takes_no_focus(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    field, bar = QLineEdit(), MessageBar()
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(bar)
    activate(window)
    field.setFocus()
    bar.say("درخواست بسته شد.", lambda: done.append("undone"))
    assert field.hasFocus()
    assert bar.text == "درخواست بسته شد."
    press(window, ord("ظ"), CONTROL)
    assert done == ["undone"]
    assert bar.text == ""
    press(window, Key.Key_Z, CONTROL)
    assert done == ["undone"]


def own_timers(bar: MessageBar) -> list[QTimer]:
    return bar.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_what_was_done_goes_away_and_trouble_stays(qtbot: QtBot) -> None:
    bar = MessageBar(stays=1)
    qtbot.addWidget(bar)
    bar.say("ذخیره شد.")
    qtbot.waitUntil(lambda: bar.text == "", timeout=60_000)
    bar.show_error(ConflictError(item="petition"))
    # No timer will take it away.
    assert not any(timer.isActive() for timer in own_timers(bar))
    assert bar.text != ""
    assert "petition" not in bar.text


def test_a_message_waits_under_a_moving_mouse_and_not_under_one_that_rests(qtbot: QtBot) -> None:
    bar = MessageBar(stays=60_000)
    qtbot.addWidget(bar)
    bar.say("ذخیره شد.")
    [timer] = own_timers(bar)
    QApplication.sendEvent(bar, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert timer.isActive()
    QApplication.sendEvent(
        bar, QHoverEvent(QEvent.Type.HoverMove, QPointF(9, 5), QPointF(9, 5), QPointF(5, 5))
    )
    assert not timer.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert timer.isActive()


@pytest.mark.parametrize(("width", "words"), [(900, 3), (900, 60), (340, 12)])
def test_a_message_is_seen_whole_however_long_it_is(qtbot: QtBot, width: int, words: int) -> None:
    window, bar = QWidget(), MessageBar()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    window.setFixedSize(width, 300)
    window.show()
    bar.say("واژه " * words, lambda: None)
    QApplication.processEvents()
    label = bar.findChildren(PlainLabel)[0]
    needed = label.fontMetrics().boundingRect(
        0, 0, label.width(), 1000, Qt.TextFlag.TextWordWrap, label.text()
    )
    assert needed.width() <= label.width()
    assert needed.height() <= label.height()
    assert bar.height() >= 40
    # Undo leaves its place to a sentence that would take many lines beside it.
    assert (bar.undo_button.y() >= label.geometry().bottom()) is (words > 3)


def test_a_part_that_is_placed_again_gets_the_height_that_it_needs(qtbot: QtBot) -> None:
    pane, part, label = QWidget(), QWidget(), PlainLabel("x", wrap=True)
    qtbot.addWidget(pane)
    QVBoxLayout(part).addWidget(label)
    column = QVBoxLayout(pane)
    column.addWidget(part)
    pane.resize(200, 300)
    pane.show()
    release(column)
    column.addWidget(part)
    QApplication.processEvents()
    low = column.heightForWidth(200)
    label.setText("واژه " * 60)
    QApplication.processEvents()
    assert column.heightForWidth(200) > 2 * low


def test_a_choice_among_segments_is_made_by_mouse_and_by_keys(qtbot: QtBot) -> None:
    choice = Segmented([("request", "درخواست"), ("complaint", "شکایت"), ("opinion", "نظر")])
    qtbot.addWidget(choice)
    activate(choice)
    told: list[str] = []
    choice.changed.connect(told.append)
    press(choice, Key.Key_Left)
    press(choice, Key.Key_3)
    click(choice, QRectF(choice.width() - 20, 0, 10, 30))
    assert told == ["complaint", "opinion", "request"]
    with pytest.raises(ValueError, match="list"):
        choice.choose("criticism")


def test_views_are_changed_by_keys_and_their_counts_are_persian(qtbot: QtBot) -> None:
    tabs = ViewTabs(
        [("mine", "من"), ("late", "دیرکرد"), ("all", "همه")], "نماها", alarming=frozenset({"late"})
    )
    qtbot.addWidget(tabs)
    narrow = tabs.sizeHint().width()
    tabs.show_count("all", 128)
    assert tabs.sizeHint().width() > narrow
    activate(tabs)
    told: list[str] = []
    tabs.changed.connect(told.append)
    press(tabs, Key.Key_Left)
    press(tabs, Key.Key_Left)
    press(tabs, Key.Key_Left)
    assert told == ["late", "all"]


def test_searching_tells_once_after_a_pause_and_escape_empties(qtbot: QtBot) -> None:
    box = SearchBox("جست‌وجو", pause=5)
    qtbot.addWidget(box)
    activate(box)
    told: list[str] = []
    box.searched.connect(told.append)
    type_text(box, "کریمی")
    qtbot.waitUntil(lambda: told == ["کریمی"], timeout=60_000)
    press(box, Key.Key_Escape)
    assert told == ["کریمی", ""]
    assert box.text() == ""


def test_the_cross_of_a_set_filter_clears_it_and_the_rest_opens_it(qtbot: QtBot) -> None:
    chip = FilterChip("باز هستند", is_set=True)
    qtbot.addWidget(chip)
    chip.show()
    told: list[str] = []
    chip.cleared.connect(lambda: told.append("cleared"))
    chip.clicked.connect(lambda: told.append("opened"))
    click(chip, QRectF(6, 0, 10, 28))
    click(chip, QRectF(chip.width() - 30, 0, 10, 28))
    assert told == ["cleared", "opened"]


def test_every_kind_and_every_state_can_be_painted(qtbot: QtBot) -> None:
    for kind in KIND_COLOURS:
        chip = Chip("گونه")
        qtbot.addWidget(chip)
        chip.show_kind(kind, "گونه")
        assert not chip.grab().isNull()
    for state in STATE_MARKS:
        label = StateLabel(state, "وضع")
        qtbot.addWidget(label)
        assert not label.grab().isNull()


def test_the_first_step_of_an_empty_page_leads_out_of_it(qtbot: QtBot) -> None:
    done: list[int] = []
    step = FirstStep("ph.tray", "۷ درخواست", "قاعده‌ای جور نشد", "دیدن", lambda: done.append(1))
    page = EmptyState("چیزی نمانده است", "همین‌جا می‌آید.", steps=[step])
    qtbot.addWidget(page)
    page.show()
    click(page.findChildren(Button)[0])
    assert done == [1]


def test_a_row_of_chips_takes_another_line_as_soon_as_one_more_is_shown(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(30, 4, (0, 0, 0, 0))
    place.setLayout(flow)
    chips = [QPushButton("یک برچسب بلند") for _ in range(3)]
    for chip in chips:
        flow.addWidget(chip)
    chips[2].hide()
    width = 2 * chips[0].sizeHint().width() + 8
    assert [flow.heightForWidth(width) for _ in range(2)] == [30, 30]
    chips[2].show()
    assert flow.heightForWidth(width) == 60
    chips[1].hide()
    assert flow.heightForWidth(width) == 30


@pytest.mark.parametrize(
    "words", [[], ["کوتاه"], ["واژه‌های بسیار بلند " * 5, "کوتاه"]], ids=["none", "short", "long"]
)
def test_a_choice_takes_the_room_of_its_least_length_whatever_it_offers(
    qtbot: QtBot, words: list[str]
) -> None:
    page, choice, plain = QWidget(), CodeComboBox("واحد"), QComboBox()
    qtbot.addWidget(page)
    plain.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    plain.setMinimumContentsLength(8)
    column = QVBoxLayout(page)
    for box in (choice, plain):
        box.addItems(words)
        column.addWidget(box)
    activate(page)
    assert choice.sizeHint() == plain.sizeHint()
    assert choice.minimumSizeHint() == plain.minimumSizeHint()
