"""Decorations of words in print besides their colour: background, underline, strike, dots, wave.

Pages are often printed in black and white, so no mark depends on colour alone. Lengths are relative to the
font size; the operators are PDF path operators in points.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from reportlab.lib.colors import HexColor

INK: Final = "#1D1F20"
QUIET_INK: Final = "#515456"

#: Extent of the background from the base line, with room for marks above and descenders below.
_GROUND_BELOW: Final = 0.38
_GROUND_ABOVE: Final = 0.98
_UNDERLINE: Final = -0.3
_STRIKE: Final = 0.24
_WAVE_LENGTH: Final = 0.34
_WAVE_HEIGHT: Final = 0.11


class Stroke(StrEnum):
    """The style of a line along words."""

    UNDERLINE = "underline"
    STRIKE = "strike"
    DOTTED = "dotted"
    WAVY = "wavy"


class Decoration(NamedTuple):
    """A background and a line for words. Colours as #RRGGBB; `thickness` in points."""

    ground: str | None = None
    stroke: Stroke | None = None
    colour: str = INK
    thickness: float = 0.9


def ground_operators(decoration: Decoration, x: float, width: float, baseline: float, size: float) -> str:
    """Fills the background of words that start at `x`; draw it before the words."""
    if decoration.ground is None:
        return ""
    low, high = baseline - _GROUND_BELOW * size, (_GROUND_BELOW + _GROUND_ABOVE) * size
    return f"{_colour(decoration.ground)} rg {x:.2f} {low:.2f} {width:.2f} {high:.2f} re f"


def stroke_operators(decoration: Decoration, x: float, width: float, baseline: float, size: float) -> str:
    """Draws the line of words that start at `x`; draw it after the words."""
    if decoration.stroke is None:
        return ""
    share = _STRIKE if decoration.stroke is Stroke.STRIKE else _UNDERLINE
    y = baseline + share * size
    pen = f"{_colour(decoration.colour)} RG {decoration.thickness:g} w"
    if decoration.stroke is Stroke.WAVY:
        return f"{pen} {_wave(x, width, y, size)} S"
    line = f"{x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S"
    if decoration.stroke is Stroke.DOTTED:
        # Zero-length dashes with round caps are dots.
        return f"{pen} 1 J [0 {2.2 * decoration.thickness:.2f}] 0 d {line} [] 0 d 0 J"
    return f"{pen} {line}"


def _wave(x: float, width: float, y: float, size: float) -> str:
    """Returns a wave of complete half-waves, so that it ends on the line."""
    count = max(2, round(width / (_WAVE_LENGTH * size)))
    step = width / count
    parts = [f"{x:.2f} {y:.2f} m"]
    for number in range(count):
        start, high = x + number * step, y + (_WAVE_HEIGHT * size if number % 2 else -_WAVE_HEIGHT * size)
        parts.append(
            f"{start + step / 3:.2f} {high:.2f} {start + 2 * step / 3:.2f} {high:.2f} {start + step:.2f} {y:.2f} c"
        )
    return " ".join(parts)


@lru_cache(maxsize=64)
def _colour(name: str) -> str:
    colour = HexColor(name)
    return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g}"
