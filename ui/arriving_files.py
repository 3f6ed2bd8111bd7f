"""Files with which the program is started: they are compared as soon as somebody has signed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.handed_files import MOMENT, HandedFiles

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class ArrivingFiles(QObject):
    """Brings the open window to the front, and hands files to the comparison once a main window is open.

    `front` returns the open window. A locked window gets its files when it is unlocked.
    """

    def __init__(
        self, front: Callable[[], QWidget | None], files: Sequence[Path] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._front = front
        self._files = HandedFiles(files)
        self._main: MainWindow | None = None
        #: Runs while a single file waits for a second one.
        self.moment = QTimer(self, singleShot=True, interval=int(MOMENT * 1000))
        self.moment.timeout.connect(self._deliver)
        if files and not self._files.complete:
            self.moment.start()

    def arrive(self, files: Sequence[Path]) -> None:
        """Takes what a second start brought: two files, one, or none."""
        window = self._front()
        if window is not None:
            bring_to_front(window)
        if files:
            self._files.add(files)
            self.moment.start()
        self._deliver()

    def use(self, window: MainWindow | None) -> None:
        """Hands files to this main window from now on; None after signing out."""
        self._main = window
        if window is not None and window.lock is not None:
            window.lock.changed.connect(self._deliver)
        self._deliver()

    def _deliver(self) -> None:
        window = self._main
        if window is None or (window.lock is not None and window.lock.locked):
            return
        if self._files.complete or (self._files.waiting and not self.moment.isActive()):
            self.moment.stop()
            window.compare_files(self._files.take())


def bring_to_front(window: QWidget) -> None:
    """Shows a window above others, and its dialog above it."""
    front = QApplication.activeModalWidget() or window
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    front.raise_()
    front.activateWindow()
