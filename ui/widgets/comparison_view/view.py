"""The comparison view: both texts in one scroll area, OLD at the right, NEW at the left.

One custom view instead of two text widgets: only provisions that are seen are laid out, and the sides stand beside
each other by construction. Its price is that selection, copying and the keyboard are made here.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.comparison.result import Comparison
from desktop_app.wording import translate
from ui.guard import guarded
from ui.widgets.comparison_view.changes import Filter
from ui.widgets.comparison_view.commands import Commands, make_commands
from ui.widgets.comparison_view.copying import marked_change, marked_selection
from ui.widgets.comparison_view.finding import Match
from ui.widgets.comparison_view.handling import HandledSurface
from ui.widgets.comparison_view.in_words import in_words
from ui.widgets.comparison_view.labels import change_text, change_title
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.comparison_view.menu import make_menu
from ui.widgets.comparison_view.rows import SideName
from ui.widgets.comparison_view.selection import Selection
from ui.widgets.comparison_view.words_pane import WordsPane


class ComparisonView(HandledSurface):
    """The page with selection, copying, search and commands."""

    #: An annotation is wanted on code points `[start, end)` of a side ("old" or "new").
    annotation_requested = Signal(str, int, int)
    #: Something was copied: the words for the message bar.
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[str, list[Match]] = ("", [])
        self._words: WordsPane | None = None
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

    # Selection and copying

    def select_text(self, side: SideName, start: int, end: int) -> None:
        """Selects code points of one side."""
        self.shown.selection = Selection(side, start, end)
        self.viewport().update()

    def selected_text(self) -> str:
        """The selected words as they stand in the text, in logical order."""
        chosen = self.selection()
        if chosen is None or self.reading is None:
            return ""
        side, start, end = chosen
        return side_text(self.reading.comparison, side)[start:end]

    def select_provision(self) -> None:
        """Selects the text of the current change."""
        chosen = self._current_provision()
        if chosen is not None:
            self.select_text(*chosen)

    def copy(self) -> None:
        """Copies the selected words as they stand, without marks; without a selection the current change."""
        text = self.selected_text()
        if text:
            self._put(text, translate("Comparison", "The selection was copied."))
        else:
            self.copy_change()

    def copy_marked(self) -> None:
        """Copies the selection, or the current change, with `[-what went-]` and `{+what came+}`."""
        reading, chosen = self.reading, self.selection()
        if reading is None:
            return
        if chosen is not None:
            text = marked_selection(reading.comparison, *chosen)
            self._put(text, translate("Comparison", "The selection was copied with its marks."))
        elif reading.current is not None:
            text = marked_change(reading.comparison, reading.changes[reading.current])
            self._put(text, translate("Comparison", "The change was copied with its marks."))

    def copy_change(self) -> None:
        """Copies the current change: its name, the old words and the new ones."""
        reading = self.reading
        if reading is None or reading.current is None:
            return
        change = reading.changes[reading.current]
        parts = [change_title(reading.comparison, change)]
        absent = translate("Comparison", "not there")
        for side, name in self.shown.names.items():
            words = change_text(reading.comparison, change, side)
            parts.append(f"{name}: {words or absent}")
        self._put("\n".join(parts), translate("Comparison", "The change was copied."))

    def request_annotation(self) -> None:
        """Asks for an annotation on the selection, without one on the provision of the current change."""
        chosen = self.selection() or self._current_provision()
        if chosen is not None:
            self.annotation_requested.emit(*chosen)

    # Finding

    def find_words(self, words: str, *, backwards: bool = False) -> tuple[int, int]:
        """Goes to the next place of `words` on either side; returns its number (from 1, 0 for none) and how many
        there are. Places are passed in the order in which they stand on the page, from where the reader looks."""
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
        self.shown.selection = Selection(match.side, match.start, match.end)
        self.show_place(match.side, match.start)
        self.viewport().update()
        return number + 1, len(found)

    # In words

    @property
    def words(self) -> WordsPane | None:
        """The comparison in words while it is open over the page."""
        return self._words

    def toggle_words(self) -> None:
        """Opens the comparison in words over the page, for a screen reader, or goes back to the page."""
        if self._words is not None:
            self.close_words()
            self.setFocus()
        elif self.reading is not None:
            self._words = WordsPane(self, *self.shown.names.values())
            self._words.wanted.connect(self._tell_words)
            self._words.closed.connect(self.toggle_words)
            self._words.setGeometry(self.rect())
            self._tell_words()
            self._words.show()
            self._words.text.setFocus()

    def close_words(self) -> None:
        """Goes back to the page, if it is hidden."""
        if self._words is not None:
            self._words.hide()
            self._words.deleteLater()
            self._words = None

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._words is not None:
            self._words.setGeometry(self.rect())

    def _tell_words(self) -> None:
        pane, reading = self._words, self.reading
        if pane is None or reading is None:
            return
        decided = {change: self.review_words(change) for change in reading.shown_changes}
        pane.show_words(in_words(reading, pane.told, decided))
        if reading.current is not None:
            pane.go_to(reading.current)

    def _on_change_selected(self, change: int) -> None:
        if self._words is not None:
            self._words.go_to(change)

    # Commands

    def make_commands(self, owner: QWidget) -> Commands:
        """The commands of the view; their keys work in all of `owner`."""
        return make_commands(self, owner)

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        change = self._change_at(event.pos())
        if change is not None and change != self.current_change:
            self.select_change(change, scroll=False)
        self.context_menu().popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """What can be done with the selection or the current change."""
        return make_menu(self)

    def _put(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(said)

    def _places_of(self, words: str) -> list[Match]:
        if self._found[0] != words:
            assert self.reading is not None
            assert self._finder is not None
            order = self.reading.page_order
            found = self._finder.find(words)
            found.sort(key=lambda match: (order(match.side, match.start), match.side == "new", match.start))
            self._found = words, found
        return self._found[1]

    def _first_in_sight(self, found: list[Match]) -> int:
        """The index of the first place that does not stand above what the reader sees."""
        reading, top = self.reading, self._top_row(self.verticalScrollBar().value())
        if reading is None or top is None:
            return 0
        row = reading.row_number(top[0])
        return next((n for n, m in enumerate(found) if reading.page_order(m.side, m.start) >= row), 0)

    def _current_provision(self) -> tuple[SideName, int, int] | None:
        """The side and text of the current change: that of NEW, unless it was left out there."""
        reading = self.reading
        if reading is None or reading.current is None:
            return None
        entry = reading.comparison.entries[reading.changes[reading.current].entries[0]]
        side: SideName = "old" if entry.new is None else "new"
        place = entry.new or entry.old
        return None if place is None else (side, place.start, place.end)
