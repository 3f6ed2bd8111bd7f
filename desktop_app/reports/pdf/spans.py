"""Runs of glyphs with one look in page order, the marks that poppler needs between them, and the explicit texts that
pdfium needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from desktop_app.persian.direction import RIGHT_TO_LEFT_MARK, is_neutral, is_punctuation
from desktop_app.reports.pdf.copying import PagePart, explicit_texts, is_collected_backwards, is_solid
from desktop_app.reports.pdf.decoration import Decoration
from desktop_app.reports.pdf.shaping import Glyph, GlyphOutline, Shaped, Weight, blank
from desktop_app.reports.pdf.words import Footnote


class CopiedGlyphs(NamedTuple):
    """Glyphs from `start` to `end` of a span for which pdfium reads the explicit `text`."""

    start: int
    end: int
    text: str


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
    readings: tuple[CopiedGlyphs, ...] = ()


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
    part: PagePart
    #: Whether pdfium copies it as it was typed.
    solid: bool


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
    part = PagePart("".join([glyph.text for glyph in shaped.glyphs]), level)
    return Segment(text, level, look, shaped, tuple(glyphs), spaces, first, last, part, is_solid(text, level))


def spans_of(ordered: Sequence[Segment]) -> tuple[GlyphSpan, ...]:
    """Joins the segments of a line, in page order, to spans of one look."""
    marked: list[bool] = []
    previous: Neighbour | None = None
    for segment in ordered:
        marked.append(previous is not None and needs_mark(previous, segment.first))
        previous = segment.last
    explicit = _explicit(ordered, marked)
    spans: list[GlyphSpan] = []
    first = passed = 0
    for look, members in groupby(ordered, key=attrgetter("look")):
        last = first + len(list(members))
        span = _span(look, ordered[first:last], marked[first:last])
        spans.append(_with_readings(span, explicit, passed) if explicit else span)
        passed += len(span.glyphs)
        first = last
    return tuple(spans)


def _span(look: Look, segments: Sequence[Segment], marked: Sequence[bool]) -> GlyphSpan:
    glyphs: list[Glyph] = []
    marks: list[GlyphOutline] = []
    pen = 0.0
    for segment, has_mark in zip(segments, marked, strict=True):
        if has_mark:
            glyphs.append(blank(look.weight, RIGHT_TO_LEFT_MARK))
        glyphs += segment.glyphs
        if segment.shaped.marks:
            marks.extend(
                GlyphOutline(outline, x + pen, y, scale) for outline, x, y, scale in segment.shaped.marks
            )
        pen += segment.shaped.width
    spaces = sum([segment.spaces for segment in segments])
    return GlyphSpan(look.weight, look.colour, tuple(glyphs), tuple(marks), pen, look.decoration, spaces)


class _Explicit(NamedTuple):
    """The indexes of glyphs of a line, without marks for poppler, and the characters to be collected for them.

    There may be one more character than glyphs, at the end.
    """

    places: list[int]
    text: str


def _explicit(ordered: Sequence[Segment], marked: Sequence[bool]) -> list[_Explicit]:
    found: list[_Explicit] = []
    passed = start = 0
    for solid, members in groupby(ordered, key=attrgetter("solid")):
        segments = list(members)
        end = start + len(segments)
        if not solid:
            parts = tuple([segment.part for segment in segments])
            explicit = explicit_texts(parts, at_right_end=end == len(ordered))
            if explicit:
                places = _places(segments, marked[start:end], passed)
                found += [_Explicit(places[one.start : one.end], one.text) for one in explicit]
        passed += sum([len(segment.glyphs) for segment in segments]) + sum(marked[start:end])
        start = end
    return found


def _places(segments: Sequence[Segment], marked: Sequence[bool], passed: int) -> list[int]:
    """Returns the index of the glyph of each character; `passed` glyphs are to the left."""
    places: list[int] = []
    for segment, has_mark in zip(segments, marked, strict=True):
        passed += has_mark
        for glyph in segment.glyphs:
            if glyph.text != RIGHT_TO_LEFT_MARK:
                places.append(passed)
            passed += 1
    return places


def _with_readings(span: GlyphSpan, explicit: Sequence[_Explicit], passed: int) -> GlyphSpan:
    """Returns `span` with its share of the explicit texts of a line; `passed` glyphs are to the left of it.

    Each span has as many characters of a text as it has glyphs of it: pdfium would insert spaces otherwise.
    """
    glyphs = span.glyphs
    readings: list[CopiedGlyphs] = []
    for places, text in explicit:
        inside = [number for number, place in enumerate(places) if 0 <= place - passed < len(span.glyphs)]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        start, end = places[first] - passed, places[last] - passed + 1
        share = text[first : None if places[last] == places[-1] else last + 1]
        if share.endswith(RIGHT_TO_LEFT_MARK):
            # The mark among the glyphs, too: whether pdfium turns the text round would depend on other lines.
            glyphs = (*glyphs, blank(span.weight, RIGHT_TO_LEFT_MARK))
            end += 1
        if is_collected_backwards("".join([glyph.text for glyph in glyphs[start:end]])):
            share = share[::-1]
        readings.append(CopiedGlyphs(start, end, share))
    return replace(span, glyphs=glyphs, readings=tuple(readings))


def closed(line: TextLine) -> TextLine:
    """Returns a right-to-left line with a mark at its left end, for a line that has other words at its left.

    poppler would attach its last colon to those.
    """
    if not line.spans:
        return line
    first = line.spans[0]
    mark = blank(first.weight, RIGHT_TO_LEFT_MARK)
    readings = tuple(one._replace(start=one.start + 1, end=one.end + 1) for one in first.readings)
    marked = replace(first, glyphs=(mark, *first.glyphs), readings=readings)
    return replace(line, spans=(marked, *line.spans[1:]))


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
