"""Reads lists of petitions: the outline of a list and the rows around a position in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.petitions.lists.inbox import ListFilter
from ui import jobs
from ui.widgets.row_window import CHUNK

if TYPE_CHECKING:
    from desktop_app.petitions.lists.sections import OpenedList
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Time in milliseconds after which the first rows of a slow list are read separately.
_PATIENCE: Final = 150


class ListReader(QObject):
    """Reads one list at a time. A new request drops the one in progress.

    `read` carries the filter and the `OpenedList`. For a slow list, `begun` is emitted before it, with only
    the first rows.
    """

    begun = Signal(object, object)
    read = Signal(object, object)
    failed = Signal(object)

    def __init__(self, workplace: Workplace[InboxServices], parent: QObject) -> None:
        super().__init__(parent)
        self._inbox, self._workplace = workplace.services.inbox, workplace
        self._job: jobs.Job | None = None
        self._turn = 0
        self._wanted = ListFilter()
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(self._read_first_rows)

    def start(self, wanted: ListFilter, *, keep: int | None, first_rows: bool) -> None:
        """Reads a list around the petition `keep`. `first_rows` allows `begun` where the list is slow."""
        self._turn += 1
        self._wanted = wanted
        turn, inbox, actor = self._turn, self._inbox, self._workplace.actor
        if self._job is not None:
            self._job.cancel()
        self._job = jobs.run(
            self,
            lambda: inbox.open_list(actor, wanted, keep=keep, count=CHUNK),
            lambda opened: self._on_read(turn, opened),
            lambda error: self._on_error(turn, error),
        )
        self._slow.stop()
        if first_rows:
            self._slow.start()

    def _read_first_rows(self) -> None:
        turn, wanted, inbox, actor = self._turn, self._wanted, self._inbox, self._workplace.actor
        if self._job is not None and self._job.running:
            jobs.run(
                self,
                lambda: inbox.opening(actor, wanted, CHUNK),
                lambda opened: self._on_first_rows(turn, opened),
                lambda _error: None,
            )

    def _on_first_rows(self, turn: int, opened: OpenedList) -> None:
        if turn == self._turn and opened.rows and self._job is not None and self._job.running:
            self.begun.emit(self._wanted, opened)

    def _on_read(self, turn: int, opened: OpenedList) -> None:
        if turn == self._turn:
            self.read.emit(self._wanted, opened)

    def _on_error(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.failed.emit(error)
