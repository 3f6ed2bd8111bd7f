"""Extracts the visible text of an OpenDocument body. Tracked deletions are dropped."""

from __future__ import annotations

import re
from typing import Any, Final

from desktop_app.documents.document import LeftOut
from desktop_app.documents.docx_styles import whole
from desktop_app.documents.faults import FileFault, refusal
from desktop_app.documents.lines import LineCollector
from desktop_app.documents.odt_lists import OFFICE, TEXT, ListStyles, OdtListLevel, count, label

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
    """Reads one body, into `lines` and `left_out`."""

    def __init__(self, name: str, lists: ListStyles) -> None:
        self.lines = LineCollector(name)
        self.left_out: set[LeftOut] = set()
        self._lists = lists
        self._counters: dict[str, dict[int, int]] = {}
        self._headings: dict[int, int] = {}
        self._label = ""
        self._pieces: list[str] = []
        self._boxes: list[Any] = []
        self._collapsible = True

    def read(self, body: Any) -> None:
        """Reads the children of `body`."""
        for block in body:
            self._block(block)

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
        if block.tag == f"{TEXT}section" and block.get(f"{TEXT}display") == "none":
            self.left_out.add(LeftOut.HIDDEN_TEXT)
            return True
        return False

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
                cells: list[str] = []
                for cell in row:
                    if cell.tag == f"{TABLE}table-cell":
                        made = self._cell(cell)
                        cells += [made] * self._repeated(cell.get(f"{TABLE}number-columns-repeated"))
                for _ in range(self._repeated(row.get(f"{TABLE}number-rows-repeated"))):
                    self.lines.add("\t".join(cells))

    def _cell(self, cell: Any) -> str:
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
        outer = self._pieces, self._boxes, self._collapsible
        self._pieces, self._boxes, self._collapsible = [], [], True
        self._inside(paragraph)
        text = "".join(self._pieces)
        if self._collapsible and text.endswith(" "):
            text = text[:-1]
        boxes = self._boxes
        self._pieces, self._boxes, self._collapsible = outer
        self.lines.add(shown + text.strip("\n"))
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
            self._note(element.find(f"{TEXT}note-body"), LeftOut.ENDNOTES if endnote else LeftOut.FOOTNOTES)
        elif tag == f"{OFFICE}annotation":
            self._note(element, LeftOut.COMMENTS)
        elif tag in (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"):
            self.left_out.add(LeftOut.HIDDEN_TEXT)
        elif tag.startswith(DRAW):
            self._frame(element)
        elif tag not in _SKIPPED:
            self._inside(element)

    def _note(self, body: Any | None, key: LeftOut) -> None:
        if body is not None and any(piece.strip() for piece in body.itertext()):
            self.left_out.add(key)

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


def _fresh_key(element: Any) -> str:
    return f"list:{id(element)}"
