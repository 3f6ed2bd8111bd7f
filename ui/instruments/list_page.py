"""The list of instruments with its views, search and counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.instruments.consultation.agenda import Agenda
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.persian.text import fold
from desktop_app.wording import fill, translate
from ui.actions import key_of, make_action, tip
from ui.guard import guarded
from ui.instruments.agenda_view import AgendaHead, AgendaList, agenda_summary, instrument_of
from ui.instruments.list_view import VIEWS, InstrumentList, ListHead
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button, IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.plain import set_tip
from ui.widgets.search_box import SearchBox
from ui.widgets.status_line import StatusLine
from ui.widgets.tabs import ViewTabs

#: The key of the agenda view, which shows windows on a time line.
CALENDAR: Final = "calendar"


class ListPage(QWidget):
    """The list page; `picked` is emitted with the selected instrument, or None."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, new: QAction) -> None:
        super().__init__()
        self._rows: tuple[InstrumentRow, ...] = ()
        self._today = date.min
        self._keep: int | None = None
        self.tabs = ViewTabs(
            (
                ("all", translate("Instruments", "All")),
                ("drafting", translate("Instruments", "Drafting")),
                ("open", translate("Instruments", "Open")),
                ("after", translate("Instruments", "Closed")),
                ("finished", translate("Instruments", "Finished")),
                (CALENDAR, translate("Instruments", "Calendar")),
            ),
            translate("Instruments", "Views"),
            height=PAGE_HEADER,
        )
        self.search = SearchBox(translate("Instruments", "Title, code or unit"), pause=120)
        # A short placeholder: the tabs of the views leave little room.
        self.search.setPlaceholderText(translate("Instruments", "Find"))
        set_tip(self.search, translate("Instruments", "Title, code or unit"))
        self.search.setMinimumWidth(100)
        self.search.setMaximumWidth(190)
        self.list = InstrumentList()
        self.agenda = AgendaList()
        self._agenda: Agenda | None = None
        self._list_head, self._agenda_head = ListHead(), AgendaHead()
        self.status = StatusLine(
            (
                (("J", "K"), translate("Instruments", "up and down")),
                (("Enter",), translate("Instruments", "read")),
                (("Ctrl+O",), translate("Instruments", "import")),
                (("Ctrl+M",), translate("Instruments", "compare")),
            )
        )
        self._nothing = EmptyState(
            translate("Instruments", "Nothing here"),
            translate("Instruments", "No draft fits this view and these words."),
            icon="ph.magnifying-glass",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.agenda)
        self._stack.addWidget(self._nothing)
        self.nothing_waits = EmptyState(
            translate("Instruments", "No draft is on its way"),
            translate("Instruments", "Windows and what waits for whom stand here."),
            icon="ph.calendar-blank",
        )
        self._stack.addWidget(self.nothing_waits)
        self._lay_out(new)
        self.tabs.changed.connect(lambda _view: self._show())
        self.search.searched.connect(lambda _words: self._show())
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self.opened)
        self.agenda.picked.connect(lambda line: self._on_picked(instrument_of(line)))
        self.agenda.opened.connect(self.opened)
        for text, key, step in (
            (translate("Instruments", "Next draft"), "J", 1),
            (translate("Instruments", "Previous draft"), "K", -1),
        ):
            for rows in (self.list, self.agenda):
                make_action(rows, text, partial(rows.step, step), key=key)
        make_action(self, translate("Instruments", "Find in the list"), self.search.setFocus, key="Ctrl+F")

    def show_rows(
        self, rows: Sequence[InstrumentRow], today: date, keep: int | None, agenda: Agenda | None = None
    ) -> None:
        """Shows the rows and selects the instrument `keep` if the view contains it.

        `today` is the day in Tehran. Without an `agenda` the previous one is kept.
        """
        self._rows, self._today, self._keep = tuple(rows), today, keep
        self._agenda = agenda or self._agenda
        if self._agenda is not None:
            self.tabs.show_count(CALENDAR, self._agenda.soon or None)
        for view, states in VIEWS.items():
            self.tabs.show_count(view, sum(row.status in states for row in rows))
        self._fit()
        self._show()

    def show_view(self, view: str) -> None:
        """Clears the search and switches to a view."""
        self.search.clear_search()
        self.tabs.choose(view)

    def front(self) -> InstrumentList | AgendaList:
        """Returns the list that is visible in the current view."""
        return self.agenda if self.tabs.value() == CALENDAR else self.list

    def shown_ids(self) -> tuple[int, ...]:
        """Returns the ids of the drafts that match view and search, in list order."""
        return tuple(row.id for row in self._fitting())

    def _fitting(self) -> list[InstrumentRow]:
        states = VIEWS["all"] if self.tabs.value() == CALENDAR else VIEWS[self.tabs.value()]
        words = fold(self.search.text()).split()
        return [row for row in self._rows if row.status in states and _matches(row, words)]

    def offer(self, button: QWidget) -> None:
        """Adds a button at the end of the header."""
        self._head.addWidget(button)

    def _show(self) -> None:
        calendar = self.tabs.value() == CALENDAR
        self._list_head.setVisible(not calendar)
        self._agenda_head.setVisible(calendar)
        self.search.setVisible(not calendar)
        if calendar:
            self._show_calendar()
            return
        shown = self._fitting()
        self._stack.setCurrentWidget(self.list if shown else self._nothing)
        self.list.today = self._today
        self.list.show_rows(shown, self._keep)
        self.status.show_text(fill(translate("Instruments", "{n} drafts"), n=len(shown)))

    def _show_calendar(self) -> None:
        agenda = self._agenda
        if agenda is None or not agenda.rows:
            self._stack.setCurrentWidget(self.nothing_waits)
            self.picked.emit(None)
            self.status.show_text("")
            return
        self._stack.setCurrentWidget(self.agenda)
        self._agenda_head.show_agenda(agenda)
        self.agenda.show_agenda(agenda, self._keep)
        self.status.show_text(agenda_summary(agenda))

    def _on_picked(self, row: InstrumentRow | None) -> None:
        if row is not None:
            self._keep = row.id
        self.picked.emit(row)

    def _lay_out(self, new: QAction) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        self._new = new_button(new)
        self._new_icon = IconButton("ph.plus", new.text(), key=key_of(new))
        self._new_icon.clicked.connect(self._new.click)
        new.changed.connect(lambda: self._new_icon.setEnabled(new.isEnabled()))
        self._new_icon.setEnabled(new.isEnabled())
        row.addWidget(self._new)
        row.addWidget(self._new_icon)
        self._new_icon.hide()
        self._head = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._list_head)
        column.addWidget(self._agenda_head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Gives up the words of the button before the tabs lose any of theirs."""
        needed = self._head.sizeHint().width() - self.search.sizeHint().width() + self.search.minimumWidth()
        if self._new.isHidden():
            needed += self._new.sizeHint().width() - self._new_icon.sizeHint().width()
        self._new.setVisible(needed <= self.width())
        self._new_icon.setVisible(needed > self.width())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().base)


def new_button(new: QAction) -> Button:
    """Returns a button for the action, with the shortcut only in the tool tip, to save space."""
    made = Button(new.text(), icon="ph.plus")
    set_tip(made, tip(new.text(), key_of(new)))
    made.clicked.connect(new.trigger)
    new.changed.connect(lambda: made.setEnabled(new.isEnabled()))
    made.setEnabled(new.isEnabled())
    return made


def _matches(row: InstrumentRow, words: Sequence[str]) -> bool:
    """Returns whether all folded words occur in title, code or unit."""
    if not words:
        return True
    text = fold(f"{row.title} {row.code} {row.unit_name}")
    return all(word in text for word in words)
