"""Temporary files and folders: those of a killed process are removed by the next one, those of a living one stay."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app import scratch
from desktop_app.errors import NotWrittenError
from desktop_app.processes import is_dead, own_mark
from desktop_app.reports.publishing.package import MANIFEST, write_package
from desktop_app.scratch import abandoned, delete, new_folder, new_shared_folder, scratch_file, scratch_folder
from desktop_app.whole_file import make_new, write_whole
from tests.cli.running import ROOT

#: Makes a file, its journal and two folders, and waits to be killed.
_MAKING = """
import sys, time
from pathlib import Path
from desktop_app.scratch import new_folder, scratch_file, scratch_folder
folder = Path(sys.argv[1])
with scratch_file(folder / "report.db") as file, scratch_folder(folder) as private:
    file.with_name(file.name + "-journal").write_bytes(b"x")
    (private / "citizens.csv").write_bytes(b"x")
    new_folder(folder, ".", ".other")
    print("ready", flush=True)
    time.sleep(60)
"""


@contextmanager
def other_process(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", _MAKING, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline().strip() == b"ready"
            yield running
        finally:
            running.kill()


@pytest.fixture(autouse=True)
def _look_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "_EVERY", 0.0)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_what_a_killed_process_left_is_removed_by_the_next_file_and_never_before(tmp_path: Path) -> None:
    alike = tmp_path / f".report.db.{own_mark()[:8]}-1-1.part"
    alike.write_bytes(b"not of this pattern")
    with other_process(tmp_path) as running:
        made = names(tmp_path)
        assert len(made) == 5
        write_whole(tmp_path / "list.csv", b"1")
        assert names(tmp_path) == {*made, "list.csv"}
        running.kill()
        if sys.platform != "win32":
            # Not waited for: a process that has ended is gone although its parent did not ask yet.
            os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT)
        write_whole(tmp_path / "list.csv", b"2")
        [other] = abandoned(tmp_path, ".other")
        assert names(tmp_path) == {"list.csv", alike.name, other.name}
        delete(other)
        assert not other.exists()


def test_a_scratch_folder_is_private_and_goes_also_after_an_error(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        (folder / "inner").mkdir()
        (folder / "inner" / "file").write_bytes(b"x")
        assert sys.platform == "win32" or folder.stat().st_mode & 0o077 == 0
        raise RuntimeError

    with pytest.raises(RuntimeError), scratch_folder(tmp_path) as made:
        fill(made)
    assert names(tmp_path) == set()


def test_a_file_that_gets_its_name_stays(tmp_path: Path) -> None:
    with scratch_file(tmp_path / "a") as made:
        made.rename(tmp_path / "a")
    make_new(tmp_path / "b", lambda temporary: temporary.write_bytes(b"x"))
    assert names(tmp_path) == {"a", "b"}


def test_a_folder_of_ones_own_suffix_is_left_to_its_owner(tmp_path: Path) -> None:
    made = new_folder(tmp_path, "x", ".kind")
    assert abandoned(tmp_path, ".kind") == []
    assert made.is_dir()


def test_only_processes_that_surely_ended_are_dead() -> None:
    machine, number, began = own_mark().split("-")
    other_machine = f"{int(machine, 16) ^ 1:08x}"
    assert not is_dead(own_mark())
    assert is_dead(f"{machine}-{number}-{int(began) + 1}") == (began != "0")
    assert not is_dead(f"{other_machine}-{number}-{int(began) + 1}")
    assert not is_dead("report")
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    assert is_dead(f"{machine}-{ended.pid}-1")


def test_a_package_that_a_killed_process_had_moved_away_is_put_back(tmp_path: Path) -> None:
    folder, earlier = tmp_path / "portal", {MANIFEST: b"1", "notice.txt": b"2"}
    write_package(earlier, folder)
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    killed = tmp_path / f".portal.{own_mark().split('-')[0]}-{ended.pid}-1.abcdefgh.package"
    killed.mkdir()
    folder.rename(killed / "old")
    # As whatever else is written there: this is not theirs to remove.
    write_whole(tmp_path / "list.csv", b"1")
    with pytest.raises(NotWrittenError):
        write_package({"missing/name": b"3"}, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == earlier
    assert names(tmp_path) == {"list.csv", "portal"}


def test_a_folder_for_what_others_read_is_removed_as_the_private_ones_are(tmp_path: Path) -> None:
    making = (
        "import sys; from pathlib import Path; from desktop_app.scratch import new_shared_folder\n"
        "print(new_shared_folder(Path(sys.argv[1]), '.portal.', '.package'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", making, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    own = new_shared_folder(tmp_path, ".portal.", ".package")
    assert abandoned(tmp_path, ".package") == [Path(done.stdout.strip())]
    assert own.is_dir()
    assert sys.platform == "win32" or own.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_package_is_as_open_as_a_new_folder_would_be(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    write_package({MANIFEST: b"1"}, tmp_path / "portal")
    assert (tmp_path / "portal").stat().st_mode == (tmp_path / "plain").stat().st_mode
