"""A box to choose one of several from, by code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from ui.guard import guarded

#: Qt's gap between an icon and the words of a box, in pixels.
_BESIDE_ICON: Final = 4


class CodeComboBox(QComboBox):
    """A choice by code; the words are plain."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._codes: list[object] = []
        self.setAccessibleName(name)
        self.setMinimumContentsLength(8)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """The size of `AdjustToMinimumContentsLengthWithIcon`. `setSizeAdjustPolicy` would build the list that opens,
        and its scroll bars, with each box."""
        return super().minimumSizeHint().grownBy(QMargins(0, 0, self.iconSize().width() + _BESIDE_ICON, 0))

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object = None) -> None:
        """Other choices; the chosen one stays where it is still offered."""
        kept = chosen if chosen is not None else self.code()
        self.blockSignals(True)
        self.clear()
        # Qt would hand an enumeration back as a bare string: the codes are kept here.
        self._codes = [code for code, _ in choices]
        self.addItems([words for _, words in choices])
        self.setCurrentIndex(self._codes.index(kept) if kept in self._codes else min(0, len(self._codes) - 1))
        self.blockSignals(False)

    def code(self) -> Any:
        """The code of what is chosen, as it was offered; None where nothing is."""
        at = self.currentIndex()
        return self._codes[at] if 0 <= at < len(self._codes) else None

    def first(self) -> object:
        """The code of the first choice; None where there is none."""
        return self._codes[0] if self._codes else None

    def choose(self, code: object) -> None:
        """Chooses by code, where it is offered."""
        if code in self._codes:
            self.setCurrentIndex(self._codes.index(code))

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Letters choose by their first letter here; they are no commands of the desk.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return bool(super().event(event))
