"""`mosharekat task …`, on stand-ins for `schtasks` and `systemctl` on the path."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from desktop_app.scheduling.plan import Account, TaskName, TaskPlan
from desktop_app.scheduling.runs import last_run
from desktop_app.scheduling.service import ScheduledTasks
from desktop_app.settings import Settings, save_settings
from tests.cli.running import CommandLine, process
from tests.schedulers import StandIn, needs_a_shell, stand_in
from tests.scheduling.test_quoting import split_as_systemd

pytestmark = needs_a_shell


@pytest.fixture(autouse=True)
def _own_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test has its own units, and gives the path back."""
    monkeypatch.setenv("PATH", os.environ["PATH"])
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("USERDOMAIN", "OFFICE")
    monkeypatch.setenv("USERNAME", "ali")


@pytest.fixture
def windows(tmp_path: Path) -> StandIn:
    return stand_in(tmp_path / "bin", "schtasks")


@pytest.fixture
def linux(tmp_path: Path) -> StandIn:
    return stand_in(tmp_path / "bin", "systemctl")


@pytest.fixture
def english(run_new: CommandLine) -> CommandLine:
    save_settings(Settings(data_folder=run_new.folder, language="en"))
    return run_new


def states(run: CommandLine) -> dict[str, str]:
    return {one["task"]: one["state"] for one in run("task", "list", "--json").document["tasks"]}


def test_a_task_of_windows_is_made_from_xml_and_shown_changed_run_and_removed(
    run_new: CommandLine, windows: StandIn
) -> None:
    assert set(states(run_new).values()) == {"not_made"}
    folder = "D:\\Back ups %3A%TEMP%\\"
    made = run_new("task", "install", "back-up", "--folder", folder, "--at", "۳:۳۰", "--try", "--json")
    assert (made.status, made.err) == (0, "")
    assert made.document["state"] == "waiting"
    assert made.document["plan"]["at"] == "03:30"
    (call,) = windows.changes()
    assert call.startswith("/Create /XML ")
    assert call.endswith("/TN Mosharekat\\back-up /F")
    assert "/TR" not in call
    xml = windows.definition("back-up")
    assert xml.decode("utf-16") == made.document["files"]["back-up.xml"]
    shown = run_new("task", "show", "back-up")
    assert shown.out == xml.decode("utf-16")
    assert states(run_new) == {name.value: "not_made" for name in TaskName} | {"back-up": "waiting"}
    assert run_new("task", "install", "back-up", "--folder", folder, "--at", "04:00").status == 0
    assert "T04:00:00" in windows.definition("back-up").decode("utf-16")
    assert run_new("task", "run", "back-up").status == 0
    assert windows.changes()[-1] == "/Run /TN Mosharekat\\back-up"
    assert run_new("task", "remove", "back-up", "--json").document == {"task": "back-up", "removed": True}
    assert set(states(run_new).values()) == {"not_made"}


def test_a_dry_run_prints_the_definition_and_makes_nothing(run_new: CommandLine, windows: StandIn) -> None:
    done = run_new("task", "install", "intake", "--account", "always", "--dry-run")
    assert done.status == 0
    assert "<LogonType>Password</LogonType>" in done.out
    assert "<UserId>OFFICE\\ali</UserId>" in done.out
    assert not windows.calls
    assert run_new("task", "show", "intake").status == 1


def test_the_sentence_of_schtasks_is_shown_as_one(english: CommandLine, windows: StandIn) -> None:
    windows.refuse("ERROR: Access\r\nis   denied.\r\n")
    done = english("task", "install", "intake", "--json")
    assert done.status == 1
    assert done.line == "The scheduler of this PC refused: \u2066ERROR: Access is denied.\u2069"
    assert done.document["error"]["code"] == "task_refused"
    assert states(english)["intake"] == "not_made"
    windows.refuse("")
    assert english("task", "install", "intake").status == 0
    windows.refuse("ERROR: no")
    for verb in ("remove", "run"):
        assert english("task", verb, "intake").status == 1
    assert states(english)["intake"] == "waiting"


def test_a_task_that_is_not_there_is_named(english: CommandLine, windows: StandIn) -> None:
    for verb in ("remove", "run", "show"):
        done = english("task", verb, "seal")
        assert done.status == 1
        assert "scheduled task" in done.line
        assert "seal" in done.line


@pytest.mark.parametrize(
    "words",
    [
        ["install"],
        ["install", "lunch"],
        ["install", "intake", "--at", "10:00"],
        ["install", "intake", "--folder", "/b"],
        ["install", "seal"],
        ["install", "outbox"],
        ["install", "back-up", "--folder", "/b", "--print"],
        ["install", "monthly-report", "--copies", "2"],
        ["install", "intake", "--account", "root"],
        # A password is typed at a terminal.
        ["install", "intake", "--account", "always"],
    ],
)
def test_a_wrong_use_is_told_in_a_line(run_new: CommandLine, windows: StandIn, words: list[str]) -> None:
    done = run_new("task", *words)
    assert done.status == 2
    assert done.line
    assert not windows.changes()


def test_a_wrong_value_is_refused(run_new: CommandLine, windows: StandIn) -> None:
    assert run_new("task", "install", "back-up", "--folder", "/b", "--at", "24:00").status == 1
    assert not windows.changes()


@pytest.mark.parametrize("account", ["system", "network-service"])
def test_a_service_account_is_said_to_have_no_passwords(
    english: CommandLine, windows: StandIn, account: str
) -> None:
    done = english("task", "install", "intake", "--account", account)
    assert done.status == 0
    assert "keyring of its own, which is empty" in done.line
    assert "conhost" not in windows.definition("intake").decode("utf-16")


