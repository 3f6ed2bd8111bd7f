"""Asks whether the day of this PC is right: the day in large letters, and the signature of the second person."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.errors import AppError, RuleError, SignInError
from desktop_app.office.clock import ClockState, SecondSignature
from desktop_app.persian.dates import full_date
from desktop_app.staff.unlocking import Tries
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.actions import make_action
from ui.clock_question.words import clock_words, confirm_words, last_words, question_words, why_words
from ui.errors import sentence
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField
from ui.window_place import resize_within

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from ui.workplace import Workplace


class ClockDialog(QDialog):
    """Emits `settled` with the new state after the day was confirmed."""

    settled = Signal(object)

    def __init__(
        self, workplace: Workplace[SharedServices], state: ClockState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._state = workplace, state
        self._tries = Tries()
        self.setWindowTitle(translate("Clock", "Which day is it today?"))
        self.why = PlainLabel("", "interface", wrap=True)
        self.day = PlainLabel("", "figure", wrap=True)
        self.clock = PlainLabel("", "interface", "text2")
        self.last = PlainLabel("", "interface", wrap=True)
        self.question = PlainLabel("", "interface", wrap=True)
        self.username = TextField(
            translate("Clock", "User name of the second person"), latin=True, size="form"
        )
        self.password = PasswordEdit(translate("Clock", "Password of the second person"), size="form")
        self.reason = TextField(translate("Clock", "Reason"), size="form")
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self._confirm = make_action(self, confirm_words(state), self.submit, key="Ctrl+Return", writes=True)
        self.confirm_button = Button.of(self._confirm, "primary", writes=True)
        self.later_button = Button(translate("Clock", "Later"), "ghost")
        self.later_button.clicked.connect(self.reject)
        self._labels: dict[QWidget, PlainLabel] = {}
        self._lay_out()
        self._clock = QTimer(self, interval=500)
        self._clock.timeout.connect(self._show_wait)
        self.show_state(state)
        # Whatever is being typed elsewhere must answer nothing.
        self.later_button.setFocus(Qt.FocusReason.OtherFocusReason)
        resize_within(self, 580, 640)

    def _lay_out(self) -> None:
        inner = QWidget()
        form = QVBoxLayout(inner)
        set_margins(form, 24, 20, 24, 8)
        form.setSpacing(4)
        form.addWidget(PlainLabel(self.windowTitle(), "title"))
        form.addSpacing(4)
        form.addWidget(self.why)
        form.addSpacing(14)
        for label in (self.day, self.clock, self.last):
            form.addWidget(label)
        form.addSpacing(14)
        form.addWidget(self.question)
        form.addSpacing(10)
        warning = KeyboardWarning()
        warning.follow(self.password)
        for field in (self.username, self.password, self.reason):
            label = self._labels[field] = PlainLabel(field.accessibleName(), "secondary", "text2")
            label.setBuddy(field)
            form.addWidget(label)
            form.addWidget(field)
            form.addSpacing(4)
        form.addWidget(warning)
        form.addWidget(self.trouble)
        form.addStretch()
        # On a small screen the fields scroll, and the buttons stay.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        for ground in (inner, area.viewport()):
            ground.setAutoFillBackground(False)
        self._area, self._form = area, form
        row = QHBoxLayout()
        set_margins(row, 20, 6, 20, 14)
        row.setSpacing(0)
        row.addWidget(self.confirm_button)
        row.addWidget(self.later_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(row)
        for field, following in ((self.username, self.password), (self.password, self.reason)):
            field.returnPressed.connect(lambda following=following: self._go_on(following))
        self.reason.returnPressed.connect(self.submit)

    def show_state(self, state: ClockState) -> None:
        """Shows the day as it is now; what was typed stays."""
        self._state = state
        self.why.setText(why_words(state))
        self.day.setText(full_date(state.day))
        self.clock.setText(clock_words(state))
        self.last.setText(last_words(state))
        self.question.setText(question_words(state))
        self._confirm.setText(confirm_words(state))
        for field, shown in (
            (self.username, not state.alone), (self.password, not state.alone), (self.reason, state.needs_reason),
        ):  # fmt: skip
            field.setVisible(shown)
            self._labels[field].setVisible(shown)

    def submit(self) -> None:
        """Submits the answer; the first empty field gets the focus and a message."""
        if not self._confirm.isEnabled():
            return
        words, field = self._first_fault()
        if field is not None:
            self._show_trouble(words, field)
            return
        self.trouble.hide()
        self._confirm.setEnabled(False)
        workplace, state = self._workplace, self._state
        second = None if state.alone else SecondSignature(self.username.text(), self.password.text())
        reason = self.reason.text() if state.needs_reason else ""
        jobs.run(
            self,
            lambda: workplace.services.clock.confirm(
                workplace.actor, state.day, second=second, reason=reason
            ),
            self._on_settled,
            self._on_refused,
        )

    def _go_on(self, following: QWidget) -> None:
        if following.isHidden():
            self.submit()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _first_fault(self) -> tuple[str, QWidget | None]:
        if not self._state.alone and not self.username.text().strip():
            return translate("Clock", "The second person gives their user name."), self.username
        if not self._state.alone and not self.password.text():
            return translate("Clock", "The second person gives their password."), self.password
        if self._state.needs_reason and not self.reason.text().strip():
            return translate("Clock", "Write the reason; it stays in the history."), self.reason
        return "", None

    def _on_settled(self, state: ClockState) -> None:
        self.accept()
        self.settled.emit(state)

    def _on_refused(self, error: Exception) -> None:
        self._confirm.setEnabled(True)
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        words, field = sentence(error), self.username
        self.password.clear()
        if isinstance(error, SignInError) and error.parameters.get("reason") == "wrong":
            # Limit attempts: somebody could guess the password of a colleague here.
            self._tries.failed(time.monotonic())
            words, field = (
                translate("Clock", "The user name or the password of the second person is wrong."),
                self.password,
            )
        elif isinstance(error, RuleError) and error.parameters.get("rule") == "text_missing":
            field = self.reason
        self._show_trouble(words, field)
        self._show_wait()

    def _show_trouble(self, words: str, field: QWidget) -> None:
        self._form.removeWidget(self.trouble)
        self._form.insertWidget(self._form.indexOf(field) + 1, self.trouble)
        for one in self._labels:
            one.setAccessibleDescription(words if one is field else "")
        self.trouble.setText(words)
        self.trouble.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.activate()
        self._area.ensureWidgetVisible(self.trouble)

    def _show_wait(self) -> None:
        left = self._tries.left(time.monotonic())
        if left:
            words = translate("Lock", "Too many wrong passwords. Wait {seconds} seconds.")
            self.trouble.setText(fill(words, seconds=digits(str(left))))
            self._confirm.setEnabled(False)
            self._clock.start()
        elif self._clock.isActive():
            self._clock.stop()
            self._confirm.setEnabled(True)
            self.trouble.hide()
