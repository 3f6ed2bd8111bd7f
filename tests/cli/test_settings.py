"""The commands `settings show` and `settings machine`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.settings import Settings, save_settings
from tests.cli.running import CommandLine

SERVER = "postgresql://office.local/mosharekat"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the machine."""
    path = tmp_path / "machine" / "settings.json"
    monkeypatch.setenv("MOSHAREKAT_MACHINE_SETTINGS", str(path))
    return path


def shown(run: CommandLine, *words: str) -> dict[str, dict[str, Any]]:
    document = run("settings", "show", "--json", *words).document
    return {row["name"]: row for row in document["settings"]}


def test_every_setting_has_its_value_and_its_origin(run_new: CommandLine, machine: Path) -> None:
    run_new("settings", "machine", f"database={SERVER}", "lock_minutes=5", "--fix", "database")
    save_settings(Settings(data_folder=run_new.folder, theme="dark"))
    rows = shown(run_new, "--language", "en")
    assert rows["database"] == {"name": "database", "value": SERVER, "from": "machine", "fixed": True}
    assert (rows["lock_minutes"]["value"], rows["lock_minutes"]["fixed"]) == (5, False)
    origins = {name: row["from"] for name, row in rows.items()}
    assert origins["theme"] == "user"
    assert origins["language"] == "option"
    assert origins["scale"] == "default"
    assert origins["data_folder"] == "option"
    document = run_new("settings", "show", "--json").document
    assert document["machine_file"] == str(machine)
    assert document["problem"] is None


def test_the_table_says_it_in_words(run_new: CommandLine, machine: Path) -> None:
    run_new("settings", "machine", "lock_minutes=5", "--fix", "lock_minutes")
    done = run_new("settings", "show")
    assert (done.status, done.err) == (0, "")
    line = next(line for line in done.out.splitlines() if "lock_minutes" in line)
    assert "۵" in line
    assert "اداره" in line
    assert "ثابت" in line
    assert str(machine) in done.out


@pytest.mark.parametrize(
    "address", ["postgresql://me:se@cret@office/x", "postgresql:///x?host=office&password=secret"]
)
def test_a_password_is_never_shown(run_new: CommandLine, machine: Path, address: str) -> None:
    del machine
    for done in (
        run_new("settings", "show", database=address),
        run_new("settings", "show", "--json", database=address),
    ):
        assert done.status == 0
        assert "cret" not in done.out + done.err
        assert "***" in done.out


def test_the_file_of_the_machine_grows_and_shrinks(run_new: CommandLine, machine: Path) -> None:
    run_new(
        "settings", "machine", "language=en", "server_only=yes", "remember=no", "--fix", "language,remember"
    )
    done = run_new("settings", "machine", "lock_minutes=0", "language=", "--free", "language", "--json")
    assert done.document == {
        "file": str(machine),
        "values": {"server_only": True, "remember": False, "lock_minutes": 0},
        "fixed": ["remember"],
    }
    assert json.loads(machine.read_text("utf-8")) == {
        "server_only": True,
        "remember": False,
        "lock_minutes": 0,
        "fixed": ["remember"],
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_all_users_may_read_the_file_of_the_machine(run_new: CommandLine, machine: Path) -> None:
    before = os.umask(0o077)
    try:
        run_new("settings", "machine", "theme=dark")
    finally:
        os.umask(before)
    assert machine.stat().st_mode & 0o777 == 0o644
    assert machine.parent.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("language",),
        ("language=xx",),
        ("lock_minutes=many",),
        ("lock_minutes=481",),
        ("server_only=perhaps",),
        ("colour=red",),
        ("last_username=me",),
        ("--fix", "colour"),
        ("--free", "colour"),
        ("certificate=ca.crt",),
        ("update_key=abc",),
        ("database=postgresql://me:hidden@office/x",),
        ("database=postgresql:///x?password=hidden",),
    ],
)
def test_what_is_no_setting_is_refused_in_one_sentence(
    run_new: CommandLine, machine: Path, words: tuple[str, ...]
) -> None:
    done = run_new("settings", "machine", *words)
    assert (done.status, done.out) == (2, "")
    assert "hidden" not in done.line
    assert not machine.exists()


def test_a_broken_file_is_reported_and_not_overwritten(run_new: CommandLine, machine: Path) -> None:
    machine.parent.mkdir()
    machine.write_text("{", "utf-8")
    done = run_new("settings", "show", "--json")
    assert str(machine) in done.line
    assert done.document["problem"] == done.line
    assert run_new("settings", "machine", "theme=dark").status == 1
    assert machine.read_text("utf-8") == "{"


def test_an_invalid_value_can_be_replaced_and_what_is_unknown_stays(
    run_new: CommandLine, machine: Path
) -> None:
    machine.parent.mkdir()
    machine.write_text('{"lock_minutes": "x", "of_tomorrow": 1}', "utf-8")
    assert run_new("settings", "machine", "lock_minutes=5").status == 0
    assert json.loads(machine.read_text("utf-8")) == {"lock_minutes": 5, "of_tomorrow": 1, "fixed": []}


def test_without_the_right_to_write_nothing_is_changed(
    run_new: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "file"
    place.touch()
    monkeypatch.setenv("MOSHAREKAT_MACHINE_SETTINGS", str(place / "settings.json"))
    done = run_new("settings", "machine", "theme=dark")
    assert done.status == 1
    assert str(place) in done.line


def test_the_command_line_cannot_contradict_a_fixed_setting(run_new: CommandLine, machine: Path) -> None:
    run_new("settings", "machine", f"database={SERVER}", "--fix", "database")
    done = run_new("database", "info", database="sqlite:///other.db")
    assert (done.status, done.out) == (1, "")
    assert str(machine) in done.line


def test_a_pc_of_the_server_alone_makes_no_file(run_new: CommandLine, machine: Path) -> None:
    del machine
    run_new("settings", "machine", "server_only=yes")
    done = run_new("petitions", "find", "x")
    assert done.status == 3
    assert done.line
    assert not list(run_new.folder.glob("*.db"))
