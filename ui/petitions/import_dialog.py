"""Importing petitions from a file, in the window: choose, look, import, see what became of every row.

Nothing is written before the person has seen how the file was understood.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.intake import petitions
from desktop_app.intake.importing import ImportPlan, ImportResult
from desktop_app.intake.rejects import RejectedRows
from desktop_app.persian.digits import isolated
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.guard import guarded
from ui.petitions.composer_fields import Choice
from ui.petitions.empty_pages import may_register, no_permission_page
from ui.petitions.import_mapping import MappingFields
from ui.petitions.import_preview import Preview, PreviewModel, try_rows
from ui.petitions.import_result import ResultPage
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER, ROW_REPORT
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

_CHOOSE, _LOOK, _RESULT = range(3)


class ImportPage(QWidget):
    """A page of the inbox. `choose_file` and `choose_target` ask for a path; tests put their own there."""

    closed = Signal()
    imported = Signal(int)
    said = Signal(str, object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._services, self._actor = workplace.services, workplace.actor
        self.choose_file: Callable[[], str] = self._ask_file
        self.choose_target: Callable[[str], str] = self._ask_target
        self._plan: ImportPlan | None = None
        self._job: jobs.Job | None = None
        self._rejects = RejectedRows()
        self._stopped = _Stop()
        self.setAcceptDrops(True)
        self.what = PlainLabel("", "interface", elide=True)
        self.lacking = PlainLabel("", "secondary", "danger", wrap=True)
        self.mapping = MappingFields()
        self.preview = PreviewModel(self)
        self.channel = Choice(translate("ImportPage", "Channel of rows that name none"))
        self.channel.offer([(channel, label("channel", channel.value)) for channel in Channel])
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.done = PlainLabel("", "secondary", "text2")
        self.stop_button = Button(translate("ImportPage", "Stop"))
        self.import_button = Button(translate("ImportPage", "Import"), "primary", icon="ph.download-simple")
        self.result = ResultPage()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        self.pages = QStackedWidget()
        permitted = may_register(self._actor)
        self.pages.addWidget(self._choose_page() if permitted else no_permission_page())
        self.pages.addWidget(self._look_page())
        self.pages.addWidget(self.result)
        column.addWidget(self.pages, 1)

    def _header(self) -> QWidget:
        header = _Bar()
        header.setFixedHeight(PAGE_HEADER)
        row = QHBoxLayout(header)
        set_margins(row, 24, 0, 16, 0)
        row.addWidget(PlainLabel(translate("ImportPage", "Import petitions"), "heading"))
        row.addStretch()
        back = Button(translate("ImportPage", "Back to the inbox"), "ghost", key="Esc")
        back.clicked.connect(lambda _checked=False: self.leave())
        row.addWidget(back)
        return header

    def _choose_page(self) -> QWidget:
        step = FirstStep(
            "ph.file-text",
            translate("ImportPage", "CSV, XLSX or JSON Lines"),
            translate("ImportPage", "You see how it is understood before anything is written"),
            translate("ImportPage", "Choose a file"),
            self.choose,
        )
        return EmptyState(
            translate("ImportPage", "Drop the file here"),
            translate("ImportPage", "What was imported before is recognised and not taken in twice."),
            icon="ph.download-simple",
            steps=(step,),
        )

    def _look_page(self) -> QWidget:
        page = QWidget()
        table = self.table = QTableView()
        table.setModel(self.preview)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_REPORT)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.mapping.setFixedWidth(360)
        middle = QHBoxLayout()
        middle.setSpacing(1)
        middle.addWidget(self.mapping)
        middle.addWidget(table, 1)
        head = QVBoxLayout()
        set_margins(head, 24, 12, 24, 8)
        head.addWidget(self.what)
        head.addWidget(self.lacking)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self._footer())
        return page

    def _footer(self) -> QWidget:
        footer = _Bar(top=True)
        row = QHBoxLayout(footer)
        set_margins(row, 24, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.channel.accessibleName(), "secondary", "text2"))
        self.channel.setFixedWidth(150)
        row.addWidget(self.channel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.done)
        row.addStretch()
        self.other_button = Button(translate("ImportPage", "Another file"))
        for button in (self.stop_button, self.other_button, self.import_button):
            row.addWidget(button)
        return footer

    def _wire(self) -> None:
        self.import_button.clicked.connect(lambda _checked=False: self.run_import())
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.other_button.clicked.connect(lambda _checked=False: self.choose())
        self.mapping.changed.connect(self._try)
        self.channel.currentIndexChanged.connect(lambda _index: self._try())
        self.result.save_asked.connect(self.save_rejects)
        self.result.again_asked.connect(self.begin)
        self.result.close_asked.connect(self.leave)
        self._show_running(False)

    # Choosing and looking

    def begin(self) -> None:
        """From the start, unless an import is under way."""
        if self._job is None and may_register(self._actor):
            self._plan = None
            self.pages.setCurrentIndex(_CHOOSE)

    def leave(self) -> None:
        """Back to the list; an import that is under way goes on and tells when it is done."""
        self.closed.emit()

    def choose(self) -> None:
        """Asks for a file and looks at it."""
        chosen = self.choose_file()
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Reads what the file is, without importing anything."""
        if not may_register(self._actor):
            return
        jobs.run(self, lambda: petitions.plan(path), self._on_planned)

    def _on_planned(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.mapping.show_plan(plan)
        self.what.setText(_plan_words(plan))
        self.pages.setCurrentIndex(_LOOK)
        self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._try()

    def _try(self) -> None:
        plan, mapping = self._plan, self.mapping.mapping()
        if plan is None:
            return
        lacking = plan.missing(mapping)
        names = "، ".join(label("field", field) for field in lacking)
        words = (
            fill(translate("ImportPage", "Choose the column of: {fields}"), fields=names) if lacking else ""
        )
        self.lacking.setText(words)
        self.lacking.setVisible(bool(lacking))
        self.import_button.setEnabled(not lacking and self._job is None)
        channel: Channel = self.channel.code()
        jobs.run(
            self,
            lambda: try_rows(self._services, plan, mapping, channel),
            lambda preview: self._show_preview(plan, mapping, preview),
        )

    def _show_preview(self, plan: ImportPlan, mapping: dict[str, str], preview: Preview) -> None:
        if plan is self._plan and mapping == self.mapping.mapping():
            self.preview.show_preview(preview, mapping)
            self.table.setColumnWidth(0, 56)
            self.table.setColumnWidth(1, 250 if preview.faults else 60)

    # Importing

    def run_import(self) -> None:
        """Takes the file in, chunk by chunk; it can be stopped, what is done stays."""
        plan, mapping = self._plan, self.mapping.mapping()
        if plan is None or self._job is not None:
            return
        rejects, channel = RejectedRows(), self.channel.code()
        self._rejects = rejects

        def work(progress: Progress) -> ImportResult:
            return petitions.run(
                self._services,
                self._actor,
                plan,
                mapping,
                channel=channel,
                progress=progress,
                rejects=rejects,
            )

        self._stopped = _Stop()
        self._show_running(True)
        stop = self._stopped
        self._job = jobs.run(
            self,
            lambda progress: work(_Stoppable(progress, stop)),
            self._on_imported,
            self._on_failed,
            progress=self._on_progress,
        )

    def stop(self) -> None:
        """Asks the import to stop behind the chunk that is being written."""
        self._stopped.asked = True

    def _on_progress(self, done: int, total: int | None) -> None:
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)
        self.done.setText(fill(translate("ImportPage", "{done} rows"), done=done))

    def _on_imported(self, result: ImportResult) -> None:
        self._job = None
        self._show_running(False)
        self.result.show_result(result)
        self.pages.setCurrentIndex(_RESULT)
        self.result.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        words = translate(
            "ImportPage", "Imported: {created} new, {present} there already, {rejected} rejected."
        )
        self.said.emit(
            fill(
                words, created=result.created, present=result.already_present, rejected=len(result.rejected)
            ),
            None,
        )
        self.imported.emit(result.created)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show_running(False)
        jobs.show_error(self, error)

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.done.setVisible(running)
        self.stop_button.setVisible(running)
        self.other_button.setVisible(not running)
        self.import_button.setEnabled(not running)
        self.mapping.setEnabled(not running)
        self.bar.setRange(0, 0)

    def save_rejects(self) -> None:
        """Writes the rejected rows in the format of their file, to be mended and imported again."""
        chosen = self.choose_target(f"rejected{self._rejects.suffix()}")
        if chosen:
            rejects = self._rejects
            jobs.run(self, lambda: rejects.write(Path(chosen)), self._on_saved, self._on_not_saved)

    def _on_saved(self, paths: tuple[Path, ...]) -> None:
        name = isolated(paths[0].name) if paths else ""
        self.said.emit(fill(translate("ImportPage", "The rejected rows are in {name}."), name=name), None)

    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.said.emit(
                translate("ImportPage", "The file could not be written there; choose another folder."), None
            )
        else:
            jobs.show_error(self, error)

    # Files

    def _ask_file(self) -> str:
        pattern = "(*.csv *.tsv *.txt *.xlsx *.xlsm *.jsonl *.ndjson *.json)"
        words = translate("ImportPage", "Tables")
        return QFileDialog.getOpenFileName(
            self, translate("ImportPage", "Choose a file"), "", f"{words} {pattern}"
        )[0]

    def _ask_target(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self, translate("ImportPage", "Save rejected rows"), name)[0]

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self._job is None:
            event.acceptProposedAction()
            self.look_at(Path(paths[0]))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().base)


