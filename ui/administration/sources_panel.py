"""Intake sources: folders and mailboxes, their columns, and the files taken in from them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import AppError, SourceAwayError
from desktop_app.intake.imports.importing import ImportPlan
from desktop_app.intake.sources.model import Matter, SourceKind
from desktop_app.intake.sources.round_report import FileOutcome, outcome_words
from desktop_app.intake.sources.service import SourceRow, SourceSettings, sample
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.staff.credentials import KeyringOutcome
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label
from ui import jobs
from ui.administration.source_form import SourceForm
from ui.administration.source_mapping import SourceMapping
from ui.importing.dropping import TABLES
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_panes import side_by_side
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import Roster, RosterPane, RosterRow

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_Read = tuple[tuple[SourceRow, ...], list[tuple[int, str]]]


class SourcesPanel(QWidget):
    """`done` reports what was done and its undo. `choose_sample` opens a file dialog; tests replace it."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._rows: dict[int, SourceRow] = {}
        self._key: int | None = None
        self._reading = False
        self._shown = (0, 0)
        self.choose_sample: Callable[[], str] = self._ask_sample
        self.roster = Roster(translate("Sources", "Sources"))
        self.roster.chosen.connect(self._show)
        nothing = (
            translate("Sources", "No source is set yet"),
            translate(
                "Sources", "“Add” sets the first: a folder or a mailbox that is looked into by itself."
            ),
        )
        self.pane = RosterPane(self.roster, translate("Sources", "Name or place"), nothing)
        self.form = SourceForm()
        self.form.save_button.clicked.connect(lambda _checked=False: self.save())
        self.form.name.returnPressed.connect(self.save)
        self.form.columns_asked.connect(self.ask_sample)
        self.files = Roster(translate("Sources", "What came by it"))
        self.files.chosen.connect(self._show_file)
        #: The full result of the chosen file; the list shows it elided.
        self.outcome = PlainLabel("", "secondary", "text2", wrap=True)
        #: When the source was last read, and the error if it failed.
        self.looked = PlainLabel("", "secondary", "text2", wrap=True)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.mapping = SourceMapping()
        self.mapping.kept.connect(self._on_mapping)
        self.mapping.closed.connect(self._to_list)
        self.mapping.other_asked.connect(self.ask_sample)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self.mapping)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.start_new()

    def _list_page(self) -> QWidget:
        leading = QWidget()
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        head = QVBoxLayout()
        set_margins(head, 16, 12, 16, 6)
        head.setSpacing(2)
        head.addWidget(PlainLabel(self.files.accessibleName(), "interface", bold=True))
        head.addWidget(self.looked)
        head.addWidget(self.trouble)
        below.addLayout(head)
        self._files_stack = QStackedWidget()
        self._files_stack.addWidget(self.files)
        words = translate("Sources", "Nothing came by it yet")
        about = translate("Sources", "“Take in now” in “Handed in”, or the scheduled task, looks into it.")
        self._files_stack.addWidget(EmptyState(words, about, icon="ph.tray"))
        below.addWidget(self._files_stack, 1)
        foot = QVBoxLayout()
        set_margins(foot, 16, 8, 16, 10)
        foot.addWidget(self.outcome)
        below.addLayout(foot)
        column.addWidget(self._below, 1)
        page = QWidget()
        side_by_side(page, leading, self.form)
        return page

    def refresh(self) -> None:
        """Reloads the sources, and the files of the current one."""
        services = self._workplace.services

        def read() -> _Read:
            drafts = [(row.id, row.title) for row in services.drafting.all()]
            return services.sources.all(), drafts

        jobs.run(self, read, self._on_read)
        self._read_files()

    def start_new(self) -> None:
        """Clears the form for a new source."""
        self._key, self._shown = None, (0, 0)
        self._below.hide()
        self.form.show_source(None)
        self.pages.setCurrentIndex(0)
        self.form.name.setFocus()

    def save(self) -> None:
        """Adds the source, or saves changes to the current one."""
        before = self._rows.get(self._key) if self._key is not None else None
        try:
            settings = self.form.settings()
        except AppError as error:
            self.form.show_error(error)
            return
        password = self.form.password.text() if settings.way is SourceKind.MAILBOX else ""
        self._change(before, settings, password)

    def _change(self, before: SourceRow | None, settings: SourceSettings, password: str = "") -> None:
        sources, actor = self._workplace.services.sources, self._workplace.actor
        self.form.save_button.setEnabled(False)
        self.form.refusals.clear()

        def work() -> tuple[SourceRow, KeyringOutcome | None]:
            if before is None:
                row = sources.add(actor, settings)
            else:
                row = sources.change(actor, before.id, before.version, settings)
            return row, row.settings.account.keep_password(password) if password else None

        jobs.run(self, work, lambda found: self._on_saved(found[0], found[1], before), self._on_refused)

    def ask_sample(self) -> None:
        """Asks for a sample file of the source, and shows its first rows for choosing the columns."""
        try:
            settings = self.form.settings()
        except AppError as error:
            self.form.show_error(error)
            return
        chosen = self.choose_sample()
        if chosen:
            jobs.run(self, lambda: sample(Path(chosen), settings), self._on_sample)

    def _on_sample(self, plan: ImportPlan) -> None:
        self.pages.setCurrentWidget(self.mapping)
        self.mapping.show_plan(plan)

    def _on_mapping(self, mapping: dict[str, str]) -> None:
        self.form.take_mapping(mapping)
        self._to_list()
        # Choosing columns of an existing source saves it at once.
        if self._key is not None:
            self.save()

    def _to_list(self) -> None:
        self.pages.setCurrentIndex(0)
        self.form.columns_button.setFocus()

    def _on_read(self, read: _Read) -> None:
        rows, drafts = read
        if read == self._last_read:
            # Reloading must not overwrite what is being typed.
            return
        self._last_read = read
        self._rows = {row.id: row for row in rows}
        self.form.offer_drafts(drafts)
        self._reading = True
        self.pane.show_rows([_roster_row(row) for row in rows], self._key)
        self._reading = False

    def _show(self, key: int) -> None:
        row = self._rows[key]
        self._key = key
        self._below.show()
        self.looked.setText(_looked_words(row))
        self.trouble.setText(error_sentence(SourceAwayError(**row.trouble)) if row.trouble else "")
        self.trouble.setVisible(bool(row.trouble))
        if self._reading and (key, row.version) == self._shown:
            # A round that read the source meanwhile must not overwrite what is being typed.
            return
        self._shown = key, row.version
        self.form.show_source(row)
        self._read_files()

    def _read_files(self) -> None:
        key = self._key
        if key is None:
            return
        rounds, actor = self._workplace.services.rounds, self._workplace.actor
        jobs.run(self, lambda: rounds.latest(actor, key), lambda files: self._on_files(key, files))

    def _on_files(self, key: int, files: tuple[FileOutcome, ...]) -> None:
        if key == self._key:
            self.outcome.setText("")
            self.outcome.setVisible(bool(files))
            self.files.show_rows([_file_row(one) for one in files])
            self._files_stack.setCurrentIndex(0 if files else 1)

    def _show_file(self, key: int) -> None:
        row = next(row for row in self.files.rows() if row.key == key)
        self.outcome.setText(row.about)

    def _on_saved(self, row: SourceRow, kept: KeyringOutcome | None, before: SourceRow | None) -> None:
        self.form.save_button.setEnabled(True)
        self.form.password.clear()
        self._key = row.id
        words = fill(translate("Sources", "The source “{name}” was saved."), name=row.settings.name)
        if kept is not None and kept is not KeyringOutcome.KEPT:
            words = translate(
                "Sources",
                "The source was saved, but this PC's store did not keep the password; rounds on this PC cannot sign"
                " in.",
            )
        undo = partial(self._change, row, before.settings) if before is not None else None
        self.done.emit(words, undo)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.form.save_button.setEnabled(True)
        self.form.show_error(error)

    def _ask_sample(self) -> str:
        pattern = f"({' '.join(f'*{ending}' for ending in TABLES)})"
        words = translate("ImportPage", "Tables")
        title = translate("Sources", "A sample of its files")
        return QFileDialog.getOpenFileName(self, title, self.form.folder.text(), f"{words} {pattern}")[0]


