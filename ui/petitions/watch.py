"""Keeps an eye on the desk: how many stand in each view, what came, what changed in the rows that are seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.petitions.inbox import ListFilter
from desktop_app.petitions.sections import News
from ui import jobs
from ui.petitions.list_model import PetitionListModel
from ui.petitions.table import PetitionTable
from ui.workplace import Workplace

#: How often the views are counted while others work, in milliseconds: counting costs more than looking.
_COUNTS_EVERY: Final = 3000


class DeskWatch(QObject):
    """Asks again only when the last answer is there, and only while the list can be seen."""

    #: Counts by view, and what of the person's units has no clerk yet.
    counted = Signal(object, object)
    #: The `News` of the list that is shown; the rows in it are in the model already.
    news = Signal(object)

    def __init__(
        self, workplace: Workplace, model: PetitionListModel, table: PetitionTable, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._seen = parent
        self._inbox, self._workplace = workplace.services.inbox, workplace
        self._model, self._table = model, table
        self._asking = self._again = False
        #: A petition that is looked at beside the list, whether it stands in the list or not.
        self.also: int | None = None
        self._count_soon = QTimer(self, singleShot=True, interval=_COUNTS_EVERY)
        self._count_soon.timeout.connect(self._count_what_waits)
        self._count_waits = False

    def count(self) -> None:
        """Counts the views."""
        inbox, actor = self._inbox, self._workplace.actor
        jobs.run(
            self,
            lambda: (inbox.counts(actor), inbox.unassigned(actor)),
            lambda counted: self.counted.emit(*counted),
        )

    def look(self) -> None:
        """Asks what came and what changed; nothing moves under the reader."""
        if not self._seen.isVisible() or self._model.today is None:
            return
        if self._asking:
            # What was told after the question went out is not in its answer.
            self._again = True
            return
        self._asking, self._again = True, False
        wanted, after = self._model.wanted, self._model.last_id
        ids = self._model.ids_of(self._table.visible_rows())
        if self.also is not None:
            ids.append(self.also)
        jobs.run(
            self,
            lambda: self._inbox.news(self._workplace.actor, wanted, after, ids),
            lambda news: self._on_news(wanted, news),
            self._on_no_news,
        )

    def fetch(self, petition_id: int) -> None:
        """Reads one row again."""
        wanted, after = self._model.wanted, self._model.last_id
        jobs.run(
            self,
            lambda: self._inbox.news(self._workplace.actor, wanted, after, [petition_id]),
            self._model.take_news,
        )

    def _on_news(self, wanted: ListFilter, news: News) -> None:
        self._asking = False
        if wanted == self._model.wanted:
            self._model.take_news(news)
            self.news.emit(news)
        self._count_waits = True
        if not self._count_soon.isActive():
            self._count_what_waits()
        if self._again:
            self.look()

    def _count_what_waits(self) -> None:
        if self._count_waits:
            self._count_waits = False
            self._count_soon.start()
            self.count()

    def _on_no_news(self, error: Exception) -> None:
        # The window's own watch tells that the connection is away; a second voice would only repeat it.
        self._asking = self._again = False
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
