"""Runs of glyphs with one look in page order, and the marks that poppler needs between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.persian.direction import RIGHT_TO_LEFT_MARK, is_neutral, is_punctuation
from desktop_app.reports.pdf.decoration import Decoration
from desktop_app.reports.pdf.shaping import Glyph, GlyphOutline, Shaped, Weight, blank
from desktop_app.reports.pdf.words import Footnote


@dataclass(frozen=True, slots=True)
class GlyphSpan:
    """Glyphs with one look, from left to right; lengths in thousandths of the font size."""

    weight: Weight
    colour: str
    glyphs: tuple[Glyph, ...]
    marks: tuple[GlyphOutline, ...]
    width: float
    decoration: Decoration | None = None
    #: The number of spaces among the glyphs.
    spaces: int = 0


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: spans from left to right, its width in points, and its logical text."""

    spans: tuple[GlyphSpan, ...]
    width: float
    text: str
    spaces: int
    #: Whether the paragraph ends here, or the line ends at a manual break: such a line is not justified.
    final: bool
    #: Notes with marks in this line.
    notes: tuple[Footnote, ...] = ()


class Look(NamedTuple):
    """The format of a character."""

    weight: Weight
    colour: str
    decoration: Decoration | None
    note: Footnote | None


class Neighbour(NamedTuple):
    """A character on the page and its bidi level."""

    text: str
    level: int


class Segment(NamedTuple):
    """A part of a word with one direction and one look. Its glyphs include the marks for poppler inside it."""

    text: str
    level: int
    look: Look
    shaped: Shaped
    glyphs: tuple[Glyph, ...]
    spaces: int
    first: Neighbour
    last: Neighbour


def segment_of(text: str, level: int, look: Look, shaped: Shaped) -> Segment:
    """Returns the segment of a shaped text."""
    glyphs: list[Glyph] = []
    previous: Neighbour | None = None
    for glyph in shaped.glyphs:
        current = Neighbour(glyph.text, level)
        if previous and needs_mark(previous, current):
            glyphs.append(blank(look.weight, RIGHT_TO_LEFT_MARK))
        glyphs.append(glyph)
        previous = current
    spaces = sum(glyph.text == " " for glyph in glyphs)
    first, last = (Neighbour(shaped.glyphs[place].text, level) for place in (0, -1))
    return Segment(text, level, look, shaped, tuple(glyphs), spaces, first, last)


def span_of(look: Look, segments: list[Segment], previous: Neighbour | None) -> GlyphSpan:
    """Joins `segments` of one look to a span; `previous` is the character to the left of them."""
    glyphs: list[Glyph] = []
    marks: list[GlyphOutline] = []
    pen = 0.0
    for segment in segments:
        if previous and needs_mark(previous, segment.first):
            glyphs.append(blank(look.weight, RIGHT_TO_LEFT_MARK))
        glyphs += segment.glyphs
        previous = segment.last
        if segment.shaped.marks:
            marks.extend(
                GlyphOutline(outline, x + pen, y, scale) for outline, x, y, scale in segment.shaped.marks
            )
        pen += segment.shaped.width
    spaces = sum([segment.spaces for segment in segments])
    return GlyphSpan(look.weight, look.colour, tuple(glyphs), tuple(marks), pen, look.decoration, spaces)


def needs_mark(left: Neighbour, right: Neighbour) -> bool:
    """Whether poppler would attach `left` to `right`.

    It treats everything up to the next right-to-left letter as part of a number, of a Latin word, and even of
    a comma; so it reads «(۱۲) و» as «( )۱۲و». An invisible RIGHT-TO-LEFT MARK counts as such a letter.
    """
    if left.level % 2 == 0:
        # «۱۴۰۱-۱۴۰۵»: poppler would attach the dash to the year at its left.
        joins = right.level % 2 == 1 and is_punctuation(right.text) and not is_neutral(right.text)
        return joins and left.text.isdigit()
    if not is_punctuation(left.text):
        return False
    return right.level % 2 == 0 or (is_punctuation(right.text) and not is_neutral(right.text))
