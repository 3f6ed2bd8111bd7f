"""A crash of the process itself is told at the next start, and only there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.crash_file import crash_path
from desktop_app.crash_report import report_of_stacks
from tests.architecture import ROOT

#: Prints what the last window left, then crashes inside the interpreter, or ends in order, with a report or without.
_WINDOW = """
import faulthandler, logging, sys
from pathlib import Path
from desktop_app.crash_file import CrashFile
logging.basicConfig(format="log: %(message)s")
def opened_by_a_person(end):
    crashes = CrashFile(Path(sys.argv[1]))
    print(crashes.catch())
    sys.stdout.flush()
    if end == "crash":
        faulthandler._sigabrt()
    if end == "survived":
        faulthandler.dump_traceback(crashes._file)
    crashes.release()
opened_by_a_person(sys.argv[2])
"""


def window(path: Path, end: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _WINDOW, str(path), end],
        cwd=ROOT, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip


def test_a_crash_of_the_process_itself_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "data" / "crash.txt"
    assert window(path, "crash").returncode != 0
    told = window(path, "in order")
    assert "Fatal Python error: Aborted" in told.stdout
    assert "opened_by_a_person" in told.stdout
    assert "log: the last window ended in a crash" in told.stderr
    assert window(path, "in order").stdout.strip() == ""


@pytest.mark.parametrize("end", ["in order", "survived"])
def test_after_an_orderly_end_there_is_nothing_to_tell(tmp_path: Path, end: str) -> None:
    path = tmp_path / "crash.txt"
    first = window(path, end)
    assert first.returncode == 0
    assert ("opened_by_a_person" in first.stderr) == (end == "survived")
    assert window(path, "in order").stdout.strip() == ""


def test_windows_of_one_folder_that_are_open_together_have_files_of_their_own(tmp_path: Path) -> None:
    usual, named, other = (
        crash_path(tmp_path, database) for database in ("", "sqlite:///a.db", "sqlite:///b.db")
    )
    assert len({usual, named, other}) == 3
    assert {path.parent for path in (usual, named, other)} == {tmp_path}


def test_a_folder_that_takes_no_file_ends_no_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert window(tmp_path / "file" / "crash.txt", "in order").returncode == 0


def test_the_report_of_a_crash_has_no_folder_of_a_person() -> None:
    stacks = (
        "Windows fatal exception: access violation\n\n"
        "Current thread 0x00001a2c (most recent call first):\n"
        '  File "C:\\Users\\زهرا\\desk\\ui\\guard.py", line 3 in f\n'
    )
    report = report_of_stacks("123456", stacks, "Qt 6")
    assert "incident 123456" in report
    assert 'File "desk/ui/guard.py", line 3 in f' in report
    assert "زهرا" not in report
