"""Previews of foreign pictures and PDF pages: drawn in the process for foreign files, shown as pixels."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.documents.faults import FileFault, refusal
from desktop_app.documents.pixels import PART_PIXELS, PREVIEW_PIXELS, Pixels, told_pixels
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import READER, Reading
from desktop_app.progress import Progress

#: Pages with a larger ratio of height to width, or wider in points, are not shown.
_MOST_SLENDER: Final = 30
_WIDEST: Final = 15_000
_PAGES_LOOKED_AT: Final = 50


def picture_preview(content: bytes, name: str, progress: Progress | None = None) -> Pixels:
    """Returns a picture, upright, with at most `PREVIEW_PIXELS`.

    Raises `BadFileError`, `CancelledError`.
    """
    with READER.batch() as batch:
        return told_pixels(name, batch.ask("picture_preview", name, content, progress), PREVIEW_PIXELS)


@dataclass(frozen=True, slots=True)
class PdfPages:
    """An open PDF. `sizes` are the widths and heights of its pages in points."""

    name: str
    content: bytes
    sizes: tuple[tuple[float, float], ...]
    key: str

    @classmethod
    def opened(cls, content: bytes, name: str, progress: Progress | None = None) -> PdfPages:
        """Opens a PDF without a password, with pages that can be drawn. Raises `BadFileError`, `CancelledError`."""
        key = hashlib.sha256(content).hexdigest()
        read = _asked(name, content, key, progress, page=None)
        try:
            sizes = tuple((float(width), float(height)) for width, height in read.words["sizes"])
        except (KeyError, TypeError, ValueError) as error:
            raise refusal(name, ReaderFault.READER_CRASHED) from error
        shown = all(
            0 < width * _MOST_SLENDER >= height > 0 < width < _WIDEST
            for width, height in sizes[:_PAGES_LOOKED_AT]
        )
        if not sizes or not shown:
            raise refusal(name, FileFault.BROKEN)
        return cls(name, content, sizes, key)

    def part(self, page: int, scale: float, top: int, height: int) -> Pixels:
        """Draws some rows of a page at `scale` pixels a point. Raises `BadFileError`."""
        read = _asked(self.name, self.content, self.key, None, page=page, scale=scale, top=top, height=height)
        return told_pixels(self.name, read, PART_PIXELS)


def _asked(name: str, content: bytes, key: str, progress: Progress | None, **words: Any) -> Reading:
    """Asks about a PDF: the process keeps the last one, and is given it again if it is another."""
    with READER.batch() as batch:
        read = batch.ask("pdf", name, b"", progress, key=key, **words)
        if "unknown" in read.words:
            read = batch.ask("pdf", name, content, progress, key=key, **words)
    return read
