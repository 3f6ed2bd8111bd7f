"""Files to attach: chosen, dropped or pasted. They are read in a worker thread, up to a size limit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from desktop_app.errors import AttachmentError
from desktop_app.wording import translate


@dataclass(frozen=True)
class FileSource:
    """A file given by its path, or a picture from the clipboard."""

    name: str
    path: Path | None = None
    picture: QImage | None = None

    def read(self, most: int) -> bytes:
        """Returns the content; for a worker thread.

        Raises `AttachmentError` where the file is larger than `most` bytes or unreadable.
        """
        if self.path is None:
            return self._encoded()
        try:
            # The size reported by a file system may be wrong, so read up to one byte above the limit.
            with self.path.open("rb") as file:
                content = file.read(most + 1)
        except OSError as error:
            raise AttachmentError(reason="unreadable", name=self.name) from error
        if len(content) > most:
            raise AttachmentError(reason="too_large", name=self.name, limit=most // (1024 * 1024))
        return content

    def _encoded(self) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert self.picture is not None
        QImageWriter(buffer, QByteArray(b"png")).write(self.picture)
        return bytes(buffer.data().data())


def sources_of_paths(names: Iterable[str]) -> list[FileSource]:
    """Returns sources for paths."""
    return [FileSource(Path(name).name, Path(name)) for name in names]


def sources_of(mime: QMimeData) -> list[FileSource]:
    """Returns the local files of dropped or pasted data, without folders; else its picture. Text is ignored."""
    paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    found = sources_of_paths(path for path in paths if path and not Path(path).is_dir())
    if found:
        return found
    picture = mime.imageData() if mime.hasImage() else None
    if isinstance(picture, QImage) and not picture.isNull():
        word = translate("Attachments", "picture")
        return [FileSource(f"{word}.png", picture=picture)]
    return []
