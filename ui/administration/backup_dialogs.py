"""Asks for what protects a back-up: the passphrase of a new one; passphrase and public key of one that is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.encrypted_file import SHORTEST
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.export_work import documents_folder
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

_WIDTH = 480


class _Dialog(QDialog):
    """A title, a sentence, fields, and two buttons."""

    def __init__(self, title: str, words: str, accept: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.accept_action = make_action(self, accept, self.take, key="Ctrl+Return")
        self.accept_button = Button.of(self.accept_action, "primary")
        cancel = Button(translate("Administration", "Cancel"), "ghost")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "title"))
        column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(4)
        column.addLayout(self.fields)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        column.addSpacing(8)
        column.addLayout(row)

    def add(self, words: str, *fields: QWidget) -> None:
        self.fields.addWidget(PlainLabel(words, "secondary", "text2"))
        row = QHBoxLayout()
        row.setSpacing(0)
        for place, field in enumerate(fields):
            row.addWidget(field, 0 if place else 1)
        self.fields.addLayout(row)

    def take(self) -> None:
        raise NotImplementedError


class NewPassphraseDialog(_Dialog):
    """`chosen` emits a passphrase that is long enough and was typed twice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        words = translate(
            "Administration",
            "The back-up is encrypted. Keep the passphrase apart from it: without it nobody restores the back-up. "
            "It needs {count} characters.",
        )
        super().__init__(
            translate("Administration", "Passphrase of the back-up"),
            fill(words, count=digits(SHORTEST)),
            translate("Administration", "Back up"),
            parent,
        )
        self.first = PasswordEdit(translate("Administration", "Passphrase"), size="form")
        self.again = PasswordEdit(translate("Administration", "Once more"), size="form")
        for field in (self.first, self.again):
            self.add(field.accessibleName(), field)
            field.textChanged.connect(lambda _text: self._allow())
        self._allow()
        self.first.setFocus()

    def take(self) -> None:
        passphrase = self.first.text()
        self.accept()
        self.chosen.emit(passphrase)

    def _allow(self) -> None:
        typed = self.first.text()
        fits = len(typed.strip()) >= SHORTEST
        self.again.mark_invalid(fits and bool(self.again.text()) and self.again.text() != typed)
        self.accept_action.setEnabled(fits and self.again.text() == typed)


class OpenBackupDialog(_Dialog):
    """`chosen` emits the passphrase and the path of the public key; both are empty if they are not asked for.

    `ask_key` opens a file dialog; tests replace it.
    """

    chosen = Signal(str, str)

    def __init__(
        self, name: str, accept: str, *, encrypted: bool, signed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            fill(translate("Administration", "Open {name}"), name=isolated(name)),
            _opening_words(encrypted=encrypted, signed=signed),
            accept,
            parent,
        )
        self._encrypted = encrypted
        self.ask_key: Callable[[], Path | None] = self._ask_key
        self.passphrase = PasswordEdit(translate("Administration", "Passphrase"), size="form")
        self.key = TextField(translate("Administration", "Public key of the custodian"), latin=True)
        self.key_button = Button(translate("Administration", "Choose…"))
        if encrypted:
            self.add(self.passphrase.accessibleName(), self.passphrase)
        if signed:
            self.add(self.key.accessibleName(), self.key, self.key_button)
        self.passphrase.textChanged.connect(lambda _text: self._allow())
        self.key_button.clicked.connect(lambda _checked=False: self._choose_key())
        self._allow()
        (self.passphrase if encrypted else self.key).setFocus()

    def take(self) -> None:
        passphrase, key = self.passphrase.text(), self.key.text().strip()
        self.accept()
        self.chosen.emit(passphrase, key)

    def _allow(self) -> None:
        self.accept_action.setEnabled(not self._encrypted or bool(self.passphrase.text()))

    def _choose_key(self) -> None:
        chosen = self.ask_key()
        if chosen is not None:
            self.key.setText(str(chosen))

    def _ask_key(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.key.accessibleName(), str(documents_folder()))
        return Path(chosen) if chosen else None


def _opening_words(*, encrypted: bool, signed: bool) -> str:
    sentences = []
    if encrypted:
        sentences.append(translate("Administration", "It is encrypted."))
    if signed:
        sentences.append(
            translate(
                "Administration",
                "It is signed. With the public key that the custodian gave you, it is checked that they signed it; "
                "without it, only that nothing was changed since.",
            )
        )
    return " ".join(sentences)
