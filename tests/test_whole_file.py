"""Writing a file as a whole: what stands at the target decides how."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path, PureWindowsPath

import pytest

from desktop_app.whole_file import make_new, make_whole, needs_own_rights, write_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and permissions of POSIX")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@posix
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), mode_of(path)) == (b"new", 0o640)


@posix
def test_a_new_private_file_is_closed_to_other_users(tmp_path: Path) -> None:
    write_whole(tmp_path / "open", b"1")
    write_whole(tmp_path / "closed", b"1", private=True)
    assert mode_of(tmp_path / "open") & 0o004
    assert not mode_of(tmp_path / "closed") & 0o007


@posix
def test_a_symbolic_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("missing")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "missing").read_bytes() == b"new"


@posix
def test_a_pipe_gets_what_is_written_and_stays(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    make_whole(pipe, lambda made: made.write_bytes(b"words"))
    reader.join()
    assert got == [b"words"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    link = tmp_path / "null"
    link.symlink_to("/dev/null")
    write_whole(link, b"words")
    assert link.is_symlink()
    assert stat.S_ISCHR(link.stat().st_mode)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_folder_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OSError):
        write_whole(folder, b"words")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


def test_the_old_file_is_unchanged_if_the_new_one_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")

    def fail(made: Path) -> None:
        made.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError):
        make_whole(path, fail)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["list.csv"]


@posix
def test_a_new_file_of_its_owner_alone_is_closed_to_others_and_a_shared_one_is_not(tmp_path: Path) -> None:
    make_new(tmp_path / "backup.db", lambda made: made.write_bytes(b"1"))
    make_new(tmp_path / "mark", lambda made: made.write_bytes(b"1"), private=False)
    assert mode_of(tmp_path / "backup.db") == 0o600
    assert mode_of(tmp_path / "mark") & 0o004


@pytest.mark.parametrize(
    ("path", "own"),
    [
        (r"C:\Users\sara\Documents\backup.db", False),
        (r"C:\users\SARA\backup.db", False),
        (r"C:\Users\sara2\backup.db", True),
        (r"D:\Back ups\backup.db", True),
        (r"\\server\share\backup.db", True),
    ],
)
def test_a_private_file_gets_rights_of_its_own_outside_the_profile(path: str, own: bool) -> None:
    assert needs_own_rights(PureWindowsPath(path), PureWindowsPath(r"C:\Users\sara")) == own
