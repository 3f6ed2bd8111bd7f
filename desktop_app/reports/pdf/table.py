"""Tables on a right-to-left page: the first column is at the right, and the header is repeated on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from desktop_app.reports.pdf.decoration import INK, QUIET_INK
from desktop_app.reports.pdf.flow import PagePiece
from desktop_app.reports.pdf.lines import Alignment, TextLine, TextStyle, Words, plain, styled, wrapped
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import draw_line
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import COLUMN_HEAD, Attribute, Element, spanning
from desktop_app.reports.pdf.words import Footnote

HAIRLINE = "#D3CFC6"
ZEBRA = "#F4F2ED"
#: Space between two columns, and above and below the words of a cell, in points.
GUTTER = 10.0
PADDING = 2.5
#: Minimum number of lines of a divided row on either page.
_TOGETHER = 3
_BAR = 2.4
_HATCH = 7.0
_Edges = list[tuple[float, float]]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PdfColumn:
    """A column: `width` in points, or a share by `weight` of the space left by fixed columns."""

    title: Words
    width: float | None = None
    weight: float = 1.0
    alignment: Alignment = "right"


@dataclass(frozen=True, slots=True)
class TableStyle:
    """The format of a table; `zebra` tints every second row."""

    text: TextStyle = field(default_factory=lambda: TextStyle(size=9.5, leading=15.0))
    header: TextStyle = field(
        default_factory=lambda: TextStyle(size=9, leading=15.0, colour=QUIET_INK, weight=Weight.MEDIUM)
    )
    zebra: bool = False


@dataclass(frozen=True, slots=True)
class CellLines:
    """The lines of one cell between two edges, measured from the right edge of the table.

    `ground` is its background, `bar` a bar along its right side, `hatched` marks a missing text. Background
    and hatching extend `bleed` points beyond the words. `again` is repeated where a divided row continues.
    """

    lines: tuple[TextLine, ...]
    style: TextStyle
    start: float
    end: float
    ground: str | None = None
    bar: str | None = None
    hatched: bool = False
    bleed: float = 0.0
    again: tuple[TextLine, ...] = ()
    element: Element | None = None

    @property
    def has_ground(self) -> bool:
        return bool(self.ground or self.bar or self.hatched)

    def draw_ground(self, paper: Paper, top: float, height: float) -> None:
        """Draws the background, `height` points high."""
        left, right = paper.right - self.end, paper.right - self.start
        wide = right - left + 2 * self.bleed
        if self.ground:
            # Keep the rule of the row above visible.
            paper.area(left - self.bleed, top - height, wide, height - 0.4, self.ground)
        if self.hatched:
            paper.hatch(left - self.bleed, top - height, wide, height, _HATCH, HAIRLINE)
        if self.bar:
            paper.area(right + self.bleed - _BAR, top - height, _BAR, height, self.bar)

    def draw_words(self, paper: Paper, top: float) -> None:
        """Draws the lines, with the upper edge of the first at `top`."""
        left, right = paper.right - self.end, paper.right - self.start
        y = top
        for line in self.lines:
            draw_line(paper, line, self.style, y, left, right)
            y -= self.style.leading

    def split(self, room: float) -> tuple[CellLines, CellLines]:
        """Returns the part that fits into `room` points, and the rest."""
        count = int(room / self.style.leading)
        rest = self.lines[count:]
        return replace(self, lines=self.lines[:count]), replace(self, lines=(*self.again, *rest))


@dataclass(frozen=True, slots=True)
class RowPiece:
    """One row with the rule below. A row with `tears` may break across pages, whatever its height."""

    cells: tuple[CellLines, ...]
    rule: float
    rule_colour: str
    fill: str | None = None
    keep_with_next: bool = False
    gap: float = 0.0
    entry: tuple[str, int] | None = None
    tears: bool = False
    padding: float = PADDING
    #: Tag of the whole row, for documents with too many cells to tag.
    element: Element | None = None

    @property
    def notes(self) -> tuple[Footnote, ...]:
        return tuple(note for cell in self.cells for line in cell.lines for note in line.notes)

    @property
    def height(self) -> float:
        return self._lines_height + 2 * self.padding

    @property
    def least(self) -> float:
        together = _TOGETHER * self._leading
        # Do not divide a row if less than that would remain for the next page.
        if not self.tears or self._lines_height < 2 * together:
            return self.height
        return together + 2 * self.padding

    @property
    def _leading(self) -> float:
        return max((cell.style.leading for cell in self.cells), default=0.0)

    @property
    def _lines_height(self) -> float:
        return max((len(cell.lines) * cell.style.leading for cell in self.cells), default=0.0)

    def draw(self, paper: Paper, top: float) -> None:
        height = self.height
        if self.fill or any(cell.has_ground for cell in self.cells):
            paper.mark(None)
            if self.fill:
                paper.area(paper.left, top - height, paper.width, height - 0.4, self.fill)
            for cell in self.cells:
                cell.draw_ground(paper, top, height)
        whole = self.element if paper.structure.crowded else None
        if whole is not None:
            paper.mark(whole)
        for cell in self.cells:
            if whole is None:
                paper.mark(cell.element or Element("P"))
            cell.draw_words(paper, top - self.padding)
        paper.mark(None)
        paper.rule(top - height, paper.left, paper.right, self.rule, self.rule_colour)

    def tagged(self, table: Element, columns: int, kind: str = "TD") -> RowPiece:
        """Returns the row tagged as part of `table`, with data or header (`TH`) cells.

        A single cell spans all `columns`.
        """
        row = Element("TR", table)
        attribute = COLUMN_HEAD if kind == "TH" else spanning(columns) if len(self.cells) == 1 else None
        cells = tuple(
            replace(cell, element=Element(kind, row, text=_text_of(cell.lines), attribute=attribute))
            for cell in self.cells
        )
        return replace(self, cells=cells, element=Element("TD", row, attribute=spanning(columns)))

    def split(self, room: float) -> tuple[PagePiece, PagePiece] | None:
        """Returns the part that fits, and the rest for the next page, cell by cell."""
        within, leading = room - 2 * self.padding, self._leading
        if not leading or within < leading:
            return None
        if self.tears:
            within = max(leading, min(within, self._lines_height - _TOGETHER * leading))
        halves = [cell.split(within) for cell in self.cells]
        if all(
            len(cell.lines) == len(head.lines) for cell, (head, _) in zip(self.cells, halves, strict=True)
        ):
            return None
        head, rest = (tuple(half[side] for half in halves) for side in (0, 1))
        # The gap was used above the first part.
        return replace(self, cells=head), replace(self, cells=rest, gap=0.0, entry=None)


class MadeRows(Generic[_T]):
    """Rows that every run of writing makes anew from `items`, one in memory at a time."""

    def __init__(self, make: Callable[[_T], Sequence[Words]], items: Iterable[_T]) -> None:
        self._make, self._items = make, items

    def __iter__(self) -> Iterator[Sequence[Words]]:
        return map(self._make, self._items)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a header, with an optional row of totals in bold.

    `rows` may be an iterator, which the first run of writing consumes; two rows are in memory at a time.
    Raises `ValueError` for a row with a different number of cells than columns. An empty table shows its
    header.
    """

    columns: Sequence[PdfColumn]
    rows: Iterable[Sequence[Words]]
    totals: Sequence[Words] | None = None
    style: TableStyle = field(default_factory=TableStyle)
    gap: float = 6.0
    tears: bool = False
    #: Do not break across pages; for a few rows only.
    together: bool = False
    #: Indexes of heading rows, which are kept with the next row.
    heads: frozenset[int] = frozenset()
    #: Whether to keep the last row with the next block.
    keep_with_next: bool = False
    #: Whether the titles of the columns are shown; a table of a document may have none.
    titled: bool = True

    def pieces(self, width: float) -> Iterator[PagePiece]:
        edges = column_edges(self.columns, width)
        table = Element("Table")
        if self.titled:
            yield replace(self._header(edges, table), gap=self.gap)
        yield from last_with_former(self._rows(edges, table))

    def _rows(self, edges: _Edges, table: Element) -> Iterator[RowPiece]:
        waiting: RowPiece | None = None
        for number, row in enumerate(self.rows):
            if waiting:
                # Keep the first row with the second, so that it is not alone below the header, unless it may
                # break.
                kept = self.together or number - 1 in self.heads or (number == 1 and not self.tears)
                yield replace(waiting, keep_with_next=kept)
            fill = ZEBRA if self.style.zebra and number % 2 else None
            waiting = self._row(row, self.style.text, edges, table, 0.4, HAIRLINE, fill)
        if self.totals is None:
            if waiting:
                yield replace(waiting, keep_with_next=self.keep_with_next)
            return
        if waiting:
            yield replace(waiting, keep_with_next=True)
        bold = styled(self.style.text, weight=Weight.BOLD)
        last = self._row(self.totals, bold, edges, table, 1.0, INK)
        yield replace(last, keep_with_next=self.keep_with_next)

    def repeated(self, width: float) -> PagePiece | None:
        return self._header(column_edges(self.columns, width), Element("Table")) if self.titled else None

    def _header(self, edges: _Edges, table: Element) -> RowPiece:
        titles = [column.title for column in self.columns]
        line = Element("TR", table)
        cells = self._cells(titles, self.style.header, edges, line, "TH", COLUMN_HEAD)
        return RowPiece(cells, 1.0, INK, keep_with_next=True)

    def _row(
        self,
        row: Sequence[Words],
        style: TextStyle,
        edges: _Edges,
        table: Element,
        rule: float,
        colour: str,
        fill: str | None = None,
    ) -> RowPiece:
        line = Element("TR", table)
        # This one enters the tree only where the table is tagged by rows.
        whole = Element("TD", line, attribute=spanning(len(self.columns)))
        tears = self.tears and rule < 1.0
        cells = self._cells(row, style, edges, line, "TD")
        return RowPiece(cells, rule, colour, fill, tears=tears, element=whole)

    def _cells(
        self,
        row: Sequence[Words],
        style: TextStyle,
        edges: _Edges,
        line: Element,
        kind: str,
        attribute: Attribute | None = None,
    ) -> tuple[CellLines, ...]:
        cells: list[CellLines] = []
        for words, column, (start, end) in zip(row, self.columns, edges, strict=True):
            aligned = (
                style if column.alignment == style.alignment else replace(style, alignment=column.alignment)
            )
            element = Element(kind, line, text=plain(words), attribute=attribute)
            cells.append(
                CellLines(wrapped(words, aligned, end - start), aligned, start, end, element=element)
            )
        return tuple(cells)


