"""Reads a DOCX as `DocxBodyReader` does, and traces its text: which element each character comes from.

The reader itself is not changed: its steps are watched, and its lines are matched with what it put into them. A
line differs from that only in white space.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from desktop_app.documents.docx_body import DocxBodyReader
from desktop_app.documents.docx_inline import InlineReader
from desktop_app.documents.docx_numbering import DocxNumbering
from desktop_app.documents.docx_styles import Styles, W

_WHITE: Final = frozenset("\t\n ")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class TextSource(NamedTuple):
    """Characters `[start, end)` of a line; they come from `element`, the first is its character `offset`.

    `element` is a `w:t`, another sign inside a run, a formula, or the `w:p` whose automatic number they are.
    """

    start: int
    end: int
    element: Any
    offset: int


@dataclass(slots=True)
class TracedParagraph:
    """A line, or a part of the text of a cell, that is a paragraph."""

    element: Any
    text: str
    sources: list[TextSource]


@dataclass(slots=True)
class TracedCell:
    """A cell `[start, end)` of the line of its row. `sources` count from the start of the line."""

    element: Any
    start: int
    end: int
    sources: list[TextSource]
    paragraphs: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class TracedRow:
    """A line that is a row of a table."""

    element: Any
    text: str
    cells: list[TracedCell]


TracedLine = TracedParagraph | TracedRow


class TracingReader(DocxBodyReader):
    """Reads one body once, into `lines` and `traced`, which has one item for each line."""

    def __init__(
        self, name: str, numbering: DocxNumbering, styles: Styles, *,
        persian: bool, hidden_fields: frozenset[str], obey_fields: bool,
    ) -> None:  # fmt: skip
        self._watched = _WatchedNumbering(numbering)
        super().__init__(
            name, self._watched, styles,
            persian=persian, hidden_fields=hidden_fields, obey_fields=obey_fields,
        )  # fmt: skip
        self.inline = self._inline = _WatchedInline(
            self.lines, self.left_out, styles, hidden_fields=hidden_fields, obey_fields=obey_fields
        )
        self.traced: list[TracedLine] = []
        self._labels: list[tuple[str, Any]] = []
        self._cells: list[tuple[Any, list[TracedLine]]] = []

    def read(self, body: Any) -> None:
        super().read(body)
        if len(self.traced) < len(self.lines.found):
            self._trace(body, len(self.traced))

    def _paragraph(self, paragraph: Any) -> None:
        if not self._carried:
            self._inline.put.clear()
            self._labels.clear()
        self._watched.paragraph, self._watched.labels = paragraph, self._labels
        lines, traces = len(self.lines.found), len(self.traced)
        super()._paragraph(paragraph)
        added = len(self.lines.found) - lines
        if added > len(self.traced) - traces:
            self._trace(paragraph, traces, lines)

    def _trace(self, paragraph: Any, at: int, line: int = -1) -> None:
        text = self.lines.found[line]
        put = [*reversed(self._labels), *self._inline.put]
        self.traced.insert(at, TracedParagraph(paragraph, text, _matched(text, put)))

    def _box(self, box: Any) -> None:
        outer = self._inline.put, self._labels
        self._inline.put, self._labels = [], []
        super()._box(box)
        self._inline.put, self._labels = outer

    def _row(self, row: Any) -> None:
        if row.tag != f"{W}tr":
            super()._row(row)
            return
        outer, self._cells = self._cells, []
        lines = len(self.lines.found)
        super()._row(row)
        if len(self.lines.found) > lines:
            text = self.lines.found[-1]
            self.traced.append(TracedRow(row, text, list(_cells_of(text, self._cells))))
        self._cells = outer

    def _cell(self, cell: Any, cells: list[Any]) -> None:
        if cell.tag != f"{W}tc":
            super()._cell(cell, cells)
            return
        outer, self.traced = self.traced, []
        before = len(cells)
        super()._cell(cell, cells)
        if len(cells) > before:
            self._cells.append((cell, self.traced))
        self.traced = outer


class _WatchedInline(InlineReader):
    """Notes in `put` what it puts into lines, and the element of it."""

    put: list[tuple[str, Any]]
    _at: Any = None

    def __init__(self, *parts: Any, **options: Any) -> None:
        super().__init__(*parts, **options)
        self.put = []

    def _put(self, text: str) -> None:
        if self.fields.visible and not self._silent:
            self.put.append((text, self._at))
        super()._put(text)

    def _text(self, element: Any) -> None:
        self._at = element
        super()._text(element)

    def _sign(self, element: Any) -> None:
        self._at = element
        super()._sign(element)

    def _symbol(self, element: Any) -> None:
        self._at = element
        super()._symbol(element)

    def _formula(self, element: Any) -> None:
        self._at = element
        super()._formula(element)


class _WatchedNumbering(DocxNumbering):
    """Notes the automatic number of each paragraph in `labels`."""

    def __init__(self, numbering: DocxNumbering) -> None:
        self.__dict__.update(numbering.__dict__)
        self.paragraph: Any = None
        self.labels: list[tuple[str, Any]] = []

    def label(self, properties: Any | None, style: str | None, *, rtl: bool, persian: bool) -> str:
        label = super().label(properties, style, rtl=rtl, persian=persian)
        if label:
            self.labels.append((label, self.paragraph))
        return label


def _cells_of(text: str, cells: Iterable[tuple[Any, list[TracedLine]]]) -> Iterable[TracedCell]:
    start = 0
    for element, inside in cells:
        end = text.find("\t", start)
        end = len(text) if end < 0 else end
        put = [
            (line.text[source.start : source.end], source.element, source.offset)
            for line in inside
            for source in sources_of(line)
        ]
        found = _placed(text[start:end], put, start)
        yield TracedCell(element, start, end, found, list(_paragraphs(inside)))
        start = end + 1


def sources_of(line: TracedLine) -> list[TextSource]:
    """Returns the sources of a line, in order."""
    if isinstance(line, TracedParagraph):
        return line.sources
    return [source for cell in line.cells for source in cell.sources]


def _paragraphs(lines: Iterable[TracedLine]) -> Iterable[Any]:
    for line in lines:
        if isinstance(line, TracedParagraph):
            yield line.element
        else:
            for cell in line.cells:
                yield from cell.paragraphs


def _matched(text: str, put: Iterable[tuple[str, Any]]) -> list[TextSource]:
    return _placed(text, [(piece, element, _skipped(element)) for piece, element in put], 0)


def _skipped(element: Any) -> int:
    """Returns the number of characters at the start of a `w:t` that are no text."""
    if element.tag != f"{W}t" or element.get(_SPACE) == "preserve":
        return 0
    written = element.text or ""
    return len(written) - len(written.lstrip(" \t\r\n"))


def _placed(text: str, put: Iterable[tuple[str, Any, int]], first: int) -> list[TextSource]:
    """Matches `put` (text, element, offset of its first character) with `text`, which lies at `first` of its line."""
    found: list[TextSource] = []
    at = 0
    for piece, element, offset in put:
        if text.startswith(piece, at) and piece:
            found.append(TextSource(first + at, first + at + len(piece), element, offset))
            at += len(piece)
            continue
        for place, letter in enumerate(piece):
            white = letter in _WHITE
            if not white:
                while at < len(text) and text[at] != letter:
                    at += 1
            if at < len(text) and (text[at] == letter or (white and text[at] == " ")):
                _add(found, first + at, element, offset + place)
                at += 1
    return found


def _add(found: list[TextSource], at: int, element: Any, offset: int) -> None:
    last = found[-1] if found else None
    follows = last is not None and last.element is element and last.end == at
    if last is not None and follows and last.offset + at - last.start == offset:
        found[-1] = last._replace(end=at + 1)
        return
    found.append(TextSource(at, at + 1, element, offset))
