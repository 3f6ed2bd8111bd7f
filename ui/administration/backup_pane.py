"""Back-ups: age and trial of the last one, creating, trying, restoring, moving to a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from desktop_app.errors import SigningError
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.backups import (
    age_words,
    foreign_words,
    signature_words,
    trial_fault_words,
    trial_words,
)
from ui import jobs
from ui.administration.backup_dialogs import NewPassphraseDialog, OpenBackupDialog
from ui.administration.backup_work import BackupWork
from ui.administration.server_dialog import ServerDialog
from ui.widgets.button import Button
from ui.widgets.export_work import documents_folder
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.database.backup import Backup, Protection
    from desktop_app.database.backup_signature import BackupSignature
    from desktop_app.database.backup_trial import Trial
    from desktop_app.database.transfer import Transferred
    from desktop_app.office.backups import BackupState, OpenedBackup
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 460


class BackupPane(FormPane):
    """`done` reports what was done, `daily_asked` requests the scheduled task. `ask_*` open a file dialog; tests
    replace them.
    """

    done = Signal(str)
    daily_asked = Signal()

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(width=_WIDTH, parent=parent)
        self._backups, self._actor = workplace.services.backups, workplace.actor
        self._database = workplace.services.database
        self.ask_new_file: Callable[[str, str], Path | None] = self._ask_new_file
        self.ask_backup: Callable[[], Path | None] = self._ask_backup
        self.ask_key: Callable[[], Path | None] = self._ask_key
        self.age = PlainLabel("", bold=True, wrap=True)
        self.where = PlainLabel("", "secondary", "text2", wrap=True)
        self.tried = PlainLabel("", bold=True, wrap=True)
        self.fault = PlainLabel("", "secondary", "text2", wrap=True)
        self.signs = QCheckBox(translate("Administration", "Sign with the key of this PC"))
        self.encrypts = QCheckBox(translate("Administration", "Encrypt with a passphrase"))
        self.make_button = Button(
            translate("Administration", "Back up now…"),
            "primary",
            icon="ph.floppy-disk",
            flush=True,
            writes=True,
        )
        self.restore_button = Button(translate("Administration", "Restore…"), flush=True)
        self.try_button = Button(
            translate("Administration", "Try a back-up…"), icon="ph.shield-check", flush=True, writes=True
        )
        self.move_button = Button(translate("Administration", "Copy to a department server…"), flush=True)
        self.daily_button = Button(
            translate("Administration", "Set up the daily back-up…"), icon="ph.clock", flush=True
        )
        self.work = work = BackupWork(self)
        self.bar, self.doing, self.stop_button, self.question = (
            work.bar, work.doing, work.stop_button, work.question,
        )  # fmt: skip
        self.owner_only = PlainLabel(
            translate(
                "Administration",
                "Your account does not see every row, so it cannot back this database up. Whoever owns it does: "
                "with a scheduled task on one PC, or “mosharekat database backup”.",
            ),
            "secondary",
            "text2",
            wrap=True,
        )
        self.owner_only.hide()
        self._lay_out()
        self._wire()
        self.work.show_running("")

    def _lay_out(self) -> None:
        self.heading(translate("Administration", "Back-up"))
        self.column.addWidget(
            PlainLabel(translate("Administration", "Last good back-up"), "secondary", "text2")
        )
        self.column.addWidget(self.age)
        self.column.addWidget(self.where)
        self.column.addSpacing(6)
        self.column.addWidget(
            PlainLabel(translate("Administration", "Last trial of a back-up"), "secondary", "text2")
        )
        self.column.addWidget(self.tried)
        self.column.addWidget(self.fault)
        self.column.addSpacing(10)
        self.column.addWidget(self.owner_only)
        self.column.addWidget(self.signs)
        self.column.addWidget(self.encrypts)
        self.column.addSpacing(6)
        rows = ((self.make_button, self.try_button), (self.restore_button, self.move_button))
        for row, buttons in ((QHBoxLayout(), buttons) for buttons in rows):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch()
            self.column.addLayout(row)
            self.column.addSpacing(4)
        self.move_button.setVisible(self._database.is_sqlite)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop_button)
        self.column.addWidget(self.doing)
        self.column.addLayout(running)
        self.column.addWidget(self.question)
        self.column.addSpacing(20)
        self.heading(translate("Administration", "Every day by itself"))
        words = translate("Administration", "A scheduled task of one PC makes the back-up of each day.")
        self.column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        self.buttons(self.daily_button)

    def _wire(self) -> None:
        self.make_button.clicked.connect(lambda _checked=False: self.make())
        self.try_button.clicked.connect(lambda _checked=False: self.try_one())
        self.restore_button.clicked.connect(lambda _checked=False: self.restore())
        self.move_button.clicked.connect(lambda _checked=False: self.move_to_server())
        self.daily_button.clicked.connect(lambda _checked=False: self.daily_asked.emit())
        for button in (self.make_button, self.try_button, self.restore_button, self.move_button):
            self.work.running_changed.connect(button.setDisabled)

    # Age

    def refresh(self) -> None:
        """Reloads the age of the last back-up."""
        jobs.run(self, self._backups.state, self._show_state)

    def _show_state(self, state: BackupState) -> None:
        self.age.setText(age_words(state.last))
        self.age.set_colour("warn" if state.overdue else "text")
        self.where.setText(isolated(state.last.place) if state.last is not None else "")
        self.where.setVisible(state.last is not None)
        self.tried.setText(trial_words(state.trial))
        failed = trial_fault_words(state.trial)
        self.tried.set_colour("warn" if failed else "text")
        self.fault.setText(failed)
        self.fault.setVisible(bool(failed))
        for widget in (self.make_button, self.try_button, self.signs, self.encrypts):
            widget.setVisible(state.possible)
        self.owner_only.setVisible(not state.possible)

    # Actions

    def make(self) -> None:
        """Asks for a passphrase if one is wanted, and for a file name, and creates a back-up."""
        if not self.encrypts.isChecked():
            self._protect("", None)
            return
        dialog = NewPassphraseDialog(self)
        dialog.chosen.connect(lambda passphrase: self._protect(passphrase, None))
        dialog.open()

    def _protect(self, passphrase: str, key_file: Path | None) -> None:
        signs = self.signs.isChecked()

        def prepared() -> tuple[Protection, str]:
            protection = self._backups.protection(sign=signs, key_file=key_file, passphrase=passphrase)
            return protection, self._backups.suggested_name(encrypted=bool(passphrase))

        def failed(error: Exception) -> None:
            # Without a key in the keyring, one on a stick may be meant.
            missing = isinstance(error, SigningError) and error.parameters["reason"] == "no_key"
            chosen = self.ask_key() if missing and key_file is None else None
            if chosen is not None:
                self._protect(passphrase, chosen)
            else:
                jobs.show_error(self, error)

        jobs.run(self, prepared, lambda found: self._make_as(*found), failed)

    def _make_as(self, protection: Protection, name: str) -> None:
        path = self.ask_new_file(translate("Administration", "The new back-up"), name)
        if path is not None:
            words = fill(translate("Administration", "Backing up into {name} …"), name=isolated(path.name))
            self.work.start(
                words,
                lambda progress: self._backups.make(self._actor, path, progress, protection),
                self._on_made,
            )

    def try_one(self) -> None:
        """Asks for a back-up, restores it for a trial, and keeps the verdict; nothing else is changed."""
        self._choose(translate("Administration", "Try"), self._try)

    def _try(self, backup: OpenedBackup) -> None:
        words = fill(translate("Administration", "Trying {name} …"), name=isolated(backup.path.name))
        self.work.start(
            words, lambda progress: self._backups.try_one(self._actor, backup, progress), self._on_tried
        )

    def restore(self) -> None:
        """Asks for a back-up and for a new database file; the open database is unchanged."""
        self._choose(translate("Administration", "Restore"), self._restore_into_new)

    def _restore_into_new(self, backup: OpenedBackup) -> None:
        file = self.ask_new_file(translate("Administration", "The new database"), "mosharekat-restored.db")
        if file is not None:
            self._restore(backup, file, accept=False)

    def _choose(self, accept: str, then: Callable[[OpenedBackup], None]) -> None:
        """Asks for a back-up, and for what is needed to open it."""
        path = self.ask_backup()
        if path is None:
            return

        def chosen(passphrase: str, key: str) -> None:
            # Brings SQLAlchemy along.
            from desktop_app.office.backups import OpenedBackup  # noqa: PLC0415

            then(OpenedBackup(path, passphrase, Path(key) if key else None))

        def ask(found: tuple[bool, bool]) -> None:
            encrypted, signed = found
            if not encrypted and not signed:
                chosen("", "")
                return
            dialog = OpenBackupDialog(path.name, accept, encrypted=encrypted, signed=signed, parent=self)
            dialog.chosen.connect(chosen)
            dialog.open()

        jobs.run(self, lambda: self._backups.protections_of(path), ask)

    def _restore(self, backup: OpenedBackup, file: Path, *, accept: bool) -> None:
        words = fill(translate("Administration", "Restoring {name} …"), name=isolated(backup.path.name))
        self.work.start(
            words,
            lambda progress: self._backups.restore_into_file(
                self._actor, backup, file, progress, accept_broken_chain=accept
            ),
            lambda result: self._on_restored(result, file),
            on_broken_chain=lambda: self._restore(backup, file, accept=True),
        )

    def move_to_server(self) -> None:
        """Asks for the server, and copies the database there."""
        dialog = ServerDialog(self)
        dialog.chosen.connect(self.copy_to)
        dialog.open()

    def copy_to(self, address: str, password: str, *, accept: bool = False) -> None:
        """Copies everything into the empty database at `address`."""
        self.work.start(
            translate("Administration", "Copying to the server …"),
            lambda progress: self._backups.copy_to_server(
                self._actor, address, password, progress, accept_broken_chain=accept
            ),
            lambda result: self._on_copied(result, address),
            on_broken_chain=lambda: self.copy_to(address, password, accept=True),
        )

    def _on_made(self, made: Backup) -> None:
        words = translate("Administration", "The back-up {name} was made and checked: {size} MB.")
        size = digits(f"{made.size / 1_000_000:.1f}")
        self.done.emit(fill(words, name=isolated(made.path.name), size=size))
        self.refresh()

    def _on_tried(self, tried: tuple[Trial, bool]) -> None:
        trial, known = tried
        if trial.fault is not None:
            jobs.show_error(self, trial.fault)
        else:
            words = translate("Administration", "{name} is sound: {rows} rows were restored and checked.")
            told = fill(words, name=isolated(trial.path.name), rows=trial.rows)
            more = signature_words(trial.signature) if known else foreign_words(trial.path.name)
            self.done.emit(f"{told} {more}")
        self.refresh()

    def _on_restored(self, restored: tuple[Transferred, BackupSignature], file: Path) -> None:
        result, signature = restored
        words = translate(
            "Administration",
            "{rows} rows were restored into {name} and compared. This window stays with its own database.",
        )
        told = fill(words, rows=result.rows, name=isolated(file.name))
        self._tell(result, f"{told} {signature_words(signature)}")

    def _on_copied(self, result: Transferred, address: str) -> None:
        words = translate(
            "Administration",
            "{rows} rows were copied to {name} and compared. Every PC can now be set to that database.",
        )
        self._tell(result, fill(words, rows=result.rows, name=isolated(address)))

    def _tell(self, result: Transferred, words: str) -> None:
        if result.breaks:
            more = translate(
                "Administration", "Its history does not hold in {count} places; each stays named."
            )
            words = f"{words} {fill(more, count=len(result.breaks))}"
        if result.problems:
            more = translate(
                "Administration", "{count} faults were in it before; “database check” names them."
            )
            words = f"{words} {fill(more, count=len(result.problems))}"
        self.done.emit(words)

    # Files

    def _ask_new_file(self, title: str, name: str) -> Path | None:
        suggested = str(documents_folder() / name)
        # Backups are never overwritten, so there is nothing to confirm.
        option = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(self, title, suggested, options=option)
        return Path(chosen) if chosen else None

    def _ask_backup(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("Administration", "The back-up"), str(documents_folder())
        )
        return Path(chosen) if chosen else None

    def _ask_key(self) -> Path | None:
        title = translate("Administration", "The file of the private key")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(documents_folder()))
        return Path(chosen) if chosen else None
