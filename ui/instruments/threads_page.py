"""Annotations over all drafts (حاشیه‌ها در همهٔ پیش‌نویس‌ها): views, search, and the selected one with its work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.instruments.annotations.over_all import (
    VIEWS,
    ThreadLine,
    ThreadList,
    ThreadSearch,
    ThreadView,
)
from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.annotations.thread_words import short_kind
from ui.guard import guarded
from ui.instruments.states import not_read
from ui.instruments.threads_details import ThreadDetails
from ui.instruments.threads_list import ThreadLineList, view_name
from ui.jobs import run, show_error
from ui.widgets.button import IconButton
from ui.widgets.choice import CodeComboBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.search_box import SearchBox
from ui.widgets.skeleton import Skeleton
from ui.widgets.state_stack import StateStack
from ui.widgets.status_line import StatusLine
from ui.widgets.tabs import ViewTabs
from ui.workplace import ShowThread, Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

_DETAILS: Final = 408
#: The least width with the details beside the list, in pixels.
_BESIDE_FROM: Final = 860


class ThreadsPage(QWidget):
    """Shows the annotations of all drafts; Escape goes back, Enter leads to the place."""

    closed = Signal()
    #: The place of a thread is wanted (`ShowThread`).
    place_wanted = Signal(object)
    #: A message about what was done, and its undo (a callable, or None).
    done = Signal(str, object)

    def __init__(self, workplace: Workplace[InstrumentsServices]) -> None:
        super().__init__()
        self._workplace = workplace
        self.found: ThreadList | None = None
        self._search = ThreadSearch()
        self.tabs = ViewTabs(
            [(view.value, view_name(view)) for view in ThreadView],
            translate("Threads", "Views"),
            alarming=frozenset({ThreadView.OVERDUE.value, ThreadView.BLOCKING.value}),
        )
        self.tabs.setMinimumWidth(1)
        self.tabs.changed.connect(lambda _view: self._show())
        self.search = SearchBox(translate("Threads", "Find in annotations"), key="Ctrl+F", pause=120)
        self.search.searched.connect(self._on_searched)
        self.kind = CodeComboBox(translate("Threads", "Kind"))
        self.kind.offer(
            [
                ("", translate("Threads", "All kinds")),
                *((kind.value, short_kind(kind)) for kind in ThreadKind),
            ]
        )
        self.kind.currentIndexChanged.connect(lambda _at: self._show())
        self.details = ThreadDetails(workplace)
        self.list = ThreadLineList()
        self.list.picked.connect(self.details.show_line)
        self.list.opened.connect(lambda _line: self._go())
        self.panel = self.details.panel
        self.panel.closed.connect(self.list.setFocus)
        self.details.place_wanted.connect(self._go)
        self.details.changed.connect(self.reload)
        self.details.done.connect(self.done)
        self._make_actions()
        self._lay_out()

    # Reading

    def open(self) -> None:
        """Reads the annotations and shows the page."""
        if self.found is None:
            self._stack.setCurrentWidget(self._waiting)
        self.reload()

    def reload(self) -> None:
        """Reads the annotations again; view, selection, scroll place and typed words stay."""
        services, actor = self._workplace.services, self._workplace.actor
        run(self, lambda: services.threads_over_all.all(actor), self._on_read, self._on_trouble)
        self.details.read_known()

    def choose(self, view: ThreadView) -> None:
        """Switches to a view."""
        self.tabs.choose(view.value)

    def _on_read(self, found: ThreadList) -> None:
        first, self.found = self.found is None, found
        for view, admits in VIEWS.items():
            self.tabs.show_count(view.value, sum(admits(line) for line in found.lines) or None)
        if first and not any(VIEWS[ThreadView.MINE](line) for line in found.lines):
            # Nothing is one's own: all open ones say more than an empty list.
            self.tabs.choose(ThreadView.OPEN.value)
        self._show()

    def _on_trouble(self, error: Exception) -> None:
        if self.found is not None or not isinstance(error, AppError):
            show_error(self, error)
            return
        self._stack.show_state(
            not_read(error, self.reload, translate("Threads", "The annotations could not be read"))
        )

    # The list

    def fitting(self) -> list[ThreadLine]:
        """Returns the threads of view, kind and search, in the order of the list."""
        if self.found is None:
            return []
        admits, kind = VIEWS[ThreadView(self.tabs.value())], str(self.kind.code() or "")
        return [
            line
            for line in self.found.lines
            if admits(line) and kind in ("", line.kind.value) and self._search.admits(line)
        ]

    def _on_searched(self, words: str) -> None:
        self._search.look_for(words)
        self._show()

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        shown = self.fitting()
        self._stack.setCurrentWidget(self.list if shown else self._nothing)
        self.list.today = found.today
        self.list.show_rows(shown, self.details.line.id if self.details.line is not None else None)
        words = translate("Threads", "{n} annotations")
        if found.more:
            words = translate("Threads", "{n} annotations; older ones are left out")
        self.status.show_text(fill(words, n=len(shown)))
        if not shown:
            self.details.show_line(None)

    def step(self, by: int) -> None:
        """Selects the next row (1) or the previous one (-1)."""
        self.list.step(by)

    def _go(self) -> None:
        line = self.details.line
        if line is not None:
            self.place_wanted.emit(ShowThread(line.instrument_id, line.id))

    def _on_escape(self) -> None:
        """Clears the search, leaves the selected thread for the list, or leaves the page."""
        if self.search.hasFocus() and self.search.text():
            self.search.clear_search()
        elif self.panel.isAncestorOf(QApplication.focusWidget() or self):
            self.list.setFocus()
        else:
            self.closed.emit()

    # Layout

    def _make_actions(self) -> None:
        for words, key, does in (
            (translate("Threads", "Next annotation"), "J", partial(self.step, 1)),
            (translate("Threads", "Previous annotation"), "K", partial(self.step, -1)),
            (translate("Threads", "Reply to the annotation"), "E", self.details.write),
        ):
            make_action(self.list, words, does, key=key)
        make_action(self, translate("Threads", "Find in annotations"), self.search.setFocus, key="Ctrl+F")
        for number, view in enumerate(ThreadView, 1):
            words = fill(translate("Threads", "Annotations: {view}"), view=view_name(view))
            make_action(self, words, partial(self.choose, view), key=f"Alt+{number}")
        back = make_action(self, translate("Threads", "Back to the drafts"), self._on_escape, key="Esc")
        self._back = IconButton("ph.arrow-left", back.text(), key="Esc")
        self._back.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        title = translate("Threads", "Annotations over all drafts")
        row.addWidget(self._back)
        row.addWidget(PlainLabel(title, "interface", bold=True, elide=True), 1)
        row.addWidget(self.kind)
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(240)
        row.addWidget(self.search, 1)
        views = QHBoxLayout()
        set_margins(views, 16, 0, 12, 0)
        views.addWidget(self.tabs, 1)
        self._nothing = EmptyState(
            translate("Threads", "Nothing here"),
            translate("Threads", "No annotation fits this view and these words."),
            icon="ph.chat-circle",
        )
        self._waiting = Skeleton("rows")
        self._stack = StateStack()
        for page in (self.list, self._nothing, self._waiting):
            self._stack.addWidget(page)
        self.status = StatusLine(
            (
                (("J", "K"), translate("Threads", "up and down")),
                (("Enter",), translate("Threads", "to the place")),
                (("E",), translate("Threads", "reply")),
            )
        )
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(views)
        lines.addWidget(self._stack, 1)
        lines.addWidget(self.status)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(0)
        self._row.addWidget(left, 1)
        self._row.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(self._row, 1)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # The direction follows the width, so the width that it needs now must not hold the window open.
        return QSize(520, 360)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside, ways = self.width() >= _BESIDE_FROM, QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setStretch(1, 0 if beside else 1)
        self.details.setMinimumWidth(_DETAILS if beside else 0)
        self.details.setMaximumWidth(_DETAILS if beside else 16_777_215)
