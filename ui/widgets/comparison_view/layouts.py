"""Lays out provisions in lines, and maps ranges of characters to rectangles."""

from __future__ import annotations

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop_app.comparison.result import Range
from ui.theme import theme
from ui.theme_tokens import DOCUMENT_LINE, FontRole
from ui.widgets.comparison_view.offsets import Utf16, displayable, paragraphs

#: Number of cached layouts: a few screens of both sides.
KEPT: Final = 600
_KEPT_BOXES: Final = 400
#: Padding of table cells in pixels.
CELL_X: Final = 8
CELL_Y: Final = 4
#: Left-to-right text inside a Persian line: digits and Latin words.
_LEFT_TO_RIGHT: Final = re.compile(r"[\dA-Za-z\u0660-\u0669\u06f0-\u06f9\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Styled:
    """A range of the side's text with a weight or colour (a colour name of the theme)."""

    start: int
    end: int
    colour: str | None = None
    bold: bool = False


@dataclass(slots=True)
class ParagraphLayout:
    """A paragraph: `[start, end)` of its side's text, laid out to `width`, at (`left`, `top`) of the block."""

    start: int
    end: int
    layout: QTextLayout
    units: Utf16
    top: float
    left: float = 0
    width: float = 0

    def unit(self, point: int) -> int:
        """Returns the UTF-16 offset in the paragraph of a code point of the side, clamped to the paragraph."""
        return self.units.unit(min(max(point, self.start), self.end) - self.start)

    def point(self, unit: int) -> int:
        """Returns the code point of the side at a UTF-16 offset in the paragraph."""
        return self.start + self.units.point(unit)


@dataclass(slots=True)
class ProvisionLayout:
    """A provision laid out for one width. Coordinates are relative to its own top left corner."""

    paragraphs: list[ParagraphLayout]
    height: int
    line_height: int
    _boxes: dict[Range, list[QRectF]] = field(default_factory=dict)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Returns the rectangles of characters `[start, end)`, at least one per line, with the height of a line.

        They are cached: copy them before changing them.
        """
        found = self._boxes.get((start, end))
        if found is None:
            found = []
            for paragraph in self.paragraphs:
                if start < paragraph.end and end > paragraph.start:
                    found.extend(self._in_paragraph(paragraph, start, end))
            # Each mouse position during a selection adds an entry.
            if len(self._boxes) > _KEPT_BOXES:
                self._boxes.clear()
            self._boxes[start, end] = found
        return found

    def _in_paragraph(self, paragraph: ParagraphLayout, start: int, end: int) -> list[QRectF]:
        first, last = paragraph.unit(start), paragraph.unit(end)
        text = paragraph.layout.text()
        found: list[QRectF] = []
        for number in range(paragraph.layout.lineCount()):
            line = paragraph.layout.lineAt(number)
            begin, stop = line.textStart(), line.textStart() + line.textLength()
            if begin >= last:
                break
            begin, stop = max(begin, first), min(stop, last)
            top = paragraph.top + number * self.line_height
            for left, right in _intervals(line, text, begin, stop, paragraph.units):
                found.append(QRectF(paragraph.left + left, top, right - left, self.line_height))
        return found

    def position_at(self, x: float, y: float) -> int:
        """Returns the code point of the side's text nearest to a point."""
        here = [p for p in self.paragraphs if p.left <= x < p.left + p.width] or self.paragraphs
        paragraph = here[0]
        for candidate in here:
            if candidate.top <= y:
                paragraph = candidate
        number = int((y - paragraph.top) // self.line_height)
        number = min(max(number, 0), paragraph.layout.lineCount() - 1)
        return paragraph.point(
            _cursor_at(paragraph.layout, paragraph.layout.lineAt(number), x - paragraph.left)
        )


def line_height(role: FontRole = "comparison") -> int:
    """Returns the line height of a font of the theme, in pixels."""
    return round(QFontInfo(theme().font(role)).pixelSize() * DOCUMENT_LINE / 100)


def lay_out(text: str, place: Range, width: int, styles: Sequence[Styled]) -> ProvisionLayout:
    """Lays out the provision `text[place]` to `width` pixels in the theme's comparison font."""
    tall = line_height()
    made: list[ParagraphLayout] = []
    bottom = put_paragraphs(made, text, place, QRectF(0, 0, width, 0), styles, tall)
    return ProvisionLayout(made, round(bottom), tall)


def lay_out_cells(
    text: str,
    found: Sequence[Range],
    boxes: Sequence[tuple[float, float]],
    styles: Sequence[Styled],
    role: FontRole = "comparison",
) -> ProvisionLayout:
    """Lays out a table row, with one (left, width) box per cell, starting from the right, and padding."""
    tall = line_height(role)
    made: list[ParagraphLayout] = []
    bottom = float(tall)
    for place, (left, width) in zip(found, boxes, strict=True):
        room = QRectF(left + CELL_X, CELL_Y, max(width - 2 * CELL_X, 8), 0)
        bottom = max(bottom, put_paragraphs(made, text, place, room, styles, tall, role))
    return ProvisionLayout(made, round(bottom) + CELL_Y, tall)


def cell_boxes(columns: Sequence[float], width: float, count: int) -> list[tuple[float, float]]:
    """Returns the left edge and width of `count` cells in a row, from the right.

    `columns` are shares of the width. If there are fewer cells, the last one takes the remaining width.
    """
    boxes: list[tuple[float, float]] = []
    right = width
    for number in range(count):
        left = round(right - columns[number] * width) if number + 1 < count else 0
        boxes.append((left, right - left))
        right = left
    return boxes


def put_paragraphs(
    made: list[ParagraphLayout],
    text: str,
    place: Range,
    room: QRectF,
    styles: Sequence[Styled],
    tall: int,
    role: FontRole = "comparison",
    *,
    centred: bool = False,
) -> float:
    """Adds the paragraphs of `text[place]` from the top of `room`, and returns their bottom."""
    font = theme().font(role)
    top = room.top()
    for start, end in paragraphs(text, *place):
        paragraph = _paragraph(text, start, end, top, font, centred=centred)
        formats = [form for style in styles if (form := _format(paragraph, style, role)) is not None]
        if formats:
            paragraph.layout.setFormats(formats)
        paragraph.left, paragraph.width = room.left(), room.width()
        made.append(paragraph)
        top += _break_lines(paragraph.layout, round(room.width()), tall) * tall
    return top


def _paragraph(text: str, start: int, end: int, top: float, font: QFont, *, centred: bool) -> ParagraphLayout:
    shown = displayable(text[start:end])
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    # Without AlignAbsolute, Qt aligns right-to-left lines to the left.
    option.setAlignment(
        Qt.AlignmentFlag.AlignHCenter
        if centred
        else Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return ParagraphLayout(start, end, layout, Utf16.of(shown), top)


def _format(paragraph: ParagraphLayout, style: Styled, role: FontRole) -> QTextLayout.FormatRange | None:
    if style.start >= paragraph.end or style.end <= paragraph.start:
        return None
    made = QTextLayout.FormatRange()
    made.start = paragraph.unit(style.start)
    made.length = paragraph.unit(style.end) - paragraph.unit(style.start)
    form = QTextCharFormat()
    if style.bold:
        form.setFont(theme().font(role, bold=True))
    if style.colour is not None:
        form.setForeground(theme().colour(style.colour))
    made.format = form
    return made


def _break_lines(layout: QTextLayout, width: int, line_height: int) -> int:
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * line_height + (line_height - line.height()) / 2))
        count += 1
    layout.endLayout()
    return max(count, 1)


def _intervals(line: QTextLine, text: str, begin: int, stop: int, units: Utf16) -> list[tuple[float, float]]:
    """Returns the horizontal intervals of UTF-16 units `[begin, stop)` of a line: several if directions are
    mixed."""
    if units.starts is None:
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
    if stop <= begin:
        return []
    if units.starts is None and not _LEFT_TO_RIGHT.search(text, begin, stop):
        last = stop - 1
        # Use the last letter: for a combining mark, Qt returns the position of the next letter.
        while last > begin and unicodedata.combining(text[last]):
            last -= 1
        return [(_x(line, last, trailing=True), _x(line, begin))]
    # If directions are mixed, cursor positions at their boundaries are ambiguous, but glyph positions are not.
    boxes = [run.boundingRect() for run in line.glyphRuns(begin, stop - begin)]
    edges = sorted((box.left(), box.right()) for box in boxes)
    joined: list[tuple[float, float]] = []
    for left, right in edges:
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], right)
        else:
            joined.append((left, right))
    return joined


