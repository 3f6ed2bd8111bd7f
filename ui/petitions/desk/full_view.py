"""The petition in full width: its keys, its position in the list, and the widths of its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from desktop_app.wording import translate
from ui.actions import make_action

if TYPE_CHECKING:
    from ui.petitions.desk.details import DetailsPane
    from ui.petitions.desk.preview import Preview
    from ui.petitions.lists.model import PetitionListModel
    from ui.petitions.lists.side import ListSide
    from ui.widgets.beside import BesideTheList


class FullView(QObject):
    """Gives the details the whole width, with keys that walk through the list behind them."""

    def __init__(
        self,
        preview: Preview,
        desk: BesideTheList,
        details: DetailsPane,
        side: ListSide,
        model: PetitionListModel,
    ) -> None:
        super().__init__(preview)
        self._preview, self._desk, self._details = preview, desk, details
        self._side, self._model = side, model
        table, columns = side.table, details.columns
        self._keys = (
            self._key(translate("Inbox", "Next petition"), lambda: table.step(1), "J"),
            self._key(translate("Inbox", "Previous petition"), lambda: table.step(-1), "K"),
            self._key(translate("Inbox", "Next part of the petition"), lambda: columns.next_station(1), "F6"),
            self._key(
                translate("Inbox", "Previous part of the petition"),
                lambda: columns.next_station(-1),
                "Shift+F6",
            ),
        )
        preview.full_changed.connect(self._on_full)
        table.picked.connect(lambda _row: self.tell())
        model.opened.connect(lambda _place: self.tell())
        self._on_full(False)

    def _key(self, words: str, act: Callable[[], object], key: str) -> QAction:
        # The text of the petition takes no letters, unlike the composer.
        return make_action(self._details.body, words, act, key=key)

    def _on_full(self, full: bool) -> None:
        # The columns first: the pane must not be laid out as a narrow one over the whole width.
        self._details.columns.show_full(full)
        self._desk.show_full(full)
        for action in self._keys:
            # The list has keys of the same names while it is visible.
            action.setVisible(full)
            action.setEnabled(full)
        self.tell()

    def focus(self) -> None:
        """Focuses the list. In full width, the petition keeps the focus."""
        if self._preview.full:
            self._details.body.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._side.focus_list()

    def tell(self) -> None:
        """Shows the position of the petition in the list, and what the list is."""
        row = self._side.table.current_table_row()
        place = self._model.sections.place_at(row) if row >= 0 else None
        self._details.head.position.show_position(
            0 if place is None else place + 1, self._model.outline.total
        )
        self._details.columns.status.show_text(self._side.status.words)
