"""A card on which another wording can be written: a field that opens, with a button to accept it and one to leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.plain import PlainText


class WordingCard(QWidget):
    """Has `form` with the field, closed at first; the cards lay it out.

    `name` is the field's name for a screen reader, `accept` the words of the button (Ctrl+Enter). With `writes`, the
    words are stored at once, and empty ones are not accepted.
    """

    #: Other words were accepted.
    written = Signal(str)
    #: Writing began or ended.
    writing = Signal(bool)

    def __init__(self, name: str = "", accept: str = "", *, height: int = 72, writes: bool = False) -> None:
        super().__init__()
        self._writes = writes
        self.field = PlainText("", "comparison", editable=True)
        self.field.keep_height(height)
        self.field.setAccessibleName(name or translate("Comparison", "Another wording"))
        self.form = QWidget(self)
        accept = accept or translate("Comparison", "Accept this wording")
        save = make_action(
            self.form, accept, self._confirm, key="Ctrl+Return", in_palette=False, writes=writes
        )
        cancel = make_action(
            self.form, translate("Comparison", "Cancel"), self.end, key="Esc", in_palette=False
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(Button.of(save, "primary", size="small", writes=writes))
        row.addWidget(Button.of(cancel, "ghost", size="small"))
        row.addStretch(1)
        self.form_column = QVBoxLayout(self.form)
        self.form_column.setContentsMargins(0, 0, 0, 0)
        self.form_column.addWidget(self.field)
        self.form_column.addLayout(row)
        self.form.hide()

    @property
    def is_writing(self) -> bool:
        """Whether another wording is being written."""
        return not self.form.isHidden()

    def begin_with(self, words: str) -> None:
        """Opens the field with these words."""
        self.field.setPlainText(words)
        self.form.show()
        self.field.setFocus()
        self.writing.emit(True)

    def end(self) -> None:
        """Closes the field."""
        if self.is_writing:
            self.form.hide()
            self.writing.emit(False)

    def _confirm(self) -> None:
        words = self.field.toPlainText()
        if self._writes and not (words := words.strip()):
            return
        self.end()
        self.written.emit(words)
