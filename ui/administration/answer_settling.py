"""Settling an answer in quarantine: the petition that was asked about, and the mark that is meant."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.intake.staging.settling import AnswerChoice
from desktop_app.persian.dates import short_date
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.satisfaction.answering import QuestionState, SentQuestion
from desktop_app.wording import digits, fill, translate
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import PlainLabel


class AnswerSettling(QWidget):
    """`settled` has the chosen petition and mark."""

    settled = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.petition = CodeComboBox(translate("Intake", "Petition that was asked about"))
        self.mark = CodeComboBox(translate("Intake", "Mark"))
        self.none = PlainLabel("", "secondary", "text2", wrap=True)
        self.button = Button(translate("Intake", "Count as the answer"), key="A", flush=True, writes=True)
        self.button.clicked.connect(lambda _checked=False: self.settle())
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for field in (self.petition, self.mark):
            caption = PlainLabel(field.accessibleName(), "secondary", "text2")
            caption.setBuddy(field)
            column.addWidget(caption)
            if field is self.petition:
                column.addWidget(field)
                column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mark, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 8)
        whole.setSpacing(8)
        whole.addWidget(self.none)
        whole.addWidget(self._fields)
        self.show_choice(None)

    def show_choice(self, choice: AnswerChoice | None) -> None:
        """Shows what may be chosen; None hides it."""
        self.setVisible(choice is not None)
        questions, marks = (choice.questions, choice.marks) if choice is not None else ((), ())
        self.petition.offer([(one.petition_id, _words(one)) for one in questions])
        self.mark.offer([(mark, digits(mark)) for mark in marks])
        possible = bool(questions and marks)
        self._fields.setVisible(possible)
        self.button.setVisible(possible)
        self.none.setVisible(not possible)
        self.none.setText(
            translate(
                "Intake", "No mark from 1 to 5 stands in it. Take it in as a petition, or put it aside."
            )
            if questions
            else translate(
                "Intake",
                "No question to this number or address can be answered. Take it in as a petition, or put it aside.",
            )
        )

    def settle(self) -> None:
        """Emits the choice, if there is one."""
        if not self.button.isHidden() and self.button.isEnabled() and not self.isHidden():
            self.settled.emit(self.petition.code(), self.mark.code())


def _words(question: SentQuestion) -> str:
    words = translate("Intake", "{code}, asked {day}")
    if question.state is QuestionState.EXPIRED:
        words = translate("Intake", "{code}, asked {day}, last day over")
    return fill(words, code=shown_code(question.tracking_code), day=short_date(question.asked_on))
