"""Choice of conditions, sort order and headings of the filter by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.petitions.lists.filters import MANY, ListFilter
from desktop_app.wording import translate
from ui.petitions.lists.filter_choices import (
    TYPED,
    Ask,
    FilterChange,
    ask_words,
    beside,
    field_entries,
    grouping_entries,
    order_entries,
    typed_value,
    value_entries,
)
from ui.petitions.lists.filter_words import Names, field_words
from ui.widgets.finder import FinderDialog, FinderEntry


class FilterFinder(QObject):
    """Opens dialogs over the filter bar. `wanted` returns the current filter, `names` the names for its ids."""

    #: New values of fields of `ListFilter`, as a dict by name.
    changed = Signal(object)
    #: The person wants to enter words to search for.
    search_asked = Signal()
    #: The typed text is not a valid value; carries the exception.
    failed = Signal(object)

    def __init__(self, bar: QWidget, wanted: Callable[[], ListFilter], names: Callable[[], Names]) -> None:
        super().__init__(bar)
        self._bar, self._wanted, self._names = bar, wanted, names
        #: Titles of the catalogue, for the condition on subjects.
        self.subjects: tuple[str, ...] = ()
        #: The latest dialog.
        self.dialog: FinderDialog | None = None

    def ask_more(self) -> FinderDialog:
        """Opens the choice of further conditions."""
        title = translate("Inbox", "One condition more")
        asks = translate("Inbox", "A condition, or a value of one")
        return self._open(title, asks, lambda: field_entries(self._wanted(), self._names()), several=True)

    def ask_order(self) -> FinderDialog:
        """Opens the choice of sort orders."""
        title = translate("Inbox", "Order of the list")
        return self._open(title, title, lambda: order_entries(self._wanted()))

    def ask_grouping(self) -> FinderDialog:
        """Opens the choice of headings."""
        title = translate("Inbox", "Headings of the list")
        return self._open(title, title, lambda: grouping_entries(self._wanted()))

    def ask(self, name: str, typed: str = "") -> FinderDialog:
        """Opens the choice of values for a condition."""
        asks, make = ask_words(name)

        def entries() -> list[FinderEntry]:
            return value_entries(self._wanted(), name, self._names(), self.subjects)

        make = make if name in TYPED else ""
        finder = self._open(field_words(name), asks, entries, make, several=name in MANY)
        finder.made.connect(partial(self._on_typed, name))
        finder.field.setText(typed)
        return finder

    def _open(
        self,
        title: str,
        asks: str,
        entries: Callable[[], Sequence[FinderEntry]],
        make: str = "",
        *,
        several: bool = False,
    ) -> FinderDialog:
        nothing = translate("Inbox", "Nothing is called so.")
        hint = translate("Inbox", "Ctrl+Enter, or the box beside a line: this one too") if several else ""
        finder = FinderDialog(title, asks, nothing, entries(), self._bar.window(), make=make, hint=hint)
        finder.chosen.connect(self._on_chosen)
        finder.toggled.connect(lambda change: self._on_toggled(change, finder, entries))
        finder.open_over(self._bar)
        self.dialog = finder
        return finder

    def _on_toggled(
        self, value: object, finder: FinderDialog, entries: Callable[[], Sequence[FinderEntry]]
    ) -> None:
        if isinstance(value, FilterChange):
            self._change(beside(self._wanted(), value).values)
            finder.show_entries(entries())

    def _on_chosen(self, value: object) -> None:
        if isinstance(value, FilterChange):
            self._change(value.values)
        elif isinstance(value, Ask) and value.name == "query":
            self.search_asked.emit()
        elif isinstance(value, Ask):
            self.ask(value.name)

    def _on_typed(self, name: str, typed: str) -> None:
        try:
            found = typed_value(name, typed, self._names().today)
        except InvalidValueError as error:
            # Open the dialog again with the typed text, so that it can be corrected.
            self.failed.emit(error)
            self.ask(name, typed)
            return
        self._change(found.values)

    def _change(self, values: Iterable[tuple[str, Any]]) -> None:
        self.changed.emit(dict(values))
