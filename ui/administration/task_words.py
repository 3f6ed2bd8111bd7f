"""Texts about the scheduled tasks of this PC."""

from __future__ import annotations

from typing import Final, Literal

from desktop_app.scheduling.plan import EVERY, RULES, TaskName, TaskPlan
from desktop_app.scheduling.service import TaskOverview
from desktop_app.scheduling.state import TaskState, TaskStatus
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.tasks import code_words, moment_words, run_words, when_words
from ui.widgets.chip import ChipColour
from ui.widgets.roster import RosterRow

#: States that somebody has to look at.
BAD: Final = frozenset({TaskState.TROUBLE, TaskState.MISSED})
_TONES: Final[dict[TaskState, ChipColour]] = {
    TaskState.DONE: "ok",
    TaskState.TROUBLE: "danger",
    TaskState.MISSED: "warn",
    TaskState.OFF: "slate",
}


def roster_row(key: int, status: TaskStatus) -> RosterRow:
    """Returns a task as a row of the list: when it runs, its next time and its account."""
    exists, plan = status.state is not TaskState.NOT_MADE, status.plan
    if exists and plan is not None:
        parts = [when_words(plan.at, EVERY)]
        if status.next_run is not None:
            parts.append(fill(translate("Tasks", "next: {when}"), when=moment_words(status.next_run)))
        parts.append(label("task_account", plan.account))
        about = " · ".join(parts)
    elif exists:
        about = translate("Tasks", "It was made with another data folder or by hand.")
    else:
        about = purpose(status.name)
    mark = label("task_state", status.state)
    tone: ChipColour | Literal[""] = _TONES.get(status.state, "")
    return RosterRow(key, label("scheduled_task", status.name), about, exists, mark, tone)


def purpose(name: TaskName) -> str:
    """Returns what a task does."""
    return {
        TaskName.INTAKE: translate(
            "Tasks",
            "Looks into the sources, takes in what is handed in, archives, and writes messages if the office has set"
            " a folder for them.",
        ),
        TaskName.OUTBOX: translate(
            "Tasks", "Writes messages that wait into a folder; only needed where the intake does not do it."
        ),
        TaskName.BACK_UP: translate(
            "Tasks",
            "Makes a checked back-up and removes only older ones that it made itself.",
        ),
        TaskName.MONTHLY_REPORT: translate(
            "Tasks",
            "Issues the report of the last Jalali month. It runs every day: the first run after the month issues the"
            " report, the others find it issued.",
        ),
        TaskName.SEAL: translate(
            "Tasks",
            "Signs the head of the history into a folder of the second custodian, with the key of the keyring.",
        ),
    }[name]


def overview_words(overview: TaskOverview) -> tuple[str, bool]:
    """Returns the line above the list, and whether it is a warning."""
    if not overview.scheduler:
        words = translate(
            "Tasks",
            "This PC has no scheduler that the program knows. “mosharekat task install NAME” prints what another one"
            " needs.",
        )
        return words, True
    made = [one for one in overview.tasks if one.state is not TaskState.NOT_MADE]
    bad = [one for one in made if one.state in BAD]
    if bad:
        words = translate("Tasks", "Look at: {tasks}.")
        names = translate("Tasks", ", ").join(label("scheduled_task", one.name) for one in bad)
        return fill(words, tasks=names), True
    if not made:
        return translate(
            "Tasks",
            "This PC does nothing by itself yet. Choose a task and make it; one PC of the office is enough.",
        ), False
    words = translate("Tasks", "{count} of {all} tasks are made on this PC.")
    return fill(words, count=len(made), all=len(overview.tasks)), False


def last_words(status: TaskStatus) -> str:
    """Returns how the last run ended."""
    lines = []
    if status.code is not None:
        lines.append(code_words(status.code))
    last = status.last
    if last is not None and last.ended is None and not last.broken:
        lines.append(fill(translate("Tasks", "It runs since {when}."), when=moment_words(last.began)))
    elif last is not None:
        lines.append(run_words(last.began, last.status, last.words, broken=last.broken))
    elif status.state is not TaskState.NOT_MADE:
        lines.append(translate("Tasks", "It did not run yet."))
    if status.state is TaskState.MISSED:
        lines.append(
            translate("Tasks", "It did not run when it was due: was the PC off, or nobody signed in?")
        )
    if status.state is TaskState.OFF:
        lines.append(
            translate("Tasks", "It was switched off in the scheduler; saving it here switches it on.")
        )
    return "\n".join(lines)


def proposed(name: TaskName, folder: str) -> TaskPlan:
    """Returns what the form of a task that is not made begins with; `folder` is that of the messages."""
    own = folder if name is TaskName.OUTBOX else ""
    return TaskPlan(name, at=RULES[name].hour, folder=own, tries=name is TaskName.BACK_UP)
