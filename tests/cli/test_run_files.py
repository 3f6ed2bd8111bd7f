"""`mosharekat run FILE…`: what is refused before a window opens, and a second start beside an open window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import ROOT, CommandLine, process

#: The command as a user starts it; it says when it listens, and what arrives.
_FIRST = """
import sys
from ui.second_start import SecondStarts
listen = SecondStarts.listen

def listening(starts):
    starts.arrived.connect(lambda files: print(*map(str, files), flush=True))
    listens = listen(starts)
    print(listens, flush=True)
    return listens

SecondStarts.listen = listening
from desktop_app.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("kind", ["gone", "folder", "empty"])
def test_a_file_that_cannot_be_compared_is_one_sentence_and_no_window(
    run_new: CommandLine, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"{kind}.docx"
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.touch()
    done = run_new("run", path)
    assert done.status == 1
    assert path.name in done.line


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_pipe_is_no_folder_and_nobody_waits_for_it(run_new: CommandLine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = run_new("--language", "en", "run", tmp_path / "pipe.txt")
    assert done.status == 1
    assert "a device or a pipe" in done.line


def test_three_files_are_wrong_usage(run_new: CommandLine, tmp_path: Path) -> None:
    done = run_new("run", "a", "b", "c")
    assert done.status == 2
    assert done.line


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Runtime files of this test alone; its own path is too long for a socket."""
    with tempfile.TemporaryDirectory(prefix="run-") as runtime:
        yield {"XDG_RUNTIME_DIR": runtime, "QT_QPA_PLATFORM": "offscreen", "MOSHAREKAT_DATABASE": ""}


def test_a_second_start_hands_its_files_to_the_open_window(
    environment: dict[str, str], tmp_path: Path
) -> None:
    old, new = tmp_path / "متن ۱.txt", tmp_path / "new.txt"
    for file in (old, new):
        file.write_text("ماده ۱ـ متن", encoding="utf-8")
    command = [sys.executable, "-c", _FIRST, "--data-dir", str(tmp_path / "data"), "run"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | environment | {"PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
    ) as first:
        try:
            assert first.stdout is not None
            assert first.stdout.readline().strip() == b"True"
            done = process("--data-dir", tmp_path / "data", "run", old, new, environment=environment)
            assert (done.status, done.out, done.err) == (0, "", "")
            assert first.stdout.readline().decode("utf-8").strip() == f"{old} {new}"
        finally:
            first.kill()
