"""Looks at the clock of this PC while the window is open, and asks about a day that cannot be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.errors import AppError
from desktop_app.wording import translate
from ui import jobs
from ui.clock_question.bar import ClockBar
from ui.clock_question.dialog import ClockDialog
from ui.clock_question.words import bar_words

if TYPE_CHECKING:
    from desktop_app.database.clock_watch import DoubtReason
    from desktop_app.office.clock import ClockState
    from desktop_app.services import SharedServices
    from ui.workplace import Workplace

#: Interval of looks in milliseconds.
_LOOKS_EVERY: Final = 10_000


class ClockQuestion(QObject):
    """Has the bar for the window. The dialog opens by itself once for each doubt, and from the bar.

    Emits `said` with a sentence for the message bar. Does nothing on a server, which has a clock of its own.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace[SharedServices], window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        self._state: ClockState | None = None
        self._asked: DoubtReason | None = None
        self._looking = False
        self.bar = ClockBar()
        self.bar.asked.connect(self.ask)
        self.dialog: ClockDialog | None = None
        self._timer = QTimer(self, interval=_LOOKS_EVERY)
        self._timer.timeout.connect(self.look)
        self._first = jobs.Debouncer(self, jobs.AFTER_ROWS_MS, self.look)

    def start(self) -> None:
        if self._workplace.services.database.is_sqlite:
            self._timer.start()
            self._first.start()

    def stop(self) -> None:
        self._timer.stop()
        self._first.stop()

    def look(self) -> None:
        """Looks at the clock on a worker thread."""
        if not self._looking:
            self._looking = True
            jobs.run(self, self._workplace.services.clock.look, self._on_looked, self._on_trouble)

    def ask(self) -> None:
        """Opens the dialog, or brings it to the front."""
        if self._state is None or self._state.doubt is None:
            return
        if self.dialog is None:
            self.dialog = ClockDialog(self._workplace, self._state, self._window)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.settled.connect(self._on_settled)
            self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_looked(self, state: ClockState) -> None:
        self._looking = False
        self._show(state)

    def _show(self, state: ClockState) -> None:
        self._state = state
        if state.doubt is None:
            self._asked = None
            self.bar.hide()
            if self.dialog is not None:
                self.dialog.reject()
            return
        self.bar.show_words(bar_words(state))
        if self.dialog is not None:
            self.dialog.show_state(state)
        elif self._asked is not state.doubt.reason and QApplication.activeModalWidget() is None:
            self._asked = state.doubt.reason
            self.ask()

    def _on_settled(self, state: ClockState) -> None:
        self._show(state)
        self.said.emit(translate("Clock", "The day was confirmed; steps of the law go on."))

    def _on_finished(self, _result: int) -> None:
        self.dialog = None

    def _on_trouble(self, error: Exception) -> None:
        # The window shows an outage by itself.
        self._looking = False
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
