"""Reads a picture that a user chose, such as the office's logo, with limits, and re-encodes it as a small PNG.

The result contains only pixels: no colour profile, no text or location metadata, and no trailing data.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import MEGABYTE, FileFault, read_bytes, refusal

PICTURE_LIMIT: Final = 5 * MEGABYTE
#: Maximum number of pixels: a file of a few kilobytes may declare a width of a hundred thousand pixels.
_MAX_PIXELS: Final = 25_000_000
#: Maximum length of an edge in pixels: enough for two centimetres at 600 dots per inch.
_MAX_EDGE: Final = 480


def read_picture(path: Path) -> bytes:
    """Reads a picture as a small PNG. Raises `BadFileError` (missing, too large, neither PNG nor JPEG)."""
    if path.is_file() and path.stat().st_size > PICTURE_LIMIT:
        raise refusal(path.name, FileFault.NOT_A_PICTURE, limit=PICTURE_LIMIT // MEGABYTE)
    return plain_picture(read_bytes(path, PICTURE_LIMIT), path.name)


def plain_picture(data: bytes, name: str) -> bytes:
    """Converts `data` (PNG or JPEG) to a small PNG, deterministically. Raises `BadFileError`."""
    from PIL import Image  # noqa: PLC0415 - few need it

    limit = PICTURE_LIMIT // MEGABYTE
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            # Pillow warns about sizes that are refused below.
            warnings.simplefilter("ignore")
            if picture.width * picture.height > _MAX_PIXELS:
                raise refusal(name, FileFault.NOT_A_PICTURE, limit=limit)
            picture.load()
            converted = picture.convert("RGBA" if picture.mode in ("RGBA", "LA", "P", "PA") else "RGB")
        converted.thumbnail((_MAX_EDGE, _MAX_EDGE), Image.Resampling.LANCZOS)
        target = BytesIO()
        # Copy only the pixels, to drop all metadata.
        plain = Image.new(converted.mode, converted.size)
        plain.paste(converted)
        plain.save(target, "PNG", optimize=True)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise refusal(name, FileFault.NOT_A_PICTURE, limit=limit) from error
    return target.getvalue()
