"""Gathering the lines of a document, within a bound."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.documents.faults import FileFault, refusal

#: Code points of a document: about a million words, ten times the largest law of the country.
TEXT_LIMIT: Final = 6_000_000
#: Elements inside elements; a table in a table in a text box needs about thirty.
DEPTH_LIMIT: Final = 120

_WHITE: Final = re.compile(r"[\t\n ]+")


class LineCollector:
    """The lines found so far; refuses to grow past `TEXT_LIMIT`. `name` is the file's, for the error."""

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
        """What is added from here on belongs to one cell of a table."""
        self._outer.append(self.found)
        self.found = []

    def end_cell(self) -> str:
        """The text of the cell as one line without tabs; what parted its paragraphs is a space."""
        inside, self.found = self.found, self._outer.pop()
        shown = (_WHITE.sub(" ", line).strip(" ") for line in inside)
        return " ".join(line for line in shown if line)

    def enter(self) -> None:
        """One element deeper."""
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise refusal(self.name, FileFault.BROKEN)

    def leave(self) -> None:
        self._depth -= 1
