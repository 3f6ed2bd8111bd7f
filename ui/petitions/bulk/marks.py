"""Which petitions of the list are marked, for acts on many: one by one, or all that the filter shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.filters import ListFilter


class Marks(QObject):
    """`changed` tells that others are marked. All of a view are marked by its filter, never by ids in memory."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ids: set[int] = set()
        self._whole: ListFilter | None = None
        self._total = 0

    def __contains__(self, petition_id: int) -> bool:
        return self._whole is not None or petition_id in self._ids

    @property
    def count(self) -> int:
        """How many are marked; of a whole view as many as it had when it was read."""
        return self._total if self._whole is not None else len(self._ids)

    @property
    def whole(self) -> bool:
        """Whether all of a view are marked."""
        return self._whole is not None

    def toggle(self, petition_id: int) -> None:
        """Marks a petition, or takes its mark away; of a whole view only single ones are left then."""
        if self._whole is not None:
            self._whole = None
            self._ids = set()
        self._ids ^= {petition_id}
        self.changed.emit()

    def add(self, ids: Iterable[int]) -> None:
        self._ids.update(ids)
        self.changed.emit()

    def mark_all(self, wanted: ListFilter, total: int) -> None:
        """Marks all that a filter shows."""
        self._whole, self._total = wanted, total
        self.changed.emit()

    def clear(self) -> None:
        if self.count or self._whole is not None:
            self._ids, self._whole, self._total = set(), None, 0
            self.changed.emit()

    def selection(self) -> BulkSelection:
        """What is marked, for the service."""
        if self._whole is not None:
            return BulkSelection(wanted=self._whole)
        return BulkSelection(tuple(sorted(self._ids)))
