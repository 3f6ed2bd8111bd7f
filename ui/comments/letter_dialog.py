"""The dialog that corrects the letter number of a comment; both numbers remain in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.comments.register import LONGEST_LETTER_NUMBER
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.wording import translate
from ui.actions import make_action
from ui.comments.words import about
from ui.jobs import run
from ui.widgets.button import Button
from ui.widgets.comment_sender import sender
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class LetterDialog(QDialog, RefusingForm):
    """Saves and closes; `corrected` is emitted after a change. Errors are shown in the form."""

    corrected = Signal()

    def __init__(
        self, workplace: Workplace[CommentsServices], comment: CommentRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._comment = workplace, comment
        title = translate("Comments", "Number of the letter")
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.number = TextField(title, size="form")
        self.number.setText(comment.letter_number)
        self.number.setMaxLength(LONGEST_LETTER_NUMBER)
        save = make_action(self, translate("Comments", "Save"), self._save, key="Ctrl+Return", writes=True)
        self.save_button = Button.of(save, "primary", writes=True)
        self.save_button.setDefault(True)
        self.cancel_button = Button(translate("Comments", "Cancel"), "ghost")
        self.cancel_button.clicked.connect(self.reject)
        self.refusals = Refusals(self, {"letter_number": self.number}, foot=self.save_button)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "title"))
        column.addWidget(PlainLabel(f"{sender(comment)} · {about(comment)}", "secondary", "text2", wrap=True))
        hint = translate("Comments", "Left empty, the number is taken off. The history keeps both.")
        column.addWidget(PlainLabel(hint, "secondary", "text2", wrap=True))
        column.addWidget(self.number)
        column.addSpacing(8)
        column.addLayout(foot)
        self.number.setFocus()
        self.number.selectAll()

    def _save(self) -> None:
        services, actor, comment = self._workplace.services, self._workplace.actor, self._comment
        typed = self.number.text()

        def done(changed: bool) -> None:
            if changed:
                self.corrected.emit()
            self.accept()

        def trouble(error: Exception) -> None:
            self.save_button.setEnabled(True)
            self.show_error(error)

        self.save_button.setEnabled(False)
        self.refusals.clear()
        register = services.comment_register
        run(self, lambda: register.correct_letter(actor, comment.id, comment.version, typed), done, trouble)
