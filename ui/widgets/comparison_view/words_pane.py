"""The comparison as read-only text above the page, for screen readers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.lines import utf16_units
from ui.widgets.button import Button
from ui.widgets.comparison_view.in_words import InWords, Told
from ui.widgets.plain import PlainText
from ui.widgets.segmented import Segmented

_MARGIN: Final = 20


class WordsPane(QWidget):
    """Emits `wanted` with the requested text ("both", "old", "new"), and `closed` when the reader goes back."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, old_name: str, new_name: str) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.choice = Segmented(
            [("both", translate("Comparison", "Both texts")), ("old", old_name), ("new", new_name)]
        )
        self.choice.setAccessibleName(translate("Comparison", "Which text is read"))
        self.text = PlainText("", "document", bare=True)
        self.text.setAccessibleName(translate("Comparison", "Comparison in words"))
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.text.document().setDocumentMargin(_MARGIN)
        self._starts: dict[int, int] = {}
        close = Button(translate("Comparison", "Back to the page"), variant="ghost", size="small")
        close.clicked.connect(self.closed)
        self.choice.changed.connect(self.wanted)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addWidget(self.choice)
        bar.addStretch(1)
        bar.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.text, 1)

    @property
    def told(self) -> Told:
        """Which text is shown."""
        value = self.choice.value()
        return "old" if value == "old" else "new" if value == "new" else "both"

    def show_words(self, made: InWords) -> None:
        """Shows another text from its start."""
        self._starts = made.starts
        self.text.setPlainText(made.text)

    def go_to(self, change: int) -> None:
        """Moves the cursor to the start of a change and scrolls it to the top, if this text contains it."""
        start = self._starts.get(change)
        if start is None:
            return
        text = self.text.toPlainText()
        cursor = self.text.textCursor()
        cursor.setPosition(utf16_units(text[:start]))
        bar = self.text.verticalScrollBar()
        bar.setValue(cursor.block().firstLineNumber())
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Focus))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
