"""Dialogs that confirm opening a potentially harmful attachment, and removing one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.documents.media import Risk
from desktop_app.persian.text import shown_name
from desktop_app.wording import fill, translate
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField


class RiskDialog(QDialog):
    """A warning that only its own button accepts; Enter and Escape leave the file closed."""

    def __init__(self, name: str, risk: Risk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Attachments", "Open the attachment"))
        self.setMinimumWidth(460)
        title = translate("Attachments", "This file could do harm")
        column = _column(self, title)
        shown = shown_name(name)
        column.addWidget(PlainLabel(fill(_why(risk), name=shown), "interface", wrap=True))
        advice = translate(
            "Attachments",
            "Open it only if you know its sender and expected it. If in doubt, ask the administrator.",
        )
        column.addWidget(PlainLabel(advice, "interface", "text2", wrap=True))
        column.addSpacing(8)
        self.leave_button = Button(translate("Attachments", "Do not open"), "primary")
        self.open_button = Button(translate("Attachments", "Open it all the same"), "danger")
        self.leave_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self.accept)
        _buttons(column, self.leave_button, self.open_button)
        self.leave_button.setFocus()


class RemoveDialog(QDialog):
    """Asks for the reason of a removal; `chosen` carries it."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Attachments", "Remove the attachment"))
        self.setMinimumWidth(460)
        column = _column(self, shown_name(name))
        words = translate(
            "Attachments",
            "It is hidden from the desk; managers can still read it, and the history says who removed it.",
        )
        column.addWidget(PlainLabel(words, "interface", "text2", wrap=True))
        self.reason = TextField(translate("Attachments", "Reason"))
        self.reason.setPlaceholderText(translate("Attachments", "Reason"))
        column.addWidget(self.reason)
        column.addSpacing(8)
        self.remove_button = Button(translate("Attachments", "Remove"), "danger", writes=True)
        self.remove_button.setEnabled(False)
        self.reason.textChanged.connect(lambda typed: self.remove_button.setEnabled(bool(typed.strip())))
        self.remove_button.clicked.connect(self._remove)
        leave = Button(translate("Attachments", "Keep it"))
        leave.clicked.connect(self.reject)
        _buttons(column, self.remove_button, leave)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        self.accept()
        self.chosen.emit(self.reason.text().strip())


def _why(risk: Risk) -> str:
    return {
        Risk.PROGRAM: translate("Attachments", "“{name}” is a program or a script, or a shortcut to one."),
        Risk.MACROS: translate(
            "Attachments", "“{name}” holds macros: a program that runs when it is opened."
        ),
        Risk.DISGUISED: translate("Attachments", "“{name}” is not what its name says it is."),
    }[risk]


def _column(dialog: QDialog, title: str) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(8)
    column.addWidget(PlainLabel(title, "heading", bold=True, wrap=True))
    return column


def _buttons(column: QVBoxLayout, *buttons: Button) -> None:
    row = QHBoxLayout()
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    column.addLayout(row)
