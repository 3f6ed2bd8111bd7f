"""Who may write the settings of a machine on Windows: the commands, and the file that a real call leaves there."""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from desktop_app.settings.machine import MachineSettings, read_machine_settings, write_machine_settings
from desktop_app.settings.windows_rights import closing_commands, is_administrator


def test_administrators_alone_write_and_users_read() -> None:
    folder = PureWindowsPath(r"C:\ProgramData\Mosharekat")
    own, grant = closing_commands(cast("Path", folder))
    assert own[:4] == ("icacls", str(folder), "/setowner", "*S-1-5-32-544")
    assert "/inheritance:r" in grant
    rights = dict(part.split(":", 1) for part in grant if part.startswith("*"))
    assert rights == {
        "*S-1-5-18": "(OI)(CI)F",
        "*S-1-5-32-544": "(OI)(CI)F",
        "*S-1-5-32-545": "(OI)(CI)RX",
    }


@pytest.mark.skipif(os.name == "nt", reason="on Windows the token of the process tells")
def test_elsewhere_the_rights_of_the_file_decide() -> None:
    assert is_administrator()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "machine" / "settings.json"
    written = MachineSettings({"theme": "dark"}, frozenset({"theme", "language"}), {"of_tomorrow": [1]})
    write_machine_settings(path, written)
    assert read_machine_settings(path) == written
