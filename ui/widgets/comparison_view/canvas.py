"""Paints one viewport: the lines of both sides, the gutter, the margin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.comparison.result import Range, SideName
from ui.theme import theme
from ui.widgets.comparison_view.card_pictures import paint_card, paint_disc
from ui.widgets.comparison_view.cards import MarginCard, PlacedCard
from ui.widgets.comparison_view.changes import kind_of
from ui.widgets.comparison_view.columns import GUTTER, PADDING_X, PADDING_Y
from ui.widgets.comparison_view.finding import Match
from ui.widgets.comparison_view.fold_labels import fold_title, gap_title
from ui.widgets.comparison_view.labels import absent_note
from ui.widgets.comparison_view.layouts import CELL_Y
from ui.widgets.comparison_view.lines import CAPTION, LineLayouts, text_top
from ui.widgets.comparison_view.marks import is_block, label_range
from ui.widgets.comparison_view.phrase_painting import (
    PhraseMark,
    draw_phrase_grounds,
    draw_phrase_lines,
)
from ui.widgets.comparison_view.review import ReviewMark
from ui.widgets.comparison_view.review_painting import draw_choice, draw_review_mark
from ui.widgets.comparison_view.ribbon_painting import draw_ribbon
from ui.widgets.comparison_view.ribbons import LineRun
from ui.widgets.comparison_view.row_painting import (
    draw_absent_note,
    draw_bar,
    draw_caption,
    draw_disc,
    draw_fold,
    draw_gap,
    draw_grid,
    draw_hatch,
    draw_tags,
    draw_thread,
    draw_weight,
)
from ui.widgets.comparison_view.rows import SIDES, Fold, Line, Row, ShownSides, UnchangedGap
from ui.widgets.comparison_view.selection import TextSelection
from ui.widgets.comparison_view.text_painting import (
    draw_block_lines,
    draw_grounds,
    draw_lines,
    draw_ranges,
    draw_words,
)
from ui.widgets.comparison_view.thread_discs import ThreadDisc, colour_of, draw_connector


@dataclass
class CanvasContent:
    """What a viewport shows besides the text: names of the sides, selection, matches, threads."""

    names: dict[SideName, str] = field(default_factory=dict)
    selection: TextSelection | None = None
    matches: dict[SideName, list[Range]] = field(default_factory=dict)
    match: Match | None = None
    cards: Sequence[MarginCard] = ()
    placed: Sequence[PlacedCard] = ()
    discs: Sequence[ThreadDisc] = ()
    active_thread: int | None = None
    #: The thread under the mouse.
    near_thread: int | None = None
    focused_fold: int | None = None
    review: dict[int, ReviewMark] = field(default_factory=dict)
    choices: dict[int, SideName] = field(default_factory=dict)

    def show_matches(self, found: Sequence[Match]) -> None:
        """Highlights matches, sorted by side and position."""
        self.matches = {
            side: sorted((m.start, m.end) for m in found if m.side == side)
            for side in (SIDES if found else ())
        }


class Canvas:
    """Paints `lines` at a scroll value into a viewport of height `page`."""

    def __init__(
        self, painter: QPainter, lines: LineLayouts, shown: CanvasContent, value: int, page: int
    ) -> None:
        self._painter = painter
        self._lines = lines
        self._reading = lines.reading
        self._shown = shown
        self._value = value
        self._page = page
        self._clip = QRectF(0, 0, lines.columns.right, page)

    def paint(self) -> None:
        """Paints everything except the map."""
        self._grounds()
        visible = list(self._lines.visible(self._value, self._page))
        for index, line, box in visible:
            self._body(index, line, box)
        for _, line, box in visible:
            # After all rows, so that the background of a neighbour does not cover a shared line.
            if isinstance(line, Row) and line.columns:
                self._grid(line, box)
        if visible:
            self._ribbons(visible[0][0], visible[-1][0])
        self._threads()
        for index, line, box in visible:
            if isinstance(line, Fold):
                self._fold(index, line, box)
            elif isinstance(line, Row) and line.begins:
                self._disc(line, box)
        self._margin()

    def _body(self, index: int, line: Line, box: QRectF) -> None:
        if isinstance(line, UnchangedGap):
            self._gap(index, line, box)
        elif isinstance(line, Row):
            for side in SIDES:
                if line.shows(side):
                    self._side(line, side, box)
                else:
                    self._absent(index, line, side, box)

    def _fold(self, index: int, fold: Fold, box: QRectF) -> None:
        words = fold_title(self._reading.comparison, fold, self._reading.rows)
        focused = index == self._shown.focused_fold
        draw_fold(self._painter, self._lines.columns, box, fold, words, focused=focused)

    def _gap(self, index: int, gap: UnchangedGap, box: QRectF) -> None:
        words, focused = gap_title(gap), index == self._shown.focused_fold
        row = Row(gap.entry, gap.part)
        for side in SIDES:
            area = self._lines.side_box(box, side)
            if gap.shows(side):
                self._block_ground(row, side, area, begins=False, ends=False)
                draw_gap(self._painter, area, gap, words, focused=focused)
            else:
                draw_hatch(self._painter, area)

    def _grounds(self) -> None:
        now, columns = theme(), self._lines.columns
        self._painter.fillRect(self._clip.adjusted(0, 0, columns.old_discs + columns.old_margin, 0), now.pane)
        for side in SIDES:
            left, width = columns.left(side), columns.width(side)
            self._painter.fillRect(QRectF(left, 0, width, self._page), now.base)
        borders = [columns.new_left - columns.new_discs - 1, columns.gutter_left, columns.old_left - 1]
        for left, width in ((borders[0] + 1, columns.new_discs), (columns.right, columns.old_discs)):
            self._painter.fillRect(QRectF(left, 0, width, self._page), now.base)
        if columns.old_discs:
            borders.append(columns.old_margin_left)
        for x in borders:
            self._painter.fillRect(QRectF(x, 0, 1, self._page), now.line)

    def _side(self, row: Row, side: SideName, box: QRectF) -> None:
        painter = self._painter
        area = self._lines.side_box(box, side)
        block = self._lines.block(row, side)
        within = self._lines.place(row, side)
        assert block is not None
        assert within is not None
        entry = self._lines.entry(row)
        self._block_ground(row, side, area, begins=row.begins, ends=row.ends)
        origin = self._lines.text_origin(row, box, side)
        caption = self._lines.caption(row, side)
        if caption:
            room = self._lines.columns.text_width(side)
            top = QRectF(area.right() - PADDING_X - room, area.top() + PADDING_Y, room, CAPTION)
            draw_caption(painter, top, caption)
        marks = self._lines.marks(row, side)
        phrases = self._phrases(row, side, within)
        draw_phrase_grounds(painter, block, origin, phrases)
        draw_ranges(painter, block, origin, self._matches(side, within), theme().note)
        draw_grounds(painter, block, origin, marks)
        draw_ranges(painter, block, origin, self._selected(side, within), self._selection_colour())
        draw_words(painter, block, origin, self._clip)
        draw_lines(painter, block, origin, marks)
        if is_block(entry, side):
            draw_block_lines(painter, block, origin, inserted=side == "new")
        draw_phrase_lines(painter, block, origin, phrases)
        found = self._lines.tags(row, side)
        if found:
            draw_tags(painter, *self._lines.tag_place(row, box, side), found)

    def _grid(self, row: Row, box: QRectF) -> None:
        for side in SIDES:
            if row.shows(side):
                words = self._lines.side_box(box, side).adjusted(PADDING_X, 0, -PADDING_X, 0)
                draw_grid(self._painter, words, self._lines.cell_boxes(row, side))

    def _absent(self, index: int, row: Row, side: SideName, box: QRectF) -> None:
        area = self._lines.side_box(box, side)
        draw_hatch(self._painter, area)
        if row.part is ShownSides.BOTH or not row.begins:
            return
        note = absent_note(self._reading.comparison, row, side, self._shown.names.get(side, ""))
        moved = row.part in (ShownSides.DEPARTURE, ShownSides.ARRIVAL)
        draw_absent_note(
            self._painter, area, note, moved=moved, down=self._reading.arranged.leads_down(index)
        )

    def _block_ground(self, row: Row, side: SideName, area: QRectF, *, begins: bool, ends: bool) -> None:
        ground, bar = self._block_colours(row, side)
        if ground is not None:
            self._painter.fillRect(area, theme().colour(ground))
        if bar is not None:
            draw_bar(self._painter, area, theme().colour(bar), begins=begins, ends=ends)

    def _block_colours(self, row: Row, side: SideName) -> tuple[str | None, str | None]:
        if row.part in (ShownSides.DEPARTURE, ShownSides.ARRIVAL):
            return "movsoft", "movline"
        alone = row.part in (ShownSides.DELETED, ShownSides.INSERTED)
        if alone or (row.piece is not None and not row.shows("new" if side == "old" else "old")):
            return ("delsoft", "delline") if side == "old" else ("inssoft", "insline")
        return None, "accent" if self._is_current(row) else None

    def _is_current(self, row: Row) -> bool:
        change = self._reading.change_of(row.entry)
        return change is not None and change == self._reading.current

    def _selection_colour(self) -> QColor:
        colour = theme().accent
        colour.setAlphaF(0.28)
        return colour

    def _selected(self, side: SideName, within: Range) -> list[Range]:
        selection = self._shown.selection
        if selection is None or selection.side != side or selection.empty:
            return []
        start, end = max(selection.range[0], within[0]), min(selection.range[1], within[1])
        return [(start, end)] if start < end else []

    def _matches(self, side: SideName, within: Range) -> list[Range]:
        found = self._shown.matches.get(side, [])
        first = bisect_left(found, (within[0], 0))
        return list(takewhile(lambda place: place[0] < within[1], islice(found, first, None)))

    def _phrases(self, row: Row, side: SideName, within: Range) -> list[PhraseMark]:
        """Returns the annotated phrases of a row. Of a provision that is annotated as a whole, only its first words
        are marked.
        """
        shown, entry = self._shown, self._lines.entry(row)
        found: list[PhraseMark] = []
        for card in shown.cards:
            active = card.thread_id == shown.active_thread
            if card.side != side or card.start >= within[1] or card.end <= within[0]:
                continue
            if card.resolved and not active:
                continue
            start, end = card.start, card.end
            if card.whole and not active:
                start, end = label_range(self._reading.comparison, entry, side) or (start, start)
            if start < within[1] and end > within[0] and start < end:
                near = card.thread_id == shown.near_thread
                found.append(PhraseMark(start, end, card.kind, active, near))
        return found

    def _ribbons(self, first: int, last: int) -> None:
        """Paints the ribbons with an end among the visible lines, and any ribbon of the current change."""
        for ribbon in self._reading.ribbons_near(first, last):
            left, arrived = self._run_box(ribbon.left), self._run_box(ribbon.arrived)
            if min(left.top(), arrived.top()) <= self._page and max(left.bottom(), arrived.bottom()) >= 0:
                current = self._reading.current is not None and ribbon.change == self._reading.current
                draw_ribbon(self._painter, self._lines.columns, left, arrived, self._page, current=current)

    def _run_box(self, run: LineRun) -> QRectF:
        tops = self._lines.heights.tops
        return QRectF(0, tops[run[0]] - self._value, 1, tops[run[1] + 1] - tops[run[0]])

    def _threads(self) -> None:
        """Connects the parts of split or merged provisions along the gutter."""
        x, tops = self._lines.columns.gutter_left + GUTTER / 2, self._lines.heights.tops
        for first, last in self._reading.arranged.parted:
            top, bottom = (tops[line] - self._value + PADDING_Y + 13 for line in (first, last))
            if bottom >= 0 and top <= self._page:
                draw_thread(self._painter, x, max(top, -1.0), min(bottom, self._page + 1.0))

    def _disc(self, row: Row, box: QRectF) -> None:
        number = self._reading.change_of(row.entry)
        if number is None:
            return
        change = self._reading.changes[number]
        if not self._reading.filter.admits(change):
            return
        columns = self._lines.columns
        words = text_top(row) + (CELL_Y if row.columns else 0)
        centre = QPointF(columns.gutter_left + GUTTER / 2, box.top() + words + 13)
        current = number == self._reading.current
        if row.entry != change.entries[0]:
            kind = kind_of(self._lines.entry(row))
            if kind is not None:
                draw_disc(self._painter, centre, kind, current=current, small=True)
            return
        draw_disc(self._painter, centre, change.kind, current=current)
        if change.weighty:
            draw_weight(self._painter, centre)
        mark = self._shown.review.get(number)
        if mark is not None:
            draw_review_mark(self._painter, centre, mark)
        side = self._shown.choices.get(number)
        if side is not None:
            draw_choice(self._painter, columns, centre.y(), side)

    def _margin(self) -> None:
        columns, shown = self._lines.columns, self._shown
        discs = {card.thread_id: disc for disc in shown.discs for card in disc.cards}
        for placed in shown.placed:
            active, near = shown.active_thread in placed.threads, shown.near_thread in placed.threads
            disc = discs.get(placed.card.thread_id)
            if disc is not None:
                old = disc.centre.x() > columns.right
                edge = columns.old_margin_left if old else columns.new_left - columns.new_discs - 1
                colour = colour_of(placed.card, active=active, near=near)
                draw_connector(self._painter, disc, edge, placed, colour)
        for disc in shown.discs:
            paint_disc(self._painter, disc, shown.active_thread, shown.near_thread)
        for placed in sorted(shown.placed, key=lambda one: one.whole):
            paint_card(self._painter, placed, shown.active_thread, shown.near_thread)