def _cursor_at(layout: QTextLayout, line: QTextLine, x: float) -> int:
    """Returns the cursor position nearest to `x`.

    `QTextLine.xToCursor` is wrong by the width of the trailing space of a wrapped right-to-left line.
    """
    start, stop = line.textStart(), line.textStart() + line.textLength()
    positions = [at for at in range(start, stop + 1) if layout.isValidCursorPosition(at)] or [start]
    return min(positions, key=lambda at: abs(_x(line, at) - x))


def _x(line: QTextLine, unit: int, *, trailing: bool = False) -> float:
    edge = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
    found: tuple[float, int] = line.cursorToX(unit, edge)  # type: ignore[assignment]
    return found[0]


class LayoutCache:
    """An LRU cache of layouts."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._blocks: OrderedDict[Hashable, ProvisionLayout] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], ProvisionLayout]) -> ProvisionLayout:
        """Returns the layout of `key`, which is created on first use."""
        block = self._blocks.get(key)
        if block is None:
            block = self._blocks[key] = make()
            if len(self._blocks) > self._kept:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(key)
        return block

    @property
    def paragraphs(self) -> int:
        """The number of cached paragraphs."""
        return sum(len(block.paragraphs) for block in self._blocks.values())

    def clear(self) -> None:
        """Clears the cache, after a change of width, font or colours."""
        self._blocks.clear()
