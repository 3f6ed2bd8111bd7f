"""Divides a legal text into blocks for display: headings, articles, clauses, notes, paragraphs, tables.

The blocks have all of the text in order except white space. Offsets are code points of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop_app.comparison.labels import CLAUSES, LabelKind
from desktop_app.comparison.result import Range
from desktop_app.comparison.structure import Provision, parse
from desktop_app.documents.columns import cells, column_shares, has_heading

#: The most levels of clauses that are indented further.
_DEEPEST: Final = 3
#: The first word of the caption above a table, and the maximum length of a caption in code points.
_CAPTION: Final = "جدول"
_LONGEST_CAPTION: Final = 120
#: The maximum length of the title of a text, in code points.
_LONGEST_TITLE: Final = 150


class BlockKind(StrEnum):
    """How a block is set."""

    #: The number and the title of a chapter or another division; the title of the text, which has no number.
    HEADING = "heading"
    ARTICLE = "article"
    #: A clause, with its label beside its text.
    CLAUSE = "clause"
    NOTE = "note"
    #: A paragraph without a label.
    PARAGRAPH = "paragraph"
    #: The title above a table.
    CAPTION = "caption"
    #: A row of a table.
    ROW = "row"
    #: Text that belongs to no provision, such as the number of a page.
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of text `[start, end)`.

    `label` is the range of the label with its separator, or None. `level` counts the clauses that the text is
    indented by, `noted` tells whether it belongs to a note. `provision` is the index of its provision, or None for
    furniture. A row of a table has the shares of its columns; `first` and `last` delimit the table, and `heading`
    marks a first row that names the columns.
    """

    kind: BlockKind
    start: int
    end: int
    label: Range | None = None
    level: int = 0
    noted: bool = False
    provision: int | None = None
    columns: tuple[float, ...] = ()
    first: bool = False
    last: bool = False
    heading: bool = False


def typeset(text: str, provisions: Sequence[Provision] | None = None) -> tuple[TextBlock, ...]:
    """Returns the blocks of `text`; `provisions` are those of `parse`, if they are known."""
    known = parse(text) if provisions is None else provisions
    blocks: list[TextBlock] = []
    reached = 0
    style = _Style()
    for index, provision in enumerate(known):
        blocks += _plain(text, reached, provision.start, TextBlock(BlockKind.FURNITURE, 0, 0))
        style = style.of(provision)
        blocks += _of_provision(text, provision, index, style)
        reached = max(reached, provision.end)
    blocks += _plain(text, reached, len(text), TextBlock(BlockKind.FURNITURE, 0, 0))
    if len(blocks) > 1 and _is_title(blocks[0]):
        blocks[0] = replace(blocks[0], kind=BlockKind.HEADING)
    return tuple(_with_tables(text, blocks))


@dataclass(frozen=True, slots=True)
class _Style:
    """The indentation of a provision. A paragraph without a label has that of the provision that it continues."""

    path: tuple[str, ...] = ()
    level: int = 0
    noted: bool = False

    def of(self, provision: Provision) -> _Style:
        if provision.label is None:
            return self if provision.path and provision.path == self.path else _Style(provision.path)
        kinds = [kind for kind, _number in provision.address]
        level = sum(kind in CLAUSES or kind is LabelKind.ITEM for kind in kinds)
        return _Style(provision.path, min(level, _DEEPEST), LabelKind.NOTE in kinds)


def _of_provision(text: str, provision: Provision, index: int, style: _Style) -> Iterator[TextBlock]:
    label = (provision.start, provision.body) if provision.label is not None else None
    if provision.label is not None and provision.kind.heading:
        written = (provision.start, provision.label_end)
        yield TextBlock(BlockKind.HEADING, provision.start, provision.end, written, provision=index)
        return
    kind = _kind(provision)
    pattern = TextBlock(BlockKind.PARAGRAPH, 0, 0, None, style.level, style.noted, index)
    for number, block in enumerate(_plain(text, provision.start, provision.end, pattern)):
        if number or label is None:
            yield block
        elif block.kind is BlockKind.ROW:
            yield replace(block, label=label)
        else:
            yield replace(block, kind=kind, label=label)


def _kind(provision: Provision) -> BlockKind:
    if provision.kind is LabelKind.ARTICLE:
        return BlockKind.ARTICLE
    if provision.kind is LabelKind.NOTE:
        return BlockKind.NOTE
    return BlockKind.CLAUSE


def _plain(text: str, start: int, end: int, pattern: TextBlock) -> Iterator[TextBlock]:
    """Yields the lines of a range as blocks like `pattern`; lines with tabs are rows of tables."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        first, last = at, stop
        if "\t" in text[at:stop].strip("\n") and text[at:stop].strip():
            yield replace(pattern, kind=BlockKind.ROW, start=first, end=last)
        else:
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            if first < last:
                yield replace(pattern, start=first, end=last)
        at = stop + 1


def _with_tables(text: str, blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Gives the rows of each table their columns, and marks captions."""
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].kind is BlockKind.ROW:
            end += 1
        if end > at:
            yield from _table(text, blocks[at:end])
            at = end
            continue
        block = blocks[at]
        titles = block.kind is BlockKind.PARAGRAPH and at + 1 < len(blocks)
        if titles and blocks[at + 1].kind is BlockKind.ROW and _is_caption(text, block):
            block = replace(block, kind=BlockKind.CAPTION)
        yield block
        at += 1


def _table(text: str, rows: Sequence[TextBlock]) -> Iterator[TextBlock]:
    found = [[text[slice(*cell)] for cell in cells(text, row.start, row.end)] for row in rows]
    shares, heading = column_shares(found), has_heading(found)
    for number, row in enumerate(rows):
        first, last = number == 0, number == len(rows) - 1
        yield replace(row, columns=shares, first=first, last=last, heading=first and heading)


def _is_title(block: TextBlock) -> bool:
    """Returns whether the first block is the title of the text: a short paragraph."""
    return block.kind is BlockKind.PARAGRAPH and block.end - block.start <= _LONGEST_TITLE


def _is_caption(text: str, block: TextBlock) -> bool:
    return block.end - block.start <= _LONGEST_CAPTION and text.startswith(_CAPTION, block.start)
