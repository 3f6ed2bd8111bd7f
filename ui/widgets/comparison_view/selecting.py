"""Selection on the page of a comparison: copies the selected text, or requests an annotation on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.comparison.result import SideName
from desktop_app.wording import translate
from ui.widgets.comparison_view.copying import marked_change, marked_selection
from ui.widgets.comparison_view.handling import HandledSurface
from ui.widgets.comparison_view.labels import change_text, change_title
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.comparison_view.selection import TextSelection


class SelectableSurface(HandledSurface):
    """The page with actions on a selection. Without a selection they apply to the current change."""

    #: An annotation is requested on code points `[start, end)` of a side ("old" or "new").
    annotation_requested = Signal(str, int, int)
    #: Something was copied: the text for the message bar.
    copied = Signal(str)

    def select_text(self, side: SideName, start: int, end: int) -> None:
        """Selects code points of one side."""
        self.shown.selection = TextSelection(side, start, end)
        self.viewport().update()

    def selected_text(self) -> str:
        """Returns the selected text in logical order."""
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
        """Copies the selected text without marks, or the current change if there is no selection."""
        text = self.selected_text()
        if text:
            self._put(text, translate("Comparison", "The selection was copied."))
        else:
            self.copy_change()

    def copy_marked(self) -> None:
        """Copies the selection, or the current change, with the marks `[-deleted-]` and `{+inserted+}`."""
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
        """Copies the current change: its title, the old text and the new one."""
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
        """Requests an annotation on the selection, or else on the provision of the current change.

        A selection that ends inside a word is extended to it first, unless Alt was held.
        """
        self._keep_words(exact=self.shown.selection is not None and self.shown.selection.exact)
        chosen = self.selection() or self._current_provision()
        if chosen is not None:
            self.annotation_requested.emit(*chosen)

    def _put(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(said)

    def _current_provision(self) -> tuple[SideName, int, int] | None:
        """Returns the side and range of the current change: in NEW, or in OLD if it was deleted."""
        reading = self.reading
        if reading is None or reading.current is None:
            return None
        entry = reading.comparison.entries[reading.changes[reading.current].entries[0]]
        side: SideName = "old" if entry.new is None else "new"
        place = entry.new or entry.old
        return None if place is None else (side, place.start, place.end)
