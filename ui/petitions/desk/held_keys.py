"""The keys of the inbox wait for the petition that they are meant for: until it is shown, or a move is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.petitions.desk.type_ahead import TypeAhead, Wait

if TYPE_CHECKING:
    from ui.petitions.desk.details import DetailsPane
    from ui.petitions.desk.preview import Preview
    from ui.petitions.lists.model import PetitionListModel
    from ui.petitions.lists.navigation import ListNavigation
    from ui.petitions.lists.table import PetitionTable


class HeldKeys(QObject):
    """Holds keys that are struck in the table or in the details while the next petition is on its way."""

    #: Keys were thrown away, because the petition did not come.
    dropped = Signal()

    def __init__(
        self,
        model: PetitionListModel,
        table: PetitionTable,
        details: DetailsPane,
        preview: Preview,
        lists: ListNavigation,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._table, self._details, self._preview, self._lists = table, details, preview, lists
        keys = self._keys = TypeAhead((table, details), self._wait, parent)
        moves, petition = details.moves, details.petition
        for sign in (moves.busy_changed, moves.changed, lists.filled, lists.started, table.picked):
            sign.connect(lambda *_: keys.look())
        petition.started.connect(keys.look)
        preview.settled.connect(keys.look)
        petition.read.connect(lambda _detail: keys.look())
        for lost in (moves.refused, petition.lost, lists.emptied):
            lost.connect(keys.drop)
        model.failed.connect(lambda _error: keys.drop())
        keys.dropped.connect(self.dropped)

    def _wait(self) -> Wait:
        details, table = self._details, self._table
        if details.moves.busy or self._lists.moving_on:
            return Wait.MOVING
        if details.isHidden():
            return Wait.NOTHING
        # A row that was selected before it was read is shown once it is.
        unread = table.current_table_row() >= 0 and table.current_row() is None
        reading = unread or self._preview.resting or details.petition.reading
        return Wait.READING if reading else Wait.NOTHING
