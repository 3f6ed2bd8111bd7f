"""What comes under a resting pointer by a click: nothing that takes the next click in place of what was there."""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from ui import jobs
from ui.main_window import MainWindow
from ui.widgets.shield import Shield

_CLICKABLE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit)


def taken_clicks(window: MainWindow) -> list[str]:
    """Clicks each button of the screen in front, and returns a sentence for each that gives its place to another.

    What leads to another page, or opens a window or a menu of its own, gives its place to nothing beside it.
    """
    return list(_taken(window))


def _taken(window: MainWindow) -> Iterator[str]:
    screen = window.current_screen()
    assert screen is not None
    for button in [one for one in screen.findChildren(QAbstractButton) if _is_in_reach(one, window)]:
        if not _is_in_reach(button, window):
            continue
        name = f"{type(button.parent()).__name__}.{button.text() or button.accessibleName()}"
        place = button.mapTo(window, button.rect().center())
        pages = _pages(screen)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        jobs.wait_all()
        if _close_others(window) or window.current_screen() is not screen or _pages(screen) != pages:
            window.go(next(key for key, made in window.stack.screens.items() if made is screen))
            QTest.keyClick(screen, Qt.Key.Key_Escape)
            jobs.wait_all()
            continue
        there = _clickable_at(window, place)
        if there is not None and (not shiboken6.isValid(button) or there is not button):
            yield f"{name}: {type(there).__name__} «{there.accessibleName()}» stands there now"


def _clickable_at(window: QWidget, place: QPoint) -> QWidget | None:
    found = window.childAt(place)
    while found is not None and not isinstance(found, _CLICKABLE):
        if isinstance(found, Shield):
            return None
        found = found.parentWidget()
    return found if found is not None and found.isEnabled() else None


def _close_others(window: QWidget) -> bool:
    others = [one for one in QApplication.topLevelWidgets() if one is not window and one.isVisible()]
    for other in others:
        other.close()
    jobs.wait_all()
    return bool(others)


def _is_in_reach(button: QAbstractButton, window: QWidget) -> bool:
    if not shiboken6.isValid(button) or not button.isVisible() or not button.isEnabled():
        return False
    return window.childAt(button.mapTo(window, button.rect().center())) is button


def _pages(screen: QWidget) -> list[int]:
    return [stack.currentIndex() for stack in screen.findChildren(QStackedWidget)]
