"""QR codes: a tracking code (twelve Latin digits), and the seal of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from reportlab.graphics.barcode import qrencoder

from desktop_app.reports.pdf.flow import OnePiece
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.words import Footnote

#: White modules required on each side for readers to detect the code (ISO/IEC 18004).
QUIET_ZONE: Final = 4
_BLACK: Final = "#000000"
_WHITE: Final = "#FFFFFF"


def modules_of(text: str, *, dense: bool = False) -> tuple[tuple[bool, ...], ...]:
    """Returns the dark modules, row by row from the top.

    Error correction level Q recovers about a quarter of the code; that of a `dense` one, L, some hundredths.
    """
    level = qrencoder.QRErrorCorrectLevel.L if dense else qrencoder.QRErrorCorrectLevel.Q
    made: Any = qrencoder.QRCode(None, level)
    made.addData(text)
    made.make()
    count = made.moduleCount
    return tuple(tuple(bool(made.isDark(row, column)) for column in range(count)) for row in range(count))


@dataclass(frozen=True, slots=True)
class PdfCode(OnePiece):
    """A dense code as a block, at the right; `height` is its side in points, with the quiet zone."""

    text: str
    #: Text for screen readers.
    alternative: str
    height: float
    gap: float = 4.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    def draw(self, paper: Paper, top: float) -> None:
        """Draws the code."""
        paper.mark(Element("Figure", alternative=self.alternative))
        draw_code(paper, self.text, paper.right - self.height, top - self.height, self.height, dense=True)


def draw_code(
    paper: Paper, text: str, left: float, bottom: float, side: float, *, dense: bool = False
) -> None:
    """Draws the code with its quiet zone into a square, given by its lower left corner."""
    modules = modules_of(text, dense=dense)
    module = side / (len(modules) + 2 * QUIET_ZONE)
    paper.area(left, bottom, side, side, _WHITE)
    for row, dark in enumerate(modules):
        y = bottom + side - (QUIET_ZONE + row + 1) * module
        start = 0
        while start < len(dark):
            end = start
            while end < len(dark) and dark[end]:
                end += 1
            if end > start:
                # Let the runs overlap slightly, so that no white line appears between rows.
                x = left + (QUIET_ZONE + start) * module
                paper.area(x, y - 0.05, (end - start) * module, module + 0.1, _BLACK)
            start = max(end, start + 1)
