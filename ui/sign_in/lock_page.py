"""The page over a locked window: its owner, and the password field to unlock it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.sign_in.brand_panel import BrandPanel
from ui.sign_in.form import WIDTH, heading, labelled, plain_column, wide_button
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import PlainLabel


class LockPage(QWidget):
    """Emits `submitted` with the password, which is cleared, and `signed_out`.

    With `unsaved`, it asks for confirmation before signing out.
    """

    submitted = Signal(str)
    signed_out = Signal()

    def __init__(self, name: str, *, unsaved: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsaved = unsaved
        self._waits = False
        self.password = PasswordEdit(translate("SignIn", "Password"))
        self.button = wide_button(translate("Lock", "Unlock"))
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self.leave_button = Button(translate("Window", "Sign out"), "ghost", flush=True)
        self.question = PlainLabel(
            translate("Lock", "Something that was typed is not saved; whoever signs out loses it."),
            "secondary",
            "warn",
            wrap=True,
        )
        self.anyway_button = Button(translate("Lock", "Sign out all the same"), "danger", flush=True)
        self.stay_button = Button(translate("Lock", "Stay"), flush=True)
        warning = KeyboardWarning()
        warning.follow(self.password)
        form = QWidget()
        form.setFixedWidth(WIDTH)
        column = plain_column(form)
        heading(column, translate("Lock", "Locked. Everything stays as you left it."))
        who = QHBoxLayout()
        who.setSpacing(10)
        who.addWidget(Avatar(name))
        who.addWidget(PlainLabel(name, "interface", bold=True, elide=True), 1)
        column.addLayout(who)
        column.addSpacing(14)
        labelled(column, translate("SignIn", "Password"), self.password)
        for part in (warning, self.trouble, self.button):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.question)
        last = QHBoxLayout()
        last.setSpacing(8)
        for button in (self.leave_button, self.anyway_button, self.stay_button):
            last.addWidget(button)
        last.addStretch()
        column.addLayout(last)
        self._ask(False)
        self._lay_out(form)
        self.password.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self.leave_button.clicked.connect(self._leave)
        self.anyway_button.clicked.connect(self.signed_out)
        self.stay_button.clicked.connect(lambda: self._ask(False))

    def submit(self) -> None:
        """Submits the password."""
        password = self.password.text()
        if not password or self._waits or not self.button.isEnabled():
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.trouble.hide()
        self.button.setEnabled(False)
        self.password.clear()
        self.submitted.emit(password)

    def show_trouble(self, sentence: str) -> None:
        """Shows why the window stays locked."""
        self.button.setEnabled(not self._waits)
        self.trouble.setText(sentence)
        self.trouble.show()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wait(self, seconds: int) -> None:
        """Disables the form for a number of seconds; called repeatedly as time passes."""
        waited, self._waits = self._waits, seconds > 0
        self.button.setEnabled(not self._waits)
        self.password.setEnabled(not self._waits)
        if self._waits:
            words = translate("Lock", "Too many wrong passwords. Wait {seconds} seconds.")
            self.trouble.setText(fill(words, seconds=digits(str(seconds))))
            self.trouble.show()
        elif waited:
            self.trouble.hide()
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._unsaved:
            self._ask(True)
            self.stay_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.signed_out.emit()

    def _ask(self, asking: bool) -> None:
        for widget in (self.question, self.anyway_button, self.stay_button):
            widget.setVisible(asking)
        self.leave_button.setVisible(not asking)
        if not asking and self.isVisible():
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, form: QWidget) -> None:
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(form)
        middle.addStretch(3)
        side = QHBoxLayout()
        side.addStretch()
        side.addLayout(middle)
        side.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side, 7)
        row.addWidget(BrandPanel(), 5)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().pane)
