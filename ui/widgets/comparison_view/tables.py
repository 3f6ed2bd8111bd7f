"""Aligns tables in both texts, and computes the widths of their columns. Without Qt.

A table row is one line with tabs between its cells. Offsets are code points of their side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.comparison.result import Comparison, Op, ProvisionPlace, Range, SideName, Span
from desktop_app.documents.columns import cells, column_shares
from ui.widgets.comparison_view.rows import Line, Row


@dataclass(frozen=True, slots=True)
class AlignedLines:
    """Corresponding lines: a table row, or text between tables. None if a side has no counterpart."""

    old: Range | None
    new: Range | None
    table: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    table: bool


def units(
    old_text: str,
    new_text: str,
    old: ProvisionPlace | None,
    new: ProvisionPlace | None,
    spans: Sequence[Span],
) -> list[AlignedLines]:
    """Returns the text of a provision in units, in the order of both sides."""
    olds, news = _lines_of(old_text, old), _lines_of(new_text, new)
    if not any(line.table for line in (*olds, *news)):
        return [AlignedLines(_place(old), _place(new), table=False)]
    found: list[AlignedLines] = []
    for old_line, new_line in _paired(olds, news, spans):
        table = any(line.table for line in (old_line, new_line) if line is not None)
        unit = AlignedLines(_range(old_line), _range(new_line), table)
        if table or not found or found[-1].table:
            found.append(unit)
        else:
            last = found[-1]
            found[-1] = AlignedLines(
                _spanning(last.old, unit.old), _spanning(last.new, unit.new), table=False
            )
    return found


def with_columns(comparison: Comparison, lines: Sequence[Line]) -> list[Line]:
    """Sets the column widths of each table row. Adjacent rows share them."""
    made = list(lines)
    run: list[int] = []
    for index, line in enumerate(made):
        if isinstance(line, Row) and is_table(comparison, line):
            run.append(index)
        elif run and isinstance(line, Row):
            _share(comparison, made, run)
            run = []
    if run:
        _share(comparison, made, run)
    return made


def _share(comparison: Comparison, lines: list[Line], run: Sequence[int]) -> None:
    """Sets the widths of the columns of adjacent rows, by the texts of both sides."""
    rows = [line for line in (lines[index] for index in run) if isinstance(line, Row)]
    shares = column_shares(
        [text[slice(*cell)] for cell in cells(text, *part)]
        for row in rows
        for text, part in _texts(comparison, row)
    )
    for index, row in zip(run, rows, strict=True):
        lines[index] = replace(row, columns=shares)


def is_table(comparison: Comparison, row: Row) -> bool:
    """Returns whether a row is a table row."""
    if row.piece is not None:
        return row.piece.table
    return any(
        text.find("\t", *part) >= 0 and text.find("\n", *part) < 0 for text, part in _texts(comparison, row)
    )


def _texts(comparison: Comparison, row: Row) -> Iterator[tuple[str, Range]]:
    entry = comparison.entries[row.entry]
    sides: tuple[tuple[SideName, str, ProvisionPlace | None], ...] = (
        ("old", comparison.old.text, entry.old),
        ("new", comparison.new.text, entry.new),
    )
    for side, text, place in sides:
        part = row.range_of(side, place)
        if part is not None:
            yield text, part


def _lines_of(text: str, place: ProvisionPlace | None) -> list[_Line]:
    if place is None:
        return []
    found: list[_Line] = []
    at = place.start
    while at < place.end:
        stop = text.find("\n", at, place.end)
        stop = place.end if stop < 0 else stop
        if text[at:stop].strip():
            found.append(_Line(at, stop, text.find("\t", at, stop) >= 0))
        at = stop + 1
    return found


def _paired(
    olds: Sequence[_Line], news: Sequence[_Line], spans: Sequence[Span]
) -> Iterator[tuple[_Line | None, _Line | None]]:
    """Yields corresponding lines in the order of both sides. Lines without a counterpart are single, OLD first."""
    at_old = at_new = 0
    for old, new in _fellows(_shared(olds, news, spans)):
        yield from ((line, None) for line in olds[at_old:old])
        yield from ((None, line) for line in news[at_new:new])
        yield olds[old], news[new]
        at_old, at_new = old + 1, new + 1
    yield from ((line, None) for line in olds[at_old:])
    yield from ((None, line) for line in news[at_new:])


def _shared(
    olds: Sequence[_Line], news: Sequence[_Line], spans: Sequence[Span]
) -> list[tuple[int, int, float]]:
    """Returns pairs of lines with common text as (old, new, score).

    Both indices are non-decreasing, because spans never cross.
    """
    found: dict[tuple[int, int], float] = {}
    for span in spans:
        for old, new, score in _tied_by(span, olds, news):
            found[old, new] = found.get((old, new), 0) + score
    return sorted((old, new, score) for (old, new), score in found.items())


def _tied_by(span: Span, olds: Sequence[_Line], news: Sequence[_Line]) -> Iterator[tuple[int, int, float]]:
    if span.op is Op.EQUAL:
        shift = span.new[0] - span.old[0]
        for old in _meeting(olds, span.old):
            start, end = max(olds[old].start, span.old[0]) + shift, min(olds[old].end, span.old[1]) + shift
            for new in _meeting(news, (start, end)):
                yield old, new, min(end, news[new].end) - max(start, news[new].start)
    elif span.op not in (Op.DELETE, Op.INSERT):
        # Replaced words are weak evidence for a pair of rows, but a spelling difference is strong evidence.
        score = 0.5 if span.op is Op.REPLACE else float(span.new[1] - span.new[0])
        for old, new in zip(_meeting(olds, span.old), _meeting(news, span.new), strict=False):
            yield old, new, score


def _meeting(lines: Sequence[_Line], part: Range) -> range:
    first = bisect_left(lines, part[0], key=lambda line: line.end)
    last = first
    while last < len(lines) and lines[last].start < part[1]:
        last += 1
    return range(first, last)


def _fellows(shared: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Returns the non-crossing one-to-one pairs with the highest total score."""
    totals: list[float] = []
    back: list[int] = []
    best: list[int] = []
    behind = 0
    for position, (old, new, score) in enumerate(shared):
        # The pairs that may precede a pair are a prefix of the list, which only grows.
        while shared[behind][0] < old and shared[behind][1] < new:
            behind += 1
        before = best[behind - 1] if behind else -1
        totals.append(score + (totals[before] if behind else 0))
        back.append(before)
        best.append(position if not best or totals[position] > totals[best[-1]] else best[-1])
    at = best[-1] if best else -1
    found: list[tuple[int, int]] = []
    while at >= 0:
        found.append((shared[at][0], shared[at][1]))
        at = back[at]
    return found[::-1]


def _range(line: _Line | None) -> Range | None:
    return None if line is None else (line.start, line.end)


def _place(place: ProvisionPlace | None) -> Range | None:
    return None if place is None else (place.start, place.end)


def _spanning(first: Range | None, second: Range | None) -> Range | None:
    if first is None or second is None:
        return first or second
    return first[0], second[1]
