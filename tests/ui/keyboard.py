"""Typing as a person does it: Qt's own `keyClicks` asserts on Persian letters, these do not."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.widgets.roster import HEADING, Roster

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_text(widget: QWidget, text: str) -> None:
    """Types `text`, letter by letter, in any script."""
    widget.setFocus()
    for letter in text:
        press(widget, ord(letter.upper()), text=letter)


def press(widget: QWidget, key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """One key: a `Qt.Key`, or the code of a letter that is on it under the layout in use.

    Goes through the shortcuts of the window first, as a real key does.
    """
    written = text if modifiers in (NONE, Qt.KeyboardModifier.ShiftModifier) else ""
    for down in (True, False):
        QTest.simulateEvent(widget, down, int(key), modifiers, written, False)


def click(widget: QWidget, box: QRectF | None = None) -> None:
    """The left button in the middle of the widget, or of a box in it.

    The widget is laid out first: one that moved between the press and the release would not be clicked.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    at = box.center().toPoint() if box is not None else QPoint(widget.width() // 2, widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at)


def choose_row(roster: Roster, key: int) -> None:
    """Clicks on the row that has this key."""
    rows = enumerate(roster.rows())
    place = next(at for at, row in rows if row.key == key and row.mark != HEADING)
    index = roster.model().index(place, 0)
    roster.scrollTo(index)
    click(roster.viewport(), QRectF(roster.visualRect(index)))


def wait(found: Callable[[], bool], within: float = 60.0) -> bool:
    """Whether it comes; how soon is asserted only where `within` is given: the machine may have much to do."""
    deadline = time.monotonic() + within
    while not found() and time.monotonic() < deadline:
        QTest.qWait(10)
    return found()


def activate(window: QWidget) -> None:
    """Shows the window and gives it the keyboard."""
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)


def put_away(window: QWidget) -> None:
    """Destroys a window at once: its clocks would begin work when the database of its test is gone."""
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def titles(roster: Roster) -> list[str]:
    """What stands in a roster, without its headings."""
    return [row.title for row in roster.rows() if row.mark != HEADING]
