"""Saved views in the window: counted next to the built-in ones, saved, renamed, shared, removed and restored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop_app.petitions.lists.filters import NOT_SENT
from desktop_app.petitions.lists.inbox import MOST_COUNTED
from desktop_app.petitions.lists.saved_views import NewView, ViewRow
from desktop_app.petitions.outbox.delivery_state import DeliveryState
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.petitions.lists.columns import PetitionColumn, chosen_columns, names_of
from ui.petitions.lists.own_layout import OwnLayout

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.petitions.lists.arranging import Arranging
    from ui.petitions.lists.side import ListSide
    from ui.workplace import Workplace


#: Ids of stored views begin with 1.
_NOT_SENT_ID: Final = 0


class ViewKeeping(QObject):
    """`chosen` carries the `ViewRow` to show. `said` carries a message and its undo callback (or None)."""

    chosen = Signal(object)
    said = Signal(str, object)

    def __init__(
        self, workplace: Workplace[InboxServices], side: ListSide, arranging: Arranging, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace, self._side = workplace, side
        self._service, self._inbox = workplace.services.saved_views, workplace.services.inbox
        self.rows: tuple[ViewRow, ...] = ()
        self.active: int | None = None
        self.own = OwnLayout(workplace, side.table, self)
        side.views.saved_chosen.connect(self._on_tab)
        arranging.columns_chosen.connect(self._on_columns)

    # What there is

    def load(self) -> None:
        """Reads the person's own columns and widths, and the views."""
        self.own.load()
        self.count()

    def count(self) -> None:
        """Reads the views, including new shared ones, and counts their petitions."""
        actor = self._workplace.actor

        def read() -> tuple[tuple[ViewRow, ...], tuple[int, ...]]:
            rows = (_not_sent(), *self._service.all(actor))
            return rows, self._inbox.counts_of(actor, [row.terms.wanted for row in rows])

        jobs.run(self, read, lambda found: self._know(*found), self._on_not_counted)

    def _on_not_counted(self, error: Exception) -> None:
        # The list already shows that the database is unreachable, so the error is not shown a second time.
        del error

    def _know(self, rows: tuple[ViewRow, ...], counts: tuple[int, ...]) -> None:
        # The view of answers that were not sent is there as long as there are any.
        counted = [
            (row, count)
            for row, count in zip(rows, counts, strict=True)
            if row.id != _NOT_SENT_ID or count or self.active == _NOT_SENT_ID
        ]
        self.rows = tuple(row for row, _ in counted)
        if self.active is not None and self.current() is None:
            self.active = None
        self._side.views.know_saved(
            [(row.id, row.terms.name, count_words(count)) for row, count in counted], self.active
        )

    # Which one is shown

    def current(self) -> ViewRow | None:
        """Returns the saved view that is shown, changed or not; None where another list is shown."""
        return next((row for row in self.rows if row.id == self.active), None)

    def differs(self, row: ViewRow) -> bool:
        """Whether the shown list differs from the view as saved."""
        return self._terms(row) != row.terms

    def leave(self) -> bool:
        """Marks that no saved view is shown any more; returns whether one was shown before."""
        was = self.active is not None
        self.active = None
        if was:
            self.own.show()
        return was

    def show(self, row: ViewRow) -> None:
        """Shows a view as saved."""
        self.active = row.id
        if row.terms.columns is None:
            self.own.show()
        else:
            self._side.table.columns.choose(chosen_columns(row.terms.columns))
        self.chosen.emit(row)

    def _on_tab(self, view_id: int) -> None:
        row = next((row for row in self.rows if row.id == view_id), None)
        if row is not None:
            self.show(row)

    def _on_columns(self, columns: frozenset[PetitionColumn]) -> None:
        if self.active is None:
            self.own.keep(columns)

    # Keeping

    def save(self, name: str) -> None:
        """Saves the shown list under a name."""
        columns = names_of(self._side.table.columns.chosen)
        self._add(NewView(name, self._side.filter.wanted(), columns))

    def update(self) -> None:
        """Saves the shown conditions, order and columns to the current view."""
        row = self.current()
        if row is not None:
            self.change(row, self._terms(row))

    def remove(self) -> None:
        """Removes the current view. The message offers to undo it."""
        row, actor = self.current(), self._workplace.actor
        if row is None:
            return

        def gone(terms: NewView) -> None:
            self.active = None
            self.count()
            words = fill(translate("SavedViews", "The view “{name}” was removed."), name=terms.name)
            self.said.emit(words, lambda: self._add(terms))

        jobs.run(self, lambda: self._service.remove(actor, row.id, row.version), gone)

    def change(self, row: ViewRow, terms: NewView) -> None:
        """Saves new terms of a view."""
        actor = self._workplace.actor

        def done(now: ViewRow) -> None:
            self.rows = tuple(now if one.id == now.id else one for one in self.rows)
            self.count()
            self.said.emit(changed_words(row, now), lambda: self.change(now, row.terms))

        jobs.run(self, lambda: self._service.change(actor, row.id, row.version, terms), done)

    def _terms(self, row: ViewRow) -> NewView:
        """Returns the terms of the view as they would be saved now."""
        kept, shown = row.terms.columns, self._side.table.columns.chosen
        columns = kept if kept is None and shown == self.own.columns else names_of(shown)
        return replace(row.terms, wanted=self._side.filter.wanted(), columns=columns)

    def _add(self, terms: NewView) -> None:
        actor = self._workplace.actor

        def kept(row: ViewRow) -> None:
            self.rows = (*self.rows, row)
            self.show(row)
            self.count()
            self.said.emit(
                fill(translate("SavedViews", "The view “{name}” is kept."), name=row.terms.name), None
            )

        jobs.run(self, lambda: self._service.add(actor, terms), kept)


def _not_sent() -> ViewRow:
    """Returns the view of answers that were not sent, which the program brings."""
    name = label("delivery", DeliveryState.OFF)
    return ViewRow(_NOT_SENT_ID, 0, NewView(name, NOT_SENT), 0, "", "", may_change=False)


def changed_words(before: ViewRow, now: ViewRow) -> str:
    """Returns the message about a changed view."""
    if before.terms.unit_id != now.terms.unit_id:
        if now.terms.unit_id is None:
            words = translate("SavedViews", "The view “{name}” is for you alone now.")
        else:
            words = translate("SavedViews", "The view “{name}” is shared with {unit}.")
        return fill(words, name=now.terms.name, unit=now.unit_name)
    return fill(translate("SavedViews", "The view “{name}” was changed."), name=now.terms.name)


def count_words(count: int) -> str:
    """Returns a count as text: «۱۰٬۰۰۰+» above the limit of counting."""
    return f"{digits(MOST_COUNTED)}+" if count > MOST_COUNTED else str(digits(count))
