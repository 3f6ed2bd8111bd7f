"""The pages of the inbox: the list with the petition beside it, or a page in its place."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget

from ui.guard import guarded
from ui.theme import theme


class InboxPages(QStackedWidget):
    """Shows one page at a time; the first one is the list."""

    @property
    def list_in_front(self) -> bool:
        return self.currentIndex() == 0

    def show_list(self) -> None:
        """Shows the list without moving the focus."""
        self.setCurrentIndex(0)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().base)
