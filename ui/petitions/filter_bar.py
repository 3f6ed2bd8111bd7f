"""The filter over the list, as a sentence: show all kinds in all units that are open, by nearest deadline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.persian.dates import JalaliMonth, day_and_month
from desktop_app.persian.day_ranges import DayRange
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.inbox import ListFilter, Order, Scope
from desktop_app.petitions.vocabulary import Kind, Status
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import VIEWS_BAR
from ui.widgets.button import IconButton
from ui.widgets.chip import FilterChip
from ui.widgets.jalali_date_edit import CalendarPopup
from ui.widgets.painting import hairline, right_to_left, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.search_box import SearchBox

_LONGEST_WORDS = 40


class FilterBar(QWidget):
    """`filter_changed` carries the list that is wanted now."""

    filter_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setFixedHeight(VIEWS_BAR)
        self._wanted = ListFilter()
        self._units: tuple[tuple[int, str], ...] = ()
        self.kind, self.unit, self.scope = FilterChip(""), FilterChip(""), FilterChip("")
        self.status, self.words, self.order = FilterChip(""), FilterChip("", is_set=True), FilterChip("")
        self.box = SearchBox(translate("Inbox", "Words, name or code"))
        self.box.setFixedWidth(200)
        self.box.searched.connect(self.search)
        self.box.submitted.connect(lambda _text: self.hide_box())
        self.add = IconButton("ph.magnifying-glass", translate("Inbox", "Search in this list"), key="Ctrl+F")
        self.add.clicked.connect(lambda _checked=False: self.show_box())
        self.since, self.of_one = FilterChip("", is_set=True), FilterChip("", is_set=True)
        self.more = IconButton("ph.plus", translate("Inbox", "One condition more"), icon_side=16)
        self._that = PlainLabel(translate("Inbox", "that"), "secondary", "text2")
        self._and = PlainLabel(translate("Inbox", "and"), "secondary", "text2")
        self._with = PlainLabel(translate("Inbox", "with"), "secondary", "text2")
        self._lay_out()
        self._wire()
        self.box.hide()
        self.show_filter(self._wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 16, 0)
        row.setSpacing(7)
        for part in (
            PlainLabel(translate("Inbox", "Show"), "secondary", "text2"), self.kind,
            PlainLabel(translate("Inbox", "in"), "secondary", "text2"), self.unit,
            self._that, self.scope, self._and, self.status, self.since, self.of_one, self._with, self.words,
            PlainLabel(translate("Inbox", "by"), "secondary", "text2"), self.order, self.more, self.box, self.add,
        ):  # fmt: skip
            row.addWidget(part)
        row.addStretch()

    def _wire(self) -> None:
        self.kind.clicked.connect(lambda _checked=False: self._open(self.kind, self._kinds()))
        self.unit.clicked.connect(lambda _checked=False: self._open(self.unit, self._unit_choices()))
        self.scope.clicked.connect(lambda _checked=False: self._open(self.scope, self._scopes()))
        self.order.clicked.connect(lambda _checked=False: self._open(self.order, self._orders()))
        self.kind.cleared.connect(lambda: self._change(kind=None))
        self.unit.cleared.connect(lambda: self._change(unit_id=None))
        self.scope.cleared.connect(lambda: self._change(scope=Scope.ANY))
        self.status.clicked.connect(lambda _checked=False: self._open(self.status, self._scopes()))
        self.status.cleared.connect(lambda: self._change(status=None))
        self.since.clicked.connect(lambda _checked=False: self._open(self.since, self._conditions()))
        self.since.cleared.connect(lambda: self._change(received=None))
        self.of_one.cleared.connect(lambda: self._change(petitioner_id=None))
        self.more.clicked.connect(lambda _checked=False: self._open(self.more, self._conditions()))
        self.words.clicked.connect(lambda _checked=False: self.show_box())
        self.words.cleared.connect(lambda: self.search(""))

    # What is shown

    def wanted(self) -> ListFilter:
        return self._wanted

    def know_units(self, units: Sequence[tuple[int, str]]) -> None:
        self._units = tuple(units)
        self.show_filter(self._wanted)

    def show_filter(self, wanted: ListFilter) -> None:
        """Makes the sentence say this; tells nobody."""
        self._wanted = wanted
        kind = label("kind", wanted.kind) if wanted.kind else translate("Inbox", "all kinds")
        self.kind.show_condition(kind, is_set=wanted.kind is not None)
        unit = next((name for key, name in self._units if key == wanted.unit_id), None)
        self.unit.show_condition(unit or translate("Inbox", "all units"), is_set=unit is not None)
        self.scope.show_condition(label("scope", wanted.scope.value), is_set=wanted.scope is not Scope.ANY)
        self.order.show_condition(label("order", wanted.order.value), is_set=False)
        status = label("status", wanted.status.value) if wanted.status else ""
        self.status.show_condition(status, is_set=True)
        self.status.setVisible(wanted.status is not None)
        self.since.show_condition(_received_words(wanted, self._today()), is_set=True)
        self.since.setVisible(bool(_received_words(wanted, self._today())))
        self.of_one.show_condition(translate("Inbox", "are of one petitioner"), is_set=True)
        self.of_one.setVisible(wanted.petitioner_id is not None)
        more = (wanted.status, wanted.received, wanted.petitioner_id)
        self._and.setVisible(any(condition is not None for condition in more))
        words = visible_controls(wanted.query)[:_LONGEST_WORDS]
        self.words.show_condition(fill(translate("Inbox", "“{words}”"), words=words), is_set=True)
        self.words.setVisible(bool(wanted.query))
        self._with.setVisible(bool(wanted.query))

    def show_box(self) -> None:
        """Opens the line for words and puts the cursor there."""
        self.box.setText(self._wanted.query)
        self.box.show()
        self.add.hide()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def hide_box(self) -> None:
        """Closes the line; the words stay as a condition."""
        self.box.hide()
        self.add.show()

    def search(self, text: str) -> None:
        """Looks for words in the list as it is filtered."""
        self._change(query=text.strip())

    # Choosing

    def _change(self, **values: object) -> None:
        wanted = replace(self._wanted, **values)  # type: ignore[arg-type]
        if wanted != self._wanted:
            self.show_filter(wanted)
            self.filter_changed.emit(wanted)

    def _kinds(self) -> QMenu:
        every: tuple[object, str] = (None, translate("Inbox", "all kinds"))
        return self._menu(
            "kind", [every, *((k.value, label("kind", k.value)) for k in Kind)], self._wanted.kind
        )

    def _unit_choices(self) -> QMenu:
        every: tuple[object, str] = (None, translate("Inbox", "all units"))
        return self._menu("unit_id", [every, *self._units], self._wanted.unit_id)

    def _scopes(self) -> QMenu:
        menu = self._menu(
            "scope", [(scope, label("scope", scope.value)) for scope in Scope], self._wanted.scope
        )
        menu.addSeparator()
        for status in Status:
            menu.addAction(label("status", status.value), self._status_asked(status))
        return menu

    def _status_asked(self, status: Status) -> Callable[[], object]:
        return lambda: self._change(status=status, scope=Scope.ANY)

    def _conditions(self) -> QMenu:
        """What the sentence can say besides: since when it came, and its state."""
        menu = QMenu(self)
        day = self._today()
        for words, since in (
            (translate("Inbox", "received today"), day),
            (translate("Inbox", "received in the last 7 days"), day - timedelta(days=6)),
            (translate("Inbox", "received in the last 30 days"), day - timedelta(days=29)),
            (translate("Inbox", "received this month"), JalaliMonth.of(day).first_day),
        ):
            menu.addAction(words, self._received_asked(since))
        month = JalaliMonth.of(day)
        last = self._received_asked(month.previous().first_day, month.previous().last_day)
        menu.addAction(translate("Inbox", "received last month"), last)
        menu.addAction(translate("Inbox", "received since a day …"), self.pick_day)
        menu.addSeparator()
        for status in Status:
            menu.addAction(label("status", status.value), self._status_asked(status))
        return menu

    def _received_asked(self, since: date, until: date | None = None) -> Callable[[], object]:
        return lambda: self._change(received=DayRange(since, until))

    def pick_day(self) -> CalendarPopup:
        """Opens the month to pick the day from on which petitions are shown."""
        popup = CalendarPopup(self._today(), None, self)
        popup.picked.connect(lambda day: self._received_asked(day)())
        corner = self.more.rect().bottomRight() if right_to_left() else self.more.rect().bottomLeft()
        popup.show_at(self.more.mapToGlobal(corner))
        return popup

    def _orders(self) -> QMenu:
        orders = [(order, label("order", order.value)) for order in Order]
        return self._menu("order", orders, self._wanted.order)

    def _menu(self, name: str, choices: Sequence[tuple[object, str]], chosen: object) -> QMenu:
        menu = QMenu(self)
        for code, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _checked=False, code=code: self._change(**{name: code}))
        return menu

    @staticmethod
    def _open(chip: QWidget, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        width = menu.sizeHint().width()
        left = chip.width() - width if right_to_left() else 0
        menu.popup(chip.mapToGlobal(QPoint(left, chip.height() + 2)))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().base)
        hairline(painter, box)


def _received_words(wanted: ListFilter, today: date) -> str:
    """Since when and until when the petitions came, as a condition; empty without one."""
    if wanted.received is None:
        return ""
    first, last = wanted.received.on(today)
    since = day_and_month(first) if first else ""
    until = day_and_month(last) if last else ""
    if since and until:
        return fill(translate("Inbox", "came from {since} to {until}"), since=since, until=until)
    if since:
        return fill(translate("Inbox", "came since {since}"), since=since)
    return fill(translate("Inbox", "came until {until}"), until=until) if until else ""