def test_a_task_names_the_database_only_where_the_settings_do_not(
    run_new: CommandLine, windows: StandIn
) -> None:
    def text() -> str:
        return str(run_new("task", "show", "intake").out)

    address = "postgresql://clerk@srv/desk?sslrootcert=C%3A%5Cca.crt"
    save_settings(Settings(data_folder=run_new.folder, database=address))
    assert run_new("task", "install", "intake").status == 0
    assert str(run_new.folder) in text()
    assert "postgresql" not in text()
    save_settings(Settings(data_folder=run_new.folder))
    other = CommandLine(run_new.capture, run_new.folder, address)
    assert other("task", "install", "intake").status == 0
    assert "clerk@srv/desk" in other("task", "show", "intake").out
    secret = CommandLine(run_new.capture, run_new.folder, "postgresql://clerk:secret@srv/desk")
    refused = secret("task", "install", "intake")
    assert refused.status == 2
    assert "secret" not in windows.definition("intake").decode("utf-16") + refused.err


def test_what_the_scheduler_could_not_start_is_trouble(english: CommandLine, windows: StandIn) -> None:
    assert english("task", "install", "intake").status == 0
    windows.answer(-2147023570)
    done = english("task", "list", "--json")
    assert done.status == 1
    (intake, *_) = done.document["tasks"]
    assert (intake["state"], intake["scheduler_code"]) == ("trouble", 0x8007052E)
    assert "0x8007052E" in english("task", "list").out
    windows.answer(0)
    windows.switch_off("intake")
    assert states(english)["intake"] == "off"


def test_on_linux_a_service_and_a_timer_are_made(
    run_new: CommandLine, linux: StandIn, tmp_path: Path
) -> None:
    units = tmp_path / "config" / "systemd" / "user"
    assert run_new("task", "install", "seal", "--folder", tmp_path / "مُهر ها").status == 0
    assert linux.changes() == [
        "--user daemon-reload",
        "--user enable --now mosharekat-seal.timer",
        "--user restart mosharekat-seal.timer",
    ]
    assert {path.name for path in units.iterdir()} == {"mosharekat-seal.service", "mosharekat-seal.timer"}
    assert states(run_new)["seal"] == "waiting"
    before = (units / "mosharekat-seal.timer").read_text(encoding="utf-8")
    linux.refuse("Failed to connect to bus: No medium found")
    refused = run_new("task", "install", "seal", "--folder", tmp_path, "--at", "05:00")
    assert refused.status == 1
    assert "No medium found" in refused.line
    # A change that is refused leaves the task as it was.
    assert (units / "mosharekat-seal.timer").read_text(encoding="utf-8") == before
    linux.refuse("")
    assert run_new("task", "install", "intake", "--account", "system").status == 2
    assert run_new("task", "remove", "seal").status == 0
    assert not list(units.iterdir())


def test_without_a_scheduler_the_units_are_printed(
    english: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    done = english("task", "install", "intake")
    assert done.status == 1
    assert "OnCalendar=*:0/5" in done.out
    assert "no scheduler" in done.line
    listed = english("task", "list", "--json")
    assert listed.document["scheduler"] == ""
    assert not (tmp_path / "config").exists()


def test_the_command_of_a_task_works_and_notes_its_run(
    run_sqlite: CommandLine, linux: StandIn, tmp_path: Path
) -> None:
    """What the scheduler would start is started here, as a process of its own."""
    folder = tmp_path / "پشتیبان ۱۰۰% 'ما'"
    folder.mkdir()
    assert run_sqlite("task", "install", "back-up", "--folder", folder, "--keep", "3").status == 0
    unit = tmp_path / "config" / "systemd" / "user" / "mosharekat-back-up.service"
    lines = dict(line.split("=", 1) for line in unit.read_text(encoding="utf-8").splitlines() if "=" in line)
    words = split_as_systemd(lines["ExecStart"])
    arguments = words[words.index("--data-dir") :]
    assert process(*arguments).status == 0
    assert len(list(folder.iterdir())) == 1
    run = last_run(run_sqlite.folder, TaskName.BACK_UP)
    assert run is not None
    assert (run.status, run.words, run.broken) == (0, "", False)
    assert run.ended is not None
    assert states(run_sqlite)["back-up"] == "done"
    # The same command without its database.
    arguments[arguments.index("--database") + 1] = f"sqlite:///{tmp_path}/nothing/desk.db"
    failed = process(*arguments)
    assert failed.status != 0
    run = last_run(run_sqlite.folder, TaskName.BACK_UP)
    assert run is not None
    assert (run.status, run.words) == (failed.status, failed.line)
    listed = run_sqlite("task", "list")
    assert listed.status == 1
    assert failed.line in listed.out


def test_a_command_that_is_not_understood_is_noted_too(run_new: CommandLine) -> None:
    done = run_new("--task", "seal", "audit", "seal", "--what")
    assert done.status == 2
    run = last_run(run_new.folder, TaskName.SEAL)
    assert run is not None
    assert (run.status, run.words) == (2, done.line)


def test_a_password_is_asked_for_by_the_scheduler_itself(windows: StandIn, tmp_path: Path) -> None:
    """At a terminal `schtasks` gets a star in place of a password, and speaks on standard error."""
    tasks = ScheduledTasks(Settings(data_folder=tmp_path / "data"))
    tasks.install(TaskPlan(TaskName.INTAKE, account=Account.ALWAYS))
    assert windows.changes()[-1].endswith("/RU OFFICE\\ali /RP *")
    document = json.loads((tmp_path / "data" / "tasks" / "intake.json").read_text(encoding="utf-8"))
    assert "password" not in json.dumps(document)
