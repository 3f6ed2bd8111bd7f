"""Extracts the visible text of a WordprocessingML body.

Tracked changes are read as accepted. Each paragraph is a line. A break inside it (Shift+Enter, page break) starts
a new line, because authors often put the next clause there. Text boxes follow the paragraph that contains them. A
table row is one line with tabs between cells; the text of a cell is reduced to one line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from desktop_app.documents.document import LeftOut
from desktop_app.documents.docx_inline import (
    DROPPED_CHANGES,
    KEPT_CHANGES,
    MC,
    InlineReader,
    chosen_alternative,
)
from desktop_app.documents.docx_numbering import DocxNumbering
from desktop_app.documents.docx_styles import Styles, W, attribute, switched
from desktop_app.documents.lines import Cell, LineCollector, PartReference, References

_CONTENTS_GALLERIES: Final = frozenset({"Table of Contents"})


class DocxBodyReader:
    """Reads one body, header or footer once, into `lines` and `left_out`."""

    def __init__(
        self, name: str, numbering: DocxNumbering, styles: Styles, *,
        persian: bool, hidden_fields: frozenset[str], obey_fields: bool,
    ) -> None:  # fmt: skip
        self.lines = LineCollector(name)
        self.left_out: set[LeftOut] = set()
        self.inline = InlineReader(
            self.lines, self.left_out, styles, hidden_fields=hidden_fields, obey_fields=obey_fields
        )
        self._numbering = numbering
        self._styles = styles
        self._persian = persian
        self._carried = ""
        self._carried_references: list[tuple[int, PartReference]] = []

    def read(self, body: Any) -> None:
        """Reads the children of `body`."""
        for block in body:
            self._block(block)
        if self._carried:
            self.lines.add(self._carried, self._carried_references)
            self._carried, self._carried_references = "", []

    # Blocks

    def _block(self, block: Any) -> None:
        tag = block.tag
        if tag == f"{W}p":
            self._paragraph(block)
        elif tag == f"{W}tbl":
            self._within(block, self._row)
        elif tag == f"{W}sdt":
            gallery = block.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
            if attribute(gallery) in _CONTENTS_GALLERIES:
                self.left_out.add(LeftOut.CONTENTS)
            else:
                self._blocks_of(block.find(f"{W}sdtContent"))
        elif tag == f"{MC}AlternateContent":
            self._blocks_of(chosen_alternative(block))
        elif tag in DROPPED_CHANGES:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
        elif tag in KEPT_CHANGES:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
            self._blocks_of(block)
        elif tag == f"{W}customXml":
            self._blocks_of(block)
        elif tag == f"{W}altChunk":
            self.left_out.add(LeftOut.EMBEDDED)

    def _blocks_of(self, parent: Any | None) -> None:
        if parent is not None:
            self._within(parent, self._block)

    def _within(self, parent: Any, read: Callable[[Any], None]) -> None:
        self.lines.enter()
        for child in parent:
            read(child)
        self.lines.leave()

    def _row(self, row: Any) -> None:
        if row.tag in (f"{W}sdt", f"{W}customXml"):
            self._within(row.find(f"{W}sdtContent") if row.tag == f"{W}sdt" else row, self._row)
            return
        if row.tag != f"{W}tr":
            return
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
            return
        if properties is not None and properties.find(f"{W}ins") is not None:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
        cells: list[Cell] = []
        self._within(row, lambda cell: self._cell(cell, cells))
        self.lines.add_row(cells)

    def _cell(self, cell: Any, cells: list[Cell]) -> None:
        if cell.tag in (f"{W}sdt", f"{W}customXml"):
            inside = cell.find(f"{W}sdtContent") if cell.tag == f"{W}sdt" else cell
            self._within(inside, lambda inner: self._cell(inner, cells))
            return
        if cell.tag != f"{W}tc":
            return
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
            return
        self.lines.begin_cell()
        self._blocks_of(cell)
        cells.append(self.lines.end_cell())

    # Paragraphs

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{W}pPr")
        mark = properties.find(f"{W}rPr") if properties is not None else None
        style = attribute(properties.find(f"{W}pStyle")) if properties is not None else None
        seen_before = self.inline.fields.visible
        read = self.inline.read(paragraph, hidden=self._styles.hidden(style))
        text = read.text
        in_contents = not text and not (seen_before and self.inline.fields.visible)
        if in_contents or (not text and switched(mark, "vanish")):
            pass
        elif self._mark_is_deleted(mark):
            # Its text continues in the next paragraph, which keeps its own list and style.
            self._carried_references += _shifted(read.references, len(self._carried))
            self._carried += text
        else:
            rtl = self._styles.paragraph_rtl(properties, style)
            label = self._numbering.label(properties, style, rtl=rtl, persian=self._persian)
            line = label + self._carried + text
            references = _shifted(self._carried_references, len(label))
            references += _shifted(read.references, len(label) + len(self._carried))
            if switched(mark, "specVanish"):
                # Word's style separator for a run-in heading: the next paragraph continues the same line.
                self._carried, self._carried_references = line, references
            else:
                self._carried, self._carried_references = "", []
                self.lines.add(line, references)
        for box in read.boxes:
            self._box(box)

    def _mark_is_deleted(self, mark: Any | None) -> bool:
        if mark is None:
            return False
        if mark.find(f"{W}ins") is not None or mark.find(f"{W}moveTo") is not None:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
        deleted = mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
        if deleted:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
        return deleted

    def _box(self, box: Any) -> None:
        carried, self._carried = self._carried, ""
        references, self._carried_references = self._carried_references, []
        with self.inline.fields_of_its_own():
            self._blocks_of(box)
        self._carried, self._carried_references = carried, references


def _shifted(references: References, by: int) -> list[tuple[int, PartReference]]:
    return [(column + by, reference) for column, reference in references]
