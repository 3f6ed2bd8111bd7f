"""Page in place of a list without rows, or of one that could not be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import AppError
from desktop_app.petitions.lists.filters import conditions_set
from desktop_app.petitions.lists.sections import Unassigned
from desktop_app.staff.roles import Role
from ui import jobs
from ui.petitions.empty_pages import Drop, Ways, empty_page, error_page
from ui.petitions.lists.filter_words import condition_words

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import ListFilter, View
    from desktop_app.services import InboxServices
    from ui.petitions.lists.model import PetitionListModel
    from ui.petitions.lists.side import ListSide
    from ui.workplace import Workplace


class EmptyList(QObject):
    """Shows helpful commands, and the conditions that exclude all petitions. `ways` holds the callbacks."""

    #: A page is shown in place of the list.
    shown = Signal()

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        model: PetitionListModel,
        side: ListSide,
        today: Callable[[], date],
        ways: Ways,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._model, self._side = workplace, model, side
        self._today, self._ways = today, ways
        self._counts: dict[View, int] = {}
        self._waiting = Unassigned(0, None, None)
        #: Number of matches without each of the conditions, and the filter for which they were counted.
        self._drops: list[Drop] = []
        self._drops_of: ListFilter | None = None
        #: What an administrator has still to set up, once it is counted.
        self._set_up_left: int | None = None
        model.failed.connect(self._on_failed)

    def forget_drops(self) -> None:
        """Discards what was counted for an earlier list."""
        self._drops, self._drops_of = [], None
        self._set_up_left = None

    def know_counts(self, counts: dict[View, int], waiting: Unassigned) -> None:
        """Sets the counts of the views, and the petitions of the person's units without an assignee."""
        changed = counts != self._counts or waiting != self._waiting
        self._counts, self._waiting = counts, waiting
        if changed and self._side.shows_page and self._model.outline.total == 0:
            self.show()

    def show(self) -> None:
        """Shows the page for the current list."""
        wanted, actor = self._model.wanted, self._workplace.actor
        self._side.show_page(
            empty_page(
                wanted,
                actor,
                self._counts,
                self._waiting,
                self._today(),
                self._ways,
                self._drops,
                self._set_up_left or 0,
            )
        )
        self.shown.emit()
        narrowed = bool(wanted.query or conditions_set(wanted))
        if self._set_up_left is None and not narrowed and actor.has(Role.ADMINISTRATOR):
            self._count_set_up()
        if self._drops_of != wanted and conditions_set(wanted):
            self._drops_of = wanted
            self._read_drops(wanted)

    def _count_set_up(self) -> None:
        self._set_up_left = 0
        readiness, actor = self._workplace.services.readiness, self._workplace.actor

        def show(left: int) -> None:
            self._set_up_left = left
            if left and self._side.shows_page and self._model.outline.total == 0:
                self.show()

        jobs.run(self, lambda: len(readiness.checklist(actor).remaining), show, jobs.only_bugs(self))

    def _read_drops(self, wanted: ListFilter) -> None:
        inbox, actor = self._workplace.services.inbox, self._workplace.actor

        def show(counts: dict[str, int]) -> None:
            if wanted == self._model.wanted and self._model.outline.total == 0:
                names = self._side.filter.names()
                self._drops = [
                    Drop(name, condition_words(wanted, name, names), count) for name, count in counts.items()
                ]
                self.show()

        jobs.run(self, lambda: inbox.without_each(actor, wanted), show)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AppError) and self._model.rowCount() == 0:
            self._side.show_page(error_page(error, self._ways))
            self.shown.emit()
        else:
            jobs.show_error(self, error)
