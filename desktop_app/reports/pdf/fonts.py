"""The fonts of one PDF: codes are assigned on use, one for every pair of a glyph and its character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from desktop_app.persian.direction import MIRROR_IMAGES, RIGHT_TO_LEFT_MARK, is_neutral
from desktop_app.reports.pdf.embedding import EmbeddedFont
from desktop_app.reports.pdf.shaping import EM, Glyph, Weight, typeface

#: Size of the cache of operators for recurring words; limited, so that 10,000 rows do not fill the memory.
_CACHE_SIZE: Final = 16384


class FontBook:
    """Writes glyphs as PDF operators and embeds the used ones. One instance per reportlab canvas."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc
        self._embedded: dict[Weight, list[EmbeddedFont]] = {}
        self._codes: dict[tuple[Weight, Glyph], tuple[EmbeddedFont, int]] = {}
        self._cache: dict[tuple[Weight, float, tuple[Glyph, ...]], str] = {}

    def operators(self, weight: Weight, size: float, glyphs: tuple[Glyph, ...], stretch: float = 0.0) -> str:
        """Returns the operators that show `glyphs` at `size` points from the current position, inside a text object.

        `stretch` is the extra width of every space, in thousandths of the size.
        """
        if stretch:
            return self._operators(weight, size, glyphs, stretch)
        key = (weight, size, glyphs)
        found = self._cache.get(key)
        if found is None:
            found = self._operators(weight, size, glyphs, 0.0)
            if len(self._cache) < _CACHE_SIZE:
                self._cache[key] = found
        return found

    def _operators(self, weight: Weight, size: float, glyphs: tuple[Glyph, ...], stretch: float) -> str:
        shown: list[tuple[EmbeddedFont, int]] = [self._code(weight, glyph) for glyph in glyphs]
        parts: list[str] = []
        font: EmbeddedFont | None = None
        for start, end, reading in _readable_pieces(glyphs):
            if reading:
                parts.append(_reading_begins(reading))
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


_FIGURE: Final = "[0-9۰-۹٠-٩](?:[0-9۰-۹٠-٩٬٫.,:/]*[0-9۰-۹٠-٩])?"
_SIGN: Final = "[،.,:/٪%+-]"
#: Numbers and adjacent punctuation, in page order: «،۱۴۰۵», «۱۴۰۵-۱۴۰۱».
_NUMBER: Final = re.compile(f"(?:(?:{_FIGURE}|{_SIGN})\u200f)+(?:{_FIGURE}|{_SIGN})")


#: Punctuation that follows a mark, in page order: «حتماً،», «نامهٔ.».
_BEHIND_MARK: Final = re.compile("[،.:/]+[\u064b-\u065f\u0670]+")
#: Latin words and the text between them, without mirrored brackets.
_LATIN: Final = re.compile("[A-Za-z0-9][ -~]*[A-Za-z0-9]")
#: The parts of Latin text that pdfium orders right to left, since the document direction is right to left.
_LATIN_PART: Final = re.compile("[A-Za-z]+|[0-9.:/,-]+|[^A-Za-z0-9.:/,-]+")
_NO_LETTER: Final = frozenset(RIGHT_TO_LEFT_MARK + "0123456789.,:/-")
_MIRRORED: Final = "\0"


def _readable_pieces(glyphs: tuple[Glyph, ...]) -> list[tuple[int, int, str]]:
    """Splits the page order into (start, end, reading); `reading` is the ActualText for pdfium, or empty.

    - pdfium mirrors brackets of right-to-left text, poppler does not. It swaps two adjacent neutral pieces, so a run
      of them must not be split.
    - It reads a number and adjacent punctuation in page order.
    - It reads a comma or full stop before the mark that it follows.
    - It reads the parts of an address or of Latin words from right to left.
    - It ignores a piece without visible glyphs. So the RIGHT-TO-LEFT MARK for poppler (see `lines.py`) is a separate
      piece.
    """
    page = "".join(_MIRRORED if glyph.mirrored else glyph.text for glyph in glyphs)
    readings = sorted([*_numbers(page), *_latin(page), *_marks(page)])
    pieces: list[tuple[int, int, str]] = []
    done = 0
    for start, end, reading in readings:
        if start < done:
            continue
        pieces.extend(_plain_pieces(glyphs, done, start))
        pieces.append((start, end, reading))
        done = end
    pieces.extend(_plain_pieces(glyphs, done, len(glyphs)))
    return pieces


def _numbers(page: str) -> Iterator[tuple[int, int, str]]:
    for match in _NUMBER.finditer(page):
        if page[match.end() : match.end() + 1].isascii() and page[match.end() : match.end() + 1].isalpha():
            continue
        # The piece contains a right-to-left character, so pdfium reverses its whole text.
        parts = match.group().split(RIGHT_TO_LEFT_MARK)
        if any(part[0].isdigit() for part in parts):
            yield match.start(), match.end(), "".join(part[::-1] for part in parts)


def _marks(page: str) -> Iterator[tuple[int, int, str]]:
    for match in _BEHIND_MARK.finditer(page):
        yield match.start(), match.end(), match.group()[::-1]


def _latin(page: str) -> Iterator[tuple[int, int, str]]:
    for match in _LATIN.finditer(page):
        parts = _LATIN_PART.findall(match.group())
        if len(parts) > 1 and any(part.isalpha() for part in parts):
            yield match.start(), match.end(), "".join(reversed(parts))


def _plain_pieces(glyphs: tuple[Glyph, ...], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for kind, run in groupby(range(start, end), key=lambda place: _kind(glyphs[place].text)):
        stop = start + len(list(run))
        members = glyphs[start:stop]
        reading = ""
        if kind == "neutral" and any(glyph.mirrored for glyph in members):
            images = not _follows_latin(glyphs, stop)
            reading = "".join(
                MIRROR_IMAGES[glyph.text] if glyph.mirrored and images else glyph.text
                for glyph in reversed(members)
            )
        yield start, stop, reading
        start = stop


def _follows_latin(glyphs: tuple[Glyph, ...], place: int) -> bool:
    """Whether the text that ends at `place` follows a Latin word: pdfium does not mirror it then."""
    for glyph in glyphs[place:]:
        if glyph.text not in _NO_LETTER:
            return "A" <= glyph.text.upper() <= "Z"
    return False


def _kind(text: str) -> str:
    if text == RIGHT_TO_LEFT_MARK:
        return "mark"
    return "neutral" if is_neutral(text) else "other"


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
