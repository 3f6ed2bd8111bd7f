"""Copies of opened files: private, read-only, deleted when the program ends."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.errors import NotWrittenError
from desktop_app.opened import OpenedFiles, mark_as_foreign


def test_a_copy_is_private_read_only_and_goes(tmp_path: Path) -> None:
    folder = tmp_path / "opened"
    opened = OpenedFiles(folder)
    first, second = opened.put("نامه.pdf", b"one"), opened.put("نامه.pdf", b"two")
    assert (first.read_bytes(), second.read_bytes(), first.name) == (b"one", b"two", "نامه.pdf")
    if sys.platform != "win32":
        assert {stat.S_IMODE(os.stat(place).st_mode) for place in (folder, *list(first.parents)[:2])} == {
            0o700
        }
    assert not os.stat(first).st_mode & stat.S_IWUSR
    # Another process of the same user starts, and must not delete this one's copies.
    OpenedFiles(folder).clean()
    assert first.exists()
    opened.clean()
    assert list(folder.iterdir()) == []
    assert opened.put("x.txt", b"x").exists()


def test_what_a_crash_left_is_taken_away_by_the_next_start(tmp_path: Path) -> None:
    put = (
        "import os, sys, pathlib\n"
        "from desktop_app.opened import OpenedFiles\n"
        "place = OpenedFiles(pathlib.Path(sys.argv[1])).put('letter.pdf', b'one')\n"
        "print(place, flush=True)\n"
        "os._exit(1)"
    )
    crashed = subprocess.run(
        [sys.executable, "-c", put, str(tmp_path / "opened")], capture_output=True, text=True, check=False
    )
    path = Path(crashed.stdout.strip())
    assert path.is_file(), crashed.stderr
    OpenedFiles(tmp_path / "opened").clean()
    assert not path.exists()


def test_no_room_for_a_copy_is_told(tmp_path: Path) -> None:
    (tmp_path / "opened").write_text("a file stands where the folder should")
    with pytest.raises(NotWrittenError):
        OpenedFiles(tmp_path / "opened").put("x.pdf", b"x")
    OpenedFiles(tmp_path / "nowhere").clean()


@pytest.mark.skipif(sys.platform == "win32", reason="here a stream is a file of that name, which can be read")
def test_a_file_from_outside_is_marked_for_windows_and_for_no_other_system(tmp_path: Path) -> None:
    path = tmp_path / "نامه.docm"
    path.write_bytes(b"x")
    mark_as_foreign(path, "linux")
    assert [one.name for one in tmp_path.iterdir()] == ["نامه.docm"]
    mark_as_foreign(path, "win32")
    assert (tmp_path / "نامه.docm:Zone.Identifier").read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"


def test_a_file_system_without_streams_is_no_trouble(tmp_path: Path) -> None:
    mark_as_foreign(tmp_path / "missing" / "x.docx", "win32")


@pytest.mark.skipif(sys.platform != "win32", reason="streams of Windows")
def test_an_opened_copy_carries_the_mark_on_windows(tmp_path: Path) -> None:
    path = OpenedFiles(tmp_path).put("letter.docx", b"x")
    try:
        with open(f"{path}:Zone.Identifier", "rb") as stream:
            mark = stream.read()
    except OSError:
        pytest.skip("this file system has no streams")
    assert b"ZoneId=3" in mark
