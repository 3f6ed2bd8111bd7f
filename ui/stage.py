"""Drives the real window without a display: keys, clicks, waiting for jobs, pictures.

Used by `mosharekat demo --pictures` and by the tour of all screens.
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


#: The longest pause of `settle` in milliseconds; less where nobody looks at the pictures.
LONGEST_PAUSE = 60_000


class StageError(RuntimeError):
    """An expected condition was not met in time."""


def settle(milliseconds: int = 60) -> None:
    """Runs the event loop until no job is running, and a little longer for their effects."""
    pause = min(milliseconds, LONGEST_PAUSE)
    _turn(pause)
    jobs.wait_all(_PATIENCE)
    _turn(pause)


def until(condition: Callable[[], bool], what: str) -> None:
    """Runs the event loop until `condition` holds. Raises `StageError` after half a minute."""
    for _ in range(int(_PATIENCE * 1000 / _TICK)):
        if condition():
            return
        _turn(_TICK)
    raise StageError(what)


def press(widget: QWidget, key: int, text: str = "", modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Presses and releases a key on `widget`; shortcuts of the window take precedence, as with real keys."""
    written = text if modifiers == _NONE else ""
    _activate(widget)
    for down in (True, False):
        QTest.simulateEvent(widget, down, int(key), modifiers, written, False)
    _turn(_TICK)


def write(widget: QWidget, text: str) -> None:
    """Types `text` into `widget`; the key code of a Persian letter is its code point."""
    _activate(widget)
    widget.setFocus()
    for letter in text:
        key = int(Qt.Key.Key_Return) if letter == "\n" else ord(letter.upper())
        for down in (True, False):
            QTest.simulateEvent(widget, down, key, _NONE, letter, False)
    _turn(_TICK)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Clicks `widget` with the left button, in its centre or at `place`."""
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
    """Writes a picture of `widget` to `folder`/`name`.png. Raises OSError on failure."""
    path = folder / f"{name}.png"
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


def _activate(widget: QWidget) -> None:
    """Activates the window of `widget`, since shortcuts only work in the active window."""
    if not widget.isActiveWindow():
        widget.window().activateWindow()
        until(widget.isActiveWindow, "an active window")


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
