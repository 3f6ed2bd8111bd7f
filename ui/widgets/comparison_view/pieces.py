"""Divides the row of a long provision, or of one with a table, into corresponding parts and gaps of unchanged
text.

Without Qt. A short provision without a table stays one row. Offsets are code points of their side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.comparison.result import Comparison, Entry, Op, ProvisionPlace, ProvisionStatus, Range, Span
from ui.widgets.comparison_view.cutting import cut_long, set_apart, split_alike
from ui.widgets.comparison_view.marks import stale_references
from ui.widgets.comparison_view.rows import Row, RowPart, UnchangedGap
from ui.widgets.comparison_view.tables import AlignedLines, units

#: Minimum number of code points of a provision for gaps.
LONG: Final = 900
#: Number of unchanged table rows shown before and after a gap, and the minimum number of rows in a gap.
_ROWS_KEPT: Final = 1
_LEAST_ROWS: Final = 3

#: Returns whether a gap stays open.
Opened = Callable[[UnchangedGap], bool]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a row, before it is known whether it is the first or last one. A gap has `words` or `rows`."""

    old: Range | None
    new: Range | None
    table: bool = False
    words: int = 0
    inside: tuple[_Part, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.inside) if self.table else 0


def pieces(comparison: Comparison, row: Row, *, spelling: bool, opened: Opened) -> list[Row | UnchangedGap]:
    """Returns the lines of `row`: the row itself, or its parts and gaps from top to bottom.

    With `spelling`, spelling differences are shown, and so text with such differences is not hidden.
    """
    entry = comparison.entries[row.entry]
    if _is_plain(comparison, entry):
        return [row]
    parts = list(_parts(comparison, entry, spelling=spelling))
    shown = [part for part in parts if _stands(part, row)]
    if len(shown) == 1 and not shown[0].table:
        return [row]
    return list(_lines(row, shown, opened))


def _is_plain(comparison: Comparison, entry: Entry) -> bool:
    """Returns whether a provision is short and without a table, so that its spans need not be read."""
    return all(
        place is None or (place.end - place.start < LONG and text.find("\t", place.start, place.end) < 0)
        for text, place in ((comparison.old.text, entry.old), (comparison.new.text, entry.new))
    )


def _parts(comparison: Comparison, entry: Entry, *, spelling: bool) -> Iterator[_Part]:
    if entry.old is None or entry.new is None:
        yield from _lone_parts(comparison, entry)
        return
    stale = [reference.new for reference in stale_references(comparison, entry)]
    spans = set_apart(_spans(entry, entry.old, entry.new), stale)
    old, new = comparison.old.text, comparison.new.text
    parts: list[_Part] = []
    for unit in units(old, new, entry.old, entry.new, spans):
        if unit.table:
            parts.append(_Part(unit.old, unit.new, table=True))
        elif unit.old is None or unit.new is None:
            parts.extend(_cut(comparison, unit))
        else:
            parts.extend(_text_parts(comparison, unit.old, unit.new, spans, spelling=spelling))
    yield from _without_like_rows(parts, _changed_by(spans, spelling=spelling))


def _lone_parts(comparison: Comparison, entry: Entry) -> Iterator[_Part]:
    """Yields the parts of a provision of one side. Nothing is hidden; long text is only cut for layout."""
    for unit in units(comparison.old.text, comparison.new.text, entry.old, entry.new, ()):
        if unit.table:
            yield _Part(unit.old, unit.new, table=True)
        else:
            yield from _cut(comparison, unit)


def _text_parts(
    comparison: Comparison, old: Range, new: Range, spans: Sequence[Span], *, spelling: bool
) -> Iterator[_Part]:
    for part in split_alike(comparison.new.text, old, new, spans, spelling=spelling):
        cut = cut_long(comparison.old.text, comparison.new.text, part.old, part.new, spans)
        if part.words:
            yield _Part(part.old, part.new, words=part.words, inside=tuple(_Part(*pair) for pair in cut))
        else:
            yield from (_Part(*pair) for pair in cut)


def _cut(comparison: Comparison, unit: AlignedLines) -> Iterator[_Part]:
    old, new = comparison.old.text, comparison.new.text
    for pair in cut_long(old, new, unit.old, unit.new, ()):
        yield _Part(*pair)


def _spans(entry: Entry, old: ProvisionPlace, new: ProvisionPlace) -> Sequence[Span]:
    if entry.status is ProvisionStatus.UNCHANGED and old.end - old.start == new.end - new.start:
        return (Span(Op.EQUAL, (old.start, old.end), (new.start, new.end)),)
    return entry.spans


def _changed_by(spans: Sequence[Span], *, spelling: bool) -> Callable[[_Part], bool]:
    altered = [
        s for s in spans if s.op is not Op.EQUAL and (spelling or s.weighty or s.op is not Op.ORTHOGRAPHIC)
    ]

    def changed(part: _Part) -> bool:
        if part.old is None or part.new is None:
            return True
        return any(_meets(s.old, part.old) or _meets(s.new, part.new) for s in altered)

    return changed


def _meets(span: Range, part: Range) -> bool:
    return span[0] < part[1] and span[1] > part[0]


def _without_like_rows(parts: Sequence[_Part], changed: Callable[[_Part], bool]) -> Iterator[_Part]:
    """Collapses runs of unchanged table rows into gaps. The first row of a table has the column titles and is
    kept."""
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and parts[end].table and not changed(parts[end]):
            end += 1
        before = _ROWS_KEPT if end > at else 0
        after = _ROWS_KEPT if end < len(parts) and parts[end].table else 0
        if end - at - before - after >= _LEAST_ROWS:
            yield from parts[at : at + before]
            yield _joined(parts[at + before : end - after])
            yield from parts[end - after : end]
        else:
            yield from parts[at:end]
        if end < len(parts):
            yield parts[end]
        at = end + 1


def _joined(rows: Sequence[_Part]) -> _Part:
    first, last = rows[0], rows[-1]
    assert first.old is not None
    assert first.new is not None
    assert last.old is not None
    assert last.new is not None
    return _Part((first.old[0], last.old[1]), (first.new[0], last.new[1]), table=True, inside=tuple(rows))


def _stands(part: _Part, row: Row) -> bool:
    return (part.old is not None and row.part_shows("old")) or (
        part.new is not None and row.part_shows("new")
    )


def _lines(row: Row, parts: Sequence[_Part], opened: Opened) -> Iterator[Row | UnchangedGap]:
    for number, part in enumerate(parts):
        first, last = number == 0, number == len(parts) - 1
        if not part.inside:
            piece = _piece(row, part, first=first, last=last)
            apart = number > 0 and not part.table and parts[number - 1].table
            yield replace(row, piece=replace(piece, apart=apart))
            continue
        old = part.old if row.part_shows("old") else None
        new = part.new if row.part_shows("new") else None
        gap = UnchangedGap(row.entry, row.part, old, new, words=part.words, rows=part.rows)
        is_open = opened(gap)
        yield replace(gap, opened=is_open)
        if is_open:
            for inner in part.inside:
                end = last and inner is part.inside[-1]
                yield replace(row, piece=_piece(row, inner, first=False, last=end))


def _piece(row: Row, part: _Part, *, first: bool, last: bool) -> RowPart:
    old = part.old if row.part_shows("old") else None
    new = part.new if row.part_shows("new") else None
    return RowPart(old, new, first=first, last=last, table=part.table)
