"""Navigation of the inbox: which list is shown, and which of its rows is selected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope, View

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from ui.petitions.desk.sending import Sending
    from ui.petitions.lists.model import PetitionListModel
    from ui.petitions.lists.saved_views import ViewKeeping
    from ui.petitions.lists.side import ListSide


class ListNavigation(QObject):
    """Reads a list and selects a petition: the one to keep, or the successor of one that left the list."""

    #: A list is being read; carries its filter.
    started = Signal(object)
    #: The list was read and has rows. Nothing is selected yet.
    filled = Signal()
    #: The list was read and has no rows.
    emptied = Signal()

    def __init__(
        self, model: PetitionListModel, side: ListSide, keeping: ViewKeeping, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._side, self._keeping = model, side, keeping
        #: Position in the list to select where the petition to keep is no longer in it.
        self._next_place: int | None = None
        #: Whether the successor of a petition that was moved is being found.
        self.moving_on = False
        side.further.clicked.connect(self._search_further)
        side.views.view_chosen.connect(self.show_view)
        side.filter.filter_changed.connect(self._on_filter)
        side.table.header.order_asked.connect(self._on_order)
        keeping.chosen.connect(lambda row: self.show_list(row.terms.wanted))
        model.opened.connect(self._on_opened)
        model.grown.connect(self._show_length)
        model.failed.connect(self._on_failed)

    @property
    def current_id(self) -> int | None:
        """Id of the selected petition; None where nothing is selected."""
        row = self._side.table.current_row()
        return row.id if row is not None else None

    def show_view(self, view: View) -> None:
        """Shows a counted view with open petitions only, arranged as the person did."""
        self._keeping.leave()
        self.show_list(self._side.filter.arranged(view))

    def show_list(self, wanted: ListFilter, *, keep: int | None = None) -> None:
        """Reads a list and shows it. `keep` is the id of the petition to select."""
        side = self._side
        side.filter.show_filter(wanted)
        side.keep_remark(wanted)
        side.views.show_view(wanted.view, self._keeping.active)
        side.table.header.show_order(wanted)
        side.strip.hide()
        if self._model.rowCount() == 0:
            side.show_loading()
        self._model.show_list(wanted, keep=keep)
        self.started.emit(wanted)

    def search(self, text: str) -> None:
        """Searches all petitions, open and closed, for words."""
        self._side.filter.hide_box()
        self._keeping.leave()
        self.show_list(ListFilter(view=View.ALL, scope=Scope.ANY, query=text.strip(), order=Order.NEWEST))

    def read_again(self) -> None:
        """Reads the list again. The selection remains on the same petition."""
        self.show_list(self._model.wanted, keep=self.current_id)

    def after_move(self, sending: Sending | None, now: PetitionDetail) -> None:
        """Reads the list again after a move, or after an undo (`sending` is None).

        An undo selects the restored petition. After a move the selection remains, unless the moved petition
        is selected and left the person's hands: then the next one is selected.
        """
        current = self.current_id
        keep: int | None = now.id
        if sending is not None and current not in (now.id, None):
            keep = current
        elif sending is not None and sending.goes_on:
            keep = self._following_id()
        self._read_from_here(keep)

    def after_macro(self, now: PetitionDetail, leaves: bool) -> None:
        """Reads the list again after a macro. `leaves`: the petition left the person's hands."""
        gives_way = leaves and self.current_id == now.id
        self._read_from_here(self._following_id() if gives_way else now.id)

    def _read_from_here(self, keep: int | None) -> None:
        row = self._side.table.current_table_row()
        self._next_place = self._model.sections.place_at(row) if row >= 0 else None
        self.moving_on = True
        self.show_list(self._model.wanted, keep=keep)

    def _following_id(self) -> int | None:
        """Returns the id of the petition below the selected row, skipping headings.

        None where it is not in memory.
        """
        row = self._side.table.current_table_row()
        found = self._model.ids_of(range(row + 1, min(row + 3, self._model.rowCount())))
        return found[0] if found else None

    def _on_filter(self, wanted: ListFilter) -> None:
        self._next_place = None
        self.show_list(wanted, keep=self.current_id)

    def _on_order(self, order: Order, backwards: bool) -> None:
        self._side.filter.change(order=order, backwards=backwards)

    def _search_further(self) -> None:
        """Continues a search that was limited to the newest matches, with four times the depth."""
        wanted = self._model.wanted
        self._on_filter(replace(wanted, depth=wanted.depth * 4))

    def _on_opened(self, place: int | None) -> None:
        total = self._model.outline.total
        self.moving_on = False
        if total == 0:
            self.emptied.emit()
        else:
            self._show_length()
            self.filled.emit()
            at = min(self._next_place or 0, total - 1) if place is None else place
            row = self._model.sections.row_of(at)
            if row is not None:
                self._side.table.select(row)
        self._next_place = None

    def _on_failed(self, _error: Exception) -> None:
        self.moving_on = False

    def _show_length(self) -> None:
        model = self._model
        self._side.show_rows(model.outline, crowded=model.crowded, counting=model.counting)
