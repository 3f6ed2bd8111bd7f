"""The details beside the list: shown or hidden, and read when the selection rests."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt

from desktop_app.petitions.lists.inbox import PetitionRow
from ui import jobs
from ui.petitions.desk.details import DetailsPane
from ui.petitions.lists.table import PetitionTable

#: Milliseconds that the selection rests before the details are read: a held key must not read every row it passes.
_REST: Final = 90


class Preview(QObject):
    """Follows the selection of the table."""

    def __init__(self, table: PetitionTable, details: DetailsPane, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._details = table, details
        self._on = True
        self._rest = jobs.Debouncer(self, _REST, self._show_selected)
        table.picked.connect(self._on_picked)
        table.opened_row.connect(self.enter)
        table.preview_toggled.connect(self.toggle)

    def restore(self) -> None:
        """Shows or hides the details as the person left them, after a page stood in place of the list."""
        self._details.setVisible(self._on)

    def open(self) -> None:
        """Shows the details."""
        self._set(on=True)

    def toggle(self) -> None:
        """Shows the details beside the list, or gives the list the whole width."""
        self._set(on=self._details.isHidden())

    def enter(self) -> None:
        """Goes into the petition: its text, from where Escape leads back."""
        self.open()
        self._details.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, *, on: bool) -> None:
        self._on = on
        self._details.setVisible(on)
        self._show_selected()

    def _on_picked(self, row: PetitionRow | None) -> None:
        if row is not None:
            self._rest.start()

    def _show_selected(self) -> None:
        row = self._table.current_row()
        if row is not None and not self._details.isHidden():
            self._details.show_petition(row.id)