class _Stop:
    """Set by the window, read by the worker."""

    asked = False


class _Stoppable:
    """A progress that can be asked to stop without dropping the result: what was done is to be told."""

    def __init__(self, progress: Progress, stop: _Stop) -> None:
        self._progress, self._stop = progress, stop

    def report(self, done: int, total: int | None = None) -> None:
        self._progress.report(done, total)

    def cancelled(self) -> bool:
        return self._stop.asked or self._progress.cancelled()


def _plan_words(plan: ImportPlan) -> str:
    """What the file was found to be, in one line."""
    separators = {
        ",": translate("ImportPage", "comma"),
        ";": translate("ImportPage", "semicolon"),
        "\t": translate("ImportPage", "tab"),
    }
    parts = [isolated(plan.path.name), isolated(plan.format.value.upper())]
    if plan.encoding:
        parts.append(isolated(plan.encoding.upper()))
    if plan.delimiter:
        name = separators.get(plan.delimiter, isolated(plan.delimiter))
        parts.append(fill(translate("ImportPage", "separated by {name}"), name=name))
    parts.append(fill(translate("ImportPage", "about {count} rows"), count=digits(plan.table.rows)))
    return "   ·   ".join(parts)


class _Bar(QWidget):
    """Header or footer of the page."""

    def __init__(self, *, top: bool = False) -> None:
        super().__init__()
        self._top = top

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box, top=self._top)
