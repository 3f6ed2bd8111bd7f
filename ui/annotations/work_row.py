"""Who sees to a thread, until when, and its labels: buttons with menus, and a field for what no menu has."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QMenu, QVBoxLayout, QWidget

from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.annotations.work_model import LONGEST_LABEL
from desktop_app.persian.dates import day_and_month
from desktop_app.wording import fill, translate
from ui.annotations.reply_form import calling, pop_up
from ui.annotations.thread_host import ThreadHost
from ui.annotations.thread_words import assignee_words
from ui.guard import guarded
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.month_grid import today
from ui.widgets.text_field import TextField

_LINE: Final = 36
#: The days that the menu offers, counted from today.
_SOON: Final = (0, 3, 7, 14)


class WorkRow(QWidget):
    """The work of one open thread; passes choices to the host."""

    def __init__(self, host: ThreadHost, row: ThreadRow) -> None:
        super().__init__()
        self._host, self._row = host, row
        self.assign = Button("", "ghost", menu_caret=True, size="small", icon="ph.user")
        self.due = Button("", "ghost", menu_caret=True, size="small", icon="ph.calendar")
        self.label = Button(
            translate("Comparison", "Label"), "ghost", menu_caret=True, size="small", icon="ph.tag"
        )
        self.assign.clicked.connect(lambda: pop_up(self.assignee_menu(), self.assign))
        self.due.clicked.connect(lambda: pop_up(self.due_menu(), self.due))
        self.label.clicked.connect(lambda: pop_up(self.label_menu(), self.label))
        self.day: DayField | None = None
        self.name: LabelField | None = None
        self._labels: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        buttons = FlowLayout(_LINE, 2, (0, 0, 0, 0))
        for button in (self.assign, self.due, self.label):
            buttons.addWidget(button)
        self._column.addLayout(buttons)
        self.show_row(row)

    def show_row(self, row: ThreadRow) -> None:
        """Shows the work of the thread as it is now; a day or a label that is being typed stays."""
        before, self._row = self._row, row
        self.assign.setText(assignee_words(row.assignee_name))
        self.due.setText(due_words(row.due_on))
        if self._labels is not None and before.labels == row.labels:
            return
        if self._labels is not None:
            self._labels.hide()
            self._labels.deleteLater()
        self._labels = label_chips(row.labels)
        self._column.insertWidget(0, self._labels)
        self._labels.setVisible(bool(row.labels))

    @property
    def is_writing(self) -> bool:
        """Whether a day or a label is being typed."""
        return self.day is not None or self.name is not None

    def assignee_menu(self) -> QMenu:
        """Returns the menu of possible assignees."""
        menu = self._menu()
        for number, name in self._host.staff:
            choose = calling(self._host.assignee_chosen.emit, self._row.id, number)
            self._tick(menu, name, choose, ticked=number == self._row.assignee_id)
        menu.addSeparator()
        nobody = menu.addAction(
            translate("Comparison", "Nobody"), calling(self._host.assignee_chosen.emit, self._row.id, None)
        )
        nobody.setEnabled(self._row.assignee_id is not None)
        return menu

    def due_menu(self) -> QMenu:
        """Returns the menu of days; another one can be typed."""
        menu, here = self._menu(), today()
        for days in _SOON:
            day = here + timedelta(days=days)
            choose = calling(self._host.due_chosen.emit, self._row.id, day)
            self._tick(menu, _soon_words(days, day), choose, ticked=day == self._row.due_on)
        menu.addAction(translate("Comparison", "Another day…"), self.ask_for_day)
        menu.addSeparator()
        none = menu.addAction(
            translate("Comparison", "No deadline"), calling(self._host.due_chosen.emit, self._row.id, None)
        )
        none.setEnabled(self._row.due_on is not None)
        return menu

    def label_menu(self) -> QMenu:
        """Returns the menu of the office's labels; a new one can be typed."""
        menu = self._menu()
        for name in dict.fromkeys((*self._row.labels, *self._host.labels)):
            on = name not in self._row.labels
            choose = calling(self._host.label_chosen.emit, self._row.id, name, on)
            self._tick(menu, name, choose, ticked=not on)
        menu.addSeparator()
        menu.addAction(translate("Comparison", "New label…"), self.ask_for_label)
        return menu

    def ask_for_day(self) -> None:
        """Shows the field for a day."""
        if self.day is None:
            self.day = DayField(self._row.due_on)
            self.day.entered.connect(lambda day: self._host.due_chosen.emit(self._row.id, day))
            self.day.left.connect(self._put_away)
            self._column.addWidget(self.day)
        self._focus(self.day)

    def ask_for_label(self) -> None:
        """Shows the field for a label, which completes those of the office."""
        if self.name is None:
            self.name = LabelField(self._host.labels)
            self.name.entered.connect(lambda name: self._host.label_chosen.emit(self._row.id, name, True))
            self.name.left.connect(self._put_away)
            self._column.addWidget(self.name)
        self._focus(self.name)

    def _focus(self, field: QWidget) -> None:
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        for field in (self.day, self.name):
            if field is not None:
                field.hide()
                field.deleteLater()
        self.day = self.name = None
        self.assign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _tick(self, menu: QMenu, words: str, choose: object, *, ticked: bool) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(choose)
        action.setCheckable(True)
        action.setChecked(ticked)


class DayField(JalaliDateEdit):
    """Enter gives the day, Escape leaves."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, day: date | None) -> None:
        super().__init__(day)
        self.setAccessibleName(translate("Comparison", "Deadline of the annotation"))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.readable():
                self.entered.emit(self.day())
            else:
                self.mark_invalid(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class LabelField(TextField):
    """Enter gives the label, Escape leaves."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__(translate("Comparison", "New label"))
        self.setPlaceholderText(translate("Comparison", "New label"))
        self.setMaxLength(LONGEST_LABEL)
        completer = QCompleter(list(labels), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def label_chips(names: tuple[str, ...]) -> QWidget:
    """Returns the chips of labels, in as many lines as they need."""
    made = QWidget()
    chips = FlowLayout(26, 6, (0, 0, 0, 0))
    for name in names:
        chips.addWidget(Chip(name, "slate"))
    made.setLayout(chips)
    return made


def due_words(day: date | None) -> str:
    """Returns for example «تا ۱۲ آذر»."""
    if day is None:
        return translate("Comparison", "No deadline")
    return fill(translate("Comparison", "Until {day}"), day=day_and_month(day))


def _soon_words(days: int, day: date) -> str:
    words = {
        0: translate("Comparison", "Today · {day}"),
        3: translate("Comparison", "In three days · {day}"),
        7: translate("Comparison", "In a week · {day}"),
        14: translate("Comparison", "In two weeks · {day}"),
    }[days]
    return fill(words, day=day_and_month(day))
