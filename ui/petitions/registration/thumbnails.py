"""Small pictures of scans: the first page of a PDF, or the picture itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop_app.documents.media import PDF, media_type
from desktop_app.documents.previews import PdfPages, picture_preview
from desktop_app.errors import BadFileError
from desktop_app.petitions.registration.scans import Scan
from ui.widgets.page_images import image_of

#: Largest file of which a picture is drawn, in bytes.
_MOST: Final = 64 * 1024 * 1024


def thumbnail(scan: Scan, height: int) -> QImage | None:
    """Returns a picture of at most `height` pixels, drawn in the process for foreign files; None if there is none.

    For a worker thread.
    """
    try:
        if scan.size > _MOST:
            return None
        content = scan.path.read_bytes()
        if media_type(content) == PDF:
            pages = PdfPages.opened(content, scan.name)
            return image_of(pages.part(0, height / pages.sizes[0][1], 0, height))
        drawn = image_of(picture_preview(content, scan.name))
        return drawn.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
    except (OSError, BadFileError):
        return None
