"""The blocks of a text on the page: their positions and layouts, and what is at a given point.

`y` is in pixels from the top of the whole page, `x` from the left of the viewport.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop_app.comparison.typesetting import TextBlock
from ui.widgets.comparison_view.heights import Heights
from ui.widgets.comparison_view.layouts import LayoutCache, ProvisionLayout
from ui.widgets.reading_view.setting import column_width, guessed, lay_out_block, space_above

#: The gutter between margin and text, in which discs and connectors are.
GUTTER: Final = 64
#: Width of the margin with cards; a narrower one in a small window; none below that.
MARGIN: Final = 290
SMALL_MARGIN: Final = 200
LEAST_WITH_MARGIN: Final = 900
LEAST_WITH_SMALL_MARGIN: Final = 620
#: The least distance of the text from the right edge of the viewport, and the space below its end.
RIGHT: Final = 40
SMALL_RIGHT: Final = 20
FOOT: Final = 80


@dataclass(frozen=True, slots=True)
class PageColumns:
    """Where the margin ends, and where the column of text begins; in pixels from the left."""

    margin: int
    left: int
    width: int

    @classmethod
    def of(cls, viewport: int, *, threads: bool, cards: bool) -> PageColumns:
        """Returns the columns for a viewport of the given width.

        With `threads` there is a gutter for their discs, and with `cards` a margin too.
        """
        margin = 0
        if threads and cards:
            small = SMALL_MARGIN if viewport >= LEAST_WITH_SMALL_MARGIN else 0
            margin = MARGIN if viewport >= LEAST_WITH_MARGIN else small
        gutter = GUTTER if threads else RIGHT
        right = RIGHT if viewport >= LEAST_WITH_MARGIN else SMALL_RIGHT
        room = viewport - margin - gutter - right
        width = max(min(column_width(), room), 160)
        return cls(margin, margin + gutter + max((room - width) // 2, 0), width)

    @property
    def right(self) -> int:
        """The right edge of the column of text."""
        return self.left + self.width

    @property
    def disc_x(self) -> float:
        """The x of the first disc of a line."""
        return self.left - 22.0


class ReadingPage:
    """Layouts and heights of the blocks of one text for one width."""

    def __init__(self, text: str, blocks: Sequence[TextBlock], viewport: int, *, threads: bool) -> None:
        self.text, self.blocks = text, blocks
        self.threads = threads
        self._viewport, self._cards = viewport, threads
        self._starts = [block.start for block in blocks]
        self.cache = LayoutCache()
        self.columns = PageColumns.of(viewport, threads=threads, cards=threads)
        self.heights = Heights([])
        self.restyle()

    def resize(self, viewport: int, *, cards: bool) -> None:
        """Sets the width of the viewport, and whether there is a margin with cards."""
        self._viewport, self._cards = viewport, cards
        if self._columns() != self.columns:
            self.restyle()

    def restyle(self) -> None:
        """Clears the layouts and estimates heights again, after a change of width, font or theme."""
        self.columns = self._columns()
        self.cache.clear()
        width = self.columns.width
        self.heights = Heights(
            self._above(index) + guessed(block, width) for index, block in enumerate(self.blocks)
        )

    @property
    def total(self) -> int:
        """The height of the whole page."""
        return self.heights.total + FOOT

    def layout(self, index: int) -> ProvisionLayout:
        """Returns the layout of a block."""
        return self.cache.get(index, lambda: lay_out_block(self.text, self.blocks[index], self.columns.width))

    def settle(self, value: int, page: int) -> int:
        """Measures the blocks that overlap `[value, value + page)`.

        Returns the corrected scroll value, at which the same text is visible as before.
        """
        if not self.blocks:
            return 0
        index = self.heights.row_at(value)
        top = self.heights.tops[index]
        while index < len(self.blocks) and top < value + page:
            difference = self._measure(index)
            if top < value and difference:
                value = max(value + difference, 0)
            top += self.heights.height(index)
            index += 1
        return value

    def value_for(self, index: int, above: int) -> int:
        """Returns the scroll value that shows a block with `above` pixels of context before it."""
        room, first = above, index
        self._measure(index)
        while first > 0 and room > 0:
            first -= 1
            self._measure(first)
            room -= self.heights.height(first)
        return max(self.heights.tops[index] - above, 0)

    def visible(self, value: int, page: int) -> Iterator[tuple[int, QPointF]]:
        """Yields the visible blocks, each with the top left corner of its text in the viewport."""
        if not self.blocks:
            return
        tops = self.heights.tops
        index = self.heights.row_at(value)
        while index < len(self.blocks) and tops[index] < value + page:
            yield index, self.origin(index, value)
            index += 1

    def origin(self, index: int, value: int) -> QPointF:
        """Returns the top left corner of the text of a block in the viewport."""
        top = self.heights.tops[index] - value + self._above(index)
        return QPointF(self.columns.left, top)

    def block_at(self, offset: int) -> int:
        """Returns the block that contains a code point, or the one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def position_at(self, x: float, y: float) -> int | None:
        """Returns the code point nearest to a point."""
        if not self.blocks:
            return None
        index = self.heights.row_at(int(y))
        at = self.origin(index, 0)
        return self.layout(index).position_at(x - at.x(), y - at.y())

    def letter_at(self, x: float, y: float) -> int | None:
        """Returns the code point whose character is at a point, or None beside the text."""
        near = self.position_at(x, y)
        if near is None:
            return None
        index = self.heights.row_at(int(y))
        layout, at = self.layout(index), self.origin(index, 0)
        point = QPointF(x - at.x(), y - at.y())
        for offset in (near, near - 1):
            if any(box.contains(point) for box in layout.rectangles(offset, offset + 1)):
                return offset
        return None

    def phrase_lines(self, start: int, end: int) -> tuple[float, float]:
        """Returns the middle of the first line and of the last line of a phrase on the page.

        Of a phrase across blocks, the last line is that of its first block: further blocks may not be laid out.
        """
        index = self.block_at(start)
        layout, top = self.layout(index), self.origin(index, 0).y()
        boxes = layout.rectangles(start, max(end, start + 1)) or [QRectF(0, 0, 1, layout.line_height)]
        return top + boxes[0].center().y(), top + boxes[-1].center().y()

    def _columns(self) -> PageColumns:
        return PageColumns.of(self._viewport, threads=self.threads, cards=self._cards)

    def _measure(self, index: int) -> int:
        return self.heights.measure(index, self._above(index) + self.layout(index).height)

    def _above(self, index: int) -> int:
        return space_above(self.blocks[index], self.blocks[index - 1] if index else None)
