"""A picture from a file that somebody chose, such as the office's logo: read with bounds, kept small and plain.

What comes out is a PNG made anew: no colour profile, no text, no place where it was taken, nothing behind its end.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import MEGABYTE, FileFault, read_bytes, refusal

PICTURE_LIMIT: Final = 5 * MEGABYTE
#: Unpacked: a picture of a few kilobytes may say that it is a hundred thousand points wide.
_MOST_POINTS: Final = 25_000_000
#: The longer edge of what is kept: enough for two centimetres at 600 dots an inch.
_KEPT_EDGE: Final = 480


def read_picture(path: Path) -> bytes:
    """The picture in the file as a small PNG. Raises `BadFileError` (not there, too large, no PNG or JPEG)."""
    if path.is_file() and path.stat().st_size > PICTURE_LIMIT:
        raise refusal(path.name, FileFault.NOT_A_PICTURE, limit=PICTURE_LIMIT // MEGABYTE)
    return plain_picture(read_bytes(path, PICTURE_LIMIT), path.name)


def plain_picture(data: bytes, name: str) -> bytes:
    """`data` (PNG or JPEG) as a small PNG, the same bytes for the same picture. Raises `BadFileError`."""
    from PIL import Image  # noqa: PLC0415 - few need it

    limit = PICTURE_LIMIT // MEGABYTE
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            # Pillow warns of what is refused here by its size.
            warnings.simplefilter("ignore")
            if picture.width * picture.height > _MOST_POINTS:
                raise refusal(name, FileFault.NOT_A_PICTURE, limit=limit)
            picture.load()
            kept = picture.convert("RGBA" if picture.mode in ("RGBA", "LA", "P", "PA") else "RGB")
        kept.thumbnail((_KEPT_EDGE, _KEPT_EDGE), Image.Resampling.LANCZOS)
        target = BytesIO()
        # A picture of its points alone: what else the file said stays behind.
        plain = Image.new(kept.mode, kept.size)
        plain.paste(kept)
        plain.save(target, "PNG", optimize=True)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise refusal(name, FileFault.NOT_A_PICTURE, limit=limit) from error
    return target.getvalue()
