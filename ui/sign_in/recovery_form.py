"""The form of somebody who lost the password of a database on one PC: the recovery code and a new password."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate
from ui.sign_in.form import (
    WIDTH,
    first_password_fault,
    heading,
    labelled,
    password_rule,
    plain_column,
    wide_button,
)
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.text_field import TextField


class RecoveryForm(QWidget):
    """Emits `submitted` with the code as it was typed and the new password, `left` on going back."""

    submitted = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.code = TextField(translate("Recovery", "Recovery code"), size="large", latin=True)
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.password = PasswordEdit(translate("SignIn", "New password"))
        self.again = PasswordEdit(translate("SignIn", "Password once more"))
        self.warning = KeyboardWarning()
        self.warning.follow(self.password, self.again)
        self.button = wide_button(translate("Recovery", "Set the password and sign in"))
        self.button.setVisible(framed)
        self.back_link = LinkLabel(translate("Recovery", "Back to the sign-in"), self._leave, "secondary")
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        column = plain_column(self)
        words = translate(
            "Recovery",
            "Enter the recovery code that was printed when this database was made. Small letters, blanks and hyphens"
            " do not matter.",
        )
        heading(column, words, framed=framed)
        labelled(column, self.code.accessibleName(), self.code)
        column.addSpacing(10)
        labelled(column, password_rule(translate("SignIn", "New password")), self.password)
        column.addSpacing(10)
        labelled(column, translate("SignIn", "Password once more"), self.again)
        column.addWidget(self.warning)
        column.addSpacing(8)
        column.addWidget(self.trouble)
        column.addWidget(self.button)
        column.addSpacing(8)
        column.addWidget(self.back_link)
        self.code.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)

    def focus_first(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forgets what was typed."""
        for field in (self.code, self.password, self.again):
            field.clear()
        self.trouble.hide()

    def submit(self) -> None:
        """Submits the form; the first invalid field gets the focus and a message."""
        if not self.code.text().strip():
            self.show_trouble(translate("Recovery", "Enter the recovery code."))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        trouble, field = first_password_fault(self.password, self.again)
        if field is not None:
            self.show_trouble(trouble)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.trouble.hide()
        self.submitted.emit(self.code.text(), self.password.text())

    def show_trouble(self, sentence: str) -> None:
        """Shows an error; what was typed stays."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def _leave(self) -> None:
        self.clear()
        self.left.emit()
