"""The pages of the drafts screen: the list with details, a state, or a page about the selected draft."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.guard import guarded
from ui.instruments.details_column import DetailsColumn
from ui.instruments.list_page import ListPage
from ui.widgets.beside import BESIDE_FROM
from ui.widgets.state_stack import StateStack


class BelowWhereNarrow(QWidget):
    """The list with the details beside it; below it in a narrow window."""

    def __init__(self, list_page: QWidget, column: DetailsColumn) -> None:
        super().__init__()
        self._column = column
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(list_page, 1)
        self._row.addWidget(column)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # The direction follows the width, so the width that it needs now must not hold the window open.
        hints = [item.minimumSize() for at in range(2) if (item := self._row.itemAt(at)) is not None]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setStretch(1, 0 if beside else 1)
        self._column.fit(beside=beside)


class InstrumentPages(StateStack):
    """Shows one page at a time; every page except the list is about the selected draft."""

    #: Emitted after a switch to a page or back to the list.
    turned = Signal()

    def __init__(self, list_page: ListPage, column: DetailsColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self._list_page = list_page
        self.currentChanged.connect(lambda _index: self.updateGeometry())
        #: The list with the details beside it.
        self.main = BelowWhereNarrow(list_page, column)
        self._pages: tuple[QWidget, ...] = ()
        self.addWidget(self.main)
        column.lay_out()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # Of the page in front alone: the list is wider than the pages about one draft.
        front = self.currentWidget() if self.page_in_front else None
        return front.minimumSizeHint() if front is not None else super().minimumSizeHint()

    @property
    def list_in_front(self) -> bool:
        return self.currentWidget() is self.main

    @property
    def page_in_front(self) -> bool:
        """Whether a page about the selected draft is shown."""
        return self.currentWidget() in self._pages

    def add_page(self, page: QWidget) -> None:
        """Adds a page about the selected draft."""
        self._pages = (*self._pages, page)
        self.addWidget(page)

    def show_list(self) -> None:
        """Shows the list without moving the focus."""
        self.setCurrentWidget(self.main)

    def show_page(self, page: QWidget) -> None:
        """Shows a page that was added with `add_page`."""
        self.setCurrentWidget(page)
        self.turned.emit()

    def back_to_list(self) -> None:
        """Returns to the list and focuses it."""
        self.show_list()
        self._list_page.front().setFocus()
        self.turned.emit()
