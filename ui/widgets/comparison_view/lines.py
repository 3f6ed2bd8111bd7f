"""The lines of a reading as they stand on the page: laid out, measured, and asked what is where.

`y` counts pixels from the top of the whole page, `x` from the left of the viewport.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontInfo, QFontMetricsF

from desktop_app.comparison.result import Entry, Place
from ui.theme import theme
from ui.theme_tokens import DOCUMENT_LINE
from ui.widgets.comparison_view.columns import FOLD, PADDING_X, PADDING_Y, Columns
from ui.widgets.comparison_view.heights import Heights, guessed_height
from ui.widgets.comparison_view.layouts import Block, LayoutCache, lay_out
from ui.widgets.comparison_view.marks import (
    Mark,
    is_block,
    label_range,
    marks,
    side_text,
    stale_references,
)
from ui.widgets.comparison_view.reading import Reading
from ui.widgets.comparison_view.rows import SIDES, Fold, Line, Row, SideName
from ui.widgets.comparison_view.text_painting import styles

_TAG: Final = 26
#: A line that is typical of what is laid out, to guess how many characters a line holds.
_SAMPLE: Final = "متقاضی درخواست خود را به‌همراه مدارک هویتی و سند مالکیت یا اجاره‌نامه محل "


class Lines:
    """Layouts and heights of one reading for one width."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.columns = Columns.of(1200)
        self._cache = LayoutCache()
        self.heights = Heights([])
        self.restyle()

    def resize(self, width: int) -> None:
        """Another width: everything is laid out again when it is seen."""
        columns = Columns.of(width)
        if columns != self.columns:
            self.columns = columns
            self.restyle()

    def restyle(self) -> None:
        """Another width, font, theme or spelling: forgets layouts and guesses heights again."""
        self._cache.clear()
        self.rebuild()

    def rebuild(self) -> None:
        """The lines of the reading changed: heights are guessed again, layouts kept."""
        font = theme().font("comparison")
        self._line_height = round(QFontInfo(font).pixelSize() * DOCUMENT_LINE / 100)
        character = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        per_line = {side: self.columns.text_width(side) / character * 0.94 for side in SIDES}
        self.heights = Heights(self._guess(line, per_line) for line in self.reading.lines)

    def entry(self, row: Row) -> Entry:
        """The entry that a row shows."""
        return self.reading.comparison.entries[row.entry]

    def block(self, row: Row, side: SideName) -> Block | None:
        """The laid-out text of a row on one side, None where the side is hatched."""
        place = self.place(row, side)
        if place is None:
            return None
        return self._cache.get((side, row.entry), lambda: self._lay_out(row, side, place))

    def place(self, row: Row, side: SideName) -> Place | None:
        """Where the text that a row shows on one side stands in that side."""
        if not row.shows(side):
            return None
        entry = self.entry(row)
        return entry.old if side == "old" else entry.new

    def marks(self, row: Row, side: SideName) -> list[Mark]:
        """The marked words of a row on one side."""
        shown = self.reading.filter.orthographic
        return marks(self.reading.comparison, self.entry(row), side, orthographic=shown)

    def measure(self, index: int) -> int:
        """Lays line `index` out and returns its exact height."""
        line = self.reading.lines[index]
        if isinstance(line, Fold):
            return FOLD
        tallest = self._line_height
        for side in SIDES:
            block = self.block(line, side)
            if block is not None:
                tag = (
                    _TAG
                    if side == "new" and stale_references(self.reading.comparison, self.entry(line))
                    else 0
                )
                tallest = max(tallest, block.height + tag)
        return tallest + 2 * PADDING_Y

    def settle(self, value: int, page: int) -> int:
        """Makes the heights exact of all lines that meet `[value, value + page)`; returns the value at which the
        reader sees the same words as before."""
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
        """The scroll value that shows line `index` with `above` pixels of what stands before it."""
        room, first = above, index
        self.heights.measure(index, self.measure(index))
        while first > 0 and room > 0:
            first -= 1
            self.heights.measure(first, self.measure(first))
            room -= self.heights.height(first)
        return max(self.heights.tops[index] - above, 0)

    def visible(self, value: int, page: int) -> Iterator[tuple[int, Line, QRectF]]:
        """Lines that meet the viewport with their boxes in it, over both texts and the gutter."""
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
        """The part of a line's box that belongs to one side."""
        return QRectF(self.columns.left(side), box.top(), self.columns.width(side), box.height())

    def text_origin(self, box: QRectF, side: SideName) -> QPointF:
        """Where the block of a side begins in the viewport."""
        return QPointF(self.columns.left(side) + PADDING_X, box.top() + PADDING_Y)

    def position_at(self, side: SideName, x: float, y: float) -> int | None:
        """The code point of `side` under a point; the nearest one where the side is hatched or folded."""
        if not self.reading.lines:
            return None
        index = self.heights.row_at(int(y))
        line = self.reading.lines[index]
        if isinstance(line, Row):
            block = self.block(line, side)
            if block is not None:
                top = self.heights.tops[index] + PADDING_Y
                return block.position_at(x - self.columns.left(side) - PADDING_X, y - top)
        return self._nearest(index, side)

    def phrase_foot(self, side: SideName, start: int, end: int) -> QPointF | None:
        """The lower left end of a phrase (x in the viewport, y on the page), None while it is folded away."""
        entry = self.reading.entry_at(side, start)
        index = None if entry is None else self.reading.line_of(entry, side)
        if index is None:
            return None
        line = self.reading.lines[index]
        block = self.block(line, side) if isinstance(line, Row) else None
        if block is None:
            return None
        boxes = block.rectangles(start, max(end, start + 1))
        last = boxes[-1] if boxes else QRectF(0, 0, 1, block.line_height)
        return QPointF(
            self.columns.left(side) + PADDING_X + last.left(),
            self.heights.tops[index] + PADDING_Y + last.bottom() - 1,
        )

    def _nearest(self, index: int, side: SideName) -> int | None:
        for step in (*range(index - 1, -1, -1), *range(index + 1, len(self.reading.lines))):
            line = self.reading.lines[step]
            place = self.place(line, side) if isinstance(line, Row) else None
            if place is not None:
                return place.end if step < index else place.start
        return None

    def _lay_out(self, row: Row, side: SideName, place: Place) -> Block:
        entry = self.entry(row)
        comparison = self.reading.comparison
        ink = None
        if is_block(entry, side):
            ink = "instext" if side == "new" else "deltext"
        styled = styles(
            self.marks(row, side), label_range(comparison, entry, side), ink, (place.start, place.end)
        )
        return lay_out(
            side_text(comparison, side), (place.start, place.end), self.columns.text_width(side), styled
        )

    def _guess(self, line: Line, per_line: dict[SideName, float]) -> int:
        if isinstance(line, Fold):
            return FOLD
        tallest = self._line_height
        for side in SIDES:
            place = self.place(line, side)
            if place is not None:
                guess = guessed_height([place.end - place.start], per_line[side], self._line_height)
                tallest = max(tallest, guess)
        return tallest + 2 * PADDING_Y
