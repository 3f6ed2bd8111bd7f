"""Blocks side by side in columns, and a row of tiles with one figure each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.flow import Block, OnePiece, PagePiece
from desktop_app.reports.pdf.lines import TextLine, TextStyle, wrapped
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import draw_line, draw_one_line
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.table import HAIRLINE
from desktop_app.reports.pdf.words import Footnote

_GUTTER = 28.0
_TITLE = TextStyle(size=9, leading=15.0, colour=QUIET_INK)
_FIGURE = TextStyle(size=21, leading=30.0, weight=Weight.BOLD)
_LINE = TextStyle(size=8.5, leading=13.5, colour=QUIET_INK)
_WORSE = TextStyle(size=8.5, leading=13.5, weight=Weight.SEMIBOLD)
_BOX_TITLE = TextStyle(size=10, leading=17.0, weight=Weight.SEMIBOLD)
_BOX = TextStyle(size=9.5, leading=16.0)
_PADDING = 8.0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns of blocks, the first one at the right. They stay together on one page."""

    columns: Sequence[Sequence[Block]]
    gap: float = 10.0
    keep_with_next: bool = False

    def pieces(self, width: float) -> Iterator[PagePiece]:
        each = (width - (len(self.columns) - 1) * _GUTTER) / len(self.columns)
        yield _Columns(
            [[piece for block in blocks for piece in block.pieces(each)] for blocks in self.columns],
            each,
            self.gap,
            self.keep_with_next,
        )

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None


@dataclass(frozen=True, slots=True)
class _Columns(OnePiece):
    columns: Sequence[Sequence[PagePiece]]
    each: float
    gap: float
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    @property
    def height(self) -> float:
        return max(map(_height, self.columns))

    def draw(self, paper: Paper, top: float) -> None:
        """Draws the columns from right to left."""
        for number, pieces in enumerate(self.columns):
            right = paper.right - number * (self.each + _GUTTER)
            column = Paper(
                paper.canvas, paper.book, paper.structure, right - self.each, right, paper.troubles
            )
            y = top
            for place, piece in enumerate(pieces):
                y -= piece.gap if place else 0.0
                piece.draw(column, y)
                y -= piece.height


def _height(pieces: Sequence[PagePiece]) -> float:
    return sum(piece.height + (piece.gap if place else 0.0) for place, piece in enumerate(pieces))


@dataclass(frozen=True, slots=True)
class PdfTile:
    """A figure with its name, and below it how it changed; `worse` prints the first of these lines in bold."""

    title: str
    figure: str
    lines: Sequence[str]
    worse: bool = False


@dataclass(frozen=True, slots=True)
class PdfTiles(OnePiece):
    """A framed row of tiles, the first one at the right; long lines are wrapped."""

    tiles: Sequence[PdfTile]
    #: That of the text area, from `pieces`.
    width: float = 0.0
    gap: float = 8.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    @property
    def height(self) -> float:
        lines = max((len(self._wrapped(tile)) for tile in self.tiles), default=0)
        return 2 * _PADDING + _TITLE.leading + _FIGURE.leading + lines * _LINE.leading

    def pieces(self, width: float) -> Iterator[PagePiece]:
        yield replace(self, width=width)

    def _wrapped(self, tile: PdfTile) -> list[tuple[TextLine, TextStyle]]:
        """Returns the lines below the figure of a tile."""
        room = self.width / max(1, len(self.tiles)) - 2 * _PADDING
        styles = [_WORSE if tile.worse and not number else _LINE for number in range(len(tile.lines))]
        return [
            (line, style)
            for words, style in zip(tile.lines, styles, strict=True)
            for line in wrapped(words, style, room)
        ]

    def draw(self, paper: Paper, top: float) -> None:
        """Draws the frame and the tiles, each a paragraph of its own for a screen reader."""
        paper.mark(None)
        paper.area(paper.left, top - self.height, paper.width, self.height, None, HAIRLINE)
        each = paper.width / max(1, len(self.tiles))
        for place, tile in enumerate(self.tiles):
            right = paper.right - place * each
            if place:
                paper.mark(None)
                paper.area(right, top - self.height, 0.0, self.height, None, HAIRLINE)
            said = "، ".join((f"{tile.title}: {tile.figure}", *tile.lines))
            paper.mark(Element("P", text=said))
            y = top - _PADDING
            edges = right - each + _PADDING, right - _PADDING
            for words, style in ((tile.title, _TITLE), (tile.figure, _FIGURE)):
                draw_one_line(paper, words, style, y, *edges)
                y -= style.leading
            for line, style in self._wrapped(tile):
                draw_line(paper, line, style, y, *edges)
                y -= style.leading


@dataclass(frozen=True, slots=True)
class PdfBox:
    """A frame around a title and a text, or around empty space of `least_lines` lines to write in."""

    title: str
    text: str
    least_lines: int = 3
    gap: float = 10.0

    def pieces(self, width: float) -> Iterator[PagePiece]:
        lines = wrapped(self.text, _BOX, width - 2 * _PADDING) if self.text else ()
        yield _Box(self, lines, self.gap)

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None


@dataclass(frozen=True, slots=True)
class _Box(OnePiece):
    box: PdfBox
    lines: Sequence[TextLine]
    gap: float
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    @property
    def height(self) -> float:
        lines = max(self.box.least_lines, len(self.lines))
        return 2 * _PADDING + _BOX_TITLE.leading + lines * _BOX.leading

    def draw(self, paper: Paper, top: float) -> None:
        """Draws the frame and the words."""
        paper.mark(None)
        paper.area(paper.left, top - self.height, paper.width, self.height, None, HAIRLINE)
        paper.mark(Element("P", text=f"{self.box.title}: {self.box.text}".removesuffix(": ")))
        left, right = paper.left + _PADDING, paper.right - _PADDING
        y = top - _PADDING
        draw_one_line(paper, self.box.title, _BOX_TITLE, y, left, right)
        y -= _BOX_TITLE.leading
        for line in self.lines:
            draw_line(paper, line, _BOX, y, left, right)
            y -= _BOX.leading
