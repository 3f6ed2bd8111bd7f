"""Paints one viewport of a text: its blocks, and the threads beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop_app.comparison.result import Range
from desktop_app.comparison.typesetting import BlockKind, TextBlock
from ui.theme import theme
from ui.widgets.comparison_view.card_pictures import paint_card, paint_disc
from ui.widgets.comparison_view.cards import MarginCard, PlacedCard
from ui.widgets.comparison_view.phrase_painting import PhraseMark, draw_phrase_grounds, draw_phrase_lines
from ui.widgets.comparison_view.row_painting import draw_grid
from ui.widgets.comparison_view.selection import TextSelection
from ui.widgets.comparison_view.text_painting import draw_ranges, draw_words
from ui.widgets.comparison_view.thread_discs import ThreadDisc, colour_of, draw_connector
from ui.widgets.reading_view.page import ReadingPage
from ui.widgets.reading_view.setting import NOTE_LINE, RULE_ROOM, row_boxes

_RULE: Final = 48


@dataclass
class ReadingContent:
    """What a viewport shows besides the text: selection, match, threads."""

    selection: TextSelection | None = None
    match: Range | None = None
    cards: Sequence[MarginCard] = ()
    placed: Sequence[PlacedCard] = ()
    discs: Sequence[ThreadDisc] = ()
    active_thread: int | None = None
    #: The thread under the mouse.
    near_thread: int | None = None
    focused: bool = False


class ReadingCanvas:
    """Paints a page at a scroll value into a viewport of the given size."""

    def __init__(
        self, painter: QPainter, page: ReadingPage, shown: ReadingContent, value: int, width: int, height: int
    ) -> None:
        self._painter, self._page, self._shown = painter, page, shown
        self._value, self._width, self._height = value, width, height

    def paint(self) -> None:
        """Paints the viewport."""
        now, columns, painter = theme(), self._page.columns, self._painter
        painter.fillRect(QRectF(0, 0, self._width, self._height), now.base)
        if columns.margin:
            painter.fillRect(QRectF(0, 0, columns.margin, self._height), now.pane)
            painter.fillRect(QRectF(columns.margin - 1, 0, 1, self._height), now.line)
        visible = list(self._page.visible(self._value, self._height))
        for index, origin in visible:
            self._block(index, origin)
        for index, origin in visible:
            if self._page.blocks[index].kind is BlockKind.ROW:
                self._grid(index, origin)
        self._threads()

    def _block(self, index: int, origin: QPointF) -> None:
        painter, block, layout = self._painter, self._page.blocks[index], self._page.layout(index)
        within = (block.start, block.end)
        now = theme()
        if block.kind is BlockKind.ROW and block.heading:
            painter.fillRect(self._table_box(index, origin), now.pane)
        if block.noted:
            self._note_line(index, origin)
        phrases = self._phrases(block)
        draw_phrase_grounds(painter, layout, origin, phrases)
        if self._shown.match is not None:
            draw_ranges(painter, layout, origin, _clipped([self._shown.match], within), now.note)
        if self._shown.selection is not None and not self._shown.selection.empty:
            colour = now.accent
            colour.setAlphaF(0.28)
            draw_ranges(painter, layout, origin, _clipped([self._shown.selection.range], within), colour)
        draw_words(painter, layout, origin, QRectF(0, 0, self._width, self._height))
        draw_phrase_lines(painter, layout, origin, phrases)
        if block.kind is BlockKind.HEADING:
            middle = self._page.columns.left + self._page.columns.width / 2
            y = round(origin.y() + layout.height - RULE_ROOM + 6)
            painter.fillRect(QRectF(middle - _RULE / 2, y, _RULE, 1), now.line2)

    def _note_line(self, index: int, origin: QPointF) -> None:
        """Draws the line before a note, without a break between the blocks of one note."""
        block, blocks = self._page.blocks[index], self._page.blocks
        before = blocks[index - 1] if index else None
        goes_on = before is not None and before.noted and block.kind is not BlockKind.NOTE
        top = self._page.heights.tops[index] - self._value if goes_on else origin.y() + 2
        bottom = origin.y() + self._page.layout(index).height - 2
        x = self._page.columns.right - NOTE_LINE
        self._painter.fillRect(QRectF(x, top, 1, bottom - top), theme().line2)

    def _table_box(self, index: int, origin: QPointF) -> QRectF:
        boxes = row_boxes(self._page.text, self._page.blocks[index], self._page.columns.width)
        width = boxes[0][0] + boxes[0][1]
        return QRectF(origin.x(), origin.y(), width, self._page.layout(index).height)

    def _grid(self, index: int, origin: QPointF) -> None:
        boxes = row_boxes(self._page.text, self._page.blocks[index], self._page.columns.width)
        draw_grid(self._painter, self._table_box(index, origin), boxes)

    def _phrases(self, block: TextBlock) -> list[PhraseMark]:
        """Returns the annotated phrases of a block. Of a provision that is annotated as a whole, its label is
        marked.
        """
        shown = self._shown
        found: list[PhraseMark] = []
        for card in shown.cards:
            active = card.thread_id == shown.active_thread
            if card.start >= block.end or card.end <= block.start or (card.resolved and not active):
                continue
            start, end = max(card.start, block.start), min(card.end, block.end)
            if card.whole and not active:
                if block.label is None or card.start < block.start:
                    continue
                start, end = block.label
            found.append(PhraseMark(start, end, card.kind, active, card.thread_id == shown.near_thread))
        return found

    def _threads(self) -> None:
        shown = self._shown
        discs = {card.thread_id: disc for disc in shown.discs for card in disc.cards}
        for placed in shown.placed:
            active, near = shown.active_thread in placed.threads, shown.near_thread in placed.threads
            disc = discs.get(placed.card.thread_id)
            if disc is not None:
                colour = colour_of(placed.card, active=active, near=near)
                draw_connector(self._painter, disc, self._page.columns.margin, placed, colour)
        for disc in shown.discs:
            paint_disc(self._painter, disc, shown.active_thread, shown.near_thread)
        for placed in shown.placed:
            paint_card(self._painter, placed, shown.active_thread, shown.near_thread)


def _clipped(ranges: Sequence[Range], within: Range) -> list[Range]:
    found = [(max(start, within[0]), min(end, within[1])) for start, end in ranges]
    return [(start, end) for start, end in found if start < end]
