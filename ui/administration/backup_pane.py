"""Back-ups in the window: how old the last one is, make one, restore, move to a server, and the daily line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QProgressBar, QWidget

from desktop_app.errors import InvalidValueError, TransferError
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.backups import age_words
from ui import jobs
from ui.administration.broken_chain_question import BrokenChainQuestion
from ui.administration.server_dialog import ServerDialog
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.database.backup import Backup
    from desktop_app.database.transfer import Transferred
    from desktop_app.office.backups import BackupState
    from desktop_app.progress import Progress
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 460


class BackupPane(FormPane):
    """`done` tells what was done. `ask_*` ask for a path; tests put their own there."""

    done = Signal(str)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(width=_WIDTH, parent=parent)
        self._backups, self._actor = workplace.services.backups, workplace.actor
        self._database = workplace.services.database
        self._job: jobs.Job | None = None
        self._stop = _Stop()
        self.ask_new_file: Callable[[str, str], Path | None] = self._ask_new_file
        self.ask_backup: Callable[[], Path | None] = self._ask_backup
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.age = PlainLabel("", bold=True, wrap=True)
        self.where = PlainLabel("", "secondary", "text2", wrap=True)
        self.make_button = Button(
            translate("Administration", "Back up now…"),
            "primary",
            icon="ph.floppy-disk",
            flush=True,
            writes=True,
        )
        self.restore_button = Button(translate("Administration", "Restore…"), flush=True)
        self.move_button = Button(translate("Administration", "Copy to a department server…"), flush=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.doing = PlainLabel("", "secondary", "text2", wrap=True)
        self.stop_button = Button(translate("Administration", "Stop"))
        self.question = BrokenChainQuestion()
        self.owner_only = PlainLabel(
            translate(
                "Administration",
                "Your account does not see every row, so it cannot back this database up. Whoever owns it does: "
                "with the line below on one PC, or “mosharekat database backup”.",
            ),
            "secondary",
            "text2",
            wrap=True,
        )
        self.owner_only.hide()
        self.folder = TextField(translate("Administration", "Folder of the daily back-ups"))
        self.folder_button = Button(translate("Administration", "Choose…"))
        self.hour = TextField(translate("Administration", "Hour"), digits("02:00"))
        self.keep = TextField(translate("Administration", "Keep the newest"), digits("14"))
        self.line = PlainText(latin=True)
        self.line.setPlaceholderText(
            translate("Administration", "Choose a folder, and the line stands here.")
        )
        self.copy_button = Button(translate("Administration", "Copy the line"), icon="ph.copy", flush=True)
        self._lay_out()
        self._wire()
        self._show_running("")
        self._word_line()

    def _lay_out(self) -> None:
        self.heading(translate("Administration", "Back-up"))
        self.column.addWidget(
            PlainLabel(translate("Administration", "Last good back-up"), "secondary", "text2")
        )
        self.column.addWidget(self.age)
        self.column.addWidget(self.where)
        self.column.addSpacing(10)
        self.column.addWidget(self.owner_only)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in ((first, (self.make_button, self.restore_button)), (second, (self.move_button,))):
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
        choosing = QHBoxLayout()
        choosing.setSpacing(0)
        choosing.addWidget(self.folder, 1)
        choosing.addWidget(self.folder_button)
        self.column.addWidget(PlainLabel(self.folder.accessibleName(), "secondary", "text2"))
        self.column.addLayout(choosing)
        self.column.addSpacing(8)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(12)
        for place, field in enumerate((self.hour, self.keep)):
            numbers.addWidget(PlainLabel(field.accessibleName(), "secondary", "text2"), 0, place)
            numbers.addWidget(field, 1, place)
        self.column.addLayout(numbers)
        self.column.addSpacing(10)
        self.line.setFixedHeight(108)
        self.labelled(
            translate("Administration", "Give this line to the system's scheduler"), self.line, _hint()
        )
        self.buttons(self.copy_button)

    def _wire(self) -> None:
        self.make_button.clicked.connect(lambda _checked=False: self.make())
        self.restore_button.clicked.connect(lambda _checked=False: self.restore())
        self.move_button.clicked.connect(lambda _checked=False: self.move_to_server())
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.folder_button.clicked.connect(lambda _checked=False: self.choose_folder())
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_line())
        for field in (self.folder, self.hour, self.keep):
            field.textChanged.connect(lambda _text: self._word_line())

    # How old

    def refresh(self) -> None:
        """Reads again how old the last back-up is."""
        jobs.run(self, self._backups.state, self._show_state)

    def _show_state(self, state: BackupState) -> None:
        self.age.setText(age_words(state.last))
        self.age.set_colour("warn" if state.overdue else "text")
        self.where.setText(isolated(state.last.place) if state.last is not None else "")
        self.where.setVisible(state.last is not None)
        self.make_button.setVisible(state.possible)
        self.owner_only.setVisible(not state.possible)

    # Doing

    def make(self) -> None:
        """Asks where to, and makes a back-up."""
        jobs.run(self, self._backups.suggested_name, self._make_as)

    def _make_as(self, name: str) -> None:
        path = self.ask_new_file(translate("Administration", "The new back-up"), name)
        if path is not None:
            words = fill(translate("Administration", "Backing up into {name} …"), name=isolated(path.name))
            self._run(words, lambda progress: self._backups.make(self._actor, path, progress), self._on_made)

    def restore(self) -> None:
        """Asks for a back-up and for a new database; what is open now stays as it is."""
        backup = self.ask_backup()
        if backup is None:
            return
        file = self.ask_new_file(translate("Administration", "The new database"), "mosharekat-restored.db")
        if file is None:
            return
        self._restore(backup, file, accept=False)

    def _restore(self, backup: Path, file: Path, *, accept: bool) -> None:
        words = fill(translate("Administration", "Restoring {name} …"), name=isolated(backup.name))
        self._run(
            words,
            lambda progress: self._backups.restore_into_file(
                self._actor, backup, file, progress, accept_broken_chain=accept
            ),
            lambda result: self._on_restored(result, file),
            on_broken_chain=lambda: self._restore(backup, file, accept=True),
        )

    def move_to_server(self) -> None:
        """Asks for the server, and carries everything there."""
        dialog = ServerDialog(self)
        dialog.chosen.connect(self.copy_to)
        dialog.open()

    def copy_to(self, address: str, password: str, *, accept: bool = False) -> None:
        """Carries everything into the empty database at `address`."""
        self._run(
            translate("Administration", "Copying to the server …"),
            lambda progress: self._backups.copy_to_server(
                self._actor, address, password, progress, accept_broken_chain=accept
            ),
            lambda result: self._on_copied(result, address),
            on_broken_chain=lambda: self.copy_to(address, password, accept=True),
        )

    def stop(self) -> None:
        """Stops what is under way; nothing of it is kept."""
        if self._job is not None:
            self._stop.asked = True
            self.doing.setText(translate("Administration", "Stopping …"))

    def _run(
        self,
        words: str,
        work: Callable[[Progress], object],
        on_done: Callable[..., None],
        on_broken_chain: Callable[[], object] | None = None,
    ) -> None:
        if self._job is not None:
            return
        self.question.forget()

        def failed(error: Exception) -> None:
            self._show_running("")
            broken = isinstance(error, TransferError) and error.parameters["reason"] == "chain"
            if broken and on_broken_chain is not None:
                self.question.ask(on_broken_chain)
            else:
                jobs.show_error(self, error)

        def finished(result: object) -> None:
            self._show_running("")
            on_done(result)

        stop = self._stop = _Stop()
        self._show_running(words)
        self._job = jobs.run(
            self,
            lambda progress: work(_Stoppable(progress, stop)),
            finished,
            failed,
            progress=self._show_progress,
        )

    def _show_running(self, words: str) -> None:
        """Progress and a way to stop; or the ways to begin."""
        if not words:
            self._job = None
        self.doing.setText(words)
        self.bar.setRange(0, 0)
        for widget in (self.doing, self.bar, self.stop_button):
            widget.setVisible(bool(words))
        for button in (self.make_button, self.restore_button, self.move_button):
            button.setEnabled(not words)

    def _show_progress(self, done: int, total: int | None) -> None:
        # Bytes and rows may be more than a bar counts.
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(1000 * done // total if total else 0)

    def _on_made(self, made: Backup) -> None:
        words = translate("Administration", "The back-up {name} was made and checked: {size} MB.")
        size = digits(f"{made.size / 1_000_000:.1f}")
        self.done.emit(fill(words, name=isolated(made.path.name), size=size))
        self.refresh()

    def _on_restored(self, result: Transferred, file: Path) -> None:
        words = translate(
            "Administration",
            "{rows} rows were restored into {name} and compared. This window stays with its own database.",
        )
        self._tell(result, fill(words, rows=result.rows, name=isolated(file.name)))

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

    # Every day

    def choose_folder(self) -> None:
        """Asks for the folder of the daily back-ups."""
        folder = self.ask_folder()
        if folder is not None:
            self.folder.setText(str(folder))

    def copy_line(self) -> None:
        """Puts the line on the clipboard."""
        QGuiApplication.clipboard().setText(self.line.toPlainText())
        self.done.emit(translate("Administration", "The line is on the clipboard."))

    def _word_line(self) -> None:
        from desktop_app.office.backups import schedule_command  # noqa: PLC0415 - brings SQLAlchemy along

        fields = {"folder": self.folder, "hour": self.hour, "keep": self.keep}
        wrong, line = "", ""
        try:
            line = schedule_command(self._database, self.folder.text(), self.hour.text(), self.keep.text())
        except InvalidValueError as error:
            wrong = str(error.parameters["field"])
        for name, field in fields.items():
            field.mark_invalid(name == wrong and bool(field.text()))
        self.line.setPlainText(line)
        self.copy_button.setEnabled(bool(line))

    # Files

    def _ask_new_file(self, title: str, name: str) -> Path | None:
        suggested = str(Path(_documents()) / name)
        # The program itself never overwrites a back-up, so nobody is asked whether it should.
        option = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(self, title, suggested, options=option)
        return Path(chosen) if chosen else None

    def _ask_backup(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("Administration", "The back-up to restore"), _documents()
        )
        return Path(chosen) if chosen else None

    def _ask_folder(self) -> Path | None:
        title = translate("Administration", "Folder of the daily back-ups")
        chosen = QFileDialog.getExistingDirectory(self, title, self.folder.text() or _documents())
        return Path(chosen) if chosen else None


class _Stop:
    """Set by the window, read by the worker."""

    asked = False


class _Stoppable:
    """A progress that can be asked to stop without dropping the result, should it be there already."""

    def __init__(self, progress: Progress, stop: _Stop) -> None:
        self._progress, self._stop = progress, stop

    def report(self, done: int, total: int | None = None) -> None:
        self._progress.report(done, total)

    def cancelled(self) -> bool:
        return self._stop.asked or self._progress.cancelled()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _hint() -> str:
    return translate(
        "Administration",
        "It makes a checked back-up and takes away only older ones that it made itself. On PostgreSQL the "
        "password comes from the keyring of the user under whom it runs.",
    )
