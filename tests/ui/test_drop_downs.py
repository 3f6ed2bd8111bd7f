"""Drop-downs choose the entry that is picked, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import activate, press
from tests.ui.picking import pick_by_keys, pick_by_mouse
from ui.widgets.choice import CodeComboBox

UNITS = ("اداره کتاب", "اداره موسیقی", "هنر", "دفتر حقوقی", "دبیرخانه", "معاونت")


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[CodeComboBox]:
    """A choice of units by number, beside a button."""
    page, made = QWidget(), CodeComboBox("واحد")
    qtbot.addWidget(page)
    made.offer(list(enumerate(UNITS)))
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(QPushButton("ثبت"))
    activate(page)
    # On a busy machine letters that follow each other at once must not be two searches.
    pause = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(60_000)
    yield made
    QApplication.setKeyboardInputInterval(pause)


@pytest.mark.parametrize("pick", [pick_by_mouse, pick_by_keys])
def test_the_entry_that_is_picked_is_chosen(
    box: CodeComboBox, pick: Callable[[CodeComboBox, int], None]
) -> None:
    activated: list[int] = []
    box.activated.connect(activated.append)
    wanted = [3, 0, 5, 5, 1, 4, 2]
    found = []
    for row in wanted:
        pick(box, row)
        found.append(box.code())
    assert found == wanted
    assert activated == wanted


def strike(box: CodeComboBox, letter: str) -> object:
    press(box, ord(letter), text=letter)
    return box.code()


def elsewhere_and_back(box: CodeComboBox) -> None:
    button = box.window().findChild(QPushButton)
    assert button is not None
    button.setFocus()
    box.setFocus()


def test_a_letter_begins_anew_after_the_focus_was_elsewhere(box: CodeComboBox) -> None:
    box.setFocus()
    assert strike(box, "د") == 3
    elsewhere_and_back(box)
    assert box.code() == 3
    assert strike(box, "م") == 5
    elsewhere_and_back(box)
    # As after a long pause: the next one with this letter, from the one that is chosen.
    assert strike(box, "ا") == 0
    elsewhere_and_back(box)
    assert strike(box, "ا") == 1


def test_letters_without_a_pause_are_one_search(box: CodeComboBox) -> None:
    box.setFocus()
    for letter in "دب":
        strike(box, letter)
    assert box.code() == 4


def test_a_letter_that_no_entry_has_leaves_the_choice(box: CodeComboBox) -> None:
    activated: list[int] = []
    box.activated.connect(activated.append)
    box.setFocus()
    box.choose(2)
    assert strike(box, "ژ") == 2
    assert activated == []


def test_the_space_bar_opens_the_list(box: CodeComboBox) -> None:
    box.setFocus()
    press(box, Qt.Key.Key_Space, text=" ")
    assert box.view().isVisible()
    press(box.view(), Qt.Key.Key_Escape)
    assert box.code() == 0


def test_alt_down_opens_the_list_where_another_list_has_it(box: CodeComboBox) -> None:
    moved: list[bool] = []
    shortcut = QShortcut(QKeySequence("Alt+Down"), box.window())
    shortcut.activated.connect(lambda: moved.append(True))
    box.setFocus()
    QTest.keyClick(box.window().windowHandle(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.view().isVisible()
    assert moved == []
