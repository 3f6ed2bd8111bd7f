"""The person's bulk runs: listed, continued after an interruption, undone after the window was closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.wording import translate
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.actions import make_action
from ui.guard import guarded
from ui.petitions.bulk.unchanged_list import StayedList
from ui.petitions.bulk.words import back_words, result_words, run_result, run_title
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel, tip_text
from ui.window_place import resize_within

if TYPE_CHECKING:
    from desktop_app.petitions.bulk.keeping import RunRow
    from desktop_app.petitions.bulk.run import BulkProgress
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

R = TypeVar("R")
#: Height of a run in the list, two lines of text, in pixels.
_ROW: Final = 52


class BulkHistory(QDialog):
    """Dialog of the bulk runs.

    `changed` is emitted when petitions were changed. `opened` carries the id of a petition to show.
    """

    changed = Signal()
    opened = Signal(ID)

    def __init__(self, workplace: Workplace[InboxServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.rows: tuple[RunRow, ...] = ()
        self._run: BulkProgress | None = None
        self._turn = 0
        self._job: jobs.Job | None = None
        self._stop = jobs.Stop()
        title = translate("Bulk", "Acts on many")
        self.setWindowTitle(title)
        self.setMinimumWidth(640)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("variant", "field")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._on_chosen())
        self.empty = PlainLabel(
            translate(
                "Bulk",
                "You have done nothing with many petitions yet. Mark some in the list (S), then choose what is to be"
                " done with them.",
            ),
            "interface",
            "text2",
            wrap=True,
        )
        #: Spacer that keeps the text of an empty list at the top.
        self._ground = QWidget()
        self.told = PlainLabel("", "interface", bold=True, wrap=True)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Bulk", "How far it is"))
        self.stayed = StayedList(self._show_trouble, self)
        self.stayed.opened.connect(self._on_opened)
        go_on, back = translate("Bulk", "Go on"), translate("Bulk", "Take it back")
        self.go_on_action = make_action(self, go_on, self.go_on, key="Ctrl+Return", writes=True)
        self.back_action = make_action(self, back, self.take_back, key="Ctrl+Z", writes=True)
        self.go_on_button = Button.of(self.go_on_action, "primary", writes=True)
        self.back_button = Button.of(self.back_action, writes=True)
        self.stop_button = Button(translate("Bulk", "Stop"), key="Esc")
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.close_button = Button(translate("Bulk", "Close"), "ghost")
        self.close_button.clicked.connect(self.reject)
        self._lay_out(title)
        resize_within(self, 680, 560)
        self._show_work(under_way=False)
        self._show_run(None)
        self.read()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "heading"))
        column.addWidget(self.empty)
        column.addWidget(self._ground, 1)
        column.addWidget(self.list, 2)
        for part in (self.told, self.trouble, self.bar):
            column.addWidget(part)
        column.addWidget(self.stayed, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self.go_on_button, self.back_button, self.stop_button, self.stayed.save_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.close_button)
        column.addLayout(row)
        for hidden in (self.told, self.trouble, self.empty, self._ground):
            hidden.hide()

    # Looking up

    def read(self, keep: str = "") -> None:
        """Reads the runs. The run whose key is `keep` remains selected."""
        runs, actor = self._workplace.services.bulk_runs, self._workplace.actor
        jobs.run(self, lambda: runs.all(actor), lambda rows: self._show_rows(rows, keep), self._show_trouble)

    def _show_rows(self, rows: tuple[RunRow, ...], keep: str) -> None:
        self.rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(f"{run_title(row)}\n{run_result(row)}")
            item.setToolTip(tip_text(f"{run_title(row)}\n{row.act.text[:1000]}".strip()))
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(
            next((at for at, row in enumerate(rows) if row.key == keep), 0 if rows else -1)
        )
        self.list.blockSignals(False)
        self.empty.setVisible(not rows)
        self._ground.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.list.setFocus()
        self._on_chosen()

    def _on_chosen(self) -> None:
        """Reads the details of the selected run."""
        self._turn += 1
        turn, at = self._turn, self.list.currentRow()
        self._show_run(None)
        if not 0 <= at < len(self.rows):
            return
        runs, actor, key = self._workplace.services.bulk_runs, self._workplace.actor, self.rows[at].key

        def show(run: BulkProgress) -> None:
            if turn == self._turn:
                self._show_run(run)

        jobs.run(self, lambda: runs.one(actor, key), show, self._show_trouble)

    def _show_run(self, run: BulkProgress | None) -> None:
        self._run = run
        self.stayed.show_failures(run.failures if run is not None else ())
        self._offer()

    def _offer(self) -> None:
        run, idle = self._run, self._job is None
        unfinished = run is not None and not run.finished
        self.go_on_action.setEnabled(unfinished and idle)
        self.go_on_button.setVisible(unfinished)
        self.back_action.setEnabled(run is not None and bool(run.done) and idle)
        self.back_button.setVisible(run is not None and idle)

    def _on_opened(self, petition_id: int) -> None:
        self.accept()
        self.opened.emit(petition_id)

    # Going on, taking back

    def go_on(self) -> None:
        """Continues the selected run with the petitions not reached yet."""
        run, bulk, actor = self._run, self._workplace.services.bulk, self._workplace.actor
        if run is not None:
            self._work(run, lambda progress: bulk.run(actor, run, progress), self._on_gone_on)

    def take_back(self) -> None:
        """Undoes the selected run, except for petitions that were changed since."""
        run, bulk, actor = self._run, self._workplace.services.bulk, self._workplace.actor
        if run is not None:
            wanted = len(run.done)
            self._work(
                run,
                lambda progress: bulk.take_back(actor, run, progress),
                lambda back: self._tell(back_words(back, wanted, run.unreached)),
            )

    def stop(self) -> None:
        """Stops the job after the petitions in progress."""
        self._stop.asked = True
        self.stop_button.setEnabled(False)

    def _work(self, run: BulkProgress, work: Callable[[Progress], R], done: Callable[[R], None]) -> None:
        if self._job is not None:
            return
        stop = self._stop = jobs.Stop()
        self.trouble.hide()

        def ended(result: R) -> None:
            self._end(run)
            done(result)

        def broken(error: Exception) -> None:
            # Finished petitions remain changed; the rest can be requested again.
            self._end(run)
            self._show_trouble(error)

        self._job = jobs.run(
            self,
            lambda progress: work(jobs.Stoppable(progress, stop)),
            ended,
            broken,
            progress=self._on_progress,
        )
        self._show_work(under_way=True)

    def _end(self, run: BulkProgress) -> None:
        self._job = None
        self._show_work(under_way=False)
        self.changed.emit()
        self.read(run.key)

    def _on_gone_on(self, run: BulkProgress) -> None:
        self._tell(result_words(run, next((row.name for row in self.rows if row.key == run.key), "")))
        if run.stopped is not None:
            self._show_trouble(run.stopped)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _on_progress(self, done: int, total: int | None) -> None:
        self.bar.setMaximum(total or 0)
        self.bar.setValue(done)

    def _show_work(self, *, under_way: bool) -> None:
        self.bar.setMaximum(0)
        self.bar.setVisible(under_way)
        self.stop_button.setVisible(under_way)
        self.stop_button.setEnabled(under_way)
        self.close_button.setEnabled(not under_way)
        self.list.setEnabled(not under_way)
        if under_way:
            self._tell("")
        self._offer()

    def _show_trouble(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.trouble.setText(error_sentence(error))
        self.trouble.show()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._job is not None:
            self.stop()
            event.accept()
            return
        super().keyPressEvent(event)
