"""Folders of test processes: those of killed ones are deleted, those of living ones stay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.folders import delete_abandoned, own_folder


def test_only_folders_of_processes_that_ended_are_deleted(tmp_path: Path) -> None:
    create = "import sys; from pathlib import Path; from tests.folders import own_folder;"
    create += " print(own_folder('sqlite', Path(sys.argv[1])))"
    done = subprocess.run(
        [sys.executable, "-c", create, tmp_path], check=True, capture_output=True, encoding="utf-8"
    )
    abandoned, used = Path(done.stdout.strip()), own_folder("sqlite", tmp_path)
    foreign = tmp_path / "mosharekat-notes"
    for folder in (abandoned, used, foreign):
        folder.mkdir(exist_ok=True)
        (folder / "test.db").write_bytes(b"x")
    delete_abandoned(tmp_path)
    assert {*tmp_path.iterdir()} == {used, foreign}
