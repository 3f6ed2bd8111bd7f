"""The commands `mosharekat task …`, which make, show and remove tasks of the scheduler of this PC."""

from __future__ import annotations

import sys
from typing import Any, Final

from desktop_app.cli.addresses import check_address
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.cli.usage import usage_reason
from desktop_app.errors import TaskRefusedError, UsageError
from desktop_app.scheduling.plan import EVERY, RULES, Account, TaskName, TaskPlan, as_document
from desktop_app.scheduling.service import ScheduledTasks
from desktop_app.scheduling.state import TaskState, TaskStatus
from desktop_app.scheduling.task import File
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.tasks import account_hint, code_words, moment_words, run_words, when_words

#: The option of the command line for each field of a plan, and what it is without the option.
_OPTIONS: Final[tuple[tuple[str, str, str, object], ...]] = (
    ("at", "--at", "at", ""),
    ("folder", "--folder", "folder", None),
    ("keep", "--keep", "newest", 0),
    ("signs", "--sign", "sign", False),
    ("tries", "--try", "tries", False),
    ("mail", "--mail", "mail", ""),
    ("signed_as", "--signed-as", "signed_as", ""),
    ("printer", "--print", "printer", None),
    ("copies", "--copies", "copies", 1),
    ("duplex", "--duplex", "duplex", False),
)
_WINDOWS: Final = "schtasks"


def install(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Makes a task or changes it; with `--dry-run` prints its definition."""
    if settings.database:
        check_address(settings.database)
    tasks, plan = ScheduledTasks(settings), _plan(arguments)
    _require_account(plan, tasks.scheduler, dry=arguments.dry_run)
    files = tasks.files(plan)
    if arguments.dry_run:
        document = _definition(plan, files, made=False)
        output.result(document, "\n".join(file.text for file in files))
        return 0
    try:
        status = tasks.install(plan)
    except TaskRefusedError as error:
        if error.parameters["reason"] != "no_scheduler":
            raise
        # The files help whoever has another scheduler.
        output.result(_definition(plan, files, made=False), "\n".join(file.text for file in files))
        output.warn(error)
        return error.exit_status
    made = status.plan or plan
    output.result(_definition(made, files, made=True) | _status(status), _made_words(status, made))
    if tasks.lacks_passwords(plan):
        output.note(account_hint(plan.account))
    return 0


def listed(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Lists the tasks; returns 1 if one had trouble or missed its time."""
    del arguments
    overview = ScheduledTasks(settings).overview()
    rows = [
        [shown(one.name), label("task_state", one.state), _when(one), _next(one)] for one in overview.tasks
    ]
    lines = [output.table(rows), *(line for one in overview.tasks if (line := _trouble(one)))]
    document = {"scheduler": overview.scheduler, "tasks": [_status(one) for one in overview.tasks]}
    output.result(document, "\n".join(lines))
    if not overview.scheduler:
        output.warn(TaskRefusedError(reason="no_scheduler", words=""))
    bad = any(one.state in (TaskState.TROUBLE, TaskState.MISSED) for one in overview.tasks)
    return 1 if bad else 0


def remove(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Removes a task from the scheduler."""
    name = TaskName(arguments.name)
    ScheduledTasks(settings).remove(name)
    words = fill(translate("Tasks", "The task “{task}” was removed."), task=label("scheduled_task", name))
    output.result({"task": name.value, "removed": True}, words)
    return 0


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Lets the scheduler run a task now, under the account of the task; does not wait for its end."""
    name = TaskName(arguments.name)
    ScheduledTasks(settings).start(name)
    words = fill(translate("Tasks", "The task “{task}” was started."), task=label("scheduled_task", name))
    output.result({"task": name.value, "started": True}, words)
    return 0


def show(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Prints the definition with which a task was made."""
    tasks = ScheduledTasks(settings)
    made = tasks.made(TaskName(arguments.name))
    files = tasks.files(made.plan)
    if output.as_json:
        output.result(_definition(made.plan, files, made=True), "")
    else:
        output.raw("\n".join(file.text for file in files))
    return 0


def _plan(arguments: Arguments) -> TaskPlan:
    """Returns the plan of the options. Raises `UsageError` for an option of another task."""
    name = TaskName(arguments.name)
    values: dict[str, Any] = {}
    for field, option, attribute, without in _OPTIONS:
        value = getattr(arguments, attribute)
        if value == without:
            continue
        if field not in RULES[name].options:
            reason = translate("Usage", "The task “{task}” has no option {option}.")
            raise UsageError(reason=fill(reason, task=shown(name), option=shown(option)))
        values[field] = str(value) if field == "folder" else value
    if "printer" not in values and values.keys() & {"copies", "duplex"}:
        raise UsageError(reason=translate("Usage", "“--copies” and “--duplex” go with “--print”."))
    if "folder" in RULES[name].options and "folder" not in values:
        raise UsageError(reason=usage_reason("the following arguments are required: --folder"))
    return TaskPlan(name, account=Account(arguments.account or Account.USER), **values)


def _require_account(plan: TaskPlan, scheduler: str, *, dry: bool) -> None:
    """Raises `UsageError` for an account that this scheduler does not have, or that asks without a terminal."""
    if plan.account is not Account.USER and scheduler != _WINDOWS:
        reason = translate("Usage", "Here tasks run under your own account; “--account” is for Windows.")
        raise UsageError(reason=reason)
    asks = plan.account is Account.ALWAYS and not dry
    if asks and (sys.stdin is None or not sys.stdin.isatty()):
        raise UsageError(reason=translate("Usage", "A password is typed at a terminal, and there is none."))


def _definition(plan: TaskPlan, files: tuple[File, ...], *, made: bool) -> dict[str, Any]:
    texts = {file.name: file.text for file in files}
    return {"task": plan.name.value, "made": made, "plan": as_document(plan), "files": texts}


def _status(status: TaskStatus) -> dict[str, Any]:
    plan, last = status.plan, status.last
    run = None
    if last is not None:
        run = {
            "began": last.began.isoformat(),
            "ended": last.ended.isoformat() if last.ended else None,
            "status": last.status,
            "message": last.words,
            "broken_off": last.broken,
        }
    return {
        "task": status.name.value,
        "state": status.state.value,
        "plan": as_document(plan) if plan else None,
        "every_minutes": EVERY if not RULES[status.name].hour else None,
        "last_run": run,
        "next_run": status.next_run.isoformat() if status.next_run else None,
        "scheduler_code": status.code,
    }


def _made_words(status: TaskStatus, plan: TaskPlan) -> str:
    words = translate("Tasks", "The task “{task}” was made: {when}, account: {account}.")
    return fill(
        words,
        task=label("scheduled_task", status.name),
        when=when_words(plan.at, EVERY),
        account=label("task_account", plan.account),
    )


def _when(status: TaskStatus) -> str:
    if status.state is TaskState.NOT_MADE or status.plan is None:
        return "—"
    return when_words(status.plan.at, EVERY)


def _next(status: TaskStatus) -> str:
    if status.next_run is None:
        return "—"
    return fill(translate("Tasks", "next: {when}"), when=moment_words(status.next_run))


def _trouble(status: TaskStatus) -> str:
    """Returns a line about a task that had trouble, or an empty text."""
    if status.state is not TaskState.TROUBLE:
        return ""
    last = status.last
    words = code_words(status.code) if status.code is not None else ""
    if last is not None and not words:
        words = run_words(last.began, last.status, last.words, broken=last.broken)
    return f"{shown(status.name)}: {words}"
