"""The XML of a task for the Task Scheduler of Windows, schema version 1.2.

A task of a signed-in user runs on the desktop, where a console program would open a window each time. `conhost
--headless` (Windows 10 1809 and later, as Qt demands) gives it a console that is never shown. Tasks of other accounts
run without a desktop, so the program is started directly.
"""

from __future__ import annotations

import codecs
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from desktop_app.scheduling.plan import EVERY, Account
from desktop_app.scheduling.quoting import windows_line
from desktop_app.scheduling.task import Task
from desktop_app.wording.labels import label

NAMESPACE: Final = "http://schemas.microsoft.com/windows/2004/02/mit/task"
#: The folder of the program's tasks in the Task Scheduler.
FOLDER: Final = "Mosharekat"
HEADLESS: Final = r"%SystemRoot%\System32\conhost.exe"
_SYSTEM: Final = "S-1-5-18"
_NETWORK_SERVICE: Final = "S-1-5-20"
_PRINCIPAL: Final = "Author"
#: Schedulers count from a day that is over, so the task is due from today on.
_FIRST_DAY: Final = date(2025, 1, 1)
_SETTINGS: Final = (
    ("MultipleInstancesPolicy", "IgnoreNew"),
    ("DisallowStartIfOnBatteries", "false"),
    ("StopIfGoingOnBatteries", "false"),
    ("AllowHardTerminate", "true"),
    ("StartWhenAvailable", "true"),
    ("RunOnlyIfNetworkAvailable", "false"),
    ("AllowStartOnDemand", "true"),
    ("Enabled", "true"),
    ("Hidden", "false"),
    ("RunOnlyIfIdle", "false"),
    ("WakeToRun", "false"),
)


def path_of(name: str) -> str:
    """Returns the name of a task with its folder, as `schtasks /TN` takes it."""
    return rf"{FOLDER}\{name}"


def task_xml(task: Task) -> str:
    """Returns the document as text; `encoded` writes it as the declaration says."""
    root = Element("Task", {"version": "1.2", "xmlns": NAMESPACE})
    about = SubElement(root, "RegistrationInfo")
    _add(about, "Author", FOLDER)
    _add(about, "Description", label("scheduled_task", task.name))
    _add(about, "URI", "\\" + path_of(task.name))
    _trigger(SubElement(root, "Triggers"), task)
    principals = SubElement(root, "Principals")
    _principal(SubElement(principals, "Principal", {"id": _PRINCIPAL}), task)
    settings = SubElement(root, "Settings")
    for name, value in _SETTINGS:
        _add(settings, name, value)
    _add(settings, "ExecutionTimeLimit", f"PT{task.longest}H")
    _add(settings, "Priority", "7")
    _action(SubElement(root, "Actions", {"Context": _PRINCIPAL}), task)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-16"?>\n{tostring(root, encoding="unicode")}\n'


def encoded(document: str) -> bytes:
    """Returns the document in UTF-16 with a byte order mark, which `schtasks /XML` expects."""
    return codecs.BOM_UTF16_LE + document.encode("utf-16-le")


def _trigger(triggers: Element, task: Task) -> None:
    if not task.at:
        trigger = SubElement(triggers, "TimeTrigger")
        # Without a duration it repeats for ever.
        _add(SubElement(trigger, "Repetition"), "Interval", f"PT{EVERY}M")
        _add(trigger, "StartBoundary", f"{_FIRST_DAY}T00:00:00")
        _add(trigger, "Enabled", "true")
        return
    trigger = SubElement(triggers, "CalendarTrigger")
    # Without a zone it is the time of the PC.
    _add(trigger, "StartBoundary", f"{_FIRST_DAY}T{task.at}:00")
    _add(trigger, "Enabled", "true")
    _add(SubElement(trigger, "ScheduleByDay"), "DaysInterval", "1")


def _principal(principal: Element, task: Task) -> None:
    if task.account is Account.SYSTEM:
        _add(principal, "UserId", _SYSTEM)
    elif task.account is Account.NETWORK_SERVICE:
        _add(principal, "UserId", _NETWORK_SERVICE)
    else:
        _add(principal, "UserId", task.user)
        signed_in = task.account is Account.USER
        _add(principal, "LogonType", "InteractiveToken" if signed_in else "Password")
    _add(principal, "RunLevel", "LeastPrivilege")


def _action(actions: Element, task: Task) -> None:
    run = SubElement(actions, "Exec")
    if task.account is Account.USER:
        _add(run, "Command", HEADLESS)
        _add(run, "Arguments", windows_line(["--headless", *task.program, *task.arguments]))
    else:
        _add(run, "Command", task.program[0])
        _add(run, "Arguments", windows_line(task.arguments))
    _add(run, "WorkingDirectory", task.folder)


def _add(parent: Element, name: str, value: str) -> None:
    SubElement(parent, name).text = value
