"""The details pane beside the list: shown or hidden, and filled after a pause of the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from ui import jobs

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import PetitionRow
    from ui.petitions.desk.details import DetailsPane
    from ui.petitions.lists.table import PetitionTable

#: Debounce of the selection in milliseconds: a held arrow key must not read every row.
_REST: Final = 90


class Preview(QObject):
    """Shows the petition that is selected in the table."""

    def __init__(self, table: PetitionTable, details: DetailsPane, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._details = table, details
        self._on = True
        self._rest = jobs.Debouncer(self, _REST, self._show_selected)
        table.picked.connect(self._on_picked)
        table.opened_row.connect(self.enter)
        table.preview_toggled.connect(self.toggle)

    def restore(self) -> None:
        """Restores the visibility chosen by the person, after a page was shown in place of the list."""
        self._details.setVisible(self._on)

    def open(self) -> None:
        """Shows the details pane."""
        self._set(on=True)

    def toggle(self) -> None:
        """Toggles the details pane."""
        self._set(on=self._details.isHidden())

    def enter(self) -> None:
        """Focuses the text of the petition. Escape leads back to the list."""
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
