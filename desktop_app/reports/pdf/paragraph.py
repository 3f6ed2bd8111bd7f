"""Paragraphs and headings, which may break across pages without widows and orphans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.reports.pdf.flow import PagePiece
from desktop_app.reports.pdf.lines import TextLine, TextRun, TextStyle, Words, natural_width, plain, wrapped
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.words import Footnote

#: Styles of headings by level; level 0 is the title of the document, centred.
HEADINGS: tuple[TextStyle, ...] = (
    TextStyle(size=16, leading=27, weight=Weight.BOLD, alignment="centre"),
    TextStyle(size=12, leading=21, weight=Weight.SEMIBOLD),
    TextStyle(size=10.5, leading=19, weight=Weight.SEMIBOLD),
)
#: Position of the base line within the leading: leaves room for marks above and descenders below.
_BASELINE = 0.68


@dataclass(frozen=True, slots=True)
class LinePiece:
    """One line of a paragraph."""

    line: TextLine
    style: TextStyle
    gap: float = 0.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    element: Element | None = None

    @property
    def notes(self) -> tuple[Footnote, ...]:
        return self.line.notes

    @property
    def height(self) -> float:
        return self.style.leading

    @property
    def least(self) -> float:
        return self.height

    def draw(self, paper: Paper, top: float) -> None:
        paper.mark(self.element or Element("P"))
        draw_line(paper, self.line, self.style, top, paper.left, paper.right)

    def split(self, room: float) -> tuple[PagePiece, PagePiece] | None:
        del room
        return None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words wrapped into lines. `gap` is the space above in points."""

    words: Words
    style: TextStyle = field(default_factory=TextStyle)
    gap: float = 6.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    #: Structure type: `P`, or `H1` and so on.
    kind: str = "P"

    def pieces(self, width: float) -> Iterator[PagePiece]:
        element = Element(self.kind, text=plain(self.words))
        lines = wrapped(self.words, self.style, width)
        last = len(lines) - 1
        for number, line in enumerate(lines):
            # Keep the first and the last line together with their neighbour (no orphans or widows).
            keep = self.keep_with_next or (last > 0 and number in (0, last - 1))
            gap, entry = (self.gap, self.entry) if number == 0 else (0.0, None)
            yield LinePiece(line, self.style, gap, keep, entry, element)

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None


def heading(words: Words, level: int = 1) -> Paragraph:
    """Returns a heading of `level` 0 to 2 with its outline entry, kept with the next block."""
    style = HEADINGS[level]
    gap = 16.0 if level else 10.0
    return Paragraph(
        words, style, gap=gap, keep_with_next=True, entry=(plain(words), level), kind=f"H{level + 1}"
    )


def draw_line(paper: Paper, line: TextLine, style: TextStyle, top: float, left: float, right: float) -> None:
    """Draws one line between `left` and `right`, with the upper edge of its leading at `top`."""
    paper.text(line, style.size, top - style.leading * _BASELINE, style.alignment, left, right)


def draw_one_line(paper: Paper, words: str, style: TextStyle, top: float, left: float, right: float) -> None:
    """Draws words on one line; words that are too long end in «…»."""
    draw_line(paper, lines_within(words, style, right - left, 1)[0], style, top, left, right)


def lines_within(words: str, style: TextStyle, width: float, most: int) -> list[TextLine]:
    """Wraps words into at most so many lines; words that are too long end in «…»."""
    lines = list(wrapped(words, style, width))
    if len(lines) <= most:
        return lines
    rest = " ".join(line.text.strip() for line in lines[most - 1 :])
    fitting = wrapped(rest, style, width - natural_width("…", style))[0].text.rstrip()
    return [*lines[: most - 1], *wrapped(f"{fitting}…", style, float("inf"))]


__all__ = [
    "HEADINGS",
    "LinePiece",
    "Paragraph",
    "TextRun",
    "TextStyle",
    "draw_line",
    "draw_one_line",
    "heading",
    "lines_within",
]