def _roster_row(row: SourceRow) -> RosterRow:
    told = row.settings
    what = label("matter", told.matter.value)
    if told.matter is Matter.COMMENTS and row.instrument:
        what = f"{what} «{row.instrument[:40]}»"
    about = f"{what} · {isolated(visible_controls(row.place))}"
    mark = translate("Sources", "Away") if row.trouble and told.active else ""
    return RosterRow(row.id, told.name, about, told.active, mark)


def _looked_words(row: SourceRow) -> str:
    if row.looked_at is None:
        return translate("Sources", "It was not looked into yet.")
    when = f"{short_date(tehran_day(row.looked_at))} {clock_time(row.looked_at)}"
    words = fill(translate("Sources", "Looked into last: {when}"), when=when)
    if row.waiting:
        still = translate("Sources", "{words}; still being written: {names}")
        names = translate("Sources", ", ").join(shown_name(name) for name in row.waiting)
        words = fill(still, words=words, names=names)
    return words


def _file_row(one: FileOutcome) -> RosterRow:
    when = f"{short_date(tehran_day(one.began_at))} {clock_time(one.began_at)}"
    mark = ""
    if not one.put_away:
        mark = translate("Sources", "Under way")
    elif one.refused:
        mark = translate("Sources", "Refused")
    elif not one.clean:
        mark = translate("Sources", "To be looked at")
    return RosterRow(one.id, f"{shown_name(one.name)}  ·  {when}", outcome_words(one), True, mark)
