"""The notification bell of the window: counts, lists and opens what needs attention; snoozes reminders."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.database.changes import Changed
from desktop_app.database.rhythm import Rhythm
from desktop_app.errors import AppError
from desktop_app.persian.dates import day_and_month, full_date
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.desk.reminders import ReminderRow
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.bell_button import BELL_KEY, BellButton
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, draw_text, right_to_left, text_width
from ui.widgets.plain import PlainLabel
from ui.widgets.rows import LONGEST, RowList, RowsModel
from ui.workplace import ShowCalendar, ShowComment, ShowMessages, Workplace

if TYPE_CHECKING:
    from desktop_app.reports.bell import Bell, BellRow
    from desktop_app.services import Services

_ROW: Final = 52
_WIDTH: Final = 460
_ICONS: Final = {
    "guard": "ph.shield-warning",
    "confirm": "ph.shield-check",
    "backup": "ph.floppy-disk",
    "outbox": "ph.paper-plane-tilt",
    "calendar": "ph.calendar-check",
    "not_reached": "ph.envelope-simple",
    "reminder": "ph.alarm",
    "referred": "ph.arrow-bend-up-left",
    "wrote_again": "ph.chat-text",
    "asked": "ph.chat-circle-dots",
    "overdue": "ph.hourglass-high",
    "approval": "ph.check-square-offset",
    "closure": "ph.calendar-x",
    "reopened": "ph.calendar-plus",
    "comment": "ph.chat-circle-text",
}
#: The tables whose changes may call for somebody; empty for an unknown one.
_CALLING: Final = frozenset({"", "petition", "comment", "instrument", "person", "calendar_year"})
#: The minimum interval between two queries after changes by others, in seconds.
_LEAST: Final = 10.0
#: The polling interval, in milliseconds. A new day causes no change event, but makes deadlines due.
_EVERY: Final = 10 * 60 * 1000
Go = Callable[[str, object], object]
Say = Callable[[str, Callable[[], object] | None], object]


class WindowBell(QObject):
    """The controller of the bell button. `go` opens the selected item; `say` reports an action and its undo."""

    def __init__(self, button: BellButton, workplace: Workplace[Services], go: Go, say: Say) -> None:
        super().__init__(button)
        self._button, self._workplace, self._go, self._say = button, workplace, go, say
        self.bell: Bell | None = None
        self.panel: BellPanel | None = None
        self._asking = self._again = False
        self.rhythm, self._began = Rhythm(_LEAST), 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=_EVERY)
        self._often.timeout.connect(self.look)
        self._often.start()
        button.clicked.connect(lambda _checked=False: self.open())
        make_action(button, translate("Bell", "Bell"), self.open, key=BELL_KEY, everywhere=True)

    def listen(self, changed: SignalInstance, roles: SignalInstance) -> None:
        """Queries after the first rows of a list, and again after changes by others or of the person's roles."""
        changed.connect(self.hear)
        roles.connect(lambda _before: self.look())
        jobs.Debouncer(self, jobs.AFTER_ROWS_MS, self.look).start()

    def look(self) -> None:
        """Queries the notifications. A call during a running query repeats it afterwards."""
        self._soon.stop()
        if self._asking:
            self._again = True
            return
        self._asking, self._again, self._began = True, False, time.monotonic()
        bells, actor = self._workplace.services.bells, self._workplace.actor
        jobs.run(self, lambda: bells.of(actor), self._know, self._on_trouble)

    def hear(self, changed: Changed) -> None:
        """Handles changes by others: the person's own reminders query at once, other changes after a delay."""
        tables = {table for table, _ in changed}
        if ("reminder", self._workplace.actor.person_id or 0) in changed:
            self.look()
        elif tables & _CALLING and not self._soon.isActive():
            self._soon.start(round(1000 * self.rhythm.wait(time.monotonic())))

    def open(self) -> None:
        """Opens the list below the bell and reloads it."""
        window = self._button.window()
        panel = self.panel = BellPanel(window)
        panel.chosen.connect(self._open_row)
        panel.put_away.connect(self._put_away)
        panel.put_off.connect(self._put_off)
        if self.bell is not None:
            panel.show_bell(self.bell)
        left = 0 if right_to_left() else self._button.width() - panel.width()
        panel.move(self._button.mapToGlobal(QPoint(left, self._button.height() + 4)))
        panel.finished.connect(lambda _result: self._forget())
        panel.open()
        panel.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.look()

    def _forget(self) -> None:
        self.panel = None

    def _know(self, bell: Bell) -> None:
        self._asking = False
        self.rhythm.asked(self._began, time.monotonic())
        self.bell = bell
        self._button.show_count(len(bell.rows))
        if self.panel is not None:
            self.panel.show_bell(bell)
        if self._again:
            self.look()

    def _on_trouble(self, error: Exception) -> None:
        # The window itself reports a lost connection.
        self._asking = self._again = False
        if not isinstance(error, AppError):
            jobs.show_error(self._button, error)

    def _open_row(self, row: BellRow) -> None:
        if row.call.value == "guard":
            self._go("administration", "history")
        elif row.call.value == "confirm":
            self._go("administration", "confirmations")
        elif row.call.value == "backup":
            self._go("administration", "database")
        elif row.call.value == "outbox":
            self._go("administration", ShowMessages(row.shows))
        elif row.call.value == "calendar":
            self._go("administration", ShowCalendar(int(row.shows)))
        elif row.instrument_id is not None and not row.item_id:
            self._go("drafts", row.instrument_id)
        elif row.instrument_id is not None:
            self._go("comments", ShowComment(row.instrument_id, row.item_id))
        else:
            self._go("inbox", row.item_id)

    def _put_away(self, row: BellRow) -> None:
        assert row.reminder_id is not None
        number, reminders = row.reminder_id, self._workplace.services.reminders
        actor = self._workplace.actor

        def back() -> None:
            self._write(lambda: reminders.set_done(actor, number, done=False), "", None)

        words = translate("Bell", "The reminder is done.")
        self._write(lambda: reminders.set_done(actor, number), words, back)

    def _put_off(self, row: BellRow) -> None:
        assert row.reminder_id is not None
        assert self.bell is not None
        assert row.due_on is not None
        number, before, reminders = row.reminder_id, row.due_on, self._workplace.services.reminders
        actor, day = self._workplace.actor, self.bell.today + timedelta(days=1)

        def back() -> None:
            self._write(lambda: reminders.put_off(actor, number, before), "", None)

        words = fill(translate("Bell", "It comes up again on {day}."), day=full_date(day))
        self._write(lambda: reminders.put_off(actor, number, day), words, back)

    def _write(self, work: Callable[[], ReminderRow], words: str, back: Callable[[], None] | None) -> None:
        def done(_row: ReminderRow) -> None:
            if words:
                self._say(words, back)
            self.look()

        jobs.run(self._button, work, done)


