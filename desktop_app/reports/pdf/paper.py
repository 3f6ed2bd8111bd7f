"""Draws text, rules and areas on a reportlab canvas. Lengths in points, from the lower left corner."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color, HexColor

from desktop_app.errors import AppError
from desktop_app.reports.pdf.decoration import ground_operators, stroke_operators
from desktop_app.reports.pdf.fonts import FontBook, outline
from desktop_app.reports.pdf.lines import Alignment, TextLine
from desktop_app.reports.pdf.shaping import EM
from desktop_app.reports.pdf.structure import Structure


class Paper:
    """A canvas with a left and a right edge for blocks."""

    def __init__(
        self,
        canvas: Any,
        book: FontBook,
        structure: Structure,
        left: float,
        right: float,
        troubles: list[AppError],
    ) -> None:
        self.canvas = canvas
        self.book = book
        self.structure = structure
        self.mark = structure.mark
        #: Collects errors about parts that were left out of the page.
        self.troubles = troubles
        self.left = left
        self.right = right

    @property
    def width(self) -> float:
        return self.right - self.left

    def text(
        self, line: TextLine, size: float, baseline: float, alignment: Alignment, left: float, right: float
    ) -> None:
        """Draws `line` at `size` points between `left` and `right`."""
        room = right - left - line.width
        stretch = 0.0
        x = left
        if alignment == "centre":
            x = left + room / 2
        elif alignment == "right" or (alignment == "justified" and (line.final or not line.spaces)):
            x = left + room
        elif alignment == "justified":
            stretch = room / line.spaces
        self._show(line, size, x, baseline, stretch * EM / size)

    def rule(self, y: float, left: float, right: float, thickness: float, colour: str) -> None:
        """Draws a horizontal line."""
        self.canvas.setStrokeColor(colour_of(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.line(left, y, right, y)

    def area(
        self, x: float, y: float, width: float, height: float, fill: str | None, stroke: str | None = None
    ) -> None:
        """Draws a rectangle, given by its lower left corner."""
        if fill:
            self.canvas.setFillColor(colour_of(fill))
        if stroke:
            self.canvas.setStrokeColor(colour_of(stroke))
            self.canvas.setLineWidth(0.6)
        self.canvas.rect(x, y, width, height, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def hatch(self, x: float, y: float, width: float, height: float, step: float, colour: str) -> None:
        """Draws slanted lines over a rectangle, given by its lower left corner."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(x, y, width, height)
        self.canvas.clipPath(path, stroke=0, fill=0)
        self.canvas.setStrokeColor(colour_of(colour))
        self.canvas.setLineWidth(0.5)
        lines = []
        at = x - height
        while at < x + width:
            lines.append((at, y, at + height, y + height))
            at += step
        self.canvas.lines(lines)
        self.canvas.restoreState()

    def _show(self, line: TextLine, size: float, x: float, baseline: float, stretch: float) -> None:
        if not line.spans:
            return
        operators = [f"BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        under: list[str] = []
        outlines: list[str] = []
        for span in line.spans:
            colour = _fill_operator(span.colour)
            operators.append(colour)
            operators.append(self.book.operators(span, size, stretch))
            if span.marks:
                outlines.append(colour)
                # In a justified line, marks move with their letters by the extra width of the spaces before.
                outlines.extend(self._marks(span.marks, span, size, x, baseline, stretch))
            width = (span.width + span.spaces * stretch) * size / EM
            if span.decoration is not None:
                under.append(ground_operators(span.decoration, x, width, baseline, size))
                outlines.append(stroke_operators(span.decoration, x, width, baseline, size))
            x += width
        self.canvas.addLiteral("q " + " ".join([*under, *operators, "ET", *outlines]) + " Q")

    @staticmethod
    def _marks(marks: Any, span: Any, size: float, x: float, baseline: float, stretch: float) -> list[str]:
        drawn: list[str] = []
        for mark in marks:
            moved = _stretched(span.glyphs, mark.x) * stretch if stretch else 0.0
            at = x + (mark.x + moved) * size / EM
            drawn.append(
                outline(span.weight, mark.outline, size * mark.scale, at, baseline + mark.y * size / EM)
            )
        return drawn


def _stretched(glyphs: Any, x: float) -> int:
    """The number of spaces left of `x` (in thousandths of the size)."""
    pen, spaces = 0.0, 0
    for glyph in glyphs:
        pen += glyph.width
        if pen > x + 1:
            break
        spaces += glyph.text == " "
    return spaces


@lru_cache(maxsize=64)
def colour_of(name: str) -> Color:
    """Returns the reportlab colour of #RRGGBB."""
    return HexColor(name)


@lru_cache(maxsize=64)
def _fill_operator(name: str) -> str:
    colour = colour_of(name)
    return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g} rg"
