"""The text field of the composer, which grows with its text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.guard import guarded
from ui.theme_tokens import MOST
from ui.widgets.plain import PlainText, keep_to_the_page

#: Smallest height of the text where it has a column of its own, in pixels.
_ROOMY: Final = 128
#: Most lines of the text that are shown at once elsewhere.
MOST_LINES: Final = 6


class ComposerText(PlainText):
    """Text field of the composer, two to `MOST_LINES` lines high, or as high as there is room.

    It leaves Escape to the composer.
    """

    #: The text got the focus, or lost it.
    focused = Signal()

    def __init__(self) -> None:
        super().__init__("", "interface", editable=True, bare=True)
        self._roomy, self._most = False, MOST_LINES
        keep_to_the_page(self.document())
        self.textChanged.connect(self.grow)
        self.grow()

    def show_roomy(self, roomy: bool) -> None:
        """Takes all the room, with the type of a document; or a few lines."""
        self._roomy = roomy
        self.set_role("document" if roomy else "interface")
        self.grow()

    def show_lines(self, most: int) -> None:
        """Leaves the text so many lines at most, for other fields."""
        self._most = most
        self.grow()

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def grow(self) -> None:
        if self._roomy:
            self.setMinimumHeight(_ROOMY)
            self.setMaximumHeight(MOST)
            return
        lines = max(2, self.document().blockCount() + len(self.toPlainText()[:600]) // 60)
        self.setFixedHeight(10 + 24 * min(lines, self._most))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)
