"""Corrects data of a petitioner on request: typed values replace stored ones, empty fields change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from desktop_app.people.number_gaps import national_id_gaps, telephone_gaps
from desktop_app.wording import translate
from ui.actions import make_action
from ui.jobs import run
from ui.widgets.button import Button, buttons_at_the_end
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.people.petitioners import PetitionerRow
    from desktop_app.services import PeopleServices
    from ui.workplace import Workplace


class CorrectDialog(QDialog, RefusingForm):
    """Corrects and closes; emits `corrected` with the number of changed petitions.

    Errors are shown in the form.
    """

    corrected = Signal(int)

    def __init__(
        self, workplace: Workplace[PeopleServices], person: PetitionerRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._person = workplace, person
        self.setWindowTitle(translate("People", "Correct the petitioner's data"))
        self.setMinimumWidth(520)
        self.name = TextField(translate("People", "Right name"), size="form")
        self.name.setText(person.name)
        self.national_id = TextField(
            translate("People", "Right national ID"), size="form", gaps=national_id_gaps
        )
        self.mobile = TextField(translate("People", "Right mobile"), size="form", gaps=telephone_gaps)
        self.email = TextField(translate("People", "Right e-mail"), size="form", latin=True)
        self.reason = TextField(translate("People", "Who asked for it, and how"), size="form")
        self.hides = QCheckBox(
            translate("People", "Keep the wrong name out of the history of the correction")
        )
        save = make_action(self, translate("People", "Correct"), self._save, key="Ctrl+Return")
        self.save_button = Button.of(save, "primary", writes=True)
        self.cancel_button = Button(translate("People", "Cancel"), "ghost")
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        self.refusals = Refusals(
            self,
            {
                "name": self.name,
                "national_id": self.national_id,
                "mobile": self.mobile,
                "email": self.email,
                "reason": self.reason,
            },
            foot=self.save_button,
        )
        self.name.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(translate("People", "Correct the petitioner's data"), "title"))
        for words in (
            translate(
                "People", "What is left empty stays as it is; all petitions of the person get the rest."
            ),
            translate("People", "What the person wrote stays as it came."),
        ):
            column.addWidget(PlainLabel(words, "secondary", "text2"))
        for field in (self.name, self.national_id, self.mobile, self.email, self.reason):
            caption = PlainLabel(field.accessibleName(), "secondary", "text2")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
        column.addWidget(self.hides)
        column.addSpacing(8)
        column.addLayout(buttons_at_the_end(self.cancel_button, self.save_button))

    def _save(self) -> None:
        from desktop_app.petitions.registration.correction import Correction  # noqa: PLC0415 - SQLAlchemy comes with it

        if not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        self.refusals.clear()
        corrections, actor, number = (
            self._workplace.services.corrections,
            self._workplace.actor,
            self._person.id,
        )
        wanted = Correction(
            self.reason.text(),
            self.name.text(),
            self.national_id.text(),
            self.mobile.text(),
            self.email.text(),
            self.hides.isChecked(),
        )
        run(self, lambda: corrections.correct(actor, number, wanted), self._on_done, self._on_trouble)

    def _on_done(self, petitions: int) -> None:
        self.accept()
        self.corrected.emit(petitions)

    def _on_trouble(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.show_error(error)
