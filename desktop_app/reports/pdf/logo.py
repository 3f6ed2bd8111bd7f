"""The logo of the office, scaled for the letterhead."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from desktop_app.documents.pictures import plain_picture
from desktop_app.reports.pdf.paper import Paper

#: Maximum width in points, so that the text at its sides has room.
WIDEST: Final = 96.0


class PdfLogo:
    """A picture ready for drawing. Raises `BadFileError` with `name` where it cannot be read."""

    def __init__(self, picture: bytes, name: str = "") -> None:
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - Pillow, which few pages need

        self._reader: Any = ImageReader(BytesIO(plain_picture(picture, name)))

    def draw(self, paper: Paper, x: float, y: float, height: float) -> None:
        """Draws the logo within `height`, centred at (`x`, `y`).

        It is decoration: screen readers read the name of the office.
        """
        wide, high = self._reader.getSize()
        scale = min(WIDEST / wide, height / high)
        paper.mark(None)
        left, bottom = x - wide * scale / 2, y - high * scale / 2
        paper.canvas.drawImage(self._reader, left, bottom, wide * scale, high * scale, mask="auto")
