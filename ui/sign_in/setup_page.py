"""Selects, tests and prepares the database: a file of this computer, or the server of a department.

The previous choice stays active until the new one has been tested successfully.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.persian.digits import isolated
from desktop_app.settings import DATABASE_VARIABLE, Settings
from desktop_app.wording import fill, translate
from ui import jobs
from ui.errors import sentence
from ui.guard import guarded
from ui.sign_in import setup_work
from ui.sign_in.connection_panel import ConnectionPanel, Work
from ui.sign_in.setup_fields import DepartmentFields, OwnerFields, fixed_settings, plain_column
from ui.sign_in.setup_work import choice_at_first
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop_app.progress import Progress

WIDTH = 600
_THIS_PC, _DEPARTMENT = "pc", "department"


class SetupPage(QScrollArea):
    """The page that selects a database.

    Emits `used` with the current settings and the services opened for them (None if signing in is required).
    Emits `left` when nothing changes.
    """

    used = Signal(object, object)
    left = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._opening = False
        #: Whether a button had the focus that is disabled meanwhile.
        self._had_focus = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kind = Segmented(
            [
                *([] if settings.server_only else [(_THIS_PC, translate("Setup", "This PC"))]),
                (_DEPARTMENT, translate("Setup", "Server of the department")),
            ],
            _DEPARTMENT if settings.is_department or settings.server_only else _THIS_PC,
        )
        self.kind.setAccessibleName(translate("Setup", "Where the database is"))
        self.department = DepartmentFields(choice_at_first(settings), fixed=fixed_settings(settings))
        self.owner = OwnerFields()
        self.test = ConnectionPanel()
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.test_button = Button(translate("Setup", "Test"), size="large", flush=True)
        self.use_button = Button(translate("Setup", "Use this database"), "primary", size="large", flush=True)
        self.prepare_button = Button(
            translate("Setup", "Prepare (owner) …"), "ghost", size="large", flush=True
        )
        self.run_button = Button(
            translate("Setup", "Prepare the database"), "primary", size="large", flush=True
        )
        self.back_button = Button(translate("Setup", "Back"), "ghost", size="large", key="Esc")
        self._build()
        self._wire()
        self._show_kind()

    def focus_first(self) -> None:
        """Focuses the first field."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_owner(self) -> None:
        """Asks for the login that creates the tables."""
        self.kind.choose(_DEPARTMENT)
        self.owner.show()
        self.run_button.show()
        self.prepare_button.hide()
        self.use_button.hide()
        self.owner.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """Tests the input without changing anything."""
        self._department_job(setup_work.try_address, self._on_tested)

    def use(self) -> None:
        """Uses the database, if the test succeeds."""
        settings = self._settings
        if self.kind.value() == _THIS_PC:
            self.trouble.set_colour("text2")
            self.trouble.setText(translate("Setup", "Opening the file of this PC …"))
            self._opening = True
            self._set_busy(True)
            jobs.run(
                self,
                lambda: setup_work.use_this_pc(settings),
                lambda done: self._on_used(*done),
                self._on_error,
            )
            return

        def work(address: str, on_step: setup_work.OnStep, progress: Progress) -> Settings | None:
            return setup_work.use_department(settings, address, on_step, progress)

        self._department_job(
            work, lambda chosen: self._on_used(chosen, None) if chosen else self._on_tested(False)
        )

    def prepare(self) -> None:
        """Creates the tables as their owner; the password is discarded afterwards."""
        username, password = self.owner.taken()
        if not password:
            return
        settings = self._settings

        def work(address: str, on_step: setup_work.OnStep, progress: Progress) -> object:
            return setup_work.prepare_department(settings, address, username, password, on_step, progress)

        self._department_job(work, self._on_prepared, login=True)

    def leave(self) -> None:
        """Goes back without changes; a test is stopped first."""
        if self._opening:
            return
        self.test.stop()
        self.owner.password.clear()
        self.left.emit()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.test.stop():
                self.leave()
        else:
            super().keyPressEvent(event)

    # Work

    def _department_job(self, work: Work, on_done: Callable[..., object], *, login: bool = False) -> None:
        self.trouble.setText("")
        self.test.run(self.department.choice(), work, on_done, self._on_error, login=login)

    def _on_test_changed(self) -> None:
        self._set_busy(self.test.running)
        self._follow()

    def _follow(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _set_busy(self, busy: bool) -> None:
        had_focus = any(button.hasFocus() for button in (self.test_button, self.use_button, self.run_button))
        for widget in (self.test_button, self.use_button, self.prepare_button, self.run_button, self.kind,
                       self.department, self.owner):  # fmt: skip
            widget.setEnabled(not busy)
        if busy and had_focus and self.test.stop_button.isVisible():
            self.test.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not busy and self._had_focus:
            self.test_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._had_focus = busy and had_focus

    def _on_tested(self, good: bool) -> None:
        if good:
            if self.use_button.isVisible():
                self.use_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.trouble.set_colour("danger")
        self.trouble.setText(
            translate("Setup", "This database cannot be used yet; the one of before stays in force.")
        )
        self.test_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_used(self, settings: Settings, services: object) -> None:
        self._opening = False
        self._set_busy(False)
        self._settings = settings
        self.used.emit(settings, services)

    def _on_prepared(self, done: object) -> None:
        if done is None:
            self._on_tested(False)
            self.owner.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            assert isinstance(done, tuple)
            self._on_used(*done)

    def _on_error(self, error: Exception) -> None:
        self._opening = False
        self._set_busy(False)
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.trouble.set_colour("danger")
        self.trouble.setText(sentence(error))
        self.test_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Widgets

    def _show_kind(self) -> None:
        department = self.kind.value() == _DEPARTMENT
        self.test.clear()
        self.test.setVisible(department)
        self.trouble.setText("")
        self.department.setVisible(department)
        self._pc.setVisible(not department)
        self.owner.hide()
        self.run_button.hide()
        self.test_button.setVisible(department)
        self.prepare_button.setVisible(department)
        self.use_button.setVisible(True)

    def _wire(self) -> None:
        self.kind.changed.connect(lambda _: self._show_kind())
        self.test_button.clicked.connect(self.try_it)
        self.use_button.clicked.connect(self.use)
        self.prepare_button.clicked.connect(self.show_owner)
        self.run_button.clicked.connect(self.prepare)
        self.test.changed.connect(self._on_test_changed)
        self.test.again.connect(self.try_it)
        self.department.edited.connect(self.test.clear)
        self.back_button.clicked.connect(self.leave)
        self.department.submitted.connect(self.try_it)
        self.owner.submitted.connect(self.prepare)

    def _build(self) -> None:
        body = QWidget()
        body.setMaximumWidth(WIDTH)
        column = plain_column(body)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(translate("Setup", "Database"), "title"), 1)
        head.addWidget(self.back_button)
        column.addLayout(head)
        about = translate("Setup", "Where petitions, drafts and accounts are kept.")
        column.addWidget(PlainLabel(about, "interface", "text2", wrap=True))
        if os.environ.get(DATABASE_VARIABLE):
            words = translate(
                "Setup", "{variable} of this PC's environment takes precedence at the next start."
            )
            named = fill(words, variable=isolated(DATABASE_VARIABLE))
            column.addWidget(PlainLabel(named, "secondary", "warn", wrap=True))
        column.addSpacing(12)
        column.addWidget(self.kind)
        column.addSpacing(12)
        self._pc = self._pc_words()
        for part in (self._pc, self.department, self.owner):
            column.addWidget(part)
        column.addSpacing(12)
        column.addLayout(self._buttons())
        column.addSpacing(12)
        column.addWidget(self.test)
        column.addSpacing(4)
        column.addWidget(self.trouble)
        page = QWidget()
        whole = QHBoxLayout(page)
        whole.addStretch()
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(body)
        middle.addStretch(3)
        whole.addLayout(middle, 1000)
        whole.addStretch()
        self.setWidget(page)
        # Transparent: the window has the background.
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _pc_words(self) -> QWidget:
        path = self._settings.local_database
        words = translate(
            "Setup",
            "One file on this PC: {path}. For one person at one desk; whoever can open the file can read it. "
            "It is made on first use.",
        )
        label = PlainLabel(fill(words, path=isolated(str(path))), "interface", "text", wrap=True)
        label.setContentsMargins(0, 0, 0, 12)
        return label

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (
            self.test_button, self.use_button, self.run_button, self.prepare_button,
        ):  # fmt: skip
            row.addWidget(button)
        row.addStretch()
        return row
