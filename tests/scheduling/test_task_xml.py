"""The XML of a task, and the units of systemd: structure, times, accounts, and what they call."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop_app.errors import InvalidValueError
from desktop_app.scheduling.plan import RULES, Account, TaskName, TaskPlan, checked, command_of
from desktop_app.scheduling.task import Task, console_program, task_of, windows_user
from desktop_app.scheduling.task_xml import HEADLESS, NAMESPACE, encoded, task_xml
from desktop_app.scheduling.units import service_unit, timer_unit
from desktop_app.wording import in_language
from tests.scheduling.hostile import WORDS
from tests.scheduling.test_quoting import split_as_systemd, split_as_windows

HOSTILE = [word for word in WORDS if word and "\t" not in word]
PROGRAM = r"C:\Program Files\Mosharekat\mosharekat.exe"
#: The elements of the schema below each other that a task may have; `*` stands for a text.
_SCHEMA = {
    "Task": {"RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"},
    "RegistrationInfo": {"Author", "Description", "URI"},
    "Triggers": {"TimeTrigger", "CalendarTrigger"},
    "TimeTrigger": {"Repetition", "StartBoundary", "Enabled"},
    "CalendarTrigger": {"StartBoundary", "Enabled", "ScheduleByDay"},
    "Repetition": {"Interval"},
    "ScheduleByDay": {"DaysInterval"},
    "Principals": {"Principal"},
    "Principal": {"UserId", "LogonType", "RunLevel"},
    "Actions": {"Exec"},
    "Exec": {"Command", "Arguments", "WorkingDirectory"},
}


def task(
    name: TaskName = TaskName.BACK_UP, *, account: Account = Account.USER, folder: str = "D:\\b"
) -> Task:
    plan = checked(TaskPlan(name, folder=folder, account=account))
    made = task_of(plan, ["--data-dir", r"C:\Users\علی\داده‌ها"])
    return replace(made, program=(PROGRAM,), folder=r"C:\Program Files\Mosharekat", user="OFFICE\\علی")


def tree(made: Task) -> ElementTree.Element:
    """The document, read from its bytes as Windows reads it."""
    return ElementTree.fromstring(encoded(task_xml(made)))


def one(root: ElementTree.Element, path: str) -> str | None:
    return root.findtext("/".join(f"{{{NAMESPACE}}}{part}" for part in path.split("/")))


@pytest.mark.parametrize("account", list(Account))
@pytest.mark.parametrize("name", list(TaskName))
def test_the_document_has_the_elements_of_the_schema_and_no_others(name: TaskName, account: Account) -> None:
    content = encoded(task_xml(task(name, account=account)))
    assert content.startswith(b"\xff\xfe")
    assert content[2:].decode("utf-16-le").startswith('<?xml version="1.0" encoding="UTF-16"?>')
    root = ElementTree.fromstring(content)
    assert root.get("version") == "1.2"
    for element in root.iter():
        space, _, tag = element.tag[1:].partition("}")
        assert space == NAMESPACE
        below = [child.tag.partition("}")[2] for child in element]
        assert len(below) == len(set(below))
        if tag in _SCHEMA:
            assert set(below) <= _SCHEMA[tag]
            assert below
        elif tag != "Settings":
            assert not below
    context = root.find(f"{{{NAMESPACE}}}Actions")
    principal = root.find(f"{{{NAMESPACE}}}Principals/{{{NAMESPACE}}}Principal")
    assert context is not None
    assert principal is not None
    assert context.get("Context") == principal.get("id")


def test_a_second_run_is_not_started_and_a_missed_one_is_made_up_for() -> None:
    root = tree(task())
    settings = {
        "MultipleInstancesPolicy": "IgnoreNew", "StartWhenAvailable": "true", "ExecutionTimeLimit": "PT8H",
        "StopIfGoingOnBatteries": "false", "Enabled": "true", "AllowStartOnDemand": "true",
    }  # fmt: skip
    assert {name: one(root, f"Settings/{name}") for name in settings} == settings


def test_the_intake_repeats_and_the_others_run_at_their_hour() -> None:
    root = tree(task(TaskName.INTAKE))
    assert one(root, "Triggers/TimeTrigger/Repetition/Interval") == "PT5M"
    # Without a duration a repetition does not end.
    assert one(root, "Triggers/TimeTrigger/Repetition/Duration") is None
    for name in set(TaskName) - {TaskName.INTAKE}:
        root = tree(task(name))
        assert one(root, "Triggers/CalendarTrigger/StartBoundary") == f"2025-01-01T{RULES[name].hour}:00"
        # Also that of the month: Windows knows no Jalali months, the command decides.
        assert one(root, "Triggers/CalendarTrigger/ScheduleByDay/DaysInterval") == "1"


@pytest.mark.parametrize(
    ("account", "user", "logon"),
    [
        (Account.USER, "OFFICE\\علی", "InteractiveToken"),
        (Account.ALWAYS, "OFFICE\\علی", "Password"),
        (Account.NETWORK_SERVICE, "S-1-5-20", None),
        (Account.SYSTEM, "S-1-5-18", None),
    ],
)
def test_the_account_has_the_least_rights(account: Account, user: str, logon: str | None) -> None:
    root = tree(task(account=account))
    assert one(root, "Principals/Principal/UserId") == user
    assert one(root, "Principals/Principal/LogonType") == logon
    assert one(root, "Principals/Principal/RunLevel") == "LeastPrivilege"


@pytest.mark.parametrize("folder", HOSTILE)
@pytest.mark.parametrize("account", [Account.USER, Account.ALWAYS])
def test_the_program_gets_its_words_unchanged(account: Account, folder: str) -> None:
    made = task(account=account, folder=f"D:\\{folder}")
    root = tree(made)
    words = split_as_windows(one(root, "Actions/Exec/Arguments") or "")
    if account is Account.USER:
        # On the desktop of a user a console would appear.
        assert one(root, "Actions/Exec/Command") == HEADLESS
        assert words[:2] == ["--headless", PROGRAM]
        words = words[2:]
    else:
        assert one(root, "Actions/Exec/Command") == PROGRAM
    assert tuple(words) == made.arguments
    assert words[words.index("--folder") + 1] == f"D:\\{folder}".strip()
    assert one(root, "Actions/Exec/WorkingDirectory") == r"C:\Program Files\Mosharekat"


def test_the_definition_is_described_in_the_language_in_use() -> None:
    assert in_language("fa", lambda: one(tree(task()), "RegistrationInfo/Description")) == "پشتیبان روزانه"
    assert in_language("en", lambda: one(tree(task()), "RegistrationInfo/Description")) == "Daily back-up"


@pytest.mark.parametrize("folder", HOSTILE)
def test_the_unit_of_systemd_calls_the_same_words(folder: str) -> None:
    made = task(folder=f"/b/{folder}")
    lines = dict(line.split("=", 1) for line in service_unit(made).splitlines() if "=" in line)
    assert split_as_systemd(lines["ExecStart"]) == [*made.program, *made.arguments]
    assert lines["Type"] == "oneshot"


def test_the_timer_of_systemd_makes_up_for_a_missed_run() -> None:
    assert "OnCalendar=*-*-* 02:00:00\nPersistent=true\n" in timer_unit(task())
    assert "OnCalendar=*:0/5\n" in timer_unit(task(TaskName.INTAKE))


def test_a_task_never_calls_the_desk_program() -> None:
    for suffix in ("", ".exe"):
        desk, console = (str(Path(f"/opt/mosharekat/mosharekat{part}{suffix}")) for part in ("-desk", ""))
        assert console_program(desk, frozen=True)[0] == (console,)
    program, folder = console_program("/nowhere/pythonw.exe", frozen=False)
    assert program == (str(Path("/nowhere/python.exe")), "-m", "desktop_app")
    assert Path(folder, "desktop_app").is_dir()


def test_the_user_of_windows_has_the_domain() -> None:
    assert windows_user({"USERDOMAIN": "OFFICE", "USERNAME": "ali"}) == "OFFICE\\ali"
    assert windows_user({"USERNAME": "ali"}) == "ali"


def test_each_task_calls_a_command_that_the_command_line_knows() -> None:
    from desktop_app.cli.parser import parse  # noqa: PLC0415

    full = TaskPlan(
        TaskName.SEAL, folder="/b", tries=True, signs=True, mail="-a@b.ir", signed_as="-مدیر", printer="-p", copies=2,
        duplex=True,
    )  # fmt: skip
    for name in TaskName:
        made = task_of(checked(replace(full, name=name)), ["--data-dir", "/d"])
        found = parse([word for word in made.arguments if word not in ("-m", "desktop_app")])
        assert found.task == name
        assert str(found.data_dir) == str(Path("/d"))
    assert command_of(replace(full, name=TaskName.MONTHLY_REPORT))[-5:] == [
        "--signed-as=-مدیر", "--print=-p", "--copies", "2", "--duplex",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (TaskPlan(TaskName.BACK_UP, folder="/b", at="25:00"), "hour"),
        (TaskPlan(TaskName.BACK_UP, folder="/b", at="two"), "hour"),
        (TaskPlan(TaskName.BACK_UP, folder="/b", keep=0), "keep"),
        (TaskPlan(TaskName.BACK_UP, folder=" "), "folder"),
        (TaskPlan(TaskName.SEAL, folder="/b\n* * * * * rm"), "folder"),
        (TaskPlan(TaskName.MONTHLY_REPORT, printer="a\x00b"), "printer"),
        (TaskPlan(TaskName.MONTHLY_REPORT, printer="", copies=100), "copies"),
    ],
)
def test_a_plan_that_would_not_work_is_refused(plan: TaskPlan, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        checked(plan)
    assert caught.value.parameters["field"] == field


def test_an_hour_may_have_persian_digits_and_a_folder_half_spaces() -> None:
    plan = checked(TaskPlan(TaskName.SEAL, at="۳:۰۵", folder="/مُهر\u200cها"))
    assert (plan.at, plan.folder) == ("03:05", str(Path("/مُهر\u200cها").absolute()))


@pytest.mark.skipif(sys.platform == "win32", reason="there such a path has another meaning")
def test_a_relative_folder_is_that_of_whoever_made_the_task() -> None:
    assert checked(TaskPlan(TaskName.SEAL, folder="seals")).folder == str(Path.cwd() / "seals")
