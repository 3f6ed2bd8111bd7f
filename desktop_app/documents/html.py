"""Converts HTML into the text that a browser would show, block by block. Nothing is fetched or executed.

Only the mark-up is read. Text hidden or numbered by a style sheet is read without that style. The numbers of `ol`
are written as a browser displays them.
"""

from __future__ import annotations

import codecs
import re
from typing import Any, Final

from lxml import etree

from desktop_app.documents.document import DocumentContent, LeftOut
from desktop_app.documents.docx_styles import whole
from desktop_app.documents.faults import FileFault, decode_text, foreign_fault, refusal
from desktop_app.documents.lines import Cell, LineCollector
from desktop_app.documents.markup import NODE_LIMIT
from desktop_app.documents.number_formats import format_number

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
#: Encodings that a page may declare. Others are detected from the bytes.
_ENCODINGS: Final = frozenset({"utf-8", "cp1256", "cp1252", "iso8859-1", "iso8859-6", "ascii"})
_LOOKS_LIKE_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|p|div|h[1-6]|table|ul|ol|article|section|span|br|meta)\b",
    re.IGNORECASE,
)
_WHITE: Final = re.compile("[ \t\r\n\f]+")
_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
    "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    "caption",
))  # fmt: skip
_DROPPED: Final = frozenset((
    "script", "style", "head", "title", "template", "noscript", "datalist", "rp", "rt", "math",
))  # fmt: skip
_PICTURES: Final = frozenset(["img", "svg", "canvas", "picture", "area", "map"])
_EMBEDDED: Final = frozenset(["iframe", "object", "embed", "audio", "video", "frame", "frameset", "applet"])
#: The signs of form fields that are chosen or not.
_BOXES: Final = {"checkbox": ("☐", "☑"), "radio": ("○", "◉")}
#: Form fields whose value no browser shows.
_WITHOUT_TEXT: Final = frozenset(["hidden", "password", "file", "color", "range"])
_FORMS: Final = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "persian": "persian", "arabic-indic": "persian", "decimal-leading-zero": "decimalZero", "none": "none",
    "disc": "bullet", "circle": "bullet", "square": "bullet",
}  # fmt: skip
_LIST_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_html(name: str, data: bytes) -> DocumentContent:
    """Reads the HTML page `data`. `name` is the file name, for errors. Raises `BadFileError`."""
    if (fault := foreign_fault(data)) is not None or data.startswith(b"PK\x03\x04"):
        raise refusal(name, fault or FileFault.NOT_HTML)
    text = decoded_page(data, name)
    if not _LOOKS_LIKE_HTML.search(text):
        raise refusal(name, FileFault.NOT_HTML)
    if text.count("<") + text.count("=") > NODE_LIMIT:
        raise refusal(name, FileFault.TOO_LARGE, limit=len(data) // (1024 * 1024))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusal(name, FileFault.BROKEN) from error
    if root is None:
        raise refusal(name, FileFault.NOT_HTML)
    reader = _PageReader(name)
    reader.read(root)
    return DocumentContent(tuple(reader.lines.found), frozenset(reader.left_out))


def decoded_page(data: bytes, name: str) -> str:
    """Decodes a page by its byte order mark, or by its declared encoding if valid, or by detection."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            encoding = codecs.lookup(declared.group(1).decode("ascii", errors="replace")).name
            if encoding in _ENCODINGS and b"\x00" not in data:
                return data.decode("cp1252" if encoding == "iso8859-1" else encoding)
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong: detect the encoding from the bytes
    return decode_text(data, name=name)[0]


class _PageReader:
    """Traverses the page once. `_line` is the current line."""

    def __init__(self, name: str) -> None:
        self.lines = LineCollector(name)
        self.left_out: set[LeftOut] = set()
        self._line: list[str] = []
        self._after_space = True
        self._kept_space = False
        self._label = ""

    def read(self, root: Any) -> None:
        self._element(root)
        self._end_line()

    def _element(self, element: Any) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rsplit(":", 1)[-1].lower()
        if self._is_left_out(tag, element):
            return
        self.lines.enter()
        if tag == "br":
            self._end_line(always=bool(self._line))
        elif tag == "input":
            self._input(element)
        elif tag == "table":
            self._table(element)
        elif tag in ("ol", "ul", "menu"):
            self._list(element, ordered=tag == "ol")
        elif tag in _BLOCKS:
            self._end_line()
            self._inside(element, preformatted=tag == "pre")
            self._end_line()
        else:
            self._inside(element)
        self.lines.leave()

    def _is_left_out(self, tag: str, element: Any) -> bool:
        if tag in _DROPPED or not tag:
            return True
        if tag in _PICTURES or tag in _EMBEDDED:
            self.left_out.add(LeftOut.IMAGES if tag in _PICTURES else LeftOut.EMBEDDED)
            return True
        if tag in ("del", "ins"):
            self.left_out.add(LeftOut.TRACKED_CHANGES)
            return tag == "del"
        if "hidden" in element.attrib or _HIDDEN.search(element.get("style") or ""):
            if any(piece.strip() for piece in element.itertext()):
                self.left_out.add(LeftOut.HIDDEN_TEXT)
            return True
        return False

    def _input(self, element: Any) -> None:
        """Reads what a form field shows: the value of a field with text or of a button, the state of a box."""
        kind = (element.get("type") or "text").strip().lower()
        if kind in _BOXES:
            self._put(_BOXES[kind]["checked" in element.attrib])
        elif kind == "image":
            self.left_out.add(LeftOut.IMAGES)
        elif kind not in _WITHOUT_TEXT:
            # A field stands apart from the words beside it.
            self._text(f" {element.get('value') or ''} ")

    def _inside(self, element: Any, *, preformatted: bool = False) -> None:
        outer, self._kept_space = self._kept_space, preformatted or self._kept_space
        self._text(element.text)
        for child in element:
            self._element(child)
            self._text(child.tail)
        self._kept_space = outer

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._kept_space:
            first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._put(first)
            for other in others:
                self._end_line(always=True)
                self._put(other)
            return
        text = _WHITE.sub(" ", text)
        self._put(text.removeprefix(" ") if self._after_space else text)

    def _put(self, text: str) -> None:
        if text:
            self._line.append(text)
            self._after_space = text.endswith(" ")

    def _end_line(self, *, always: bool = False) -> None:
        line = "".join(self._line)
        line = line if self._kept_space else line.rstrip(" ")
        self._line = []
        self._after_space = True
        if line or always:
            self.lines.add(self._label + line)
            self._label = ""

    def _list(self, element: Any, *, ordered: bool) -> None:
        self._end_line()
        form = _list_form(element, "decimal" if ordered else "bullet")
        items = sum(1 for child in element if child.tag == "li")
        backwards = ordered and "reversed" in element.attrib
        number = whole(element.get("start"), items if backwards else 1)
        self._text(element.text)
        for child in element:
            if child.tag == "li":
                number = whole(child.get("value"), number)
                self._item(child, _list_form(child, form), number)
                number += -1 if backwards else 1
            else:
                self._element(child)
            self._text(child.tail)
        self._end_line()

    def _item(self, item: Any, form: str, number: int) -> None:
        if self._is_left_out("li", item):
            return
        self._end_line()
        if form == "bullet":
            self._label = "• "
        elif form != "none":
            self._label = format_number(number, form, rtl=False, persian=True) + ". "
        self.lines.enter()
        self._inside(item)
        self._end_line()
        self.lines.leave()
        self._label = ""

    def _table(self, table: Any) -> None:
        self._end_line()
        label, self._label = self._label, ""
        for row in _rows(table):
            if row.tag == "caption":
                self._element(row)
                continue
            cells = [self._cell(cell) for cell in row if cell.tag in ("td", "th")]
            if cells:
                self.lines.add_row(cells, label)
                label = ""

    def _cell(self, cell: Any) -> Cell:
        if self._is_left_out("td", cell):
            return Cell("")
        self.lines.begin_cell()
        outer, self._kept_space = self._kept_space, False
        self._inside(cell)
        self._end_line()
        self._kept_space = outer
        return self.lines.end_cell()


def _rows(table: Any) -> list[Any]:
    found: list[Any] = []
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            found.extend(row for row in child if row.tag == "tr")
        elif child.tag in ("tr", "caption"):
            found.append(child)
    return found


def _list_form(element: Any, default: str) -> str:
    style = _LIST_STYLE.search(element.get("style") or "")
    name_of_style = style.group(1).lower() if style else element.get("type") or ""
    return _FORMS.get(name_of_style, default)
