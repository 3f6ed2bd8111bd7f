"""The fields of a form, kept on this PC as they are typed: neither an outage, a lock nor a crash takes any of it."""

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
    """`fields` by the name under which each is kept. `line` belongs under the form: it says what came back."""

    #: Something came back, or went; `overtaken` may be another.
    came_back = Signal()

    def __init__(self, unfinished: Unfinished, fields: Mapping[str, QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._unfinished, self._fields = unfinished, dict(fields)
        self._key: Key | None = None
        self._name = ""
        self._version = 0
        #: Whether what came back was typed on an earlier version than the one that is stored now.
        self.overtaken = False
        self._stored: Values = {}
        self._putting_in = False
        self.line = KeptLine(unfinished)
        for field in self._fields.values():
            self._listen(field)
        unfinished.restored.connect(self._bring_back)
        unfinished.thrown_away.connect(self._on_thrown_away)

    def pause(self) -> None:
        """Other things are put into the fields: that is no typing. Until the next `follow`."""
        self._key = None

    def follow(self, key: Key, name: str, version: int = 0) -> None:
        """The form is about another item now, and shows what is stored of it (its `version`, where it has some); what
        was typed on it before comes back. `name`: what the item is called in a list of unfinished texts."""
        self._key, self._name, self._version = key, name, version
        self.overtaken = False
        self._stored = self.values()
        self.line.follow(key)
        self._bring_back()

    def values(self) -> Values:
        """What stands in the fields."""
        return {name: _value(field) for name, field in self._fields.items()}

    def is_changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self._key is not None and self.values() != self._stored

    def done(self) -> None:
        """It was saved: there is nothing unfinished any more."""
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
        if self._key is None or self._putting_in:
            return
        if self.is_changed():
            written = json.dumps(self.values(), ensure_ascii=False)
            self._unfinished.keep(self._key, written, self._name, self._way())
        else:
            self._unfinished.drop(self._key)

    def _bring_back(self) -> None:
        """Puts in what is kept; what was typed here meanwhile stays."""
        if self._key is None or self.is_changed():
            return
        try:
            kept = json.loads(self._unfinished.text(self._key) or "{}")
        except ValueError:
            return
        if isinstance(kept, dict) and kept:
            whole = self._unfinished.kept(self._key)
            self.overtaken = whole is not None and whole.way != self._way()
            self._put_in({name: str(value) for name, value in kept.items()})
            self.came_back.emit()

    def _way(self) -> tuple[int, ...]:
        return (self._version,) if self._version else ()

    def _on_thrown_away(self, texts: tuple[RecoveredDraft, ...]) -> None:
        if any(kept.key == self._key for kept in texts):
            self.overtaken = False
            self._put_in(self._stored)
            self.came_back.emit()

    def _put_in(self, values: Values) -> None:
        self._putting_in = True
        try:
            for name, field in self._fields.items():
                if name in values:
                    _put(field, values[name])
        finally:
            self._putting_in = False


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
        # Not yet saved: leaving asks about it where the disk takes nothing.
        field.document().setModified(True)
    elif isinstance(field, JalaliDateEdit):
        field.write(value)
    elif isinstance(field, QLineEdit):
        field.setText(value)
    elif isinstance(field, QComboBox):
        places = [place for place in range(field.count()) if str(field.itemData(place)) == value]
        field.setCurrentIndex(places[0] if places else field.currentIndex())
    elif isinstance(field, QAbstractButton) and value == _CHECKED:
        # Of several radio buttons the chosen one takes the choice from the others by itself.
        field.setChecked(True)
    elif isinstance(field, QAbstractButton) and field.group() is None:
        field.setChecked(False)
