"""Saved views in the window: counted beside the built-in ones, kept, renamed, shared, removed and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.lists.inbox import MOST_COUNTED
from desktop_app.petitions.lists.saved_views import NewView, ViewRow
from desktop_app.staff.roles import Role
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.actions import make_action
from ui.petitions.lists.arranging import Arranging
from ui.petitions.lists.columns import STANDARD, PetitionColumn, chosen_columns, names_of
from ui.petitions.lists.side import ListSide
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.widgets.painting import right_to_left
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices

_FOR_ME: Final = 0


class ViewKeeping(QObject):
    """`chosen` carries the `ViewRow` that is to be shown; `said` what was done and how it is undone."""

    chosen = Signal(object)
    said = Signal(str, object)

    def __init__(
        self, workplace: Workplace[InboxServices], side: ListSide, arranging: Arranging, screen: Screen
    ) -> None:
        super().__init__(screen)
        self._workplace, self._side, self._screen = workplace, side, screen
        self._service, self._inbox = workplace.services.saved_views, workplace.services.inbox
        self.rows: tuple[ViewRow, ...] = ()
        self.active: int | None = None
        #: The columns of one's own, whatever a saved view shows at the moment.
        self._own = frozenset(STANDARD)
        #: Whether columns are being written, and whether others were chosen meanwhile.
        self._keeps = self._unkept = False
        self.finder: FinderDialog | None = None
        side.views.saved_chosen.connect(self._on_tab)
        side.views.saved.clicked.connect(lambda _checked=False: self.open_menu())
        arranging.columns_chosen.connect(self._on_columns)
        for words, act in (
            (translate("SavedViews", "Save this view"), self.save_as),
            (translate("SavedViews", "Saved views"), self.find),
        ):
            make_action(screen, words, act)
        make_action(
            side.table,
            translate("SavedViews", "Go to a saved view"),
            self.find,
            key="G, V",
            more_keys=("ل, ر",),
        )

    # What there is

    def load(self) -> None:
        """Reads the columns that the person has chosen, and the views."""
        actor = self._workplace.actor

        def know(names: tuple[str, ...] | None) -> None:
            self._own = chosen_columns(names)
            self._side.table.choose_columns(self._own)

        jobs.run(self._screen, lambda: self._service.columns(actor), know)
        self.count()

    def count(self) -> None:
        """Reads the views and counts them; what others share appears so."""
        actor = self._workplace.actor

        def read() -> tuple[tuple[ViewRow, ...], tuple[int, ...]]:
            rows = self._service.all(actor)
            return rows, self._inbox.counts_of(actor, [row.terms.wanted for row in rows])

        jobs.run(self, read, lambda found: self._know(*found), self._on_not_counted)

    def _on_not_counted(self, error: Exception) -> None:
        # The list's own reading tells that the database is away; this would only say it twice.
        del error

    def _know(self, rows: tuple[ViewRow, ...], counts: tuple[int, ...]) -> None:
        self.rows = rows
        if self.active is not None and self.current() is None:
            self.active = None
        told = {row.id: count_words(count) for row, count in zip(rows, counts, strict=True)}
        self._side.views.know_saved([(row.id, row.terms.name, told[row.id]) for row in rows], self.active)

    def current(self) -> ViewRow | None:
        """The saved view that is shown, changed or not."""
        return next((row for row in self.rows if row.id == self.active), None)

    def leave(self) -> bool:
        """Another list is shown than a saved view; whether one was shown before."""
        was = self.active is not None
        self.active = None
        if was:
            self._side.table.choose_columns(self._own)
        return was

    def show(self, row: ViewRow) -> None:
        """Shows a saved view as it was kept."""
        self.active = row.id
        columns = row.terms.columns
        self._side.table.choose_columns(self._own if columns is None else chosen_columns(columns))
        self.chosen.emit(row)

    def _on_tab(self, view_id: int) -> None:
        row = next((row for row in self.rows if row.id == view_id), None)
        if row is not None:
            self.show(row)

    def _on_columns(self, columns: frozenset[PetitionColumn]) -> None:
        if self.active is not None:
            return
        self._own = columns
        self._unkept = True
        self._keep_columns()

    def _keep_columns(self) -> None:
        """One after the other: two writings at once would leave it to chance which columns stay."""
        if self._keeps or not self._unkept:
            return
        self._keeps, self._unkept = True, False
        actor, names = self._workplace.actor, names_of(self._own)
        work = partial(self._service.keep_columns, actor, names)
        jobs.run(self._screen, work, lambda _none: self._on_kept(), self._on_not_kept)

    def _on_kept(self) -> None:
        self._keeps = False
        self._keep_columns()

    def _on_not_kept(self, error: Exception) -> None:
        self._keeps = False
        jobs.show_error(self._screen, error)

    # Choosing and keeping

    def menu(self) -> QMenu:
        """The views, and what can be done with the one that is shown."""
        menu = QMenu(self._side)
        for row in self.rows:
            words = row.terms.name if not row.unit_name else f"{row.terms.name} ({row.unit_name})"
            action = menu.addAction(words.replace("&", "&&"), partial(self.show, row))
            action.setCheckable(True)
            action.setChecked(row.id == self.active)
        menu.addSeparator()
        menu.addAction(translate("SavedViews", "Save this view …"), self.save_as)
        shown = self.current()
        if shown is not None and shown.may_change:
            if self._terms(shown) != shown.terms:
                menu.addAction(translate("SavedViews", "Keep what was changed in it"), self.update)
            menu.addAction(translate("SavedViews", "Another name …"), self.rename)
            menu.addAction(translate("SavedViews", "Share it with a unit …"), self.share)
            menu.addAction(translate("SavedViews", "Remove it"), self.remove)
        return menu

    def open_menu(self) -> QMenu:
        """Shows the menu under its button."""
        menu, button = self.menu(), self._side.views.saved
        menu.aboutToHide.connect(menu.deleteLater)
        left = button.width() - menu.sizeHint().width() if right_to_left() else 0
        menu.popup(button.mapToGlobal(QPoint(left, button.height() + 2)))
        return menu

    def find(self) -> FinderDialog:
        """Opens the views, to find one by typing."""
        title = translate("SavedViews", "Saved views")
        entries = [
            FinderEntry(
                row.terms.name, row, beside=row.unit_name, more=row.owner_name, marked=row.id == self.active
            )
            for row in self.rows
        ]
        finder = self._open(title, title, entries)
        finder.chosen.connect(self._on_found)
        return finder

    def _on_found(self, row: object) -> None:
        if isinstance(row, ViewRow):
            self.show(row)

    def save_as(self) -> FinderDialog:
        """Asks for the name under which the list is kept as it is now."""
        return self._ask_name("", lambda name: self._add(replace(self._now(), name=name)))

    def rename(self) -> FinderDialog | None:
        """Asks for another name of the view that is shown."""
        row = self.current()
        if row is None:
            return None
        return self._ask_name(row.terms.name, lambda name: self._change(row, replace(row.terms, name=name)))

    def update(self) -> None:
        """Keeps the conditions, the order and the columns that are shown now."""
        row = self.current()
        if row is not None:
            self._change(row, self._terms(row))

    def share(self) -> FinderDialog | None:
        """Asks with which unit the view is shared."""
        row, actor = self.current(), self._workplace.actor
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
        title = translate("SavedViews", "Share with which unit?")
        finder = self._open(title, title, entries)

        def shared(unit_id: object) -> None:
            if isinstance(unit_id, int):
                self._change(row, replace(row.terms, unit_id=unit_id or None))

        finder.chosen.connect(shared)
        return finder

    def remove(self) -> None:
        """Takes the view that is shown away; the message bar brings it back."""
        row, actor = self.current(), self._workplace.actor
        if row is None:
            return

        def gone(terms: NewView) -> None:
            self.active = None
            self.count()
            words = fill(translate("SavedViews", "The view “{name}” was removed."), name=terms.name)
            self.said.emit(words, lambda: self._add(terms))

        jobs.run(self._screen, lambda: self._service.remove(actor, row.id, row.version), gone)

    # Doing

    def _now(self) -> NewView:
        wanted: ListFilter = self._side.filter.wanted()
        return NewView("", wanted, names_of(frozenset(self._side.table.columns)))

    def _terms(self, row: ViewRow) -> NewView:
        """The view as it would be kept now."""
        now = self._now()
        kept = row.terms.columns
        columns = kept if kept is None and frozenset(self._side.table.columns) == self._own else now.columns
        return replace(row.terms, wanted=now.wanted, columns=columns)

    def _add(self, terms: NewView) -> None:
        actor = self._workplace.actor

        def kept(row: ViewRow) -> None:
            self.rows = (*self.rows, row)
            self.show(row)
            self.count()
            self.said.emit(
                fill(translate("SavedViews", "The view “{name}” is kept."), name=row.terms.name), None
            )

        jobs.run(self._screen, lambda: self._service.add(actor, terms), kept)

    def _change(self, row: ViewRow, terms: NewView) -> None:
        actor = self._workplace.actor

        def done(now: ViewRow) -> None:
            self.rows = tuple(now if one.id == now.id else one for one in self.rows)
            self.count()
            self.said.emit(self._changed_words(row, now), lambda: self._change(now, row.terms))

        jobs.run(self._screen, lambda: self._service.change(actor, row.id, row.version, terms), done)

    @staticmethod
    def _changed_words(before: ViewRow, now: ViewRow) -> str:
        if before.terms.unit_id != now.terms.unit_id:
            if now.terms.unit_id is None:
                words = translate("SavedViews", "The view “{name}” is for you alone now.")
            else:
                words = translate("SavedViews", "The view “{name}” is shared with {unit}.")
            return fill(words, name=now.terms.name, unit=now.unit_name)
        return fill(translate("SavedViews", "The view “{name}” was changed."), name=now.terms.name)

    def _ask_name(self, name: str, done: Callable[[str], object]) -> FinderDialog:
        title = translate("SavedViews", "Name of the view")
        finder = self._open(title, title, [], translate("SavedViews", "Keep it as “{typed}”"))
        finder.field.setText(name)
        finder.field.selectAll()
        finder.made.connect(done)
        return finder

    def _open(self, title: str, asks: str, entries: list[FinderEntry], make: str = "") -> FinderDialog:
        nothing = translate("SavedViews", "Type a name; Enter keeps it.") if make else ""
        nothing = nothing or translate("SavedViews", "No view is called so.")
        finder = self.finder = FinderDialog(title, asks, nothing, entries, self._screen.window(), make=make)
        finder.open_over(self._screen)
        return finder


def count_words(count: int) -> str:
    """A count as it stands beside a view: «۱۰٬۰۰۰+» where nobody counts on."""
    return f"{digits(MOST_COUNTED)}+" if count > MOST_COUNTED else str(digits(count))
