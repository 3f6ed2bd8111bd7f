"""A painted page as read-only text above it, for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.lines import utf16_units
from ui.widgets.button import Button
from ui.widgets.plain import PlainText
from ui.widgets.segmented import Segmented

_MARGIN: Final = 20


@dataclass
class InWords:
    """A text, and the code point at which each change or thread (by its number) starts in it."""

    text: str = ""
    starts: dict[int, int] = field(default_factory=dict)


class WordsPane(QWidget):
    """Emits `wanted` if another of the texts is requested, and `closed` when the reader goes back.

    `choices` are the texts to choose from, as value and name.
    """

    wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget, name: str, choices: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.choice = Segmented(choices) if choices else None
        self.text = PlainText("", "document", bare=True)
        self.text.setAccessibleName(name)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.text.document().setDocumentMargin(_MARGIN)
        self._made = InWords()
        close = Button(translate("Comparison", "Back to the page"), variant="ghost", size="small")
        close.clicked.connect(self.closed)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        if self.choice is not None:
            self.choice.setAccessibleName(translate("Comparison", "Which text is read"))
            self.choice.changed.connect(lambda _value: self.wanted.emit())
            bar.addWidget(self.choice)
        bar.addStretch(1)
        bar.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.text, 1)

    def show_words(self, made: InWords) -> None:
        """Shows another text from its start; for the same one the place of the reader stays."""
        if made.text != self._made.text:
            self.text.setPlainText(made.text)
        self._made = made

    def go_to(self, number: int) -> None:
        """Moves the cursor to a change or thread and scrolls it to the top, if this text contains it."""
        start = self._made.starts.get(number)
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


class ReadInWords(QAbstractScrollArea):
    """A painted page that can be covered by its text in words."""

    _words: WordsPane | None = None

    @property
    def words(self) -> WordsPane | None:
        """The open text in words, or None."""
        return self._words

    def toggle_words(self) -> None:
        """Opens or closes the page as text, for screen readers."""
        if self._words is not None:
            self.close_words()
            self.setFocus()
            return
        pane = self._words = self._made_pane()
        if pane is not None:
            pane.wanted.connect(self._tell_words)
            pane.closed.connect(self.toggle_words)
            pane.setGeometry(self.rect())
            self._tell_words()
            pane.show()
            pane.text.setFocus()

    def close_words(self) -> None:
        """Closes the text in words and shows the page again."""
        if self._words is not None:
            self._words.hide()
            self._words.deleteLater()
            self._words = None

    def _made_pane(self) -> WordsPane | None:
        """Returns a new pane without text, or None if the page is empty."""
        raise NotImplementedError

    def _tell_words(self) -> None:
        """Puts the text of the page into the open pane."""
        raise NotImplementedError

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._words is not None:
            self._words.setGeometry(self.rect())
