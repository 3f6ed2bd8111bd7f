"""Painting one viewport: the lines of both sides, the gutter, the margin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.comparison.result import Range
from ui.theme import theme
from ui.widgets.comparison_view.cards import MarginCard, PlacedCard, draw_card, draw_leader
from ui.widgets.comparison_view.changes import ChangeKind
from ui.widgets.comparison_view.columns import PADDING_X, PADDING_Y
from ui.widgets.comparison_view.finding import Match
from ui.widgets.comparison_view.labels import absent_note, fold_title, stale_note
from ui.widgets.comparison_view.lines import Lines
from ui.widgets.comparison_view.marks import is_block, stale_references
from ui.widgets.comparison_view.review import ReviewMark
from ui.widgets.comparison_view.review_painting import draw_choice, draw_review_mark
from ui.widgets.comparison_view.row_painting import (
    draw_absent_note,
    draw_bar,
    draw_disc,
    draw_fold,
    draw_hatch,
    draw_ribbon,
    draw_tag,
)
from ui.widgets.comparison_view.rows import SIDES, Fold, Part, Row, SideName
from ui.widgets.comparison_view.selection import Selection
from ui.widgets.comparison_view.text_painting import (
    draw_block_lines,
    draw_grounds,
    draw_lines,
    draw_ranges,
    draw_underline,
    draw_words,
)


@dataclass
class Shown:
    """What a viewport shows besides the text: names of the sides, selection, places found, threads."""

    names: dict[SideName, str] = field(default_factory=dict)
    selection: Selection | None = None
    matches: dict[SideName, list[Range]] = field(default_factory=dict)
    match: Match | None = None
    cards: Sequence[MarginCard] = ()
    placed: Sequence[PlacedCard] = ()
    active_thread: int | None = None
    focused_fold: int | None = None
    review: dict[int, ReviewMark] = field(default_factory=dict)
    choices: dict[int, SideName] = field(default_factory=dict)

    def show_matches(self, found: Sequence[Match]) -> None:
        """Marks what was found; kept in the order of each side's text."""
        self.matches = {
            side: sorted((m.start, m.end) for m in found if m.side == side)
            for side in (SIDES if found else ())
        }


