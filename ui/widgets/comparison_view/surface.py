"""The scrolled and painted page of a comparison.

Only visible provisions are laid out; the heights of the others are estimates. When an estimate is corrected,
the visible text keeps its position.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop_app.comparison.result import Comparison, Range, SideName
from desktop_app.wording import translate
from ui.guard import guarded
from ui.theme import appearance, theme
from ui.widgets.comparison_view.canvas import Canvas, CanvasContent
from ui.widgets.comparison_view.card_placing import cards_in_sight
from ui.widgets.comparison_view.cards import MarginCard
from ui.widgets.comparison_view.changes import Filter
from ui.widgets.comparison_view.columns import Columns
from ui.widgets.comparison_view.finding import TextFinder
from ui.widgets.comparison_view.heights import frame
from ui.widgets.comparison_view.lines import LineLayouts
from ui.widgets.comparison_view.map_painting import ChangeMap, draw_frame
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.rows import Row
from ui.widgets.words_pane import ReadInWords

#: Pixels kept visible above a change when jumping to it.
_CONTEXT: Final = 64


class ComparisonSurface(ReadInWords):
    """Both sides of a comparison, without mouse and keyboard input."""

    #: A fold was opened or closed, or the filter was changed.
    lines_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: ComparisonReading | None = None
        self.lines: LineLayouts | None = None
        self._finder: TextFinder | None = None
        self.shown = CanvasContent()
        self._map = ChangeMap()
        self._settling = False
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The map replaces the scroll bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(420, 160)
        self.setAccessibleName(translate("Comparison", "Comparison of two texts"))
        appearance().theme_changed.connect(self._on_theme_changed)

    # What is shown

    def set_comparison(self, comparison: Comparison, old_name: str, new_name: str) -> None:
        """Shows a comparison from its top; the names label empty sides: «در نسخهٔ ۲ نیست»."""
        self.reading = ComparisonReading(comparison)
        self.lines = LineLayouts(self.reading, self.viewport().width())
        self._finder = TextFinder(comparison)
        self.shown = CanvasContent(names={"old": old_name, "new": new_name})
        self.verticalScrollBar().setValue(0)
        self._refresh()

    def clear(self) -> None:
        """Clears the page."""
        self.reading = self.lines = self._finder = None
        self.shown = CanvasContent()
        self._refresh()

    def set_filter(self, wanted: Filter) -> None:
        """Shows the changes that pass `wanted`, and folds the others."""
        if self.reading is None or self.lines is None:
            return
        self._keeping_place(lambda: self._use_filter(wanted))

    def toggle_all_folds(self) -> None:
        """Opens all folds and gaps, or closes them all if they are open."""
        reading = self.reading
        if reading is not None:
            self._keeping_place(lambda: reading.unfold(not reading.unfolded))

    @property
    def columns(self) -> Columns | None:
        """The positions of the texts and their margins; None without a comparison."""
        return None if self.lines is None else self.lines.columns

    def set_cards(self, cards: Sequence[MarginCard]) -> None:
        """Shows threads in the margin, and keeps their provisions out of the folds."""
        self.shown.cards = tuple(cards)
        if self.reading is None:
            return
        reading = self.reading
        open_cards = [card for card in cards if not card.resolved]
        entries = {reading.places.entry_at(card.side, card.start) for card in open_cards}
        places = [(card.side, (card.start, card.end)) for card in open_cards]
        self._keeping_place(lambda: self._pin([entry for entry in entries if entry is not None], places))

    def _pin(self, entries: list[int], places: list[tuple[SideName, Range]]) -> None:
        assert self.reading is not None
        assert self.lines is not None
        self.lines.make_room(old_cards=any(side == "old" for side, _place in places))
        self.reading.pin(entries, places)

    def set_active_thread(self, thread: int | None, *, scroll: bool = False) -> None:
        """Expands a thread's card and highlights its phrase."""
        self.shown.active_thread = thread
        card = next((c for c in self.shown.cards if c.thread_id == thread), None)
        if card is not None and scroll:
            self.show_place(card.side, card.start)
        self._place_cards()
        self.viewport().update()

    def show_place(self, side: SideName, offset: int) -> None:
        """Scrolls to a code point of one side, opening the fold that hides it."""
        reading = self.reading
        entry = reading.places.entry_at(side, offset) if reading is not None else None
        if reading is None or self.lines is None or entry is None:
            return
        if reading.reveal(entry, side, offset):
            self._refresh()
        line = reading.line_of(entry, side, offset)
        if line is None:
            return
        self._show_line(line, unless_visible=True)
        found = self.lines.phrase_lines(side, offset, offset + 1)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if found is not None and not bar.value() + 12 <= found[1] <= bar.value() + page - 22:
            bar.setValue(round(found[1]) - page // 3)

    # Qt's events

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(1000, 640)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        page = self.viewport().height()
        value = self.verticalScrollBar().value()
        if self.lines is None:
            painter.fillRect(self.viewport().rect(), theme().base)
            return
        Canvas(painter, self.lines, self.shown, value, page).paint()
        painter.drawPixmap(0, 0, self._map.pixmap(self.lines, page, self.devicePixelRatioF()))
        top, tall = frame(value, page, self.lines.heights.total, page)
        draw_frame(painter, top, tall)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self.lines
        if lines is not None:
            self._keeping_place(lambda: lines.resize(self.viewport().width()))

    @guarded(None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        if not self._settling:
            self._settle()
        self.viewport().update()

    # Layout

    def _use_filter(self, wanted: Filter) -> None:
        assert self.reading is not None
        assert self.lines is not None
        spelling = self.reading.filter.orthographic != wanted.orthographic
        self.reading.use_filter(wanted)
        if spelling:
            self.lines.restyle()

    def _keeping_place(self, alter: Callable[[], object]) -> None:
        """Calls `alter`, which changes lines or heights, and keeps the top provision in place."""
        lines, reading = self.lines, self.reading
        if lines is None or reading is None:
            return
        value = self.verticalScrollBar().value()
        kept = self._top_row(value)
        before = reading.lines
        alter()
        if reading.lines is not before:
            # It is a line number, and the lines have changed.
            self.shown.focused_fold = None
        self._refresh()
        if kept is not None:
            row, above = kept
            line = reading.line_of(row.entry, "old" if row.shows("old") else "new")
            if line is not None:
                self._scroll_to(lines.value_for(line, 0) + above)
        self.lines_changed.emit()

    def _top_row(self, value: int) -> tuple[Row, int] | None:
        """Returns the first visible row and how many pixels of it are scrolled out; None at the top of the
        page.
        """
        lines, reading = self.lines, self.reading
        if lines is None or reading is None or value <= 0:
            return None
        for index in range(lines.heights.row_at(value), min(len(reading.lines), len(lines.heights))):
            line = reading.lines[index]
            if isinstance(line, Row):
                return line, value - lines.heights.tops[index]
        return None

    def _refresh(self) -> None:
        """Updates everything that depends on lines or heights."""
        if self.lines is not None:
            self.lines.rebuild()
        self._map.forget()
        self._settle()
        self.viewport().update()

    def _settle(self) -> None:
        """Measures the visible lines and updates the scroll bar."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if self.lines is None:
            bar.setRange(0, 0)
            return
        value = self.lines.settle(bar.value(), page)
        self._scroll_to(value)

    def _scroll_to(self, value: int) -> None:
        assert self.lines is not None
        bar, page = self.verticalScrollBar(), self.viewport().height()
        total = self.lines.heights.total
        self._settling = True
        bar.setRange(0, max(total - page, 0))
        bar.setPageStep(page)
        bar.setSingleStep(27)
        bar.setValue(value)
        self._settling = False
        if self.lines.settle(bar.value(), page) != bar.value() or self.lines.heights.total != total:
            bar.setRange(0, max(self.lines.heights.total - page, 0))
        self._place_cards()

    def _show_line(self, line: int, *, unless_visible: bool = False) -> None:
        assert self.lines is not None
        bar, page = self.verticalScrollBar(), self.viewport().height()
        tops = self.lines.heights.tops
        if unless_visible and bar.value() <= tops[line] and tops[line + 1] <= bar.value() + page:
            return
        self._scroll_to(self.lines.value_for(line, _CONTEXT))
        self.viewport().update()

    def _place_cards(self) -> None:
        lines, shown = self.lines, self.shown
        value, page = self.verticalScrollBar().value(), self.viewport().height()
        shown.placed, shown.discs = (
            cards_in_sight(shown.cards, shown.active_thread, lines, value, page)
            if lines is not None
            else ((), ())
        )

    def _total(self) -> int:
        return self.lines.heights.total if self.lines is not None else 0

    def _on_theme_changed(self) -> None:
        lines = self.lines
        if lines is not None:
            self._keeping_place(lines.restyle)
