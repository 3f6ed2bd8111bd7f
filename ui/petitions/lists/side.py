"""The list of the inbox with its surroundings: views, filter, news strip, key hints; or a page in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui.petitions.lists.filter_bar import PetitionFilterBar
from ui.petitions.lists.news_strip import NewsStrip
from ui.petitions.lists.table import PetitionTable
from ui.petitions.lists.views_bar import ViewsBar
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import ListFilter, Outline
    from ui.petitions.lists.model import PetitionListModel

_LOADING, _LIST, _PAGE = range(3)


class ListSide(QWidget):
    """Shows a placeholder, the rows, or a page that explains why there are none."""

    def __init__(self, model: PetitionListModel, person_id: int | None, today: Callable[[], date]) -> None:
        super().__init__()
        self.table = PetitionTable(model, person_id)
        self.views, self.filter, self.strip = ViewsBar(), PetitionFilterBar(today, person_id), NewsStrip()
        #: Remark about the origin of the list, where there is one.
        self.remark = PlainLabel("", "secondary", "text2", wrap=True)
        self.remark.setContentsMargins(16, 4, 16, 8)
        self.remark.hide()
        self._remarked: ListFilter | None = None
        self.status = StatusLine(_hints())
        self.further = Button(translate("Inbox", "Search further"), "link", size="small")
        self.further.hide()
        self.pages = QStackedWidget()
        self._page: QWidget = QWidget()
        #: Whether the list should get the focus once it is visible.
        self.wants_focus = False
        for page in (Skeleton("rows"), self.table, self._page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.views, self.filter, self.remark, self.strip, self.pages, self.further, self.status):
            column.addWidget(part, 1 if part is self.pages else 0)

    def focus_list(self) -> None:
        """Focuses the list, now or once it is visible. A text field in use keeps the focus."""
        holder = self.window().focusWidget()
        typing = isinstance(holder, QLineEdit | QPlainTextEdit) and holder.isVisible()
        self.wants_focus = not typing and not self.table.isVisible()
        if not typing:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_remark(self, words: str, wanted: ListFilter) -> None:
        """Shows a remark above the list while the filter is `wanted`."""
        self._remarked = wanted
        self.remark.setText(words)
        self.remark.show()

    def keep_remark(self, wanted: ListFilter) -> None:
        """Hides the remark if it belongs to another filter."""
        if wanted != self._remarked:
            self._remarked = None
            self.remark.hide()

    def show_loading(self) -> None:
        """Shows a placeholder, for a list that had no rows before."""
        self.pages.setCurrentIndex(_LOADING)

    def show_rows(self, outline: Outline, *, crowded: bool = False, counting: bool = False) -> None:
        """Shows the list and its length.

        `crowded`: the list has too many sections for headings. `counting`: only its first rows were read yet.
        """
        self.pages.setCurrentIndex(_LIST)
        self.status.show()
        self.table.fit_rows()
        self.further.setVisible(outline.capped)
        if counting:
            words = translate("Inbox", "{count} petitions so far; the rest is being counted …")
        elif crowded:
            words = translate("Inbox", "{count} petitions; too many groups for headings")
        elif outline.capped:
            words = translate("Inbox", "{count}+ petitions; more words find fewer")
        else:
            words = translate("Inbox", "{count} petitions")
        self.status.show_text(fill(words, count=outline.total))

    def show_page(self, page: QWidget) -> None:
        """Shows a page in place of the list."""
        self.status.hide()
        self.further.hide()
        old, self._page = self._page, page
        self.pages.insertWidget(_PAGE, page)
        self.pages.removeWidget(old)
        old.deleteLater()
        self.pages.setCurrentWidget(page)

    @property
    def shows_page(self) -> bool:
        return self.pages.currentWidget() is self._page


def _hints() -> tuple[tuple[tuple[str, ...], str], ...]:
    return (
        (("Space",), translate("Inbox", "preview")),
        (("Return",), translate("Inbox", "open")),
        (("J", "K"), translate("Inbox", "down and up")),
        (("Ctrl+Shift+P",), translate("Inbox", "all commands")),
        (("?",), translate("Inbox", "keys")),
        (("F1",), translate("Inbox", "help")),
    )
