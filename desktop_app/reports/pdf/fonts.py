"""The fonts of one PDF: codes are assigned on use, one for every pair of a glyph and its character."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from desktop_app.persian.direction import RIGHT_TO_LEFT_MARK
from desktop_app.reports.pdf.embedding import EmbeddedFont
from desktop_app.reports.pdf.shaping import EM, Glyph, Weight, typeface
from desktop_app.reports.pdf.spans import CopiedGlyphs, GlyphSpan

#: Size of the cache of operators for recurring words; limited, so that 10,000 rows do not fill the memory.
_CACHE_SIZE: Final = 16384


class FontBook:
    """Writes glyphs as PDF operators and embeds the used ones. One instance per reportlab canvas."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc
        self._embedded: dict[Weight, list[EmbeddedFont]] = {}
        self._codes: dict[tuple[Weight, Glyph], tuple[EmbeddedFont, int]] = {}
        self._cache: dict[tuple[Weight, float, tuple[Glyph, ...], tuple[CopiedGlyphs, ...]], str] = {}

    def operators(self, span: GlyphSpan, size: float, stretch: float = 0.0) -> str:
        """Returns the operators that show `span` at `size` points from the current position, inside a text object.

        `stretch` is the extra width of every space, in thousandths of the size.
        """
        if stretch:
            return self._operators(span, size, stretch)
        key = (span.weight, size, span.glyphs, span.readings)
        found = self._cache.get(key)
        if found is None:
            found = self._operators(span, size, 0.0)
            if len(self._cache) < _CACHE_SIZE:
                self._cache[key] = found
        return found

    def _operators(self, span: GlyphSpan, size: float, stretch: float) -> str:
        glyphs = span.glyphs
        shown: list[tuple[EmbeddedFont, int]] = [self._code(span.weight, glyph) for glyph in glyphs]
        parts: list[str] = []
        font: EmbeddedFont | None = None
        for start, end, reading in _pieces(glyphs, span.readings):
            if reading:
                parts.append(_reading_begins(reading.text))
            for owner, members in groupby(range(start, end), key=lambda place: shown[place][0]):
                if owner is not font:
                    parts.append(f"/{owner.resource} {size:g} Tf")
                    font = owner
                codes = [_code_string(shown[place][1], glyphs[place], stretch) for place in members]
                if stretch:
                    # Omit empty strings: pdfium ignores the kerning before an empty string at the end of an
                    # array.
                    parts.append(f"[<{''.join(codes)}>] TJ".replace("<>", ""))
                else:
                    parts.append(f"<{''.join(codes)}> Tj")
            if reading:
                parts.append("EMC")
        return " ".join(parts)

    def _code(self, weight: Weight, glyph: Glyph) -> tuple[EmbeddedFont, int]:
        key = (weight, glyph)
        found = self._codes.get(key)
        if found is None:
            fonts = self._embedded.setdefault(weight, [])
            if not fonts or fonts[-1].full:
                face = typeface(weight)
                fonts.append(EmbeddedFont(face.name, face.face, face.ascent, face.descent))
                fonts[-1].register(self._document)
            found = fonts[-1], fonts[-1].allot(glyph.outline, glyph.text, glyph.width)
            self._codes[key] = found
        return found


def _code_string(code: int, glyph: Glyph, stretch: float) -> str:
    if stretch and glyph.text == " ":
        return f"{code:04X}> {-stretch:.3f} <"
    return f"{code:04X}"


def _pieces(
    glyphs: tuple[Glyph, ...], readings: tuple[CopiedGlyphs, ...]
) -> Iterator[tuple[int, int, CopiedGlyphs | None]]:
    """Yields the ranges of `glyphs` with an explicit text for pdfium, and those without.

    pdfium ignores a piece without visible glyphs. So each RIGHT-TO-LEFT MARK for poppler (see `spans.py`) that is
    outside explicit texts is a piece of its own.
    """
    done = 0
    for reading in readings:
        yield from _plain_pieces(glyphs, done, reading.start)
        yield reading.start, reading.end, reading
        done = reading.end
    yield from _plain_pieces(glyphs, done, len(glyphs))


def _plain_pieces(glyphs: tuple[Glyph, ...], start: int, end: int) -> Iterator[tuple[int, int, None]]:
    for _, run in groupby(range(start, end), key=lambda place: glyphs[place].text == RIGHT_TO_LEFT_MARK):
        places = list(run)
        yield places[0], places[-1] + 1, None


def _reading_begins(reading: str) -> str:
    """Opens marked content with the ActualText `reading` for pdfium only.

    ISO 32000-1 (14.9.4) defines ActualText of marked content for the tag Span. Poppler and others follow
    that, and use the text of the codes here; pdfium reads ActualText under any tag.
    """
    return f"/Readable <</ActualText <FEFF{reading.encode('utf-16-be').hex().upper()}>>> BDC"


def outline(weight: Weight, index: int, size: float, x: float, y: float) -> str:
    """Returns operators that fill the outline of a glyph at `size` points.

    Its origin is (`x`, `y`), in points.
    """
    scale = typeface(weight).scale * size / EM
    path = _path(weight, index)
    if not path:
        return ""
    return f"q {scale:.6f} 0 0 {scale:.6f} {x:.3f} {y:.3f} cm {path} f Q"


@lru_cache(maxsize=512)
def _path(weight: Weight, index: int) -> str:
    pen = _PathPen()
    typeface(weight).draw(index, pen)
    return " ".join(pen.operators)


class _PathPen:
    """Records an outline in font units as path operators; PDF has only cubic curves."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's name
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's name
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's name
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """Converts a quadratic curve; HarfBuzz gives them with one control point."""
        start = self._at
        self._add(
            "c",
            *(
                (at[0] + (control[0] - at[0]) * 2 / 3, at[1] + (control[1] - at[1]) * 2 / 3)
                for at in (start, end)
            ),
            end,
        )

    def closePath(self) -> None:  # noqa: N802 - the pen protocol's name
        self.operators.append("h")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self.operators.extend(f"{x:g} {y:g}" for x, y in points)
        self.operators.append(operator)
        self._at = points[-1]
