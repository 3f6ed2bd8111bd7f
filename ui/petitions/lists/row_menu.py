"""The context menu of a row: the commands of its petition, with the same keys as everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.wording import translate
from ui.actions import make_action

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from ui.petitions.desk.details import DetailsPane
    from ui.petitions.desk.preview import Preview
    from ui.petitions.lists.table import PetitionTable


class RowMenu(QObject):
    """Opens with a right click, Shift+F10 or the menu key, once the petition is read: what it allows is known then.

    The details show the same petition, which the commands are about.
    """

    def __init__(
        self,
        table: PetitionTable,
        details: DetailsPane,
        preview: Preview,
        of_list: Callable[[], Sequence[QAction]],
    ) -> None:
        super().__init__(table)
        self._table, self._details, self._preview, self._of_list = table, details, preview, of_list
        self.menu: QMenu | None = None
        #: Petition and place of the menu that is to open.
        self._wanted: tuple[int, QPoint] | None = None
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_asked)
        details.petition.read.connect(self._on_read)
        details.petition.lost.connect(self._forget)
        words = translate("Inbox", "Commands of this row")
        make_action(table, words, self.open, key="Shift+F10", more_keys=("Menu",), everywhere=False)

    def open(self) -> None:
        """Opens the menu below the selected row."""
        row = self._table.current_table_row()
        if row < 0:
            return
        box = self._table.visualRect(self._table.model().index(row, 0))
        middle = self._table.viewport().width() // 2
        self._open_at(self._table.viewport().mapToGlobal(QPoint(middle, box.bottom())))

    def _on_asked(self, place: QPoint) -> None:
        # The press that asked for it has selected the row already; a key asks for the selected one.
        if self._table.indexAt(place).row() != self._table.current_table_row():
            self.open()
        else:
            self._open_at(self._table.viewport().mapToGlobal(place))

    def _open_at(self, place: QPoint) -> None:
        row = self._table.current_row()
        # Windows also sends the menu key as a request of its own.
        if row is None or (self.menu is not None and self.menu.isVisible()):
            return
        self._preview.open()
        self._wanted = (row.id, place)
        self._details.show_petition(row.id)
        detail = self._details.petition.current
        if detail is not None and detail.id == row.id:
            self._show(detail)

    def _on_read(self, detail: PetitionDetail) -> None:
        if self._wanted is not None and self._wanted[0] == detail.id:
            self._show(detail)

    def _forget(self) -> None:
        self._wanted = None

    def _show(self, detail: PetitionDetail) -> None:
        assert self._wanted is not None
        place, self._wanted = self._wanted[1], None
        self._details.actions_of_moves.allow(detail)
        menu = self.menu = self._details.head.menu()
        [first, *_] = menu.actions()
        writing = self._details.actions_of_moves
        for action in (*self._of_list(), writing.note, writing.reply, self._details.labels.ask_action):
            if action.isEnabled():
                menu.insertAction(first, action)
        menu.insertSeparator(first)
        menu.setAccessibleName(translate("Inbox", "Commands of this row"))
        menu.popup(place)
