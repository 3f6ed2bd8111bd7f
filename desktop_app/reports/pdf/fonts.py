"""The fonts of one PDF: codes are allotted on use, one for every pair of a glyph and the character that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from desktop_app.persian.direction import MIRROR_IMAGES, RIGHT_TO_LEFT_MARK, is_neutral
from desktop_app.reports.pdf.embedding import EmbeddedFont
from desktop_app.reports.pdf.shaping import EM, Glyph, Weight, typeface

#: Operators that are kept for words which come back; a bound, so that 10,000 rows do not fill the memory.
_KEPT: Final = 16384


class FontBook:
    """Writes glyphs as PDF operators and embeds what was used. One for each reportlab canvas."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc
        self._embedded: dict[Weight, list[EmbeddedFont]] = {}
        self._codes: dict[tuple[Weight, Glyph], tuple[EmbeddedFont, int]] = {}
        self._kept: dict[tuple[Weight, float, tuple[Glyph, ...]], str] = {}

    def operators(self, weight: Weight, size: float, glyphs: tuple[Glyph, ...], stretch: float = 0.0) -> str:
        """The operators, for use inside a text object, that show `glyphs` at `size` points from the pen on.

        `stretch` is what every space gets in addition, in thousandths of the size.
        """
        if stretch:
            return self._operators(weight, size, glyphs, stretch)
        key = (weight, size, glyphs)
        found = self._kept.get(key)
        if found is None:
            found = self._operators(weight, size, glyphs, 0.0)
            if len(self._kept) < _KEPT:
                self._kept[key] = found
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
                    # No empty strings: of an array that ends in one pdfium leaves the kerning before it out.
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
#: Numbers and the punctuation round them, as they stand on the page: «،۱۴۰۵», «۱۴۰۵-۱۴۰۱».
_NUMBER: Final = re.compile(f"(?:(?:{_FIGURE}|{_SIGN})\u200f)+(?:{_FIGURE}|{_SIGN})")


#: Punctuation behind a mark, as it stands on the page: «حتماً،», «نامهٔ.».
_BEHIND_MARK: Final = re.compile("[،.:/]+[\u064b-\u065f\u0670]+")
#: Latin words and what stands between them; brackets that the paper mirrors are not among it.
_LATIN: Final = re.compile("[A-Za-z0-9][ -~]*[A-Za-z0-9]")
#: What pdfium, which is told that the document is read from the right, sets from right to left piece by piece.
_LATIN_PART: Final = re.compile("[A-Za-z]+|[0-9.:/,-]+|[^A-Za-z0-9.:/,-]+")
_NO_LETTER: Final = frozenset(RIGHT_TO_LEFT_MARK + "0123456789.,:/-")
_MIRRORED: Final = "\0"


def _readable_pieces(glyphs: tuple[Glyph, ...]) -> list[tuple[int, int, str]]:
    """(start, end, reading): pieces of the page, and what pdfium has to be told so that it reads them rightly;
    an empty reading where it does so by itself.

    - It mirrors brackets of right-to-left text, which poppler does not. It turns the order of two neutral pieces
      round, so a run of them must not be parted.
    - It reads a number and the punctuation behind or before it in the order of the page.
    - It reads a comma or a full stop before the mark that it stands behind.
    - It reads the parts of an address or of Latin words from right to left.
    - A piece that shows nothing it does not see: so the RIGHT-TO-LEFT MARK that poppler needs (see `lines.py`) is a
      piece by itself.
    """
    page = "".join(_MIRRORED if glyph.mirrored else glyph.text for glyph in glyphs)
    told = sorted([*_numbers(page), *_latin(page), *_marks(page)])
    pieces: list[tuple[int, int, str]] = []
    done = 0
    for start, end, reading in told:
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
        # The piece holds a right-to-left character, so pdfium turns the whole of its text round.
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
    """Whether what ends at `place` stands behind a Latin word: then pdfium does not mirror it."""
    for glyph in glyphs[place:]:
        if glyph.text not in _NO_LETTER:
            return "A" <= glyph.text.upper() <= "Z"
    return False


def _kind(text: str) -> str:
    if text == RIGHT_TO_LEFT_MARK:
        return "mark"
    return "neutral" if is_neutral(text) else "other"


def _reading_begins(reading: str) -> str:
    """Opens a piece that pdfium is told the text of.

    ISO 32000-1 (14.9.4) knows ActualText of marked content under the tag Span alone, and poppler and others keep
    to that and take the codes' own text; pdfium reads it under any tag. So only pdfium is told.
    """
    return f"/Readable <</ActualText <FEFF{reading.encode('utf-16-be').hex().upper()}>>> BDC"


def outline(weight: Weight, index: int, size: float, x: float, y: float) -> str:
    """The operators that fill the outline of a glyph at `size` points, its origin at (`x`, `y`) in points."""
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
    """Takes an outline in font units as path operators; PDF has cubic curves only."""

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
        """HarfBuzz gives quadratic curves with one control point each."""
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
