"""The units of a task for the user's own systemd on Linux."""

from __future__ import annotations

from desktop_app.scheduling.plan import EVERY, TaskName
from desktop_app.scheduling.quoting import systemd_line
from desktop_app.scheduling.task import Task
from desktop_app.wording.labels import label


def unit_name(name: TaskName, kind: str) -> str:
    """Returns the file name of a unit; `kind` is `service` or `timer`."""
    return f"mosharekat-{name}.{kind}"


def service_unit(task: Task) -> str:
    """Returns the unit that runs the command once."""
    return (
        f"[Unit]\nDescription={label('scheduled_task', task.name)}\n\n"
        f"[Service]\nType=oneshot\nExecStart={systemd_line([*task.program, *task.arguments])}\n"
        f"WorkingDirectory={task.folder.replace('%', '%%')}\nTimeoutStartSec={task.longest}h\nNice=10\n"
    )


def timer_unit(task: Task) -> str:
    """Returns the unit that says when. `Persistent` makes up for a run while the PC was off."""
    when = f"*-*-* {task.at}:00" if task.at else f"*:0/{EVERY}"
    return (
        f"[Unit]\nDescription={label('scheduled_task', task.name)}\n\n"
        f"[Timer]\nOnCalendar={when}\nPersistent=true\nAccuracySec=30s\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
