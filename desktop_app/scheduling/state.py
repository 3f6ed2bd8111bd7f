"""The state of a task: whether it exists, how it ran last, when it runs next, and whether it missed its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.scheduling.plan import EVERY, TaskName, TaskPlan
from desktop_app.scheduling.runs import Made, Run
from desktop_app.scheduling.task import Found

#: A run that is later than this has missed its time.
GRACE: Final = timedelta(hours=1)
#: Last results of the Task Scheduler that are no failure: done, ready, running, off, never run, no more runs.
_NO_FAILURE: Final = frozenset({0, 0x41300, 0x41301, 0x41302, 0x41303, 0x41304, 0x41305})
#: Exit statuses of the command line, which are also the last result of a task without `conhost`.
_OUR_STATUSES: Final = frozenset({0, 1, 2, 3, 130})


class TaskState(StrEnum):
    NOT_MADE = "not_made"
    #: It exists, and its first time is still to come.
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    #: The last run was refused something, or did not begin.
    TROUBLE = "trouble"
    MISSED = "missed"
    #: It was switched off in the scheduler.
    OFF = "off"


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """`plan` is None if the task was not made from this data folder. `next_run` is in the time of this PC.

    `code` is the scheduler's number if it could not start the command.
    """

    name: TaskName
    state: TaskState
    plan: TaskPlan | None = None
    last: Run | None = None
    next_run: datetime | None = None
    code: int | None = None


def status_of(
    name: TaskName, found: Found | None, made: Made | None, last: Run | None, now: datetime
) -> TaskStatus:
    """Returns the state at `now`, which is in the time of this PC."""
    if found is None:
        return TaskStatus(name, TaskState.NOT_MADE, made.plan if made else None, last)
    plan = made.plan if made else None
    failed = found.code is not None and found.code not in _NO_FAILURE | _OUR_STATUSES
    code = found.code if failed else None
    upcoming = next_time(plan, now) if plan is not None and found.enabled else None
    return TaskStatus(name, _state(found, made, last, now, failed=failed), plan, last, upcoming, code)


def _state(found: Found, made: Made | None, last: Run | None, now: datetime, *, failed: bool) -> TaskState:
    if not found.enabled:
        return TaskState.OFF
    if last is not None and last.ended is None and not last.broken:
        return TaskState.RUNNING
    if failed:
        return TaskState.TROUBLE
    if made is not None and is_missed(made.plan, max(made.at, last.began) if last else made.at, now):
        return TaskState.MISSED
    if last is None:
        return TaskState.WAITING
    return TaskState.DONE if last.status == 0 else TaskState.TROUBLE


def is_missed(plan: TaskPlan, since: datetime, now: datetime) -> bool:
    """Returns whether the task was due after `since`, more than `GRACE` ago."""
    if not plan.at:
        return now - since > GRACE
    return since < next_time(plan, now - GRACE) - timedelta(days=1)


def next_time(plan: TaskPlan, now: datetime) -> datetime:
    """Returns when a checked plan is due for the first time after `now`, in the same time zone."""
    if not plan.at:
        start = now.replace(minute=now.minute - now.minute % EVERY, second=0, microsecond=0)
        return start + timedelta(minutes=EVERY)
    hour, minute = plan.at.split(":")
    due = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    return due if due > now else due + timedelta(days=1)
