"""Extracts the visible text of an OpenDocument body, and the notes in it. Tracked deletions are dropped."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any, Final

from desktop_app.documents.document import DocumentPart, LeftOut, PartKind, in_order
from desktop_app.documents.docx_styles import whole
from desktop_app.documents.faults import FileFault, refusal
from desktop_app.documents.lines import Cell, LineCollector, PartReference
from desktop_app.documents.odt_lists import OFFICE, TEXT, ListStyles, OdtListLevel, count, label
from desktop_app.documents.odt_styles import HiddenStyles

TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

_WHITE: Final = re.compile("[ \t\r\n]+")
#: Maximum number of repetitions (spaces, columns, rows) of one element.
_REPEAT_LIMIT: Final = 1000
_CONTENTS: Final = frozenset(
    f"{TEXT}{tag}" for tag in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
    )
)  # fmt: skip
_SKIPPED: Final = frozenset(
    {f"{TEXT}ruby-text", f"{TEXT}number", f"{OFFICE}annotation-end", f"{TEXT}bookmark", f"{OFFICE}forms"}
)
_CONTAINERS: Final = frozenset(
    {
        f"{TEXT}section",
        f"{TEXT}index-body",
        f"{TEXT}numbered-paragraph",
        f"{DRAW}text-box",
        f"{DRAW}g",
        f"{DRAW}a",
    }
)
_ROW_GROUPS: Final = frozenset(
    f"{TABLE}{tag}" for tag in ("table-rows", "table-header-rows", "table-row-group")
)


class OdtBodyReader:
    """Reads one body, into `lines`, `notes` and `left_out`. Elements in `without` are dropped."""

    def __init__(
        self, name: str, lists: ListStyles, hidden: HiddenStyles, without: frozenset[str] = frozenset()
    ) -> None:
        self.lines = LineCollector(name)
        self.left_out: set[LeftOut] = set()
        #: The text of each note by its reference.
        self.notes: dict[PartReference, str] = {}
        self._lists = lists
        self._hidden = hidden
        self._without = without
        self._counters: dict[str, dict[int, int]] = {}
        self._headings: dict[int, int] = {}
        self._label = ""
        self._pieces: list[str] = []
        self._boxes: list[Any] = []
        self._marks: list[tuple[int, PartReference]] = []
        self._collapsible = True

    def read(self, body: Any) -> None:
        """Reads the children of `body`."""
        for block in body:
            self._block(block)

    def parts(self) -> list[DocumentPart]:
        """Returns the notes and comments at their places in the lines, those of one kind together."""
        return in_order(DocumentPart(key[0], at, self.notes[key]) for at, key in self.lines.places())

    def _block(self, block: Any) -> None:
        tag = block.tag
        self.lines.enter()
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            self._paragraph(block)
        elif tag == f"{TEXT}list":
            self._list(block, None, 1, _fresh_key(block))
        elif tag == f"{TABLE}table":
            self._rows(block)
        elif tag in (f"{DRAW}frame", f"{DRAW}custom-shape"):
            self._frame(block)
            self._read_boxes()
        elif not self._is_left_out(block) and tag in _CONTAINERS:
            for child in block:
                self._block(child)
        self.lines.leave()

    def _is_left_out(self, block: Any) -> bool:
        if block.tag in _CONTENTS:
            self.left_out.add(LeftOut.CONTENTS)
            return True
        if block.tag == f"{TEXT}tracked-changes":
            if len(block):
                self.left_out.add(LeftOut.TRACKED_CHANGES)
            return True
        if block.tag == f"{TEXT}section" and _is_hidden_section(block):
            self._hide(block)
            return True
        return False

    def _hide(self, element: Any) -> None:
        words = (*element.itertext(), element.get(f"{TEXT}string-value") or "")
        if any(piece.strip() for piece in words):
            self.left_out.add(LeftOut.HIDDEN_TEXT)

    # Lists

    def _list(self, element: Any, style: str | None, depth: int, key: str) -> None:
        style = element.get(f"{TEXT}style-name") or style
        going_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if depth == 1 and going_on:
            key = f"style:{style}"
        counters = self._counters.setdefault(key, {})
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            self._item(item, style, depth, key, counters)
        if depth == 1:
            self._counters[f"style:{style}"] = counters

    def _item(self, item: Any, style: str | None, depth: int, key: str, counters: dict[int, int]) -> None:
        first = item.tag == f"{TEXT}list-item"
        for child in item:
            if child.tag == f"{TEXT}list":
                self.lines.enter()
                self._list(child, style, depth + 1, key)
                self.lines.leave()
                continue
            if first and child.tag in (f"{TEXT}p", f"{TEXT}h"):
                named = style or self._lists.of_style(child.get(f"{TEXT}style-name"))
                level = self._lists.level(named, depth)
                value = item.get(f"{TEXT}start-value")
                running = counters.get(depth, level.start - 1) + 1
                above = {place: self._lists.level(named, place) for place in range(1, depth)}
                count(counters, depth, whole(value, running), above)
                self._label = label(level, above, counters, depth)
                first = False
            self._block(child)

    def _heading_label(self, heading: Any) -> str:
        depth = min(10, max(1, whole(heading.get(f"{TEXT}outline-level"), 1)))
        level = self._lists.outline.get(depth, OdtListLevel())
        if heading.get(f"{TEXT}is-list-header") == "true":
            return ""
        running = self._headings.get(depth, level.start - 1) + 1
        count(self._headings, depth, whole(heading.get(f"{TEXT}start-value"), running), self._lists.outline)
        return label(level, self._lists.outline, self._headings, depth)

    # Tables

    def _rows(self, parent: Any) -> None:
        for row in parent:
            if row.tag in _ROW_GROUPS:
                self._rows(row)
            elif row.tag == f"{TABLE}table-row":
                cells: list[Cell] = []
                for cell in row:
                    if cell.tag == f"{TABLE}table-cell":
                        made = self._cell(cell)
                        cells += [made] * self._repeated(cell.get(f"{TABLE}number-columns-repeated"))
                for _ in range(self._repeated(row.get(f"{TABLE}number-rows-repeated"))):
                    self.lines.add_row(cells)

    def _cell(self, cell: Any) -> Cell:
        self.lines.begin_cell()
        for child in cell:
            self._block(child)
        return self.lines.end_cell()

    def _repeated(self, value: str | None) -> int:
        times = whole(value, 1 if value is None else _REPEAT_LIMIT + 1)
        if times > _REPEAT_LIMIT:
            raise refusal(self.lines.name, FileFault.ZIP_BOMB)
        return max(times, 0)

    # Paragraphs

    def _paragraph(self, paragraph: Any) -> None:
        shown = self._label
        self._label = ""
        if not shown and paragraph.tag == f"{TEXT}h":
            shown = self._heading_label(paragraph)
        if self._hidden.hides("paragraph", paragraph) or _is_hidden_paragraph(paragraph):
            self._hide(paragraph)
            return
        outer = self._pieces, self._boxes, self._marks, self._collapsible
        self._pieces, self._boxes, self._marks, self._collapsible = [], [], [], True
        self._inside(paragraph)
        whole = "".join(self._pieces)
        text = whole[:-1] if self._collapsible and whole.endswith(" ") else whole
        text = text.strip("\n")
        before = len(shown) - (len(whole) - len(whole.lstrip("\n")))
        ends = [0, *accumulate(map(len, self._pieces))] if self._marks else []
        references = [
            (min(len(shown) + len(text), max(len(shown), ends[count] + before)), key)
            for count, key in self._marks
        ]
        boxes = self._boxes
        self._pieces, self._boxes, self._marks, self._collapsible = outer
        self.lines.add(shown + text, references)
        for box in boxes:
            self._block(box)

    def _inside(self, element: Any) -> None:
        self.lines.enter()
        self._text(element.text)
        for child in element:
            self._piece(child)
            self._text(child.tail)
        self.lines.leave()

    def _text(self, text: str | None) -> None:
        if text:
            text = _WHITE.sub(" ", text)
            text = text.removeprefix(" ") if self._collapsible else text
            if text:
                self._pieces.append(text)
                self._collapsible = text.endswith(" ")

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._collapsible = False

    def _piece(self, element: Any) -> None:
        tag = element.tag
        if tag == f"{TEXT}s":
            self._put(" " * self._repeated(element.get(f"{TEXT}c")))
        elif tag == f"{TEXT}tab":
            self._put("\t")
        elif tag == f"{TEXT}line-break":
            self._put("\n")
            self._collapsible = True
        elif tag == f"{TEXT}note":
            endnote = element.get(f"{TEXT}note-class") == "endnote"
            self._note(element.find(f"{TEXT}note-body"), PartKind.ENDNOTE if endnote else PartKind.FOOTNOTE)
        elif tag == f"{OFFICE}annotation":
            self._note(element, PartKind.COMMENT)
        elif self._is_hidden(element):
            self._hide(element)
        elif tag.startswith(DRAW):
            self._frame(element)
        elif tag not in _SKIPPED and tag not in self._without:
            self._inside(element)

    def _is_hidden(self, element: Any) -> bool:
        if element.tag == f"{TEXT}hidden-text":
            return bool(element.get(f"{TEXT}is-hidden") != "false")
        return bool(element.tag == f"{TEXT}span" and self._hidden.hides("text", element))

    def _note(self, body: Any | None, kind: PartKind) -> None:
        """Reads a note by a reader of its own: its lists and lines are none of the text around it."""
        if body is None:
            return
        reader = OdtBodyReader(self.lines.name, self._lists, self._hidden, self._without)
        reader.read(body)
        self.left_out |= reader.left_out
        words = "\n".join(line.strip() for line in reader.lines.found).strip()
        if words:
            key = kind, str(len(self.notes))
            self.notes[key] = words
            self._marks.append((len(self._pieces), key))
        for (inner, _name), text in reader.notes.items():
            # A comment on a footnote stands where the footnote does.
            key = inner, str(len(self.notes))
            self.notes[key] = text
            self._marks.append((len(self._pieces), key))

    def _frame(self, frame: Any) -> None:
        for part in frame.iter():
            if part.tag == f"{DRAW}image":
                self.left_out.add(LeftOut.IMAGES)
            elif part.tag in (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin"):
                self.left_out.add(LeftOut.EMBEDDED)
        boxes = list(frame.iter(f"{DRAW}text-box"))
        inside = {inner for box in boxes for inner in box.iter(f"{DRAW}text-box") if inner is not box}
        self._boxes += [box for box in boxes if box not in inside]
        if frame.tag == f"{DRAW}custom-shape":
            self._boxes += [part for part in frame if part.tag in (f"{TEXT}p", f"{TEXT}list")]

    def _read_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._block(box)


def _is_hidden_section(section: Any) -> bool:
    display = section.get(f"{TEXT}display")
    conditional = display == "condition" and section.get(f"{TEXT}is-hidden") == "true"
    return display == "none" or bool(conditional)


def _is_hidden_paragraph(paragraph: Any) -> bool:
    """Returns whether a field in a paragraph hides it. LibreOffice stores the last result of the condition."""
    fields = paragraph.iter(f"{TEXT}hidden-paragraph")
    return any(
        field.get(f"{TEXT}is-hidden") == "true" and _paragraph_of(field) is paragraph for field in fields
    )


def _paragraph_of(element: Any) -> Any:
    """Returns the innermost paragraph: a field in a footnote hides no more than a paragraph of the footnote."""
    return next(element.iterancestors(f"{TEXT}p", f"{TEXT}h"), None)


def _fresh_key(element: Any) -> str:
    return f"list:{id(element)}"
