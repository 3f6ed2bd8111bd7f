"""Preview of an attachment inside the program: PDF, picture or plain text, with size limits.

No content is run.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.database.files import FileRow
from desktop_app.documents.media import PDF, PICTURES, TEXT
from desktop_app.persian.text import visible_controls
from desktop_app.wording import translate
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.plain import PlainLabel, PlainText

#: Pictures with more pixels are not decoded. Above `_LARGEST_SIDE` they are scaled down while decoding.
MOST_PIXELS: Final = 60_000_000
_LARGEST_SIDE: Final = 2400
#: Largest number of code points of a text that is shown.
_MOST_TEXT: Final = 200_000
#: A page with a larger ratio of height to width would be rendered as too large an image.
_MOST_SLENDER: Final = 30
_PAGES_LOOKED_AT: Final = 50
PREVIEWED: Final = frozenset({PDF, TEXT, *PICTURES})


def readable_picture(content: bytes) -> QImage | None:
    """Returns the picture, scaled down to `_LARGEST_SIDE`; None if it is broken or too large.

    May run in a worker thread.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    # The format is determined by the content, not by the file name.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > _LARGEST_SIDE:
        bound = QSize(_LARGEST_SIDE, _LARGEST_SIDE)
        reader.setScaledSize(size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else picture


def readable_text(content: bytes) -> str:
    """Returns the beginning of a text, with control characters made visible."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return visible_controls(content[: _MOST_TEXT * 4].decode(encoding, "replace")[:_MOST_TEXT])


def readable_pdf(content: bytes) -> bool:
    """Whether a PDF opens without a password and its first pages have a size that can be rendered."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        count = document.pageCount()
        sizes = [document.pagePointSize(page) for page in range(min(count, _PAGES_LOOKED_AT))]
        slender = all(
            0 < size.width() * _MOST_SLENDER >= size.height() > 0 < size.width() < 15_000 for size in sizes
        )
        return bool(count) and document.error() is QPdfDocument.Error.None_ and slender
    finally:
        document.close()
        buffer.close()


class AttachmentPreview(QDialog):
    """Dialog that shows one attachment, or a message where it cannot be shown."""

    def __init__(self, row: FileRow, content: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(visible_controls(row.name))
        self.resize(820, 760)
        self.page: QWidget = self._page(row, content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _page(self, row: FileRow, content: bytes) -> QWidget:
        if row.media_type == PDF and readable_pdf(content):
            preview = PdfPreview()
            preview.show_pdf(content)
            return preview
        if row.media_type in PICTURES:
            picture = readable_picture(content)
            if picture is not None:
                return _Picture(picture)
        if row.media_type == TEXT:
            return PlainText(readable_text(content), "document")
        words = translate(
            "Attachments", "This cannot be shown here. Save it, or open it with another program."
        )
        told = PlainLabel(words, "interface", "text2", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return told


class _Picture(QWidget):
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