class Canvas:
    """Paints `lines` at a scroll value into a viewport `page` high."""

    def __init__(self, painter: QPainter, lines: Lines, shown: Shown, value: int, page: int) -> None:
        self._painter = painter
        self._lines = lines
        self._reading = lines.reading
        self._shown = shown
        self._value = value
        self._page = page
        self._clip = QRectF(0, 0, lines.columns.right, page)

    def paint(self) -> None:
        """Everything but the map."""
        self._grounds()
        visible = list(self._lines.visible(self._value, self._page))
        for index, line, box in visible:
            if isinstance(line, Row):
                for side in SIDES:
                    if line.shows(side):
                        self._side(line, side, box)
                    else:
                        self._absent(index, line, side, box)
        self._ribbons()
        for index, line, box in visible:
            if isinstance(line, Fold):
                words = fold_title(self._reading.comparison, line, self._reading.rows)
                draw_fold(
                    self._painter,
                    self._lines.columns,
                    box,
                    line,
                    words,
                    focused=index == self._shown.focused_fold,
                )
            else:
                self._disc(line, box)
        self._margin()

    def _grounds(self) -> None:
        now, columns = theme(), self._lines.columns
        self._painter.fillRect(self._clip, now.pane)
        for side in SIDES:
            left, width = columns.left(side), columns.width(side)
            self._painter.fillRect(QRectF(left, 0, width, self._page), now.base)
        for x in (columns.new_left - 1, columns.gutter_left, columns.old_left - 1):
            self._painter.fillRect(QRectF(x, 0, 1, self._page), now.line)

    def _side(self, row: Row, side: SideName, box: QRectF) -> None:
        painter = self._painter
        area = self._lines.side_box(box, side)
        block = self._lines.block(row, side)
        place = self._lines.place(row, side)
        assert block is not None
        assert place is not None
        entry = self._lines.entry(row)
        self._block_ground(row, side, area)
        origin = self._lines.text_origin(box, side)
        marks = self._lines.marks(row, side)
        within = (place.start, place.end)
        draw_ranges(painter, block, origin, self._phrases(side, within), theme().note)
        draw_grounds(painter, block, origin, marks)
        draw_ranges(painter, block, origin, self._selected(side), self._selection_colour())
        draw_words(painter, block, origin, self._clip)
        draw_lines(painter, block, origin, marks)
        if is_block(entry, side):
            draw_block_lines(painter, block, origin, inserted=side == "new")
        for card in self._cards_in(side, within):
            colour = theme().noteline if card.resolved else theme().accent
            draw_underline(painter, block, origin, (card.start, card.end), colour, 1)
        if side == "new":
            self._tag(row, area, origin.y() + block.height)

    def _absent(self, index: int, row: Row, side: SideName, box: QRectF) -> None:
        area = self._lines.side_box(box, side)
        draw_hatch(self._painter, area)
        note = absent_note(self._reading.comparison, row, side, self._shown.names.get(side, ""))
        moved = row.part in (Part.DEPARTURE, Part.ARRIVAL)
        draw_absent_note(self._painter, area, note, moved=moved, down=self._reading.leads_down(index))

    def _block_ground(self, row: Row, side: SideName, area: QRectF) -> None:
        now, painter = theme(), self._painter
        if row.part in (Part.DEPARTURE, Part.ARRIVAL):
            painter.fillRect(area, now.movsoft)
            draw_bar(painter, area, now.movline)
        elif row.part is Part.DELETED:
            painter.fillRect(area, now.delsoft)
            draw_bar(painter, area, now.delline)
        elif row.part is Part.INSERTED:
            painter.fillRect(area, now.inssoft)
            draw_bar(painter, area, now.insline)
        elif self._is_current(row):
            draw_bar(painter, area, now.accent)

    def _is_current(self, row: Row) -> bool:
        change = self._reading.change_of(row.entry)
        return change is not None and change == self._reading.current

    def _selection_colour(self) -> QColor:
        colour = theme().accent
        colour.setAlphaF(0.28)
        return colour

    def _selected(self, side: SideName) -> list[Range]:
        selection = self._shown.selection
        if selection is None or selection.side != side or selection.empty:
            return []
        return [selection.range]

    def _phrases(self, side: SideName, within: Range) -> list[Range]:
        found = self._shown.matches.get(side, [])
        first = bisect_left(found, (within[0], 0))
        ranges = list(takewhile(lambda place: place[0] < within[1], islice(found, first, None)))
        active = self._shown.active_thread
        ranges += [(c.start, c.end) for c in self._cards_in(side, within) if c.thread_id == active]
        return ranges

    def _cards_in(self, side: SideName, within: Range) -> list[MarginCard]:
        return [c for c in self._shown.cards if c.side == side and c.start < within[1] and c.end > within[0]]

    def _tag(self, row: Row, area: QRectF, top: float) -> None:
        right = area.right() - PADDING_X
        for reference in stale_references(self._reading.comparison, self._lines.entry(row)):
            draw_tag(self._painter, right, top + 2, stale_note(reference.now))
            break

    def _ribbons(self) -> None:
        tops, heights = self._lines.heights.tops, self._lines.heights
        for left, arrived in self._reading.moves:
            first, last = min(left, arrived), max(left, arrived)
            if tops[last + 1] < self._value or tops[first] > self._value + self._page:
                continue
            boxes = [QRectF(0, tops[i] - self._value, 1, heights.height(i)) for i in (arrived, left)]
            draw_ribbon(self._painter, self._lines.columns, boxes[0], boxes[1])

    def _disc(self, row: Row, box: QRectF) -> None:
        number = self._reading.change_of(row.entry)
        if number is None:
            return
        change = self._reading.changes[number]
        if not self._reading.filter.admits(change):
            return
        columns = self._lines.columns
        centre = QPointF(columns.gutter_left + 28, box.top() + PADDING_Y + 13)
        kind = change.kind if row.part is not Part.BOTH or len(change.entries) == 1 else ChangeKind.EDITED
        draw_disc(self._painter, centre, kind, current=number == self._reading.current)
        mark = self._shown.review.get(number)
        if mark is not None:
            draw_review_mark(self._painter, centre, mark)
        side = self._shown.choices.get(number)
        if side is not None:
            draw_choice(self._painter, columns, centre.y(), side)

    def _margin(self) -> None:
        columns = self._lines.columns
        for placed in self._shown.placed:
            foot = self._lines.phrase_foot(placed.card.side, placed.card.start, placed.card.end)
            if foot is not None and placed.card.side == "new":
                foot = QPointF(foot.x(), foot.y() - self._value)
                draw_leader(self._painter, foot, columns.new_left, placed)
        for placed in self._shown.placed:
            draw_card(self._painter, placed, active=placed.card.thread_id == self._shown.active_thread)
