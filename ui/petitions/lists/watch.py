"""Poll the inbox for changes: counts of the views, new petitions, and changed rows that are visible."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.database.rhythm import Rhythm, glance
from desktop_app.errors import AppError
from ui import jobs

if TYPE_CHECKING:
    from desktop_app.database.changes import Changed
    from desktop_app.petitions.lists.inbox import ListFilter, View
    from desktop_app.petitions.lists.sections import News, Unassigned
    from desktop_app.services import InboxServices
    from ui.petitions.lists.model import PetitionListModel
    from ui.petitions.lists.table import PetitionTable
    from ui.workplace import Workplace

#: Shortest intervals, in seconds, between two queries for news and between two counts of the views, while
#: colleagues work.
NEWS_EVERY: Final = 3.0
COUNTS_EVERY: Final = 10.0
#: Above this number of changed petitions, their ids are no longer tracked: any row may be out of date.
_MOST_STALE: Final = 2000


class DeskWatch(QObject):
    """Polls for news and counts, one query for news at a time, and only while the list is visible."""

    #: Counts by view (`dict[View, int]`), and the `Unassigned` petitions of the person's units.
    counted = Signal(object, object)
    #: The `News` of the shown list. Its rows are already in the model.
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
        #: Ids that were reported as changed and not read again yet. None: any row may be out of date.
        self._stale: set[int] | None = None
        #: Id of a petition that is open beside the list, whether or not the list contains it.
        self.also: int | None = None
        self._news, self._counts = Rhythm(NEWS_EVERY), Rhythm(COUNTS_EVERY)
        # SQLite does not report which rows changed, so a visible row may be among them. Few people share such
        # a file.
        self._unknown = {0} if workplace.services.database.is_sqlite else frozenset[int]()
        self._look_soon = QTimer(self, singleShot=True)
        self._look_soon.timeout.connect(self._ask)
        self._count_soon = QTimer(self, singleShot=True)
        self._count_soon.timeout.connect(self.count)

    def count(self) -> None:
        inbox, actor, began = self._inbox, self._workplace.actor, time.monotonic()

        def on_counted(counted: tuple[dict[View, int], Unassigned]) -> None:
            self._counts.asked(began, time.monotonic())
            self.counted.emit(*counted)

        self._count_soon.stop()
        jobs.run(self, lambda: (inbox.counts(actor), inbox.unassigned(actor)), on_counted)

    def hear(self, changed: Changed) -> None:
        """Handles a change notification.

        Reads the open petition again at once, and visible rows within `glance()` seconds, as well as an open
        petition that may be among many changed ones. Otherwise the next query waits for its interval.
        """
        told = {number for table, number in changed if table in ("", "petition")}
        self._grow_stale(told)
        if self.also in told:
            self._ask()
        elif told & {*self._looked_at(), *self._unknown} or (0 in told and self.also is not None):
            self._ask_within(glance())
        elif not self._look_soon.isActive():
            self._ask_within(self._news.wait(time.monotonic()))

    def _ask_within(self, seconds: float) -> None:
        """Schedules a query in this many seconds, unless one is already due sooner."""
        wait = round(1000 * seconds)
        if not self._look_soon.isActive() or self._look_soon.remainingTime() > wait:
            self._look_soon.start(wait)

    def _grow_stale(self, told: set[int]) -> None:
        # Id 0: many rows changed, or the ids are unknown.
        if self._stale is None or 0 in told or len(self._stale | told) > _MOST_STALE:
            self._stale = None
        else:
            self._stale |= told

    def _ask(self) -> None:
        """Queries for new petitions and reads the visible rows again that were reported as changed."""
        if not self._seen.isVisible() or self._model.today is None:
            return
        if self._asking:
            # A change reported after the query began may be missing from its result: query again afterwards.
            self._again = True
            return
        self._asking, self._again = True, False
        self._look_soon.stop()
        ids = self._looked_at()
        if self._stale is None:
            self._stale = set()
        else:
            # Ids of rows out of sight stay in the set until the rows become visible.
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
        # The window already shows that the database is unreachable, so an `AppError` is not shown a second
        # time.
        self._asking = self._again = False
        self._stale = None
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
