"""Extracts the visible text of a WordprocessingML body.

Tracked changes are read as accepted. Each paragraph is a line. A break inside it (Shift+Enter, page break) starts
a new line, because authors often put the next clause there. Text boxes follow the paragraph that contains them. A
table row is one line with tabs between cells; the text of a cell is reduced to one line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from desktop_app.documents.document import LeftOut
from desktop_app.documents.docx_fields import Fields
from desktop_app.documents.docx_numbering import DocxNumbering
from desktop_app.documents.docx_styles import Styles, W, attribute, switched
from desktop_app.documents.lines import LineCollector
from desktop_app.errors import CancelledError
from desktop_app.progress import Progress, SilentProgress

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/"

_DROPPED_CHANGES: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_KEPT_CHANGES: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_PICTURES: Final = frozenset({f"{_DRAWING}main}}blip", f"{_VML}imagedata"})
_FIGURES: Final = frozenset(
    {
        f"{_DRAWING}chart}}chart",
        f"{_DRAWING}diagram}}relIds",
        f"{_VML}textpath",
        f"{_DRAWING}lockedCanvas}}lockedCanvas",
    }
)
_TRANSPARENT: Final = frozenset(
    f"{W}{tag}"
    for tag in ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase", "ruby")
)
_SIGNS: Final = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}br": "\n",
    f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
}  # fmt: skip
#: The most common characters of symbol fonts, by their code in `w:sym`.
_SYMBOLS: Final = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☑", 0xF0FD: "☒", 0xF06F: "□",
    0xF0A8: "◻", 0xF06C: "●", 0xF06E: "■", 0xF0E0: "→", 0xF0DF: "←", 0xF0B0: "°", 0xF0B1: "±", 0xF0D7: "×",
    0xF0A3: "≤", 0xF0B3: "≥", 0xF0B9: "≠", 0xF02D: "−", 0xF0AE: "→", 0xF0AC: "←",
}  # fmt: skip
_CONTENTS_GALLERIES: Final = frozenset({"Table of Contents"})


class DocxBodyReader:
    """Reads one body, header or footer once, into `lines` and `left_out`."""

    def __init__(
        self, name: str, numbering: DocxNumbering, styles: Styles, *,
        persian: bool, hidden_fields: frozenset[str], obey_fields: bool,
    ) -> None:  # fmt: skip
        self.lines = LineCollector(name)
        self.left_out: set[LeftOut] = set()
        self.fields = Fields(hidden_fields)
        self._numbering = numbering
        self._styles = styles
        self._persian = persian
        self._hidden_fields = hidden_fields
        self._obey_fields = obey_fields
        self._carried = ""
        self._silent = False
        self._boxes: list[Any] = []
        self._pieces: list[str] = []
        self._inline: dict[str, Callable[[Any], None]] = {
            f"{W}t": self._text, f"{W}r": self._run, f"{W}sym": self._symbol, f"{W}fldChar": self._field_mark,
            f"{W}instrText": self._instruction, f"{W}fldSimple": self._simple_field, f"{W}sdt": self._control,
            f"{W}drawing": self._figure, f"{W}pict": self._figure, f"{W}object": self._object,
            f"{_MC}AlternateContent": self._alternative,
            f"{_MATH}oMath": self._formula, f"{_MATH}oMathPara": self._formula,
            **dict.fromkeys(_DROPPED_CHANGES, self._dropped), **dict.fromkeys(_KEPT_CHANGES, self._kept),
            **dict.fromkeys(_TRANSPARENT, self._pieces_of), **dict.fromkeys(_SIGNS, self._sign),
        }  # fmt: skip

    def read(self, body: Any, progress: Progress | None = None) -> None:
        """Reads the children of `body`. Raises `CancelledError` if the user cancelled."""
        progress = progress or SilentProgress()
        total = len(body)
        for done, block in enumerate(body):
            if done % 200 == 0:
                if progress.cancelled():
                    raise CancelledError(done=done)
                progress.report(done, total)
            self._block(block)
        progress.report(total, total)
        if self._carried:
            self.lines.add(self._carried)
            self._carried = ""

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
        elif tag == f"{_MC}AlternateContent":
            self._blocks_of(_chosen(block))
        elif tag in _DROPPED_CHANGES:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
        elif tag in _KEPT_CHANGES:
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
        cells: list[str] = []
        self._within(row, lambda cell: self._cell(cell, cells))
        self.lines.add("\t".join(cells))

    def _cell(self, cell: Any, cells: list[str]) -> None:
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
        seen_before = self.fields.visible
        text, boxes = self._text_of(paragraph, hidden=self._styles.hidden(style))
        text = text.strip("\n")
        in_contents = not text and not (seen_before and self.fields.visible)
        if in_contents or (not text and switched(mark, "vanish")):
            pass
        elif self._mark_is_deleted(mark):
            # Its text continues in the next paragraph, which keeps its own list and style.
            self._carried += text
        else:
            label = self._numbering.label(
                properties, style, rtl=self._rtl(properties, style), persian=self._persian
            )
            line = label + self._carried + text
            if switched(mark, "specVanish"):
                # Word's style separator for a run-in heading: the next paragraph continues the same line.
                self._carried = line
            else:
                self._carried = ""
                self.lines.add(line)
        for box in boxes:
            self._box(box)

    def _rtl(self, properties: Any | None, style: str | None) -> bool:
        rtl = switched(properties, "bidi")
        return self._styles.rtl(style) if rtl is None else rtl

    def _mark_is_deleted(self, mark: Any | None) -> bool:
        if mark is None:
            return False
        if mark.find(f"{W}ins") is not None or mark.find(f"{W}moveTo") is not None:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
        deleted = mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
        if deleted:
            self.left_out.add(LeftOut.TRACKED_CHANGES)
        return deleted

    def _text_of(self, paragraph: Any, *, hidden: bool) -> tuple[str, list[Any]]:
        outer = self._pieces, self._boxes, self._silent
        self._pieces, self._boxes, self._silent = [], [], hidden
        self._pieces_of(paragraph)
        text, boxes = "".join(self._pieces), self._boxes
        self._pieces, self._boxes, self._silent = outer
        return text, boxes

    def _box(self, box: Any) -> None:
        outer, self.fields = self.fields, Fields(self._hidden_fields)
        carried, self._carried = self._carried, ""
        self._blocks_of(box)
        self.fields, self._carried = outer, carried

    # Content of a paragraph

    def _pieces_of(self, parent: Any) -> None:
        self.lines.enter()
        for child in parent:
            read = self._inline.get(child.tag)
            if read is not None:
                read(child)
        self.lines.leave()

    def _put(self, text: str) -> None:
        if not self.fields.visible:
            return
        if self._silent:
            if text.strip():
                self.left_out.add(LeftOut.HIDDEN_TEXT)
            return
        self._pieces.append(text)

    def _run(self, run: Any) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            self._pieces_of(run)
            return
        hidden = switched(properties, "vanish")
        if hidden is None:
            style = attribute(properties.find(f"{W}rStyle"))
            hidden = (style is not None and self._styles.hidden(style)) or self._silent
        outer, self._silent = self._silent, hidden
        self._pieces_of(run)
        self._silent = outer

    def _text(self, element: Any) -> None:
        text = element.text or ""
        if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t\r\n")
        self._put(text.replace("\n", " "))

    def _sign(self, element: Any) -> None:
        self._put(_SIGNS[element.tag])

    def _symbol(self, element: Any) -> None:
        try:
            code = int(attribute(element, "char") or "", 16)
            self._put(_SYMBOLS.get(code) or chr(code))
        except (ValueError, OverflowError):
            self._put("\ufffd")

    def _field_mark(self, element: Any) -> None:
        if self._obey_fields:
            self.fields.mark(attribute(element, "fldCharType"))
            self._note_contents()

    def _instruction(self, element: Any) -> None:
        self.fields.instruct(element.text or "")

    def _simple_field(self, element: Any) -> None:
        if not self.fields.hides(attribute(element, "instr") or ""):
            self._pieces_of(element)
        self._note_contents()

    def _note_contents(self) -> None:
        if self.fields.contents_left_out:
            self.left_out.add(LeftOut.CONTENTS)

    def _control(self, element: Any) -> None:
        inside = element.find(f"{W}sdtContent")
        if inside is not None:
            self._pieces_of(inside)

    def _dropped(self, element: Any) -> None:
        del element
        self.left_out.add(LeftOut.TRACKED_CHANGES)

    def _kept(self, element: Any) -> None:
        self.left_out.add(LeftOut.TRACKED_CHANGES)
        self._pieces_of(element)

    def _alternative(self, element: Any) -> None:
        chosen = _chosen(element)
        if chosen is not None:
            self._pieces_of(chosen)

    def _formula(self, element: Any) -> None:
        self._put("".join(part.text or "" for part in element.iter(f"{_MATH}t")))

    def _object(self, element: Any) -> None:
        self.left_out.add(LeftOut.EMBEDDED)
        self._figure(element)

    def _figure(self, element: Any) -> None:
        for part in element.iter():
            if part.tag in _PICTURES:
                self.left_out.add(LeftOut.IMAGES)
            elif part.tag in _FIGURES:
                self.left_out.add(LeftOut.DRAWINGS)
            elif part.tag == f"{W}txbxContent" and not _inside_a_box(part, element) and not self._silent:
                self._boxes.append(part)


def _chosen(alternatives: Any) -> Any | None:
    """Returns the choice that Word 2010 or later shows, with the fallback only if there is no choice."""
    choice = alternatives.find(f"{_MC}Choice")
    return choice if choice is not None else alternatives.find(f"{_MC}Fallback")


def _inside_a_box(box: Any, figure: Any) -> bool:
    for above in box.iterancestors():
        if above is figure:
            return False
        if above.tag == f"{W}txbxContent":
            return True
    return False
