"""The personal signature of the signed-in person: the lines below their name in replies and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.persian.text import shown_name
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.errors import sentence
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel, PlainText

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from ui.workplace import Workplace


class OwnSignature(QDialog):
    """Emits `written` after the lines were stored, with the former ones."""

    written = Signal(str)

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._signatures = workplace, workplace.services.signatures
        self.setWindowTitle(translate("Window", "Personal signature"))
        self.setMinimumWidth(440)
        below = fill(translate("Window", "Below “{name}”"), name=shown_name(workplace.actor.name))
        self.edit = PlainText("", "interface", editable=True)
        self.edit.setAccessibleName(below)
        self.edit.setFixedHeight(120)
        self.edit.setTabChangesFocus(True)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self._save = make_action(self, translate("Window", "Save"), self.save, key="Ctrl+Return")
        self._save.setEnabled(False)
        self.save_button = Button.of(self._save, "primary", writes=True)
        cancel = Button(translate("Window", "Close"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        hint = translate(
            "Window",
            "Your position, room or extension, for example. Saved replies have it as “Clerk with signature”, and the"
            " letter of a reply that you wrote has it at its end.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.windowTitle(), "title"))
        column.addWidget(PlainLabel(below, "secondary", "text2"))
        column.addWidget(self.edit)
        column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        column.addLayout(row)
        actor, signatures = workplace.actor, self._signatures
        jobs.run(self, lambda: signatures.of(actor), self._show)

    def _show(self, text: str) -> None:
        self.edit.setPlainText(text)
        self._save.setEnabled(True)
        self.edit.setFocus()

    def save(self) -> None:
        """Stores the lines; an empty text removes them."""
        if not self._save.isEnabled():
            return
        self.trouble.hide()
        self._save.setEnabled(False)
        actor, signatures, text = self._workplace.actor, self._signatures, self.edit.toPlainText()
        jobs.run(self, lambda: signatures.write(actor, text), self._on_written, self._on_refused)

    def _on_written(self, before: str) -> None:
        self.accept()
        self.written.emit(before)

    def _on_refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.trouble.setText(sentence(error))
        self.trouble.show()
        self.edit.setFocus()
