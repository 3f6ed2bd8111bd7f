"""The details pane: shown or hidden, in full width or beside the list, filled after a pause of the selection.

Beside the list it is shown until the person hides it. Over a narrow list it is hidden until the person opens it.
In full width it takes the place of the list, until the person goes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from ui import jobs

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import PetitionRow
    from ui.petitions.desk.details import DetailsPane
    from ui.petitions.lists.table import PetitionTable

#: Debounce of the selection in milliseconds: a held arrow key must not read every row.
_REST: Final = 90


class Preview(QObject):
    """Shows the petition that is selected in the table. `settled`: the pause of the selection is over."""

    settled = Signal()
    #: The petition is shown in full width from now on, or not any more.
    full_changed = Signal(bool)

    def __init__(self, table: PetitionTable, details: DetailsPane, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._details = table, details
        self._beside, self._over = True, False
        self._narrow = False
        self.full = False
        self._rest = jobs.Debouncer(self, _REST, self._show_selected)
        table.picked.connect(self._on_picked)
        table.opened_row.connect(self.enter)
        table.preview_toggled.connect(self.toggle)
        table.pressed.connect(self._on_pressed)
        details.hidden_asked.connect(self.open)
        details.head.expand_asked.connect(self.enter)
        details.head.close_asked.connect(self._close)

    @property
    def resting(self) -> bool:
        """Whether the selected petition is about to be shown."""
        return self._rest.isActive()

    @property
    def _on(self) -> bool:
        return self.full or (self._over if self._narrow else self._beside)

    def fit(self, narrow: bool, same_window: bool) -> None:
        """Shows or hides the pane for a place that became narrow, or wide enough."""
        # What is read stays in sight when something beside the work takes the room.
        reading = same_window and not self._narrow and self._details.isVisible()
        self._narrow = self._details.lies_over = narrow
        self._details.head.show_over(narrow)
        # A text that is being written stays in sight.
        self._over = narrow and (reading or self._details.is_writing())
        self._details.setVisible(self._on)
        self._show_selected()

    def restore(self) -> None:
        """Restores the visibility chosen by the person, after a page was shown in place of the list."""
        self._details.setVisible(self._on)

    def hide(self) -> None:
        """Hides the pane, because a page is shown in place of the list."""
        self._over = False
        self._set_full(full=False)
        self._details.hide()

    def open(self) -> None:
        """Shows the details pane."""
        self._set(on=True)

    def toggle(self) -> None:
        """Toggles the details pane."""
        self._set(on=self._details.isHidden())

    def enter(self) -> None:
        """Shows the selected petition in full width, and focuses its text. Escape leads back to the list."""
        if self._table.current_row() is None:
            return
        self._set_full(full=True)
        self._details.setVisible(True)
        self._show_selected()
        self._details.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Leads back to the list; from the list, it closes the pane over it."""
        if self.full:
            self._set_full(full=False)
            self._details.setVisible(self._on)
        elif self._narrow and self._table.hasFocus():
            self._set(on=False)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._set(on=False)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_full(self, *, full: bool) -> None:
        if full != self.full:
            self.full = full
            self.full_changed.emit(full)

    def _set(self, *, on: bool) -> None:
        if self._narrow:
            self._over = on
        else:
            self._beside = on
        self._details.setVisible(self._on)
        self._show_selected()

    def _on_pressed(self, _index: QModelIndex) -> None:
        if self._narrow and self._table.current_row() is not None:
            self.open()

    def _on_picked(self, row: PetitionRow | None) -> None:
        if row is not None:
            self._rest.start()

    def _show_selected(self) -> None:
        row = self._table.current_row()
        if row is not None and not self._details.isHidden():
            self._details.show_petition(row.id)
        elif row is not None:
            # A command about a row opens the pane, which then says whether it is possible.
            self._details.actions_of_moves.wait()
        self.settled.emit()
