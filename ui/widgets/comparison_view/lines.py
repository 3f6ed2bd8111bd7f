"""The lines of a reading on the page: their layout, their heights, and what is at a given point.

`y` is in pixels from the top of the whole page, `x` from the left of the viewport.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.result import Entry, Range, SideName
from desktop_app.documents.columns import cells
from ui.theme import theme
from ui.widgets.comparison_view.columns import FOLD, GAP, PADDING_X, PADDING_Y, Columns
from ui.widgets.comparison_view.heights import Heights, guessed_height
from ui.widgets.comparison_view.layouts import (
    CELL_Y,
    LayoutCache,
    ProvisionLayout,
    cell_boxes,
    lay_out,
    lay_out_cells,
    line_height,
)
from ui.widgets.comparison_view.marks import TextMark, is_block, label_range, marks, side_text
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.rows import SIDES, Fold, Line, Row
from ui.widgets.comparison_view.tags import Tag, tags
from ui.widgets.comparison_view.text_painting import styles

#: The height of the line of tags below the text of a row.
TAG: Final = 26
#: The height of the caption above a part beside the body.
CAPTION: Final = 20
#: Typical text, to estimate the number of characters per line.
_SAMPLE: Final = "متقاضی درخواست خود را به‌همراه مدارک هویتی و سند مالکیت یا اجاره‌نامه محل "


@dataclass(frozen=True, slots=True)
class _Size:
    """The data for estimating the height of a line: code points on either side and vertical padding, or a `fixed`
    height."""

    old: int = 0
    new: int = 0
    padding: int = 0
    fixed: int = 0


class LineLayouts:
    """Layouts and heights of one reading for one width."""

    def __init__(self, reading: ComparisonReading, width: int) -> None:
        self.reading = reading
        self.columns = Columns.of(width)
        self._width = width
        self._old_cards = False
        self.cache = LayoutCache()
        self._marks: dict[tuple[SideName, int, Range | None], list[TextMark]] = {}
        self._measured: list[Line] | None = None
        self._sizes: list[_Size] = []
        self.heights = Heights([])
        self.restyle()

    def resize(self, width: int) -> None:
        """Sets the width. Rows are laid out again when they become visible."""
        self._width = width
        columns = Columns.of(width, old_cards=self._old_cards)
        if columns != self.columns:
            self.columns = columns
            self.restyle()

    def make_room(self, *, old_cards: bool) -> None:
        """Adds or removes the margin of OLD."""
        self._old_cards = old_cards
        self.resize(self._width)

    def restyle(self) -> None:
        """Clears the layouts and estimates heights again, after a change of width, font, theme or spelling."""
        self.cache.clear()
        self._marks.clear()
        self.rebuild()

    def rebuild(self) -> None:
        """Estimates heights again after the lines of the reading changed. Layouts are kept."""
        self._line_height = line_height()
        character = QFontMetricsF(theme().font("comparison")).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        per_line = {side: max(self.columns.text_width(side) / character * 0.94, 1.0) for side in SIDES}
        if self._measured is not self.reading.lines:
            self._measured = self.reading.lines
            self._sizes = [self._size(line) for line in self._measured]
        self.heights = Heights(
            size.fixed
            or guessed_height(size.old, size.new, per_line["old"], per_line["new"], self._line_height)
            + size.padding
            for size in self._sizes
        )

    def entry(self, row: Row) -> Entry:
        """Returns the entry of a row."""
        return self.reading.comparison.entries[row.entry]

    def block(self, row: Row, side: SideName) -> ProvisionLayout | None:
        """Returns the layout of a row on one side, or None if the side is hatched."""
        place = self.place(row, side)
        if place is None:
            return None
        return self.cache.get((side, row.entry, place, row.columns), lambda: self._lay_out(row, side, place))

    def place(self, row: Row, side: SideName) -> Range | None:
        """Returns the code points of one side that a row shows, or None if the side is hatched."""
        entry = self.entry(row)
        return row.range_of(side, entry.old if side == "old" else entry.new)

    def marks(self, row: Row, side: SideName) -> list[TextMark]:
        """Returns the marked words of a row on one side."""
        place = self.place(row, side)
        if place is None:
            return []
        found = self._marks.get((side, row.entry, place))
        if found is None:
            whole = self._marks_of_entry(row, side)
            found = [mark for mark in whole if mark.start < place[1] and mark.end > place[0]]
            self._marks[side, row.entry, place] = found
        return found

    def _marks_of_entry(self, row: Row, side: SideName) -> list[TextMark]:
        key = side, row.entry, None
        if key not in self._marks:
            shown = self.reading.filter.orthographic
            self._marks[key] = marks(self.reading.comparison, self.entry(row), side, orthographic=shown)
        return self._marks[key]

    def tags(self, row: Row, side: SideName) -> list[Tag]:
        """Returns the tags below the text of a row on one side."""
        number = self.reading.change_of(row.entry)
        change = None if number is None else self.reading.changes[number]
        return tags(self.reading.comparison, row, change, side) if change is not None else []

    def tag_place(self, row: Row, box: QRectF, side: SideName) -> tuple[float, float, float]:
        """Returns the right edge, the width and the top of the tags of a row, in the viewport."""
        block = self.block(row, side)
        below = self.text_origin(row, box, side).y() + (block.height if block is not None else 0) + 2
        return self.side_box(box, side).right() - PADDING_X, self.columns.text_width(side), below

    def caption(self, row: Row, side: SideName) -> str:
        """Returns the name of a part beside the body, with its provision on one side."""
        entry = self.entry(row)
        place = (entry.old if side == "old" else entry.new) if row.captioned else None
        return "" if place is None else provision_title(place)

    def measure(self, index: int) -> int:
        """Lays out line `index` and returns its exact height."""
        line = self.reading.lines[index]
        if not isinstance(line, Row):
            return FOLD if isinstance(line, Fold) else GAP
        tallest = self._line_height
        for side in SIDES:
            block = self.block(line, side)
            if block is not None:
                tallest = max(tallest, block.height + (TAG if self.tags(line, side) else 0))
        return tallest + _padding(line)

    def settle(self, value: int, page: int) -> int:
        """Measures all lines that overlap `[value, value + page)`.

        Returns the corrected scroll value, at which the same text is visible as before.
        """
        if not self.reading.lines:
            return 0
        index = self.heights.row_at(value)
        top = self.heights.tops[index]
        while index < len(self.reading.lines) and top < value + page:
            difference = self.heights.measure(index, self.measure(index))
            if top < value and difference:
                value = max(value + difference, 0)
            top += self.heights.height(index)
            index += 1
        return value

    def value_for(self, index: int, above: int) -> int:
        """Returns the scroll value that shows line `index` with `above` pixels of context before it."""
        room, first = above, index
        self.heights.measure(index, self.measure(index))
        while first > 0 and room > 0:
            first -= 1
            self.heights.measure(first, self.measure(first))
            room -= self.heights.height(first)
        return max(self.heights.tops[index] - above, 0)

    def visible(self, value: int, page: int) -> Iterator[tuple[int, Line, QRectF]]:
        """Yields the visible lines, each with its index and its box in the viewport, across both texts and the
        gutter."""
        if not self.reading.lines:
            return
        tops = self.heights.tops
        index = self.heights.row_at(value)
        left, width = self.columns.new_left, self.columns.right - self.columns.new_left
        while index < len(self.reading.lines) and tops[index] < value + page:
            box = QRectF(left, tops[index] - value, width, self.heights.height(index))
            yield index, self.reading.lines[index], box
            index += 1

    def side_box(self, box: QRectF, side: SideName) -> QRectF:
        """Returns the part of a line's box that belongs to one side."""
        return QRectF(self.columns.left(side), box.top(), self.columns.width(side), box.height())

    def text_origin(self, row: Row, box: QRectF, side: SideName) -> QPointF:
        """Returns the position of the text of one side in the viewport."""
        return QPointF(self.columns.left(side) + PADDING_X, box.top() + text_top(row))

    def cell_boxes(self, row: Row, side: SideName) -> list[tuple[float, float]]:
        """Returns the left edge (relative to the text) and width of the cells of a table row, from the right."""
        place = self.place(row, side)
        if place is None or not row.columns:
            return []
        found = cells(side_text(self.reading.comparison, side), *place)
        return cell_boxes(row.columns, self.columns.text_width(side), len(found))

    def position_at(self, side: SideName, x: float, y: float) -> int | None:
        """Returns the code point of `side` at a point, or the nearest one if the side is hatched or folded."""
        if not self.reading.lines:
            return None
        index = self.heights.row_at(int(y))
        line = self.reading.lines[index]
        if isinstance(line, Row):
            block = self.block(line, side)
            if block is not None:
                top = self.heights.tops[index] + text_top(line)
                return block.position_at(x - self.columns.left(side) - PADDING_X, y - top)
        return self._nearest(index, side)

    def word_offset(self, side: SideName, x: float, y: float) -> int | None:
        """Returns the code point of `side` whose character is at a point, or None beside the text."""
        near = self.position_at(side, x, y)
        line = self.reading.lines[self.heights.row_at(int(y))] if self.reading.lines else None
        block = self.block(line, side) if isinstance(line, Row) else None
        if near is None or block is None or not isinstance(line, Row):
            return None
        top = self.heights.tops[self.heights.row_at(int(y))] + text_top(line)
        at = QPointF(x - self.columns.left(side) - PADDING_X, y - top)
        for offset in (near, near - 1):
            if any(box.contains(at) for box in block.rectangles(offset, offset + 1)):
                return offset
        return None

    def phrase_lines(self, side: SideName, start: int, end: int) -> tuple[float, float] | None:
        """Returns the middle of the first and of the last line of a phrase on the page, or None while it is
        folded.
        """
        entry = self.reading.places.entry_at(side, start)
        index = None if entry is None else self.reading.line_of(entry, side, start)
        if index is None:
            return None
        line = self.reading.lines[index]
        block = self.block(line, side) if isinstance(line, Row) else None
        if block is None or not isinstance(line, Row):
            return None
        boxes = block.rectangles(start, max(end, start + 1)) or [QRectF(0, 0, 1, block.line_height)]
        top = self.heights.tops[index] + text_top(line)
        return top + boxes[0].center().y(), top + boxes[-1].center().y()

    def _nearest(self, index: int, side: SideName) -> int | None:
        for step in (*range(index - 1, -1, -1), *range(index + 1, len(self.reading.lines))):
            line = self.reading.lines[step]
            place = self.place(line, side) if isinstance(line, Row) else None
            if place is not None:
                return place[1] if step < index else place[0]
        return None

    def _lay_out(self, row: Row, side: SideName, place: Range) -> ProvisionLayout:
        entry = self.entry(row)
        comparison = self.reading.comparison
        ink = None
        if is_block(entry, side):
            ink = "instext" if side == "new" else "deltext"
        label = label_range(comparison, entry, side) if row.begins else None
        styled = styles(self.marks(row, side), label, ink, place)
        text = side_text(comparison, side)
        if row.columns:
            return lay_out_cells(text, cells(text, *place), self.cell_boxes(row, side), styled)
        return lay_out(text, place, self.columns.text_width(side), styled)

    def _size(self, line: Line) -> _Size:
        if not isinstance(line, Row):
            return _Size(fixed=FOLD if isinstance(line, Fold) else GAP)
        if line.columns:
            return _Size(padding=_padding(line) + 2 * CELL_Y)
        old, new = self.place(line, "old"), self.place(line, "new")
        return _Size(
            old=old[1] - old[0] if old is not None else 0,
            new=new[1] - new[0] if new is not None else 0,
            padding=_padding(line),
        )


def text_top(row: Row) -> int:
    """Returns the distance in pixels from the top of a row to its text."""
    if _is_table_alone(row):
        return 0
    if row.captioned:
        return PADDING_Y + CAPTION
    return PADDING_Y if row.begins or (row.piece is not None and row.piece.apart) else 0


def _padding(row: Row) -> int:
    if _is_table_alone(row):
        return 0
    return text_top(row) + (PADDING_Y if row.ends else 0)


def _is_table_alone(row: Row) -> bool:
    """Returns whether a provision is a single table row. Such rows have no spacing."""
    return bool(row.columns) and row.begins and row.ends and not row.beside
