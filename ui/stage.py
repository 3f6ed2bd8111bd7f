"""Driving the real window without a display: keys, clicks, waiting for work, pictures.

For `mosharekat demo --pictures`, which shows the main job step by step; the tour of all screens uses it too.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui import jobs

_TICK: Final = 15
_PATIENCE: Final = 30.0
_NONE: Final = Qt.KeyboardModifier.NoModifier


class StageError(RuntimeError):
    """What was waited for did not come about."""


def settle(milliseconds: int = 60) -> None:
    """Lets the event loop run until no job is under way, and a little longer for what they have changed."""
    _turn(milliseconds)
    jobs.wait_all(_PATIENCE)
    _turn(milliseconds)


def until(condition: Callable[[], bool], what: str) -> None:
    """Lets the event loop run until `condition` holds. Raises `StageError` after half a minute."""
    for _ in range(int(_PATIENCE * 1000 / _TICK)):
        if condition():
            return
        _turn(_TICK)
    raise StageError(what)


def press(widget: QWidget, key: int, text: str = "", modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Presses and releases a key on `widget`; the window's shortcuts come first, as with a real key."""
    written = text if modifiers == _NONE else ""
    _activate(widget)
    for down in (True, False):
        QTest.simulateEvent(widget, down, int(key), modifiers, written, False)
    _turn(_TICK)


def write(widget: QWidget, text: str) -> None:
    """Types `text` into `widget`, letter by letter; the key of a Persian letter is the letter's own code."""
    _activate(widget)
    widget.setFocus()
    for letter in text:
        key = int(Qt.Key.Key_Return) if letter == "\n" else ord(letter.upper())
        for down in (True, False):
            QTest.simulateEvent(widget, down, key, _NONE, letter, False)
    _turn(_TICK)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Clicks `widget` with the left button, in its middle or at `place`."""
    at = QPointF(place if place is not None else widget.rect().center())
    everywhere = QPointF(widget.mapToGlobal(at.toPoint()))
    left = Qt.MouseButton.LeftButton
    for kind, buttons in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, at, everywhere, left, buttons, _NONE)
        QApplication.sendEvent(widget, event)
    _turn(_TICK)


def picture(widget: QWidget, folder: Path, name: str) -> Path:
    """Writes what `widget` looks like into `folder`/`name`.png. Raises OSError where that fails."""
    path = folder / f"{name}.png"
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


def _activate(widget: QWidget) -> None:
    """Gives the keyboard to the window of `widget`: shortcuts work in the active window only."""
    if not widget.isActiveWindow():
        widget.window().activateWindow()
        until(widget.isActiveWindow, "an active window")


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
