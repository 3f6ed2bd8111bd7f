"""Importing from a file, in the window: choose, look, import, see what became of every row.

Nothing is written before the person has seen how the file was understood. What is imported is the `ImportKind`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.intake.imports.changed_rows import ChangedRow, FurtherTaken
from desktop_app.intake.imports.importing import ImportPlan, ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.guard import guarded
from ui.importing.dropping import TABLES, dropped_files
from ui.importing.kind import ImportKind, ImportPreview
from ui.importing.plan_page import PlanPage
from ui.importing.result_page import ResultPage
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.page_bar import PageBar
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel

_CHOOSE, _LOOK, _RESULT = range(3)
Saved = tuple[tuple[str, dict[str, str]], ...]


class ImportPage(QWidget):
    """A page of a screen. `choose_file` asks for a path; tests put their own there."""

    closed = Signal()
    imported = Signal(int)
    #: To what is left to do with what came.
    further_asked = Signal()
    said = Signal(str, object)

    def __init__(self, kind: ImportKind) -> None:
        super().__init__()
        self.kind = kind
        self.permitted = kind.permitted()
        self.choose_file: Callable[[], str] = self._ask_file
        self._plan: ImportPlan | None = None
        self._job: jobs.Job | None = None
        self._stop = jobs.Stop()
        self.setAcceptDrops(True)
        self.plan_page, self.result = PlanPage(kind), ResultPage(kind.words.close)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._choose_page() if self.permitted else kind.who_may())
        self.pages.addWidget(self.plan_page)
        self.pages.addWidget(self.result)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self.pages, 1)
        self._wire()

    def _header(self) -> QWidget:
        header = PageBar(height=PAGE_HEADER)
        row = QHBoxLayout(header)
        set_margins(row, 24, 0, 16, 0)
        row.addWidget(PlainLabel(self.kind.words.title, "heading", elide=True), 1)
        back = Button(self.kind.words.back, "ghost", key="Esc")
        back.clicked.connect(lambda _checked=False: self.leave())
        row.addWidget(back)
        return header

    def _choose_page(self) -> QWidget:
        step = FirstStep(
            "ph.file-text",
            self.kind.words.formats,
            translate("ImportPage", "You see how it is understood before anything is written"),
            translate("ImportPage", "Choose a file"),
            self.choose,
        )
        return EmptyState(
            translate("ImportPage", "Drop the file here"),
            self.kind.words.promise,
            icon="ph.download-simple",
            steps=(step,),
        )

    def _wire(self) -> None:
        self.plan_page.changed.connect(self._try)
        self.plan_page.import_asked.connect(self.run_import)
        self.plan_page.stop_asked.connect(self.stop)
        self.plan_page.other_asked.connect(self.choose)
        self.result.again_asked.connect(self.begin)
        self.result.close_asked.connect(self.leave)
        self.result.further_asked.connect(self.further_asked)
        self.result.said.connect(self.said)
        self.result.changed.apply_asked.connect(self.take_further)
        self.result.changed.stop_asked.connect(self.stop)

    def message_place(self) -> QWidget:
        """Returns the widget at whose foot messages lie: never over the buttons of a page."""
        # A page of this one, not the whole: a message moves when the page is turned.
        shown = self.pages.currentWidget()
        return self.plan_page.table if shown is self.plan_page else shown or self

    # Choosing and looking

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self._job is not None

    def begin(self) -> None:
        """From the start, unless an import is under way."""
        if self._job is None and self.permitted:
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
        if self.permitted and self._job is None:
            jobs.run(self, lambda: self._planned(path), self._on_planned)

    def _planned(self, path: Path) -> tuple[ImportPlan, Saved]:
        plan = self.kind.plan(path)
        return plan, self.kind.saved(plan)

    def _on_planned(self, found: tuple[ImportPlan, Saved]) -> None:
        self._plan, saved = found
        self.pages.setCurrentIndex(_LOOK)
        self.plan_page.show_plan(self._plan, saved)
        self._try()

    def _try(self) -> None:
        plan, mapping = self._plan, self.plan_page.mapping.mapping()
        if plan is None or self._job is not None:
            return
        self.plan_page.show_lacking(plan.missing(mapping))
        channel: Channel = self.plan_page.channel.code()
        jobs.run(
            self,
            lambda: self.kind.try_rows(plan, mapping, channel),
            lambda preview: self._show_preview(plan, mapping, preview),
        )

    def _show_preview(self, plan: ImportPlan, mapping: dict[str, str], preview: ImportPreview) -> None:
        if plan is self._plan and mapping == self.plan_page.mapping.mapping():
            self.plan_page.show_preview(preview, mapping)

    # Importing

    def run_import(self) -> None:
        """Takes the file in, chunk by chunk; it can be stopped, what is done stays."""
        plan, mapping = self._plan, self.plan_page.mapping.mapping()
        if plan is None or self._job is not None:
            return
        rejects, stop = RejectedRows(), jobs.Stop()
        channel: Channel = self.plan_page.channel.code()
        self._stop = stop

        def work(progress: Progress) -> ImportResult:
            return self.kind.run(plan, mapping, channel, jobs.Stoppable(progress, stop), rejects)

        self.plan_page.show_running(True)
        self._job = jobs.run(
            self,
            work,
            lambda result: self._on_imported(result, rejects),
            self._on_failed,
            progress=self.plan_page.show_progress,
        )

    def stop(self) -> None:
        """Asks the import to stop behind the chunk that is being written."""
        self._stop.asked = True

    def _on_imported(self, result: ImportResult, rejects: RejectedRows) -> None:
        self._job = None
        self.plan_page.show_running(False)
        self.result.show_result(result, self.kind.further(result), rejects)
        self.pages.setCurrentIndex(_RESULT)
        first = self.result.changed.table if result.changed else self.result.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        words = translate(
            "ImportPage", "Imported: {created} new, {present} there already, {rejected} rejected."
        )
        if result.changed:
            words = translate(
                "ImportPage",
                "Imported: {created} new, {present} there already, {changed} with other words, {rejected} rejected.",
            )
        told = fill(
            words,
            created=result.created,
            present=result.already_present,
            changed=len(result.changed),
            rejected=len(result.rejected),
        )
        self.said.emit(told, None)
        self.imported.emit(result.created)

    def take_further(self, rows: list[ChangedRow]) -> None:
        """Adds the chosen rows to their petitions; it can be stopped, what is done stays."""
        if self._job is not None:
            return
        pane, stop = self.result.changed, jobs.Stop()
        self._stop = stop

        def work(progress: Progress) -> FurtherTaken:
            return (
                self.kind.take_further(rows, jobs.Stoppable(progress, stop)) if rows else FurtherTaken(0, 0)
            )

        pane.show_running(True)
        self._job = jobs.run(
            self, work, self._on_further, self._on_further_failed, progress=pane.show_progress
        )

    def _on_further(self, taken: FurtherTaken) -> None:
        self._job = None
        pane = self.result.changed
        left = pane.applied(taken.handled)
        pane.show_running(False)
        rows = len(pane.changed.rows)
        self.result.figures["changed"].setText(digits(rows))
        (pane.table if rows else self.result.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        words = translate(
            "ImportPage", "{added} further texts were added to their petitions, {left} rows were left."
        )
        self.said.emit(fill(words, added=taken.added, left=left), None)
        self.imported.emit(taken.added)

    def _on_further_failed(self, error: Exception) -> None:
        self._job = None
        self.result.changed.show_running(False)
        jobs.show_error(self, error)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.plan_page.show_running(False)
        jobs.show_error(self, error)

    # Files

    def _ask_file(self) -> str:
        pattern = f"({' '.join(f'*{ending}' for ending in TABLES)})"
        words = translate("ImportPage", "Tables")
        return QFileDialog.getOpenFileName(
            self, translate("ImportPage", "Choose a file"), "", f"{words} {pattern}"
        )[0]

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files and self._job is None:
            event.acceptProposedAction()
            self.look_at(files[0])

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
