"""Opens files from outside as read-only copies with the system's program, after a warning if they may be harmful."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.documents.media import risk_of, safe_name
from desktop_app.opened import OpenedFiles
from ui import jobs
from ui.widgets.attachment_dialogs import RiskDialog


class CopyOpening:
    """Writes copies to `opened` in a job of `owner`. `open_url` can be replaced (for tests)."""

    def __init__(self, owner: QWidget, opened: OpenedFiles) -> None:
        self._owner, self._opened = owner, opened
        self.open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
        self.dialog: RiskDialog | None = None

    def open(self, name: str, content: bytes, over: QWidget) -> None:
        """Opens a copy; for a risky file it first asks in a dialog over the window `over`."""
        risk = risk_of(name, content)
        if risk is None:
            self._open(name, content)
            return
        dialog = self.dialog = RiskDialog(name, risk, over)
        dialog.accepted.connect(lambda: self._open(name, content))
        dialog.open()

    def _open(self, name: str, content: bytes) -> None:
        jobs.run(self._owner, lambda: self._opened.put(safe_name(name), content), self._open_copy)

    def _open_copy(self, path: Path) -> None:
        self.open_url(QUrl.fromLocalFile(str(path)))
