"""The office's logo on the letterhead, made to fit."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from desktop_app.documents.pictures import plain_picture
from desktop_app.reports.pdf.paper import Paper

#: The most that it takes from the words at its sides, in points.
WIDEST: Final = 96.0


class PdfLogo:
    """A picture, ready to be drawn. Raises `BadFileError` where it cannot be read, named `name`."""

    def __init__(self, picture: bytes, name: str = "") -> None:
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - Pillow, which few pages need

        self._reader: Any = ImageReader(BytesIO(plain_picture(picture, name)))

    def draw(self, paper: Paper, x: float, y: float, height: float) -> None:
        """Draws it as large as `height` allows, its centre at (`x`, `y`); whoever hears the page hears the office's
        name."""
        wide, high = self._reader.getSize()
        scale = min(WIDEST / wide, height / high)
        paper.mark(None)
        left, bottom = x - wide * scale / 2, y - high * scale / 2
        paper.canvas.drawImage(self._reader, left, bottom, wide * scale, high * scale, mask="auto")
