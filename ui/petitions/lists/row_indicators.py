"""Indicators of rows that are read separately: colleagues with the petition open, near-duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import jobs
from ui.widgets.row_window import CHUNK

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import PetitionRow
    from desktop_app.services import InboxServices
    from desktop_app.staff.presence import Present
    from ui.workplace import Workplace


class RowIndicators(QObject):
    """Holds the indicators by petition. The signals carry the ids of petitions whose indicators changed."""

    changed = Signal(object)
    #: Emitted after `changed`, for petitions whose number of near-duplicates changed.
    likes_changed = Signal(object)

    def __init__(self, workplace: Workplace[InboxServices], parent: QObject) -> None:
        super().__init__(parent)
        self._inbox, self._workplace = workplace.services.inbox, workplace
        self._present: dict[int, list[Present]] = {}
        self._alike: dict[int, int] = {}

    def present_at(self, petition_id: int) -> Sequence[Present]:
        """Returns the colleagues who have a petition open."""
        return self._present.get(petition_id, ())

    def show_present(self, present: Sequence[Present]) -> None:
        """Replaces the colleagues of all petitions."""
        before, self._present = self._present, {}
        for one in present:
            if one.place.item_type == "petition":
                self._present.setdefault(one.place.item_id, []).append(one)
        self.changed.emit(
            [
                number
                for number in before.keys() | self._present.keys()
                if before.get(number) != self._present.get(number)
            ]
        )

    def alike_at(self, petition_id: int) -> int:
        """Returns the known number of near-duplicates of a petition."""
        return self._alike.get(petition_id, 0)

    def read_alike(self, ids: Sequence[int]) -> None:
        """Counts the near-duplicates of petitions in a worker thread."""
        if not ids:
            return
        actor = self._workplace.actor
        jobs.run(
            self,
            lambda: self._inbox.alike(actor, ids),
            lambda found: self._on_alike(ids, found),
            jobs.only_bugs(self),
        )

    def read_alike_again(self, changed: Sequence[PetitionRow]) -> None:
        """Counts again for changed petitions, and for the latest ones with near-duplicates."""
        marked = [number for number, count in self._alike.items() if count]
        self.read_alike(sorted({*marked[-CHUNK:], *(row.id for row in changed)}))

    def _on_alike(self, ids: Sequence[int], found: dict[int, int]) -> None:
        changed = [number for number in ids if found.get(number, 0) != self.alike_at(number)]
        for number in changed:
            self._alike[number] = found.get(number, 0)
        if changed:
            self.changed.emit(changed)
            self.likes_changed.emit(changed)
