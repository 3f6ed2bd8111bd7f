"""The list of petitioners: read page by page as it is scrolled, by name in Persian order."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.people.petitioners import PetitionerRow, Petitioners, page_key
from desktop_app.persian.text import visible_controls
from desktop_app.wording import translate
from ui import jobs
from ui.guard import guarded
from ui.widgets.plain import tip_text

Index = QModelIndex | QPersistentModelIndex
PAGE: Final = 200
#: A model hands a view no more of a text: one that is laid out whole is slow.
_LONGEST: Final = 200


class PeopleModel(QAbstractListModel):
    """`counted` tells how many there are when a search has been answered."""

    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, petitioners: Petitioners, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner, self._petitioners = parent, petitioners
        self._rows: list[PetitionerRow] = []
        self._query = ""
        self._total = 0
        self._turn = 0
        self._reading = False

    def search(self, query: str) -> None:
        """Shows whom the query finds (name in any spelling, digits of an ID or a number)."""
        self._turn += 1
        turn, self._query, self._reading = self._turn, query, True
        petitioners = self._petitioners

        def work() -> tuple[int, list[PetitionerRow]]:
            return petitioners.count(query), petitioners.page(query, count=PAGE)

        jobs.run(self._owner, work, lambda found: self._swap_in(turn, *found), self._on_failed)

    def _swap_in(self, turn: int, total: int, rows: list[PetitionerRow]) -> None:
        if turn != self._turn:
            return
        self.beginResetModel()
        self._rows, self._total, self._reading = rows, total, False
        self.endResetModel()
        self.counted.emit(total)

    def _on_failed(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(error)

    def row_at(self, row: int) -> PetitionerRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @guarded(False)
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._reading and len(self._rows) < self._total

    @guarded(None)
    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._reading or not self._rows:
            return
        self._reading = True
        turn, query, after = self._turn, self._query, page_key(self._rows[-1])
        jobs.run(
            self._owner,
            lambda: self._petitioners.page(query, after=after, count=PAGE),
            lambda rows: self._append(turn, rows),
            self._on_failed,
        )

    def _append(self, turn: int, rows: list[PetitionerRow]) -> None:
        if turn != self._turn:
            return
        self._reading = False
        if not rows:
            self._total = len(self._rows)
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            name = visible_controls(row.name) or translate("People", "no name")
            return tip_text(name) if role == Qt.ItemDataRole.ToolTipRole else name[:_LONGEST]
        return None
