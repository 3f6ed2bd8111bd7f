"""Picks an entry of a drop-down as a person does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.ui.keyboard import click, press, wait

_ALT = Qt.KeyboardModifier.AltModifier


def pick_by_mouse(box: QComboBox, row: int, within: float = 60.0) -> None:
    """Opens the list with a click, and clicks the entry."""
    # From there: where the pointer already is it would not move, and the list takes no release without a way to it.
    QTest.mouseMove(box)
    click(box)
    view = box.view()
    assert wait(view.isVisible, within)
    index = box.model().index(row, box.modelColumn())
    # At an edge of a long list the pointer would scroll it on.
    view.scrollTo(index, view.ScrollHint.PositionAtCenter)
    # A list that is scrolled gets an arrow above it, which moves its rows.
    QTest.qWait(1)
    place = QRectF(view.visualRect(index))
    QTest.mouseMove(view.viewport(), place.center().toPoint())
    click(view.viewport(), place)
    assert wait(lambda: not view.isVisible(), within)


def pick_by_keys(box: QComboBox, row: int, within: float = 60.0) -> None:
    """Opens the list with Alt+Down, goes to the entry with the arrows, and chooses it with Enter."""
    box.setFocus()
    press(box, Qt.Key.Key_Down, _ALT)
    view = box.view()
    assert wait(view.isVisible, within)
    steps = row - view.currentIndex().row()
    for _ in range(abs(steps)):
        press(view, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Return)
    assert wait(lambda: not view.isVisible(), within)