def last_with_former(rows: Iterable[RowPiece]) -> Iterator[RowPiece]:
    """Keeps the last row on the page of the one before it, unless that one may break."""
    former: RowPiece | None = None
    waiting: RowPiece | None = None
    for row in rows:
        if former is not None:
            yield former
        former, waiting = waiting, row
    if former is not None:
        yield replace(former, keep_with_next=former.keep_with_next or former.least == former.height)
    if waiting is not None:
        yield waiting


def _text_of(lines: Sequence[TextLine]) -> str:
    return " ".join(line.text.strip() for line in lines if line.text)


def column_edges(columns: Sequence[PdfColumn], width: float) -> list[tuple[float, float]]:
    """Returns the start and end of the words of each column, in points from the right edge of the table.

    Fixed widths that leave no room are scaled down, so that nothing is drawn beyond the margin.
    """
    fixed = sum(column.width for column in columns if column.width is not None)
    weights = sum(column.weight for column in columns if column.width is None)
    shrink = min(1.0, (width if not weights else width * 0.8) / fixed) if fixed else 1.0
    share = (width - fixed * shrink) / weights if weights else 0.0
    edges: list[tuple[float, float]] = []
    start = 0.0
    for place, column in enumerate(columns):
        own = column.weight * share if column.width is None else column.width * shrink
        gutter = min(GUTTER, own / 4) if place < len(columns) - 1 else 0.0
        edges.append((start, start + own - gutter))
        start += own
    return edges
