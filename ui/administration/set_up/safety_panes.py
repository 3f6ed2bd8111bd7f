"""The panes of saved replies, the back-up and the seal of the history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.office.set_up import SetUpTask
from desktop_app.persian.digits import isolated
from desktop_app.wording import fill, translate
from desktop_app.wording.backups import age_words
from desktop_app.wording.replies import proposed_replies
from ui.administration.set_up.task_pane import ConfirmedPane, TaskPane
from ui.widgets.export_work import documents_folder
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.templates import TemplateRow
    from desktop_app.reports.readiness.checklist import Checklist
    from desktop_app.services import AdministrationServices
    from desktop_app.signing import PublicKey
    from ui.workplace import Workplace

#: The panel where place and hour of the daily back-up are set.
_DAILY_BACKUP_PANEL: Final = "tasks"
_TEXT_HEIGHT: Final = 92


class _ProposedReply(QWidget):
    """Parts of one proposed reply."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.offered = title, text
        self.wanted = QCheckBox(title)
        self.wanted.setChecked(True)
        self.text = PlainText(text, "secondary", editable=True)
        self.text.setAccessibleName(title)
        self.text.keep_height(_TEXT_HEIGHT)
        self.wanted.toggled.connect(self.text.setEnabled)


class RepliesPane(TaskPane):
    """Proposed replies, each of which can be changed or left out."""

    task = SetUpTask.REPLIES

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._subheading(translate("SetUp", "The program's proposal"))
        self.proposed = [_ProposedReply(*one) for one in proposed_replies()]
        for one in self.proposed:
            self.column.addWidget(one.wanted)
            self.column.addWidget(one.text)
            self.column.addSpacing(6)
        self.refusals.know({"template_text": self.proposed[0].wanted})
        self.accept_button = self._act(
            translate("SetUp", "Accept the proposal"), self.accept, icon="ph.check"
        )
        self._buttons(
            self.accept_button,
            self._link(translate("Administration", "Saved replies"), "templates"),
            self._link(translate("SetUp", "Words of the letters"), "letters"),
        )
        self._note(
            "ph.info",
            translate(
                "SetUp", "Words in braces, such as {name} and {code}, are filled in for each petition."
            ),
        )

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.replies

    def _fill(self, checklist: Checklist) -> None:
        done = checklist.state(self.task).done
        self.accept_button.setVisible(not done)
        for one in self.proposed:
            one.wanted.setEnabled(not done)
            one.text.setReadOnly(done)

    def begin(self) -> None:
        if self.state.done:
            self.panel_wanted.emit("templates")
        else:
            self.proposed[0].text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def accept(self) -> None:
        """Adds the replies that are ticked."""
        wanted = [(one.offered[0], one.text.toPlainText()) for one in self.proposed if one.wanted.isChecked()]
        if not wanted:
            self.show_error(InvalidValueError(field="template_text", reason="empty", value=""))
            return
        templates, actor = self._services.templates, self._workplace.actor

        def told(made: tuple[TemplateRow, ...]) -> None:
            for one in self.proposed:
                one.text.document().setModified(False)
            self.settled.emit(self._done_words(), self._undo(self._leaving_out(made)))

        self._write(lambda: templates.add_several(actor, wanted), told)

    def _leaving_out(self, made: tuple[TemplateRow, ...]) -> Callable[[], None]:
        templates, actor = self._services.templates, self._workplace.actor

        def work() -> None:
            for row in made:
                templates.change(actor, row.id, row.version, active=False)

        return work


