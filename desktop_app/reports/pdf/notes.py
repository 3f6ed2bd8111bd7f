"""Footnotes: printed on the page of their mark, below a short rule, reducing the space for text.

A note that does not fit continues at the foot of the next page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.lines import TextLine, TextRun, TextStyle, plain, wrapped
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.paragraph import draw_line
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.words import Footnote
from desktop_app.wording import digits

_STYLE: Final = TextStyle(size=8.5, leading=14.0)
_RULE: Final = 120.0
#: Space between the text and the rule, and between the rule and the notes.
_ABOVE: Final = 6.0
_BELOW: Final = 3.0
#: Maximum share of a page that is reserved for notes in advance.
_MOST: Final = 0.5


class _Line(NamedTuple):
    line: TextLine
    element: Element


class Foot:
    """The notes of the current page, and those deferred to the next one."""

    def __init__(self, paper: Paper) -> None:
        self.waiting: list[_Line] = []
        self._paper = paper
        self._lines: list[_Line] = []
        self._known: set[int] = set()

    @property
    def height(self) -> float:
        """The height of the notes of this page, in points."""
        return len(self._lines) * _STYLE.leading + _ABOVE + _BELOW if self._lines else 0.0

    def needed(self, notes: Iterable[Footnote], page: float) -> float:
        """The additional height for `notes` on a page with a text area of `page` points."""
        fresh = {note.number: note for note in notes if note.number not in self._known}
        if not fresh:
            return 0.0
        count = sum(len(self._set(note)) for note in fresh.values())
        rule = 0.0 if self._lines else _ABOVE + _BELOW
        return min(count * _STYLE.leading + rule, page * _MOST)

    def begin(self, paper: Paper, room: float) -> None:
        """Starts a page with the deferred notes, as far as they fit into `room`."""
        self._paper = paper
        self._lines = []
        waiting, self.waiting = self.waiting, []
        # At least one line, or notes would be deferred for ever on a very low page.
        self._take(waiting, max(room, _ABOVE + _BELOW + _STYLE.leading))

    def add(self, notes: Iterable[Footnote], room: float) -> None:
        """Adds `notes`; `room` is the height between the text and the lower margin, including notes."""
        for note in notes:
            if note.number in self._known:
                continue
            self._known.add(note.number)
            element = Element("Note", text=f"{digits(note.number)}. {plain(note.words)}")
            self._paper.structure.enter(element)
            self._take([_Line(line, element) for line in self._set(note)], room)

    def draw(self, bottom: float) -> None:
        """Draws the notes of the page above `bottom`."""
        if not self._lines:
            return
        paper, y = self._paper, bottom + len(self._lines) * _STYLE.leading
        paper.mark(None)
        paper.rule(y + _BELOW, paper.right - _RULE, paper.right, 0.5, QUIET_INK)
        for line, element in self._lines:
            paper.mark(element)
            draw_line(paper, line, _STYLE, y, paper.left, paper.right)
            y -= _STYLE.leading

    def _set(self, note: Footnote) -> tuple[TextLine, ...]:
        return wrapped((TextRun(f"{digits(note.number)}. "), *note.words), _STYLE, self._paper.width)

    def _take(self, lines: list[_Line], room: float) -> None:
        # Deferred notes go first, to keep the order of the notes.
        fitting = max(0, int((room - _ABOVE - _BELOW) / _STYLE.leading + 0.001) - len(self._lines))
        if self.waiting:
            fitting = 0
        self._lines.extend(lines[:fitting])
        self.waiting.extend(lines[fitting:])
