"""What is chosen for one letter: classification, size of the paper, enclosure, copies with their purposes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop_app.office.letter_choices import Classification, LetterChoices, PaperSize, with_purpose
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.theme_tokens import FIELD_SMALL
from ui.widgets.button import RING, Button
from ui.widgets.emptying import empty
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.text_field import TextField

_COPIES_HEIGHT = 64


class LetterChoicesForm(QWidget):
    """Labelled fields, one below the other; `changed` is emitted when a person changes one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.classification = _box(
            translate("Letters", "Classification"),
            [(one.value, label("classification", one)) for one in Classification],
        )
        self.paper_size = _box(
            translate("Letters", "Paper"), [(one.value, label("paper_size", one)) for one in PaperSize]
        )
        self.enclosure = TextField(translate("Letters", "Enclosure"))
        self.copies = PlainText(editable=True)
        self.copies.setAccessibleName(translate("Letters", "Copies to, a line for each"))
        self.copies.keep_height(_COPIES_HEIGHT)
        #: The buttons of the purposes, by the words that they write.
        self.purposes: dict[str, Button] = {}
        self._flow = FlowLayout(FIELD_SMALL + 2 * RING, 0, (0, 0, 0, 0))
        self._buttons = QWidget()
        self._buttons.setLayout(self._flow)
        self._lay_out()
        for box in (self.classification, self.paper_size):
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.enclosure.textChanged.connect(lambda _text: self.changed.emit())
        self.copies.textChanged.connect(self.changed)

    def fields(self) -> dict[str, QWidget]:
        """Returns the fields by the names of the choices."""
        return {
            "enclosure": self.enclosure,
            "classification": self.classification,
            "paper_size": self.paper_size,
            "copies": self.copies,
        }

    def offer_purposes(self, purposes: str) -> None:
        """Sets the purposes of copies that the office offers, one a line."""
        lines = purposes.splitlines()
        if lines == list(self.purposes):
            return
        empty(self._flow)
        self.purposes.clear()
        for words in lines:
            button = Button(words, "ghost", icon="ph.plus", size="small")
            button.clicked.connect(partial(self._put_in, words))
            self.purposes[words] = button
            self._flow.addWidget(button)
        self._buttons.setVisible(bool(lines))

    def choices(self) -> LetterChoices:
        """Returns what stands in the fields."""
        return LetterChoices(
            self.enclosure.text(),
            Classification(self.classification.currentData()),
            PaperSize(self.paper_size.currentData()),
            self.copies.toPlainText(),
        )

    def put(self, choices: LetterChoices) -> None:
        """Fills the fields from the program: nothing was changed."""
        self.blockSignals(True)
        self.enclosure.setText(choices.enclosure)
        self.classification.setCurrentIndex(self.classification.findData(choices.classification.value))
        self.paper_size.setCurrentIndex(self.paper_size.findData(choices.paper_size.value))
        self.copies.setPlainText(choices.copies)
        self.blockSignals(False)

    def _lay_out(self) -> None:
        beside = QGridLayout()
        beside.setHorizontalSpacing(8)
        beside.setVerticalSpacing(4)
        for column, box in enumerate((self.classification, self.paper_size)):
            beside.addWidget(_caption(box), 0, column)
            beside.addWidget(box, 1, column)
        beside.setColumnStretch(0, 2)
        beside.setColumnStretch(1, 1)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.setSpacing(4)
        column_of.addLayout(beside)
        for field in (self.enclosure, self.copies):
            column_of.addSpacing(4)
            column_of.addWidget(_caption(field))
            column_of.addWidget(field)
        column_of.addWidget(self._buttons)

    def _put_in(self, words: str, _checked: bool = False) -> None:
        """Writes a purpose at the end of the line with the caret."""
        cursor = self.copies.textCursor()
        line = cursor.block().text()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(with_purpose(line, words))
        self.copies.setTextCursor(cursor)
        self.copies.setFocus(Qt.FocusReason.OtherFocusReason)


def _box(name: str, entries: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for code, words in entries:
        box.addItem(words, code)
    return box


def _caption(field: QWidget) -> PlainLabel:
    words = PlainLabel(field.accessibleName(), "header", "text2", wrap=True)
    words.setBuddy(field)
    return words
