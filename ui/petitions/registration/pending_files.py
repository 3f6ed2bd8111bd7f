"""Files chosen or dropped beside the form; stored once the petition is registered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop_app.persian.text import shown_name
from desktop_app.wording import translate
from ui.guard import guarded
from ui.petitions.desk.file_sources import FileSource, sources_of, sources_of_paths
from ui.widgets.plain import LinkLabel, PlainLabel


class PendingFiles(QWidget):
    """One line: the names of the chosen files, and commands to add files and to remove all."""

    #: Files were added or removed.
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[FileSource] = []
        self.ask_files: Callable[[], Sequence[str]] = self._ask_files
        self.add = LinkLabel(translate("Attachments", "Add a file"), self.choose, "secondary")
        self._names = PlainLabel("", "secondary", "text2", elide=True)
        self.none = LinkLabel(translate("Attachments", "Without files"), self.clear, "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.add)
        row.addWidget(self._names, 1)
        row.addWidget(self.none)
        self.setAcceptDrops(True)
        self._show()

    def choose(self) -> None:
        """Asks for files and adds them."""
        self._take(sources_of_paths(self.ask_files()))

    def take_mime(self, mime: QMimeData) -> bool:
        """Adds dropped files; returns whether there were any."""
        found = sources_of(mime)
        self._take(found)
        return bool(found)

    def take_scan(self, path: Path) -> None:
        """Adds a file of the scanner's folder, in place of one that was chosen there before."""
        self.sources = [one for one in self.sources if one.path is None or one.path.parent != path.parent]
        self._take(sources_of_paths([str(path)]))

    def clear(self) -> None:
        """Removes all files."""
        self.sources = []
        self._show()

    def _take(self, sources: Sequence[FileSource]) -> None:
        self.sources += sources
        self._show()

    def _show(self) -> None:
        names = [shown_name(source.name) for source in self.sources]
        self._names.setText(translate("Window", ", ").join(names))
        self.none.setVisible(bool(names))
        self.changed.emit()

    def _ask_files(self) -> Sequence[str]:
        names, _ = QFileDialog.getOpenFileNames(self, translate("Attachments", "Add files"))
        return names

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sources_of(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        if self.take_mime(event.mimeData()):
            event.acceptProposedAction()
