"""Keys typed while the next petition is on its way: they wait for it, so that none acts on the wrong one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.guard import guarded


class Wait(Enum):
    """What the keys wait for."""

    NOTHING = "nothing"
    #: The selected petition is being read: keys that only select or mark rows do not wait.
    READING = "reading"
    #: A move is being written, or its successor in the list is being found.
    MOVING = "moving"


#: Keys about rows of the list, in both layouts of the keyboard, also with Shift.
_ABOUT_ROWS: Final = frozenset(
    {
        int(Qt.Key.Key_Up), int(Qt.Key.Key_Down), int(Qt.Key.Key_PageUp), int(Qt.Key.Key_PageDown),
        int(Qt.Key.Key_Home), int(Qt.Key.Key_End), int(Qt.Key.Key_Space), int(Qt.Key.Key_Escape),
        int(Qt.Key.Key_J), int(Qt.Key.Key_K), int(Qt.Key.Key_S), ord("ت"), ord("ن"), ord("س"),
    }
)  # fmt: skip
_SENDING: Final = frozenset({int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter)})
_MODIFIERS: Final = frozenset(
    {
        int(Qt.Key.Key_Shift), int(Qt.Key.Key_Control), int(Qt.Key.Key_Alt), int(Qt.Key.Key_AltGr),
        int(Qt.Key.Key_Meta), int(Qt.Key.Key_CapsLock), int(Qt.Key.Key_NumLock),
    }
)  # fmt: skip


@dataclass
class _Key:
    place: QWidget
    code: int
    modifiers: Qt.KeyboardModifier
    text: str
    #: Whether it is for the place where it was struck, and not for that which has the focus when it is delivered.
    stays: bool = False


class TypeAhead(QObject):
    """Holds keys that are struck in `places` while `state` tells that there is something to wait for.

    Call `look` whenever the state may have changed, and `drop` if what they waited for does not come.
    """

    #: Keys were thrown away, because what they waited for did not come.
    dropped = Signal()

    def __init__(self, places: Sequence[QWidget], state: Callable[[], Wait], parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._places, self._state = parent, tuple(places), state
        self._keys: deque[_Key] = deque()
        self._holding = self._delivering = False
        self._release = QTimer(self, singleShot=True, interval=0)
        self._release.timeout.connect(self._deliver)

    def look(self) -> None:
        """Begins to hold keys, or delivers them, as the state tells."""
        if self._state() is not Wait.NOTHING:
            self._hold(True)
        elif self._holding:
            # Other receivers of the same signal may begin the next wait.
            self._release.start()

    def drop(self) -> None:
        """Throws the held keys away."""
        lost = bool(self._keys)
        self._keys.clear()
        self.look()
        if lost:
            self.dropped.emit()

    def _hold(self, holding: bool) -> None:
        application = QCoreApplication.instance()
        if holding == self._holding or application is None:
            return
        self._holding = holding
        if holding:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def _deliver(self) -> None:
        from PySide6.QtTest import QTest  # noqa: PLC0415 - only where keys were held

        while self._state() is Wait.NOTHING and self._keys:
            key = self._keys.popleft()
            # An open list takes the keys before what has the focus.
            focused: QWidget | None = QApplication.activePopupWidget() or self._window.window().focusWidget()
            target = self._places[0] if focused is None else focused
            if key.stays and shiboken6.isValid(key.place):
                target = key.place
            self._delivering = True
            try:
                for down in (True, False):
                    QTest.simulateEvent(target, down, key.code, key.modifiers, key.text, False)
            finally:
                self._delivering = False
        if self._state() is Wait.NOTHING:
            self._hold(False)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress:
            # A click moves the focus for what is typed after it.
            for key in self._keys:
                key.stays = True
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or self._delivering:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if not self._waits(watched, event):
            return False
        if kind is QEvent.Type.KeyPress:
            self._keys.append(_Key(watched, event.key(), event.modifiers(), event.text()))
        # An accepted override comes again as a key, and as no shortcut.
        event.accept()
        return True

    def _waits(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        if not any(place is watched or place.isAncestorOf(watched) for place in self._places):
            return False
        if self._keys:
            return True
        state = self._state()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        elsewhere = event.key() not in _SENDING if control else event.key() in _ABOUT_ROWS
        return state is Wait.MOVING or (state is Wait.READING and not elsewhere)
