"""The form of a scheduled task: hour, account, and the options of its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.scheduling.plan import RULES, Account, TaskPlan, checked_number
from desktop_app.scheduling.state import TaskState, TaskStatus
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from desktop_app.wording.tasks import account_hint, own_account_words
from ui.administration.task_words import BAD, last_words, purpose
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.export_work import documents_folder
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

_WINDOWS = "schtasks"


class TaskForm(FormPane, RefusingForm):
    """`ask_folder` opens a folder dialog; tests replace it."""

    def __init__(self) -> None:
        super().__init__()
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self._scheduler = ""
        self._plan: TaskPlan | None = None
        self.title = self.heading("")
        self.about = PlainLabel("", "secondary", "text2", wrap=True)
        self.last = PlainLabel("", "interface", wrap=True)
        self.hour = TextField(translate("Tasks", "Hour"), numeric=True)
        self.folder = TextField(translate("Tasks", "Folder"), latin=True)
        # A path runs from left to right, whatever letters it has.
        self.folder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.folder_button = Button(translate("Administration", "Choose…"))
        self.keep = TextField(translate("Administration", "Keep the newest"), numeric=True)
        self.tries = QCheckBox(translate("Administration", "Restore each one for a trial"))
        self.signs = QCheckBox(translate("Administration", "Sign each one with the key of that user"))
        self.mail = TextField(translate("Tasks", "Also as a mail to"), latin=True)
        self.signed_as = TextField(translate("Reports", "Who answers for it"))
        self.prints = QCheckBox(translate("Tasks", "Print it"))
        self.printer = TextField(translate("Tasks", "Printer"), latin=True)
        self.printer.setPlaceholderText(translate("Tasks", "The usual one"))
        self.copies = TextField(translate("Tasks", "Copies"), numeric=True)
        self.duplex = QCheckBox(translate("Tasks", "On both sides"))
        self.account = CodeComboBox(translate("Tasks", "Account"))
        self.account_words = PlainLabel("", "header", "text2", wrap=True)
        self.save_button = Button("", "primary", key="Ctrl+Return", flush=True)
        self.start_button = Button(translate("Tasks", "Run now"), key="R")
        self.remove_button = Button(translate("Tasks", "Remove"), "danger")
        self._boxes: dict[str, QWidget] = {}
        self._lay_out()
        self.refusals = Refusals(self, self._fields())
        self.account.currentIndexChanged.connect(lambda _at: self._word_account())
        self.folder_button.clicked.connect(lambda _checked=False: self.choose_folder())
        self.prints.toggled.connect(lambda _on: self._show_options())

    def _lay_out(self) -> None:
        self.column.addWidget(self.about)
        self.column.addSpacing(6)
        self.column.addWidget(self.last)
        self.column.addSpacing(10)
        self._group("at", self.hour)
        folder = QWidget()
        row = QHBoxLayout(folder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.folder, 1)
        row.addWidget(self.folder_button)
        hint = translate("Tasks", "A folder of the network by its own address, not by the letter of a drive.")
        self._group("folder", self.folder, folder, hint)
        self._group("keep", self.keep)
        self._group("mail", self.mail)
        self._group("signed_as", self.signed_as)
        for name, box in (("tries", self.tries), ("signs", self.signs), ("prints", self.prints)):
            self._boxes[name] = box
            self.column.addWidget(box)
        for name, field in (("printer", self.printer), ("copies", self.copies)):
            self._group(name, field)
        self._boxes["duplex"] = self.duplex
        self.column.addWidget(self.duplex)
        self.column.addSpacing(8)
        self.labelled(self.account.accessibleName(), self.account)
        self.column.addWidget(self.account_words)
        self.buttons(self.save_button, self.start_button, self.remove_button)

    def _group(self, name: str, field: QWidget, shown: QWidget | None = None, hint: str = "") -> None:
        """Adds a labelled field that is visible for some tasks only."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        words = PlainLabel(field.accessibleName(), "secondary", "text2")
        words.setBuddy(field)
        column.addWidget(words)
        column.addWidget(shown or field)
        if hint:
            column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        self._boxes[name] = box
        self.column.addWidget(box)

    def choose_folder(self) -> None:
        """Asks for the folder of the task."""
        folder = self.ask_folder()
        if folder is not None:
            self.folder.setText(str(folder))

    def offer_accounts(self, scheduler: str) -> None:
        """Offers the accounts of the scheduler; systemd knows only that of this user."""
        self._scheduler = scheduler
        offered = tuple(Account) if scheduler == _WINDOWS else (Account.USER,)
        self.account.offer([(one, label("task_account", one)) for one in offered])
        self.account.setEnabled(len(offered) > 1)
        self._word_account()

    def show_plan(self, plan: TaskPlan) -> None:
        """Fills the fields."""
        self._plan = plan
        self.hour.setText(digits(plan.at))
        self.folder.setText(plan.folder)
        self.keep.setText(digits(plan.keep))
        self.tries.setChecked(plan.tries)
        self.signs.setChecked(plan.signs)
        self.mail.setText(plan.mail)
        self.signed_as.setText(plan.signed_as)
        self.prints.setChecked(plan.printer is not None)
        self.printer.setText(plan.printer or "")
        self.copies.setText(digits(plan.copies))
        self.duplex.setChecked(plan.duplex)
        self.account.choose(plan.account)
        self._word_account()
        self.refusals.clear()
        self._show_options()

    def show_status(self, status: TaskStatus) -> None:
        """Shows how the task is, and leaves the fields as they are."""
        exists = status.state is not TaskState.NOT_MADE
        self.title.setText(label("scheduled_task", status.name))
        self.about.setText(purpose(status.name))
        words = last_words(status)
        self.last.setText(words)
        self.last.setVisible(bool(words))
        self.last.set_colour("warn" if status.state in BAD else "text")
        self.save_button.setText(
            translate("Tasks", "Save the change") if exists else translate("Tasks", "Make the task")
        )
        self.start_button.setVisible(exists)
        self.remove_button.setVisible(exists)

    def plan(self) -> TaskPlan:
        """Returns what was entered. Raises `InvalidValueError`."""
        assert self._plan is not None
        options = RULES[self._plan.name].options
        return TaskPlan(
            self._plan.name,
            at=self.hour.text() if "at" in options else "",
            account=self.account.code(),
            folder=self.folder.text() if "folder" in options else "",
            keep=checked_number("keep", self.keep.text()),
            tries=self.tries.isChecked(),
            signs=self.signs.isChecked(),
            mail=self.mail.text(),
            signed_as=self.signed_as.text(),
            printer=self.printer.text().strip() if self.prints.isChecked() else None,
            copies=checked_number("copies", self.copies.text()),
            duplex=self.duplex.isChecked(),
        )

    def begin(self) -> None:
        """Moves the focus to the first field."""
        first = self.hour if self.hour.isVisible() else self.account
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def enable(self, *, on: bool) -> None:
        """Enables the buttons, or disables them while a job runs."""
        self.save_button.setEnabled(on and bool(self._scheduler))
        self.start_button.setEnabled(on)
        self.remove_button.setEnabled(on)

    def _fields(self) -> Mapping[str, TextField]:
        return {
            "hour": self.hour,
            "folder": self.folder,
            "keep": self.keep,
            "mail": self.mail,
            "signed_as": self.signed_as,
            "printer": self.printer,
            "copies": self.copies,
        }

    def _show_options(self) -> None:
        if self._plan is None:
            return
        options = RULES[self._plan.name].options
        for name, box in self._boxes.items():
            box.setVisible(name in options or (name == "prints" and "printer" in options))
        for name in {"printer", "copies", "duplex"} & options:
            self._boxes[name].setVisible(self.prints.isChecked())

    def _word_account(self) -> None:
        account = self.account.code()
        if account is not None:
            windows = self._scheduler == _WINDOWS
            self.account_words.setText(account_hint(account) if windows else own_account_words())
            self.account_words.setVisible(bool(self._scheduler))

    def _ask_folder(self) -> Path | None:
        suggested = self.folder.text() or str(documents_folder())
        chosen = QFileDialog.getExistingDirectory(self, self.folder.accessibleName(), suggested)
        return Path(chosen) if chosen else None
