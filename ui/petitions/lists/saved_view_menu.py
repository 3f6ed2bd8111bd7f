"""Menu of saved views, and the dialogs that choose, name and share one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop_app.petitions.lists.saved_views import ViewRow
from desktop_app.staff.roles import Role
from desktop_app.wording import translate
from ui.actions import make_action
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.widgets.menu_below import popup_below

if TYPE_CHECKING:
    from ui.petitions.lists.saved_views import ViewKeeping
    from ui.petitions.lists.side import ListSide
    from ui.workplace import Screen

_FOR_ME: Final = 0


class SavedViewMenu(QObject):
    """Offers the commands for saved views, which `keeping` runs."""

    def __init__(self, keeping: ViewKeeping, side: ListSide, screen: Screen) -> None:
        super().__init__(screen)
        self._keeping, self._side, self._screen = keeping, side, screen
        #: The latest dialog.
        self.finder: FinderDialog | None = None
        side.views.saved.clicked.connect(lambda _checked=False: self.open())
        make_action(screen, translate("SavedViews", "Save this view"), self.save_as)
        make_action(screen, translate("SavedViews", "Saved views"), self.find)
        words = translate("SavedViews", "Go to a saved view")
        make_action(side.table, words, self.find, key="G, V", more_keys=("ل, ر",))

    def menu(self) -> QMenu:
        """Returns the menu of the views, and of the commands for the current one."""
        menu, keeping = QMenu(self._side), self._keeping
        for row in keeping.rows:
            words = row.terms.name if not row.unit_name else f"{row.terms.name} ({row.unit_name})"
            action = menu.addAction(words.replace("&", "&&"), partial(keeping.show, row))
            action.setCheckable(True)
            action.setChecked(row.id == keeping.active)
        menu.addSeparator()
        menu.addAction(translate("SavedViews", "Save this view …"), self.save_as)
        shown = keeping.current()
        if shown is not None and shown.may_change:
            if keeping.differs(shown):
                menu.addAction(translate("SavedViews", "Keep what was changed in it"), keeping.update)
            menu.addAction(translate("SavedViews", "Another name …"), self.rename)
            menu.addAction(translate("SavedViews", "Share it with a unit …"), self.share)
            menu.addAction(translate("SavedViews", "Remove it"), keeping.remove)
        return menu

    def open(self) -> QMenu:
        """Shows the menu below its button."""
        menu, button = self.menu(), self._side.views.saved
        menu.aboutToHide.connect(menu.deleteLater)
        popup_below(menu, button, 2)
        return menu

    def find(self) -> FinderDialog:
        """Opens the choice of views, searched by typing."""
        title = translate("SavedViews", "Saved views")
        entries = [
            FinderEntry(
                row.terms.name,
                row,
                beside=row.unit_name,
                more=row.owner_name,
                marked=row.id == self._keeping.active,
            )
            for row in self._keeping.rows
        ]
        finder = self._open_finder(title, entries)
        finder.chosen.connect(self._on_found)
        return finder

    def _on_found(self, row: object) -> None:
        if isinstance(row, ViewRow):
            self._keeping.show(row)

    def save_as(self) -> FinderDialog:
        """Asks for the name under which to save the shown list."""
        return self._ask_name("", self._keeping.save)

    def rename(self) -> FinderDialog | None:
        """Asks for a new name of the current view."""
        row, change = self._keeping.current(), self._keeping.change
        if row is None:
            return None
        return self._ask_name(row.terms.name, lambda name: change(row, replace(row.terms, name=name)))

    def share(self) -> FinderDialog | None:
        """Asks for the unit with which to share the current view."""
        row, change, actor = self._keeping.current(), self._keeping.change, self._screen.workplace.actor
        if row is None:
            return None
        units = [
            (number, name)
            for number, name in self._side.filter.names().units.items()
            if actor.has(Role.CLERK, number) or actor.has(Role.MANAGER, number)
        ]
        nobody = FinderEntry(
            translate("SavedViews", "with nobody: for me alone"), _FOR_ME, marked=row.terms.unit_id is None
        )
        entries = [
            nobody,
            *(FinderEntry(name, number, marked=number == row.terms.unit_id) for number, name in units),
        ]
        finder = self._open_finder(translate("SavedViews", "Share with which unit?"), entries)

        def share(unit_id: object) -> None:
            if isinstance(unit_id, int):
                change(row, replace(row.terms, unit_id=unit_id or None))

        finder.chosen.connect(share)
        return finder

    def _ask_name(self, name: str, done: Callable[[str], object]) -> FinderDialog:
        title = translate("SavedViews", "Name of the view")
        finder = self._open_finder(title, [], translate("SavedViews", "Keep it as “{typed}”"))
        finder.field.setText(name)
        finder.field.selectAll()
        finder.made.connect(done)
        return finder

    def _open_finder(self, title: str, entries: list[FinderEntry], make: str = "") -> FinderDialog:
        nothing = translate("SavedViews", "Type a name; Enter keeps it.") if make else ""
        nothing = nothing or translate("SavedViews", "No view is called so.")
        finder = self.finder = FinderDialog(title, title, nothing, entries, self._screen.window(), make=make)
        finder.open_over(self._screen)
        return finder
