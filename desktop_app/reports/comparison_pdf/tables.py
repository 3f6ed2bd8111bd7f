"""Provisions with tables: the rows of both sides beside one another, each in the columns of its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final

from desktop_app.comparison.marking import MarkedPiece, MarkKind, in_cells
from desktop_app.documents.columns import column_shares, has_heading
from desktop_app.reports.comparison_pdf.marks import runs
from desktop_app.reports.pdf.lines import TextStyle, wrapped
from desktop_app.reports.pdf.table import CellLines

#: A cell, and a row of them.
Cell = list[MarkedPiece]
TableLine = list[Cell]
#: Space between two cells, in points.
_GAP: Final = 6.0
#: Grounds and bars extend so far beyond the words, as those of other rows do.
_BLEED: Final = 5.0
_GONE: Final = frozenset({MarkKind.DELETED, MarkKind.INSERTED})


def has_table(pieces: Sequence[MarkedPiece]) -> bool:
    """Returns whether the pieces of a side have a table."""
    return any("\t" in piece.text for piece in pieces)


def parts_of(
    old: Sequence[MarkedPiece], new: Sequence[MarkedPiece]
) -> Iterator[tuple[bool, list[TableLine], list[TableLine]]]:
    """Yields texts and tables of both sides in turn: whether they are tables, and their lines.

    The first table of a side stands beside the first one of the other side, and so on.
    """
    nothing: tuple[bool, list[TableLine]] = (False, [])
    for one, other in zip_longest(_in_turn(old), _in_turn(new), fillvalue=nothing):
        if one[1] or other[1]:
            yield one[0] or other[0], one[1], other[1]


def paired_rows(
    old: Sequence[TableLine], new: Sequence[TableLine]
) -> Iterator[tuple[TableLine | None, TableLine | None]]:
    """Yields corresponding rows; a row that only one side has is alone."""
    at = 0
    for row in old:
        while at < len(new) and _alone(new[at]):
            yield None, new[at]
            at += 1
        if _alone(row) or at >= len(new):
            yield row, None
        else:
            yield row, new[at]
            at += 1
    yield from ((None, row) for row in new[at:])


def columns_of(old: Sequence[TableLine], new: Sequence[TableLine]) -> tuple[tuple[float, ...], bool]:
    """Returns the shares of the columns of both tables, and whether their first row names the columns."""
    texts = [[["".join(piece.text for piece in cell) for cell in row] for row in side] for side in (old, new)]
    return column_shares([*texts[0], *texts[1]]), has_heading(texts[0] or texts[1])


def row_cells(
    row: TableLine | None,
    edges: tuple[float, float],
    shares: Sequence[float],
    style: TextStyle,
    look: tuple[str | None, str | None],
    *,
    block: bool,
) -> Iterator[CellLines]:
    """Yields the cells of a row between two edges, or one hatched cell for a missing row.

    `look` has the background and the colour of the bar of a side, `block` is true where only this side has the
    provision. The last cell of a short row has the rest of the width.
    """
    start, end = edges
    if row is None:
        yield CellLines((), style, start, end, hatched=True, bleed=_BLEED)
        return
    ground, bar = look
    left = start
    for number, cell in enumerate(row):
        own = shares[number] * (end - start) if number + 1 < len(row) else end - left
        words = wrapped(runs(cell, block=block), style, max(own - _GAP, _GAP))
        first = None if number else bar
        right = left + own - (_GAP if number + 1 < len(row) else 0)
        yield CellLines(words, style, left, right, ground=ground, bar=first, bleed=_BLEED)
        left += own


def _in_turn(pieces: Sequence[MarkedPiece]) -> list[tuple[bool, list[TableLine]]]:
    """Returns texts and tables in turn, beginning and ending with a text, which may be empty."""
    found: list[tuple[bool, list[TableLine]]] = []
    for table, group in groupby(in_cells(pieces), key=lambda line: len(line) > 1):
        if table and not found:
            found.append((False, []))
        found.append((table, list(group)))
    return found


def _alone(row: TableLine) -> bool:
    """Returns whether all words of a row are deleted, or all are inserted."""
    kinds = {piece.kind for cell in row for piece in cell if piece.text.strip()}
    return len(kinds) == 1 and kinds <= _GONE
