"""What the screen of drafts shows: the list with the details beside it, a state, or a page about the chosen draft."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.instruments.details_column import DetailsColumn
from ui.instruments.list_page import ListPage
from ui.widgets.state_stack import StateStack


class InstrumentPages(StateStack):
    """Shows one page at a time; every page other than the list is about the chosen draft."""

    #: A page about the chosen draft came to the front, or the list came back.
    turned = Signal()

    def __init__(self, list_page: ListPage, column: DetailsColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self._list_page = list_page
        #: The list with the details beside it.
        self.main = QWidget()
        self._pages: tuple[QWidget, ...] = ()
        self.addWidget(self.main)
        row = QHBoxLayout(self.main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(list_page, 1)
        row.addWidget(column)
        column.lay_out()

    @property
    def list_in_front(self) -> bool:
        return self.currentWidget() is self.main

    @property
    def page_in_front(self) -> bool:
        """Whether a page about the chosen draft is shown."""
        return self.currentWidget() in self._pages

    def add_pages(self, *pages: QWidget) -> None:
        """Adds pages about the chosen draft."""
        self._pages += pages
        for page in pages:
            self.addWidget(page)

    def show_list(self) -> None:
        """Shows the list; the focus stays where it is."""
        self.setCurrentWidget(self.main)

    def show_page(self, page: QWidget) -> None:
        """Shows a page that was added by `add_pages`."""
        self.setCurrentWidget(page)
        self.turned.emit()

    def back_to_list(self) -> None:
        """Leaves a page; the focus goes to the list."""
        self.show_list()
        self._list_page.front().setFocus()
        self.turned.emit()
