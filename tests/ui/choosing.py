"""Choosing a line of the finder that the filter has opened, by typing as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk_window import DeskWindow
from tests.ui.keyboard import press, type_text
from ui.widgets.finder import FinderDialog


def open_finder(clerk: DeskWindow) -> FinderDialog:
    """What is open at the moment."""
    finder = clerk.screen.filter.finder.dialog
    assert finder is not None
    assert finder.isVisible()
    return finder


def choose(clerk: DeskWindow, typed: str) -> None:
    """Types into the finder that is open and takes its first line."""
    finder = open_finder(clerk)
    clerk.settle()
    finder.field.clear()
    type_text(finder.field, typed)
    press(finder.field, Qt.Key.Key_Return)
    clerk.settle()
