"""A printed row of the comparison: the change at the right, then OLD, then NEW.

A row may break across pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from desktop_app.comparison.digest import ChangeDigest, NumberedChange, QuietEntries, members
from desktop_app.comparison.labelling import (
    change_title,
    division_title,
    is_division,
    places_title,
    provision_title,
    side_names,
    stale_sentence,
    stretch_title,
)
from desktop_app.comparison.marking import MarkedPiece, pieces, shortened
from desktop_app.comparison.result import Entry, Flag, ProvisionPlace, ProvisionStatus, SideName
from desktop_app.comparison.standing import what_happened
from desktop_app.reports.comparison_pdf.beside import beside
from desktop_app.reports.comparison_pdf.marks import (
    DELETED_GROUND,
    DELETED_LINE,
    INSERTED_GROUND,
    INSERTED_LINE,
    MOVED_GROUND,
    MOVED_LINE,
    WARN,
    WARN_GROUND,
    in_own_direction,
    runs,
)
from desktop_app.reports.comparison_pdf.tables import (
    TableLine,
    columns_of,
    has_table,
    paired_rows,
    parts_of,
    row_cells,
)
from desktop_app.reports.pdf.decoration import INK, QUIET_INK, Decoration
from desktop_app.reports.pdf.flow import PagePiece
from desktop_app.reports.pdf.lines import TextLine, TextRun, TextStyle, Words, wrapped
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.table import HAIRLINE, CellLines, RowPiece, last_with_former
from desktop_app.wording import digits, fill, translate

_TEXT: Final = TextStyle(size=9.5, leading=16.0)
_WHAT: Final = TextStyle(size=8.5, leading=13.5)
_HEADER: Final = TextStyle(size=9.0, leading=15.0, weight=Weight.SEMIBOLD)
_NOTE: Final = TextStyle(size=8.5, leading=14.0, colour=QUIET_INK, alignment="centre")
_PADDING: Final = 4.0
#: Space between columns; backgrounds and bars of cells extend `_BLEED` into it on either side.
_GUTTER: Final = 14.0
_BLEED: Final = 5.0
_SIDES: Final[tuple[SideName, SideName]] = ("old", "new")
_STRETCH_GROUND: Final = "#F6F4EF"


@dataclass(frozen=True)
class RowMaker:
    """Makes rows `width` points wide, with `what` points for the column that describes the change.

    `brief` omits unchanged words in every row; otherwise only in provisions whose words did not change.
    """

    digest: ChangeDigest
    width: float
    what: float
    brief: bool = False

    def header(self) -> RowPiece:
        """Returns the row of column names."""
        old, new = side_names(self.digest.comparison)
        names = (translate("Comparison PDF", "Change"), old, new)
        cells = [
            CellLines(wrapped(name, _HEADER, end - start), _HEADER, start, end)
            for name, (start, end) in zip(names, self._edges, strict=True)
        ]
        return RowPiece(tuple(cells), 1.0, INK, keep_with_next=True)

    def row(self, index: int) -> RowPiece:
        """Returns the row of an entry."""
        entry = self.digest.comparison.entries[index]
        cells = (self._what(index, entry), *self._texts(index, entry))
        return RowPiece(
            cells, 0.5, HAIRLINE, tears=True, padding=_PADDING, entry=(self._outline_title(index, entry), 2)
        )

    def rows(self, index: int) -> list[RowPiece]:
        """Returns the row of an entry, or several if it has a table: one for each text and for each row of a
        table.
        """
        entry = self.digest.comparison.entries[index]
        old, new = self._pieces(index, entry, "old"), self._pieces(index, entry, "new")
        if not has_table(old) and not has_table(new):
            return [self.row(index)]
        made: list[RowPiece] = []
        for table, olds, news in parts_of(old, new):
            if not table:
                made.append(
                    self._line(index, entry, (self._words(entry, olds), self._words(entry, news)), made)
                )
                continue
            shares, heading = columns_of(olds, news)
            for number, pair in enumerate(paired_rows(olds, news)):
                style = replace(_TEXT, weight=Weight.SEMIBOLD) if heading and not number else _TEXT
                cells = [
                    cell
                    for side, row, edges in zip(_SIDES, pair, self._edges[1:], strict=True)
                    for cell in row_cells(
                        row, edges, shares, style, _block_look(entry, side), block=_is_block(entry)
                    )
                ]
                made.append(self._piece(index, entry, cells, first=not made))
        tags = self._tags(index, self._edges[1][1] - self._edges[1][0])
        if tags:
            made.append(self._line(index, entry, ((), tags), made))
        return made

    def _line(
        self,
        index: int,
        entry: Entry,
        sides: tuple[tuple[TextLine, ...], tuple[TextLine, ...]],
        before: Sequence[RowPiece],
    ) -> RowPiece:
        """Returns a row with text on both sides; `before` are the rows of the entry above it."""
        cells = (self._side(entry, "old", sides[0]), self._side(entry, "new", sides[1]))
        return self._piece(index, entry, cells, first=not before)

    def _piece(self, index: int, entry: Entry, cells: Sequence[CellLines], *, first: bool) -> RowPiece:
        """Returns a row of an entry. Only the first one describes the change."""
        start, end = self._edges[0]
        what = self._what(index, entry) if first else CellLines((), _WHAT, start, end)
        title = (self._outline_title(index, entry), 2) if first else None
        return RowPiece((what, *cells), 0.5, HAIRLINE, tears=True, padding=_PADDING, entry=title)

    def _words(self, entry: Entry, lines: Sequence[TableLine]) -> tuple[TextLine, ...]:
        width = self._edges[1][1] - self._edges[1][0]
        return tuple(
            line
            for (cell,) in lines
            for line in (wrapped(runs(cell, block=_is_block(entry)), _TEXT, width) if cell else ())
        )

    def moved_together(self, change: NumberedChange) -> RowPiece:
        """Returns one row for provisions that moved together: their names on both sides and their number."""
        entries = members(self.digest.comparison, change)
        first = entries[0]._replace(status=ProvisionStatus.UNCHANGED)
        what = self._what(change.entries[0], first)
        count = in_own_direction(
            fill(translate("Comparison PDF", "{n} provisions moved together"), n=len(entries))
        )
        names = [
            places_title([entry.old for entry in entries]),
            places_title([entry.new for entry in entries]),
        ]
        words = ([TextRun(names[0])], [TextRun(f"{names[1]} "), TextRun(count, None, QUIET_INK)])
        cells = [
            CellLines(
                wrapped(text, _TEXT, end - start), _TEXT, start, end, MOVED_GROUND, MOVED_LINE, bleed=_BLEED
            )
            for text, (start, end) in zip(words, self._edges[1:], strict=True)
        ]
        return RowPiece((what, *cells), 0.5, HAIRLINE, padding=_PADDING)

    def stretch(self, stretch: QuietEntries) -> RowPiece:
        """Returns one line for a run of entries."""
        text, where = stretch_title(self.digest.comparison, stretch)
        words: Words = [
            TextRun(in_own_direction(text), Weight.MEDIUM, INK),
            TextRun(f"   {in_own_direction(where)}"),
        ]
        return RowPiece(
            (CellLines(wrapped(words, _NOTE, self.width), _NOTE, 0.0, self.width),),
            0.5,
            HAIRLINE,
            fill=_STRETCH_GROUND,
            padding=_PADDING,
        )

    @cached_property
    def _edges(self) -> tuple[tuple[float, float], ...]:
        side = (self.width - self.what - 2 * _GUTTER - _BLEED) / 2
        old = self.what + _GUTTER
        new = old + side + _GUTTER
        return (0.0, self.what), (old, old + side), (new, new + side)

    def _what(self, index: int, entry: Entry) -> CellLines:
        start, end = self._edges[0]
        title = self._title(index, entry)
        parts = [wrapped(title, _WHAT, end - start)]
        if self.digest.weighty(index):
            weighty = in_own_direction(translate("Comparison PDF", "! weighty"))
            parts.append(wrapped([TextRun(weighty, Weight.BOLD, WARN)], _WHAT, end - start))
        classes = [TextRun(in_own_direction(what_happened(self.digest, index)), Weight.MEDIUM)]
        parts.append(wrapped(classes, _WHAT, end - start))
        quiet = replace(_WHAT, colour=QUIET_INK)
        parts += [wrapped(in_own_direction(note), quiet, end - start) for note in self._notes(index, entry)]
        again = [TextRun(translate("Comparison PDF", "(continued) "), None, QUIET_INK), *title]
        return CellLines(
            tuple(line for lines in parts for line in lines),
            _WHAT,
            start,
            end,
            again=wrapped(again, _WHAT, end - start),
        )

    def _title(self, index: int, entry: Entry) -> list[TextRun]:
        number = self.digest.numbers.get(index)
        title = TextRun(in_own_direction(change_title([entry])), Weight.SEMIBOLD)
        return [title] if number is None else [TextRun(f"{digits(number)}. ", Weight.BOLD), title]

    def _outline_title(self, index: int, entry: Entry) -> str:
        number = self.digest.numbers.get(index)
        words = f"{change_title([entry])}: {what_happened(self.digest, index)}"
        return words if number is None else f"{digits(number)}. {words}"

    def _notes(self, index: int, entry: Entry) -> Iterator[str]:
        place = entry.new or entry.old
        division = division_title(place) if place else ""
        if division:
            yield division
        if Flag.MOVED not in entry.flags or entry.old is None or entry.part is not None:
            return
        was = division_title(entry.old)
        if was and was != division:
            yield fill(translate("Comparison PDF", "It stood in {place}"), place=was)
        before = self._before(entry.old)
        if before and not self._follows_its_group(index, entry):
            yield fill(translate("Comparison PDF", "It stood behind {place}"), place=before)

    def _follows_its_group(self, index: int, entry: Entry) -> bool:
        """Whether the previous entry moved together with this one, and therefore already shows the old place."""
        return (
            entry.group is not None
            and index > 0
            and entry.group == self.digest.comparison.entries[index - 1].group
        )

    def _before(self, place: ProvisionPlace) -> str:
        """Returns the named provision before `place` in OLD, ignoring headings; empty where there is none."""
        places = self._old_places
        at = bisect_left(places, place.start, key=lambda one: one.start) - 1
        while at >= 0 and (is_division(places[at]) or not provision_title(places[at])):
            at -= 1
        return provision_title(places[at]) if at >= 0 else ""

    @cached_property
    def _old_places(self) -> list[ProvisionPlace]:
        places = [entry.old for entry in self.digest.comparison.entries if entry.old is not None]
        return sorted(places, key=lambda place: place.start)

    def _texts(self, index: int, entry: Entry) -> tuple[CellLines, CellLines]:
        """Returns the cells of OLD and NEW."""
        old, new = self._pieces(index, entry, "old"), self._pieces(index, entry, "new")
        width = self._edges[1][1] - self._edges[1][0]
        if self.brief or entry.status is not ProvisionStatus.EDITED:
            block = _is_block(entry)
            lines = (
                wrapped(runs(old, block=block), _TEXT, width),
                wrapped(runs(new, block=block), _TEXT, width),
            )
        else:
            lines = beside(entry, old, new, self.digest.comparison.old.text, _TEXT, width)
        tagged = (*lines[1], *self._tags(index, width))
        return self._side(entry, "old", lines[0]), self._side(entry, "new", tagged)

    def _side(self, entry: Entry, side: SideName, lines: tuple[TextLine, ...]) -> CellLines:
        start, end = self._edges[1 if side == "old" else 2]
        if (entry.old if side == "old" else entry.new) is None:
            note = in_own_direction(translate("Comparison", "Not in this revision"))
            ground = Decoration("#FFFFFF")
            text = wrapped([TextRun(f" {note} ", None, QUIET_INK, ground)], _TEXT, end - start)
            return CellLines(text, _TEXT, start, end, hatched=True, bleed=_BLEED)
        ground_colour, bar = _block_look(entry, side)
        return CellLines(lines, _TEXT, start, end, ground=ground_colour, bar=bar, bleed=_BLEED)

    def _pieces(self, index: int, entry: Entry, side: SideName) -> list[MarkedPiece]:
        comparison = self.digest.comparison
        text = comparison.old.text if side == "old" else comparison.new.text
        stale = self.digest.stale.get(index, ())
        found = pieces(entry, side, text, spelling=self.digest.showing.spelling, stale=stale)
        unchanged_words = entry.status in (ProvisionStatus.UNCHANGED, ProvisionStatus.ORTHOGRAPHIC) and bool(
            entry.flags
        )
        return shortened(found) if self.brief or unchanged_words else found

    def _tags(self, index: int, width: float) -> tuple[TextLine, ...]:
        """Returns the stale references to print below NEW, each with its correction."""
        ground = Decoration(WARN_GROUND)
        return tuple(
            line
            for reference in self.digest.stale.get(index, ())
            for line in wrapped(
                [
                    TextRun(
                        f" {in_own_direction(f'! {stale_sentence(reference)}')} ", Weight.MEDIUM, WARN, ground
                    )
                ],
                _TEXT,
                width,
            )
        )


def _is_block(entry: Entry) -> bool:
    return entry.status in (ProvisionStatus.INSERTED, ProvisionStatus.DELETED)


def _block_look(entry: Entry, side: SideName) -> tuple[str | None, str | None]:
    """Returns background and bar colour of a cell."""
    if entry.status is ProvisionStatus.INSERTED and side == "new":
        return INSERTED_GROUND, INSERTED_LINE
    if entry.status is ProvisionStatus.DELETED and side == "old":
        return DELETED_GROUND, DELETED_LINE
    if Flag.MOVED in entry.flags:
        return MOVED_GROUND, MOVED_LINE
    return None, None


@dataclass(frozen=True)
class ComparisonRows:
    """Rows with a header that is repeated on every page."""

    maker: Callable[[float], RowMaker]
    #: The rows of one entry, or of a run of entries, at a time.
    rows: Callable[[RowMaker], Iterator[Sequence[RowPiece]]]
    step: Callable[[], None]

    def pieces(self, width: float) -> Iterator[PagePiece]:
        maker = self.maker(width)
        table, head = Element("Table"), maker.header()
        columns = len(head.cells)
        yield replace(head.tagged(table, columns, "TH"), gap=6.0)
        yield from last_with_former(self._made(maker, table, columns))

    def _made(self, maker: RowMaker, table: Element, columns: int) -> Iterator[RowPiece]:
        for rows in self.rows(maker):
            self.step()
            for row in rows:
                yield row.tagged(table, columns)

    def repeated(self, width: float) -> PagePiece | None:
        return self.maker(width).header()
