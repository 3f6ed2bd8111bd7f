"""The scheduled tasks of this PC, for the command line and the administration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.clock import Clock, pc_clock
from desktop_app.errors import NotFoundError, SettingsError
from desktop_app.scheduling.edge import program_path
from desktop_app.scheduling.plan import SERVICES, TaskName, TaskPlan, checked
from desktop_app.scheduling.runs import Made, forget, last_run, made_of, note_made
from desktop_app.scheduling.state import TaskStatus, status_of
from desktop_app.scheduling.systemd import SystemdScheduler
from desktop_app.scheduling.task import File, Scheduler, Task, task_of
from desktop_app.scheduling.windows import WindowsScheduler
from desktop_app.settings import Settings, load_settings

_WINDOWS: Final = "schtasks"
_LINUX: Final = "systemctl"


@dataclass(frozen=True, slots=True)
class TaskOverview:
    """The tasks in the order of `TaskName`; `scheduler` is empty where there is none."""

    scheduler: str
    tasks: tuple[TaskStatus, ...]


class ScheduledTasks:
    """Makes tasks with the scheduler that this PC has. From a `window` a password is asked for in a console."""

    def __init__(self, settings: Settings, clock: Clock | None = None, *, window: bool = False) -> None:
        self._settings = settings
        self._data = Path(settings.data_folder).absolute()
        self._clock = clock or pc_clock()
        self._window = window

    @property
    def scheduler(self) -> str:
        """The name of the scheduler's program; empty if there is none."""
        return _scheduler().kind

    def overview(self) -> TaskOverview:
        """Returns the state of every task. Raises `TaskRefusedError`."""
        return TaskOverview(self.scheduler, tuple(self.status(name) for name in TaskName))

    def status(self, name: TaskName) -> TaskStatus:
        """Returns the state of one task. Raises `TaskRefusedError`."""
        made, last = made_of(self._data, name), last_run(self._data, name)
        return status_of(name, _scheduler().found(name), made, last, self._clock.now().astimezone())

    def task(self, plan: TaskPlan) -> Task:
        """Returns the task of a plan. Raises `InvalidValueError`."""
        return task_of(checked(plan), self._options())

    def files(self, plan: TaskPlan) -> tuple[File, ...]:
        """Returns the files that define the task of a plan. Raises `InvalidValueError`."""
        return _scheduler().files(self.task(plan))

    def made(self, name: TaskName) -> Made:
        """Returns the plan with which a task was made. Raises `NotFoundError`."""
        made = made_of(self._data, name)
        if made is None:
            raise NotFoundError(item="task", key=name.value)
        return made

    def install(self, plan: TaskPlan) -> TaskStatus:
        """Makes the task, or replaces it. Raises `InvalidValueError`, `TaskRefusedError`, `NotWrittenError`."""
        task = self.task(plan)
        _scheduler().make(task, window=self._window)
        note_made(self._data, checked(plan), self._clock.now())
        return self.status(plan.name)

    def remove(self, name: TaskName) -> TaskPlan | None:
        """Removes the task; returns its plan if it is known. Raises `NotFoundError`, `TaskRefusedError`."""
        self._existing(name).remove(name)
        made = made_of(self._data, name)
        forget(self._data, name)
        return made.plan if made else None

    def start(self, name: TaskName) -> None:
        """Runs the task now. Raises `NotFoundError`, `TaskRefusedError`."""
        self._existing(name).start(name)

    def lacks_passwords(self, plan: TaskPlan) -> bool:
        """Returns whether the task runs under an account that does not have this user's keyring."""
        return plan.account in SERVICES

    def _existing(self, name: TaskName) -> Scheduler:
        scheduler = _scheduler()
        if scheduler.found(name) is None:
            raise NotFoundError(item="task", key=name.value)
        return scheduler

    def _options(self) -> list[str]:
        """Returns the global options of a task.

        The data folder is always named, because another account has another one. The database is named only if it
        is not that of the settings there: a task then follows them to a new server.
        """
        words = ["--data-dir", str(self._data)]
        try:
            kept = load_settings(self._data, {}).database
        except SettingsError:
            kept = ""
        if self._settings.database and self._settings.database != kept:
            words += ["--database", _without_password(self._settings.database)]
        return words


def _without_password(address: str) -> str:
    """Returns the address of a database for a task: without a password, and with an absolute file."""
    from sqlalchemy import make_url  # noqa: PLC0415 - only where a task is made

    # `set(password=None)` would keep the password.
    url = make_url(address)._replace(password=None)
    if url.get_backend_name() == "sqlite" and url.database:
        url = url.set(database=Path(url.database).absolute().as_posix())
    return url.render_as_string()


def _scheduler() -> Scheduler:
    """Returns the scheduler whose program is here: only Windows has `schtasks`."""
    windows = program_path(_WINDOWS)
    return WindowsScheduler(windows) if windows else SystemdScheduler(program_path(_LINUX))
