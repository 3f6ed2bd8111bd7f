"""A combo box that chooses by code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QKeyCombination, QMargins, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox

from ui.guard import guarded

#: Qt's gap between the icon and the words of a combo box, in pixels.
_BESIDE_ICON: Final = 4
_OPENING: Final = tuple(
    QKeyCombination(Qt.KeyboardModifier.AltModifier, key) for key in (Qt.Key.Key_Down, Qt.Key.Key_Up)
)


class CodeComboBox(QComboBox):
    """A combo box of (code, plain words) entries."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._codes: list[object] = []
        self._begins_search = True
        self.setAccessibleName(name)
        self.setMinimumContentsLength(8)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """Returns the size of `AdjustToMinimumContentsLengthWithIcon`. `setSizeAdjustPolicy` would build the popup
        list and its scroll bars with each box.
        """
        return super().minimumSizeHint().grownBy(QMargins(0, 0, self.iconSize().width() + _BESIDE_ICON, 0))

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object = None) -> None:
        """Replaces the entries; the current one stays chosen if it is still offered. Emits no signal."""
        wanted = chosen if chosen is not None else self.code()
        self.blockSignals(True)
        self.clear()
        # The codes are stored here, because Qt would return an enumeration as a bare string.
        self._codes = [code for code, _ in choices]
        self.addItems([words for _, words in choices])
        self.setCurrentIndex(
            self._codes.index(wanted) if wanted in self._codes else min(0, len(self._codes) - 1)
        )
        self.blockSignals(False)

    def code(self) -> Any:
        """Returns the code of the current entry, as it was offered; None if there is none."""
        at = self.currentIndex()
        return self._codes[at] if 0 <= at < len(self._codes) else None

    def first(self) -> object:
        """Returns the code of the first entry; None if there is none."""
        return self._codes[0] if self._codes else None

    def choose(self, code: object) -> None:
        """Chooses an entry by code, if it is offered."""
        if code in self._codes:
            self.setCurrentIndex(self._codes.index(code))

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._begins_search = True

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if self._begins_search and letter.isprintable() and letter.strip() and self._codes:
            self._begins_search = False
            self._search_anew(letter)
        else:
            super().keyPressEvent(event)

    def _search_anew(self, letter: str) -> None:
        """Chooses the next entry with this first letter. Letters struck here a moment ago, for another item, are not
        the beginning of this search, as they would be for Qt.
        """
        view, before = self.view(), self.currentIndex()
        view.setCurrentIndex(self.model().index(before, 0))
        # Forgets the letters, and moves the list, not the box, to the next entry.
        view.keyboardSearch("")
        view.keyboardSearch(letter)
        found = view.currentIndex().row()
        if not self.itemText(found).casefold().startswith(letter.casefold()):
            return
        self.setCurrentIndex(found)
        if found != before:
            self.activated.emit(found)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Letters select an entry by its first letter here and must not trigger shortcuts of the desk. Alt+Down opens
        # the list, and does not move a row of the list beside it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            opens = event.keyCombination() in _OPENING
            if opens or (plain and event.text().isprintable() and event.text()):
                event.accept()
                return True
        return bool(super().event(event))
