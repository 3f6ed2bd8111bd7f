"""A tracking code as a QR code, which contains its twelve Latin digits."""

from __future__ import annotations

from typing import Any, Final

from reportlab.graphics.barcode import qrencoder

from desktop_app.reports.pdf.paper import Paper

#: White modules required on each side for readers to detect the code (ISO/IEC 18004).
QUIET_ZONE: Final = 4
_BLACK: Final = "#000000"
_WHITE: Final = "#FFFFFF"


def modules_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """Returns the dark modules, row by row from the top.

    Error correction level Q recovers about a quarter of the code.
    """
    made: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.Q)
    made.addData(text)
    made.make()
    count = made.moduleCount
    return tuple(tuple(bool(made.isDark(row, column)) for column in range(count)) for row in range(count))


def draw_code(paper: Paper, text: str, left: float, bottom: float, side: float) -> None:
    """Draws the code with its quiet zone into a square, given by its lower left corner."""
    modules = modules_of(text)
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
