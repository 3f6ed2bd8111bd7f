"""Marked petitions of the list for bulk acts: single ones, or all that match the filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.petitions.bulk.run import BulkSelection

if TYPE_CHECKING:
    from desktop_app.petitions.lists.filters import ListFilter


class Marks(QObject):
    """`changed` is emitted when the marks change. A whole view is stored as its filter, never as ids."""

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
        """Number of marked petitions; for a whole view, its size when it was read."""
        return self._total if self._whole is not None else len(self._ids)

    @property
    def whole(self) -> bool:
        """Whether a whole view is marked."""
        return self._whole is not None

    def toggle(self, petition_id: int) -> None:
        """Toggles the mark of a petition. After a whole view was marked, only this petition remains marked."""
        if self._whole is not None:
            self._whole = None
            self._ids = set()
        self._ids ^= {petition_id}
        self.changed.emit()

    def add(self, ids: Iterable[int]) -> None:
        self._ids.update(ids)
        self.changed.emit()

    def mark_all(self, wanted: ListFilter, total: int) -> None:
        """Marks all petitions that match a filter."""
        self._whole, self._total = wanted, total
        self.changed.emit()

    @property
    def ids(self) -> frozenset[int]:
        """The petitions that were marked one by one."""
        return frozenset() if self._whole is not None else frozenset(self._ids)

    @property
    def of_view(self) -> ListFilter | None:
        """The filter of a view that is marked as a whole."""
        return self._whole

    def drop(self, ids: Iterable[int]) -> None:
        """Takes away the marks of these petitions, where they were marked one by one."""
        left = self._ids - set(ids)
        if self._whole is None and left != self._ids:
            self._ids = left
            self.changed.emit()

    def clear(self) -> None:
        if self.count or self._whole is not None:
            self._ids, self._whole, self._total = set(), None, 0
            self.changed.emit()

    def selection(self) -> BulkSelection:
        """Returns the marked petitions for the bulk service."""
        if self._whole is not None:
            return BulkSelection(wanted=self._whole)
        return BulkSelection(tuple(sorted(self._ids)))
