"""Changes the password of the current person; asks for the old one, and states the rule for the new one."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, InvalidValueError, SignInError
from desktop_app.staff.unlocking import Tries
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.actions import make_action
from ui.errors import sentence
from ui.sign_in.form import SHORTEST_PASSWORD, labelled, password_rule
from ui.sign_in.remembering import keep_changed
from ui.widgets.button import Button
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from ui.workplace import Workplace


class PasswordDialog(QDialog):
    """Emits `changed` after success, with the problem of the keyring with the new password, if any."""

    changed = Signal(str)

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._tries = Tries()
        title = translate("Lock", "Change my password")
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.old = PasswordEdit(translate("Lock", "Password now"), size="form")
        self.new = PasswordEdit(translate("SignIn", "New password"), size="form")
        self.again = PasswordEdit(translate("SignIn", "Password once more"), size="form")
        warning = KeyboardWarning()
        warning.follow(*self._fields())
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self._change = make_action(self, translate("Lock", "Change it"), self.submit, key="Ctrl+Return")
        self.change_button = Button.of(self._change, "primary", writes=True)
        cancel = Button(translate("Lock", "Leave it"), "ghost")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(4)
        column.addWidget(PlainLabel(title, "title"))
        column.addSpacing(8)
        labelled(column, translate("Lock", "Password now"), self.old)
        column.addSpacing(8)
        labelled(column, password_rule(translate("SignIn", "New password")), self.new)
        column.addSpacing(8)
        labelled(column, translate("SignIn", "Password once more"), self.again)
        column.addWidget(warning)
        column.addWidget(self.trouble)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.change_button)
        column.addLayout(row)
        for edit, following in pairwise(self._fields()):
            edit.returnPressed.connect(following.setFocus)
        self.again.returnPressed.connect(self.submit)
        self._clock = QTimer(self, interval=500)
        self._clock.timeout.connect(self._show_wait)
        self.old.setFocus()

    def _fields(self) -> tuple[PasswordEdit, PasswordEdit, PasswordEdit]:
        return self.old, self.new, self.again

    def submit(self) -> None:
        """Submits the form; the first invalid field gets the focus and a message."""
        if not self._change.isEnabled():
            return
        words, field = self._first_fault()
        if field is not None:
            self._show_trouble(words, field)
            return
        self.trouble.hide()
        self._change.setEnabled(False)
        workplace, old, new = self._workplace, self.old.text(), self.new.text()

        def work() -> str:
            workplace.services.accounts.change_own_password(workplace.actor, old, new)
            return keep_changed(workplace.settings, workplace.services.database.place, new)

        jobs.run(self, work, self._on_changed, self._on_refused)

    def _first_fault(self) -> tuple[str, PasswordEdit | None]:
        if not self.old.text():
            return translate("Lock", "Enter the password that you have now."), self.old
        if len(self.new.text()) < SHORTEST_PASSWORD:
            return password_rule(translate("SignIn", "New password")), self.new
        if self.new.text() != self.again.text():
            return translate("SignIn", "The two passwords differ. Type them again."), self.again
        return "", None

    def _on_changed(self, not_kept: str) -> None:
        self.accept()
        self.changed.emit(not_kept)

    def _on_refused(self, error: Exception) -> None:
        self._change.setEnabled(True)
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        words, field = sentence(error), self.old
        if isinstance(error, InvalidValueError):
            field = self.new
        elif isinstance(error, SignInError) and error.parameters.get("reason") == "wrong":
            # Limit attempts: somebody else could guess the password at an unlocked window.
            self._tries.failed(time.monotonic())
            words = translate("Lock", "The password that you have now is another one.")
        self._show_trouble(words, field)
        self._show_wait()

    def _show_trouble(self, words: str, field: PasswordEdit) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _show_wait(self) -> None:
        left = self._tries.left(time.monotonic())
        if left:
            words = translate("Lock", "Too many wrong passwords. Wait {seconds} seconds.")
            self.trouble.setText(fill(words, seconds=digits(str(left))))
            self._change.setEnabled(False)
            self._clock.start()
        elif self._clock.isActive():
            self._clock.stop()
            self._change.setEnabled(True)
            self.trouble.hide()
