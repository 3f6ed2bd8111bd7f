"""Collects the lines of a document, with a size limit."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.documents.faults import FileFault, refusal

#: Maximum number of code points of a document: about a million words, ten times the largest law of the country.
TEXT_LIMIT: Final = 6_000_000
#: Maximum nesting of elements. A table in a table in a text box needs about thirty levels.
DEPTH_LIMIT: Final = 120

_WHITE: Final = re.compile(r"[\t\n ]+")


class LineCollector:
    """The lines found so far. Raises `BadFileError` beyond `TEXT_LIMIT`. `name` is the file name, for the error."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[str] = []
        self._outer: list[list[str]] = []
        self._room = TEXT_LIMIT
        self._depth = 0

    def add(self, line: str) -> None:
        self._room -= len(line) + 1
        if self._room < 0:
            raise refusal(self.name, FileFault.TOO_MUCH_TEXT, limit=TEXT_LIMIT)
        self.found.append(line)

    def begin_cell(self) -> None:
        """Starts a table cell: lines added from now on belong to it."""
        self._outer.append(self.found)
        self.found = []

    def end_cell(self) -> str:
        """Ends the table cell, and returns its text as one line without tabs, with spaces between paragraphs."""
        inside, self.found = self.found, self._outer.pop()
        shown = (_WHITE.sub(" ", line).strip(" ") for line in inside)
        return " ".join(line for line in shown if line)

    def enter(self) -> None:
        """Enters a nested element. Raises `BadFileError` beyond `DEPTH_LIMIT`."""
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise refusal(self.name, FileFault.BROKEN)

    def leave(self) -> None:
        self._depth -= 1
