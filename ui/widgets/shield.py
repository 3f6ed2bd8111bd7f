"""What appears under the pointer takes no click that was meant for what was there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.guard import guarded

#: How long a click on what just appeared does nothing, in milliseconds.
LATE: Final = 400


class Shield(QWidget):
    """Lies over `place` for a moment after it appeared, and takes the clicks."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self._timer = QTimer(self, singleShot=True, interval=LATE)
        self._timer.timeout.connect(self.hide)
        self.hide()
        place.installEventFilter(self)

    def start(self) -> None:
        """Takes the clicks from now on, for the moment."""
        self.setGeometry(self._place.rect())
        self.raise_()
        self.show()
        self._timer.start()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._place and event.type() == QEvent.Type.Show:
            self.start()
        elif watched is self._place and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._place.rect())
        return False

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
