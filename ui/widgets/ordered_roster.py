"""A roster whose rows stand in an order that counts: dragged to another place, or moved there by keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.guard import guarded
from ui.signals import ID
from ui.widgets.roster import Roster, RosterRow, roster_model
from ui.widgets.rows import RowsModel

Index = QModelIndex | QPersistentModelIndex


class _Movable(RowsModel[RosterRow]):
    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @guarded(Qt.DropAction.IgnoreAction)
    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction


class OrderedRoster(Roster):
    """Tells `moved`: the key, and the place from 1 where it should stand. The owner does it and shows the rows."""

    moved = Signal(ID, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, model=roster_model(_Movable))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def move_by(self, step: int) -> None:
        """Asks for the current row to stand `step` places further down (up, below zero)."""
        key, place = self.key(), self.currentIndex().row() + step
        if key is not None and 0 <= place < len(self.rows()):
            self.moved.emit(key, place + 1)

    def dropped_at(self, y: int) -> int:
        """The place, from 1, of a row that is let go at this height: before the row there, or behind all."""
        for row in range(len(self.rows())):
            at = self.model().index(row, 0)
            if y < self.visualRect(at).center().y():
                return row + 1
        return len(self.rows()) + 1

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.source() is self:
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        key, former = self.key(), self.currentIndex().row() + 1
        if key is None or event.source() is not self:
            event.ignore()
            return
        place = self.dropped_at(event.position().toPoint().y())
        # Taken out of its own place, those below it go up by one.
        place -= place > former
        # Nothing is taken away here: the rows are shown anew when it is done.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if place != former:
            self.moved.emit(key, place)
