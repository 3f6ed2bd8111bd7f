"""Pixels of a picture or page that the process for foreign files drew: of bounded size, and nothing but pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from desktop_app.documents.faults import refusal
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import Reading

#: Maximum number of pixels of a picture that is previewed; larger ones are scaled down.
PREVIEW_PIXELS: Final = 6_000_000
#: Maximum number of pixels of a part of a page.
PART_PIXELS: Final = 4_000_000
#: Bytes of a pixel.
CHANNELS: Final[dict[str, int]] = {"RGB": 3, "RGBA": 4}


@dataclass(frozen=True, slots=True)
class Pixels:
    """Rows from the top, without padding."""

    mode: Literal["RGB", "RGBA"]
    width: int
    height: int
    data: bytes


def told_pixels(name: str, read: Reading, most: int) -> Pixels:
    """Checks what the process says: at most `most` pixels. Raises `BadFileError`."""
    match read.words:
        case {"mode": "RGB" | "RGBA" as mode, "width": int(width), "height": int(height)}:
            if (
                width > 0 < height
                and width * height <= most
                and len(read.data) == width * height * CHANNELS[mode]
            ):
                return Pixels(mode, width, height, read.data)
    raise refusal(name, ReaderFault.READER_CRASHED)
