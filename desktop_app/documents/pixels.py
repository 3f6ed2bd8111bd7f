"""Pixels of a picture or page that the process for foreign files drew: of bounded size, and nothing but pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from desktop_app.documents.faults import refusal
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import Reading

#: Longest side of a picture that is previewed; larger ones are scaled down.
LARGEST_SIDE: Final = 2400
#: Bytes of a pixel.
CHANNELS: Final[dict[str, int]] = {"RGB": 3, "RGBA": 4}


@dataclass(frozen=True, slots=True)
class Pixels:
    """Rows from the top, without padding."""

    mode: Literal["RGB", "RGBA"]
    width: int
    height: int
    data: bytes


def told_pixels(name: str, read: Reading, longest_side: int) -> Pixels:
    """Checks what the process says. Raises `BadFileError`."""
    match read.words:
        case {"mode": "RGB" | "RGBA" as mode, "width": int(width), "height": int(height)}:
            fits = 0 < width <= longest_side and 0 < height <= longest_side
            if fits and len(read.data) == width * height * CHANNELS[mode]:
                return Pixels(mode, width, height, read.data)
    raise refusal(name, ReaderFault.READER_CRASHED)
