"""Picks an entry of a drop-down as a person does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.ui.keyboard import click, press, wait

_ALT = Qt.KeyboardModifier.AltModifier


def pick_by_mouse(box: QComboBox, row: int) -> None:
    """Opens the list with a click, and clicks the entry."""
    click(box)
    view = box.view()
    assert wait(view.isVisible)
    index = box.model().index(row, box.modelColumn())
    view.scrollTo(index)
    place = QRectF(view.visualRect(index))
    QTest.mouseMove(view.viewport(), place.center().toPoint())
    click(view.viewport(), place)
    assert wait(lambda: not view.isVisible())


def pick_by_keys(box: QComboBox, row: int) -> None:
    """Opens the list with Alt+Down, goes to the entry with the arrows, and chooses it with Enter."""
    box.setFocus()
    press(box, Qt.Key.Key_Down, _ALT)
    view = box.view()
    assert wait(view.isVisible)
    steps = row - view.currentIndex().row()
    for _ in range(abs(steps)):
        press(view, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Return)
    assert wait(lambda: not view.isVisible())
