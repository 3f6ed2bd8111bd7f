"""Input fields for the server of a department and for the owner of its database."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import digits, translate
from ui.sign_in.setup_work import DepartmentChoice
from ui.widgets.button import Button
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

_PORT_WIDTH = 104


class DepartmentFields(QWidget):
    """Servers, port, database and certificate of the authority. Emits `submitted` on Enter in a field."""

    submitted = Signal()

    def __init__(self, before: DepartmentChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before.before
        self.hosts = _field(translate("Setup", "Servers (several with commas)"), before.hosts)
        self.port = _field(translate("Setup", "Port"), digits(before.port))
        self.name = _field(translate("Setup", "Name of the database"), before.database)
        self.certificate = _field(translate("Setup", "File of the certificate authority"), before.certificate)
        self.choose_button = Button(translate("Setup", "Choose …"), size="large", flush=True)
        self.choose_button.clicked.connect(self._ask_file)
        for field in (self.hosts, self.port, self.name, self.certificate):
            field.returnPressed.connect(self.submitted)
        self.port.setFixedWidth(_PORT_WIDTH)
        column = plain_column(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(_labelled(self.hosts), 1)
        row.addLayout(_labelled(self.port))
        column.addLayout(row)
        column.addSpacing(8)
        column.addLayout(_labelled(self.name))
        column.addSpacing(8)
        column.addWidget(_name_of(self.certificate))
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self.certificate, 1)
        file_row.addWidget(self.choose_button)
        column.addLayout(file_row)
        hint = translate("Setup", "It proves that the server is the department's own; it holds no secret.")
        column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        column.addSpacing(12)

    def choice(self) -> DepartmentChoice:
        """Returns the current input."""
        return DepartmentChoice(
            self.hosts.text(), self.port.text(), self.name.text(), self.certificate.text(), self._before
        )

    def _ask_file(self) -> None:
        title = translate("Setup", "File of the certificate authority")
        kinds = translate("Setup", "Certificates")
        name = QFileDialog.getOpenFileName(self, title, "", f"{kinds} (*.crt *.pem *.cer)")[0]
        if name:
            self.certificate.setText(name)


class OwnerFields(QWidget):
    """The login that creates the tables. Emits `submitted` on Enter in the password field."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.username = _field(translate("Setup", "Login of the owner"), "mosharekat")
        self.password = PasswordEdit(translate("Setup", "Password of the owner"))
        warning = KeyboardWarning()
        self.password.focused.connect(warning.watch)
        self.username.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.submitted)
        column = plain_column(self)
        words = translate(
            "Setup",
            "The owner of the database makes the tables, once. The password is used now and kept nowhere.",
        )
        column.addWidget(PlainLabel(words, "interface", "text2", wrap=True))
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(_labelled(self.username), 1)
        row.addLayout(_labelled(self.password), 1)
        column.addLayout(row)
        column.addWidget(warning)

    def taken(self) -> tuple[str, str]:
        """Returns login and password and clears the password field; empty strings where a value is missing."""
        username, password = self.username.text().strip(), self.password.text()
        for field, value in ((self.username, username), (self.password, password)):
            if not value:
                field.setFocus()
                return "", ""
        self.password.clear()
        return username, password


def plain_column(owner: QWidget) -> QVBoxLayout:
    """Returns a column layout without margins."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column


def _field(name: str, text: str) -> TextField:
    return TextField(name, text, size="large", latin=True)


def _name_of(field: TextField) -> PlainLabel:
    label = PlainLabel(field.accessibleName(), "secondary", "text2")
    label.setBuddy(field)
    return label


def _labelled(field: TextField) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(_name_of(field))
    column.addWidget(field)
    return column