class BellPanel(QDialog):
    """The popup list: arrow keys move, Enter opens, D dismisses, T snoozes until tomorrow."""

    chosen = Signal(object)
    put_away = Signal(object)
    put_off = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(translate("Bell", "Bell"))
        self.resize(_WIDTH, 440)
        self._today = date.min
        self.list = _BellList(
            translate("Bell", "What calls for you"),
            RowsModel(lambda row: f"{call_words(row)}: {visible_controls(row.words)[:LONGEST]}"),
            lambda painter, rect, row: draw_call(painter, rect, row, self._today),
            height=_ROW,
            one_click=True,
        )
        self.list.opened.connect(self._take)
        self.list.picked.connect(lambda _row: self._allow())
        self._nothing = PlainLabel(translate("Bell", "Nothing calls for you now."), "interface", "text2")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more = PlainLabel(
            translate("Bell", "There is more; the inbox has all of it."), "header", "text2", wrap=True
        )
        self._tried = PlainLabel("", "header", "text2", wrap=True)
        self._tried.setContentsMargins(4, 0, 4, 0)
        self.done_action = make_action(
            self.list, translate("Bell", "Done"), lambda: self._tell(self.put_away), key="D", writes=True
        )
        self.later_action = make_action(
            self.list, translate("Bell", "Tomorrow"), lambda: self._tell(self.put_off), key="T", writes=True
        )
        close = Button(translate("Bell", "Close"), "ghost", key="Esc")
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._more)
        column.addWidget(self._tried)
        row = QHBoxLayout()
        for button in (Button.of(self.done_action), Button.of(self.later_action)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        column.addLayout(row)
        self._more.hide()
        self._tried.hide()
        self._show_which()

    @property
    def rows(self) -> tuple[BellRow, ...]:
        return self.list.rows()

    def show_bell(self, bell: Bell) -> None:
        """Replaces the rows and keeps the current position."""
        at = self.list.currentIndex().row()
        self._today = bell.today
        self.list.show_rows(bell.rows)
        self.list.go_to(at)
        self._more.setVisible(bell.more)
        self._tried.setText(bell.tried)
        self._tried.setVisible(bool(bell.tried))
        self._show_which()

    def _show_which(self) -> None:
        found = bool(self.rows)
        self.list.setVisible(found)
        self._nothing.setVisible(not found)
        self._allow()

    def _allow(self) -> None:
        row = self.list.current()
        for action in (self.done_action, self.later_action):
            action.setEnabled(row is not None and row.reminder_id is not None)

    def _tell(self, signal: SignalInstance) -> None:
        row = self.list.current()
        if row is not None and row.reminder_id is not None:
            signal.emit(row)

    def _take(self, row: BellRow) -> None:
        self.accept()
        self.chosen.emit(row)


def call_words(row: BellRow) -> str:
    """Returns the reason of a notification as text."""
    table = {
        "guard": translate("Bell", "Database: look at once"),
        "confirm": translate("Bell", "Waits for you as the second person"),
        "backup": translate("Bell", "Back-up: look at once"),
        "outbox": translate("Bell", "Look under “Messages to petitioners”"),
        "not_reached": translate("Bell", "A message did not reach the petitioner"),
        "calendar": translate("Bell", "Compare its holidays with the official calendar"),
        "reminder": translate("Bell", "Reminder"),
        "referred": translate("Bell", "Referred to you"),
        "wrote_again": translate("Bell", "The petitioner wrote again"),
        "asked": translate("Bell", "Asked of you on the side"),
        "overdue": translate("Bell", "Others owe you an answer"),
        "approval": translate("Bell", "Waits for your approval"),
        "closure": translate("Bell", "The last day of its window was declared closed; decide on it"),
        "reopened": translate("Bell", "Its window was opened again; publish the new end"),
        "comment": translate("Bell", "Comment to decide"),
    }
    return table[row.call.value]


class _BellList(RowList["BellRow"]):
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not opens and event.text() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            # Disable the type-ahead search of the view: letters are shortcuts here.
            event.ignore()
            return
        super().keyPressEvent(event)


def draw_call(painter: QPainter, rect: QRectF, row: BellRow, today: date) -> None:
    """Draws icon, text and day, and below them the reason."""
    now, mirror = theme(), Mirror.of(rect)
    ink = now.danger if row.call.value in ("guard", "backup", "outbox") else now.text2
    paint_icon(painter, mirror.at(12, 18, top=rect.top() + 8, height=18), _ICONS[row.call.value], ink)
    room = rect.width() - 42 - 14
    day = "" if row.due_on is None else day_and_month(row.due_on)
    if row.due_on is not None and row.due_on == today:
        day = translate("Bell", "today")
    taken = text_width(day, font("header")) + 10 if day else 0
    late = row.due_on is not None and row.due_on < today
    top = mirror.at(42, room - taken, top=rect.top() + 4, height=24)
    draw_text(painter, top, _plain(row.words), font("interface"), now.text)
    if day:
        place = mirror.at(42 + room - taken + 8, taken - 8, top=rect.top() + 4, height=24)
        draw_text(painter, place, day, font("header"), now.danger if late else now.text2)
    beside = translate("Bell", " · ").join(part for part in (call_words(row), _plain(row.beside)) if part)
    below = mirror.at(42, room, top=rect.top() + 27, height=20)
    draw_text(painter, below, beside, font("header"), now.text2)


def _plain(words: str) -> str:
    return visible_controls(" ".join(words.split()))[:200]
