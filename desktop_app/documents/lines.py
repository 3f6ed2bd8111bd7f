"""Collects the lines of a document, and the places of its notes in them, with a size limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.documents.document import PartKind
from desktop_app.documents.faults import FileFault, refusal

#: Maximum number of code points of a document: about a million words, ten times the largest law of the country.
TEXT_LIMIT: Final = 6_000_000
#: Maximum nesting of elements. A table in a table in a text box needs about thirty levels.
DEPTH_LIMIT: Final = 120

_WHITE: Final = re.compile(r"[\t\n ]+")


#: A reference to a part beside the text: its kind, and its name in the file.
PartReference = tuple[PartKind, str]
#: References with their code points in a line.
References = Sequence[tuple[int, PartReference]]


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a table cell as one line, with the references in it."""

    text: str
    references: References = ()


class LineCollector:
    """The lines found so far. Raises `BadFileError` beyond `TEXT_LIMIT`. `name` is the file name, for the error."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[str] = []
        #: Each reference with the index of its line and its code point in the line.
        self._references: list[tuple[int, int, PartReference]] = []
        self._outer: list[tuple[list[str], list[tuple[int, int, PartReference]]]] = []
        self._room = TEXT_LIMIT
        self._depth = 0

    def add(self, line: str, references: References = ()) -> None:
        self._room -= len(line) + 1
        if self._room < 0:
            raise refusal(self.name, FileFault.TOO_MUCH_TEXT, limit=TEXT_LIMIT)
        self._references += [(len(self.found), column, reference) for column, reference in references]
        self.found.append(line)

    def add_row(self, cells: Sequence[Cell], label: str = "") -> None:
        """Adds a table row as one line, with tabs between its cells."""
        references: list[tuple[int, PartReference]] = []
        start = len(label)
        for cell in cells:
            references += [(start + column, reference) for column, reference in cell.references]
            start += len(cell.text) + 1
        self.add(label + "\t".join(cell.text for cell in cells), references)

    def places(self) -> Iterator[tuple[int, PartReference]]:
        """Yields each reference with its code point in the lines, joined by line feeds."""
        start = line = 0
        for index, column, reference in self._references:
            start += sum(len(passed) + 1 for passed in self.found[line:index])
            line = index
            yield start + column, reference

    def begin_cell(self) -> None:
        """Starts a table cell: lines added from now on belong to it."""
        self._outer.append((self.found, self._references))
        self.found, self._references = [], []

    def end_cell(self) -> Cell:
        """Ends the table cell, and returns its text as one line without tabs, with spaces between paragraphs."""
        inside, references = self.found, self._references
        self.found, self._references = self._outer.pop()
        shown = [_WHITE.sub(" ", line).strip(" ") for line in inside]
        text = " ".join(line for line in shown if line)
        placed: list[tuple[int, PartReference]] = []
        start = line = 0
        for index, column, reference in references:
            start += sum(len(passed) + 1 for passed in shown[line:index] if passed)
            line = index
            within = len(_WHITE.sub(" ", inside[index][:column]).lstrip(" "))
            placed.append((min(len(text), start + min(within, len(shown[index]))), reference))
        return Cell(text, placed)

    def enter(self) -> None:
        """Enters a nested element. Raises `BadFileError` beyond `DEPTH_LIMIT`."""
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise refusal(self.name, FileFault.BROKEN)

    def leave(self) -> None:
        self._depth -= 1
