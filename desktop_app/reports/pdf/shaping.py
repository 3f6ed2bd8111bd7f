"""Shapes text in the four weights of Vazirmatn with HarfBuzz; every resulting glyph stands for one character.

A PDF contains glyphs; copying and searching use the ToUnicode map of the font. The behaviour of readers (poppler
25, pdfium 2026) determines the output:

- Both reverse a code that maps to several characters. So a ligature maps to its last character, and blank glyphs
  next to it map to the others; they share its width.
- pdfium takes a raised glyph for a separate line. So glyphs that HarfBuzz moves off the line (marks) are drawn as
  outlines, and blank glyphs map to their characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, NamedTuple

import uharfbuzz as hb

from desktop_app.paths import resource
from desktop_app.persian.text import ZWNJ

#: Glyph lengths are in thousandths of the font size, as in PDF.
EM: Final = 1000.0
_REPLACEMENT: Final = 0xFFFD
#: Maximum length of cached texts: words recur, paragraphs do not.
_REMEMBERED: Final = 48
#: Maximum number of marks on a letter; no language needs more, and hundreds would overwrite the lines above.
_MOST_MARKS: Final = 6
_NOTE_SIZE: Final = 0.66
_NOTE_RISE: Final = 380.0
_NOTE_SPACE: Final = 0.4
_THIN_SPACE: Final = "\u2009"


class Weight(StrEnum):
    """The bundled weights; the value is part of the file name."""

    # Words are cached by their weight, and the hash of an enumeration is not computed in C.
    __hash__ = str.__hash__

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Glyph(NamedTuple):
    """A glyph at the current position, its character as it was typed, and its advance width."""

    outline: int
    text: str
    width: float


class GlyphOutline(NamedTuple):
    """A glyph drawn as an outline; `x` and `y` from the start of its text, scaled by `scale`."""

    outline: int
    x: float
    y: float
    scale: float = 1.0


class Shaped(NamedTuple):
    """A shaped text, glyphs from left to right. Lengths in thousandths of the font size."""

    glyphs: tuple[Glyph, ...]
    marks: tuple[GlyphOutline, ...]
    width: float


@dataclass(slots=True)
class _Cluster:
    """A letter with its marks, or a ligature: (glyph, pen, dx, dy) from left to right."""

    start: int
    glyphs: list[tuple[int, float, float, float]] = field(default_factory=list)
    width: float = 0.0


class Typeface:
    """A loaded weight of the font."""

    def __init__(self, weight: Weight) -> None:
        self.name = f"Vazirmatn-{weight}"
        self.face = hb.Face(resource("fonts", f"{self.name}.ttf").read_bytes())
        self._font = hb.Font(self.face)
        self.scale = EM / self.face.upem
        extents = self._font.get_font_extents("rtl")
        self.ascent: float = extents.ascender * self.scale
        self.descent: float = extents.descender * self.scale
        self.space: int = self._font.get_nominal_glyph(ord(" "))
        self._joiner: int = self._font.get_nominal_glyph(ord(ZWNJ))
        self._replacement: int = self._font.get_nominal_glyph(_REPLACEMENT)

    def shape(self, text: str, right_to_left: bool, before: str = "", after: str = "") -> Shaped:
        """Shapes `text`, which has a single direction.

        `before` and `after` are its neighbours in the same word; they affect how its ends join and are not
        shown. A character missing in the font is shown as U+FFFD and keeps its text.
        """
        glyphs: list[Glyph] = []
        marks: list[GlyphOutline] = []
        clusters = self._clusters(text, right_to_left, before, after)
        pen = 0.0
        end = len(text)
        texts: dict[int, str] = {}
        for start in sorted((cluster.start for cluster in clusters), reverse=True):
            texts[start], end = text[start:end], start
        for cluster in clusters:
            characters = texts[cluster.start]
            self._place(cluster, characters[::-1] if right_to_left else characters, glyphs, marks)
            pen += cluster.width
        return Shaped(tuple(glyphs), tuple(marks), pen)

    def draw(self, index: int, pen: Any) -> None:
        """Draws the outline of a glyph with a `pen` of the fontTools protocol.

        Coordinates are in font units; `scale` converts them to EM.
        """
        self._font.draw_glyph_with_pen(index, pen)

    def _clusters(self, text: str, right_to_left: bool, before: str, after: str) -> list[_Cluster]:
        """Returns the clusters of `text` from left to right."""
        infos, positions = self._shaped(text, right_to_left, before, after)
        scale, skipped = self.scale, len(before)
        # Glyph, index of its character, advance, dx, dy.
        found: list[tuple[int, int, float, float, float]] = []
        for info, position in zip(infos, positions, strict=True):
            glyph = info.codepoint
            if glyph:
                advance, dx, dy = (
                    position.x_advance * scale, position.x_offset * scale, position.y_offset * scale
                )  # fmt: skip
            else:
                glyph, dx, dy = self._replacement, 0.0, 0.0
                advance = self._font.get_glyph_h_advance(glyph) * scale
            found.append((glyph, info.cluster - skipped, advance, dx, dy))
        starts = self._starts(found[::-1] if right_to_left else found)
        clusters: list[_Cluster] = []
        last: _Cluster | None = None
        pen = 0.0
        for glyph, place, advance, dx, dy in found:
            start = starts[place]
            if last is None or last.start != start:
                last = _Cluster(start)
                clusters.append(last)
            last.glyphs.append((glyph, pen, dx, dy))
            last.width += advance
            pen += advance
        return clusters

    def _starts(self, logical: list[tuple[int, int, float, float, float]]) -> dict[int, int]:
        """Maps each character with a glyph to the start of its cluster; a mark belongs to the letter before it."""
        starts: dict[int, int] = {}
        current = 0
        for glyph, place, advance, _, _ in logical:
            if advance or glyph == self._joiner:
                current = starts.get(place, place if starts else 0)
            starts.setdefault(place, current)
        return starts

    def _shaped(self, text: str, right_to_left: bool, before: str, after: str) -> tuple[Any, Any]:
        buffer = hb.Buffer()
        buffer.add_str(before + text + after, len(before), len(text))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = "fa"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        # Otherwise HarfBuzz removes the ZWNJ, and it could not be copied from the page.
        buffer.flags = hb.BufferFlags.PRESERVE_DEFAULT_IGNORABLES | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
        hb.shape(self._font, buffer)
        return buffer.glyph_infos, buffer.glyph_positions

    def _place(
        self, cluster: _Cluster, characters: str, glyphs: list[Glyph], marks: list[GlyphOutline]
    ) -> None:
        """Adds one cluster with these characters, in page order."""
        shown = self.space
        most = len(marks) + _MOST_MARKS
        left = cluster.glyphs[0][1]
        for index, pen, dx, dy in cluster.glyphs:
            if cluster.width and shown == self.space and not dx and not dy and pen == left:
                shown = index
            elif len(marks) < most:
                marks.append(GlyphOutline(index, pen + dx, dy))
        share = round(cluster.width / len(characters), 3)
        glyphs.append(Glyph(shown, characters[0], share))
        if len(characters) > 1:
            glyphs.extend(Glyph(self.space, character, share) for character in characters[1:])


@lru_cache(maxsize=len(Weight))
def typeface(weight: Weight) -> Typeface:
    """Returns the font of `weight`, loaded once per process."""
    return Typeface(weight)


def blank(weight: Weight, text: str) -> Glyph:
    """Returns an invisible glyph of zero width for the character `text`."""
    return Glyph(typeface(weight).space, text, 0.0)


def raised(weight: Weight, shaped: Shaped) -> Shaped:
    """Returns a note mark: small and raised.

    Blank glyphs on the line keep its text, with a thin space before it, so that the word before it can still
    be found.
    """
    space = typeface(weight).space
    glyphs: list[Glyph] = []
    marks: list[GlyphOutline] = []
    pen = 0.0
    for glyph in shaped.glyphs:
        blank_one = glyph.text == " "
        width = round(glyph.width * (_NOTE_SPACE if blank_one else _NOTE_SIZE), 3)
        glyphs.append(Glyph(space, _THIN_SPACE if blank_one else glyph.text, width))
        if not blank_one:
            marks.append(GlyphOutline(glyph.outline, pen, _NOTE_RISE, _NOTE_SIZE))
        pen += width
    return Shaped(tuple(glyphs), tuple(marks), pen)


def shape(weight: Weight, text: str, right_to_left: bool, before: str = "", after: str = "") -> Shaped:
    """Calls `Typeface.shape`, with a cache for short texts, which recur in tables."""
    if len(text) > _REMEMBERED:
        return typeface(weight).shape(text, right_to_left, before, after)
    return _remembered(weight, text, right_to_left, before, after)


@lru_cache(maxsize=16384)
def _remembered(weight: Weight, text: str, right_to_left: bool, before: str, after: str) -> Shaped:
    return typeface(weight).shape(text, right_to_left, before, after)
