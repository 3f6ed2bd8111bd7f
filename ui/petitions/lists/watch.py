"""Keeps an eye on the desk: how many stand in each view, what came, what changed in the rows that are seen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.database.changes import Changed
from desktop_app.database.rhythm import Rhythm, glance
from desktop_app.errors import AppError
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.lists.sections import News, Unassigned
from ui import jobs
from ui.petitions.lists.model import PetitionListModel
from ui.petitions.lists.table import PetitionTable
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices

#: How often is asked while others work whether anything came, and how much stands in each view, in seconds at least.
NEWS_EVERY: Final = 3.0
COUNTS_EVERY: Final = 10.0
#: Of more petitions nobody remembers one by one that they were changed.
_MOST_STALE: Final = 2000


class DeskWatch(QObject):
    """Asks again only when the last answer is there, and only while the list can be seen."""

    #: Counts by view, and what of the person's units has no clerk yet.
    counted = Signal(object, object)
    #: The `News` of the list that is shown; the rows in it are in the model already.
    news = Signal(object)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        model: PetitionListModel,
        table: PetitionTable,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._seen = parent
        self._inbox, self._workplace = workplace.services.inbox, workplace
        self._model, self._table = model, table
        self._asking = self._again = False
        #: What was told and not read again since; None: anything may be different.
        self._stale: set[int] | None = None
        #: A petition that is looked at beside the list, whether it stands in the list or not.
        self.also: int | None = None
        self._news, self._counts = Rhythm(NEWS_EVERY), Rhythm(COUNTS_EVERY)
        # A file does not tell which rows were changed: it may be one in sight, and few have it open.
        self._unknown = {0} if workplace.services.database.is_sqlite else frozenset[int]()
        self._look_soon = QTimer(self, singleShot=True)
        self._look_soon.timeout.connect(self._ask)
        self._count_soon = QTimer(self, singleShot=True)
        self._count_soon.timeout.connect(self.count)

    def count(self) -> None:
        """Counts the views."""
        inbox, actor, began = self._inbox, self._workplace.actor, time.monotonic()

        def on_counted(counted: tuple[dict[View, int], Unassigned]) -> None:
            self._counts.asked(began, time.monotonic())
            self.counted.emit(*counted)

        self._count_soon.stop()
        jobs.run(self, lambda: (inbox.counts(actor), inbox.unassigned(actor)), on_counted)

    def hear(self, changed: Changed) -> None:
        """Colleagues changed petitions: the one that is open is read again at once, rows in sight within a glance;
        whether others came is asked in a moment."""
        told = {number for table, number in changed if table in ("", "petition")}
        self._grow_stale(told)
        if self.also in told:
            self._ask()
        elif told & {*self._looked_at(), *self._unknown}:
            self._ask_within(glance())
        elif not self._look_soon.isActive():
            self._ask_within(self._news.wait(time.monotonic()))

    def _ask_within(self, seconds: float) -> None:
        """Asks then, or before, if it was to be asked sooner."""
        wait = round(1000 * seconds)
        if not self._look_soon.isActive() or self._look_soon.remainingTime() > wait:
            self._look_soon.start(wait)

    def _grow_stale(self, told: set[int]) -> None:
        # 0: many, or nobody knows which.
        if self._stale is None or 0 in told or len(self._stale | told) > _MOST_STALE:
            self._stale = None
        else:
            self._stale |= told

    def _ask(self) -> None:
        """Asks what came, and reads the rows again that are looked at and that somebody changed."""
        if not self._seen.isVisible() or self._model.today is None:
            return
        if self._asking:
            # What was told after the question went out is not in its answer.
            self._again = True
            return
        self._asking, self._again = True, False
        self._look_soon.stop()
        ids = self._looked_at()
        if self._stale is None:
            self._stale = set()
        else:
            # Rows that are out of sight stay in it until they are looked at.
            ids = [number for number in ids if number in self._stale]
            self._stale.difference_update(ids)
        wanted, after, began = self._model.wanted, self._model.last_id, time.monotonic()
        jobs.run(
            self,
            lambda: self._inbox.news(self._workplace.actor, wanted, after, ids),
            lambda news: self._on_news(wanted, news, began),
            self._on_no_news,
        )

    def _looked_at(self) -> list[int]:
        ids = self._model.ids_of(self._table.visible_rows())
        return ids if self.also is None or self.also in ids else [*ids, self.also]

    def fetch(self, petition_id: int) -> None:
        """Reads one row again."""
        wanted, after = self._model.wanted, self._model.last_id
        jobs.run(
            self,
            lambda: self._inbox.news(self._workplace.actor, wanted, after, [petition_id]),
            self._model.take_news,
        )

    def _on_news(self, wanted: ListFilter, news: News, began: float) -> None:
        self._asking = False
        self._news.asked(began, time.monotonic())
        if wanted == self._model.wanted:
            self._model.take_news(news)
            self.news.emit(news)
        if not self._count_soon.isActive():
            self._count_soon.start(round(1000 * self._counts.wait(time.monotonic())))
        if self._again:
            self._ask()

    def _on_no_news(self, error: Exception) -> None:
        # The window's own watch tells that the connection is away; a second voice would only repeat it.
        self._asking = self._again = False
        self._stale = None
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