class DailyBackupPane(ConfirmedPane):
    """The last back-up, and the panel where the daily one is set."""

    task = SetUpTask.BACKUP
    plain_confirmation = True

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._subheading(translate("Administration", "Last good back-up"))
        self.age = PlainLabel("", wrap=True)
        self.place = PlainLabel("", "secondary", "text2", wrap=True)
        self.column.addWidget(self.age)
        self.column.addWidget(self.place)
        self.panel_button = self._link(
            translate("SetUp", "Set place and hour"), _DAILY_BACKUP_PANEL, "secondary"
        )
        self._buttons(self.panel_button, self.confirm_button, self.open_button)
        self._note(
            "ph.clock",
            translate(
                "SetUp",
                "The program proposes each night at 02:00, the newest 14 back-ups, each tried by restoring it.",
            ),
        )
        self._note(
            "ph.info",
            translate("SetUp", "This task is done with the first back-up that the schedule makes."),
        )

    def _confirm_words(self) -> str:
        return translate("SetUp", "Made outside of the program")

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.backup, checklist.facts.backup_by_hand

    def _fill(self, checklist: Checklist) -> None:
        facts = checklist.facts
        self.age.setText(age_words(facts.backup))
        self.age.set_colour("warn" if facts.backup is None or facts.backup_is_old else "text")
        self.place.setText(isolated(facts.backup.place) if facts.backup is not None else "")
        self.place.setVisible(facts.backup is not None)
        self._show_confirmation(checklist)

    def begin(self) -> None:
        self.panel_wanted.emit(_DAILY_BACKUP_PANEL)


class SealPane(ConfirmedPane):
    """Makes the key of this PC and hands its public half out. `ask_file` opens a dialog; tests replace it."""

    task = SetUpTask.SEAL
    plain_confirmation = True

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.ask_file: Callable[[], Path | None] = self._ask_file
        self.custodian = TextField(translate("SetUp", "Name of the second custodian"))
        self.custodian.returnPressed.connect(self.make)
        self._labelled(self.custodian.accessibleName(), self.custodian)
        self.refusals.know({"custodian": self.custodian})
        self.fingerprint = PlainLabel("", "secondary", "text2", wrap=True)
        self.column.addWidget(self.fingerprint)
        self.make_button = self._act(translate("SetUp", "Make the key…"), self.make, icon="ph.key")
        self._buttons(self.make_button, self.confirm_button, self.open_button)
        self._note(
            "ph.lock-simple",
            translate(
                "SetUp",
                "The private half stays in the password store of this PC; its public half goes into a file for the"
                " second custodian, who does not look after the database.",
            ),
        )
        self._note(
            "ph.info",
            translate("SetUp", "Seals are made by a scheduled task, or by “mosharekat audit seal”."),
        )

    def _confirm_words(self) -> str:
        return translate("SetUp", "The key was made before")

    def _stored(self, checklist: Checklist) -> object:
        del checklist
        return None

    def _fill(self, checklist: Checklist) -> None:
        state = checklist.state(self.task)
        event = state.event
        self.custodian.setText(event.text if event is not None else "")
        key = event.key if event is not None else ""
        words = translate("SetUp", "Fingerprint of the key: {key}")
        self.fingerprint.setText(fill(words, key=isolated(key)))
        self.fingerprint.setVisible(bool(key))
        self.make_button.setText(
            translate("SetUp", "Hand it out again…") if state.done else translate("SetUp", "Make the key…")
        )
        self.make_button.updateGeometry()
        self._show_confirmation(checklist)

    def begin(self) -> None:
        self.custodian.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def make(self) -> None:
        """Asks for the file of the public key, makes the key and writes the file."""
        name = self.custodian.text()
        if not name.strip():
            self.show_error(InvalidValueError(field="custodian", reason="empty", value=""))
            return
        file = self.ask_file()
        if file is None:
            return
        readiness, actor = self._services.readiness, self._workplace.actor

        def told(key: PublicKey) -> None:
            words = translate("SetUp", "The key {key} is in “{file}”; give the file to {name}.")
            said = fill(words, key=isolated(key.fingerprint), file=isolated(file.name), name=name.strip())
            # A key that was handed out cannot be taken back.
            self.settled.emit(said, None)

        self._write(lambda: readiness.make_seal_key(actor, name, file), told)

    def _ask_file(self) -> Path | None:
        suggested = str(documents_folder() / "mosharekat-public-key.txt")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("SetUp", "File of the public key"),
            suggested,
            # A key file is never overwritten, so there is nothing to confirm.
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(chosen) if chosen else None
