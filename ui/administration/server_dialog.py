"""Asks for the address of an empty PostgreSQL database and its password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField


class ServerDialog(QDialog):
    """`chosen` emits address and password; the password goes into the keyring, never into the address."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("Administration", "Copy to a department server")
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.address = TextField(
            translate("Administration", "Address of the empty database"), size="form", latin=True
        )
        self.address.setPlaceholderText("postgresql://mosharekat@SERVER/mosharekat")
        self.password = PasswordEdit(translate("Administration", "Password"), size="form")
        copy = make_action(self, translate("Administration", "Copy"), self._copy, key="Ctrl+Return")
        self.copy_button = Button.of(copy, "primary")
        cancel = Button(translate("Administration", "Cancel"), "ghost")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "title"))
        words = translate(
            "Administration",
            "Everything is copied, history included, and compared row by row. The database here stays as it is; "
            "nobody should work in it meanwhile.",
        )
        column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        for field in (self.address, self.password):
            column.addWidget(PlainLabel(field.accessibleName(), "secondary", "text2"))
            column.addWidget(field)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.copy_button)
        column.addSpacing(8)
        column.addLayout(row)
        self.address.textChanged.connect(lambda text: copy.setEnabled(bool(text.strip())))
        copy.setEnabled(False)
        self.address.setFocus()

    def _copy(self) -> None:
        address, password = self.address.text().strip(), self.password.text()
        self.accept()
        self.chosen.emit(address, password)
