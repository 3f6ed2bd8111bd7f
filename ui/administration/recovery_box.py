"""The recovery code of the administrator who is signed in: when it was made, and a new one in its place."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.wording import fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.recovery_sheet import RecoverySheetBox

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from desktop_app.staff.recovery import RecoverySheet
    from ui.workplace import Workplace


class RecoveryBox(QWidget):
    """Asked for in two steps, because the code before becomes void. `done` reports what was done."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.about = PlainLabel("", "secondary", "text2", wrap=True)
        self.ask_button = Button(
            translate("Recovery", "New recovery code …"), icon="ph.key", size="small", writes=True
        )
        self.question = PlainLabel(
            translate(
                "Recovery", "The code that you have becomes void at once. Have a printer or paper ready."
            ),
            "secondary",
            "text2",
            wrap=True,
        )
        self.yes_button = Button(translate("Recovery", "Make a new code"), size="small", writes=True)
        self.no_button = Button(translate("Recovery", "Leave it"), "ghost", size="small")
        self.sheet = RecoverySheetBox()
        self.put_away_button = Button(translate("Recovery", "I have put it away"), "ghost", size="small")
        self.ask_button.clicked.connect(lambda _checked=False: self._ask())
        self.yes_button.clicked.connect(lambda _checked=False: self.make())
        self.no_button.clicked.connect(lambda _checked=False: self._show())
        self.put_away_button.clicked.connect(lambda _checked=False: self._on_put_away())
        column = QVBoxLayout(self)
        set_margins(column, 0, 0, 0, 6)
        column.setSpacing(6)
        for widget in (self.about, self.ask_button, self.question):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.sheet)
        column.addWidget(self.put_away_button)
        self._show()

    def refresh(self) -> None:
        """Reads when the code was made, unless one is shown."""
        if not self.sheet.box.code:
            services, actor = self._workplace.services, self._workplace.actor
            jobs.run(self, lambda: services.recovery.made_at(actor), self._tell)

    def make(self) -> None:
        """Makes a new code."""
        services, actor = self._workplace.services, self._workplace.actor
        self.yes_button.setEnabled(False)

        def fail(error: Exception) -> None:
            self.yes_button.setEnabled(True)
            jobs.show_error(self, error)

        jobs.run(self, lambda: services.recovery.make(actor), self._on_made, fail)

    def forget(self) -> None:
        """Clears a code that is shown, and the question."""
        self.sheet.forget()
        self._show()

    def _on_made(self, made: RecoverySheet) -> None:
        self.yes_button.setEnabled(True)
        self._show(made=True)
        self.sheet.show_sheet(made, self._workplace.services)
        self._tell(made.made_at)
        self.sheet.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_put_away(self) -> None:
        self.forget()
        self.ask_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.done.emit(translate("Recovery", "The new recovery code counts from now on."), None)

    def _ask(self) -> None:
        self._show(asking=True)
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, made_at: datetime | None) -> None:
        words = translate(
            "Recovery", "You have no recovery code. If you lose your password, nobody may be able to help."
        )
        if made_at is not None:
            made = translate("Recovery", "Your recovery code was made on {day}. It is kept nowhere in clear.")
            words = fill(made, day=long_date(tehran_day(made_at)))
        self.about.setText(words)

    def _show(self, *, asking: bool = False, made: bool = False) -> None:
        self.ask_button.setVisible(not asking and not made)
        for widget in (self.question, self.yes_button, self.no_button):
            widget.setVisible(asking)
        for part in (self.sheet, self.put_away_button):
            part.setVisible(made)
