"""The lines of both texts: paragraphs and rows of tables, and what is known of their mark-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.comparison.result import Range
from desktop_app.documents.docx_styles import W
from desktop_app.documents.docx_trace import TextSource, TracedLine, TracedParagraph, TracedRow, sources_of


@dataclass(slots=True)
class DocumentLine:
    """A line `[start, end)` of a text. `line` is None in a text that comes from no DOCX.

    `table` identifies the table of a row. Lines with tabs of a text without mark-up may be rows.
    """

    start: int
    end: int
    line: TracedLine | None
    table: Any = None

    @property
    def row(self) -> TracedRow | None:
        return self.line if isinstance(self.line, TracedRow) else None

    @property
    def paragraph(self) -> TracedParagraph | None:
        return self.line if isinstance(self.line, TracedParagraph) else None

    def cells(self, text: str) -> list[Range]:
        """Returns the ranges of `text` between the tabs of this line."""
        found: list[Range] = []
        start = self.start
        for cell in text[self.start : self.end].split("\t"):
            found.append((start, start + len(cell)))
            start += len(cell) + 1
        return found

    def labels(self) -> list[TextSource]:
        """Returns the automatic numbers of the line."""
        return (
            [] if self.line is None else [one for one in sources_of(self.line) if one.element.tag == f"{W}p"]
        )


def blocks_of_docx(lines: Iterable[TracedLine]) -> list[DocumentLine]:
    """Returns the blocks of a DOCX, whose text is the lines joined by line feeds."""
    found: list[DocumentLine] = []
    start = 0
    for line in lines:
        end = start + len(line.text)
        found.append(
            DocumentLine(start, end, line, table_of(line.element) if isinstance(line, TracedRow) else None)
        )
        start = end + 1
    return found


def blocks_of_text(text: str) -> list[DocumentLine]:
    """Returns the lines of a text; neighbours with tabs have the same `table`."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[DocumentLine]:
    start, table = 0, 0
    for line in text.split("\n"):
        if "\t" not in line:
            table += 1
        yield DocumentLine(start, start + len(line), None, table if "\t" in line else None)
        start += len(line) + 1


def table_of(row: Any) -> Any:
    """Returns the `w:tbl` of a `w:tr`."""
    return next(row.iterancestors(f"{W}tbl"))
