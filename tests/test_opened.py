"""Copies of opened files: private, read-only, gone when the program goes."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop_app.errors import NotWrittenError
from desktop_app.opened import OpenedFiles


def test_a_copy_is_private_read_only_and_goes(tmp_path: Path) -> None:
    folder = tmp_path / "opened"
    opened = OpenedFiles(folder)
    first, second = opened.put("نامه.pdf", b"one"), opened.put("نامه.pdf", b"two")
    assert (first.read_bytes(), second.read_bytes(), first.name) == (b"one", b"two", "نامه.pdf")
    if sys.platform != "win32":
        assert {stat.S_IMODE(os.stat(place).st_mode) for place in (folder, first.parent)} == {0o700}
    assert not os.stat(first).st_mode & stat.S_IWUSR
    # What a crash left is taken away at the next start.
    assert OpenedFiles(folder).clean() == 0
    assert list(folder.iterdir()) == []


def test_no_room_for_a_copy_is_told(tmp_path: Path) -> None:
    (tmp_path / "opened").write_text("a file stands where the folder should")
    with pytest.raises(NotWrittenError):
        OpenedFiles(tmp_path / "opened").put("x.pdf", b"x")
    assert OpenedFiles(tmp_path / "nowhere").clean() == 0
