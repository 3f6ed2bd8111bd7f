"""Preview of an attachment inside the program: PDF, picture or plain text, with size limits.

No content is run. PDF and pictures are drawn in the process for foreign files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.documents.media import PDF, PICTURES, TEXT
from desktop_app.documents.pixels import Pixels
from desktop_app.documents.previews import PdfPages, picture_preview
from desktop_app.errors import BadFileError
from desktop_app.foreign.faults import ReaderFault
from desktop_app.persian.text import visible_controls
from desktop_app.wording import translate
from desktop_app.wording.errors import error_sentence
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.page_images import ForeignPdfPreview, image_of
from ui.widgets.plain import PlainLabel, PlainText
from ui.window_place import resize_within

if TYPE_CHECKING:
    from desktop_app.database.files import FileRow
    from desktop_app.progress import Progress

#: Largest number of code points of a text that is shown.
_MOST_TEXT: Final = 200_000
PREVIEWED: Final = frozenset({PDF, TEXT, *PICTURES})

#: What a preview shows: pages, a picture, a text, or why there is nothing to be seen.
Shown = PdfPages | Pixels | str | BadFileError


def shown_of(name: str, media_type: str, content: bytes, progress: Progress | None = None) -> Shown:
    """Returns what can be shown of a file; for a worker thread. Raises `CancelledError`."""
    try:
        if media_type == PDF:
            return PdfPages.opened(content, name, progress)
        if media_type in PICTURES:
            return picture_preview(content, name, progress)
    except BadFileError as error:
        return error
    return readable_text(content)


def readable_text(content: bytes) -> str:
    """Returns the beginning of a text, with control characters made visible."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return visible_controls(content[: _MOST_TEXT * 4].decode(encoding, "replace")[:_MOST_TEXT])


class AttachmentPreview(QDialog):
    """Dialog that shows one attachment, or a message where it cannot be shown."""

    def __init__(self, row: FileRow, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(visible_controls(row.name))
        resize_within(self, 820, 760)
        self.page = page_of(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)


def page_of(shown: Shown) -> QWidget:
    """Returns the widget that shows a file, or says why it cannot be shown."""
    if isinstance(shown, PdfPages):
        return ForeignPdfPreview(shown)
    if isinstance(shown, Pixels):
        return PictureView(image_of(shown))
    if isinstance(shown, str):
        return PlainText(shown, "document")
    words = translate("Attachments", "This cannot be shown here. Save it, or open it with another program.")
    if shown.parameters.get("reason") in list(ReaderFault):
        words = error_sentence(shown)
    told = PlainLabel(words, "interface", "text2", wrap=True)
    told.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return told


class PictureView(QWidget):
    """Draws a picture scaled down to the widget, but never enlarged."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self.picture = picture
        self.setMinimumSize(200, 200)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().chrome)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.picture.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, self.picture)
