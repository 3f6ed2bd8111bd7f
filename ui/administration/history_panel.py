"""The audit log («سوابق»): filtering, reading, verifying and exporting events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.database.chain import head_words
from desktop_app.errors import CancelledError
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.reports.trail import TrailChoices, TrailFilter
from desktop_app.wording import fill, translate
from desktop_app.wording.history import break_words, not_compared_words
from ui import jobs
from ui.actions import make_action
from ui.administration.event_pane import EventPane
from ui.administration.history_filter import HistoryFilterBar
from ui.administration.history_model import HistoryModel
from ui.administration.history_table import HistoryTable
from ui.administration.verdict_bar import VerdictBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_export import ListExport, Write
from ui.widgets.skeleton import Skeleton
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from desktop_app.database.verification import Verdict
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_LOADING, _LIST, _EMPTY, _TROUBLE = range(4)


class HistoryPanel(QWidget):
    """A list of events beside the chosen one. `done` reports what was done."""

    done = Signal(str)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._job: jobs.Job | None = None
        self.model = HistoryModel(workplace.services.trail, workplace.actor, self)
        self.filter = HistoryFilterBar(_today)
        self.table = HistoryTable(self.model)
        self.event_pane = EventPane()
        self.status = StatusLine()
        self.verdict = VerdictBar()
        self.empty_state = EmptyState("", icon="ph.clock-counter-clockwise")
        self.trouble_state = EmptyState("", icon="ph.warning", tone="danger")
        self.stack = QStackedWidget()
        for page in (Skeleton("rows"), self.table, self.empty_state, self.trouble_state):
            self.stack.addWidget(page)
        words = translate("HistoryPanel", "Verify the history")
        self.verify_action = make_action(self, words, self.verify, icon="ph.shield-check")
        make_action(self, translate("HistoryPanel", "Find by code"), self._find, key="Ctrl+F")
        self.filter.filter_changed.connect(self.show_events)
        self.model.opened.connect(self._on_opened)
        self.model.failed.connect(self._on_failed)
        self.table.picked.connect(self.event_pane.show_event)
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.event_pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addLayout(middle, 1)
        column.addWidget(self.verdict)
        name = translate("HistoryPanel", "History")
        self.list_file = ListExport(self, column, lambda: name, self._list_file)
        self.export_action = self.list_file.action
        # The export itself is an event.
        self.list_file.work.written.connect(self.refresh)
        column.addWidget(self.status)

    def _list_file(self) -> Write:
        trail, actor, wanted = self._workplace.services.trail, self._workplace.actor, self.model.wanted
        return lambda target, progress: trail.export(actor, wanted, target, progress)

    def refresh(self) -> None:
        """Reloads the events and the choices of the filter.

        The selection stays on the same event; new events appear above it.
        """
        trail, actor = self._workplace.services.trail, self._workplace.actor
        jobs.run(self, lambda: trail.choices(actor), self._on_choices, self._on_failed)
        self.show_events(self.filter.wanted(), keep=self.table.current_place())

    def show_events(self, wanted: TrailFilter, *, keep: int = 0) -> None:
        """Shows the events that a filter matches; `keep` as in `HistoryModel.show_events`."""
        if self.stack.currentIndex() != _LIST:
            self.stack.setCurrentIndex(_LOADING)
        self.filter.show_filter(wanted)
        self.model.show_events(wanted, keep=keep)

    def _find(self) -> None:
        self.filter.box.setFocus()
        self.filter.box.selectAll()

    def _on_choices(self, choices: TrailChoices) -> None:
        self.filter.know(choices)

    def _on_opened(self) -> None:
        total = self.model.outline.total
        self.status.show_text(fill(translate("HistoryPanel", "{count} events, newest first"), count=total))
        if total:
            self.stack.setCurrentIndex(_LIST)
            return
        if self.model.wanted == TrailFilter():
            title = translate("HistoryPanel", "Nothing has happened yet")
            text = translate("HistoryPanel", "Whatever anybody does stands here from then on.")
        else:
            title = translate("HistoryPanel", "No event is like that")
            text = translate("HistoryPanel", "Take a condition away with its cross.")
        self.empty_state.show_words(title, text)
        self.stack.setCurrentIndex(_EMPTY)

    def _on_failed(self, error: Exception) -> None:
        if self.stack.currentIndex() != _LIST:
            text = translate("HistoryPanel", "Nothing was changed. It is read again when you come back here.")
            self.trouble_state.show_words(translate("HistoryPanel", "The history could not be read"), text)
            self.stack.setCurrentIndex(_TROUBLE)
        jobs.show_error(self, error)

    # Verification

    def verify(self) -> None:
        """Verifies every event; the result appears under the list."""
        trail, actor = self._workplace.services.trail, self._workplace.actor
        self._begin(translate("HistoryPanel", "Every event of the history is being checked…"))
        self._job = jobs.run(
            self,
            lambda progress: trail.verify(actor, progress),
            self._on_verdict,
            self._on_stopped,
            progress=self.verdict.show_progress,
        )

    def _on_verdict(self, verdict: Verdict) -> None:
        self._end()
        facts = {"events": verdict.events, "items": verdict.items, "breaks": len(verdict.breaks)}
        if verdict.ok:
            template = translate(
                "HistoryPanel", "The history is sound: {events} events of {items} items. Digest: {head}"
            )
        else:
            template = translate(
                "HistoryPanel",
                "The history does not hold in {breaks} places. Somebody changed the database without this program. "
                "Keep the file and the back-ups as they are.",
            )
        words = fill(template, head=isolated(head_words(verdict.head.digest)), **facts)
        left_out = "" if verdict.compared else not_compared_words()
        self.verdict.show_verdict(words, [break_words(found) for found in verdict.breaks], left_out)

    # Jobs

    def _begin(self, words: str) -> None:
        self.stop()
        self.verify_action.setEnabled(False)
        self.verdict.show_work(words, self.stop)

    def stop(self) -> None:
        """Cancels the running job."""
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self.verify_action.setEnabled(True)

    def _on_stopped(self, error: Exception) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self.verdict.show_note(translate("HistoryPanel", "Stopped: nothing was found out."))
            return
        self.verdict.hide()
        jobs.show_error(self, error)


def _today() -> date:
    return tehran_day(pc_clock().now())
