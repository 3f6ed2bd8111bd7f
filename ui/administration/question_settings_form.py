"""Settings of the question how satisfied petitioners are: when it is asked, and how long it may be answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.wording import digits, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 480


class QuestionSettingsForm(FormPane, RefusingForm):
    """`done` reports what was done and its undo; `saved` is emitted after a change."""

    done = Signal(str, object)
    saved = Signal()

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(width=None, parent=parent)
        self._workplace = workplace
        self._stored: QuestionSettings | None = None
        self.after = TextField(translate("Outbox", "Days from closing to the question"), numeric=True)
        self.answer = TextField(translate("Outbox", "Days for an answer"), numeric=True)
        self.silent = PlainLabel("", "secondary", "warn", wrap=True)
        self.save_button = Button(
            translate("Administration", "Save the settings"), "primary", flush=True, writes=True
        )
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        for field in (self.after, self.answer):
            field.returnPressed.connect(self.save)
        self._lay_out()
        self.refusals = Refusals(self, {"ask_after_days": self.after, "answer_days": self.answer})

    def _lay_out(self) -> None:
        self.heading(translate("Outbox", "Question about satisfaction"))
        words = translate(
            "Outbox",
            "Who wrote is asked once how satisfied they are, with one digit from 1 to 5, when a petition of theirs is"
            " closed. The round that hands messages on asks; answers come in with text messages and e-mails.",
        )
        self.column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        self.column.addSpacing(10)
        self.column.addWidget(self.silent)
        hint = translate(
            "Outbox", "0: nobody is asked. Petitions that were closed before are never asked about."
        )
        self.labelled(self.after.accessibleName(), self.after, hint)
        hint = translate("Outbox", "What comes later waits in quarantine, where it may still be counted.")
        self.labelled(self.answer.accessibleName(), self.answer, hint)
        self.buttons(self.save_button)
        for field in (self.after, self.answer):
            field.setMaximumWidth(_WIDTH)

    def show_settings(self, settings: QuestionSettings, *, goes_out: bool) -> None:
        """Shows the stored settings, and whether one of the texts is switched on; unchanged input is kept."""
        silent = settings.ask_after_days > 0 and not goes_out
        words = translate("Outbox", "Nobody is asked: neither text of this question goes out by itself yet.")
        self.silent.setText(words if silent else "")
        self.silent.setVisible(silent)
        if settings == self._stored:
            return
        self._stored = settings
        self.after.setText(digits(settings.ask_after_days))
        self.answer.setText(digits(settings.answer_days))

    def save(self) -> None:
        """Saves the settings in the form."""
        numbers = []
        for name, field in (("ask_after_days", self.after), ("answer_days", self.answer)):
            typed = latin_digits(field.text()).strip()
            if not (typed.isascii() and typed.isdecimal() and len(typed) < 3):
                jobs.show_error(self, InvalidValueError(field=name, reason="out_of_range", value=""))
                return
            numbers.append(int(typed))
        self._change(QuestionSettings(*numbers))

    def _change(self, settings: QuestionSettings) -> None:
        rules, actor, before = self._workplace.services.question_rules, self._workplace.actor, self._stored
        self.save_button.setEnabled(False)
        self.refusals.clear()

        def saved(stored: QuestionSettings) -> None:
            self.save_button.setEnabled(True)
            words = translate("Outbox", "From now on nobody is asked how satisfied they are.")
            if stored.ask_after_days:
                words = translate("Outbox", "The settings of the question were saved.")
            undo = partial(self._change, before) if before is not None else None
            self.done.emit(words, undo)
            self.saved.emit()

        def refused(error: Exception) -> None:
            self.save_button.setEnabled(True)
            jobs.show_error(self, error)

        jobs.run(self, lambda: rules.change(actor, settings, seen=before), saved, refused)
