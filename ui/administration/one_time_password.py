"""A one-time password: requested in two steps, shown once, ready for copying, and cleared afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField


class OneTimePasswordBox(QWidget):
    """Emits `wanted` after the request was confirmed, `copied` after copying, `passed_on` after the password
    was cleared.
    """

    wanted = Signal()
    passed_on = Signal()
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask_button = Button(
            translate("Administration", "New one-time password…"), icon="ph.key", size="small"
        )
        self.ask_button.clicked.connect(lambda _checked=False: self._ask())
        self.question = PlainLabel(
            translate(
                "Administration", "The old password ends at once. Hand the new one to its owner yourself."
            ),
            "secondary",
            "text2",
            wrap=True,
        )
        self.yes_button = Button(translate("Administration", "Set a one-time password"), size="small")
        self.yes_button.clicked.connect(lambda _checked=False: self._on_yes())
        self.no_button = Button(translate("Administration", "Leave it"), "ghost", size="small")
        self.no_button.clicked.connect(lambda _checked=False: self.forget())
        self.whose = PlainLabel("", "secondary", "text2", wrap=True)
        self.field = TextField(translate("Administration", "One-time password"), latin=True)
        self.field.setReadOnly(True)
        self.copy_button = Button(translate("Administration", "Copy"), icon="ph.copy", size="small")
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.done_button = Button(translate("Administration", "I have passed it on"), "ghost", size="small")
        self.done_button.clicked.connect(lambda _checked=False: self._on_passed_on())
        column = QVBoxLayout(self)
        set_margins(column, 0, 0, 0, 6)
        column.setSpacing(6)
        for widget in (self.ask_button, self.question, self.whose, self.field):
            column.addWidget(widget)
        column.addLayout(_row(self.yes_button, self.no_button))
        column.addLayout(_row(self.copy_button, self.done_button))
        self.forget()

    def password(self) -> str:
        """Returns the password shown, or an empty string."""
        return self.field.text()

    def show_password(self, name: str, password: str) -> None:
        """Shows the password of `name`, ready for copying."""
        self._show(asking=False, shown=True)
        self.whose.setText(
            fill(
                translate(
                    "Administration",
                    "The one-time password of {name}. It is shown only now; the next sign-in asks for a new one.",
                ),
                name=name,
            )
        )
        self.field.setText(password)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def forget(self) -> None:
        """Clears the password or the question."""
        self.field.clear()
        self._show(asking=False, shown=False)

    def copy(self) -> None:
        """Copies the password to the clipboard."""
        QGuiApplication.clipboard().setText(self.field.text())
        self.copied.emit()

    def _ask(self) -> None:
        self._show(asking=True, shown=False)
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_passed_on(self) -> None:
        self.forget()
        self.passed_on.emit()

    def _on_yes(self) -> None:
        self.forget()
        self.wanted.emit()

    def _show(self, *, asking: bool, shown: bool) -> None:
        self.ask_button.setVisible(not asking and not shown)
        for widget in (self.question, self.yes_button, self.no_button):
            widget.setVisible(asking)
        shown_with: tuple[QWidget, ...] = (self.whose, self.field, self.copy_button, self.done_button)
        for part in shown_with:
            part.setVisible(shown)


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
