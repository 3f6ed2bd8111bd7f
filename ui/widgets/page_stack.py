"""Pages one behind the other that take the height of the page in front, not of the highest one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageStack(QWidget):
    """For pages in a scroll area: Qt's own stack would offer to scroll past the end of a short page."""

    #: Another page is in front, by its place from 0.
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._at = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add_page(self, page: QWidget) -> None:
        """Appends a page; the first one is shown."""
        self._pages.append(page)
        page.hide()
        self._column.addWidget(page)
        if self._at < 0:
            self.bring_place(0)

    def remove_page(self, page: QWidget) -> None:
        """Takes away a page that is not in front."""
        self._pages.remove(page)
        self._column.removeWidget(page)
        page.hide()

    def place(self) -> int:
        """Returns the place of the page in front, from 0."""
        return self._at

    def front(self) -> QWidget:
        """Returns the page in front."""
        return self._pages[self._at]

    def bring(self, page: QWidget) -> None:
        """Brings a page to the front."""
        self.bring_place(self._pages.index(page))

    def bring_place(self, at: int) -> None:
        """Brings the page at a place to the front."""
        if at == self._at:
            return
        self._at = at
        self._pages[at].show()
        for place, page in enumerate(self._pages):
            if place != at:
                page.hide()
        self.turned.emit(at)
