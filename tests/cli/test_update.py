"""The commands `update publish` and `update check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.signing import SigningKey, write_key
from tests.cli.running import CommandLine

KEY = SigningKey(bytes(range(32)))


@pytest.fixture
def folder(run_new: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The share, which the machine's settings name; `key` beside it is the private key."""
    made = tmp_path / "share"
    made.mkdir()
    write_key(tmp_path / "key", KEY.text)
    monkeypatch.setenv("MOSHAREKAT_MACHINE_SETTINGS", str(tmp_path / "machine.json"))
    line = f"update_key={KEY.public.text}"
    assert run_new("settings", "machine", f"update_folder={made}", line).status == 0
    return made


def test_what_was_published_is_found(run_new: CommandLine, folder: Path, tmp_path: Path) -> None:
    assert run_new("update", "check", "--json").status == 1
    (folder / "mosharekat-9.0.0-x64.exe").write_bytes(b"set-up")
    done = run_new("update", "publish", folder, "--key", tmp_path / "key", "--json")
    assert (done.status, done.document["version"], done.document["size"]) == (0, "9.0.0", 6)
    assert json.loads((folder / "version.json").read_text("utf-8"))["content"]["version"] == "9.0.0"
    found = run_new("update", "check", "--json").document
    assert (found["installed"], found["newer"]["version"]) == (__version__, "9.0.0")
    assert "۹.۰.۰" in run_new("update", "check").out


def test_a_version_that_is_installed_already_is_the_newest(
    run_new: CommandLine, folder: Path, tmp_path: Path
) -> None:
    (folder / f"mosharekat-{__version__}-x64.exe").write_bytes(b"set-up")
    run_new("update", "publish", folder, "--key", tmp_path / "key")
    done = run_new("update", "check", "--json")
    assert (done.status, done.document["newer"]) == (0, None)


def test_a_set_up_that_was_changed_is_refused(run_new: CommandLine, folder: Path, tmp_path: Path) -> None:
    setup = folder / "mosharekat-9.0.0-x64.exe"
    setup.write_bytes(b"set-up")
    run_new("update", "publish", folder, "--key", tmp_path / "key")
    setup.write_bytes(b"SET-UP")
    done = run_new("update", "check")
    assert (done.status, done.out) == (1, "")
    assert str(folder) in done.line


@pytest.mark.parametrize("words", [("publish",), ("publish", "x"), ("publish", "--key", "x"), ()])
def test_publishing_takes_a_folder_and_a_key(run_new: CommandLine, words: tuple[str, ...]) -> None:
    assert run_new("update", *words).status == 2


def test_without_key_or_set_up_nothing_is_published(
    run_new: CommandLine, folder: Path, tmp_path: Path
) -> None:
    write_key(tmp_path / "public", KEY.public.text)
    for key in ("key", "public", "gone"):
        done = run_new("update", "publish", folder, "--key", tmp_path / key)
        assert done.status == 1
        assert done.line
    assert not (folder / "version.json").exists()


def test_without_a_folder_the_command_says_so(run_new: CommandLine) -> None:
    done = run_new("update", "check")
    assert done.status == 0
    assert "update_folder" in done.out


def test_the_file_of_the_public_key_may_stand_for_its_line(
    run_new: CommandLine, folder: Path, tmp_path: Path
) -> None:
    write_key(tmp_path / "public", KEY.public.text)
    done = run_new("settings", "machine", f"update_key={tmp_path / 'public'}", "--json")
    assert done.document["values"]["update_key"] == KEY.public.text
    assert run_new("settings", "machine", f"update_key={tmp_path / 'key'}").status == 1
