"""The tasks that the program offers: the command of each, its options, and when it runs.

Windows knows only Gregorian months. The task of the monthly report therefore runs every day, and its command decides:
the first run after a Jalali month issues the report, later runs find it issued. That also makes up for days on which
the PC was off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path, PureWindowsPath
from typing import Any, Final

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits

#: Minutes between two rounds of the intake.
EVERY: Final = 5
#: The most copies of a report.
_MOST_COPIES: Final = 99
_MOST_KEPT: Final = 9999
_HOUR: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
#: Control characters, halves of a surrogate pair, and line separators: no scheduler stores them.
_NOT_IN_A_TASK: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})


class TaskName(StrEnum):
    INTAKE = "intake"
    OUTBOX = "outbox"
    BACK_UP = "back-up"
    MONTHLY_REPORT = "monthly-report"
    SEAL = "seal"


class Account(StrEnum):
    """The account of a task. Only `USER` has a desktop, on which a console could flash."""

    #: The user who makes it, while signed in to Windows.
    USER = "user"
    #: The same user, also while signed out; Windows asks for the password and stores it.
    ALWAYS = "always"
    NETWORK_SERVICE = "network-service"
    SYSTEM = "system"


#: Accounts with an empty keyring of their own.
SERVICES: Final = frozenset({Account.NETWORK_SERVICE, Account.SYSTEM})


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """What a person chooses for a task. `at` is `HH:MM` in the time of the PC; empty for the usual hour."""

    name: TaskName
    at: str = ""
    account: Account = Account.USER
    folder: str = ""
    #: So many of the newest back-ups are kept.
    keep: int = 14
    tries: bool = False
    signs: bool = False
    #: The address for a mail with the seal.
    mail: str = ""
    signed_as: str = ""
    #: A printer's name; empty for the usual one, None for no paper.
    printer: str | None = None
    copies: int = 1
    duplex: bool = False


@dataclass(frozen=True, slots=True)
class TaskRule:
    """What holds for a task: its command, its options (fields of `TaskPlan`), its usual hour and longest time.

    A task without an hour runs every `EVERY` minutes. `longest` is in hours.
    """

    command: Callable[[TaskPlan], list[str]]
    options: frozenset[str]
    hour: str
    longest: int


def _back_up(plan: TaskPlan) -> list[str]:
    words = ["database", "backup", "--folder", plan.folder, "--keep", str(plan.keep)]
    return [*words, *(["--sign"] if plan.signs else []), *(["--try"] if plan.tries else [])]


def _monthly_report(plan: TaskPlan) -> list[str]:
    words = ["report", "monthly", "--month", "last", "--issue"]
    if plan.signed_as:
        words += [f"--signed-as={plan.signed_as}"]
    if plan.printer is None:
        return words
    words += [f"--print={plan.printer}" if plan.printer else "--print"]
    if plan.copies > 1:
        words += ["--copies", str(plan.copies)]
    return [*words, *(["--duplex"] if plan.duplex else [])]


def _seal(plan: TaskPlan) -> list[str]:
    return ["audit", "seal", "--folder", plan.folder, *([f"--mail={plan.mail}"] if plan.mail else [])]


RULES: Final[Mapping[TaskName, TaskRule]] = {
    TaskName.INTAKE: TaskRule(lambda _plan: ["intake", "run"], frozenset(), "", 1),
    TaskName.OUTBOX: TaskRule(
        lambda plan: ["outbox", "write", plan.folder], frozenset({"at", "folder"}), "08:00", 1
    ),
    TaskName.BACK_UP: TaskRule(_back_up, frozenset({"at", "folder", "keep", "tries", "signs"}), "02:00", 8),
    TaskName.MONTHLY_REPORT: TaskRule(
        _monthly_report,
        frozenset({"at", "signed_as", "printer", "copies", "duplex"}),
        "07:30",
        2,
    ),
    TaskName.SEAL: TaskRule(_seal, frozenset({"at", "folder", "mail"}), "03:00", 1),
}


def checked_hour(written: str) -> str:
    """Returns an hour as `HH:MM`, written in any digits. Raises `InvalidValueError`."""
    found = _HOUR.fullmatch(latin_digits(written).strip())
    if found is None:
        raise InvalidValueError(field="hour", reason="unknown", value=written[:20])
    return f"{int(found[1]):02}:{found[2]}"


def checked_number(field: str, written: str) -> int:
    """Returns the number of back-ups or copies, written in any digits. Raises `InvalidValueError`."""
    typed = latin_digits(written).strip()
    most = _MOST_COPIES if field == "copies" else _MOST_KEPT
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= most):
        raise InvalidValueError(field=field, reason="out_of_range", value=written[:20])
    return int(typed)


def checked(plan: TaskPlan) -> TaskPlan:
    """Returns the plan with its hour and an absolute folder. Raises `InvalidValueError`.

    A scheduler starts a task in a folder of its own choice, so a relative folder would be another one.
    """
    rule = RULES[plan.name]
    hour = checked_hour(plan.at or rule.hour) if rule.hour else ""
    folder = plan.folder.strip()
    if "folder" in rule.options:
        if not folder:
            raise InvalidValueError(field="folder", reason="empty", value="")
        # On Linux a path of Windows is only drawn up, not used.
        if not PureWindowsPath(folder).drive:
            folder = str(Path(folder).absolute())
    for field in ("folder", "mail", "signed_as", "printer"):
        value = getattr(plan, field) or ""
        if any(unicodedata.category(letter) in _NOT_IN_A_TASK for letter in value):
            raise InvalidValueError(field=field, reason="unknown", value="")
    checked_number("keep", str(plan.keep))
    checked_number("copies", str(plan.copies))
    return replace(plan, at=hour, folder=folder, mail=plan.mail.strip(), signed_as=plan.signed_as.strip())


def command_of(plan: TaskPlan) -> list[str]:
    """Returns the words of the command, without the program and its global options."""
    return RULES[plan.name].command(plan)


def as_document(plan: TaskPlan) -> dict[str, Any]:
    """Returns the plan as JSON."""
    return asdict(plan)


def from_document(document: Mapping[str, Any]) -> TaskPlan:
    """Returns a plan that `as_document` stored. Raises ValueError, TypeError, KeyError or AppError."""
    values = dict(document)
    values["name"], values["account"] = TaskName(values["name"]), Account(values["account"])
    return checked(TaskPlan(**values))
