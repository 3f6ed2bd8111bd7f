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


class Segment(NamedTuple):
    """A part of a word with one direction and one look."""

    text: str
    level: int
    look: Look
    shaped: Shaped


class Neighbour(NamedTuple):
    """A character on the page and its bidi level."""

    text: str
    level: int


def span_of(look: Look, segments: list[Segment], previous: Neighbour | None) -> GlyphSpan:
    """Joins `segments` of one look to a span; `previous` is the character to the left of them."""
    glyphs: list[Glyph] = []
    marks: list[GlyphOutline] = []
    pen = 0.0
    for segment in segments:
        for glyph in segment.shaped.glyphs:
            current = Neighbour(glyph.text, segment.level)
            if previous and needs_mark(previous, current):
                glyphs.append(blank(look.weight, RIGHT_TO_LEFT_MARK))
            glyphs.append(glyph)
            previous = current
        marks.extend(
            GlyphOutline(outline, x + pen, y, scale) for outline, x, y, scale in segment.shaped.marks
        )
        pen += segment.shaped.width
    return GlyphSpan(look.weight, look.colour, tuple(glyphs), tuple(marks), pen, look.decoration)


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
