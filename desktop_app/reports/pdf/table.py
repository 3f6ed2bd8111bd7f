"""Tables of the right-to-left page: the first column stands at the right, the header comes again on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.reports.pdf.flow import Piece
from desktop_app.reports.pdf.lines import INK, QUIET_INK, Alignment, Line, TextStyle, Words, styled, wrapped
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import draw_line
from desktop_app.reports.pdf.shaping import Weight

HAIRLINE = "#D3CFC6"
ZEBRA = "#F4F2ED"
#: White space between two columns and above and below the words of a cell, in points.
GUTTER = 10.0
PADDING = 2.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `width` in points, or a share by `weight` of what fixed columns leave."""

    title: Words
    width: float | None = None
    weight: float = 1.0
    alignment: Alignment = "right"


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How a table looks; `zebra` tints every second row."""

    text: TextStyle = field(default_factory=lambda: TextStyle(size=9.5, leading=15.0))
    header: TextStyle = field(
        default_factory=lambda: TextStyle(size=9, leading=15.0, colour=QUIET_INK, weight=Weight.MEDIUM)
    )
    zebra: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of one cell between two edges, which are measured from the right edge of the table."""

    lines: tuple[Line, ...]
    style: TextStyle
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RowPiece:
    """One row with the rule under it."""

    cells: tuple[Cell, ...]
    rule: float
    rule_colour: str
    fill: str | None = None
    keep_with_next: bool = False
    gap: float = 0.0
    entry: tuple[str, int] | None = None

    @property
    def height(self) -> float:
        highest = max((len(cell.lines) * cell.style.leading for cell in self.cells), default=0.0)
        return highest + 2 * PADDING

    def draw(self, paper: Paper, top: float) -> None:
        bottom = top - self.height
        if self.fill:
            paper.area(paper.left, bottom, paper.width, self.height, self.fill)
        for cell in self.cells:
            line_top = top - PADDING
            for line in cell.lines:
                draw_line(paper, line, cell.style, line_top, paper.right - cell.end, paper.right - cell.start)
                line_top -= cell.style.leading
        paper.rule(bottom, paper.left, paper.right, self.rule, self.rule_colour)

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """A row that no page can hold goes on on the next one, cell by cell."""
        leading = max((cell.style.leading for cell in self.cells), default=0.0)
        count = int((room - 2 * PADDING) / leading) if leading else 0
        if count < 1 or all(len(cell.lines) <= count for cell in self.cells):
            return None
        head = tuple(replace(cell, lines=cell.lines[:count]) for cell in self.cells)
        rest = tuple(replace(cell, lines=cell.lines[count:]) for cell in self.cells)
        return replace(self, cells=head), replace(self, cells=rest)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header, and a row of totals in bold.

    `rows` may be an iterator (it is then used up by the first writing): only one row is held at a time. A row
    that has not one cell for each column raises ValueError. An empty table shows its header.
    """

    columns: Sequence[Column]
    rows: Iterable[Sequence[Words]]
    totals: Sequence[Words] | None = None
    style: TableStyle = field(default_factory=TableStyle)
    gap: float = 6.0

    def pieces(self, width: float) -> Iterator[Piece]:
        edges = column_edges(self.columns, width)
        yield replace(self._header(edges), gap=self.gap)
        waiting: RowPiece | None = None
        for number, row in enumerate(self.rows):
            if waiting:
                # Not a single row alone under the header at the foot of a page.
                yield replace(waiting, keep_with_next=number == 1)
            fill = ZEBRA if self.style.zebra and number % 2 else None
            waiting = RowPiece(self._cells(row, self.style.text, edges), 0.4, HAIRLINE, fill)
        if self.totals is None:
            if waiting:
                yield waiting
            return
        if waiting:
            yield replace(waiting, keep_with_next=True)
        bold = styled(self.style.text, weight=Weight.BOLD)
        yield RowPiece(self._cells(self.totals, bold, edges), 1.0, INK)

    def repeated(self, width: float) -> Piece | None:
        return self._header(column_edges(self.columns, width))

    def _header(self, edges: list[tuple[float, float]]) -> RowPiece:
        titles = [column.title for column in self.columns]
        return RowPiece(self._cells(titles, self.style.header, edges), 1.0, INK, keep_with_next=True)

    def _cells(
        self, row: Sequence[Words], style: TextStyle, edges: list[tuple[float, float]]
    ) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for words, column, (start, end) in zip(row, self.columns, edges, strict=True):
            aligned = (
                style if column.alignment == style.alignment else replace(style, alignment=column.alignment)
            )
            cells.append(Cell(wrapped(words, aligned, end - start), aligned, start, end))
        return tuple(cells)


def column_edges(columns: Sequence[Column], width: float) -> list[tuple[float, float]]:
    """For each column, where its words begin and end, in points from the right edge of the table.

    Fixed widths that leave no room are shrunk alike, so that nothing is drawn beyond the margin.
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
