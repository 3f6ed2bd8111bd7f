"""The comparison view: both texts in one scroll area, OLD on the right, NEW on the left.

A single custom view replaces two text widgets: only visible provisions are laid out, and the sides are aligned by
construction. In return, selection, copying and keyboard handling are implemented here.
"""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.comparison.result import Comparison
from desktop_app.wording import translate
from ui.guard import guarded
from ui.widgets.comparison_view.changes import Filter
from ui.widgets.comparison_view.finding import Match
from ui.widgets.comparison_view.in_words import Told, in_words
from ui.widgets.comparison_view.menu import make_menu
from ui.widgets.comparison_view.selecting import SelectableSurface
from ui.widgets.comparison_view.selection import TextSelection
from ui.widgets.words_pane import WordsPane


class ComparisonView(SelectableSurface):
    """The page with search, the comparison in words, and a context menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[str, list[Match]] = ("", [])
        self.change_selected.connect(self._on_change_selected)

    def set_comparison(self, comparison: Comparison, old_name: str, new_name: str) -> None:
        self._found = ("", [])
        self.close_words()
        super().set_comparison(comparison, old_name, new_name)

    def set_filter(self, wanted: Filter) -> None:
        super().set_filter(wanted)
        self._tell_words()

    def clear(self) -> None:
        self.close_words()
        super().clear()

    # Search

    def find_words(self, words: str, *, backwards: bool = False) -> tuple[int, int]:
        """Goes to the next match of `words`, and returns its number (from 1, or 0) and the total number of
        matches.

        Matches are visited in page order, starting at the visible part.
        """
        reading = self.reading
        if reading is None or self._finder is None:
            return 0, 0
        found = self._places_of(words)
        self.shown.show_matches(found)
        if not found:
            self.shown.match = None
            self.viewport().update()
            return 0, 0
        if self.shown.match in found:
            number = (found.index(self.shown.match) + (-1 if backwards else 1)) % len(found)
        else:
            number = (self._first_in_sight(found) - backwards) % len(found)
        match = self.shown.match = found[number]
        self.shown.selection = TextSelection(match.side, match.start, match.end)
        self.show_place(match.side, match.start)
        self.viewport().update()
        return number + 1, len(found)

    # Text for screen readers

    def _made_pane(self) -> WordsPane | None:
        if self.reading is None:
            return None
        old, new = self.shown.names.values()
        both = ("both", translate("Comparison", "Both texts"))
        return WordsPane(
            self, translate("Comparison", "Comparison in words"), [both, ("old", old), ("new", new)]
        )

    def _tell_words(self) -> None:
        pane, reading = self._words, self.reading
        if pane is None or reading is None:
            return
        decided = {change: self.review_words(change) for change in reading.shown_changes}
        assert pane.choice is not None
        value = pane.choice.value()
        told: Told = "old" if value == "old" else "new" if value == "new" else "both"
        pane.show_words(in_words(reading, told, decided))
        if reading.current is not None:
            pane.go_to(reading.current)

    def _on_change_selected(self, change: int) -> None:
        if self._words is not None:
            self._words.go_to(change)

    # Context menu

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        change = self._change_at(event.pos())
        if change is not None and change != self.current_change:
            self.select_change(change, scroll=False)
        self.context_menu().popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """Returns the menu for the selection or the current change."""
        return make_menu(self)

    def _places_of(self, words: str) -> list[Match]:
        if self._found[0] != words:
            assert self.reading is not None
            assert self._finder is not None
            order = self.reading.places.page_order
            found = self._finder.find(words)
            found.sort(key=lambda match: (order(match.side, match.start), match.side == "new", match.start))
            self._found = words, found
        return self._found[1]

    def _first_in_sight(self, found: list[Match]) -> int:
        """Returns the index of the first match that is not above the visible part."""
        reading, top = self.reading, self._top_row(self.verticalScrollBar().value())
        if reading is None or top is None:
            return 0
        row = reading.places.row_number(top[0])
        return next((n for n, m in enumerate(found) if reading.places.page_order(m.side, m.start) >= row), 0)
