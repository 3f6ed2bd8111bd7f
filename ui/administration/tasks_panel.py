"""The scheduled tasks of this PC: which there are, how they ran last, and making, changing and removing them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.scheduling.plan import Account, TaskName, TaskPlan
from desktop_app.scheduling.service import ScheduledTasks, TaskOverview
from desktop_app.scheduling.state import TaskState, TaskStatus
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.administration.task_form import TaskForm
from ui.administration.task_words import overview_words, proposed, roster_row
from ui.widgets.form_panes import side_by_side
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import Roster

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_NAMES = tuple(TaskName)


class TasksPanel(QWidget):
    """`done` reports what was done, with its undo. The keys of the list are places in `TaskName`, from 1."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._tasks = ScheduledTasks(workplace.settings, window=True)
        self._statuses: dict[TaskName, TaskStatus] = {}
        self._messages_folder = ""
        self._name: TaskName | None = None
        #: The plan that the form was filled with; a reload leaves the fields alone while it is the same.
        self._filled: tuple[TaskName, TaskPlan | None] | None = None
        self._busy = False
        self.state = PlainLabel(translate("Tasks", "The scheduler is asked …"), "interface", wrap=True)
        self.roster = Roster(translate("Tasks", "Scheduled tasks"))
        self.form = TaskForm()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        leading = QWidget()
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        set_margins(head, 16, 14, 16, 10)
        head.addWidget(self.state)
        column.addLayout(head)
        column.addWidget(self.roster, 1)
        side_by_side(self, leading, self.form)
        self.form.hide()

    def _wire(self) -> None:
        form = self.form
        for button, act in (
            (form.save_button, self.save),
            (form.start_button, self.start),
            (form.remove_button, self.remove),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        for field in (
            form.hour,
            form.folder,
            form.keep,
            form.mail,
            form.signed_as,
            form.printer,
            form.copies,
        ):
            field.returnPressed.connect(self.save)
        self.roster.chosen.connect(lambda key: self._show(_NAMES[key - 1]))
        self.roster.activated.connect(lambda _index: form.begin())
        make_action(self, translate("Tasks", "Make or change the task"), self.save, key="Ctrl+Return")
        make_action(self, form.start_button.text(), self.start, key="R")
        make_action(self, form.remove_button.text(), self.remove)

    def choose(self, name: str) -> None:
        """Shows a task by name."""
        self._name = TaskName(name)
        if self._statuses:
            self.roster.go_to(_NAMES.index(self._name))
        self.refresh()

    def refresh(self) -> None:
        """Asks the scheduler again, and keeps the current task and what is being typed."""
        rules, tasks = self._workplace.services.message_rules, self._tasks
        jobs.run(self, lambda: (tasks.overview(), rules.settings().folder), self._on_read, self._on_trouble)

    def save(self) -> None:
        """Makes the task of the form, or changes it."""
        if self._name is None or self._busy or not self._tasks.scheduler:
            return
        try:
            plan = self.form.plan()
        except InvalidValueError as error:
            self.form.show_error(error)
            return
        before = self._statuses[self._name]
        if before.state is TaskState.NOT_MADE:
            self._install(plan, translate("Tasks", "The task “{task}” was made."), None)
        else:
            self._install(plan, translate("Tasks", "The task “{task}” was changed."), self._undo(before))

    def start(self) -> None:
        """Lets the scheduler run the current task now."""
        name = self._name
        if name is None or self._statuses[name].state is TaskState.NOT_MADE:
            return
        words = translate("Tasks", "The task “{task}” was started.")
        self._work(lambda: self._tasks.start(name), words)

    def remove(self) -> None:
        """Removes the current task; it can be made again at once."""
        name = self._name
        if name is None or self._statuses[name].state is TaskState.NOT_MADE:
            return
        undo = self._undo(self._statuses[name])
        words = translate("Tasks", "The task “{task}” was removed.")
        self._work(lambda: self._tasks.remove(name), words, undo)

    def _install(self, plan: TaskPlan, words: str, undo: Callable[[], None] | None) -> None:
        self._work(lambda: self._tasks.install(plan), words, undo)

    def _undo(self, status: TaskStatus) -> Callable[[], None] | None:
        """Returns what makes the task as it was; None if that would ask for a password, or it is not known."""
        plan = status.plan
        if plan is None or plan.account is Account.ALWAYS:
            return None

        def back() -> None:
            self._name = plan.name
            self._install(plan, translate("Tasks", "The task “{task}” is as it was."), None)

        return back

    def _work(self, work: Callable[[], object], words: str, undo: Callable[[], None] | None = None) -> None:
        name = self._name
        if name is None or self._busy:
            return
        self._busy = True
        self.form.refusals.clear()
        self.form.enable(on=False)

        def done(_result: object) -> None:
            self._busy = False
            self._filled = None
            self.done.emit(fill(words, task=label("scheduled_task", name)), undo)
            self.refresh()

        jobs.run(self, work, done, self._on_refused)

    def _on_read(self, read: tuple[TaskOverview, str]) -> None:
        overview, self._messages_folder = read
        self._statuses = {one.name: one for one in overview.tasks}
        words, warns = overview_words(overview)
        self.state.setText(words)
        self.state.set_colour("warn" if warns else "text")
        self.form.offer_accounts(overview.scheduler)
        self.form.enable(on=not self._busy)
        rows = [roster_row(place, self._statuses[name]) for place, name in enumerate(_NAMES, start=1)]
        name = self._name or _NAMES[0]
        self.roster.show_rows(rows, _NAMES.index(name) + 1)
        self._show(name)

    def _show(self, name: TaskName) -> None:
        self._name = name
        status = self._statuses[name]
        self.form.show()
        if self._filled != (name, status.plan):
            self._filled = name, status.plan
            self.form.show_plan(status.plan or proposed(name, self._messages_folder))
        self.form.show_status(status)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self.form.enable(on=True)
        self.form.show_error(error)
        self.refresh()

    def _on_trouble(self, error: Exception) -> None:
        self.state.setText(translate("Tasks", "The scheduler of this PC could not be asked."))
        self.state.set_colour("warn")
        jobs.show_error(self, error)
