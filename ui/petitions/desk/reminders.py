"""Personal reminders on the shown petition: a day, entered as a phrase or date, and a line of text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, InvalidValueError
from desktop_app.persian.coming_day import parse_coming_day
from desktop_app.persian.dates import full_date
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.desk.reminders import LONGEST_TEXT, ReminderRow
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class Reminding(QObject):
    """Creates reminders. `said` carries a message and its undo callback (or None)."""

    said = Signal(str, object)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        place: QWidget,
        shown: Callable[[], PetitionDetail | None],
        today: Callable[[], date],
    ) -> None:
        super().__init__(place)
        self._workplace, self._place, self._shown, self._today = workplace, place, shown, today
        self.dialog: ReminderDialog | None = None
        self.action = make_action(
            place, translate("Reminders", "Remind me…"), self.ask, key="Y", icon="ph.alarm"
        )

    def ask(self) -> None:
        """Opens the dialog for a reminder on the shown petition."""
        detail = self._shown()
        if detail is None:
            return
        reminders, actor = self._workplace.services.reminders, self._workplace.actor

        def know(rows: tuple[ReminderRow, ...]) -> None:
            dialog = self.dialog = ReminderDialog(detail.subject, rows, self._today(), self._place.window())
            dialog.asked.connect(partial(self._keep, detail.id))
            dialog.open()

        jobs.run(self, lambda: reminders.open(actor, detail.id), know)

    def _keep(self, petition_id: int, day: date, words: str) -> None:
        reminders, actor, dialog = self._workplace.services.reminders, self._workplace.actor, self.dialog

        def kept(row: ReminderRow) -> None:
            if dialog is not None:
                dialog.accept()
            told = fill(translate("Reminders", "You are reminded on {day}."), day=full_date(row.due_on))
            self.said.emit(told, partial(self._take_back, row.id))

        def trouble(error: Exception) -> None:
            # The typed text is kept.
            if isinstance(error, AppError) and dialog is not None:
                dialog.show_trouble(error)
            else:
                jobs.show_error(self, error)

        jobs.run(self, lambda: reminders.add(actor, petition_id, day, words), kept, trouble)

    def _take_back(self, reminder_id: int) -> None:
        reminders, actor = self._workplace.services.reminders, self._workplace.actor
        words = translate("Reminders", "The reminder is taken back.")
        jobs.run(
            self, lambda: reminders.set_done(actor, reminder_id), lambda _row: self.said.emit(words, None)
        )


class ReminderDialog(QDialog):
    """Dialog for a new reminder. The typed day is parsed at each change and shown as a full date.

    `asked` carries the day and the text.
    """

    asked = Signal(object, str)

    def __init__(self, subject: str, rows: tuple[ReminderRow, ...], today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._day: date | None = None
        self.setWindowTitle(translate("Reminders", "Remind me"))
        self.setMinimumWidth(460)
        self.day = TextField(translate("Reminders", "Day"), translate("Reminders", "tomorrow"), size="form")
        self.words = TextField(translate("Reminders", "Words to yourself"), size="form")
        self.words.setMaxLength(LONGEST_TEXT)
        self.words.setPlaceholderText(translate("Reminders", "What is to be done then?"))
        self.read = PlainLabel("", "secondary", "text2", wrap=True)
        self.keep_action = make_action(
            self,
            translate("Reminders", "Keep the reminder"),
            self._confirm,
            key="Return",
            more_keys=("Ctrl+Return",),
        )
        cancel = Button(translate("Reminders", "Cancel"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(6)
        column.addWidget(PlainLabel(translate("Reminders", "Remind me"), "heading"))
        column.addWidget(PlainLabel(visible_controls(subject), "secondary", "text2", elide=True))
        for row in rows[:3]:
            told = f"{full_date(row.due_on)}: {visible_controls(row.text)}"
            column.addWidget(PlainLabel(told, "secondary", wrap=True))
        column.addSpacing(4)
        column.addWidget(PlainLabel(translate("Reminders", "Day"), "secondary"))
        column.addWidget(self.day)
        column.addWidget(self.read)
        column.addWidget(PlainLabel(translate("Reminders", "Words to yourself"), "secondary"))
        column.addWidget(self.words)
        column.addSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(Button.of(self.keep_action, "primary"))
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)
        self.day.textChanged.connect(lambda _text: self._read())
        self.words.textChanged.connect(lambda _text: self._allow())
        self._read()
        self.day.selectAll()
        self.day.setFocus()

    def show_trouble(self, error: AppError) -> None:
        """Shows why the reminder was not saved. The typed text is kept."""
        self.read.setText(error_sentence(error))

    def _read(self) -> None:
        try:
            self._day = parse_coming_day(self.day.text(), self._today)
        except InvalidValueError as error:
            self._day = None
            self.read.setText(error_sentence(error))
        else:
            self.read.setText(full_date(self._day))
        self._allow()

    def _allow(self) -> None:
        self.keep_action.setEnabled(self._day is not None and bool(self.words.text().strip()))

    def _confirm(self) -> None:
        if self._day is not None and self.words.text().strip():
            self.asked.emit(self._day, self.words.text())
