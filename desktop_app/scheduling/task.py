"""A task as a scheduler needs it: program, arguments, hour and account."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from desktop_app.scheduling.plan import RULES, Account, TaskName, TaskPlan, command_of

#: The console program. The desk program has no console, and opens a window: a task never calls it.
CONSOLE_PROGRAM: Final = "mosharekat"


@dataclass(frozen=True, slots=True)
class Task:
    """`program` and `arguments` as words; `at` as `HH:MM`, empty for a task of every few minutes.

    `user` is the account's name on Windows (`DOMAIN\\name`), `longest` is in hours.
    """

    name: TaskName
    program: tuple[str, ...]
    arguments: tuple[str, ...]
    folder: str
    at: str
    account: Account
    user: str
    longest: int


@dataclass(frozen=True, slots=True)
class File:
    """A file that defines a task."""

    name: str
    content: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the scheduler says of a task that exists. `code` is how its last start ended, if it tells."""

    enabled: bool
    code: int | None = None


class Scheduler(Protocol):
    """The scheduler of a PC. Its methods raise `TaskRefusedError`."""

    #: The name of its program; empty if there is none.
    kind: str

    def files(self, task: Task) -> tuple[File, ...]:
        """Returns the files that define the task."""
        ...

    def found(self, name: TaskName) -> Found | None:
        """Returns a task that exists, or None."""
        ...

    def make(self, task: Task, *, window: bool) -> None:
        """Makes the task, or replaces it. From a `window` a password is asked for in a console of its own."""
        ...

    def remove(self, name: TaskName) -> None: ...

    def start(self, name: TaskName) -> None: ...


def task_of(plan: TaskPlan, options: Sequence[str]) -> Task:
    """Returns the task of a checked plan. `options` are global options: where the data is."""
    program, folder = console_program(sys.executable, frozen=bool(getattr(sys, "frozen", False)))
    # Before the command, because its own options end the line.
    arguments = (*program[1:], *options, "--task", plan.name.value, *command_of(plan))
    longest = RULES[plan.name].longest
    return Task(
        plan.name, program[:1], arguments, folder, plan.at, plan.account, windows_user(os.environ), longest
    )


def console_program(executable: str, *, frozen: bool) -> tuple[tuple[str, ...], str]:
    """Returns the words that start this program without a window, and the folder to start them in."""
    path = Path(executable)
    if frozen:
        return (str(path.with_name(CONSOLE_PROGRAM + path.suffix)),), str(path.parent)
    root = str(Path(__file__).resolve().parents[2])
    script = shutil.which(CONSOLE_PROGRAM, path=str(path.parent))
    if script:
        return (script,), root
    # `pythonw` has no console either, and hides what goes wrong.
    python = path.with_name(path.name.replace("pythonw", "python"))
    return (str(python), "-m", "desktop_app"), root


def windows_user(environment: Mapping[str, str]) -> str:
    """Returns `DOMAIN\\name` of the user of this process; empty on other systems."""
    domain, name = environment.get("USERDOMAIN", ""), environment.get("USERNAME", "")
    return f"{domain}\\{name}" if domain and name else name
