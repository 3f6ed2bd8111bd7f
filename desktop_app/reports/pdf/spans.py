"""Pieces of words of one look, in the order of the page: what a line is made of, and what poppler has to be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.persian.direction import RIGHT_TO_LEFT_MARK, is_neutral, is_punctuation
from desktop_app.reports.pdf.decoration import Decoration
from desktop_app.reports.pdf.shaping import Glyph, GlyphOutline, Shaped, Weight, blank
from desktop_app.reports.pdf.words import Footnote


@dataclass(frozen=True, slots=True)
class GlyphSpan:
    """Glyphs of one look, from left to right; lengths of glyphs and marks in thousandths of the size."""

    weight: Weight
    colour: str
    glyphs: tuple[Glyph, ...]
    marks: tuple[GlyphOutline, ...]
    width: float
    decoration: Decoration | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: spans from left to right, its width in points, the logical text that it says."""

    spans: tuple[GlyphSpan, ...]
    width: float
    text: str
    spaces: int
    #: Whether the paragraph (or a line broken by hand) ends here: such a line is not justified.
    final: bool
    #: Notes whose marks stand in it.
    notes: tuple[Footnote, ...] = ()


class Look(NamedTuple):
    """How a character is drawn."""

    weight: Weight
    colour: str
    decoration: Decoration | None
    note: Footnote | None


class Segment(NamedTuple):
    """A piece of a word in one direction and one look."""

    text: str
    level: int
    look: Look
    shaped: Shaped


class Neighbour(NamedTuple):
    """A character on the page and its level."""

    text: str
    level: int


def span_of(look: Look, segments: list[Segment], previous: Neighbour | None) -> GlyphSpan:
    """The span of `segments` of one look; `previous` is what stands at the left of them."""
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
    """Whether poppler would count `left` to `right`.

    It takes all up to the next right-to-left letter for a part of a number, of a Latin word and even of a comma,
    and so reads «(۱۲) و» as «( )۱۲و». A RIGHT-TO-LEFT MARK, which shows nothing, is such a letter.
    """
    if left.level % 2 == 0:
        # «۱۴۰۱-۱۴۰۵»: it would count the dash to the year that stands left of it.
        joins = right.level % 2 == 1 and is_punctuation(right.text) and not is_neutral(right.text)
        return joins and left.text.isdigit()
    if not is_punctuation(left.text):
        return False
    return right.level % 2 == 0 or (is_punctuation(right.text) and not is_neutral(right.text))
