"""The set-up cannot be changed between its check and its start; tried where the system can hold a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.updates.windows import open_unchangeable

on_windows = pytest.mark.skipif(os.name != "nt", reason="only Windows holds an open file against changes")


def test_the_whole_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "setup.exe"
    path.write_bytes(b"set-up")
    with open_unchangeable(path) as opened:
        assert opened.read() == b"set-up"
    path.unlink()


def test_a_file_that_is_gone_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_unchangeable(tmp_path / "gone.exe")


@on_windows
def test_an_open_set_up_is_neither_written_nor_renamed_nor_deleted(tmp_path: Path) -> None:
    path = tmp_path / "setup.exe"
    path.write_bytes(b"set-up")
    with open_unchangeable(path):
        for change in (lambda: path.write_bytes(b"evil"), lambda: path.replace(tmp_path / "b"), path.unlink):
            with pytest.raises(PermissionError):
                change()
    assert path.read_bytes() == b"set-up"
