"""Saves the fields of a form on this PC while they are typed, so that no outage, lock or crash loses them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.unfinished import Key, RecoveredDraft
from ui.unfinished import Unfinished
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.kept_line import KeptLine
from ui.widgets.unsaved import mark_kept

Values = dict[str, str]
_CHECKED: Final = "1"


class KeptForm(QObject):
    """Autosaves `fields`, by the name under which each is stored. `line` belongs under the form and shows restored
    drafts.
    """

    #: A draft was restored or dropped; `overtaken` may have changed.
    came_back = Signal()

    def __init__(self, unfinished: Unfinished, fields: Mapping[str, QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._unfinished, self._fields = unfinished, dict(fields)
        self._key: Key | None = None
        self._name = ""
        self._version = 0
        #: Whether the restored draft was typed on an older version than the one that is stored now.
        self.overtaken = False
        self._stored: Values = {}
        self._restoring = False
        self.line = KeptLine(unfinished)
        for field in self._fields.values():
            self._listen(field)
        unfinished.restored.connect(self._restore)
        unfinished.thrown_away.connect(self._on_thrown_away)

    def pause(self) -> None:
        """Stops saving while the program fills the fields, until the next `follow`."""
        self._key = None

    def follow(self, key: Key, name: str, version: int = 0) -> None:
        """Attaches the form to another item, whose stored values it already shows, and restores its draft.

        `name` is the item's name in a list of unfinished texts; `version` that of the stored item, if it has one.
        """
        self._key, self._name, self._version = key, name, version
        self.overtaken = False
        self._stored = self.values()
        self.line.follow(key)
        self._restore()

    def values(self) -> Values:
        """Returns the values of the fields."""
        return {name: _value(field) for name, field in self._fields.items()}

    def is_changed(self) -> bool:
        """Whether the fields differ from the stored values."""
        return self._key is not None and self.values() != self._stored

    def done(self) -> None:
        """Drops the draft, after the form was saved."""
        if self._key is not None:
            self._unfinished.drop(self._key)
        self._stored = self.values()
        self.overtaken = False
        self.came_back.emit()

    def _listen(self, field: QWidget) -> None:
        if isinstance(field, QPlainTextEdit):
            mark_kept(field)
            field.textChanged.connect(self._keep)
        elif isinstance(field, QLineEdit):
            field.textChanged.connect(lambda _text: self._keep())
        elif isinstance(field, QComboBox):
            field.currentIndexChanged.connect(lambda _index: self._keep())
        elif isinstance(field, QAbstractButton):
            field.toggled.connect(lambda _checked: self._keep())

    def _keep(self) -> None:
        if self._key is None or self._restoring:
            return
        if self.is_changed():
            written = json.dumps(self.values(), ensure_ascii=False)
            self._unfinished.keep(self._key, written, self._name, self._version_key())
        else:
            self._unfinished.drop(self._key)

    def _restore(self) -> None:
        """Restores the draft, unless the fields were changed meanwhile."""
        if self._key is None or self.is_changed():
            return
        try:
            kept = json.loads(self._unfinished.text(self._key) or "{}")
        except ValueError:
            return
        if isinstance(kept, dict) and kept:
            whole = self._unfinished.kept(self._key)
            self.overtaken = whole is not None and whole.way != self._version_key()
            self._set_values({name: str(value) for name, value in kept.items()})
            self.came_back.emit()

    def _version_key(self) -> tuple[int, ...]:
        return (self._version,) if self._version else ()

    def _on_thrown_away(self, texts: tuple[RecoveredDraft, ...]) -> None:
        if any(kept.key == self._key for kept in texts):
            self.overtaken = False
            self._set_values(self._stored)
            self.came_back.emit()

    def _set_values(self, values: Values) -> None:
        self._restoring = True
        try:
            for name, field in self._fields.items():
                if name in values:
                    _put(field, values[name])
        finally:
            self._restoring = False


def _value(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, QAbstractButton):
        return _CHECKED if field.isChecked() else ""
    raise TypeError(type(field).__name__)


def _put(field: QWidget, value: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(value)
        # Marked as unsaved: closing the window asks about it if the disk cannot be written.
        field.document().setModified(True)
    elif isinstance(field, JalaliDateEdit):
        field.write(value)
    elif isinstance(field, QLineEdit):
        field.setText(value)
    elif isinstance(field, QComboBox):
        places = [place for place in range(field.count()) if str(field.itemData(place)) == value]
        field.setCurrentIndex(places[0] if places else field.currentIndex())
    elif isinstance(field, QAbstractButton) and value == _CHECKED:
        # Checking one radio button unchecks the others of its group.
        field.setChecked(True)
    elif isinstance(field, QAbstractButton) and field.group() is None:
        field.setChecked(False)
