"""Menu for the columns, sort order and headings of the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.petitions.lists.columns import FIXED, STANDARD, PetitionColumn, headers
from ui.widgets.menu_below import popup_below
from ui.widgets.ticking_menu import TickingMenu

if TYPE_CHECKING:
    from ui.petitions.lists.side import ListSide


class Arranging(QWidget):
    """Invisible owner of the menu. `columns_chosen` carries the new choice of columns."""

    columns_chosen = Signal(object)

    def __init__(self, side: ListSide, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._side = side
        side.filter.arrange.clicked.connect(lambda _checked=False: self.open_menu())
        make_action(parent, translate("Inbox", "Columns of the list"), self.open_menu)

    def menu(self) -> QMenu:
        """Returns the menu: columns to tick, sort order, headings. It stays open while columns are ticked."""
        menu = TickingMenu(self._side)
        columns = self._side.table.columns
        for column, words in zip(PetitionColumn, headers(), strict=True):
            if column in FIXED:
                continue
            constant = column in self._side.table.columns.constant
            template = translate("Inbox", "{column} (the same in this list)")
            action = menu.addAction(fill(template, column=words) if constant else words)
            action.setCheckable(True)
            action.setChecked(column in self._side.table.columns.chosen)
            action.triggered.connect(partial(self.toggle, column))
            menu.on_step(action, partial(columns.widen, column))
        if not columns.two_lines:
            menu.addAction(translate("Inbox", "+ and − make the chosen column wider or narrower")).setEnabled(
                False
            )
        menu.addAction(translate("Inbox", "The usual columns"), lambda: self._choose(frozenset(STANDARD)))
        menu.addSeparator()
        finder = self._side.filter.finder
        menu.addAction(translate("Inbox", "Order of the list"), finder.ask_order)
        menu.addAction(translate("Inbox", "Headings of the list"), finder.ask_grouping)
        return menu

    def open_menu(self) -> QMenu:
        """Shows the menu below its button."""
        menu, button = self.menu(), self._side.filter.arrange
        menu.aboutToHide.connect(menu.deleteLater)
        popup_below(menu, button, 2)
        return menu

    def toggle(self, column: PetitionColumn, _checked: bool = False) -> None:
        """Shows a column, or hides it."""
        self._choose(self._side.table.columns.chosen ^ {column})

    def _choose(self, columns: frozenset[PetitionColumn]) -> None:
        self._side.table.columns.choose(columns)
        self.columns_chosen.emit(columns)
