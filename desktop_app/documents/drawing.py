"""Draws foreign pictures and PDF pages as pixels. Runs in the process for foreign files."""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from math import ceil
from typing import Any, Final

import pypdfium2
from PIL import Image, ImageOps

from desktop_app.documents.faults import FileFault, refusal
from desktop_app.documents.pixels import PART_PIXELS, PREVIEW_PIXELS, Pixels

#: Pictures with more pixels are not decoded.
MOST_PIXELS: Final = 60_000_000
#: Pictures with more than `PREVIEW_PIXELS` are scaled down to this side. A JPEG is decoded at a fraction of its size
#: that leaves at least the smaller one.
_SIDE: Final = 2400
_JPEG_SIDE: Final = 1600
_MOST_PAGES: Final = 10_000
_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "WEBP")


def drawn_picture(data: bytes) -> Pixels:
    """Returns the first frame of a picture, upright. Raises `BadFileError`."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=_FORMATS) as picture:
            # Pillow warns about sizes that are refused below.
            warnings.simplefilter("ignore")
            if picture.width * picture.height > MOST_PIXELS:
                raise refusal("", FileFault.BROKEN)
            if picture.width * picture.height > PREVIEW_PIXELS:
                picture.draft("RGB", (_JPEG_SIDE, _JPEG_SIDE))
            picture.load()
            upright = _bounded(picture)
            ImageOps.exif_transpose(upright, in_place=True)
    except (
        OSError, SyntaxError, ValueError, TypeError, EOFError, AssertionError, LookupError, ArithmeticError,
        struct.error, zlib.error, Image.DecompressionBombError,
    ) as error:  # fmt: skip
        raise refusal("", FileFault.BROKEN) from error
    return Pixels("RGBA" if upright.mode == "RGBA" else "RGB", *upright.size, upright.tobytes())


def _bounded(picture: Image.Image) -> Image.Image:
    """Scales down before colours are converted, which takes much memory. Keeps the note of how it was held."""
    mode, held = "RGBA" if picture.has_transparency_data else "RGB", picture.getexif()
    if picture.mode == "1":
        picture = picture.convert("L")
    elif picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")
    elif picture.mode in ("P", "PA"):
        # Numbers of colours cannot be averaged.
        picture.thumbnail((2 * _SIDE, 2 * _SIDE), Image.Resampling.NEAREST)
        picture = picture.convert(mode)
    if picture.width * picture.height > PREVIEW_PIXELS:
        picture.thumbnail((_SIDE, _SIDE), Image.Resampling.BILINEAR)
    if picture.mode != mode:
        picture = picture.convert(mode)
    picture.info["exif"] = held.tobytes()
    return picture


class OpenPdf:
    """An open PDF. Raises `BadFileError`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise refusal("", FileFault.BROKEN) from error

    def close(self) -> None:
        self._document.close()

    def sizes(self) -> list[tuple[float, float]]:
        """Returns the sizes of the pages in points; none where there are too many."""
        try:
            count = len(self._document)
            if count > _MOST_PAGES:
                return []
            return [self._document.get_page_size(page) for page in range(count)]
        except pypdfium2.PdfiumError as error:
            raise refusal("", FileFault.BROKEN) from error

    def part(self, number: int, scale: float, top: int, height: int) -> Pixels:
        """Draws some rows of a page, over white."""
        try:
            page = self._document[number]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise refusal("", FileFault.BROKEN) from error
        wide, high = (ceil(side * scale) for side in page.get_size())
        height = min(height, high - top)
        if not (0 <= top < high and wide > 0 and wide * height <= PART_PIXELS):
            raise refusal("", FileFault.BROKEN)
        below = high - top - height
        # The library rounds up.
        crop = (0, max(0.0, below - 0.5) / scale, 0, max(0.0, top - 0.5) / scale)
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True)
        try:
            size = (bitmap.width, bitmap.height)
            rows = Image.frombuffer("RGB", size, bytes(bitmap.buffer), "raw", "RGB", bitmap.stride, 1)
            return Pixels("RGB", *size, rows.tobytes())
        finally:
            bitmap.close()
            page.close()
