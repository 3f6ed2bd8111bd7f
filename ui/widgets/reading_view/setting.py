"""Sets the blocks of a text: fonts, indents and distances. Coordinates are relative to the column of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from desktop_app.comparison.typesetting import BlockKind, TextBlock
from desktop_app.documents.columns import cells
from ui.theme import theme
from ui.theme_tokens import FontRole
from ui.widgets.comparison_view.layouts import (
    CELL_Y,
    ParagraphLayout,
    ProvisionLayout,
    Styled,
    cell_boxes,
    lay_out_cells,
    line_height,
    put_paragraphs,
)

#: The width of the column of text, in letters.
LETTERS: Final = 80
#: The indent of one level of clauses, and the least room for their labels, in pixels.
CLAUSE_INDENT: Final = 32
LABEL_ROOM: Final = 36
#: The indent of a note, and of the line before it.
NOTE_INDENT: Final = 46
NOTE_LINE: Final = 32
#: The height below the title of a chapter, with its short line.
RULE_ROOM: Final = 18
_SAMPLE: Final = "متقاضی درخواست خود را به‌همراه مدارک هویتی و سند مالکیت یا اجاره‌نامه محل "
_ABOVE: Final = {
    BlockKind.HEADING: 30,
    BlockKind.ARTICLE: 14,
    BlockKind.NOTE: 8,
    BlockKind.CLAUSE: 1,
    BlockKind.PARAGRAPH: 4,
    BlockKind.CAPTION: 8,
    BlockKind.ROW: 0,
    BlockKind.FURNITURE: 10,
}
_BESIDE_TABLE: Final = 8
_SEPARATORS: Final = " \t\n\u200c\u200fـ-–—:.)("


@dataclass(frozen=True, slots=True)
class Indents:
    """The indents of a block from the right edge of the column: of its label, and of its text."""

    label: float
    text: float


def column_width() -> int:
    """Returns the width of the column of text in pixels, for the current size of document text."""
    return round(QFontMetricsF(theme().font("document")).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * LETTERS)


def space_above(block: TextBlock, before: TextBlock | None) -> int:
    """Returns the distance of a block from the block before it."""
    if before is None:
        return 8
    if block.kind is BlockKind.ROW:
        return _BESIDE_TABLE if block.first and before.kind is not BlockKind.CAPTION else 0
    if before.kind is BlockKind.ROW:
        return max(_BESIDE_TABLE, _ABOVE[block.kind])
    if before.kind is BlockKind.HEADING and block.kind is not BlockKind.HEADING:
        return 8
    return _ABOVE[block.kind]


def indents(text: str, block: TextBlock) -> Indents:
    """Returns the indents of a block. The text of a clause begins beside its label."""
    base = NOTE_INDENT if block.noted else 0
    if not block.level:
        return Indents(base, base)
    label = base + CLAUSE_INDENT * block.level
    if block.kind is not BlockKind.CLAUSE or block.label is None:
        return Indents(label, label + LABEL_ROOM)
    return Indents(label, label + max(LABEL_ROOM, _label_width(text, block) + 8))


def lay_out_block(text: str, block: TextBlock, width: int) -> ProvisionLayout:
    """Lays out a block in a column of `width` pixels."""
    tall = line_height("document")
    if block.kind is BlockKind.ROW:
        return _row(text, block, width)
    made: list[ParagraphLayout] = []
    if block.kind is BlockKind.HEADING:
        return ProvisionLayout(made, round(_heading(made, text, block, width, tall)) + RULE_ROOM, tall)
    place = (block.start, block.end)
    found = indents(text, block)
    room = QRectF(0, 0, max(width - found.text, 80), 0)
    role: FontRole = "secondary" if block.kind is BlockKind.CAPTION else "document"
    styles = _styles(block)
    bottom = 0.0
    if block.kind is BlockKind.CLAUSE and block.label is not None:
        broad = _label_width(text, block)
        at = QRectF(width - found.label - broad, 0, broad, 0)
        put_paragraphs(made, text, block.label, at, styles, tall, role)
        place = (block.label[1], block.end)
    if text[slice(*place)].strip():
        bottom = put_paragraphs(made, text, place, room, styles, tall, role)
    return ProvisionLayout(made, max(round(bottom), tall), tall)


def guessed(block: TextBlock, width: int) -> int:
    """Estimates the height of a block that is not laid out yet."""
    per_line = max(width / column_width() * LETTERS, 10)
    tall = line_height("document")
    if block.kind is BlockKind.HEADING:
        return 2 * tall + RULE_ROOM
    if block.kind is BlockKind.ROW:
        return tall + 2 * CELL_Y
    return max(-int(-(block.end - block.start) // per_line), 1) * tall


def row_boxes(text: str, block: TextBlock, width: int) -> list[tuple[float, float]]:
    """Returns the left edges and widths of the cells of a row, from the right."""
    return cell_boxes(block.columns, width - _table_indent(block), len(cells(text, block.start, block.end)))


def _row(text: str, block: TextBlock, width: int) -> ProvisionLayout:
    styles = [Styled(block.start, block.end, bold=True)] if block.heading else _styles(block)
    found = cells(text, block.start, block.end)
    return lay_out_cells(text, found, row_boxes(text, block, width), styles)


def _table_indent(block: TextBlock) -> int:
    return NOTE_INDENT if block.noted else 0


def _heading(made: list[ParagraphLayout], text: str, block: TextBlock, width: int, tall: int) -> float:
    title = block.start if block.label is None else block.label[1]
    while block.label is not None and title < block.end and text[title] in _SEPARATORS:
        title += 1
    room = QRectF(0, 0, width, 0)
    if block.label is None or title >= block.end:
        strong = [Styled(block.start, block.end, bold=True)]
        return put_paragraphs(
            made, text, (block.start, block.end), room, strong, tall, "heading", centred=True
        )
    quiet = [Styled(*block.label, colour="text2")]
    room.moveTop(put_paragraphs(made, text, block.label, room, quiet, tall, "interface", centred=True))
    strong = [Styled(title, block.end, bold=True)]
    return put_paragraphs(made, text, (title, block.end), room, strong, tall, "heading", centred=True)


def _styles(block: TextBlock) -> list[Styled]:
    if block.kind is BlockKind.FURNITURE:
        return [Styled(block.start, block.end, colour="text3")]
    if block.kind is BlockKind.CAPTION:
        return [Styled(block.start, block.end, colour="text2")]
    return [Styled(*block.label, bold=True)] if block.label is not None else []


def _label_width(text: str, block: TextBlock) -> float:
    assert block.label is not None
    words = text[slice(*block.label)].strip()
    return QFontMetricsF(theme().font("document", bold=True)).horizontalAdvance(words) + 2
