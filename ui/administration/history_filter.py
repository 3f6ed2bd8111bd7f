"""The filter of the history as a sentence: which acts of whom on which items, from which day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.persian.dates import JalaliMonth, short_date
from desktop_app.persian.text import visible_controls
from desktop_app.reports.trail import TrailChoices, TrailFilter
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import VIEWS_BAR
from ui.widgets.chip import FilterChip
from ui.widgets.jalali_date_edit import CalendarPopup
from ui.widgets.menu_below import popup_below
from ui.widgets.painting import hairline, right_to_left, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.search_box import SearchBox

_LONGEST_NAME = 40


class HistoryFilterBar(QWidget):
    """`filter_changed` carries the current filter."""

    filter_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setFixedHeight(VIEWS_BAR)
        self._wanted = TrailFilter()
        self._choices = TrailChoices((), (), ())
        self.act, self.person, self.item, self.days = (FilterChip("") for _ in range(4))
        self.box = SearchBox(translate("HistoryPanel", "Code of the item"), key="Ctrl+F")
        self.box.setFixedWidth(190)
        self.box.searched.connect(lambda text: self._change(code=text))
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 16, 0)
        row.setSpacing(7)
        for part in (
            PlainLabel(translate("HistoryPanel", "Show"), "secondary", "text2"), self.act,
            PlainLabel(translate("HistoryPanel", "of"), "secondary", "text2"), self.person,
            PlainLabel(translate("HistoryPanel", "on"), "secondary", "text2"), self.item, self.days,
        ):  # fmt: skip
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.box)
        for chip, menu, cleared in (
            (self.act, self.act_menu, {"action": None}),
            (self.person, self.person_menu, {"actor_name": None}),
            (self.item, self.item_menu, {"item_type": None}),
            (self.days, self.days_menu, {"since": None, "until": None}),
        ):
            chip.clicked.connect(lambda _checked=False, chip=chip, menu=menu: _open(chip, menu()))
            chip.cleared.connect(lambda values=cleared: self._change(**values))
        self.show_filter(self._wanted)

    def wanted(self) -> TrailFilter:
        return self._wanted

    def know(self, choices: TrailChoices) -> None:
        """Sets the choices to what occurs in the history."""
        self._choices = choices

    def show_filter(self, wanted: TrailFilter) -> None:
        """Shows a filter without emitting `filter_changed`."""
        self._wanted = wanted
        if self.box.text().strip() != wanted.code:
            self.box.setText(wanted.code)
        act = label("event_action", wanted.action) if wanted.action else translate("HistoryPanel", "all acts")
        self.act.show_condition(act, is_set=wanted.action is not None)
        person = (
            translate("HistoryPanel", "everybody")
            if wanted.actor_name is None
            else _person_words(wanted.actor_name)
        )
        self.person.show_condition(person, is_set=wanted.actor_name is not None)
        item = (
            label("item_type", wanted.item_type)
            if wanted.item_type
            else translate("HistoryPanel", "all items")
        )
        self.item.show_condition(item, is_set=wanted.item_type is not None)
        self.days.show_condition(_day_words(wanted), is_set=bool(wanted.since or wanted.until))

    # Choices

    def _change(self, **values: object) -> None:
        wanted = replace(self._wanted, **values)  # type: ignore[arg-type]
        if wanted != self._wanted:
            self.show_filter(wanted)
            self.filter_changed.emit(wanted)

    def act_menu(self) -> QMenu:
        """Returns the menu of actions that occur."""
        every = translate("HistoryPanel", "all acts")
        acts = sorted((label("event_action", act), act) for act in self._choices.actions)
        return self._menu("action", every, [(code, words) for words, code in acts], self._wanted.action)

    def person_menu(self) -> QMenu:
        """Returns the menu of actors."""
        people = [(name, _person_words(name)) for name in self._choices.actor_names]
        every = translate("HistoryPanel", "everybody")
        return self._menu("actor_name", every, people, self._wanted.actor_name)

    def item_menu(self) -> QMenu:
        """Returns the menu of item types that occur."""
        kinds = [(kind, label("item_type", kind)) for kind in self._choices.item_types]
        return self._menu("item_type", translate("HistoryPanel", "all items"), kinds, self._wanted.item_type)

    def days_menu(self) -> QMenu:
        """Returns the menu of common ranges, and of the two ends."""
        menu = QMenu(self)
        day = self._today()
        month = JalaliMonth.of(day)
        for words, since, until in (
            (translate("HistoryPanel", "today"), day, None),
            (translate("HistoryPanel", "in the last 7 days"), day - timedelta(days=6), None),
            (translate("HistoryPanel", "in the last 30 days"), day - timedelta(days=29), None),
            (translate("HistoryPanel", "this month"), month.first_day, None),
            (translate("HistoryPanel", "last month"), month.previous().first_day, month.previous().last_day),
        ):
            menu.addAction(words, self._days_asked(since, until))
        menu.addSeparator()
        menu.addAction(translate("HistoryPanel", "from a day …"), lambda: self.pick_day("since"))
        menu.addAction(translate("HistoryPanel", "until a day …"), lambda: self.pick_day("until"))
        return menu

    def _days_asked(self, since: date, until: date | None) -> Callable[[], object]:
        return lambda: self._change(since=since, until=until)

    def pick_day(self, end: str) -> CalendarPopup:
        """Opens a calendar for the first or the last day."""
        popup = CalendarPopup(getattr(self._wanted, end) or self._today(), None, self)
        popup.picked.connect(lambda day: self._change(**{end: day}))
        corner = self.days.rect().bottomRight() if right_to_left() else self.days.rect().bottomLeft()
        popup.show_at(self.days.mapToGlobal(corner))
        return popup

    def _menu(self, name: str, every: str, choices: Sequence[tuple[str, str]], chosen: str | None) -> QMenu:
        menu = QMenu(self)
        for code, words in ((None, every), *choices):
            # An ampersand in a name would become a mnemonic.
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _checked=False, code=code: self._change(**{name: code}))
        return menu

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().base)
        hairline(painter, box)


def _open(chip: QWidget, menu: QMenu) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    popup_below(menu, chip, 2)


def _person_words(name: str) -> str:
    return visible_controls(name)[:_LONGEST_NAME] or translate("History", "The program")


def _day_words(wanted: TrailFilter) -> str:
    since = short_date(wanted.since) if wanted.since else ""
    until = short_date(wanted.until) if wanted.until else ""
    if since and until:
        return fill(translate("HistoryPanel", "from {since} to {until}"), since=since, until=until)
    if since:
        return fill(translate("HistoryPanel", "since {since}"), since=since)
    if until:
        return fill(translate("HistoryPanel", "until {until}"), until=until)
    return translate("HistoryPanel", "on any day")
