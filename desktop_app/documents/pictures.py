"""Reads a picture that a user chose, such as the office's logo, with limits, and re-encodes it as a small PNG.

The result contains only pixels: no colour profile, no text or location metadata, and no trailing data.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.documents.faults import MEGABYTE, FileFault, read_bytes, refusal
from desktop_app.documents.pixels import Pixels, told_pixels
from desktop_app.foreign.reader import READER

if TYPE_CHECKING:
    from PIL import Image

PICTURE_LIMIT: Final = 5 * MEGABYTE
#: Maximum number of pixels: a file of a few kilobytes may declare a width of a hundred thousand pixels.
_MAX_PIXELS: Final = 25_000_000
#: Maximum length of an edge in pixels: enough for two centimetres at 600 dots per inch.
_MAX_EDGE: Final = 480


def read_picture(path: Path) -> bytes:
    """Returns the bytes of a picture file. Raises `BadFileError` (missing, too large)."""
    if path.is_file() and path.stat().st_size > PICTURE_LIMIT:
        raise refusal(path.name, FileFault.NOT_A_PICTURE, limit=PICTURE_LIMIT // MEGABYTE)
    return read_bytes(path, PICTURE_LIMIT)


def foreign_picture(data: bytes, name: str) -> bytes:
    """Converts a picture as `plain_picture` does, in the process for foreign files. Raises `BadFileError`."""
    from PIL import Image  # noqa: PLC0415 - few need it

    with READER.batch() as batch:
        found = told_pixels(name, batch.ask("picture", name, data), _MAX_EDGE**2)
    return _encoded(Image.frombytes(found.mode, (found.width, found.height), found.data))


def plain_picture(data: bytes, name: str) -> bytes:
    """Converts `data` (PNG or JPEG) to a small PNG, deterministically, in this process; for the office's own.

    Raises `BadFileError`.
    """
    return _encoded(_small(data, name))


def small_pixels(data: bytes) -> Pixels:
    """Returns the pixels of the small picture. Raises `BadFileError`."""
    small = _small(data, "")
    return Pixels("RGBA" if small.mode == "RGBA" else "RGB", small.width, small.height, small.tobytes())


def _small(data: bytes, name: str) -> Image.Image:
    from PIL import Image  # noqa: PLC0415

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
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise refusal(name, FileFault.NOT_A_PICTURE, limit=limit) from error
    return converted


def _encoded(picture: Image.Image) -> bytes:
    from PIL import Image  # noqa: PLC0415

    target = BytesIO()
    # Copy only the pixels, to drop all metadata.
    plain = Image.new(picture.mode, picture.size)
    plain.paste(picture)
    plain.save(target, "PNG", optimize=True)
    return target.getvalue()
