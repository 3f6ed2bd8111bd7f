"""The list of the inbox and what stands around it: views, filter, strip of news, keys; or a page in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.petitions.lists.inbox import ListFilter, Outline
from desktop_app.wording import fill, translate
from ui.petitions.lists.filter_bar import PetitionFilterBar
from ui.petitions.lists.model import PetitionListModel
from ui.petitions.lists.news_strip import NewsStrip
from ui.petitions.lists.table import PetitionTable
from ui.petitions.lists.views_bar import ViewsBar
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton
from ui.widgets.status_line import StatusLine

_LOADING, _LIST, _PAGE = range(3)


class ListSide(QWidget):
    """Shows skeleton, rows, or a page that says why there are none."""

    def __init__(self, model: PetitionListModel, person_id: int | None, today: Callable[[], date]) -> None:
        super().__init__()
        self.table = PetitionTable(model, person_id)
        self.views, self.filter, self.strip = ViewsBar(), PetitionFilterBar(today, person_id), NewsStrip()
        #: Where the list comes from, where that has to be said.
        self.remark = PlainLabel("", "secondary", "text2", wrap=True)
        self.remark.setContentsMargins(16, 4, 16, 8)
        self.remark.hide()
        self._remarked: ListFilter | None = None
        self.status = StatusLine(_hints())
        self.further = Button(translate("Inbox", "Search further"), "link", size="small")
        self.further.hide()
        self.pages = QStackedWidget()
        self._page: QWidget = QWidget()
        #: Whether the list is to have the keyboard as soon as it is visible.
        self.wants_focus = False
        for page in (Skeleton("rows"), self.table, self._page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.views, self.filter, self.remark, self.strip, self.pages, self.further, self.status):
            column.addWidget(part, 1 if part is self.pages else 0)

    def focus_list(self) -> None:
        """Gives the list the keyboard, now or when it is visible; never out of a field that is typed in."""
        holder = self.window().focusWidget()
        typing = isinstance(holder, QLineEdit | QPlainTextEdit) and holder.isVisible()
        self.wants_focus = not typing and not self.table.isVisible()
        if not typing:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_remark(self, words: str, wanted: ListFilter) -> None:
        """Says this over the list for as long as it is `wanted`."""
        self._remarked = wanted
        self.remark.setText(words)
        self.remark.show()

    def keep_remark(self, wanted: ListFilter) -> None:
        """Takes away what was said of another list."""
        if wanted != self._remarked:
            self._remarked = None
            self.remark.hide()

    def show_loading(self) -> None:
        """Grey lines, where nothing was there before."""
        self.pages.setCurrentIndex(_LOADING)

    def show_rows(self, outline: Outline, *, crowded: bool = False, counting: bool = False) -> None:
        """The list, and how long it is; `crowded`: it would have more headings than anybody reads; `counting`: these
        are only its first rows."""
        self.pages.setCurrentIndex(_LIST)
        self.status.show()
        self.table.columns.fit()
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
        """A page in the place of the list."""
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
    )
