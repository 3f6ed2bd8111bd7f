"""The forms of the sign-in window.

They are for signing in, the first administrator of a new database, and replacing a one-time password.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui.widgets.button import Button
from ui.widgets.girih import Logo
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.text_field import TextField

WIDTH = 360
#: The rule of the accounts service, stated in advance.
SHORTEST_PASSWORD = 8


class SignInForm(QWidget):
    """User name and password. Emits `submitted` with both and whether to remember them.

    `password_lost`: the person has a recovery code, which is offered on one PC only. A form that is not `framed` has
    no heading and no button of its own.
    """

    submitted = Signal(str, str, bool)
    password_lost = Signal()

    def __init__(
        self,
        username: str = "",
        remember: bool = False,
        parent: QWidget | None = None,
        *,
        office: str = "",
        framed: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.username = TextField(translate("SignIn", "User name"), size="large", latin=True)
        self.username.setText(username)
        self.password = PasswordEdit(translate("SignIn", "Password"))
        self.warning = KeyboardWarning()
        self.warning.follow(self.username, self.password)
        self.remember = QCheckBox(translate("SignIn", "Remember me on this computer"))
        self.remember.setChecked(remember)
        self.button = wide_button(translate("SignIn", "Sign in"))
        self.button.setVisible(framed)
        lost = translate("SignIn", "I have forgotten my password")
        self.lost_link = LinkLabel(lost, self.password_lost.emit, "secondary")
        self.lost_link.hide()
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        column = plain_column(self)
        heading(column, office, framed=framed)
        labelled(column, translate("SignIn", "User name"), self.username)
        column.addSpacing(14)
        labelled(column, translate("SignIn", "Password"), self.password)
        column.addWidget(self.warning)
        column.addWidget(self.remember)
        column.addSpacing(8)
        column.addWidget(self.trouble)
        column.addWidget(self.button)
        column.addSpacing(8)
        column.addWidget(self.lost_link)
        self.username.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)

    def submit(self) -> None:
        """Submits the form."""
        username = self.username.text().strip()
        if not username:
            self.username.setFocus()
        elif not self.password.text():
            self.password.setFocus()
        else:
            self.trouble.hide()
            self.submitted.emit(username, self.password.text(), self.remember.isChecked())

    def offer_recovery(self, there: bool) -> None:
        """Shows or hides the way to the recovery code."""
        self.lost_link.setVisible(there)

    def show_note(self, sentence: str) -> None:
        """Shows a note without moving the focus."""
        self.trouble.set_colour("text2")
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_trouble(self, sentence: str) -> None:
        """Shows an error; keeps the name and selects the password for typing it again."""
        self.trouble.set_colour("danger")
        self.trouble.setText(sentence)
        self.trouble.show()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def focus_first(self) -> None:
        """Focuses the first empty field."""
        (self.password if self.username.text() else self.username).setFocus(Qt.FocusReason.OtherFocusReason)


class FirstAdministratorForm(QWidget):
    """Asks for the first administrator. Emits `submitted` with full name, user name, password."""

    submitted = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.full_name = TextField(translate("SignIn", "Full name"), size="large")
        self.username = TextField(translate("SignIn", "User name"), size="large", latin=True)
        self.password = PasswordEdit(translate("SignIn", "Password"))
        self.again = PasswordEdit(translate("SignIn", "Password once more"))
        self.warning = KeyboardWarning()
        self.warning.follow(self.username, self.password, self.again)
        self.button = wide_button(translate("SignIn", "Make the account and begin"))
        self.button.setVisible(framed)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        column = plain_column(self)
        asks = translate("SignIn", "This database is new. Who looks after it?")
        self._asks = heading(column, asks, framed=framed)
        labelled(column, translate("SignIn", "Full name"), self.full_name)
        column.addSpacing(10)
        labelled(column, translate("SignIn", "User name (Latin letters and digits)"), self.username)
        column.addSpacing(10)
        labelled(column, password_rule(), self.password)
        column.addSpacing(10)
        labelled(column, translate("SignIn", "Password once more"), self.again)
        column.addWidget(self.warning)
        column.addWidget(self.trouble)
        column.addWidget(self.button)
        fields = (self.full_name, self.username, self.password, self.again)
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        self.again.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)

    def ask_for_existing(self) -> None:
        """Asks for an existing administrator, after accounts were restored without passwords."""
        self._asks.setText(
            translate(
                "SignIn",
                "The accounts came with the data, without passwords. Enter the user name of an administrator among"
                " them, who then gives everybody else a password.",
            )
        )
        self._asks.show()
        self.button.setText(translate("SignIn", "Use this password and begin"))

    def submit(self) -> None:
        """Submits the form; the first invalid field gets the focus and a message."""
        trouble, field = self._first_fault()
        if field is not None:
            self.show_trouble(trouble)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.trouble.hide()
        self.submitted.emit(self.full_name.text().strip(), self.username.text().strip(), self.password.text())

    def show_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()

    def _first_fault(self) -> tuple[str, QLineEdit | None]:
        if not self.full_name.text().strip():
            return translate("SignIn", "Enter your full name."), self.full_name
        if not self.username.text().strip():
            return translate("SignIn", "Choose a user name."), self.username
        return first_password_fault(self.password, self.again)


class NewPasswordForm(QWidget):
    """Asks for a new password after signing in with a one-time password. Emits `submitted` with it."""

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.password = PasswordEdit(translate("SignIn", "New password"))
        self.again = PasswordEdit(translate("SignIn", "Password once more"))
        self.warning = KeyboardWarning()
        self.warning.follow(self.password, self.again)
        self.button = wide_button(translate("SignIn", "Use this password and begin"))
        self.button.setVisible(framed)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        column = plain_column(self)
        heading(
            column,
            translate("SignIn", "You signed in with a one-time password. Choose one that only you know."),
            framed=framed,
        ).show()
        labelled(column, password_rule(), self.password)
        column.addSpacing(10)
        labelled(column, translate("SignIn", "Password once more"), self.again)
        column.addWidget(self.warning)
        column.addSpacing(8)
        column.addWidget(self.trouble)
        column.addWidget(self.button)
        self.password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)

    def submit(self) -> None:
        """Submits the form; the first invalid field gets the focus and a message."""
        trouble, field = first_password_fault(self.password, self.again)
        if field is not None:
            self.show_trouble(trouble)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.trouble.hide()
        self.submitted.emit(self.password.text())

    def show_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()


def first_password_fault(password: QLineEdit, again: QLineEdit) -> tuple[str, QLineEdit | None]:
    """Returns the message for a new password typed twice, and the field that it is about; None if all is well."""
    if len(password.text()) < SHORTEST_PASSWORD:
        return password_rule(), password
    if password.text() != again.text():
        return translate("SignIn", "The two passwords differ. Type them again."), again
    return "", None


def password_rule(what: str = "") -> str:
    """The label of a password field with its rule."""
    words = translate("SignIn", "{what} (at least {count} characters)")
    return fill(words, what=what or translate("SignIn", "Password"), count=SHORTEST_PASSWORD)


def plain_column(form: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column


def heading(column: QVBoxLayout, below: str, *, framed: bool = True) -> PlainLabel:
    """Adds the name of the program and a line below, which is returned; without the frame it is hidden."""
    asks = PlainLabel(below, "interface", "text2", wrap=True)
    if framed:
        column.addLayout(program_name())
    column.addWidget(asks)
    asks.setHidden(not framed or not below)
    column.addSpacing(28 if framed else 8)
    return asks


def program_name() -> QHBoxLayout:
    """Returns the logo with the name of the program."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addWidget(Logo(42))
    name = PlainLabel(translate("Window", "Mosharekat"), "title")
    big = name.font()
    big.setPointSizeF(17)
    name.setFont(big)
    row.addWidget(name, 1)
    return row


def labelled(column: QVBoxLayout, words: str, field: QLineEdit) -> None:
    name = PlainLabel(words, "secondary", "text2")
    name.setBuddy(field)
    column.addWidget(name)
    column.addWidget(field)


def wide_button(text: str) -> Button:
    button = Button(text, "primary", size="large", flush=True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
