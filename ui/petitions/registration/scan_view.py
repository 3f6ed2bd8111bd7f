"""A scanned letter beside the form, so that it is registered while it is read: a PDF or a picture, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.documents.media import PDF, PICTURES, media_type
from desktop_app.errors import AppError
from desktop_app.persian.text import shown_name
from desktop_app.wording import translate
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.petitions.desk.attachment_preview import Shown, page_of, shown_of
from ui.widgets.emptying import empty
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.progress import Progress
    from ui.petitions.desk.file_sources import FileSource

#: Largest file that is shown, in bytes; how large an attachment may be, the office says.
_MOST: Final = 64 * 1024 * 1024


class ScanView(QWidget):
    """Hidden while no file of the form can be shown. `left` asks for what the view stands in front of."""

    left = Signal()
    #: A file is about to be shown.
    opened = Signal()
    #: The list of scans is asked for.
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._source: FileSource | None = None
        #: What is shown: pages, a picture, or a sentence why there is nothing to be seen.
        self.page: QWidget | None = None
        self.name = PlainLabel("", "interface", bold=True, elide=True)
        self.back = LinkLabel(translate("RegisterForm", "Show the sender"), self.left.emit, "secondary")
        head = QHBoxLayout()
        set_margins(head, 16, 10, 16, 10)
        head.addWidget(self.name, 1)
        others = LinkLabel(translate("Scans", "Other scans"), self.list_wanted.emit, "secondary")
        head.addWidget(others)
        head.addSpacing(12)
        head.addWidget(self.back)
        self._place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._place, 1)

    @property
    def shows(self) -> bool:
        """Whether there is a letter to be seen."""
        return self._source is not None

    def show_files(self, sources: Sequence[FileSource]) -> None:
        """Shows the first of the files that can be shown: by its name, before it is read."""
        wanted = next((source for source in sources if _may_be_shown(source)), None)
        if wanted is self._source:
            return
        self._source = wanted
        empty(self._place)
        self.page = None
        if wanted is None:
            self.left.emit()
            return
        self.name.setText(shown_name(wanted.name))
        self.opened.emit()
        jobs.run(self, lambda: _read(wanted), lambda shown: self._show(wanted, shown), self._on_trouble)

    def _show(self, source: FileSource, shown: Shown) -> None:
        if source is self._source:
            self.page = page_of(shown)
            self._place.addWidget(self.page)

    def _on_trouble(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self.page = PlainLabel(error_sentence(error), "interface", "text2", wrap=True)
            self._place.addWidget(self.page)
        else:
            jobs.show_error(self, error)


_ENDINGS: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".bmp", ".webp", ".gif"})


def _may_be_shown(source: FileSource) -> bool:
    return source.picture is not None or (source.path is not None and source.path.suffix.lower() in _ENDINGS)


def _read(source: FileSource, progress: Progress | None = None) -> Shown:
    content = source.read(_MOST)
    kind = media_type(content)
    return shown_of(source.name, kind if kind == PDF or kind in PICTURES else PDF, content, progress)
