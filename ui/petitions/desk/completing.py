"""Command that completes the identity of a notice, which becomes an ordinary petition."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.people.number_gaps import national_id_gaps, telephone_gaps
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import long_date
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import rule_sentence
from ui import jobs
from ui.actions import make_action
from ui.signals import ID
from ui.widgets.button import Button, buttons_at_the_end
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.registration.identity import NoticeIdentity
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class CompletionCommand(QObject):
    """Opens the dialog for the shown notice.

    `said` carries a message without undo. `changed` carries the id of the petition.
    """

    said = Signal(str, object)
    changed = Signal(ID)

    def __init__(
        self, workplace: Workplace[InboxServices], place: QWidget, shown: Callable[[], PetitionDetail | None]
    ) -> None:
        super().__init__(place)
        self._workplace, self._place, self._shown = workplace, place, shown
        self.dialog: CompletionDialog | None = None
        words = translate("Notices", "Complete the identity of a notice…")
        self.action = make_action(
            place, words, self.ask, key="Shift+I", icon="ph.identification-card", writes=True
        )

    def ask(self) -> None:
        """Opens the dialog; for a petition that is no open notice it says why not."""
        detail = self._shown()
        if detail is None:
            return
        if not detail.completes:
            rule = "not_your_role" if detail.notice else "no_notice"
            self.said.emit(rule_sentence(rule), None)
            return
        identities, actor = self._workplace.services.notice_identities, self._workplace.actor
        jobs.run(
            self._place,
            lambda: identities.of(actor, detail.id),
            lambda identity: self._open(detail, identity),
        )

    def _open(self, detail: PetitionDetail, identity: NoticeIdentity) -> None:
        dialog = self.dialog = CompletionDialog(self._workplace, detail, identity, self._place.window())
        dialog.completed.connect(self._on_completed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_completed(self, now: PetitionDetail) -> None:
        words = translate("Notices", "{code} is an ordinary petition now.")
        if now.due_on is not None:
            words = translate("Notices", "{code} is an ordinary petition now, due on {day}.")
        day = long_date(now.due_on) if now.due_on is not None else ""
        self.said.emit(fill(words, code=shown_code(now.tracking_code), day=day), None)
        self.changed.emit(now.id)


class CompletionDialog(QDialog, RefusingForm):
    """Adds what is missing and closes; emits `completed` with the petition. Errors are shown in the form."""

    completed = Signal(object)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        detail: PetitionDetail,
        identity: NoticeIdentity,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._detail = workplace, detail
        title = translate("Notices", "Complete the identity")
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.fields = {
            "name": TextField(translate("RegisterForm", "Name"), size="form"),
            "national_id": TextField(
                translate("RegisterForm", "National ID"), size="form", gaps=national_id_gaps
            ),
            "mobile": TextField(translate("Notices", "Mobile number"), size="form", gaps=telephone_gaps),
        }
        known = {"name": detail.petitioner_name} | {
            name: digits(getattr(detail, name)) for name in ("national_id", "mobile")
        }
        # What can be typed: nothing on file is overwritten.
        self._open = tuple(name for name in self.fields if name not in identity.on_file)
        for name, field in self.fields.items():
            if name not in self._open:
                field.setText(known[name])
                field.setReadOnly(True)
        save = make_action(self, translate("Notices", "Complete"), self.save, key="Ctrl+Return")
        self.save_button = Button.of(save, "primary", writes=True)
        self.cancel_button = Button(translate("People", "Cancel"), "ghost")
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out(title, identity)
        self.refusals = Refusals(self, self.fields, foot=self.save_button)
        first = min(self._open, key=lambda name: name not in identity.missing, default="name")
        self.fields[first].setFocus()

    def _lay_out(self, title: str, identity: NoticeIdentity) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "title"))
        words = translate(
            "Notices", "The notice becomes an ordinary petition; its deadline counts from today."
        )
        column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        required = translate("Notices", "{field} (required)")
        on_file = translate("Notices", "{field} (on file)")
        for name, field in self.fields.items():
            words = field.accessibleName()
            if name not in self._open:
                words = fill(on_file, field=words)
            elif name in identity.required:
                words = fill(required, field=words)
            caption = PlainLabel(words, "secondary", "text2")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
        column.addSpacing(8)
        column.addLayout(buttons_at_the_end(self.cancel_button, self.save_button))

    def save(self) -> None:
        """Adds what was typed."""
        if not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        self.refusals.clear()
        identities, actor = self._workplace.services.notice_identities, self._workplace.actor
        # Of numbers that are masked, the form does not know what is on file.
        known = self._open if self._detail.masked else tuple(self.fields)
        typed = {name: self.fields[name].text() for name in known}
        contact = Contact(
            self.fields["name"].text(), typed.get("national_id") or None, typed.get("mobile") or None
        )
        number, version = self._detail.id, self._detail.version
        jobs.run(
            self,
            lambda: identities.complete(actor, number, version, contact),
            self._on_done,
            self._on_trouble,
        )

    def _on_done(self, now: PetitionDetail) -> None:
        self.accept()
        self.completed.emit(now)

    def _on_trouble(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.show_error(error)
