"""Command that corrects how the shown petition was registered: kind, subject, letter number, name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.persian.dates import long_date
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Kind
from desktop_app.staff.roles import Role
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.signals import ID
from ui.widgets.button import Button, buttons_at_the_end
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.segmented import Segmented
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class CorrectionCommand(QObject):
    """Opens the dialog for the shown petition.

    `said` carries a message and its undo callback (or None). `changed` carries the id of the petition.
    """

    said = Signal(str, object)
    changed = Signal(ID)

    def __init__(
        self, workplace: Workplace[InboxServices], place: QWidget, shown: Callable[[], PetitionDetail | None]
    ) -> None:
        super().__init__(place)
        self._workplace, self._place, self._shown = workplace, place, shown
        self.dialog: RegistrationDialog | None = None
        words = translate("Correction", "Correct the registration…")
        self.action = make_action(place, words, self.ask, key="Shift+C", icon="ph.pencil-line", writes=True)

    def ask(self) -> None:
        """Opens the dialog; where the person may not correct it, says why not."""
        detail = self._shown()
        if detail is None:
            return
        if not detail.corrects:
            self.said.emit(rule_sentence("not_your_role"), None)
            return
        dialog = self.dialog = RegistrationDialog(self._workplace, detail, self._place.window())
        dialog.corrected.connect(self._on_corrected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_corrected(self, before: PetitionDetail, now: PetitionDetail) -> None:
        words = translate("Correction", "The registration of {code} is corrected.")
        if now.due_on != before.due_on:
            words = translate(
                "Correction", "The registration of {code} is corrected; its deadline is {day} now."
            )
        if now.due_on is None and before.due_on is not None:
            words = translate(
                "Correction", "The registration of {code} is corrected; it has no deadline now."
            )
        day = long_date(now.due_on) if now.due_on is not None else ""
        back = (lambda: self._undo(now)) if now.undoable else None
        self.said.emit(fill(words, code=shown_code(now.tracking_code), day=day), back)
        self.changed.emit(now.id)

    def _undo(self, corrected: PetitionDetail) -> None:
        desk, actor = self._workplace.services.desk, self._workplace.actor

        def done(now: PetitionDetail) -> None:
            words = translate("Inbox", "{code} is as it was before.")
            self.said.emit(fill(words, code=shown_code(now.tracking_code)), None)
            self.changed.emit(now.id)

        jobs.run(self._place, lambda: desk.undo(actor, corrected.id, corrected.version), done)


class RegistrationDialog(QDialog, RefusingForm):
    """Corrects and closes; emits `corrected` with the petition before and after. Errors are shown in the form."""

    corrected = Signal(object, object)

    def __init__(
        self, workplace: Workplace[InboxServices], detail: PetitionDetail, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._detail = workplace, detail
        self.setWindowTitle(translate("Correction", "Correct the registration"))
        self.setMinimumWidth(560)
        self.kind = Segmented([(kind.value, label("kind", kind.value)) for kind in Kind], detail.kind.value)
        self.kind.setAccessibleName(translate("RegisterForm", "Kind"))
        self.kind.setEnabled(detail.resolved_at is None)
        self.subject = TextField(translate("RegisterForm", "Subject"), size="form")
        self.subject.setText(detail.subject)
        self.letter = TextField(translate("RegisterForm", "Letter number"), size="form")
        self.letter.setText(digits(detail.letter_number or ""))
        self.name = TextField(translate("RegisterForm", "Name"), size="form")
        self.name.setText(detail.petitioner_name)
        self.renames = detail.petitioner_id is not None and workplace.actor.has(Role.MANAGER, detail.unit_id)
        self.name.setReadOnly(not self.renames)
        self.reason = TextField(translate("Correction", "Why (it stands in the history)"), size="form")
        save = make_action(self, translate("Correction", "Correct"), self.save, key="Ctrl+Return")
        self.save_button = Button.of(save, "primary", writes=True)
        self.cancel_button = Button(translate("People", "Cancel"), "ghost")
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        self.refusals = Refusals(
            self,
            {"subject": self.subject, "letter_number": self.letter, "name": self.name, "reason": self.reason},
            foot=self.save_button,
            kept=translate("Correction", "Nothing is corrected yet."),
        )
        (self.kind if self.kind.isEnabled() else self.subject).setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.windowTitle(), "title"))
        rule = translate(
            "Correction",
            "What the petitioner wrote stays as it came. With another kind the deadline is counted again.",
        )
        if not self.kind.isEnabled():
            rule = rule_sentence("kind_of_closed")
        column.addWidget(PlainLabel(rule, "secondary", "text2", wrap=True))
        for field in (self.kind, self.subject, self.letter, self.name, self.reason):
            caption = PlainLabel(field.accessibleName(), "secondary", "text2")
            if field is self.name:
                caption.setText(self._name_words())
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
        column.addSpacing(8)
        column.addLayout(buttons_at_the_end(self.cancel_button, self.save_button))

    def _name_words(self) -> str:
        if self.renames:
            return translate("Correction", "Name (corrected in all petitions of this person)")
        return translate("Correction", "Name (a manager corrects it)")

    def save(self) -> None:
        """Corrects what was changed."""
        from desktop_app.petitions.registration.registration_correction import (  # noqa: PLC0415 - SQLAlchemy comes with it
            RegistrationCorrection,
        )

        if not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        self.refusals.clear()
        corrections, actor = self._workplace.services.registration_corrections, self._workplace.actor
        before, letter = self._detail, self.letter.text()
        if letter == digits(before.letter_number or ""):
            # The digits are shown in Persian and stored as they came.
            letter = before.letter_number or ""
        wanted = RegistrationCorrection(
            Kind(self.kind.value()),
            self.subject.text(),
            letter,
            self.reason.text(),
            self.name.text() if self.renames else None,
        )
        jobs.run(
            self,
            lambda: corrections.correct(actor, before.id, before.version, wanted),
            self._on_done,
            self._on_trouble,
        )

    def _on_done(self, now: PetitionDetail) -> None:
        self.accept()
        self.corrected.emit(self._detail, now)

    def _on_trouble(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        named = error.parameters.get("field") if isinstance(error, AppError) else None
        if named == "reason" and not self.reason.text().strip():
            words = translate("Correction", "Write why it is corrected; the reason stands in the history.")
            self.refusals.refuse(self.reason, words)
        else:
            self.show_error(error)
