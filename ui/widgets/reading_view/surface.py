"""The scrolled and painted page of one text, with the threads in its margin.

Only visible blocks are laid out; the heights of the others are estimates. When an estimate is corrected, the visible
text keeps its position.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop_app.comparison.result import Range
from desktop_app.comparison.typesetting import TextBlock
from ui.guard import guarded
from ui.theme import appearance, theme
from ui.widgets.comparison_view.card_placing import ABOVE_LINE, Anchored, in_sight, place_cards, together
from ui.widgets.comparison_view.card_words import CARD_WIDTH
from ui.widgets.comparison_view.cards import MarginCard
from ui.widgets.comparison_view.selection import TextSelection
from ui.widgets.comparison_view.thread_discs import ThreadDisc, spread
from ui.widgets.reading_view.canvas import ReadingCanvas, ReadingContent
from ui.widgets.reading_view.page import ReadingPage
from ui.widgets.words_pane import ReadInWords

#: Pixels kept visible above a place when jumping to it.
_CONTEXT: Final = 64
_CARD_EDGE: Final = 16
#: Distance of two discs on one line, away from the text.
_DISC_STEP: Final = -22.0


class ReadingSurface(ReadInWords):
    """One text, without mouse and keyboard input."""

    #: Another provision is at the top of the viewport: the code point at which it starts.
    place_changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: ReadingPage | None = None
        self.shown = ReadingContent()
        self._kinds: frozenset[str] | None = None
        self._all_cards: tuple[MarginCard, ...] = ()
        self._with_margin = True
        self._settling = False
        self._top: int | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 160)
        self.setAccessibleName(name)
        appearance().theme_changed.connect(self._on_theme_changed)

    # What is shown

    @property
    def text(self) -> str:
        """The whole text."""
        return self.page.text if self.page is not None else ""

    def show_text(self, text: str, blocks: Sequence[TextBlock], *, threads: bool) -> None:
        """Shows a text from its top; with `threads` it has a margin."""
        self.close_words()
        self.page = ReadingPage(text, blocks, self.viewport().width(), threads=threads)
        self.page.resize(self.viewport().width(), cards=self._with_margin)
        self.shown = ReadingContent()
        self._all_cards, self._kinds, self._top = (), None, None
        self.verticalScrollBar().setValue(0)
        self._refresh()

    def set_cards(self, cards: Sequence[MarginCard]) -> None:
        """Shows threads in the margin."""
        self._all_cards = tuple(card for card in cards if card.side == "new")
        self._show_cards()

    def show_kinds(self, kinds: frozenset[str] | None) -> None:
        """Shows only threads of these kinds; None for all."""
        self._kinds = kinds
        self._show_cards()

    def show_margin(self, shown: bool) -> None:
        """Shows or hides the cards beside the text. The discs stay."""
        self._with_margin = shown
        self._fit()

    def set_active_thread(self, thread: int | None, *, scroll: bool = False) -> None:
        """Expands a thread's card and highlights its phrase."""
        self.shown.active_thread = thread
        card = next((card for card in self.shown.cards if card.thread_id == thread), None)
        if card is not None and scroll:
            self.show_place("new", card.start)
        self._place_cards()
        self._tell_active(card)
        self.viewport().update()

    def select_text(self, side: str, start: int, end: int) -> None:
        """Selects code points `[start, end)`; a text has only the side "new"."""
        del side
        self.shown.selection = TextSelection("new", start, end)
        self.viewport().update()

    def show_match(self, place: Range | None) -> None:
        """Highlights found words and scrolls to them, or removes the highlight."""
        self.shown.match = place
        if place is not None:
            self.show_place("new", place[0])
        self.viewport().update()

    def show_place(self, side: str, offset: int) -> None:
        """Scrolls to a code point, unless it is visible."""
        del side
        if self.page is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        middle = self.page.phrase_lines(offset, offset + 1)[0]
        if bar.value() + ABOVE_LINE <= middle <= bar.value() + height - 2 * ABOVE_LINE:
            return
        self._scroll_to(self.page.value_for(self.page.block_at(offset), _CONTEXT))
        middle = self.page.phrase_lines(offset, offset + 1)[0]
        if not bar.value() <= middle <= bar.value() + height - ABOVE_LINE:
            self._scroll_to(round(middle) - height // 3)
        self.viewport().update()

    def go_to(self, offset: int) -> None:
        """Scrolls a provision to the top, given the code point at which it starts."""
        if self.page is not None:
            self._scroll_to(self.page.value_for(self.page.block_at(offset), 8))
            self.viewport().update()

    # Qt's events

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(900, 640)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, area = QPainter(self.viewport()), self.viewport().rect()
        if self.page is None:
            painter.fillRect(area, theme().base)
            return
        value = self.verticalScrollBar().value()
        ReadingCanvas(painter, self.page, self.shown, value, area.width(), area.height()).paint()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded(None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        if not self._settling:
            self._settle()
        self.viewport().update()

    # Layout

    def _fit(self) -> None:
        page, width = self.page, self.viewport().width()
        if page is not None:
            self._keeping_place(lambda: page.resize(width, cards=self._with_margin))

    def _keeping_place(self, alter: Callable[[], object]) -> None:
        """Calls `alter`, which changes heights, and keeps the top block in place."""
        if self.page is None:
            return
        value = self.verticalScrollBar().value()
        index = self.page.heights.row_at(value) if self.page.blocks else 0
        above = value - self.page.heights.tops[index] if self.page.blocks else 0
        alter()
        self._settle()
        if value > 0 and self.page.blocks:
            self._scroll_to(self.page.value_for(index, 0) + min(above, self.page.heights.height(index)))
        self.viewport().update()

    def _refresh(self) -> None:
        self._settle()
        self.viewport().update()

    def _settle(self) -> None:
        """Measures the visible blocks and updates the scroll bar."""
        bar = self.verticalScrollBar()
        if self.page is None:
            bar.setRange(0, 0)
            return
        self._scroll_to(self.page.settle(bar.value(), self.viewport().height()))

    def _scroll_to(self, value: int) -> None:
        assert self.page is not None
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._settling = True
        value = self.page.settle(max(value, 0), height)
        bar.setRange(0, max(self.page.total - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(28)
        bar.setValue(value)
        self._settling = False
        self.page.settle(bar.value(), height)
        self._place_cards()
        self._tell_place()

    def _tell_place(self) -> None:
        if self.page is None or not self.page.blocks:
            return
        value = self.verticalScrollBar().value()
        start = self.page.blocks[self.page.heights.row_at(value + 12)].start
        if start != self._top:
            self._top = start
            self.place_changed.emit(start)

    def _show_cards(self) -> None:
        active = self.shown.active_thread
        self.shown.cards = tuple(
            card
            for card in self._all_cards
            if self._kinds is None or card.kind in self._kinds or card.thread_id == active
        )
        self._place_cards()
        self.viewport().update()

    def _place_cards(self) -> None:
        page, shown = self.page, self.shown
        shown.placed, shown.discs = (), ()
        if page is None or not page.threads or not page.blocks:
            return
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        anchored: list[Anchored] = []
        first = page.heights.row_at(value)
        last = page.heights.row_at(value + height)
        for card in shown.cards:
            hidden = card.resolved and card.thread_id != shown.active_thread
            if not hidden and first <= page.block_at(card.start) <= last:
                y = in_sight(page.phrase_lines(card.start, card.end), value)
                if -ABOVE_LINE <= y <= height + ABOVE_LINE:
                    anchored.append((y, card))
        discs = [
            ThreadDisc(QPointF(page.columns.disc_x, y), cards)
            for y, cards in together(sorted(anchored, key=lambda one: (one[0], one[1].start)), None)
        ]
        shown.discs = tuple(spread(discs, _DISC_STEP))
        margin = page.columns.margin
        if margin:
            width = max(margin - 2 * _CARD_EDGE, CARD_WIDTH)
            left = (margin - width) / 2
            shown.placed = tuple(place_cards(anchored, left, height, shown.active_thread, width=width))

    def _tell_active(self, card: MarginCard | None) -> None:
        """Tells screen readers about the active thread; the next class has the words."""

    def _on_theme_changed(self) -> None:
        page = self.page
        if page is not None:
            self._keeping_place(page.restyle)
